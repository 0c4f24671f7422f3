"""Number, date and recipients of an issue that can't be right become hits (GB/T 9704—2012 7.2, 7.4; 实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from app.model.issue import Role
from app.proof.contents import contents_lines
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.text.dates import find_dates
from app.text.numerals import HAN_NUMERAL, parse_numeral

_NUMBER = re.compile(rf"第[ \u3000]*(?P<number>\d+|[{HAN_NUMERAL}]+)?[ \u3000]*期")
_TOTAL = re.compile(rf"总(?:第)?[ \u3000]*(?P<number>\d+|[{HAN_NUMERAL}]+)[ \u3000]*期")
_LABEL = re.compile(r"[ \u3000]*(?P<label>主报|报|送|发|抄[报送]|主送|分送)[ \u3000]*[：:]")
_ORDER = {"主报": 0, "报": 0, "抄报": 0, "主送": 1, "送": 1, "抄送": 1, "分送": 1, "发": 2}
_COPIES = re.compile(r"(?:共印|印|印数|印发)[ \u3000：:]*(?P<number>\d+)[ \u3000]*份")
_COMMITTEE = re.compile("[省市县区州旗][委府]")
_NAME_PARTS = re.compile("[，、；。](?![^（]*）)")
_FIRST_YEAR = 1978
_LEAST_NAMED = 2
_EACH = re.compile(r"[（(](\d+)[ ]*份[）)]")
_PRINTED = re.compile(r"[ \u3000]*(?P<unit>[\u4e00-\u9fff]{4,30}?)[ \u3000]*\d{4}年\d{1,2}月\d{1,2}日(?:印发|印|印制|印刷|编印)")
_LEAST_UNIT = 5
_SHORT_FORMS = tuple(
    (re.compile(full), short)
    for full, short in (
        (r"(?:办公室|办公厅|编辑部|编辑室|办|秘书处)$", ""),
        ("[ \u3000]", ""),
        ("中国共产党|中共", ""),
        ("人民代表大会常务委员会", "人大常委会"),
        ("(?:中国人民政治协商会议|政协)(.{2,12}?[省市县区旗州])(?:委员会)?", r"\1政协"),
        ("人民政府", "政府"),
        ("委员会", "委"),
        ("管理委", "管委会"),
    )
)
_OFFICE_TAIL = re.compile("(?:办公室|办公厅|办)$")
_FOOT = 4
_LAST = 8
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)[ ]?年?[〕）\]］)]?[ \u3000]*(?:总?第)?[ \u3000]*\d{1,3}[ \u3000]*[期号]")
_ISSUED = re.compile(r"日\s*(?:印发|印制|印|编印)")
_MONTH_ALONE = re.compile(r"(?:19|20)\d\d年(?:1[0-2]|0?[1-9])月(?=[ \u3000]*$)")
_LATE = 2
_LATEST = 7
"""Days after its date on which an issue is printed at the latest."""


def number_is_open(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A number that is not filled in, or nought, or above the running total."""
    total = next((int(value) for passage in document.passages if (value := _value(_TOTAL, passage.text)) is not None), None)
    for passage in document.of(Role.NUMBER):
        found = _NUMBER.search(_without_total(passage.text))
        if not found:
            continue
        value = parse_numeral(found["number"]) if found["number"] else None
        if value is None:
            yield passage, Hit(found.start(), found.end(), "期号还没有填。")
        elif value == 0:
            yield passage, Hit(found.start(), found.end(), "期号不能是0。")
        elif total is not None and value > total:
            both = _TOTAL.search(passage.text)
            message = f"期号{value}大于总期数{total}，请核对。"
            yield passage, Hit(found.start(), both.end() if both else found.end(), message)
            others = ((one, _TOTAL.search(one.text)) for one in document.passages if one is not passage) if not both else ()
            yield from ((one, Hit(other.start(), other.end(), message)) for one, other in others if other)


def date_is_off(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A date of the issue that is open, or no day of the calendar, or of another age."""
    for passage in document.of(Role.DATE):
        for found in find_dates(passage.text):
            if found.iso is None:
                yield passage, Hit(found.start, found.end, "本期日期还没有填好，或者没有这一天。")
            elif date.fromisoformat(found.iso).year < _FIRST_YEAR:
                yield passage, Hit(found.start, found.end, "本期日期的年份不对，请核对。")


def date_without_day(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A masthead with the month alone, which a monthly may have and an office that dates its issues lacks the day of."""
    if document.date is not None:
        return
    for passage in document.of(Role.DATE, Role.ISSUER):
        if found := _MONTH_ALONE.search(passage.text):
            yield passage, Hit(found.start(), found.end(), "本期日期只写到月，一般要写到日，请核对。")


def footer_date_differs(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A day in the footer before the issue's own, or long after it."""
    if document.date is None:
        return
    footers = {one.key: one for one in (*document.of(Role.RECIPIENTS, Role.EDITORS, Role.COPIES), *document.passages[-_FOOT:])}
    for passage in footers.values():
        if passage.role in RUNNING and not _ISSUED.search(passage.text):
            continue
        for found in find_dates(passage.text):
            if found.iso and (day := date.fromisoformat(found.iso)) != document.date:
                words = f"{document.date.year}年{document.date.month}月{document.date.day}日"
                far = (day - document.date).days
                if far < 0 or far > _LATEST:
                    yield passage, Hit(found.start, found.end, f"报尾的日期和报头的日期（{words}）对不上。", words)
                    yield from _masthead_date(document, passage.text[found.start : found.end])


def _masthead_date(document: Document, there: str) -> Iterator[tuple[Passage, Hit]]:
    """The date of the masthead: where it and the footer's differ, it may be the wrong one."""
    for passage in document.of(Role.DATE, Role.ISSUER, Role.NUMBER):
        for found in find_dates(passage.text):
            if found.iso and date.fromisoformat(found.iso) == document.date:
                yield passage, Hit(found.start, found.end, f"报尾的日期是{there}，和这里对不上。")


def footer_number_differs(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """Another number in the footer than in the masthead."""
    own = next(
        (value for passage in document.of(Role.NUMBER) if (value := _value(_NUMBER, _without_total(passage.text))) is not None), None
    )
    for passage in document.passages[-_FOOT:] if own is not None else ():
        found = _NUMBER.search(_without_total(passage.text))
        if (
            found
            and found["number"]
            and passage.role is not Role.NUMBER
            and parse_numeral(found["number"]) != own
            and len(passage.text) < 40
        ):
            yield passage, Hit(found.start(), found.end(), f"报头写的是第{own}期，请核对。")


def _recipients(document: Document) -> list[Passage]:
    """The lines of recipients; those at the foot of a text that only their label tells, too."""
    foot = [one for one in document.passages[-_LAST:] if one.role in (Role.BODY, Role.EDITORS) and _LABEL.match(one.text)]
    return sorted((*document.of(Role.RECIPIENTS), *(foot if document.masthead else ())), key=lambda one: one.key)


def recipient_twice(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A body that is named twice among the recipients."""
    seen: set[str] = set()
    for passage in _recipients(document):
        label = _LABEL.match(passage.text)
        at = label.end() if label else 0
        for name in _NAME_PARTS.split(passage.text[at:]):
            start = passage.text.find(name, at)
            at = start + len(name)
            bare = name.strip()
            if (len(bare) > 2 or _COMMITTEE.fullmatch(bare)) and bare in seen:
                yield passage, Hit(start, start + len(name), f"报送单位里“{bare}”写了两次。")
            seen.add(bare)


def recipients_out_of_order(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """发 before 送, 送 before 报."""
    labels = [(passage, found, _ORDER[found["label"]]) for passage in _recipients(document) if (found := _LABEL.match(passage.text))]
    first = 0  # of those that may stand where they do
    for turn, (passage, found, rank) in enumerate(labels):
        highest = max(labels[first:turn], key=lambda one: one[2], default=None)
        if highest and rank < highest[2]:
            again = any(later == highest[2] for _, _, later in labels[turn + 1 :])  # 发, 送, 发: the first one is out of its place
            where, label = highest[:2] if again else (passage, found)
            first = turn if again else first
            yield where, Hit(label.start("label"), label.end("label"), "次序是报、送、发，请核对。")


def year_differs(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """2025年第7期 over a date of 2026; the last number of a year may come out in the next January."""
    for passage in document.of(Role.NUMBER) if document.date else ():
        found = _YEAR.search(passage.text)
        if found and document.date and int(found["year"]) != document.date.year:
            late = document.date.month <= _LATE and int(found["year"]) == document.date.year - 1
            if not late:
                yield passage, Hit(*found.span("year"), f"本期日期是{document.date.year}年，期号的年份请核对。", str(document.date.year))


def no_copies(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """No copies to be printed."""
    foot = document.passages[-_FOOT:] if document.masthead else ()
    lines = {one.key: one for one in (*document.of(Role.COPIES, Role.RECIPIENTS, Role.EDITORS), *foot)}
    for passage in lines.values():
        for found in _COPIES.finditer(passage.text):
            if int(found["number"]) == 0:
                yield passage, Hit(found.start("number"), found.end("number"), "印数不能是0。")


def copies_do_not_add_up(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """Copies for the recipients that come to another number than are printed: 报（5份）送（25份）发（30份）, 共印50份."""
    lines = [[int(number) for number in _EACH.findall(passage.text)] for passage in document.of(Role.RECIPIENTS)]
    if len(lines) < _LEAST_NAMED or not all(lines):
        return
    total = sum(number for line in lines for number in line)
    for passage in document.of(Role.COPIES, Role.RECIPIENTS, Role.EDITORS):
        for found in _COPIES.finditer(passage.text):
            if 0 < int(found["number"]) < total:
                yield passage, Hit(found.start("number"), found.end("number"), f"各单位的份数加起来是{total}，比印数多，请核对。")


def printed_by_another(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """A unit in the footer's last line that isn't the one of the masthead."""
    issuer = next((passage.text for passage in document.of(Role.ISSUER) if passage.text.strip()), "")
    issuer = re.split(r"[ \u3000]{2,}|\d{4}年", issuer)[0].strip()
    if len(issuer) < _LEAST_UNIT:
        return
    for passage in reversed(document.passages):
        found = _PRINTED.match(passage.text)
        if found:
            if len(found["unit"]) >= _LEAST_UNIT and not _one_issuer(found["unit"], issuer, office):
                yield passage, Hit(found.start("unit"), found.end("unit"), f"报头的单位是“{issuer}”，报尾是“{found['unit']}”，请核对。")
            return


def _one_issuer(unit: str, issuer: str, office: Office) -> bool:
    """Whether two names are one office's: one is the end of the other, or the office of what the other names."""
    one, other = (_everyday(name, office) for name in (unit, issuer))
    if _OFFICE_TAIL.search(unit) and _OFFICE_TAIL.search(issuer):
        return one.endswith(other) or other.endswith(one)  # 县委办公室 isn't 县委改革办
    return one in other or other in one


def _everyday(name: str, office: Office) -> str:
    """A unit's name in the shortest form in use, so that two forms of one name are one: 市委办公室 for 中共临湖市委员会办公室."""
    for full, short in _SHORT_FORMS:
        name = full.sub(short, name)
    for unit in office.units:
        full_name = unit.name.replace("委员会", "委")
        if unit.short and full_name in name:
            return name.replace(full_name, unit.short[-1])
        shorter = next((one for one in unit.short if name.endswith(one)), None)
        if shorter:
            return name.removesuffix(shorter) + unit.short[-1]
    return name


def same_title(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """Two articles under one title."""
    seen: set[str] = set()
    for title in document.of(Role.TITLE):
        bare = "".join(title.text.split())
        if len(bare) > 4 and bare in seen:
            yield title, Hit(0, len(title.text), "前面有一篇文章用了同样的标题。")
        seen.add(bare)


def _without_total(text: str) -> str:
    return _TOTAL.sub(lambda found: " " * len(found[0]), text)


def _value(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    return parse_numeral(found["number"]) if found else None


_SELECTED = re.compile(
    r"(?:^[ \u3000（(]*本期共(?:有|计|收|选|编)?"
    r"|(?:本期|现|特|这里|下面)[^，。；]{0,8}?(?:选编|选登|刊发|编发|摘编|刊登|推出|选取|转发|印发)了?[^，。；\d]{0,6}?)"
    rf"(?P<number>\d{{1,2}}|[{HAN_NUMERAL}]{{1,2}})(?P<measure>篇|则|条|个案例|个典型案例"
    r"|个(?=(?:县|市|区|乡|镇|街道|单位|部门|地方|典型|做法|经验))|家(?=单位)|所(?=学校|中小学|医院|高校)|位(?=同志|干部))"
)


def selected(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """本期选编五篇 before four articles."""
    entries = sum(line.role != Role.SECTION for line in contents_lines(document))
    articles = entries or sum(bool(title.text.strip()) for title in document.of(Role.TITLE))
    for passage in document.running:
        found = _SELECTED.search(passage.text)
        said = parse_numeral(found["number"]) if found else None
        if found and said and said > 1 and document.masthead and articles > 1 and said in (articles - 1, articles + 1):
            words = f"{found['number']}{found['measure']}"
            yield passage, Hit(found.start("number"), found.end(), f"本期有{articles}篇文章，这里是“{words}”，请核对。")


RULES = (
    DocumentRule(About("issue.number", "期号", Level.ERROR, "实务"), number_is_open),
    DocumentRule(About("issue.year", "期号的年份", Level.QUERY, "实务"), year_differs),
    DocumentRule(About("issue.date", "本期日期", Level.ERROR, "GB/T 9704—2012 7.3.5.4"), date_is_off),
    DocumentRule(About("issue.date_month", "本期日期没有日", Level.HINT, "GB/T 9704—2012 7.3.5.4；实务"), date_without_day),
    DocumentRule(About("issue.footer_date", "报尾日期", Level.QUERY, "实务"), footer_date_differs),
    DocumentRule(About("issue.footer_number", "报尾期号", Level.QUERY, "实务"), footer_number_differs),
    DocumentRule(About("issue.recipient_twice", "报送单位重复", Level.QUERY, "实务"), recipient_twice),
    DocumentRule(About("issue.recipient_order", "报送发次序", Level.QUERY, "实务"), recipients_out_of_order),
    DocumentRule(About("issue.copies", "印数", Level.ERROR, "实务"), no_copies),
    DocumentRule(About("issue.copies_sum", "印数与份数不符", Level.QUERY, "实务"), copies_do_not_add_up),
    DocumentRule(About("issue.printed_by", "报头与报尾单位不符", Level.QUERY, "实务"), printed_by_another),
    DocumentRule(About("issue.selected", "篇数与文章数不符", Level.QUERY, "实务"), selected),
    DocumentRule(About("issue.same_title", "标题重复", Level.QUERY, "实务"), same_title),
)
