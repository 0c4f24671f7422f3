"""A page of frames becomes calls of a few verbs; whoever takes them paints on screen, into PDF or into a test's list.

Nothing is decided here: order of painting is images, rules, text, page number, and every place stands in the frames already.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from app.layout.frames import GlyphRun, Page, PlacedImage, PlacedLine, Rule

BOLD_STROKE_EM = 1 / 30
"""Outline width of synthetic bold in em: the faces of official documents have no bold cut, so word processors thicken them."""


_STROKES_EM = {"under": -0.18, "through": 0.32}
"""How high above the baseline a line along text lies, in em: below the strokes of Han characters, or through their middle."""
_STROKE_EM = 0.06


class LinkArea(NamedTuple):
    """A place that leads to the block `target`, in points from the paper's top left corner."""

    x_pt: float
    top_pt: float
    width_pt: float
    height_pt: float
    target: int


class Canvas(Protocol):
    """What a painter must be able to do. Points from the paper's top left corner."""

    def part(self, placed: PlacedLine | None) -> None:
        """What follows belongs to this line of the text; None: to the page, such as its rules and its number."""

    def glyphs(self, run: GlyphRun, baseline_pt: float) -> None:
        """Paint the run's glyphs at its pens; glyph id 0 is passed over."""

    def rule(self, rule: Rule) -> None:
        """Fill a bar."""

    def image(self, placed: PlacedImage) -> None:
        """Show an image in its box, upright as its file says."""

    def link(self, area: LinkArea) -> None:
        """Make an area lead to a block."""


def draw_page(page: Page, canvas: Canvas) -> None:
    """Paint one page."""
    canvas.part(None)
    for image in page.images:
        canvas.image(image)
    for rule in page.rules:
        canvas.rule(rule)
    for placed in page.lines:
        canvas.part(placed)
        _draw_line(placed, canvas)
    for own in page.own:
        canvas.part(None)
        _draw_line(own, canvas)


def _draw_line(placed: PlacedLine, canvas: Canvas) -> None:
    line = placed.line
    baseline_pt = placed.baseline / 20
    for run in line.runs:
        canvas.glyphs(run, baseline_pt + run.fall_pt)
        if run.stroke and run.text:
            height_em, x_pt = _STROKES_EM[run.stroke], run.xs[0]
            top_pt = baseline_pt + run.fall_pt - height_em * run.size_pt
            canvas.rule(Rule(x_pt, top_pt, run.end_x_pt - x_pt, _STROKE_EM * run.size_pt, run.colour))
    if placed.target and line.runs:
        x_pt = line.x_pt
        canvas.link(LinkArea(x_pt, placed.top / 20, line.end_x_pt - x_pt, line.height / 20, placed.target))


class RecordingCanvas:
    """Keeps what was painted as readable lines of text, for tests."""

    def __init__(self) -> None:
        self.log: list[str] = []

    def part(self, placed: PlacedLine | None) -> None:
        """What a line belongs to is not painted."""

    def glyphs(self, run: GlyphRun, baseline_pt: float) -> None:
        """Note text, first pen, baseline, size and what is special."""
        special = [word for word, on in (("bold", run.bold), (run.colour, run.colour != "#000000")) if on]
        if run.scale_x != 1.0:
            special.append(f"x{run.scale_x:g}")
        x_pt = run.xs[0] if run.xs else 0.0
        self.log.append(" ".join([f"text {x_pt:.2f},{baseline_pt:.2f} {run.size_pt:g}pt {run.text}", *special]))

    def rule(self, rule: Rule) -> None:
        """Note place, size and colour."""
        self.log.append(f"rule {rule.x_pt:.2f},{rule.top_pt:.2f} {rule.width_pt:.2f}x{rule.thickness_pt:.2f} {rule.colour}")

    def image(self, placed: PlacedImage) -> None:
        """Note place, size and the head of the name."""
        place = f"{placed.x_pt:.2f},{placed.top_pt:.2f} {placed.width_pt:.2f}x{placed.height_pt:.2f}"
        self.log.append(f"image {place} {placed.image.name[:8]}")

    def link(self, area: LinkArea) -> None:
        """Note place, size and target."""
        self.log.append(f"link {area.x_pt:.2f},{area.top_pt:.2f} {area.width_pt:.2f}x{area.height_pt:.2f} -> {area.target}")
