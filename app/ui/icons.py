"""The name of a drawing in resources/icons becomes an icon that is sharp at every size."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap

from app import paths


@cache
def icon(name: str) -> QIcon:
    """The icon drawn in resources/icons/NAME.svg."""
    file = paths.resources() / "icons" / f"{name}.svg"
    if not file.is_file():
        raise FileNotFoundError(file)
    return QIcon(str(file))


def pixmap(name: str, size_px: int, ratio: float) -> QPixmap:
    """The icon as a picture of `size_px` logical pixels for a screen of this device pixel ratio."""
    return icon(name).pixmap(QSize(size_px, size_px), ratio)
