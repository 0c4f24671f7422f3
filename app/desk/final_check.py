"""An issue before it goes out becomes one page of lines: what is right, what is to be seen to, and where (定稿前检查)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.check_line import CheckLine, Field, Spot, clipped
from app.desk.commenting import comments_left, waiting
from app.desk.final_footer import footer_lines
from app.desk.final_proof import PLACEHOLDER, Reading, proof_lines
from app.desk.intake import open_issue
from app.desk.report import blank_pages, sheets_sentence, spare_lines
from app.desk.unlooked import unlooked_places
from app.edit.state import Place, stands
from app.errors import UserError
from app.fonts.faceset import FaceSet
from app.layout.frames import Layout
from app.model.distribution import Portion
from app.model.issue import Article, Issue, Paragraph, joined_title
from app.model.unlooked import Unlooked
from app.proof.of_issue import day_in
from app.records import dataclass
from app.text.numerals import HAN_NUMERAL, parse_numeral

if TYPE_CHECKING:
    from app.store.library.library import Library

_LAST_ISSUES = 3
_MOST_NAMED, _WORDS = 2, 16
_TOLD_BY = {"issue.number": "期号", "issue.date": "日期", "issue.copies": "印数", "page.footer_alone": "报尾位置"}
"""Rules of the proofreading that say what a line says by itself."""


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
    issue: Issue, layout: Layout, faces: FaceSet, known: Reading, earlier: Earlier, unlooked: Sequence[Unlooked] = ()
) -> tuple[CheckLine, ...]:
    """Every line, in the order of the page. `unlooked` are the words of repairs that waited for the clerk and were never
    decided, and whether somebody went to look at them since.
    """
    before = earlier.issues[0].footer if earlier.issues else None
    frame = (_number_line(issue, earlier), _date_line(issue, earlier), *footer_lines(issue, before, earlier.own, earlier.standing))
    pages = tuple(_pages(issue, layout, faces))
    return (
        *frame,
        *_articles(issue),
        *_unlooked(issue, {one.words: one.looked for one in unlooked}),
        *proof_lines(issue, _without(known, (*frame, *pages))),
        _comments(issue),
        *pages,
    )


def _without(known: Reading, lines: Sequence[CheckLine]) -> Reading:
    """What the proofreading has to say beside these lines: of one thing nobody is told twice."""
    left = {line.what: {spot.place.block for spot in line.spots} for line in lines if not line.good}
    told = frozenset(rule for rule, what in _TOLD_BY.items() if what in left)
    blocks = left.get("期号", set()) | left.get("日期", set())
    findings = [one for one in known.findings or () if one.rule not in told and not (one.key in blocks and one.rule == PLACEHOLDER)]
    return replace(known, findings=tuple(findings)) if known.findings is not None else known


def _number_line(issue: Issue, earlier: Earlier) -> CheckLine:
    paragraph = issue.masthead.number
    number, spots = _number(paragraph), (Spot(Place(paragraph.id, 0)),)
    if number is None:
        return CheckLine("期号", False, "期号还没有填", spots)
    numbers = [value for one in earlier.issues if (value := _number(one.masthead.number)) is not None]
    if number in numbers:
        return CheckLine("期号", False, f"第{number}期已经印过", spots)
    if numbers and number != 1 and number != numbers[0] + 1:
        return CheckLine("期号", False, f"上一期是第{numbers[0]}期，这一期是第{number}期，请核对", spots)
    return CheckLine("期号", True, paragraph.text + (f"，接第{numbers[0]}期" if numbers else ""), spots)


def _date_line(issue: Issue, earlier: Earlier) -> CheckLine:
    paragraph = issue.masthead.date
    day, spots = day_in(paragraph), (Spot(Place(paragraph.id, 0)),)
    last = next((found for one in earlier.issues if (found := day_in(one.masthead.date))), None)
    if day is None:
        return CheckLine("日期", False, "日期还没有填好", spots)
    if last is not None and day < last:
        return CheckLine("日期", False, f"早于上一期的{last.year}年{last.month}月{last.day}日，请核对", spots)
    return CheckLine("日期", True, paragraph.text, spots)


def _articles(issue: Issue) -> Iterator[CheckLine]:
    articles = list(issue.articles())
    if not articles:
        yield CheckLine("文章", False, "这一期还没有文章")
        return
    empty = [one for one in articles if not any(block.text.strip() or block.picture or block.table for block in one.paragraphs)]
    for what, field, lacking in (
        ("来稿单位", Field.UNIT, [one for one in articles if not one.unit]),
        ("来稿登记", None, [one for one in articles if not one.sources]),
        ("文章标题", None, [one for one in articles if not one.title.text.strip()]),
        ("文章正文", None, empty),
    ):
        if lacking:
            named = "、".join(map(_named, lacking[:_MOST_NAMED])) + (" 等" if len(lacking) > _MOST_NAMED else "")
            spots = tuple(Spot(Place(one.title.id, 0), f"{_named(one)}没有{what}", field=field) for one in lacking)
            yield CheckLine(what, False, f"{len(lacking)} 篇没有：{named}", spots)
        else:
            yield CheckLine(what, True, f"{len(articles)} 篇都有")


def _named(article: Article) -> str:
    title = joined_title(article.title)
    return f"《{clipped(title)}》" if title.strip() else "没有标题的一篇"


def _unlooked(issue: Issue, repairs: Mapping[str, bool]) -> Iterator[CheckLine]:
    """A line only where there are any: who decided on everything hears nothing of it."""
    found = unlooked_places(issue, repairs)
    if found:
        spots = tuple(Spot(place, f"“{words[:_WORDS]}…”，导入时没有确认，先保留着；不要就删去", repair=one) for one, place, words in found)
        left = sum(not repairs[one] for one, _, _ in found)
        told = f"{left} 处导入时没有确认，先保留着，请看一眼" if left else f"{len(found)} 处看过了，保留着"
        yield CheckLine("未确认的修正", not left, told, spots, noted=not left)


def _comments(issue: Issue) -> CheckLine:
    left = waiting(issue)
    if not left:
        return CheckLine("批注", True, "没有等着处理的批注")
    spots = (Spot(Place(one.block, one.start), f"{one.who}：{one.text}" if one.who else one.text) for one in left)
    return CheckLine("批注", False, comments_left(issue), tuple(spot for spot in spots if stands(issue, spot.place)))


def _pages(issue: Issue, layout: Layout, faces: FaceSet) -> Iterator[CheckLine]:
    count = len(layout.pages)
    yield CheckLine("页数", True, sheets_sentence(count, layout.footer_page), noted=blank_pages(count) > 0)
    text_pages = len(layout.plan.fills)
    blank = layout.footer_page - text_pages - 1 if layout.footer_page > text_pages else 0
    footer = issue.footer.addressed[0].paragraph if issue.footer.addressed else None
    spots = (Spot(Place(footer.id, 0)),) if footer else ()
    if layout.footer_page > text_pages and issue.template.footer.page == "last":
        yield CheckLine("报尾位置", False, f"单独落在第{layout.footer_page}页", spots)
    else:
        told = f"第{layout.footer_page}页" if layout.footer_page else "没有报尾"
        yield CheckLine("报尾位置", True, told + (f"，前面空 {blank} 页" if blank > 0 else ""), spots)
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
