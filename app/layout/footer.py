"""报尾 becomes paragraphs between rules that stand on the bottom of the type area (L48, L69-L74)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from app.layout.flow import Align, FlowParagraph, ParagraphStyle, Span, TextStyle
from app.layout.frames import PlacedLine, Rule
from app.layout.setting import Setter
from app.model.faces import FaceRole
from app.model.issue import Footer, Role

_RULE_GAP = 1
"""A rule is a border under a paragraph of its own in DOCX, and a paragraph is at least one twip high."""


class FooterBlock(NamedTuple):
    """The footer's paragraphs, its rules as (twips below its top, thickness in twips), and its height in twips.

    `tops` are the slots' tops of the paragraphs, twips below the footer's top.
    """

    paragraphs: tuple[FlowParagraph, ...] = ()
    tops: tuple[int, ...] = ()
    rules: tuple[tuple[int, int], ...] = ()
    height: int = 0


def footer_block(footer: Footer, setter: Setter) -> FooterBlock:
    """Stack the footer's paragraphs and rules; an empty footer has no height."""
    style = setter.template.footer
    footer = replace(footer, recipients=footer.addressed, editors=None if style.editors_place == "first_page" else footer.editors)
    if footer.empty:
        return FooterBlock()
    outer, inner = _border(style.outer_rule_mm), _border(style.inner_rule_mm)
    groups = _groups(footer, setter, _style(setter, style.size_pt))
    if style.crowded_size_pt < style.size_pt and sum(len(p.lines) for group in groups for p in group) > style.crowded_lines:
        groups = _groups(footer, setter, _style(setter, style.crowded_size_pt))
    below = groups.pop() if style.copies_place == "below" else []
    paragraphs: list[FlowParagraph] = []
    tops: list[int] = []
    rules = [(_RULE_GAP, outer)]
    y = _RULE_GAP + outer
    lines = [p for group in groups for p in group]
    for index, paragraph in enumerate(lines):
        if index and style.rule_between_groups:
            rules.append((y + _RULE_GAP, inner))
            y += _RULE_GAP + inner
        paragraphs.append(paragraph)
        tops.append(y)
        y += paragraph.height
    if lines:
        rules.append((y + _RULE_GAP, outer))
        y += _RULE_GAP + outer
    for paragraph in below:
        paragraphs.append(paragraph)
        tops.append(y)
        y += paragraph.height
    return FooterBlock(tuple(paragraphs), tuple(tops), tuple(rules), y)


def _border(mm: float) -> int:
    """A rule's thickness in twips, in the eighths of a point that borders have (0.35 mm: 20, 0.25 mm: 15)."""
    return round(round(mm * 72 / 25.4 * 8) * 2.5)


def place_footer(block: FooterBlock, setter: Setter) -> tuple[tuple[PlacedLine, ...], tuple[Rule, ...]]:
    """The footer's lines and rules on their page: its bottom is the bottom of the type area."""
    paper = setter.template.paper
    top = paper.top + paper.text_height - block.height
    lines = tuple(
        PlacedLine(line, top + offset + i * paragraph.style.line)
        for paragraph, offset in zip(block.paragraphs, block.tops, strict=True)
        for i, line in enumerate(paragraph.lines)
    )
    rules = tuple(Rule(paper.left / 20, (top + y) / 20, paper.text_width / 20, thickness / 20) for y, thickness in block.rules)
    return lines, rules


def _style(setter: Setter, size_pt: float) -> ParagraphStyle:
    """The look of a footer line: one cell in on both sides; the rules keep the full width, the pitch its measure of the size."""
    look = setter.template.footer
    inset = round(look.inset_cells * size_pt * 20)
    pitch = round(look.pitch_pt * 20 * size_pt / look.size_pt)
    return ParagraphStyle("简报版记", TextStyle(FaceRole(look.face), size_pt), pitch, left=inset, right=inset)


def _groups(footer: Footer, setter: Setter, style: ParagraphStyle) -> list[list[FlowParagraph]]:
    """The recipients with the editors' line, and the copies."""
    return [list(_recipients(footer, setter, style)), list(_copies(footer, setter, style))]


def _recipients(footer: Footer, setter: Setter, style: ParagraphStyle) -> Iterator[FlowParagraph]:
    """报：… with turned lines under the first character after the colon (L49), then the editors' line."""
    look = setter.template.footer
    mark = look.end_mark
    label_look = style.text if look.label_face == "text" else style.text._replace(face=FaceRole(look.label_face))
    widest = setter.template.paper.text_width // 2  # a label longer than any real one leaves room for what follows it
    for line in footer.recipients:
        label = line.label + "："
        hang = min(round(len(label) * style.text.size_pt * 20), widest)
        spans = [Span(label, label_look), Span(line.paragraph.text, style.text, line.paragraph.id)]
        if mark and not line.paragraph.text.endswith(mark):
            spans.append(Span(mark, style.text))
        yield setter.set(Role.RECIPIENTS, style._replace(left=style.left + hang, first=-hang), spans)
    if footer.editors:
        yield setter.set(Role.EDITORS, style._replace(align=Align.LEFT), [Span(footer.editors.text, style.text, footer.editors.id)])


def _copies(footer: Footer, setter: Setter, style: ParagraphStyle) -> Iterator[FlowParagraph]:
    """共印N份, flush right, one cell in (L74)."""
    if footer.copies:
        style = style._replace(align=Align.RIGHT)
        head, _, tail = setter.template.footer.copies_form.partition("{}")
        spans = [Span(head, style.text), Span(footer.copies.text, style.text, footer.copies.id), Span(tail, style.text)]
        yield setter.set(Role.COPIES, style, [span for span in spans if span.text or span.block])
