"""The list of comments: a box to tick, the words, who and when, and below them what was said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desk.commenting import quoted_words, when_words
from app.model.pen import PenState
from app.model.people import Comment
from app.text.breaking import last_break
from app.ui.colours import colours_of
from app.ui.pen_keys import COMMENT_WORDS, PenPress, pen_press
from app.ui.pen_view import box_in, paint_box
from app.ui.row_ground import paint_ground

_ROW_PX, _MARGIN_PX, _TEXT_PX = 62, 10, 34
_DATA = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class _Delegate(QStyledItemDelegate):
    """Draws a row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        one: Comment = index.data(_DATA)
        colours, rect = colours_of(option.palette), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, colours)
        paint_box(painter, box_in(rect), PenState.DONE if one.done else PenState.OPEN, colours)
        inner = rect.adjusted(_TEXT_PX, 5, -_MARGIN_PX, -5)
        upper, lower = QRect(inner), QRect(inner)
        upper.setHeight(inner.height() // 3)
        lower.setTop(upper.bottom() + 1)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        painter.setFont(small)
        painter.setPen(QColor(colours.quiet))
        right = "　".join(filter(None, (one.who, when_words(one))))
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), right)
        room = upper.width() - painter.fontMetrics().horizontalAdvance(right) - _MARGIN_PX
        head = painter.fontMetrics().elidedText(head_words(one), Qt.TextElideMode.ElideRight, room)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), head)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.quiet if one.done else colours.text))
        self._paint_said(painter, lower, one.text)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.left() + _MARGIN_PX, rect.bottom(), rect.right() - _MARGIN_PX, rect.bottom())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QColor(colours.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of one height."""
        return QSize(120, _ROW_PX)

    def _paint_said(self, painter: QPainter, box: QRect, text: str) -> None:
        """Two lines, the second with dots where there is more."""
        metrics, words = painter.fontMetrics(), text.replace("\n", " ")
        first = next((at for at in range(2, len(words) + 1) if metrics.horizontalAdvance(words[:at]) > box.width()), len(words) + 1) - 1
        first = last_break(words, 0, first) if first < len(words) else first
        lines = [words[:first], metrics.elidedText(words[first:], Qt.TextElideMode.ElideRight, box.width())]
        height = metrics.lineSpacing()
        for at, line in enumerate(lines if lines[1] else lines[:1]):
            place = QRect(box.left(), box.top() + at * height, box.width(), height)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), line)


class CommentView(QListWidget):
    """Shows comments. `pressed_for` brings what a key, a click or the menu asks for and the number of the comment."""

    pressed_for = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("批注")
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    @property
    def chosen(self) -> Comment | None:
        """The comment at hand."""
        item = self.currentItem()
        one = item.data(_DATA) if item is not None else None
        return one if isinstance(one, Comment) else None

    def shown(self) -> list[Comment]:
        """What is listed."""
        return [self.item(at).data(_DATA) for at in range(self.count())]

    def show_comments(self, comments: Sequence[Comment]) -> None:
        """List these; the one at hand stays so, or that which took its place."""
        if self.shown() == list(comments):
            return
        number, at = self.chosen.number if self.chosen else 0, self.currentRow()
        self.clear()
        for one in comments:
            item = QListWidgetItem()
            item.setData(_DATA, one)
            item.setToolTip(one.text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row_words(one))
            self.addItem(item)
        if number:
            self.choose(number, at)

    def choose(self, number: int, otherwise: int = -1) -> None:
        """Have a comment at hand; where there is none of this number, the row `otherwise`, or the last."""
        numbers = [one.number for one in self.shown()]
        at = numbers.index(number) if number in numbers else min(otherwise, len(numbers) - 1)
        if at >= 0:
            self.setCurrentRow(at)
            self.scrollToItem(self.item(at))

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
        if press not in COMMENT_WORDS:
            super().keyPressEvent(event)
        elif press is PenPress.LEAVE or self.chosen is not None:
            self.pressed_for.emit(press, self.chosen.number if self.chosen else 0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the box ticks, one beside it goes to the words."""
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and item is not None:
            press = PenPress.TICK if event.position().x() < _TEXT_PX else PenPress.GO
            self.pressed_for.emit(press, item.data(_DATA).number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the row, by mouse or key."""
        one = self.chosen
        if one is None:
            return
        menu = QMenu(self)
        for press in (PenPress.GO, PenPress.TICK, PenPress.EDIT, PenPress.REMOVE):
            action = menu.addAction(COMMENT_WORDS[press].split("（")[0].split("，")[0])
            action.triggered.connect(lambda _=False, press=press: self.pressed_for.emit(press, one.number))
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        below: QPoint = self.visualItemRect(self.currentItem()).bottomLeft()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(below) if by_key else event.globalPos())


def head_words(one: Comment) -> str:
    """“二百余人”, and whether these words are gone."""
    quoted = quoted_words(one.words) if one.words else "这一处"
    return f"（已删去）{quoted}" if one.gone else quoted


def row_words(one: Comment) -> str:
    """“二百余人”张敏 3月8日 15:20：谁组织的？（已处理）"""
    who = " ".join(filter(None, (one.who, when_words(one))))
    return f"{head_words(one)}{who}：{one.text}{'（已处理）' if one.done else ''}"
