"""The name of a drawing in resources/icons becomes an icon in the colours of the window's palette, sharp at every size."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel

from app import paths
from app.ui.colours import is_dark

_TINTS = {
    "#3A4A56": "#C9D3DA",
    "#1F6A8C": "#5BB0D8",
    "#2E7D4F": "#74C496",
    "#B36B00": "#E5AB55",
    "#C0392B": "#F2948A",
    "#FFFFFF": "#0E1A20",
}
"""The inks of the drawings, and what stands for each on a dark ground."""
_OWN_COLOURS = frozenset({"bianbao"})
_SIZES_PX = (14, 16, 18, 20, 22, 24, 25, 27, 28, 30, 32, 35, 36, 40, 48, 56, 64, 72)
"""Those in use, on screens of 100 to 200 %: a tinted drawing is no file that Qt could take other sizes from."""
_GREYED = 0.35
_NAME, _SIZE = "iconName", "iconSize"


class Pictured(Protocol):
    """A button or an action."""

    def setIcon(self, icon: QIcon, /) -> None:
        """Show an icon."""

    def setProperty(self, name: str, value: object, /) -> bool:
        """Keep a value under a name."""


def icon(name: str) -> QIcon:
    """The icon drawn in resources/icons/NAME.svg."""
    return _icon(name, is_dark(QGuiApplication.palette()))


def pixmap(name: str, size_px: int, ratio: float) -> QPixmap:
    """The icon as a picture of `size_px` logical pixels for a screen of this device pixel ratio."""
    return icon(name).pixmap(QSize(size_px, size_px), ratio)


def give_icon(to: Pictured, name: str) -> None:
    """Give a button or an action its icon, to be drawn anew when the palette changes."""
    to.setIcon(icon(name))
    to.setProperty(_NAME, name)


def give_picture(to: QLabel, name: str, size_px: int) -> None:
    """Give a label an icon as its picture, to be drawn anew when the palette changes."""
    to.setPixmap(pixmap(name, size_px, to.devicePixelRatioF()))
    to.setProperty(_NAME, name)
    to.setProperty(_SIZE, size_px)


def draw_anew(root: QObject) -> None:
    """Draw the icons of everything below an object in the palette's colours."""
    for holder in root.findChildren(QObject):
        name = holder.property(_NAME)
        if name and isinstance(holder, QLabel):
            give_picture(holder, name, holder.property(_SIZE))
        elif name:
            give_icon(holder, name)  # type: ignore[arg-type]


@cache
def _icon(name: str, dark: bool) -> QIcon:
    file = paths.resources() / "icons" / f"{name}.svg"
    if not file.is_file():
        raise FileNotFoundError(file)
    if not dark or name in _OWN_COLOURS:
        return QIcon(str(file))
    drawing = file.read_text(encoding="utf-8")
    for ink, tint in _TINTS.items():
        drawing = drawing.replace(ink, tint)
    renderer = QSvgRenderer(QByteArray(drawing.encode("utf-8")))
    made = QIcon()
    for size in _SIZES_PX:
        made.addPixmap(_drawn(renderer, size, 1.0))
        made.addPixmap(_drawn(renderer, size, _GREYED), QIcon.Mode.Disabled)
    return made


def _drawn(renderer: QSvgRenderer, size_px: int, opacity: float) -> QPixmap:
    picture = QPixmap(size_px, size_px)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(opacity)
    renderer.render(painter)
    painter.end()
    return picture
