"""The picture of a first page is drawn once."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from app.desk.first_pages import WIDTH_PX, first_page, picture_file
from app.errors import UserError
from app.fonts.faceset import FaceSet
from app.model.template import Template
from app.store.jianbao import Opened, to_bytes
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces


def faces(_template: Template) -> FaceSet:
    return cell_faces()


def refuse() -> bytes:
    raise UserError("签发的那一份已经不在来稿库里了。")


def test_it_is_drawn_once_and_kept(tmp_path: Path) -> None:
    data = to_bytes(Opened(bulletin(template(), stories(3, 4))), "第7期")
    drawn = first_page("d" * 64, lambda: data, faces, tmp_path / "cache")
    with Image.open(io.BytesIO(drawn)) as picture:
        assert picture.width == WIDTH_PX and picture.height == pytest.approx(WIDTH_PX * 297 / 210, abs=2)
        assert picture.convert("L").getextrema()[0] < 128
    assert first_page("d" * 64, refuse, faces, tmp_path / "cache") == drawn == picture_file("d" * 64, tmp_path / "cache").read_bytes()
    with pytest.raises(UserError, match="不在来稿库"):
        first_page("e" * 64, refuse, faces, tmp_path / "cache")


def test_a_cache_that_can_not_be_written_is_no_matter(tmp_path: Path) -> None:
    data = to_bytes(Opened(bulletin(template(), stories(1, 1))), "第7期")
    (tmp_path / "file").write_text("")
    assert first_page("d" * 64, lambda: data, faces, tmp_path / "file")
