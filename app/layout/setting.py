"""Spans and a style become a flow paragraph: measured, broken and set in the type area of its template."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import field

from app.fonts.faceset import FaceSet
from app.layout.flow import Align, FlowParagraph, ParagraphStyle, Span
from app.layout.lines import Room, break_text, build_lines
from app.layout.measure import Measured, Measurer
from app.layout.redline import redlined
from app.layout.styles import Styles, styles_of
from app.model.issue import Role
from app.model.redline import Redline
from app.model.template import Template
from app.records import dataclass


@dataclass(frozen=True)
class Setter:
    """Sets paragraphs for one template and one set of faces.

    It remembers what it `made`, and takes from what an `earlier` setter made: the same spans in the same style give the same
    object again, which is what every cache above relies on.
    """

    template: Template
    faces: FaceSet
    measurer: Measurer
    styles: Styles
    earlier: Mapping[Hashable, FlowParagraph] = field(default_factory=dict)
    made: dict[Hashable, FlowParagraph] = field(default_factory=dict)
    redline: Redline = field(default_factory=dict)

    @classmethod
    def of(cls, template: Template, faces: FaceSet, redline: Redline | None = None) -> Setter:
        """A setter that remembers nothing yet."""
        measurer = Measurer(faces, template.body.gap_em, template.faces.digits_in == "all")
        return cls(template, faces, measurer, styles_of(template), redline=redline or {})

    def after(self, other: Setter | None) -> Setter:
        """A setter of the same template and faces that knows what the other one made."""
        return Setter(self.template, self.faces, self.measurer, self.styles, other.made if other else {}, redline=self.redline)

    def measure(self, spans: Sequence[Span]) -> Measured:
        """The spans' joined text with its glyphs and pens."""
        return self.measurer.measure(spans)

    def room(self, style: ParagraphStyle) -> Room:
        """Where the lines of a style may stand."""
        paper = self.template.paper
        return Room.of(style, paper.left, paper.text_width)

    def set(self, role: Role, style: ParagraphStyle, spans: Sequence[Span], breaks: tuple[int, ...] | None = None) -> FlowParagraph:
        """A paragraph of the spans; `breaks` takes the place of our own line breaking where the caller knows better."""
        spans = redlined(spans, self.redline) if self.redline else spans
        key = (breaks, *[(span.block, span.text) for span in spans])  # styles take longer to hash than to compare
        found = self.earlier.get(key)
        if found is None or found.role is not role or found.style != style or found.spans != tuple(spans):
            text, room = self.measure(spans), self.room(style)
            places = break_text(text, room) if breaks is None else breaks
            lines = build_lines(text, places, room, style.line, role)
            found = FlowParagraph(role, style, tuple(spans), lines, places, style.before, style.after, missing=text.missing)
        self.made[key] = found
        return found

    def set_behind(self, paragraph: FlowParagraph, spans: Sequence[Span], inset: int, least_gap: int) -> FlowParagraph | None:
        """The paragraph with spans at the right end of its last line, `inset` twips in; None when less than `least_gap` stays between."""
        spans = redlined(spans, self.redline) if self.redline else spans
        room = self.room(paragraph.style)
        text, right = self.measure(spans), room.right - inset / 20
        last = paragraph.lines[-1]
        start = right - text.width
        if not last.runs or last.end_x_pt + least_gap / 20 > start:
            return None
        behind = build_lines(text, (), Room(start, start, right, Align.LEFT), paragraph.style.line, paragraph.role)[0]
        lines = (*paragraph.lines[:-1], last._replace(runs=last.runs + behind.runs))
        joined = (*paragraph.spans, *spans)
        missing = paragraph.missing + text.missing
        return paragraph._replace(spans=joined, lines=lines, tab_split=len(paragraph.spans), missing=missing)

    def once(self, key: Hashable, make: Callable[[], FlowParagraph]) -> FlowParagraph:
        """The paragraph of a key, made only where neither this setter nor the earlier one made it."""
        found = self.made[key] = self.earlier.get(key) or make()
        return found

    def set_split(self, role: Role, style: ParagraphStyle, left: Sequence[Span], right: Sequence[Span]) -> FlowParagraph | None:
        """One line, left spans at its left end and right spans at its right end; None when less than 2 em stay between."""
        if self.redline:
            left, right = redlined(left, self.redline), redlined(right, self.redline)
        room = self.room(style)
        texts = self.measure(left), self.measure(right)
        widths = [text.width for text in texts]
        if sum(widths) + 2 * style.text.size_pt > room.right - room.first_left:
            return None
        at_left = build_lines(texts[0], (), room._replace(right=room.first_left + widths[0]), style.line, role)[0]
        at_right = build_lines(texts[1], (), room._replace(first_left=room.right - widths[1]), style.line, role)[0]
        line = at_left._replace(runs=at_left.runs + at_right.runs)
        missing = texts[0].missing + texts[1].missing
        spans = (*left, *right)
        return FlowParagraph(role, style, spans, (line,), (), style.before, style.after, tab_split=len(left), missing=missing)
