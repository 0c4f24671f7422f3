"""An image file becomes a picture that fits the page: read within limits, as large as its own resolution says, on whole slots."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

from app.errors import UserError
from app.layout.picture import AIR, width_for_slots
from app.model.image_file import MOST_BYTES, header_of, image_of, natural_width_mm
from app.model.issue import Issue
from app.model.picture import Image, Picture
from app.model.template import TWIPS_PER_MM, Template

SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".jpe", ".jfif"})
"""The files that are taken for pictures when they are dropped or pasted."""
LOOK_ALIKES = frozenset({".webp", ".bmp", ".gif", ".heic", ".heif", ".avif", ".tif", ".tiff"})
"""Pictures that can't be used; whoever brings one is told what to do."""
PRINT_DPI = 300
"""More than that no office printer shows."""
_WIDEST_MM, _HIGHEST_MM = 150.0, 110.0
_PART_OF_PAGE = 0.5
"""A picture comes in at most half a page high: a photo taken upright would fill one."""


def is_picture(path: Path) -> bool:
    """Whether a file is a picture by its name."""
    return path.suffix.lower() in SUFFIXES | LOOK_ALIKES


def read_image(path: Path) -> Image:
    """Read an image file as it is. Raises UserError."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UserError(f"“{path.name}”不是文件，请另选一个。")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise UserError(f"找不到“{path}”，请检查文件名和位置。") from error
    except OSError as error:
        raise UserError(f"“{path.name}”读不出来，请检查磁盘、网络盘或权限后再试。") from error
    return image_of(data, path.name)


def own_width_mm(image: Image, template: Template) -> float:
    """The width at the file's own resolution (原图大小), within the type area."""
    width = min(natural_width_mm(header_of(image.data, "图片")), template.paper.text_width / TWIPS_PER_MM)
    return max(round(width, 2), 5.0)


def standing_alone(data: bytes) -> Picture:
    """A picture from a submission, at its own size but no larger than half a page. Raises UserError for what can't be used."""
    image = image_of(data, "图片")
    width = min(natural_width_mm(header_of(data, "图片")), _WIDEST_MM, _HIGHEST_MM * image.width_px / image.height_px)
    return Picture(image, max(round(width, 2), 5.0))


def with_masthead_picture(issue: Issue, folder: Path) -> Issue:
    """A new issue with the picture that its template, whose file stands in `folder`, prints in the place of the bulletin's name.

    Raises UserError where that can't be used.
    """
    name = issue.template.masthead.image
    if not name:
        return issue
    picture = masthead_picture(read_image(folder / name), issue.template)
    return replace(issue, masthead=replace(issue.masthead, picture=picture))


def masthead_picture(image: Image, template: Template) -> Picture:
    """The image as wide as the template wants it in the place of the bulletin's name."""
    return Picture(image, template.masthead.image_width_mm)


def needed_px(picture: Picture, template: Template) -> tuple[int, int]:
    """The pixels that print a picture at 300 dpi; the file's own where they are fewer."""
    image = picture.image
    width = min(round(min(picture.width_mm, template.paper.text_width / TWIPS_PER_MM) / 25.4 * PRINT_DPI), image.width_px)
    return width, max(round(width * image.height_px / image.width_px), 1)


def fitted(image: Image, template: Template) -> Picture:
    """The picture at its own size, within the type area and half a page, on whole slots; one lower than a slot as it is."""
    width = own_width_mm(image, template) * TWIPS_PER_MM
    height = min(width * image.height_px / image.width_px, template.paper.text_height * _PART_OF_PAGE)
    slots = int((height + AIR) // template.line_twips)
    if slots:
        return Picture(image, max(width_for_slots(Picture(image, 1.0), slots, template), 5.0))
    return Picture(image, max(round(width / TWIPS_PER_MM, 2), 5.0))
