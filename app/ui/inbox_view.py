"""The list of the 来稿箱: two lines for a submission, a mark for its state, dragged into the issue and worked by keys."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.model.submission import State, SubmissionRecord, Use
from app.ui.colours import Colours, colours_of
from app.ui.inbox_keys import Press, press_of
from app.ui.inbox_model import HERE_ROLE, RECORD_ROLE, STATE_ROLE, InboxModel
from app.ui.inbox_words import measure, origin
from app.ui.row_ground import paint_ground

_ROW_HEIGHT_PX = 46
_MARGIN_PX = 10
_MARK_WIDTH_PX = 38


class _Delegate(QStyledItemDelegate):
    """Title above with the state at its end; unit and way quietly below with day and length at their end, which are never cut."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw a row."""
        record: SubmissionRecord = index.data(RECORD_ROLE)
        state = State(index.data(STATE_ROLE))  # Qt makes a plain string of it
        colours = colours_of(option.palette)
        gone = state in (State.RETURNED, State.WITHDRAWN)
        rect: QRect = option.rect
        painter.save()
        paint_ground(painter, option, colours)
        if index.data(HERE_ROLE):
            painter.fillRect(QRect(rect.left(), rect.top() + 4, 3, rect.height() - 8), QColor(colours.accent))
        inner = rect.adjusted(_MARGIN_PX, 5, -_MARGIN_PX, -5)
        upper = QRect(inner.left(), inner.top(), inner.width() - _MARK_WIDTH_PX, inner.height() // 2)
        lower = QRect(inner.left(), inner.top() + inner.height() // 2, inner.width(), inner.height() // 2)
        font = QFont(option.font)
        font.setStrikeOut(state is State.WITHDRAWN)
        painter.setFont(font)
        painter.setPen(QColor(colours.quiet if gone else colours.text))
        elided = painter.fontMetrics().elidedText(record.title or "（无标题）", Qt.TextElideMode.ElideRight, upper.width())
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), elided)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        painter.setFont(small)
        painter.setPen(QColor(_colour(state, colours)))
        mark = QRect(upper.right(), upper.top(), _MARK_WIDTH_PX, upper.height())
        painter.drawText(mark, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), state.value)
        painter.setPen(QColor(colours.quiet))
        figures = measure(record)
        room = lower.width() - painter.fontMetrics().horizontalAdvance(figures) - _MARGIN_PX
        words = painter.fontMetrics().elidedText(origin(record), Qt.TextElideMode.ElideRight, room)
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), figures)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.left() + _MARGIN_PX, rect.bottom(), rect.right() - _MARGIN_PX, rect.bottom())
        view = self.parent()
        target = isinstance(view, InboxView) and view.target == record.id
        if option.state & QStyle.StateFlag.State_HasFocus or target:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows of one height."""
        return QSize(120, _ROW_HEIGHT_PX)


def _colour(state: State, colours: Colours) -> str:
    return {
        State.ADOPTED: colours.done,
        State.KEPT: colours.accent,
        State.RETURNED: colours.disabled,
        State.WITHDRAWN: colours.error,
    }.get(state, colours.quiet)


class InboxView(QListView):
    """Several rows may be chosen. What its keys ask for, by `inbox_keys.py`, comes as signals; a double click opens."""

    used = Signal()
    merged = Signal()
    opened = Signal()
    removed = Signal()
    pasted = Signal()
    menu_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inbox")
        self.setAccessibleName("来稿")
        self.target = ""
        self.rows = InboxModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    @property
    def chosen(self) -> list[SubmissionRecord]:
        """The chosen records, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.rows.records[row] for row in rows]

    def show_records(self, records: Sequence[SubmissionRecord], used: Mapping[str, Sequence[Use]], here: Collection[str]) -> None:
        """Show other rows. What is chosen stays chosen; where that is gone, the row that took its place is at hand."""
        chosen, current = [record.id for record in self.chosen], self.currentIndex()
        current_row = current.row()
        at_hand = self.rows.records[current_row].id if current_row >= 0 else ""
        self.rows.show_records(records, used, here)
        if current_row < 0 or self.currentIndex().isValid() or not self.rows.records:
            return
        left = [index for index in map(self.rows.index_of, chosen) if index.isValid()]
        row = self.rows.index_of(at_hand)
        if not row.isValid():
            row = self.rows.index(min(current_row, len(self.rows.records) - 1))
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(row, flag.NoUpdate if left else flag.Select)
        for index in left:
            self.selectionModel().select(index, flag.Select)
        self.scrollTo(row)

    def submission_at(self, point: QPoint) -> str:
        """The submission at a point of the viewport, "" for none."""
        index = self.indexAt(point) if self.isVisible() else QModelIndex()
        return self.rows.records[index.row()].id if index.isValid() else ""

    def show_target(self, submission: str) -> None:
        """Frame the row that files would be put to, "" for none."""
        if submission != self.target:
            self.target = submission
            self.viewport().update()

    def enter(self) -> None:
        """Take the keyboard, with a row at hand."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.currentIndex().isValid() and self.rows.records:
            self.setCurrentIndex(self.rows.index(0))

    def choose(self, submission: str) -> None:
        """Choose one row and see it. Qt would let the row go again where it is chosen already and somebody holds Ctrl for another end."""
        index = self.rows.index_of(submission)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def event(self, event: QEvent) -> bool:
        """The list's keys come before those of the window: Ctrl+V means the 来稿箱 here, and not the issue."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and press_of(event.key(), event.modifiers()):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a row; all else is Qt's."""
        press = press_of(event.key(), event.modifiers())
        if press is None or (press is not Press.PASTE and not self.chosen):
            super().keyPressEvent(event)
            return
        signals = {
            Press.USE: self.used,
            Press.MERGE: self.merged,
            Press.OPEN: self.opened,
            Press.REMOVE: self.removed,
            Press.PASTE: self.pasted,
        }
        signals[press].emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for what is chosen, by mouse or key."""
        if self.chosen:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            self.menu_asked.emit(self.viewport().mapToGlobal(below) if by_key else event.globalPos())
