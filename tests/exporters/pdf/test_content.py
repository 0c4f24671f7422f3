"""The text operators put every glyph where the layout says, for any pens."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exporters.pdf.content import ContentCanvas, number
from app.exporters.pdf.export import PdfInfo, PdfSession
from app.exporters.pdf.inks import rgb
from app.exporters.pdf.subset import FontSubset, make_subset
from app.fonts.face import Face
from app.layout.frames import GlyphRun, Rule
from tests.exporters.pdf.reading import glyphs
from tests.exporters.pdf.sheets import layout, open_face, page, run
from tests.fonts.tiny_font import save, tiny_font

CHARS = "云河市简报a1"


@pytest.fixture(scope="module")
def face(tmp_path_factory: pytest.TempPathFactory) -> Face:
    folder: Path = tmp_path_factory.mktemp("fonts")
    return open_face(save(tiny_font("Tiny", CHARS, widths={"a": 437, "1": 500}), folder / "tiny.ttf"))


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, b"0"), (-0.0, b"0"), (-0.00001, b"0"), (0.0001, b"0.0001"), (841.88976, b"841.8898"), (-15.75, b"-15.75"), (123456, b"123456")],
)
def test_numbers_have_no_exponent_and_no_trailing_zeros(value: float, text: bytes) -> None:
    assert number(value) == text


def test_colours_are_rgb_components() -> None:
    assert rgb("#FF0000") == b"1 0 0"
    assert rgb("#003380") == b"0 0.2 0.502"


def test_a_colour_with_inks_is_said_in_four_of_them(face: Face) -> None:
    subset = make_subset(face, frozenset((face.glyph(char), char) for char in CHARS))
    canvas = ContentCanvas(800, {face: (b"F1", subset)}, {"#FF0000": "0/80/80/0"})
    canvas.rule(Rule(50, 100, 200, 2, "#FF0000"))
    canvas.glyphs(run(face, "云河")._replace(colour="#FF0000", bold=True), 100)
    canvas.glyphs(run(face, "市"), 130)
    content = canvas.content()
    assert content.count(b"0 0.8 0.8 0 k") == 1
    assert content.count(b"0 0.8 0.8 0 K") == 1
    assert content.count(b"0 0 0 rg") == 1
    assert b"1 0 0 rg" not in content


def test_a_session_makes_a_page_anew_when_its_inks_change(face: Face) -> None:
    red = run(face, "云")._replace(colour="#FF0000")
    session, one = PdfSession(), layout([page(1, [[red]])])
    plain = session.export(one, PdfInfo("t"))
    printed = session.export(one, PdfInfo("t", inks=(("#FF0000", "0/80/80/0"),)))
    assert printed == PdfSession().export(one, PdfInfo("t", inks=(("#FF0000", "0/80/80/0"),)))
    assert session.export(one, PdfInfo("t")) == plain != printed


def _operators(face: Face, runs: Sequence[GlyphRun]) -> list[bytes]:
    subset: FontSubset = make_subset(face, frozenset((face.glyph(char), char) for char in CHARS))
    canvas = ContentCanvas(800, {face: (b"F1", subset)})
    for i, one in enumerate(runs):
        canvas.glyphs(one, 100 + 30 * i)
    return canvas.content().split(b"\n")


def test_an_even_line_is_one_string_with_character_spacing(face: Face) -> None:
    first, second = run(face, "云河市", x_pt=50, step_pt=15.75), run(face, "简报", x_pt=50, step_pt=15.75)
    lines = _operators(face, [first, second])

    assert lines[:4] == [b"BT", b"/F1 16 Tf", b"0 0 0 rg", b"-0.25 Tc"]
    assert lines[4].startswith(b"1 0 0 1 50 700 Tm (")
    assert lines[5].startswith(b"1 0 0 1 50 670 Tm (")
    assert lines[6:] == [b"ET"]


def test_a_gap_is_one_adjustment(face: Face) -> None:
    gapped = run(face, "云河a市简报", x_pt=50)
    gapped = gapped._replace(xs=[x + (3.2 if i > 2 else 0) for i, x in enumerate(gapped.xs)])
    (shown,) = [line for line in _operators(face, [gapped]) if line.endswith(b"TJ")]
    assert shown.count(b")") == 2
    assert b")-200(" in shown


@settings(max_examples=40, deadline=None)
@given(
    steps_em=st.lists(st.floats(0.5, 2.5), min_size=1, max_size=12),
    text=st.text(CHARS, min_size=13, max_size=13),
    size_pt=st.floats(9, 72),
    scale_x=st.sampled_from([1.0, 0.66, 1.2]),
    even=st.booleans(),
)
def test_any_pens_come_back(face: Face, steps_em: list[float], text: str, size_pt: float, scale_x: float, even: bool) -> None:
    xs = [50.0]
    for step in steps_em:
        xs.append(xs[-1] + size_pt * (steps_em[0] if even else step))
    text = text[: len(xs)]
    one = run(face, text, size_pt=size_pt, scale_x=scale_x)._replace(xs=xs)
    data = PdfSession().export(layout([page(1, [[one]])]), PdfInfo("t"))

    found = glyphs(data)
    assert "".join(glyph.char for glyph in found) == text
    for glyph, x_pt in zip(found, xs, strict=True):
        assert glyph.x_pt == pytest.approx(x_pt, abs=0.004)


def test_content_is_deflated(face: Face) -> None:
    data = PdfSession().export(layout([page(1, [[run(face, "云")]])]), PdfInfo("t"))
    start = data.index(b"stream\n") + len(b"stream\n")
    assert zlib.decompressobj().decompress(data[start:]).startswith(b"BT")
