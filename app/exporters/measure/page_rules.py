"""A sheet becomes the measures of its paper: size, margins, colours, faces, page numbers (L1-L7, L46, L131)."""

from __future__ import annotations

from collections.abc import Iterator

from app.exporters.measure.marked import MarkedLine, Measure, Sheet, Spot
from app.exporters.measure.values import Colour
from app.exporters.measure.words import in_mm, in_pt, mm, none_or, span
from app.model.issue import Role

_PAPER_MM = 0.2
_EDGE_MM = 1.0
_OVER_PT = 1.0
_DASH_EM = 0.36
"""How far the dash of a page number stands above its baseline, middle of what faces have (0.29 to 0.41 em)."""


def page_measures(sheet: Sheet) -> Iterator[Measure]:
    """The measures in the order of the rules."""
    yield _same_text(sheet)
    yield _paper(sheet)
    yield _above(sheet)
    yield _binding(sheet)
    yield _inside(sheet)
    yield _below(sheet)
    yield _colours(sheet)
    yield _fonts(sheet)
    yield from _numbers(sheet)


def is_red(colour: Colour) -> bool:
    """Red on a screen, or what four inks of red become there."""
    red, green, blue = colour
    return red > 150 and green < 90 and blue < 90


def is_black(colour: Colour) -> bool:
    """Black, or what four inks of black become on a screen."""
    return max(colour) < 60


def _same_text(sheet: Sheet) -> Measure:
    there = sum(not line.folio and line.role is not None for line in sheet.lines) + sum(line.folio for line in sheet.lines)
    spots = (*sheet.absent, *sheet.strange)
    return Measure("文件", "文件里的字与排好的版面", f"{there} 行一致，{len(spots)} 行不一致", "逐行一致", not spots, spots)


def _paper(sheet: Sheet) -> Measure:
    paper = sheet.template.paper
    wrong = tuple(
        Spot(number)
        for number, (width, height) in enumerate(sheet.printed.sizes, 1)
        if max(abs(in_mm(width) - paper.width_mm), abs(in_mm(height) - paper.height_mm)) > _PAPER_MM
    )
    shown = "、".join(f"{in_mm(width):.1f}×{in_mm(height):.1f} 毫米" for width, height in dict.fromkeys(sheet.printed.sizes))
    return Measure("L1", "纸张", shown, f"{paper.width_mm:g}×{paper.height_mm:g} 毫米，±{_PAPER_MM} 毫米", not wrong, wrong)


def _above(sheet: Sheet) -> Measure:
    """Where the slot of a page's first body line begins: four fifths of the pitch above the baseline."""
    firsts: dict[int, MarkedLine] = {}
    for line in sheet.lines:
        firsts.setdefault(line.line.page, line)
    tops = {line.spot: line.line.baseline_pt - 0.8 * sheet.pitch for line in firsts.values() if line.body}
    high = {line.spot: line.line.baseline_pt - line.line.size_pt for line in firsts.values() if not line.folio}
    wrong = [spot for spot, top in tops.items() if abs(in_mm(top - sheet.top)) > _EDGE_MM]
    wrong += [spot for spot, top in high.items() if in_mm(top - sheet.top) < -_EDGE_MM and spot not in wrong]
    measured = span((in_mm(top) for top in (tops or high).values()), "毫米", 1)
    return Measure("L2", "天头", measured, f"{mm(sheet.top)}，±1 毫米", not wrong, tuple(wrong))


def _binding(sheet: Sheet) -> Measure:
    edges = {line.spot: line.line.x_pt for line in sheet.body if not line.first}
    wrong = tuple(spot for spot, x in edges.items() if abs(in_mm(x - sheet.left)) > _EDGE_MM)
    measured = span(map(in_mm, edges.values()), "毫米", 1, "没有转行的正文")
    return Measure("L3", "订口", measured, f"{mm(sheet.left)}，±1 毫米", not wrong, wrong)


def _inside(sheet: Sheet) -> Measure:
    lines = [line for line in sheet.lines if not line.folio]
    wrong = tuple(line.spot for line in lines if line.line.x_pt < sheet.left - _OVER_PT or line.line.end_x_pt > sheet.right + _OVER_PT)
    left, right = (
        min((line.line.x_pt for line in lines), default=sheet.left),
        max((line.line.end_x_pt for line in lines), default=sheet.right),
    )
    limit = f"{mm(sheet.left)} 至 {mm(sheet.right)}"
    return Measure("L4", "版心左右", f"字在 {mm(left)} 至 {mm(right)} 之间", limit, not wrong, wrong)


def _below(sheet: Sheet) -> Measure:
    lines = [line for line in sheet.lines if not line.folio]
    wrong = tuple(line.spot for line in lines if in_mm(line.line.baseline_pt - sheet.bottom) > _EDGE_MM)
    lowest = max((line.line.baseline_pt for line in lines), default=sheet.top)
    return Measure("L5", "版心下边", f"最低的字 {mm(lowest)}", f"不低于 {mm(sheet.bottom)}", not wrong, wrong)


def _colours(sheet: Sheet) -> Measure:
    """Red is for the name and the rule under it, down to a star in that rule; all else is black."""
    under = max((rule.top_pt for rule in sheet.rules_of(1) if is_red(rule.colour)), default=sheet.bottom)
    star = in_pt(5)

    def wrong(line: MarkedLine) -> bool:
        name = line.role is Role.MASTHEAD or (line.line.page == 1 and line.line.baseline_pt < under + star)
        return not all(is_black(colour) or (name and is_red(colour)) for colour in line.line.colours)

    spots = tuple(line.spot for line in sheet.lines if wrong(line))
    return Measure("L7", "不该有颜色的字", none_or(len(spots), "行"), "没有", not spots, spots)


def _fonts(sheet: Sheet) -> Measure:
    fonts = sheet.printed.fonts
    absent = [name for name, embedded in fonts.items() if not embedded]
    measured = f"{len(fonts) - len(absent)} 种字体都已嵌入" if not absent else f"没有嵌入：{'、'.join(absent)}"
    return Measure("L131", "字体嵌入", measured, "全部", not absent)


def _numbers(sheet: Sheet) -> Iterator[Measure]:
    style = sheet.template.page_number
    folios = [line for line in sheet.lines if line.folio]
    texts = {line.line.page for line in sheet.lines if not line.folio and (line.role not in _FOOT or line.line.page != sheet.footer_page)}
    pages = {page for page in texts if page > 1 or style.first_page}
    form = {page: "".join(style.form.replace("{}", str(page)).split()) for page in range(1, len(sheet.printed.sizes) + 1)}
    wrong = [line.spot for line in folios if line.line.text != form[line.line.page] or abs(line.line.size_pt - style.size_pt) > 0.1]
    wrong += [Spot(page) for page in sorted(pages - {line.line.page for line in folios})]
    wanted = style.form.replace("{}", "n") + f"，{style.size_pt:g} 磅" + ("" if style.first_page else "，第 1 页不印")
    yield Measure("L46", "页码", f"{len(folios)} 页有页码", wanted, not wrong, tuple(wrong))
    gaps = {line.spot: line.line.baseline_pt - _DASH_EM * line.line.size_pt - sheet.bottom for line in folios}
    off = tuple(spot for spot, gap in gaps.items() if abs(in_mm(gap) - style.gap_mm) > 0.7)
    yield Measure("L46", "页码在版心之下", span(map(in_mm, gaps.values()), "毫米", 1), f"{style.gap_mm:g} 毫米", not off, off)
    aside = tuple(line.spot for line in folios if _off_its_side(sheet, line) > 1.5)
    places = {"outer": "单页居右、双页居左，各空一字", "centre": "居中", "right": "居右"}
    yield Measure("L46", "页码的左右位置", f"{len(folios) - len(aside)} 页在位", places[style.place], not aside, aside)


_FOOT = frozenset({Role.RECIPIENTS, Role.EDITORS, Role.COPIES})


def _off_its_side(sheet: Sheet, folio: MarkedLine) -> float:
    """How far a page number stands off its place, points."""
    style, line = sheet.template.page_number, folio.line
    if style.place == "centre":
        return abs((line.x_pt + line.end_x_pt - sheet.left - sheet.right) / 2)
    inset = style.inset_cells * style.size_pt
    if style.place == "right" or line.page % 2:
        return abs(sheet.right - inset - line.end_x_pt)
    return abs(line.x_pt - sheet.left - inset)
