"""The pictures of a file become those that every output can show, and a sentence on the rest."""

from __future__ import annotations

from collections.abc import Sequence

from app.errors import UserError
from app.importers.found import FoundPicture
from app.importers.raw import RawPicture
from app.model.image_file import header_of

_LEAST_PX = 48
"""A picture smaller than that is a bullet, a line or a button."""
_MOST = 60


def usable(pictures: Sequence[tuple[int, RawPicture]]) -> tuple[tuple[FoundPicture, ...], tuple[str, ...]]:
    """PNG and JPEG pictures of a size that prints, and what is to be told of the others."""
    found: list[FoundPicture] = []
    small = over = unusable = 0
    for line, picture in pictures:
        try:
            header = header_of(picture.data, picture.name or "图片")
        except UserError:
            unusable += 1
            continue
        if min(header.width_px, header.height_px) < _LEAST_PX:
            small += 1
        elif len(found) >= _MOST:
            over += 1
        else:
            found.append(FoundPicture(line, picture.data))
    notes = []
    if unusable:
        notes.append(f"有 {unusable} 张图片的格式放不进来（只能用 PNG、JPEG），请对照原件另存为 PNG 后用“插入图片”放进来。")
    if small:
        notes.append(f"有 {small} 张小图（多半是图标、花边）没有放进来。")
    if over:
        notes.append(f"图片太多，只放进了前 {_MOST} 张，还有 {over} 张没有放进来，请对照原件用“插入图片”放进要用的。")
    return tuple(found), tuple(notes)
