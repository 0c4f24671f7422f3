"""A page becomes the graphic objects of an OFD page: text, bars, images, and areas that lead elsewhere (GB/T 33190, 8 to 11)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby, pairwise

from app.exporters.ofd.subset import OfdFont
from app.exporters.ofd.xml import Element, box, element, mm, rgb
from app.fonts.face import Face
from app.layout.frames import BLACK, GlyphRun, PlacedImage, PlacedLine, Rule
from app.model.image_file import header_of
from app.paint.canvas import BOLD_STROKE_EM, LinkArea

_ASCENT_EM, _HEIGHT_EM = 0.9, 1.2
"""The box of a text object, round the characters of any face."""

Shown = tuple[int, str, float]
"""A glyph, its characters and its pen in points."""

Target = Callable[[int], Element | None]
"""Block id to the action that leads to it, None where it stands on no page."""


class PageCanvas:
    """Collects the objects of one page; `ids` gives out the numbers that are unique in the document."""

    def __init__(
        self, fonts: Mapping[Face, tuple[int, OfdFont]], images: Mapping[str, int], ids: Callable[[], int], target: Target
    ) -> None:
        self.objects: list[Element] = []
        self._fonts = fonts
        self._images = images
        self._ids = ids
        self._target = target

    def part(self, placed: PlacedLine | None) -> None:
        """The order of the objects says it all."""

    def glyphs(self, run: GlyphRun, baseline_pt: float) -> None:
        """Show the run's characters at its pens.

        Glyphs that their characters don't lead to stand in objects of their own, which name them: readers take one such list an object.
        """
        number, font = self._fonts.get(run.face, (0, None))
        shown = [(gid, text, x) for gid, text, x in run.clusters() if gid]
        if font is None or not shown:
            return
        ends = [x for _, _, x in shown[1:]] + [run.end_x_pt]
        for (odd, _), group in groupby(zip(shown, ends, strict=True), key=lambda item: _kind(run.face, font, *item[0])):
            items = list(group)
            self._text([glyph for glyph, _ in items], run, baseline_pt, items[-1][1], number, font.new_ids if odd else None)

    def _text(
        self, shown: Sequence[Shown], run: GlyphRun, baseline_pt: float, end_x_pt: float, number: int, new_ids: Mapping[int, int] | None
    ) -> None:
        """One text object (11.2): its own box, and each character from the left end of that on."""
        left, top = shown[0][2], baseline_pt - _ASCENT_EM * run.size_pt
        look = {"HScale": f"{run.scale_x:g}"} if run.scale_x != 1.0 else {}
        children = [element("FillColor", Value=rgb(run.colour))] if run.colour != BLACK else []
        if run.bold:  # the faces of official documents have no bold cut: thickened, as word processors do
            look |= {"Stroke": "true", "LineWidth": mm(run.size_pt * BOLD_STROKE_EM), "Weight": "700"}
            children.append(element("StrokeColor", Value=rgb(run.colour)))
        if new_ids is not None:
            codes = sum(len(text) for _, text, _ in shown)
            glyphs = element("Glyphs", text=" ".join(str(new_ids[gid]) for gid, _, _ in shown))
            children.append(element("CGTransform", [glyphs], CodePosition=0, CodeCount=codes, GlyphCount=len(shown)))
        children.append(_code(shown, left, baseline_pt - top))
        boundary = box(left, top, max(end_x_pt - left, run.size_pt), _HEIGHT_EM * run.size_pt)
        self.objects.append(element("TextObject", children, ID=self._ids(), Boundary=boundary, Font=number, Size=mm(run.size_pt), **look))

    def rule(self, rule: Rule) -> None:
        """Fill a bar."""
        fill = element("FillColor", Value=rgb(rule.colour))
        self._path(rule.x_pt, rule.top_pt, rule.width_pt, rule.thickness_pt, [fill], Fill="true")

    def image(self, placed: PlacedImage) -> None:
        """Show an image in its box, upright as its file says."""
        turned = header_of(placed.image.data, "图片").orientation
        boundary = box(placed.x_pt, placed.top_pt, placed.width_pt, placed.height_pt)
        matrix = " ".join(map(mm, _turned(placed.width_pt, placed.height_pt, turned)))
        self.objects.append(
            element("ImageObject", ID=self._ids(), Boundary=boundary, CTM=matrix, ResourceID=self._images[placed.image.name])
        )

    def link(self, area: LinkArea) -> None:
        """Make an area lead to a block; the area itself is not drawn."""
        action = self._target(area.target)
        if action is not None:
            self._path(area.x_pt, area.top_pt, area.width_pt, area.height_pt, [element("Actions", [action])], Fill="false")

    def _path(self, x_pt: float, top_pt: float, width_pt: float, height_pt: float, children: Sequence[Element], **look: str) -> None:
        width, height = mm(width_pt), mm(height_pt)
        outline = element("AbbreviatedData", text=f"M 0 0 L {width} 0 L {width} {height} L 0 {height} C")
        boundary = box(x_pt, top_pt, width_pt, height_pt)
        self.objects.append(element("PathObject", [*children, outline], ID=self._ids(), Boundary=boundary, Stroke="false", **look))


def _code(shown: Sequence[Shown], left: float, down_pt: float) -> Element:
    """The characters with the distances between their pens: each from where the last one really stands, so that nothing adds up."""
    text = "".join(chars for _, chars, _ in shown)
    places = [x - left for _, chars, x in shown for x in (x,) * len(chars)]
    micrometres = [round(float(mm(place)) * 1000) for place in places]
    steps = [f"{(later - earlier) / 1000:g}" for earlier, later in pairwise(micrometres)]
    deltas = {"DeltaX": " ".join(_packed(steps))} if steps else {}
    return element("TextCode", text=text, X="0", Y=mm(down_pt), **deltas)


def _packed(steps: Sequence[str]) -> list[str]:
    """Equal distances in a row as `g count distance` (11.3)."""
    out: list[str] = []
    at = 0
    while at < len(steps):
        end = at
        while end < len(steps) and steps[end] == steps[at]:
            end += 1
        out += ["g", str(end - at), steps[at]] if end - at > 2 else list(steps[at:end])
        at = end
    return out


def _kind(face: Face, font: OfdFont, gid: int, chars: str, x_pt: float) -> tuple[bool, float]:
    """What may stand in one object: glyphs that are found by their characters, or those that are not, one for each character.

    A glyph for several characters stands alone: its own place tells it from all others.
    """
    odd = not font.leads_to(face, chars, gid)
    return odd, x_pt if odd and len(chars) != 1 else -1.0


def _turned(width: float, height: float, orientation: int) -> tuple[float, float, float, float, float, float]:
    """What maps the unit square, whose first row is its upper edge, into the box, turned as EXIF says."""
    return {
        2: (-width, 0.0, 0.0, height, width, 0.0),
        3: (-width, 0.0, 0.0, -height, width, height),
        4: (width, 0.0, 0.0, -height, 0.0, height),
        5: (0.0, height, width, 0.0, 0.0, 0.0),
        6: (0.0, height, -width, 0.0, width, 0.0),
        7: (0.0, -height, -width, 0.0, width, height),
        8: (0.0, -height, width, 0.0, 0.0, height),
    }.get(orientation, (width, 0.0, 0.0, height, 0.0, 0.0))
