"""A sheet becomes the measures of its running text: lines and characters, pitch, indent, line ends (L11-L13, L42, L76-L80, L109-L122)."""

from __future__ import annotations

import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from app.exporters.measure.marked import MarkedLine, Measure, Sheet, Spot
from app.exporters.measure.words import none_or, span

# GB/T 15834 5.1: what may not begin or end a line, written down here and not taken from the list that the lines were broken by.
_NEVER_FIRST = frozenset("。．，、：；？！”’」』）》〉】〗〕］｝～·%‰℃")
_NEVER_LAST = frozenset("“‘「『（《〈【〖〔［｛￥№")
_UNSPLIT = ("——", "……")
_DIGITS = frozenset("0123456789")
_GO_WITH_DIGITS = _DIGITS | frozenset("%‰℃.")
_EDGE_PT = 1.5
_ENOUGH_LINES = 5


def line_measures(sheet: Sheet) -> Iterator[Measure]:
    """The measures in the order of the rules; none without running text."""
    if not sheet.body:
        return
    yield _lines_a_page(sheet)
    yield _characters_a_line(sheet)
    yield _size(sheet)
    yield _pitch(sheet)
    yield _indent(sheet)
    turned = [(a, b) for a, b in pairwise(sheet.body) if a.block == b.block and not b.first]
    yield from _turns(turned)
    ragged = tuple(a.spot for a, _ in turned if a.line.end_x_pt < sheet.right - _EDGE_PT)
    yield Measure("L122", "没有排满的转行", none_or(len(ragged), "行"), "没有", not ragged, ragged)


def lone_characters(sheet: Sheet) -> tuple[Spot, ...]:
    """Where the last line of a paragraph has one Han character besides marks (孤字, L121): no fault, but worth a look."""
    return tuple(line.spot for line in sheet.body if line.last and not line.first and sum(map(_is_han, line.line.text)) <= 1)


def _lines_a_page(sheet: Sheet) -> Measure:
    """The slots down to a page's last body line; full where a paragraph runs on to the next page."""
    wanted = sheet.template.paper.text_height // sheet.template.line_twips
    lasts = {line.line.page: line for line in sheet.body}
    used = {page: _slots(sheet, line) for page, line in lasts.items()}
    goes_on = {a.line.page for a, b in pairwise(sheet.body) if a.block == b.block and a.line.page < b.line.page}
    wrong = [lasts[page].spot for page, slots in used.items() if slots > wanted or (page in goes_on and page > 1 and slots < wanted)]
    return Measure("L11", "每面行数", f"最多 {max(used.values())} 行", f"{wanted} 行", not wrong, tuple(wrong))


def _slots(sheet: Sheet, line: MarkedLine) -> int:
    return round((line.line.baseline_pt + 0.2 * sheet.pitch - sheet.top) / sheet.pitch)


def _characters_a_line(sheet: Sheet) -> Measure:
    wanted = sheet.template.grid.characters
    full = [
        line
        for line, after in pairwise(sheet.body)
        if line.block == after.block and line.line.x_pt < sheet.left + _EDGE_PT and all(map(_fills_a_cell, line.line.text))
    ]
    counts = Counter(len(line.line.text) for line in full)
    usual = counts.most_common(1)[0][0] if counts else wanted
    over = tuple(line.spot for line in full if len(line.line.text) > wanted)
    measured = f"排满的行多为 {usual} 字，最多 {max(counts)} 字" if counts else "没有排满汉字的行"
    few = len(full) < _ENOUGH_LINES  # a few that end early, since a mark may not begin the next line, say nothing of the grid
    return Measure("L11", "每行字数", measured, f"{wanted} 字", not over and (few or max(counts) == wanted), over)


def _size(sheet: Sheet) -> Measure:
    wanted = sheet.template.body.size_pt
    sizes = {line.spot: line.line.size_pt for line in sheet.body}
    wrong = tuple(spot for spot, size in sizes.items() if abs(size - wanted) > 0.1)
    return Measure("L12", "正文字号", span(sizes.values(), "磅"), f"{wanted:g} 磅", not wrong, wrong)


def _pitch(sheet: Sheet) -> Measure:
    gaps = [
        (b, b.line.baseline_pt - a.line.baseline_pt) for a, b in pairwise(sheet.lines) if a.body and b.body and a.line.page == b.line.page
    ]
    near = [(line, gap) for line, gap in gaps if gap < 1.5 * sheet.pitch]  # what is farther has a blank line or a picture between
    wrong = tuple(line.spot for line, gap in near if abs(gap - sheet.pitch) > 0.1)
    return Measure("L13", "行距", span((gap for _, gap in near), "磅"), f"{sheet.pitch:g} 磅，±0.1 磅", not wrong, wrong)


def _indent(sheet: Sheet) -> Measure:
    style = sheet.template.body
    wanted = style.indent_cells * sheet.template.cell_twips / 20
    insets = {line.spot: line.line.x_pt - sheet.left for line in sheet.body if line.first}
    wrong = tuple(spot for spot, inset in insets.items() if abs(inset - wanted) > 0.3)
    usual = statistics.median(insets.values()) if insets else wanted
    measured = f"{usual:.2f} 磅" if not wrong else span(insets.values(), "磅")
    return Measure("L42", "首行缩进", measured, f"{wanted:g} 磅（{style.indent_cells:g} 字）", not wrong, wrong)


def _turns(turned: list[tuple[MarkedLine, MarkedLine]]) -> Iterator[Measure]:
    first = tuple(b.spot for _, b in turned if b.line.text[0] in _NEVER_FIRST)
    yield Measure("L76", "不该在行首的标点", none_or(len(first)), "没有", not first, first)
    last = tuple(a.spot for a, _ in turned if a.line.text[-1] in _NEVER_LAST)
    yield Measure("L77", "不该在行末的标点", none_or(len(last)), "没有", not last, last)
    split = tuple(a.spot for a, b in turned if a.line.text[-1] + b.line.text[0] in _UNSPLIT and a.line.text[-2:] not in _UNSPLIT)
    yield Measure("L78", "拆开的破折号、省略号", none_or(len(split)), "没有", not split, split)
    numbers = tuple(a.spot for a, b in turned if a.line.text[-1] in _DIGITS and b.line.text[0] in _GO_WITH_DIGITS)
    yield Measure("L109", "拆开的数字", none_or(len(numbers)), "没有", not numbers, numbers)


def _fills_a_cell(char: str) -> bool:
    return char in "“”‘’—…" or unicodedata.east_asian_width(char) in "WF"


def _is_han(char: str) -> bool:
    return unicodedata.category(char) == "Lo" or char in _DIGITS or char.isalpha()
