"""The state of a row becomes its ground: tinted where it is selected, shaded under the mouse."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.ui.colours import Colours


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, colours: Colours, *, hover: bool = True) -> None:
    """Paint a row's ground; `hover`: whether it is shaded under the mouse."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(colours.tint))
    elif hover and option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, QColor(colours.hover))
