"""What was read of a submission becomes what it says of itself: unit, writer, telephone, date, where it was taken from, who edited it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importers.found import Signature, Structure
from app.importers.intake import Intake
from app.records import dataclass
from app.text.chars import HAN

_UNIT_END = (
    "局|办|委|厅|部|会|院|处|中心|政府|机关|支队|大队|总队|公司|集团|科|室|站|所|署|行|社|学校|小学|中学|大学|学院|街道|镇|乡|县|市|区|村"
    "|库|馆|团|队|党组|党委|支部|编委|协会|股|庭|校|园|场|厂|台|基地|专班"
)
_UNIT = re.compile(rf"[{HAN}]{{2,28}}(?:{_UNIT_END})")
_NAME = rf"[{HAN}]{{2,4}}(?:·[{HAN}]{{2,8}})?"
_NAMES = re.compile(rf"{_NAME}(?:[ 　、，]+{_NAME}){{0,3}}")
_KEYS = (
    "作者|撰稿人?|拟稿人?|供稿人|通讯员|记者|文/图|文|联系人|供稿单位|供稿|报送单位|报送|来文单位|单位|文章来源|稿件来源|来源|转自|摘自|责任编辑|编辑"
    "|审核人?"
)
_NEXT = r"\s*(?:[，。；（）()]|$|\s(?:作者|撰稿|通讯员|记者|联系人|来源|责任编辑|编辑|审核|电话|联系电话|手机|时间|日期))"
_LABELLED = re.compile(rf"(?P<key>{_KEYS})\s*[:：/／]?\s*(?P<value>[^:：，。；（）()\n]*?)(?={_NEXT})")
_WRITERS = frozenset(("作者", "撰稿", "撰稿人", "拟稿", "拟稿人", "供稿人", "通讯员", "记者", "文", "文/图", "联系人"))
_SOURCES = frozenset(("文章来源", "稿件来源", "来源", "转自", "摘自"))
_UNITS = frozenset(("供稿单位", "供稿", "报送单位", "报送", "来文单位", "单位"))
_EDITORS = frozenset(("责任编辑", "编辑"))
_TELEPHONE = re.compile(r"(?<![\d-])(?:1[3-9]\d(?:[ -]?\d{4}){2}|(?:0\d{2,3}[ -]?)?[2-8]\d{6,7}(?:[-转]\d{1,5})?)(?![\d-])")
_CALLED = re.compile(r"电话|手机|联系|座机|传真|拨打")
_CHAT_HEAD = re.compile(r"^\s*(?P<words>[^\d，。；：:]{2,40}?)\s+\S*\d")
_DATE_KEYS = ("发布日期", "发布时间", "成文日期", "发文日期", "时间", "日期", "报送时间", "更新时间")
_DATE = re.compile(r"(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Credits:
    """Every field may be empty. `telephone` is the first that is given; `date_iso` that of the text, not of its arrival."""

    unit: str = ""
    writer: str = ""
    telephone: str = ""
    date_iso: str = ""
    source: str = ""
    editor: str = ""


def credits_of(intake: Intake) -> Credits:
    """What the lines round the text, its fields and its chat heads say."""
    structure = intake.structure
    lines = list(_lines(structure))
    said: dict[str, str] = {}
    for key, value in _labelled(lines, structure):
        for field, keys in (("writer", _WRITERS), ("source", _SOURCES), ("unit", _UNITS), ("editor", _EDITORS)):
            if key in keys and value:
                said.setdefault(field, value)
    for line in lines:
        _unlabelled(line, said)
    signed = next((one.org for one in _signatures(structure) if one.org), "")
    chat_unit, chat_name = _chat_head(structure)
    unit = said.get("unit", "") or signed or _unit_in(said.get("writer", "")) or chat_unit
    writer = said.get("writer", "") or chat_name
    return Credits(
        unit=unit,
        writer=_without(writer, unit),
        telephone=_telephone((*lines, *_last_words(structure))),
        date_iso=_date(structure),
        source=said.get("source", ""),
        editor=said.get("editor", ""),
    )


def _lines(structure: Structure) -> Iterator[str]:
    """The lines that belong to a text and are none of it."""
    for article in structure.articles:
        yield from article.bylines
    yield from structure.extra.editors


def _labelled(lines: list[str], structure: Structure) -> Iterator[tuple[str, str]]:
    for line in lines:
        for found in _LABELLED.finditer(line):
            yield found["key"], found["value"].strip()
    yield from ((key, value.strip()) for key, value in structure.meta.items())


def _unlabelled(line: str, said: dict[str, str]) -> None:
    """（云湖镇 张敏 李想）, （市税务局供稿）: a unit, perhaps with names behind it, perhaps with what it did."""
    bare = re.sub(r"\s*(?:供\s*稿|报\s*送|提\s*供|整\s*理)\s*$", "", line.strip("（）() 　"))
    if re.search("[:：]", bare):
        return
    words = bare.split()
    if words and _UNIT.fullmatch(words[0]):
        said.setdefault("unit", words[0])
        names = " ".join(words[1:])
        if _NAMES.fullmatch(names):
            said.setdefault("writer", names)


def _signatures(structure: Structure) -> Iterator[Signature]:
    yield from filter(None, (structure.signature, *(article.signature for article in structure.articles)))


def _last_words(structure: Structure) -> Iterator[str]:
    """The end of each article, where a telephone may stand in brackets."""
    for article in structure.articles:
        if article.paragraphs:
            yield article.paragraphs[-1].text[-80:]


def _telephone(lines: tuple[str, ...]) -> str:
    """The first number that is called a telephone, or is one of a mobile one's form."""
    for line in lines:
        for found in _TELEPHONE.finditer(line):
            if _CALLED.search(line) or (len(re.sub(r"\D", "", found[0])) == 11 and found[0][0] == "1"):
                return found[0]
    return ""


def _chat_head(structure: Structure) -> tuple[str, str]:
    """Unit and name by the head of a chat, 市税务局 张敏 3月5日 10:23, where it stands before the text."""
    for line in structure.dropped[:2]:
        found = _CHAT_HEAD.match(line)
        words = found["words"].split() if found else []
        units = [word for word in words if _UNIT.fullmatch(word)]
        names = [word for word in words if word not in units and _NAMES.fullmatch(word)]
        if words and len(units) + len(names) == len(words):
            return "".join(units[:1]), " ".join(names)
    return "", ""


def _unit_in(text: str) -> str:
    found = _UNIT.match(text)
    return found[0] if found else ""


def _without(writer: str, unit: str) -> str:
    """The names, without the unit in front of them."""
    return writer.removeprefix(unit).strip(" 　、，") if unit and writer != unit else "" if writer == unit else writer


def _date(structure: Structure) -> str:
    signed = next((one.date_iso for one in _signatures(structure) if one.date_iso), "")
    if signed:
        return signed
    for key in _DATE_KEYS:
        found = _DATE.search(structure.meta.get(key, ""))
        if found:
            return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return structure.date_iso or ""
