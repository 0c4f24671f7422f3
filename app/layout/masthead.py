"""A masthead becomes flow paragraphs: the bulletin's name or its picture, number, issuer and date, and the red rule (L56-L63)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.layout.flow import Align, FlowParagraph, ParagraphStyle, Span, TextStyle
from app.layout.issuer import editors_line, issuer_lines, ruled
from app.layout.picture import name_picture
from app.layout.setting import Setter
from app.layout.styles import slot, space_above, space_below
from app.model.faces import FaceRole
from app.model.issue import Masthead, Paragraph, Role
from app.model.template import MastheadLine, MastheadText, twips
from app.text.titles import split_lines

_SMALLEST_PT = 26.0
"""A name is shrunk down to this; what is still too wide turns into another line (L-a)."""


def masthead_flow(masthead: Masthead, editors: Paragraph | None, setter: Setter) -> tuple[FlowParagraph, ...]:
    """The masthead's paragraphs in printing order, with the spaces that put each where the template wants it.

    `editors` is the editors' line where page 1 carries it (L-p).
    """
    return tuple(_spaced(_parts(masthead, editors, setter)))


def _parts(masthead: Masthead, editors: Paragraph | None, setter: Setter) -> Iterator[tuple[FlowParagraph, float]]:
    """(paragraph, white above its em box in twips); the first one's white counts from the top of the type area."""
    template = setter.template
    style = template.masthead
    top = float(twips(style.top_mm) - template.paper.top)
    if masthead.secrecy or masthead.copy_number:
        yield _corner_line(masthead, setter), 0.0
        top = max(top - template.line_twips, 0.0)
    if masthead.picture:
        yield name_picture(masthead.picture, setter), top
    for index, line in enumerate(() if masthead.picture else masthead.lines):
        look = _look(style.lines, index, len(masthead.lines))
        for part, paragraph in enumerate(_name_lines(line, look, setter)):
            gap = twips(look.gap_above_mm) if index else top
            yield paragraph, float(gap) if not part else paragraph.style.text.size_pt * 4
    yield _centred(masthead.number, style.number, "简报期号", setter), float(twips(style.number.gap_above_mm))
    if masthead.total:
        yield _centred(masthead.total, style.number, "简报总期号", setter), 0.0
    lines = list(issuer_lines(masthead, setter))
    if editors:
        lines.append((editors_line(editors, setter), 0.0))
    yield from ruled(lines, setter)


def _look(looks: Sequence[MastheadLine], index: int, count: int) -> MastheadLine:
    """The look of one of `count` lines; where there are more lines than looks, the last look stays with the last line."""
    if count > len(looks) > 1 and index < count - 1:
        return looks[min(index, len(looks) - 2)]
    return looks[min(index, len(looks) - 1)]


def _spaced(parts: Iterator[tuple[FlowParagraph, float]]) -> Iterator[FlowParagraph]:
    """Turn white between em boxes into space between line slots."""
    below = 0.0
    for paragraph, gap in parts:
        above, under = _white(paragraph)
        before = max(round(gap - below - above), 0)
        below = 0.0 if paragraph.rule_below else under
        yield paragraph._replace(before=before)


def _white(paragraph: FlowParagraph) -> tuple[float, float]:
    """White inside its slot above and below what it shows, twips."""
    line, size, figure = paragraph.style.line, paragraph.style.text.size_pt, paragraph.figure
    if figure:
        return figure.top, line - figure.top - figure.height_pt * 20
    return space_above(line, size), space_below(line, size)


def _name_lines(line: Paragraph, look: MastheadLine, setter: Setter) -> Iterator[FlowParagraph]:
    """One line of the name, fitted: turned by sense where the smallest size is too wide, shrunk to its maximum, spaced to its target."""
    template = setter.template
    scale = look.scale_x_percent / 100
    widest, target = look.max_width_mm * 72 / 25.4, look.target_width_mm * 72 / 25.4
    style = TextStyle(FaceRole(look.face), look.size_pt, 0, False, template.colours.red, scale)
    parts = split_lines(line.text, widest / (_SMALLEST_PT * scale))
    spans: list[list[Span]] = []
    start = 0
    for part in parts:
        spans.append(_name_spans(Span(part, style, line.id, start), look))
        start += len(part)
    width = max(setter.measure(each).width for each in spans)
    shrunk = int(look.size_pt * widest / width * 2) / 2 if width > widest else look.size_pt
    for each in spans:
        fitted = [_resized(span, shrunk / look.size_pt) for span in each] if shrunk != look.size_pt else each
        text = "".join(span.text for span in fitted)
        space, width = 0, setter.measure(fitted).width
        if width < target and len(text) > 1:
            space = round(min((target - width) / (len(text) - 1), look.max_gap_em * shrunk) * 20)
            fitted = [span._replace(style=span.style._replace(letter_space=space)) for span in fitted]
        largest = max((span.style for span in fitted), key=lambda found: found.size_pt)
        paragraph = ParagraphStyle("简报报头", largest, slot(largest.size_pt), Align.CENTRE)
        yield setter.set(Role.MASTHEAD, paragraph, fitted, ())


def _name_spans(span: Span, look: MastheadLine) -> list[Span]:
    """A line of the name cut at the words that the template sets in a face and size of their own (L-c)."""
    found = [span]
    for words in look.words:
        style = span.style._replace(face=FaceRole(words.face), size_pt=words.size_pt)
        found = [piece for part in found for piece in (_parted(part, words.text, style) if part.style == span.style else [part])]
    return found


def _parted(span: Span, words: str, style: TextStyle) -> list[Span]:
    """The span with the first occurrence of `words` in `style`."""
    at = span.text.find(words)
    if at < 0:
        return [span]
    end = at + len(words)
    cuts = ((0, at, span.style), (at, end, style), (end, len(span.text), span.style))
    return [Span(span.text[a:b], look, span.block, span.start + a) for a, b, look in cuts if a < b]


def _resized(span: Span, part: float) -> Span:
    """The span at a part of its size, in half points."""
    return span._replace(style=span.style._replace(size_pt=int(span.style.size_pt * part * 2 + 0.01) / 2))


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
    aligned = style if left else style._replace(align=Align.RIGHT)
    return setter.set(Role.SECRECY if left else Role.COPY_NUMBER, aligned, spans)
