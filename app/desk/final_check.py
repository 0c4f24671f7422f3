"""An issue before it goes out becomes one page of lines: what is right, what is to be seen to, and where (定稿前检查)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.commenting import comments_left, waiting
from app.desk.distribution.listing import written_balance
from app.desk.intake import open_issue
from app.desk.report import sheets_sentence, spare_lines
from app.edit.state import Place, stands
from app.errors import UserError
from app.fonts.faceset import FaceSet
from app.layout.frames import Layout
from app.model.distribution import Portion
from app.model.issue import Issue, Paragraph, joined_title
from app.proof.finding import LEVEL_WORDS, Finding, Level
from app.proof.of_issue import day_in
from app.records import dataclass
from app.text.numerals import HAN_NUMERAL, parse_numeral

if TYPE_CHECKING:
    from app.store.library.library import Library

_LAST_ISSUES = 3


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing that was looked at. `good`: nothing to do; `place` is where to see to it, None where there is no such place."""

    what: str
    good: bool
    told: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the library knows around an issue: earlier ones of the same bulletin, the newest first, as their files stand, and the lists of
    who gets copies, the issue's own and the standing one; None for one that nobody wrote.
    """

    issues: tuple[Issue, ...] = ()
    own: tuple[Portion, ...] | None = None
    standing: tuple[Portion, ...] | None = None


def earlier_issues(issue: Issue, library: Library | None) -> Earlier:
    """The last three issues of the bulletin that the library knows and whose files can still be read. Raises nothing for the others."""
    found: list[Issue] = []
    for kept in library.issues() if library is not None else ():
        if len(found) == _LAST_ISSUES:
            break
        if kept.bulletin == issue.masthead.name and kept.key != issue.key and Path(kept.path).is_file():
            try:
                found.append(open_issue(Path(kept.path)).issue)
            except UserError:  # a file that is damaged tells nothing; whoever opens it is told
                continue
    lists = library.distribution if library is not None else None
    own = lists.read(issue.masthead.name, issue.key) if lists and issue.key else None
    return Earlier(tuple(found), own, lists.read(issue.masthead.name) if lists else None)


def final_check(
    issue: Issue, layout: Layout, faces: FaceSet, findings: Sequence[Finding] | None, earlier: Earlier
) -> tuple[CheckLine, ...]:
    """Every line, in the order of the page. `findings` is None where nobody has proofread the issue."""
    return (
        *_number_and_date(issue, earlier),
        *_footer(issue, earlier),
        *_distribution(issue, earlier),
        *_articles(issue),
        *_proofread(findings),
        _comments(issue),
        *_pages(issue, layout, faces),
    )


def _number_and_date(issue: Issue, earlier: Earlier) -> Iterator[CheckLine]:
    head = issue.masthead
    number = _number(head.number)
    place = Place(head.number.id, 0)
    if number is None:
        yield CheckLine("期号", False, "期号还没有填", place)
    else:
        numbers = [value for one in earlier.issues if (value := _number(one.masthead.number)) is not None]
        if number in numbers:
            yield CheckLine("期号", False, f"第{number}期已经印过", place)
        elif numbers and number != 1 and number != numbers[0] + 1:
            yield CheckLine("期号", False, f"上一期是第{numbers[0]}期，这一期是第{number}期，请核对", place)
        else:
            yield CheckLine("期号", True, head.number.text + (f"，接第{numbers[0]}期" if numbers else ""), place)
    day, place = day_in(head.date), Place(head.date.id, 0)
    last = next((found for one in earlier.issues if (found := day_in(one.masthead.date))), None)
    if day is None:
        yield CheckLine("日期", False, "日期还没有填好", place)
    elif last is not None and day < last:
        yield CheckLine("日期", False, f"早于上一期的{last.year}年{last.month}月{last.day}日，请核对", place)
    else:
        yield CheckLine("日期", True, head.date.text, place)


def _footer(issue: Issue, earlier: Earlier) -> Iterator[CheckLine]:
    lines = issue.footer.addressed
    words = [f"{line.label}：{line.paragraph.text}" for line in lines]
    place = Place(lines[0].paragraph.id, 0) if lines else None
    before = [[f"{line.label}：{line.paragraph.text}" for line in one.footer.addressed] for one in earlier.issues]
    empty = next((line for line in issue.footer.recipients if line not in lines), None)
    if not issue.footer.recipients:
        yield CheckLine("报送单位", False, "没有报送单位", place)
    elif empty is not None:
        yield CheckLine("报送单位", False, f"“{empty.label}：”后面没有写单位，这一行不印", Place(empty.paragraph.id, 0))
    elif before and words != before[0]:
        yield CheckLine("报送单位", False, "和上一期不一样，请核对", place)
    else:
        yield CheckLine("报送单位", True, "和上一期一样" if before else "；".join(words)[:40], place)
    copies = issue.footer.copies
    last = next((one.footer.copies.text for one in earlier.issues if one.footer.copies), None)
    if copies is None or not copies.text.isdecimal() or int(copies.text) == 0:
        yield CheckLine("印数", False, "印数还没有填", Place(copies.id, 0) if copies else place)
    elif last is not None and copies.text != last:
        yield CheckLine("印数", False, f"{copies.text}份，上一期是{last}份，请核对", Place(copies.id, 0))
    else:
        yield CheckLine("印数", True, f"{copies.text}份", Place(copies.id, 0))


def _distribution(issue: Issue, earlier: Earlier) -> Iterator[CheckLine]:
    """Whether every printed copy goes somewhere, in an office that writes it down."""
    found, copies = written_balance(issue, earlier.own, earlier.standing), issue.footer.copies
    if found is not None and copies is not None:
        yield CheckLine("分发单", found.settled, found.sentence.rstrip("。"), Place(copies.id, 0))


def _articles(issue: Issue) -> Iterator[CheckLine]:
    articles = list(issue.articles())
    if not articles:
        yield CheckLine("文章", False, "这一期还没有文章")
        return
    for what, lacking in (
        ("来稿单位", [one for one in articles if not one.unit]),
        ("来稿登记", [one for one in articles if not one.sources]),
        ("文章标题", [one for one in articles if not one.title.text.strip()]),
        ("文章正文", [one for one in articles if not any(block.text.strip() or block.picture or block.table for block in one.paragraphs)]),
    ):
        if lacking:
            named = "、".join(f"《{joined_title(one.title)[:12]}》" if one.title.text else "没有标题的一篇" for one in lacking[:3])
            yield CheckLine(what, False, f"{len(lacking)} 篇没有：{named}", Place(lacking[0].title.id, 0))
        else:
            yield CheckLine(what, True, f"{len(articles)} 篇都有")


def _proofread(findings: Sequence[Finding] | None) -> Iterator[CheckLine]:
    if findings is None:
        yield CheckLine("校对", False, "“边写边校对”关着，没有查错别字和前后不一致")
        return
    yield _of_rules("目录与标题", ("contents.",), findings, "目录和标题一致")
    yield _of_rules("没有填好的地方", ("left.placeholder",), findings, "没有××、待补")
    yield _of_rules("人名职务", ("name.",), findings, "前后一致")
    yield _of_rules("单位名称", ("unit.", "short."), findings, "前后一致")
    voice = ("voice.sender", "voice.own", "voice.addressed", "voice.area", "voice.day")
    yield _of_rules("来稿口气", voice, findings, "没有我局、今天")
    yield from _levels(findings)


def _of_rules(what: str, prefixes: tuple[str, ...], findings: Sequence[Finding], good: str) -> CheckLine:
    found = [one for one in findings if one.rule.startswith(prefixes) and one.level is not Level.HINT]
    if not found:
        return CheckLine(what, True, good)
    first = found[0]
    more = f"（共 {len(found)} 处）" if len(found) > 1 else ""
    return CheckLine(what, False, first.message + more, Place(first.key, first.start))


def _levels(findings: Sequence[Finding]) -> Iterator[CheckLine]:
    for level in (Level.ERROR, Level.QUERY):
        found = [one for one in findings if one.level is level]
        place = Place(found[0].key, found[0].start) if found else None
        yield CheckLine(f"校对：{LEVEL_WORDS[level]}", not found, f"{len(found)} 处" if found else "没有", place)


def _comments(issue: Issue) -> CheckLine:
    left = waiting(issue)
    if not left:
        return CheckLine("批注", True, "没有等着处理的批注")
    place = Place(left[0].block, left[0].start)
    return CheckLine("批注", False, comments_left(issue), place if stands(issue, place) else None)


def _pages(issue: Issue, layout: Layout, faces: FaceSet) -> Iterator[CheckLine]:
    yield CheckLine("页数", True, sheets_sentence(len(layout.pages), layout.footer_page))
    text_pages = len(layout.plan.fills)
    blank = layout.footer_page - text_pages - 1 if layout.footer_page > text_pages else 0
    footer = issue.footer.addressed[0].paragraph if issue.footer.addressed else None
    place = Place(footer.id, 0) if footer else None
    if layout.footer_page > text_pages and issue.template.footer.page == "last":
        yield CheckLine("报尾位置", False, f"单独落在第{layout.footer_page}页", place)
    else:
        told = f"第{layout.footer_page}页" if layout.footer_page else "没有报尾"
        yield CheckLine("报尾位置", True, told + (f"，前面空 {blank} 页" if blank > 0 else ""), place)
    spare = spare_lines(issue.template, layout)
    yield CheckLine("末页余行", True, f"{spare} 行")
    replaced = [found.role.label for found in faces.substitutions if found.substituted]
    told = f"{'、'.join(replaced)}用了代替字体，印刷请用 PDF" if replaced else "都是公文规定的字体"
    yield CheckLine("字体", not replaced, told)
    missing = dict.fromkeys(glyph.char for glyph in layout.missing)
    yield CheckLine("缺字", not missing, f"没有字形：{''.join(missing)}" if missing else "没有")


def _number(paragraph: Paragraph) -> int | None:
    digits = "".join(char for char in paragraph.text if char.isdecimal() or char in HAN_NUMERAL)
    return parse_numeral(digits) if digits else None
