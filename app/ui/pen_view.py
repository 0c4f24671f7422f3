"""The list of pen changes: a box to tick, the place and who asked, and below it what to do or why it was not done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.model.pen import PenChange, PenState
from app.ui.colours import Colours, colours_of
from app.ui.icons import icon
from app.ui.pen_desk import Row
from app.ui.pen_keys import PEN_WORDS, PenPress, pen_press
from app.ui.row_ground import paint_ground

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
TOUCHED = "这里已改动"
_ROW_HEIGHT_PX, _MARGIN_PX, _BOX_PX, _TEXT_PX = 46, 10, 15, 34
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class _Rows(QAbstractListModel):
    """The rows as Qt wants them; one of them in words is what a screen reader says."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the same ones with other contents stay where they are."""
        same = [row.change.number for row in rows] == [row.change.number for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = tuple(rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: _Index = _TOP) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """See Qt."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return row_words(row)
        return None


class _Delegate(QStyledItemDelegate):
    """Draws a row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        row: Row = index.data(ROW_ROLE)
        change, colours, rect = row.change, colours_of(option.palette), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, colours)
        paint_box(painter, box_in(rect), change.state, colours)
        inner = rect.adjusted(_TEXT_PX, 5, -_MARGIN_PX, -5)
        upper, lower = QRect(inner), QRect(inner)
        upper.setHeight(inner.height() // 2)
        lower.setTop(upper.bottom() + 1)
        left, right = (int(side | Qt.AlignmentFlag.AlignVCenter) for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight))
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        mark, ink = _mark(row, colours)
        painter.setFont(small)
        painter.setPen(QColor(ink))
        painter.drawText(upper, right, mark)
        room = upper.width() - painter.fontMetrics().horizontalAdvance(mark) - _MARGIN_PX
        painter.setFont(option.font)
        painter.setPen(QColor(colours.text if change.state is PenState.OPEN else colours.quiet))
        head = f"{change.written}　{change.asked_by}" if change.asked_by else change.written
        painter.drawText(upper, left, painter.fontMetrics().elidedText(head, Qt.TextElideMode.ElideRight, room))
        painter.setPen(QColor(colours.quiet))
        painter.setFont(small)
        painter.drawText(lower, left, painter.fontMetrics().elidedText(_below(change), Qt.TextElideMode.ElideRight, lower.width()))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.left() + _MARGIN_PX, rect.bottom(), rect.right() - _MARGIN_PX, rect.bottom())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of one height."""
        return QSize(120, _ROW_HEIGHT_PX)


class PenView(QListView):
    """Shows rows. `pressed_for` brings what a key, a click or the menu asks for and the number of the change."""

    pressed_for = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("过稿")
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows.rows

    @property
    def chosen(self) -> PenChange | None:
        """The change at hand."""
        at = self.currentIndex().row()
        return self.rows[at].change if 0 <= at < len(self.rows) else None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the one at hand stays so, or that which took its place."""
        number, at = self.chosen.number if self.chosen else 0, self.currentIndex().row()
        self._rows.show_rows(rows)
        if number:
            self.choose(number if any(row.change.number == number for row in rows) else -1, at)

    def choose(self, number: int, otherwise: int = 0) -> None:
        """Have a change at hand; where there is none of this number, the row `otherwise`, or the last."""
        at = next((at for at, row in enumerate(self.rows) if row.change.number == number), min(otherwise, len(self.rows) - 1))
        if at >= 0:
            self.setCurrentIndex(self._rows.index(at))

    def enter(self) -> None:
        """Take the keyboard, with a row at hand."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if self.chosen is None:
            self.choose(-1)

    # Qt's own

    def event(self, event: QEvent) -> bool:
        """The list's keys come before those of the window: F2 means the row here."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and pen_press(event.key(), event.modifiers()):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a row; all else is Qt's."""
        press = pen_press(event.key(), event.modifiers())
        if press is PenPress.LEAVE or (press is not None and self.chosen is not None):
            self.pressed_for.emit(press, self.chosen.number if self.chosen else 0)
        elif press is None:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the box ticks, one beside it goes to the words."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            ticks = event.position().x() < _TEXT_PX
            self.pressed_for.emit(PenPress.TICK if ticks else PenPress.GO, self.rows[index.row()].change.number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the row, by mouse or key."""
        change = self.chosen
        if change is None:
            return
        menu = QMenu(self)
        for press in (PenPress.GO, PenPress.TICK, PenPress.REFUSE, PenPress.EDIT, PenPress.REMOVE):
            action = menu.addAction(PEN_WORDS[press].split("（")[0].split("，")[0])
            action.triggered.connect(lambda _=False, press=press: self.pressed_for.emit(press, change.number))
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        below: QPoint = self.visualRect(self.currentIndex()).bottomLeft()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(below) if by_key else event.globalPos())


def box_in(row: QRect) -> QRect:
    """Where a row's box to tick is."""
    return QRect(row.left() + _MARGIN_PX, row.top() + (row.height() - _BOX_PX) // 2, _BOX_PX, _BOX_PX)


def row_words(row: Row) -> str:
    """3.12 张主任：把“积极”改为“主动”（已改）."""
    change = row.change
    who = f"{change.written} {change.asked_by}".strip()
    told = f"{change.state.value}：{change.reason}" if change.reason else change.state.value
    hint = f"，{TOUCHED}" if row.touched and change.state is PenState.OPEN else ""
    return f"{who}：{change.wish or '没有写怎样改'}（{told}{hint}）"


def _below(change: PenChange) -> str:
    if change.state is PenState.REFUSED and change.reason:
        return f"不改：{change.reason}" + (f"（{change.wish}）" if change.wish else "")
    return change.wish or "看纸上的改法"


def _mark(row: Row, colours: Colours) -> tuple[str, str]:
    """What stands at a row's end, and its ink."""
    if row.change.state is PenState.DONE:
        return PenState.DONE.value, colours.done
    if row.change.state is PenState.REFUSED:
        return PenState.REFUSED.value, colours.quiet
    return (TOUCHED, colours.accent) if row.touched else ("", colours.quiet)


def paint_box(painter: QPainter, box: QRect, state: PenState, colours: Colours) -> None:
    """A row's box, ticked, crossed or empty."""
    done = state is PenState.DONE
    painter.setPen(QPen(QColor(colours.accent if done else colours.border_hover), 1))
    painter.setBrush(QColor(colours.accent if done else colours.base))
    painter.drawRoundedRect(box, 3.5, 3.5)
    if done:
        icon("check").paint(painter, box)
    elif state is PenState.REFUSED:
        middle = box.center().y() + 0.5
        painter.setPen(QPen(QColor(colours.quiet), 1.6))
        painter.drawLine(box.left() + 4, round(middle), box.right() - 3, round(middle))
