"""A page becomes a PDF content stream and the link areas on it."""

from __future__ import annotations

from codecs import charmap_encode
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from app.exporters.pdf.images import PdfImage, matrix
from app.exporters.pdf.inks import Inks, colour_operators
from app.exporters.pdf.parts import Part, part_of
from app.exporters.pdf.subset import FontSubset
from app.fonts.face import Face
from app.layout.frames import GlyphRun, PlacedImage, PlacedLine, Rule
from app.model.issue import Role
from app.paint.canvas import BOLD_STROKE_EM, LinkArea

_NO_CAPTION = "图片"
# Pens that stray by less than this from an even pitch (a 0.00004 mm) are noise of floating point.
_EVEN_PT = 1e-4
# A pen is put right as soon as it would be off by more than this.
_EXACT_PT = 2e-3


@lru_cache(maxsize=8192)  # margins, baselines and spacings come again on every page
def number(value: float) -> bytes:
    """A PDF number: four decimals, no exponent, no trailing zeros."""
    return b"%.8g" % (round(value, 4) + 0.0)  # + 0.0 turns -0.0 into 0.0


class ContentCanvas:
    """Collects the operators of one page, its links and its faces. All text is one text object; only what changes is said again.

    A `tagged` one marks its text and its pictures by what they belong to, in `parts` by number, and the rest as an artifact of the
    page. `captions` are the words of pictures by their block.
    """

    def __init__(
        self,
        height_pt: float,
        fonts: Mapping[Face, tuple[bytes, FontSubset]],
        inks: Inks = MappingProxyType({}),
        images: Mapping[str, PdfImage] = MappingProxyType({}),
        *,
        tagged: bool = False,
        captions: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        self._captions = captions
        self.links: list[LinkArea] = []
        self.parts: list[Part] = []
        self._tagged = tagged
        self._part: Part | None = None
        self._owner: tuple[object, ...] | None = None
        self._marked = False
        self.faces: set[Face] = set()
        self._inks = inks
        self._height_pt = height_pt
        self._fonts = fonts
        self._images = images
        self._out: list[bytes] = []
        self._in_text = False
        self._look: tuple[object, ...] = ()
        self._font: tuple[Face, float] | None = None
        self._spacing = b"0"
        self._scale = 1.0
        self._colour = ""
        self._stroke: tuple[str, float] | None = None
        self._bold = False

    def content(self) -> bytes:
        """The finished stream."""
        self._leave_text()
        return b"\n".join(self._out)

    def part(self, placed: PlacedLine | None) -> None:
        """What is painted from here on belongs to this line's paragraph, or to the page alone."""
        owner = (placed.cell or placed.line.block, placed.line.role, placed.target) if placed is not None else None
        if owner == self._owner or not self._tagged:  # as for most lines
            return
        self._owner = owner
        part = part_of(placed) if placed is not None else None
        if part != self._part:
            self._end_mark()
            self._part = part
            if part is not None and part.cell is not None:  # an empty cell has its place in the table, too
                self._enter_text()
                self._begin_mark()

    def rule(self, rule: Rule) -> None:
        """Fill a bar."""
        self._leave_text()
        self._fill(rule.colour)
        bottom = self._height_pt - rule.top_pt - rule.thickness_pt
        self._artifact(b"%s re f" % b" ".join(map(number, (rule.x_pt, bottom, rule.width_pt, rule.thickness_pt))))

    def image(self, placed: PlacedImage) -> None:
        """Paint an image into its box."""
        self._leave_text()
        image = self._images[placed.image.name]
        place = b" ".join(map(number, matrix(placed, self._height_pt, image.orientation)))
        operators = b"q %s cm /%s Do Q" % (place, image.resource)
        if not self._tagged:
            self._out.append(operators)
            return
        top = self._height_pt - placed.top_pt
        box = (placed.x_pt, top - placed.height_pt, placed.x_pt + placed.width_pt, top)
        part = Part(placed.block, Role.PICTURE, alt=self._captions.get(placed.block) or _NO_CAPTION, box=box)
        self._out.append(b"/%s <</MCID %d>> BDC\n%s\nEMC" % (part.tag.encode(), len(self.parts), operators))
        self.parts.append(part)

    def link(self, area: LinkArea) -> None:
        """Keep an area for the page's annotations."""
        self.links.append(area)

    def glyphs(self, run: GlyphRun, baseline_pt: float) -> None:
        """Show the run's glyphs at its pens."""
        even_pt = run.even_pt
        glyphs = run.glyphs if even_pt is None else ()
        if even_pt is None and not any(glyphs):
            return
        name, font = self._fonts[run.face]
        if not self._marked:
            self._enter_text()
            self._begin_mark()
        look = (run.face, run.size_pt, run.scale_x, run.colour, run.bold)
        if look != self._look:
            self._look = look
            self._set_state(run, name)
        y = number(self._height_pt - baseline_pt)
        if font.shared and not font.shared.isdisjoint(run.glyphs):
            self._say_in_place(run, font, y)
        elif even_pt is not None:
            spacing = number(even_pt / self._scale)
            if spacing != self._spacing:
                self._space(spacing)
            codes, _ = charmap_encode(run.text, "strict", font.own_codes)
            self._out.append(b"1 0 0 1 %s %s Tm (%s) Tj" % (number(run.xs[0]), y, codes))
        else:
            self._show(glyphs, run.xs, run.size_pt * run.scale_x, font, y)

    def _begin_mark(self) -> None:
        """Mark what follows in the text object: marks and text objects must not cross."""
        if not self._tagged or self._marked:
            return
        self._marked = True
        if self._part is None:
            self._out.append(b"/Artifact BMC")
            return
        self._out.append(b"/%s <</MCID %d>> BDC" % (self._part.tag.encode(), len(self.parts)))
        self.parts.append(self._part)

    def _end_mark(self) -> None:
        if self._marked:
            self._out.append(b"EMC")
            self._marked = False

    def _artifact(self, operators: bytes) -> None:
        self._out.append(b"/Artifact BMC\n%s\nEMC" % operators if self._tagged else operators)

    def _enter_text(self) -> None:
        if not self._in_text:
            self._out.append(b"BT")
            self._in_text = True

    def _leave_text(self) -> None:
        self._end_mark()
        self._look = ()
        if self._in_text:
            self._out.append(b"ET")
            self._in_text = False

    def _fill(self, colour: str) -> None:
        if colour != self._colour:
            self._colour = colour
            self._out.append(colour_operators(colour, self._inks)[0])

    def _set_state(self, run: GlyphRun, name: bytes) -> None:
        out = self._out
        if self._font != (run.face, run.size_pt):
            self._font = (run.face, run.size_pt)
            self.faces.add(run.face)
            out.append(b"/%s %s Tf" % (name, number(run.size_pt)))
        if run.scale_x != self._scale:
            self._scale = run.scale_x
            out.append(number(run.scale_x * 100) + b" Tz")
        self._fill(run.colour)
        if run.bold:
            stroke = (run.colour, run.size_pt * BOLD_STROKE_EM)
            if stroke != self._stroke:  # round joins: sharp ones would leave spikes on thin strokes
                self._stroke = stroke
                out.append(b"%s %s w 1 j" % (colour_operators(run.colour, self._inks)[1], number(stroke[1])))
        if run.bold != self._bold:
            self._bold = run.bold
            out.append(b"2 Tr" if run.bold else b"0 Tr")

    def _space(self, spacing: bytes) -> None:
        self._spacing = spacing
        self._out.append(spacing + b" Tc")

    def _say_in_place(self, run: GlyphRun, font: FontSubset, y: bytes) -> None:
        """Show glyph by glyph, where one says something else than the font's table, with its own text around it."""
        em_pt = run.size_pt * run.scale_x
        for gid, text, x in run.clusters():
            odd = text != font.texts.get(gid, "")
            if odd:
                self._out.append(b"/Span <</ActualText <FEFF%s>>> BDC" % text.encode("utf-16-be").hex().upper().encode())
            self._show((gid,), (x,), em_pt, font, y)
            if odd:
                self._out.append(b"EMC")

    def _show(self, glyphs: Sequence[int], xs: Sequence[float], em_pt: float, font: FontSubset, y: bytes) -> None:
        """Append the operators that put each glyph's origin at its pen.

        What a pen step exceeds the glyph's width by is character spacing where it is even, adjustments between strings where not.
        """
        if 0 in glyphs:  # a blank that the face lacks: the next pen stands where it must
            shown = [(gid, x) for gid, x in zip(glyphs, xs, strict=True) if gid]
            if not shown:
                return
            glyphs, xs = zip(*shown, strict=True)
        codes = list(map(font.codes.__getitem__, glyphs))
        out = self._out
        place = b"1 0 0 1 %s %s Tm " % (number(xs[0]), y)
        if len(codes) == 1:
            out.append(b"%s(%s) Tj" % (place, codes[0]))
            return
        widths = map(font.widths_em.__getitem__, glyphs)
        extras = [following - x - width * em_pt for x, following, width in zip(xs, xs[1:], widths, strict=False)]
        ordered = sorted(extras)
        even = ordered[-1] - ordered[0] < _EVEN_PT
        spacing_pt = sum(extras) / len(extras) if even else ordered[len(extras) // 2]
        # An operator takes only so many decimals: what they cut off counts below.
        spacing = number(spacing_pt / self._scale)
        if spacing != self._spacing:
            self._space(spacing)
        if even:
            out.append(b"%s(%s) Tj" % (place, b"".join(codes)))
        else:
            out.append(b"%s[%s] TJ" % (place, _adjusted(codes, extras, float(spacing) * self._scale, em_pt)))


def _adjusted(codes: Sequence[bytes], extras: Sequence[float], spacing_pt: float, em_pt: float) -> bytes:
    """Strings with adjustments (1/1000 em, to the left) wherever the pen would be off."""
    parts = []
    start = 0
    off_pt = 0.0
    for i, extra in enumerate(extras, 1):
        off_pt += extra - spacing_pt
        if not -_EXACT_PT < off_pt < _EXACT_PT:
            parts.append(b"(%s)%s" % (b"".join(codes[start:i]), number(-1000 * off_pt / em_pt)))
            start = i
            off_pt = 0.0
    parts.append(b"(%s)" % b"".join(codes[start:]))
    return b"".join(parts)
