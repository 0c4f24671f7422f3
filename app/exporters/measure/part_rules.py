"""A sheet becomes the measures of its masthead, titles and footer (L22, L23, L28, L39, L48, L57, L69, L70, L74)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.exporters.measure.marked import FOOT, MarkedLine, Measure, Sheet, Spot
from app.exporters.measure.page_rules import is_black, is_red
from app.exporters.measure.values import PrintedRule
from app.exporters.measure.words import in_mm, in_pt, mm, span
from app.model.issue import Role

_CENTRE_PT = 2.0
_ORDER = "报送发"


def part_measures(sheet: Sheet) -> Iterator[Measure]:
    """The measures in the order of the rules, of the parts that the issue has."""
    name = sheet.of(Role.MASTHEAD)
    if name and not sheet.issue.masthead.picture:
        yield from _name(sheet, name)
    if sheet.template.masthead.rule.style != "none":
        yield from _red_rule(sheet)
    if titles := sheet.of(Role.TITLE):
        yield from _titles(sheet, titles)
    if sheet.footer_page:
        yield from _footer(sheet)


def _name(sheet: Sheet, name: Sequence[MarkedLine]) -> Iterator[Measure]:
    black = tuple(line.spot for line in name if not all(map(is_red, line.line.colours)))
    yield Measure("L22", "报头名称", f"{len(name) - len(black)} 行是红字", f"{len(name)} 行", not black, black)
    off = tuple(line.spot for line in name if _off_centre(sheet, line) > _CENTRE_PT)
    yield Measure("L22", "报头名称居中", _furthest(sheet, name), f"偏离不超过 {_CENTRE_PT:g} 磅", not off, off)


def _red_rule(sheet: Sheet) -> Iterator[Measure]:
    style = sheet.template.masthead.rule
    bars = [rule for rule in sheet.rules_of(1) if is_red(rule.colour)]
    here = (Spot(1, "报头", sheet.issue.masthead.number.id),)
    wide = max((rule.x_pt + rule.width_pt for rule in bars), default=0.0) - min((rule.x_pt for rule in bars), default=0.0)
    thick = max((rule.thickness_pt for rule in bars), default=0.0)
    wanted = sheet.right - sheet.left
    holds = abs(in_mm(wide - wanted)) <= 1 and abs(thick - style.width_pt) <= 0.15
    measured = f"{mm(wide)}长，{thick:.2f} 磅粗" if bars else "没有"
    yield Measure("L39", "红线", measured, f"{mm(wanted)}长，{style.width_pt:g} 磅粗", holds, () if holds else here)
    at = in_mm(min((rule.top_pt for rule in bars), default=0.0))
    holds = bool(bars) and 90 <= at <= 140
    yield Measure("L57", "红线离纸上边", f"{at:.1f} 毫米" if bars else "没有红线", "90—140 毫米", holds, () if holds else here)


def _titles(sheet: Sheet, titles: Sequence[MarkedLine]) -> Iterator[Measure]:
    wanted = sheet.template.title.size_pt
    wrong = tuple(line.spot for line in titles if abs(line.line.size_pt - wanted) > 0.1)
    yield Measure("L23", "题目字号", span((line.line.size_pt for line in titles), "磅"), f"{wanted:g} 磅", not wrong, wrong)
    off = tuple(line.spot for line in titles if _off_centre(sheet, line) > _CENTRE_PT)
    yield Measure("L23", "题目居中", _furthest(sheet, titles), f"偏离不超过 {_CENTRE_PT:g} 磅", not off, off)


def _footer(sheet: Sheet) -> Iterator[Measure]:
    style = sheet.template.footer
    page = sheet.footer_page
    lines = [line for line in sheet.lines if line.role in FOOT and line.line.page == page and not line.folio]
    here = (Spot(page, "报尾", lines[0].block if lines else 0),)
    wrong = tuple(
        line.spot for line in lines if min(abs(line.line.size_pt - size) for size in (style.size_pt, style.crowded_size_pt)) > 0.1
    )
    limit = f"{style.size_pt:g} 磅（超过 {style.crowded_lines} 行时 {style.crowded_size_pt:g} 磅）"
    yield Measure("L28", "报尾字号", span((line.line.size_pt for line in lines), "磅"), limit, bool(lines) and not wrong, wrong)
    yield from _footer_rules(sheet, lines, here)
    asked = [f"{line.label}：" for line in sheet.issue.footer.addressed]
    texts = "".join(line.line.text for line in lines)
    copies = sheet.issue.footer.copies
    if copies:
        asked.append("".join(style.copies_form.replace("{}", copies.text).split()))
    absent = [words for words in asked if "".join(words.split()) not in texts]
    yield Measure(
        "L69", "报送单位和印数", "都在" if not absent else f"少了{'、'.join(absent)}", "都在", not absent, () if not absent else here
    )
    labels = [line.label[0] for line in sheet.issue.footer.addressed if line.label[:1] in _ORDER and line.label]
    ordered = labels == sorted(labels, key=_ORDER.index)
    yield Measure("L70", "报、送、发的次序", "、".join(dict.fromkeys(labels)) or "没有", "报、送、发", ordered, () if ordered else here)
    counted = [line for line in lines if line.role is Role.COPIES]
    if counted:
        inset = sheet.right - counted[-1].line.end_x_pt
        wanted = style.inset_cells * counted[-1].line.size_pt
        holds = abs(inset - wanted) <= 1.5
        spots = () if holds else (counted[-1].spot,)
        yield Measure("L74", "印数右空", f"{inset:.1f} 磅", f"{wanted:g} 磅（{style.inset_cells:g} 字）", holds, spots)


def _footer_rules(sheet: Sheet, lines: Sequence[MarkedLine], here: tuple[Spot, ...]) -> Iterator[Measure]:
    style = sheet.template.footer
    above = min((line.line.baseline_pt for line in lines), default=sheet.bottom) - 2 * style.pitch_pt
    across = sheet.right - sheet.left
    bars = [
        rule
        for rule in sheet.rules_of(sheet.footer_page)
        if rule.top_pt > above and is_black(rule.colour) and abs(in_mm(rule.width_pt - across)) <= 1
    ]
    outer, inner = [bars[0], bars[-1]] if len(bars) > 1 else bars, bars[1:-1]
    holds = (
        len(bars) > 1
        and all(_as_thick(bar, style.outer_rule_mm) for bar in outer)
        and all(_as_thick(bar, style.inner_rule_mm) for bar in inner)
    )
    measured = f"{len(bars)} 条，粗 {span((in_mm(bar.thickness_pt) for bar in bars), '毫米')}" if bars else "没有"
    limit = f"首末两条 {style.outer_rule_mm:g} 毫米" + (f"，中间 {style.inner_rule_mm:g} 毫米" if style.rule_between_groups else "")
    yield Measure("L48", "报尾的线", measured, limit, holds, () if holds else here)
    if bars and style.copies_place == "inside":
        end = bars[-1].top_pt + bars[-1].thickness_pt
        holds = abs(in_mm(end - sheet.bottom)) <= 1
        yield Measure("L48", "末条线离纸上边", mm(end), f"{mm(sheet.bottom)}，±1 毫米", holds, () if holds else here)


def _as_thick(bar: PrintedRule, wanted_mm: float) -> bool:
    return abs(bar.thickness_pt - in_pt(wanted_mm)) <= 0.15


def _off_centre(sheet: Sheet, line: MarkedLine) -> float:
    return abs((line.line.x_pt + line.line.end_x_pt - sheet.left - sheet.right) / 2)


def _furthest(sheet: Sheet, lines: Sequence[MarkedLine]) -> str:
    return f"最多偏 {max(_off_centre(sheet, line) for line in lines):.1f} 磅"
