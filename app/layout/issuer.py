"""The lines right above the red rule, and the rule: issuers, date, and by choice the editors (L-f, L-h, L-p)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.layout.flow import Align, FlowParagraph, ParagraphStyle, RuleBelow, RuleBeside, RuleStyle, Span, TextStyle
from app.layout.setting import Setter
from app.layout.styles import EM_ABOVE, slot, space_below
from app.model.faces import FaceRole
from app.model.issue import Masthead, Paragraph, Role
from app.model.template import twips

_STAR = "★"

Spaced = tuple[FlowParagraph, float]
"""A paragraph and the white above its em box, twips."""


def issuer_lines(masthead: Masthead, setter: Setter) -> Iterator[Spaced]:
    """Issuers left and date right, one cell in.

    The date stands on the last issuer's line or, where the template says so, half-way down joint ones (L-h); it takes a line of its own
    where less than 2 em would part it from the name beside it.
    """
    template = setter.template
    look = template.masthead
    style = _style(setter)
    spans = [_issuer(issuer, look.issuer_suffix, style.text) for issuer in masthead.issuers]
    date = Span(masthead.date.text, style.text, masthead.date.id)
    spans = spans or [[]]
    beside, fall = len(spans) - 1, 0
    if look.date_place == "middle":
        beside = (len(spans) - 1) // 2
        fall = 0 if len(spans) % 2 else template.line_twips // 2
    dated = setter.set_split(Role.ISSUER, style, spans[beside], [date._replace(style=style.text._replace(fall=fall))])
    gap = float(twips(look.issuer.gap_above_mm))
    for number, issuer in enumerate(spans):
        if dated is not None and number == beside:
            yield dated, gap
        elif issuer:
            yield setter.set(Role.ISSUER, style, issuer), gap
        gap = 0.0
    if dated is None:
        yield setter.set(Role.DATE, style._replace(align=Align.RIGHT), [date]), gap


def editors_line(editors: Paragraph, setter: Setter) -> FlowParagraph:
    """编辑：… above the red rule, one cell in, as the issuer is."""
    style = _style(setter)
    return setter.set(Role.EDITORS, style, [Span(editors.text, style.text, editors.id)])


def ruled(lines: Sequence[Spaced], setter: Setter) -> Iterator[Spaced]:
    """The lines with the red rule under the last one; a rule with a star is a paragraph of its own."""
    template = setter.template
    rule = template.masthead.rule
    if rule.style == "none":
        yield from lines
        return
    # Whole points, so that a paragraph border in DOCX stands at the same place.
    gap, thickness, red = round(rule.gap_above_mm * 72 / 25.4) * 20, round(rule.width_pt * 20), template.colours.red
    if rule.style == "star":
        yield from lines
        text = TextStyle(FaceRole.TITLE, rule.star_size_pt, colour=red)
        above = lines[-1][0].style
        # The white above is a part of the slot, as the bars' places in DOCX count from the top of the text.
        line = round((gap - space_below(above.line, above.text.size_pt) + EM_ABOVE * text.size_pt * 20) * 5 / 4)
        look = ParagraphStyle("简报红星", text, max(line, slot(text.size_pt)), Align.CENTRE)
        star = setter.set(Role.MASTHEAD, look, [Span(_STAR, text)])
        yield star._replace(rule_beside=RuleBeside(round(text.size_pt * 6), thickness, red)), float(gap)
        return
    yield from lines[:-1]
    last, white = lines[-1]
    yield last._replace(rule_below=RuleBelow(gap, thickness, red, RuleStyle(rule.style))), white


def _style(setter: Setter) -> ParagraphStyle:
    template = setter.template
    look, cell = template.masthead.issuer, template.cell_twips
    text = TextStyle(FaceRole(look.face), look.size_pt)
    return ParagraphStyle("简报编发行", text, template.line_twips, Align.LEFT, left=cell, right=cell)


def _issuer(issuer: Paragraph, suffix: str, text: TextStyle) -> list[Span]:
    """An issuer's name and what follows it: 主办, 编."""
    name = Span(issuer.text, text, issuer.id)
    return [name, Span("\u3000" + suffix, text)] if suffix and not issuer.text.rstrip().endswith(suffix) else [name]
