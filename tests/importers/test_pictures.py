"""Pictures that an output can show come in; each of the others is told with its own reason."""

from __future__ import annotations

from app.importers.pictures import usable
from app.importers.raw import RawPicture
from tests.model.pictures import png


def test_each_picture_left_out_has_its_reason() -> None:
    pictures = [(number, RawPicture(png(64, 64))) for number in range(62)]
    pictures += [(62, RawPicture(png(16, 16))), (63, RawPicture(b"GIF89a", "图.gif"))]
    found, notes = usable(pictures)
    assert [picture.line for picture in found] == list(range(60))
    assert len(notes) == 3
    assert "1 张图片的格式" in notes[0] and "1 张小图" in notes[1] and "还有 2 张" in notes[2]


def test_nothing_left_out_is_nothing_said() -> None:
    assert usable([(3, RawPicture(png(64, 64)))])[1] == ()
