"""What an issue says of itself becomes a hit where it can't be: two numbers of copies, itself as a recipient, news miscounted (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.issue import Role
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import FIGURES, About, DocumentRule
from app.text.numerals import HAN_NUMERAL, parse_numeral

_COPIES = re.compile(r"(?:共印|印数|印发|份数|印)[ \u3000：:]*(?P<number>\d+)[ \u3000]*份")
_COPIES_ALONE = re.compile(rf"(?:^|(?<=[ \u3000（(])){_COPIES.pattern}(?=[）)]?(?:$|[ \u3000]))")
_BARE_NUMBER = re.compile(r"[ \u3000]*(?P<number>\d+)[ \u3000]*份?[ \u3000]*")
"""An issue keeps the number alone; the template words it."""
_AT_THE_FOOT = (Role.COPIES, Role.EDITORS, Role.RECIPIENTS)
_FOOT = 8
_LABEL = re.compile(r"[ \u3000]*(?:主报|报送?|送|发|抄[报送]|主送|分送)[ \u3000]*[：:]")
_ITEM = re.compile("[^，、；。：:]+")
_LEAST_NAME = 5
_COUNTED = re.compile(
    rf"(?:简讯|短讯|要闻|动态|信息|快讯|消息)[^{FIGURES}{HAN_NUMERAL}]{{0,2}}"
    rf"(?P<number>\d{{1,2}}|[{HAN_NUMERAL}两]{{1,2}})(?P<measure>则|条|篇|件)[ \u3000）)】]*$"
)
_NUMBERS = re.compile(r"第[ \u3000]*(?P<number>\d{1,4})[ \u3000]*期")
_OWN_NUMBER = re.compile(r"(?<!将[在于])本(?:简报|刊|信息|专报|通报|快报)(?:今年)?(?P<said>第(?P<number>\d{1,4})期)(?!起)")
_FIRST_MONTHS = 3
"""Until then one may speak of last year's numbers without saying so."""
_HEADING_LENGTH = 16
_BULLET = re.compile(r"[ \u3000]*(?:[△▲●○◆◇■□★☆▶•·]|\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十]{1,2}[）)]|【)")
_FEWEST, _FEW = 2, 2
"""Items that make a list; and by how many their number may be off."""


def copies_twice(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """共印60份 and 印数：80份."""
    if not document.masthead:
        return
    foot = {one.key: one for one in (*document.of(*_AT_THE_FOOT), *document.passages[-_FOOT:])}
    found = [(one, copies) for one in foot.values() for copies in _copies(one)]
    if len({copies["number"] for _, copies in found}) > 1:
        for passage, copies in found:
            yield passage, Hit(copies.start("number"), copies.end("number"), "报尾写了两个印数，请核对。")


def _copies(passage: Passage) -> Iterator[re.Match[str]]:
    """Where a line of the footer says how many copies there are; in running text only what stands for itself, as in a text's last line."""
    bare = _BARE_NUMBER.fullmatch(passage.text) if passage.role is Role.COPIES else None
    if bare:
        yield bare
    elif passage.role in _AT_THE_FOOT:
        yield from _COPIES.finditer(passage.text)
    else:
        yield from _COPIES_ALONE.finditer(passage.text)


def sent_to_itself(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """The issuer among those who get the issue."""
    issuers = [re.split(r"[ \u3000]{2,}|\d{4}年", one.text)[0].strip() for one in document.of(Role.ISSUER)]
    names = [name for name in issuers if len(name) >= _LEAST_NAME]
    lines = (*document.of(Role.RECIPIENTS), *document.passages[-_FOOT:]) if names and document.masthead else ()
    for passage in {one.key: one for one in lines}.values():
        label = _LABEL.match(passage.text)
        if not label and passage.role is not Role.RECIPIENTS:
            continue
        for item in _ITEM.finditer(passage.text, label.end() if label else 0):
            words = item[0].strip()
            if any(words == name or (len(words) >= _LEAST_NAME and name.endswith(words) and words[0] in "省市县区州") for name in names):
                yield passage, Hit(item.start(), item.end(), "这是编发单位自己，请核对。")


def number_to_come(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """曾在本简报第19期刊发, in number 17: an issue that hasn't come out yet, where no other year is told."""
    numbers = [int(found["number"]) for one in document.of(Role.NUMBER, Role.TOTAL) for found in _NUMBERS.finditer(one.text)]
    early = document.date is not None and document.date.month <= _FIRST_MONTHS
    for passage in document.running if numbers and document.masthead and not early else ():
        for found in _OWN_NUMBER.finditer(passage.text):
            if max(numbers) < int(found["number"]):
                yield passage, Hit(found.start("said"), found.end(), f"本期是第{numbers[0]}期，第{found['number']}期还没有出，请核对。")


def briefs_below(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """简讯四则 as a heading over three items."""
    passages = [one for one in document.passages if one.role is not Role.TOC_TITLE]
    for turn, heading in enumerate(passages):
        found = _COUNTED.search(heading.text) if len(heading.text) <= _HEADING_LENGTH else None
        said = parse_numeral(found["number"].replace("两", "二")) if found else None
        if not found or not said:
            continue
        items = 0
        for one in passages[turn + 1 :]:
            if _BULLET.match(one.text):
                items += 1
            elif one.role not in RUNNING or items == 0:
                break
        if items >= _FEWEST and 0 < abs(said - items) <= _FEW:
            yield heading, Hit(found.start("number"), found.end("measure"), f"下面是{items}{found['measure']}，请核对。")


RULES = (
    DocumentRule(About("issue.copies_twice", "两个印数", Level.QUERY, "实务"), copies_twice),
    DocumentRule(About("issue.own_recipient", "发给自己", Level.QUERY, "实务"), sent_to_itself),
    DocumentRule(About("issue.briefs", "简讯则数", Level.QUERY, "实务"), briefs_below),
    DocumentRule(About("issue.number_to_come", "还没有出的期号", Level.QUERY, "实务"), number_to_come),
)
