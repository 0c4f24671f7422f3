"""A masthead becomes flow paragraphs: the bulletin's name, number, issuer and date, and the red rule (L56-L63)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.layout.flow import Align, FlowParagraph, ParagraphStyle, RuleBelow, Span, TextStyle
from app.layout.setting import Setter
from app.layout.styles import slot, space_above, space_below
from app.model.faces import FaceRole
from app.model.issue import Masthead, Paragraph, Role
from app.model.template import MastheadLine, MastheadText, twips
from app.text.titles import split_lines

_SMALLEST_PT = 26.0
"""A name is shrunk down to this; what is still too wide turns into another line (L-a)."""


def masthead_flow(masthead: Masthead, setter: Setter) -> tuple[FlowParagraph, ...]:
    """The masthead's paragraphs in printing order, with the spaces that put each where the template wants it."""
    return tuple(_spaced(_parts(masthead, setter)))


def _parts(masthead: Masthead, setter: Setter) -> Iterator[tuple[FlowParagraph, float]]:
    """(paragraph, white above its em box in twips); the first one's white counts from the top of the type area."""
    template = setter.template
    style = template.masthead
    top = float(twips(style.top_mm) - template.paper.top)
    if masthead.secrecy or masthead.copy_number:
        yield _corner_line(masthead, setter), 0.0
        top = max(top - template.line_twips, 0.0)
    for index, line in enumerate(masthead.lines):
        look = _look(style.lines, index, len(masthead.lines))
        for part, paragraph in enumerate(_name_lines(line, look, setter)):
            gap = twips(look.gap_above_mm) if index else top
            yield paragraph, float(gap) if not part else paragraph.style.text.size_pt * 4
    yield _centred(masthead.number, style.number, "简报期号", setter), float(twips(style.number.gap_above_mm))
    if masthead.total:
        yield _centred(masthead.total, style.number, "简报总期号", setter), 0.0
    yield from _issuer_lines(masthead, setter)


def _look(looks: Sequence[MastheadLine], index: int, count: int) -> MastheadLine:
    """The look of one of `count` lines; where there are more lines than looks, the last look stays with the last line."""
    if count > len(looks) > 1 and index < count - 1:
        return looks[min(index, len(looks) - 2)]
    return looks[min(index, len(looks) - 1)]


def _spaced(parts: Iterator[tuple[FlowParagraph, float]]) -> Iterator[FlowParagraph]:
    """Turn white between em boxes into space between line slots."""
    below = 0.0
    for paragraph, gap in parts:
        line, size = paragraph.style.line, paragraph.style.text.size_pt
        before = max(round(gap - below - space_above(line, size)), 0)
        below = 0.0 if paragraph.rule_below else space_below(line, size)
        yield replace(paragraph, before=before)


def _name_lines(line: Paragraph, look: MastheadLine, setter: Setter) -> Iterator[FlowParagraph]:
    """One line of the name, fitted: turned by sense where the smallest size is too wide, shrunk to its maximum, spaced to its target."""
    template = setter.template
    scale = look.scale_x_percent / 100
    widest, target = look.max_width_mm * 72 / 25.4, look.target_width_mm * 72 / 25.4
    style = TextStyle(FaceRole(look.face), look.size_pt, 0, False, template.colours.red, scale)
    parts = split_lines(line.text, widest / (_SMALLEST_PT * scale))
    width = max(_natural_width(part, style, setter) for part in parts)
    if width > widest:
        style = replace(style, size_pt=int(look.size_pt * widest / width * 2) / 2)
    start = 0
    for part in parts:
        width = _natural_width(part, style, setter)
        fitted = style
        if width < target and len(part) > 1:
            gap = min((target - width) / (len(part) - 1), look.max_gap_em * style.size_pt)
            fitted = replace(style, letter_space=round(gap * 20))
        paragraph = ParagraphStyle("简报报头", fitted, slot(style.size_pt), Align.CENTRE)
        yield setter.set(Role.MASTHEAD, paragraph, [Span(part, fitted, line.id, start)], ())
        start += len(part)


def _natural_width(text: str, style: TextStyle, setter: Setter) -> float:
    """Width in points without letter space."""
    return setter.measure([Span(text, style)]).width


def _centred(paragraph: Paragraph, look: MastheadText, name: str, setter: Setter) -> FlowParagraph:
    """A small centred line: number or running total."""
    style = ParagraphStyle(name, TextStyle(FaceRole(look.face), look.size_pt), setter.template.line_twips, Align.CENTRE)
    return setter.set(paragraph.role, style, [Span(paragraph.text, style.text, paragraph.id)])


def _corner_line(masthead: Masthead, setter: Setter) -> FlowParagraph:
    """Secrecy top left and copy number top right (L63)."""
    template = setter.template
    look = template.masthead
    text = TextStyle(FaceRole(look.secrecy_face), look.secrecy_size_pt)
    style = ParagraphStyle("简报密级", text, template.line_twips, Align.LEFT)
    left, right = masthead.secrecy, masthead.copy_number
    spans = [Span(p.text, style.text, p.id) for p in (left, right) if p]
    if left and right:
        both = setter.set_split(Role.SECRECY, style, spans[:1], spans[1:])
        if both:
            return both
    aligned = style if left else replace(style, align=Align.RIGHT)
    return setter.set(Role.SECRECY if left else Role.COPY_NUMBER, aligned, spans)


def _issuer_lines(masthead: Masthead, setter: Setter) -> Iterator[tuple[FlowParagraph, float]]:
    """Issuer left and date right, one cell in; the date takes its own line where less than 2 em would part them (L-h)."""
    template = setter.template
    look, cell = template.masthead.issuer, template.cell_twips
    text = TextStyle(FaceRole(look.face), look.size_pt)
    style = ParagraphStyle("简报编发行", text, template.line_twips, Align.LEFT, left=cell, right=cell)
    spans = [Span(issuer.text, text, issuer.id) for issuer in masthead.issuers]
    date = Span(masthead.date.text, text, masthead.date.id)
    gap = float(twips(look.gap_above_mm))
    last = setter.set_split(Role.ISSUER, style, spans[-1:], [date])
    for span in spans if last is None else spans[:-1]:
        yield setter.set(Role.ISSUER, style, [span]), gap
        gap = 0.0
    if last is None:
        last = setter.set(Role.DATE, replace(style, align=Align.RIGHT), [date])
    rule = template.masthead.rule
    if rule.style != "none":  # whole points, so that a paragraph border in DOCX stands at the same place
        last = replace(
            last, rule_below=RuleBelow(round(rule.gap_above_mm * 72 / 25.4) * 20, round(rule.width_pt * 20), template.colours.red)
        )
    yield last, gap
