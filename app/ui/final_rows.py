"""Lines of 定稿前检查 become rows: what is to be seen to above in full, what is right below in one line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desk.check_line import CheckLine, Spot
from app.ui.colours import colours_of
from app.ui.row_ground import paint_ground

_MARGIN_PX, _TEXT_PX, _GAP_PX, _AIR_PX = 10, 32, 10, 6
_LINE, _TURN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_LEFT, _RIGHT = (int(side | Qt.AlignmentFlag.AlignVCenter) for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight))
_Index = QModelIndex | QPersistentModelIndex


class _Delegate(QStyledItemDelegate):
    """Draws a row: mark, what was looked at, at the end how many places, and what is told below it or beside it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        line: CheckLine = index.data(_LINE)
        colours, rect = colours_of(option.palette), QRect(option.rect)
        painter.save()
        paint_ground(painter, option, colours, hover=bool(line.spots))
        head = QRect(rect.left() + _TEXT_PX, rect.top() + _AIR_PX, rect.width() - _TEXT_PX - _MARGIN_PX, option.fontMetrics.lineSpacing())
        colour = colours.quiet if line.noted else colours.done if line.good else colours.warning
        painter.setPen(QColor(colour))
        painter.drawText(QRect(rect.left() + _MARGIN_PX, head.top(), _TEXT_PX - _MARGIN_PX, head.height()), _LEFT, mark_of(line))
        count = _count(line, index.data(_TURN))
        painter.setPen(QColor(colours.quiet))
        painter.drawText(head, _RIGHT, count)
        painter.setPen(QColor(colours.text))
        painter.setFont(_head_font(option.font, line))
        painter.drawText(head, _LEFT, line.what)
        used = painter.fontMetrics().horizontalAdvance(line.what) + _GAP_PX
        painter.setFont(option.font)
        told = line.told_at(index.data(_TURN))
        if _short(line):
            painter.setPen(QColor(colours.quiet))
            beside = head.adjusted(used, 0, -painter.fontMetrics().horizontalAdvance(count) if count else 0, 0)
            painter.drawText(beside, _LEFT, painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, beside.width()))
        else:
            painter.setPen(QColor(colours.quiet if line.good else colours.warning))
            painter.drawText(head.adjusted(0, head.height() + 1, 0, 10 * head.height()), _WRAPPED, told)
        if not _short(line):
            painter.setPen(QColor(colours.line))
            painter.drawLine(rect.left() + _MARGIN_PX, rect.bottom(), rect.right() - _MARGIN_PX, rect.bottom())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as what is told needs at the width of the list."""
        line: CheckLine = index.data(_LINE)
        view = option.widget
        width = view.viewport().width() if isinstance(view, FinalRows) else option.rect.width()
        metrics = QFontMetrics(option.font)
        height = metrics.lineSpacing() + 2 * _AIR_PX
        if not _short(line):
            room = QRect(0, 0, max(40, width - _TEXT_PX - _MARGIN_PX), 10_000)
            height += metrics.boundingRect(room, _WRAPPED, line.told_at(index.data(_TURN))).height() + 2
        return QSize(80, height)


class FinalRows(QListWidget):
    """Shows lines; `chosen` brings the `Spot` that somebody is led to. Who chooses a row again is led to its next one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("定稿前检查")
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._lines: tuple[CheckLine, ...] = ()
        self._led: dict[str, tuple[int, Spot]] = {}

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show what was looked at, what is to be seen to first; the row at hand stays so."""
        ordered = tuple(sorted(lines, key=lambda line: line.good + (line.good and not line.noted)))
        if ordered == self._lines:
            return
        self._lines = ordered
        at_hand, rolled = self.currentRow(), self.verticalScrollBar().value()
        what = self._line(at_hand).what if at_hand >= 0 else ""
        self.clear()
        for line in ordered:
            item = QListWidgetItem()
            item.setData(_LINE, line)
            self.addItem(item)
            self._tell(item, self._turn(line))
            if line.what == what:
                self.setCurrentItem(item)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(rolled)

    def forget(self) -> None:
        """Another issue is at hand: nobody was led anywhere."""
        self._led.clear()

    def lead(self, item: QListWidgetItem) -> None:
        """Lead to the next spot of a row."""
        line: CheckLine = item.data(_LINE)
        turn, last = self._led.get(line.what, (-1, None))
        following = line.following(last, turn)
        if following < 0:
            return
        spot = line.spots[following]
        self._led[line.what] = (following, spot)
        self._tell(item, following)
        self.scheduleDelayedItemsLayout()
        self.chosen.emit(spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click leads. `itemClicked` and `itemActivated` would both come where a single click activates, and lead on by two."""
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and item is not None and item is self.currentItem():
            self.lead(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the space bar lead, too."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and item is not None:
            self.lead(item)
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words take another number of lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _line(self, row: int) -> CheckLine:
        line: CheckLine = self.item(row).data(_LINE)
        return line

    def _turn(self, line: CheckLine) -> int:
        """The turn of the spot that somebody was led to last, if it is there still."""
        turn, last = self._led.get(line.what, (-1, None))
        if last is None or not 0 <= turn < len(line.spots) or not line.spots[turn].same(last):
            return -1
        return turn

    def _tell(self, item: QListWidgetItem, turn: int) -> None:
        """Let a row show the spot at hand, to eyes and to readers of screens alike."""
        line: CheckLine = item.data(_LINE)
        item.setData(_TURN, turn)
        words = "，".join(filter(None, (line.what, _count(line, turn), line.told_at(turn))))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{mark_of(line)} {words}")
        item.setToolTip(line.told_at(turn) if _short(line) else "")


def mark_of(line: CheckLine) -> str:
    """✓, ！, or ○ for what is no plain yes."""
    return "○" if line.noted else "✓" if line.good else "！"


def _short(line: CheckLine) -> bool:
    return line.good and not line.noted


def _count(line: CheckLine, turn: int) -> str:
    """4 处, or 2/4 for the second of them; nothing of a single one."""
    count = len(line.spots)
    return "" if line.good or count < 2 else f"{turn + 1}/{count}" if turn >= 0 else f"{count} 处"


def _head_font(font: QFont, line: CheckLine) -> QFont:
    found = QFont(font)
    found.setBold(not line.good)
    return found
