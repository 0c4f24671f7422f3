"""A face is cut down to its used glyphs, whatever kind of font file it comes from."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

from app.errors import UserError
from app.exporters.pdf.subset import make_subset
from app.fonts.face import Face
from tests.exporters.pdf.sheets import open_face
from tests.fonts.tiny_font import save, save_collection, tiny_font


def _used(face: Face, text: str) -> frozenset[tuple[int, str]]:
    return frozenset((face.glyph(char), char) for char in text)


def test_truetype_outlines_and_widths_survive(tmp_path: Path) -> None:
    face = open_face(save(tiny_font("Tiny", "云河市城区", units=2048, widths={"河": 1000}), tmp_path / "a.ttf"))
    subset = make_subset(face, _used(face, "河城"))

    font = TTFont(io.BytesIO(zlib.decompress(subset.program)))
    assert len(font.getGlyphOrder()) == 3
    assert not {"cmap", "name", "GSUB", "OS/2"} & set(font.keys())
    cid = subset.cids[face.glyph("河")]
    name = font.getGlyphOrder()[cid]
    assert font["hmtx"][name][0] == 1000
    assert font["glyf"][name].xMax == 950
    assert subset.widths_em[face.glyph("河")] == pytest.approx(1000 / 2048, abs=1e-6)
    assert subset.texts == {face.glyph("河"): "河", face.glyph("城"): "城"}
    assert len(zlib.decompress(subset.program)) == subset.program_length


def test_cff_program_has_codes_that_are_its_glyph_numbers(tmp_path: Path) -> None:
    face = open_face(save(tiny_font("Tiny", "云河市城区", cff=True), tmp_path / "a.otf"))
    subset = make_subset(face, _used(face, "区云"))

    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(subset.program), None)
    assert len(fonts[0].CharStrings) == 3
    assert sorted(subset.cids.values()) == [1, 2]


@pytest.mark.parametrize("cff", [False, True])
def test_a_prepared_face_gives_the_same_subset(tmp_path: Path, cff: bool) -> None:
    face = open_face(save(tiny_font("Tiny", "云河市城区", cff=cff), tmp_path / "a.font"))
    before = make_subset(face, _used(face, "区云"))
    face.prepare_subsets()
    after = make_subset(face, _used(face, "区云"))
    assert (after.program, after.cids, after.name) == (before.program, before.cids, before.name)


@pytest.mark.parametrize("cff", [False, True])
def test_faces_of_a_collection_give_their_own_outlines(tmp_path: Path, cff: bool) -> None:
    fonts = [tiny_font("One", "云河", cff=cff), tiny_font("Two", "云河", cff=cff, widths={"云": 300})]
    path = save_collection(fonts, tmp_path / "both.ttc")
    one, two = open_face(path, 0), open_face(path, 1)

    assert make_subset(one, _used(one, "云")).widths_em[one.glyph("云")] == 1.0
    assert make_subset(two, _used(two, "云")).widths_em[two.glyph("云")] == 0.3
    assert make_subset(one, _used(one, "云")).program != make_subset(two, _used(two, "云")).program


def test_bytes_that_mean_something_in_a_string_are_escaped(tmp_path: Path) -> None:
    chars = "".join(chr(0x4E00 + i) for i in range(300))
    face = open_face(save(tiny_font("Tiny", chars), tmp_path / "a.ttf"))
    subset = make_subset(face, _used(face, chars))

    by_cid = {cid: subset.codes[gid] for gid, cid in subset.cids.items()}
    assert by_cid[0x28] == b"\0\\("
    assert by_cid[0x29] == b"\0\\)"
    assert by_cid[0x5C] == b"\0\\\\"
    assert by_cid[0x0D] == b"\0\\r"
    assert by_cid[0x110] == b"\x01\x10"


def test_the_same_glyphs_in_any_order_give_the_same_program(tmp_path: Path) -> None:
    face = open_face(save(tiny_font("Tiny", "云河市", cff=True), tmp_path / "a.otf"))
    one, other = make_subset(face, _used(face, "云河市")), make_subset(face, _used(face, "市河云"))
    assert (one.name, one.program, one.codes) == (other.name, other.program, other.codes)
    assert one.name != make_subset(face, _used(face, "云河")).name


def test_a_variable_face_is_pinned_to_the_instance_that_was_laid_out(tmp_path: Path) -> None:
    face = open_face(save(_variable_font(), tmp_path / "variable.ttf"))
    subset = make_subset(face, _used(face, "云"))

    font = TTFont(io.BytesIO(zlib.decompress(subset.program)))
    assert not {"fvar", "gvar"} & set(font.keys())
    assert font["hmtx"][font.getGlyphOrder()[1]][0] == round(face.advances["云"] * 1000)


def test_a_damaged_font_file_is_a_user_error_or_a_subset(tmp_path: Path) -> None:
    for cff in (False, True):
        good = save(tiny_font("Tiny", "云河市", cff=cff), tmp_path / "good.ttf").read_bytes()
        refused = 0
        for at in range(12, len(good), 7):
            (tmp_path / f"{at}.ttf").write_bytes(good[:at] + b"\xff" * 6 + good[at + 6 :])
            face = open_face(tmp_path / f"{at}.ttf")
            try:
                used = frozenset((gid, char) for gid, char in _used(face, "云河") if gid)
                if used:
                    make_subset(face, used)
            except UserError:
                refused += 1
        assert refused > 0


def _variable_font() -> TTFont:
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "u4E91"])
    builder.setupCharacterMap({ord("云"): "u4E91"})
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 700))
    pen.lineTo((500, 0))
    pen.closePath()
    glyph = pen.glyph()
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "u4E91": glyph})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "u4E91": (640, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Variable", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.setupFvar([("wght", 100, 100, 900, "Weight")], [])
    moved = [(10, 0)] * 3 + [(0, 0), (60, 0), (0, 0), (0, 0)]
    builder.setupGvar({".notdef": [], "u4E91": [TupleVariation({"wght": (0.0, 1.0, 1.0)}, moved)]})
    return builder.font
