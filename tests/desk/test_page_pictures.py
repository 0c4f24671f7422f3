"""Pictures for telephones: a page each, or a long one; whole or not at all, and a proof with its head."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from app.desk.faces import face_resolver, faces_for
from app.desk.page_pictures import publish_pictures
from app.desk.publish import Task
from app.errors import Cancelled, UserError
from app.exporters.page_pictures import WIDTH_PX
from app.layout.engine import lay_out
from tests.layout.bulletins import bulletin, stories, template

ISSUE = bulletin(template(), stories(2, 4))
FACES = faces_for(ISSUE.template, {}, face_resolver())
LAYOUT = lay_out(ISSUE, FACES)


def _image(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def test_a_picture_of_each_page(tmp_path: Path) -> None:
    published = publish_pictures(ISSUE, LAYOUT, FACES, tmp_path / "第7期.jpg", Task(), final=True)
    names = sorted(tmp_path.iterdir())
    assert published.pages == len(names) == len(LAYOUT.pages)
    assert [name.name for name in names][:2] == ["第7期-1.jpg", "第7期-2.jpg"]
    assert published.path == names[0]
    first = _image(names[0])
    assert (first.format, first.width) == ("JPEG", WIDTH_PX)
    assert first.height == pytest.approx(WIDTH_PX * 297 / 210, abs=1)
    red = sum(pixel[0] > 200 and pixel[1] < 90 for pixel in zip(*[iter(first.convert("RGB").tobytes())] * 3, strict=True))
    assert red > 3_000  # the name and the rule


def test_a_long_picture_holds_all_pages(tmp_path: Path) -> None:
    publish_pictures(ISSUE, LAYOUT, FACES, tmp_path / "长图.jpg", Task(), long=True, final=True)
    (only,) = tmp_path.iterdir()
    assert only.name == "长图.jpg"
    height = _image(only).height
    assert height > len(LAYOUT.pages) * WIDTH_PX * 1.41
    assert only.stat().st_size < 2_000_000


def test_a_proof_differs_by_its_head_and_numbers(tmp_path: Path) -> None:
    publish_pictures(ISSUE, LAYOUT, FACES, tmp_path / "a.jpg", Task(), final=True)
    publish_pictures(ISSUE, LAYOUT, FACES, tmp_path / "b.jpg", Task(), proof="二校", final=True)
    plain, proof = sorted(tmp_path.glob("a-*.jpg")), sorted(tmp_path.glob("b-*.jpg"))
    top = (0, 0, WIDTH_PX, 150)  # the head of a proof stands 25 mm below the edge
    assert _image(plain[1]).crop(top).convert("L").getextrema()[0] > 200 > _image(proof[1]).crop(top).convert("L").getextrema()[0]


def test_a_cancelled_export_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        publish_pictures(ISSUE, LAYOUT, FACES, tmp_path / "a.jpg", Task(cancelled=lambda: True))
    assert list(tmp_path.iterdir()) == []


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"\.jpg"):
        publish_pictures(ISSUE, LAYOUT, FACES, tmp_path / "a.png", Task(), final=True)
