"""A face gives glyph ids and advances from the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import UserError
from app.fonts.face import Face, FaceId, FaceStore, MissingGlyphError
from tests.fonts.tiny_font import save, save_collection, tiny_font


@pytest.mark.parametrize("cff", [False, True])
def test_glyphs_and_advances_come_from_the_file(tmp_path: Path, cff: bool) -> None:
    path = save(tiny_font("Tiny", "云河a", cff=cff, units=2000, widths={"a": 900}), tmp_path / "tiny.otf")
    face = Face(FaceId(str(path)))

    assert face.units_per_em == 2000
    assert face.is_cff is cff
    assert face.family == "Tiny"
    assert face.postscript_name == "Tiny"
    assert list(map(face.advances.__getitem__, "云a河")) == [1.0, 0.45, 1.0]
    assert face.glyph("云") == face.glyphs["云"] != 0
    assert [cluster for _, cluster, _ in face.shape("aa")] == [0, 1]
    assert face.shape("aa")[0][2] == 0.45


def test_a_missing_character_has_glyph_0_and_no_advance(tmp_path: Path) -> None:
    face = Face(FaceId(str(save(tiny_font("Tiny", "云"), tmp_path / "tiny.ttf"))))

    assert face.glyph("龘") == 0
    assert not face.covers("龘")
    assert face.covers("云")
    with pytest.raises(MissingGlyphError):
        face.advances["龘"]


def test_astral_characters_are_one_character(tmp_path: Path) -> None:
    face = Face(FaceId(str(save(tiny_font("Tiny", "𠮷", widths={"𠮷": 700}), tmp_path / "tiny.ttf"))))

    assert face.covers("𠮷")
    assert face.advances["𠮷"] == 0.7


def test_each_face_of_a_collection_has_its_own_glyphs(tmp_path: Path) -> None:
    path = save_collection([tiny_font("One", "云"), tiny_font("Two", "河")], tmp_path / "both.ttc")
    store = FaceStore()
    first, second = store.face(str(path), 0), store.face(str(path), 1)

    assert (first.covers("云"), first.covers("河")) == (True, False)
    assert (second.covers("云"), second.covers("河")) == (False, True)
    assert second.family == "Two"


def test_a_store_gives_one_object_until_the_file_changes(tmp_path: Path) -> None:
    path = save(tiny_font("Tiny", "云"), tmp_path / "tiny.ttf")
    store = FaceStore()
    before = store.face(str(path))
    assert store.face(str(path)) is before

    save(tiny_font("Tiny", "云河城"), path)
    assert store.face(str(path)) is not before


@pytest.mark.parametrize("content", [b"", b"not a font at all", b"\0\1\0\0\0\xff" + b"\xff" * 300])
def test_a_file_that_is_no_font_is_a_user_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(content)
    with pytest.raises(UserError, match="字体"):
        Face(FaceId(str(path))).glyph("云")


def test_a_collection_index_that_does_not_exist_is_a_user_error(tmp_path: Path) -> None:
    path = save(tiny_font("Tiny", "云"), tmp_path / "tiny.ttf")
    with pytest.raises(UserError, match="第 3 款"):
        Face(FaceId(str(path), 3)).glyph("云")
