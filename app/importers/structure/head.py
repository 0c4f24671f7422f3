"""The first lines of a bulletin become its masthead, number, issuer and date."""

from __future__ import annotations

import re
from dataclasses import field

from app.importers.forms import (
    BULLETIN_NAME,
    CONTENTS_HEAD,
    COPY_NUMBER,
    EDITORS,
    ISSUER_LABEL,
    ISSUER_ROLE,
    NUMBER,
    ORG,
    SECRECY,
    SECRECY_HEAD,
    SUPPLEMENT,
    SURE_BULLETIN_NAME,
    TOTAL,
    is_prose,
    key,
    section_name,
)  # fmt: skip
from app.importers.structure.line import Line
from app.records import dataclass
from app.text.chars import BLANKS, width_em
from app.text.dates import DATE, find_dates, tidy_date

_MAX_HEAD_LINES = 15
_PAGE_TITLE_LINES = 2
_LAST_NAME_LINE = 2
_MAX_NAME = 24
_MAX_LINE_EM = 60
_MAX_HEAD_WORDS = 3
_EDGES = " \u3000\t\u00a0，,；;：:|｜/·"
_OPEN_DATE = re.compile(
    r"(?P<unit>[^，。；：\d]+?)[ \u3000]*(?P<date>(?:19|20)\d\d年(?:1[0-2]|0?[1-9])月|\d\d年\d{1,2}月\d{1,2}日)[ \u3000]*"
)
_AFTER_DATE = re.compile(rf"[{BLANKS}]*(?:(?:印发|出版|编印|编发)[{BLANKS}]*$|[（(]?(?:星期|周)[一二三四五六日天][）)]?)")
_HEAD_WORD = re.compile(r"^(?:编印?|主办|编发|印发|签发人?[:：].*|出版|星期.|\d{1,2}[时:：]\d{0,2}分?|[Nn][Oo][.．]?\d+)$")
_SUPPLEMENTS = ("增刊", "专刊", "特刊")
_HOUR = re.compile(rf"[{BLANKS}]*\d{{1,2}}(?:[时:：]\d{{1,2}}分?|时)")


@dataclass(slots=True)
class Head:
    """What the first lines say; `end` is the first line after them. Built line by line."""

    masthead: list[str] = field(default_factory=list)
    issue: str | None = None
    issuers: list[str] = field(default_factory=list)
    issuer_role: str | None = None
    date: str | None = None
    date_iso: str | None = None
    total: str | None = None
    supplement: str | None = None
    secrecy: list[str] = field(default_factory=list)
    number: str | None = None
    editors: list[str] = field(default_factory=list)
    end: int = 0

    @property
    def issuer(self) -> str | None:
        """The issuer's name; joint issuers parted by a blank."""
        return " ".join(self.issuers) or None


def read_head(lines: list[Line], marks: list[str]) -> Head | None:
    """Read the head of a bulletin; None where the text doesn't begin with one. Signs that carry no text go to `marks`."""
    if _is_page_title(lines):
        head = read_head(lines[1:], marks)
        if head is not None:
            marks.append(lines[0].text)
            head.end += 1
        return head
    number_at = _number_line(lines)
    name_at = _name_line(lines)
    if number_at is None and (name_at is None or not _date_soon(lines, name_at)):
        return None
    head = Head()
    last = number_at if number_at is not None else name_at or 0
    index = 0
    while index < len(lines) and index < last + 8:
        text = lines[index].text
        if index > last and not _reads_on(head, lines, index):
            break
        if index <= last:
            _take_upper(head, text, marks, index == number_at)
        else:
            _take_lower(head, text, marks)
        index += 1
    head.end = index
    if head.issue is None:
        head.issue = head.total
    if not head.issuers and len(head.masthead) > 1 and ORG.search(head.masthead[-1]) and any(map(BULLETIN_NAME.search, head.masthead[:-1])):
        _issuer(head, head.masthead.pop(), marks)
    head.masthead = _vertical(head.masthead)
    return head


def _is_page_title(lines: list[Line]) -> bool:
    """Whether the first line is a web page's own title, which the bulletin below repeats: name and number on lines of their own."""
    if len(lines) <= _PAGE_TITLE_LINES or not NUMBER.search(lines[0].text):
        return False
    below = "".join(line.text for line in lines[1 : 1 + _PAGE_TITLE_LINES])
    return not NUMBER.match(lines[1].text) and key(lines[0].text) in (key(below), key(lines[1].text))


def _number_line(lines: list[Line]) -> int | None:
    for index, line in enumerate(lines[:_MAX_HEAD_LINES]):
        if is_prose(line.text) and width_em(line.text) > _MAX_LINE_EM:
            return None
        if width_em(line.text) > _MAX_LINE_EM or CONTENTS_HEAD.match(line.text):
            continue
        rest = NUMBER.sub(" ", TOTAL.sub(" ", line.text), count=1)
        if rest != line.text:
            others = re.split(r"[（）()〔〕\[\] \u3000|]+", _without_date(rest))
            words = [word for word in others if word]
            names = [at for at, word in enumerate(words) if BULLETIN_NAME.search(word)]
            # What stands before the bulletin's name on its line is a part of it.
            lead = "".join(words[: names[0]]) if names else ""
            beside = words[names[0] :] if lead and index <= _LAST_NAME_LINE and len(lead) <= _MAX_NAME and "关于" not in lead else words
            if all(map(_belongs_beside_number, beside)) or (not index and _holds_all(line.text, others)):
                return index
    return None


def _belongs_beside_number(word: str) -> bool:
    """Whether a word on the number's line is a part of a head: a name, a unit, 增刊, a weekday; not a title that says 第3期."""
    forms = (BULLETIN_NAME, ORG, ISSUER_ROLE, SECRECY, SUPPLEMENT, _AFTER_DATE, _HEAD_WORD)
    return len(word) <= 30 and "关于" not in word and any(form.search(word) for form in forms)


def _holds_all(text: str, words: list[str]) -> bool:
    """Whether a first line is a whole head: name, number, date and nothing like a sentence."""
    return any(find_dates(text)) and not is_prose(text) and sum(map(bool, words)) <= _MAX_HEAD_WORDS and "关于" not in text


def _without_date(text: str) -> str:
    for date in find_dates(text):
        return text[: date.start] + text[date.end :]
    return text


def _name_line(lines: list[Line]) -> int | None:
    for index, line in enumerate(lines[:5]):
        if width_em(line.text) <= 30 and SURE_BULLETIN_NAME.search(line.text) and "关于" not in line.text:
            return index
    return None


def _date_soon(lines: list[Line], name_at: int) -> bool:
    """A masthead without a number is one where issuer or date follow at once."""
    following = lines[name_at + 1 : name_at + 4]
    return any(width_em(line.text) <= _MAX_LINE_EM and not is_prose(line.text) and any(find_dates(line.text)) for line in following)


def _reads_on(head: Head, lines: list[Line], index: int) -> bool:
    """Whether a line below the number still belongs to the head."""
    text = lines[index].text
    if _names_bulletin(head, text):
        return True
    if width_em(text) > _MAX_LINE_EM or is_prose(text) or CONTENTS_HEAD.match(text) or section_name(text):
        return False
    if any(form.fullmatch(text) for form in (TOTAL, NUMBER, SECRECY)) or EDITORS.match(text) or COPY_NUMBER.match(text.split(" ")[-1]):
        return True
    if head.supplement is None and SUPPLEMENT.fullmatch(text) and index + 1 < len(lines) and not head.date:
        return True
    if head.date is None and (any(find_dates(text)) or _issuer_and_open_date(text)):
        return True
    if ISSUER_LABEL.match(text):
        return not head.issuers
    named = bool(ORG.search(text) or ISSUER_ROLE.match(text)) and width_em(text) <= 40 and not lines[index].bullet
    if named and head.date is not None and _goes_on_joint(head, lines, index):
        return True
    if head.date is not None:
        return named and not head.issuers and bool(ISSUER_ROLE.match(text) or ORG.search(text))
    return named and any(any(find_dates(line.text)) for line in lines[index + 1 : index + 4] if not is_prose(line.text))


def _issuer_and_open_date(text: str) -> re.Match[str] | None:
    """A unit and a date that is none in full: the month of a monthly (云河市水利局　2025年7月), a year of two figures."""
    found = _OPEN_DATE.fullmatch(text)
    return found if found and ORG.search(found["unit"]) else None


def _names_bulletin(head: Head, text: str) -> bool:
    """Whether a line below the number is the bulletin's name, which no line above was."""
    return not head.masthead and width_em(text) <= _MAX_NAME and bool(SURE_BULLETIN_NAME.search(text)) and "关于" not in text


def _goes_on_joint(head: Head, lines: list[Line], index: int) -> bool:
    """Whether a unit below the date's line is one more of the issuers stacked beside it: of the same place, and alone."""
    alone = index + 1 < len(lines) and (lines[index + 1].blanks_before > 0 or bool(CONTENTS_HEAD.match(lines[index + 1].text)))
    stacked = bool(head.issuers) and head.issuers[-1][:2] == lines[index].text[:2] and not lines[index].blanks_before
    return stacked and alone and any(find_dates(lines[index - 1].text))


def _take_upper(head: Head, text: str, marks: list[str], is_number: bool) -> None:
    """A line down to the number line: masthead, secrecy, copy number; the number line itself may hold all at once."""
    if not is_number and _take_secrecy(head, text, marks):
        return
    if text in _SUPPLEMENTS and head.masthead:
        head.supplement = text
        return
    name, _, others = text.partition(" ")
    if is_number and not head.masthead and others and not any(form.search(name) for form in (ORG, ISSUER_ROLE, NUMBER, TOTAL, DATE)):
        head.masthead += _masthead_lines(name)
        text = others
    rest = _take_parts(head, text, marks, is_number)
    if not rest:
        return
    if not is_number or BULLETIN_NAME.search(rest):
        head.masthead += _masthead_lines(rest)
    else:
        _issuer(head, rest, marks)


def _take_lower(head: Head, text: str, marks: list[str]) -> None:
    """A line below the number: total, issuer, date, secrecy, editors; the name where the number stands above it."""
    if _names_bulletin(head, text):
        head.masthead += _masthead_lines(text)
        return
    if _take_secrecy(head, text, marks):
        return
    if EDITORS.match(text):
        head.editors.append(text)
        return
    rest = _take_parts(head, text, marks, head.issue is None)
    if rest:
        _issuer(head, rest, marks)


def _take_secrecy(head: Head, text: str, marks: list[str]) -> bool:
    """内部资料 注意保存, 编号：0017, or both on one line."""
    words = SECRECY_HEAD.match(text)
    secrecy, rest = (words.group().strip(), text[words.end() :]) if words else ("", text)
    copy = COPY_NUMBER.match(rest)
    if rest and (not copy or head.number):
        return False
    if secrecy:
        head.secrecy.append(secrecy)
    if copy:
        head.number = copy["number"] or copy["bare"]
        marks.append(rest.replace(head.number, "", 1))
    return True


def _take_parts(head: Head, text: str, marks: list[str], with_number: bool) -> str:
    """Take number, running total, 增刊 and date out of a line; what is left is a name."""
    rest = text
    total = TOTAL.search(rest) if head.total is None else None
    if total:
        head.total = total[1]
        marks.append(total.group().replace(total[1], "", 1))
        rest = rest[: total.start()] + " " + rest[total.end() :]
    number = NUMBER.search(rest) if with_number and head.issue is None else None
    if number:
        head.issue = number["number"].strip()
        marks.append(number.group().replace(number["number"], "", 1))
        rest = rest[: number.start()] + " " + rest[number.end() :]
        if "刊" in head.issue:
            head.supplement = next(word for word in ("增刊", "专刊", "特刊", "刊") if word in head.issue)
    if head.date is None:
        for date in find_dates(rest):
            hour = _HOUR.match(rest, date.end)
            end = hour.end() if hour else date.end
            head.date, head.date_iso = tidy_date(rest[date.start : end]), date.iso
            after = rest[end:]
            closing = _AFTER_DATE.match(after)
            if closing:
                marks.append(closing.group())
                after = after[closing.end() :]
            rest = rest[: date.start] + " " + after
            break
    if head.date is None and (open_date := _issuer_and_open_date(rest)):
        head.date = open_date["date"]
        rest = rest[: open_date.start("date")]
    rest = _without_signer(head, rest)
    supplement = SUPPLEMENT.fullmatch(rest.strip(_EDGES))
    named = any(map(BULLETIN_NAME.search, head.masthead))
    if supplement and (head.issue or number or named) and not BULLETIN_NAME.search(rest.strip(_EDGES).replace("专刊", "")):
        head.supplement = head.supplement or supplement["name"]
        marks.append(supplement.group().replace(supplement["name"], "", 1) if head.supplement == supplement["name"] else supplement.group())
        rest = ""
    stripped = rest.strip(_EDGES)
    marks.append("".join(rest.split(stripped, 1)) if stripped else rest)
    return re.sub(r"\s{2,}", " ", stripped)


def _without_signer(head: Head, rest: str) -> str:
    """The line without 签发人：… at its end, which stands beside number or issuer (GB/T 9704 7.2.6) and goes to the editors."""
    words = rest.split(" ")
    at = next((number for number, word in enumerate(words) if EDITORS.match(word)), None)
    if at is None:
        return rest
    head.editors.append(" ".join(word for word in words[at:] if word))
    return " ".join(words[:at])


def _issuer(head: Head, text: str, marks: list[str]) -> None:
    label = ISSUER_LABEL.match(text)
    role = ISSUER_ROLE.match(text)
    if label:
        head.issuer_role = label["role"]
        marks.append(text[: label.start("name")].replace(label["role"], "", 1))
        head.issuers.append(label["name"])
    elif role:
        head.issuer_role = re.sub(r"\s", "", role["role"])
        marks.append(text[role.end("name") :].replace(role["role"], "", 1))
        head.issuers.append(role["name"].strip())
    else:
        head.issuers.append(text)


def _masthead_lines(text: str) -> list[str]:
    """A masthead line that a converter put together is parted before the bulletin's own name: 云河市创建文明城市 工作简报."""
    upper, gap, lower = text.rpartition(" ")
    if gap and len(lower) <= 8 and BULLETIN_NAME.search(lower) and len(upper) >= 3:
        return [upper, lower]
    return [text]


def _vertical(lines: list[str]) -> list[str]:
    """Single characters one below the other are one line: 简 / 报."""
    out: list[str] = []
    single_before = False
    for text in lines:
        single = len(text) == 1
        if single and single_before:
            out[-1] += text
        else:
            out.append(text)
        single_before = single
    return out
