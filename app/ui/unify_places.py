"""The places of a name become rows: page and article above, the words around it below, a box to tick where it would be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desk.place_ticks import Ticked, carried, moved
from app.model.pen import PenState
from app.proof.naming_forms import Place
from app.records import dataclass
from app.ui.colours import colours_of
from app.ui.pen_view import box_in, paint_box
from app.ui.row_ground import paint_ground

if TYPE_CHECKING:
    from app.edit.change import Change
    from app.model.issue import Issue

_ROW_PX, _MARGIN_PX, _TEXT_PX = 48, 10, 34
_DATA = Qt.ItemDataRole.UserRole
_LEFT, _RIGHT = (int(side | Qt.AlignmentFlag.AlignVCenter) for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight))
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with what is said of it: `where` it is, and the words `before` and `after` it."""

    place: Place
    where: str
    before: str
    after: str

    @property
    def changes(self) -> bool:
        """Whether something else should stand there."""
        return self.place.words != self.place.new

    @property
    def tag(self) -> str:
        """Why it isn't changed unasked, and what would stand there."""
        return "　".join(filter(None, (self.place.spot.kept, f"改为{self.place.new}" if self.changes else "")))


class _Delegate(QStyledItemDelegate):
    """Draws a row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        row: PlaceRow = index.data(_DATA)
        colours, rect = colours_of(option.palette), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, colours)
        if row.changes:
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            paint_box(painter, box_in(rect), PenState.DONE if ticked else PenState.OPEN, colours)
        inner = rect.adjusted(_TEXT_PX, 4, -_MARGIN_PX, -5)
        upper, lower = QRect(inner), QRect(inner)
        upper.setHeight(inner.height() // 2 - 1)
        lower.setTop(upper.bottom() + 2)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        painter.setFont(small)
        painter.setPen(QColor(colours.accent if row.changes else colours.quiet))
        painter.drawText(upper, _RIGHT, row.tag)
        painter.setPen(QColor(colours.quiet))
        room = upper.width() - painter.fontMetrics().horizontalAdvance(row.tag) - _MARGIN_PX
        painter.drawText(upper, _LEFT, painter.fontMetrics().elidedText(row.where, Qt.TextElideMode.ElideRight, room))
        painter.setFont(option.font)
        self._paint_words(painter, lower, row, colours.text, colours.quiet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.left() + _MARGIN_PX, rect.bottom(), rect.right() - _MARGIN_PX, rect.bottom())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of one height."""
        return QSize(120, _ROW_PX)

    def _paint_words(self, painter: QPainter, box: QRect, row: PlaceRow, text: str, quiet: str) -> None:
        """The form stands out between the words before and behind it, which are cut so that it is always seen."""
        plain, bold = QFont(painter.font()), QFont(painter.font())
        bold.setBold(True)
        painter.setFont(bold)
        words = painter.fontMetrics().elidedText(row.place.words, Qt.TextElideMode.ElideMiddle, box.width())
        middle = painter.fontMetrics().horizontalAdvance(words)
        painter.setFont(plain)
        metrics, rest = painter.fontMetrics(), box.width() - middle
        wanted = metrics.horizontalAdvance(row.after)
        before = metrics.elidedText(row.before, Qt.TextElideMode.ElideLeft, max(rest // 2, rest - wanted))
        used = metrics.horizontalAdvance(before)
        after = metrics.elidedText(row.after, Qt.TextElideMode.ElideRight, rest - used)
        painter.setPen(QColor(quiet))
        painter.drawText(box, _LEFT, before)
        painter.drawText(box.adjusted(used + middle, 0, 0, 0), _LEFT, after)
        painter.setFont(bold)
        painter.setPen(QColor(text))
        painter.drawText(box.adjusted(used, 0, 0, 0), _LEFT, words)


class PlaceList(QListWidget):
    """Shows places. `chosen` brings the `Place` that somebody wants to see; a box is ticked by mouse or space bar: `ticked_anew`.

    What was ticked by hand, or no more, stays so whatever is shown or edited meanwhile. What is shown goes along with what is edited
    until it is shown anew, so that no tick and no change goes to another place.
    """

    chosen = Signal(object)
    ticked_anew = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_hand: dict[Ticked, bool] = {}
        self._standing: list[Ticked | None] = []
        self.setAccessibleName("所在的地方")
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def show_rows(self, rows: Sequence[PlaceRow]) -> None:
        """Show these places; those that stand in other people's words are not ticked unasked."""
        self.clear()
        self._standing = [_ticked(row.place) for row in rows]
        for row in rows:
            item = QListWidgetItem()
            item.setData(_DATA, row)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)  # Qt's own box lies elsewhere, and would tick a second time
            item.setToolTip(f"{row.before}{row.place.words}{row.after}")
            self.addItem(item)
            self._tick(item, row.changes and self._by_hand.get(_ticked(row.place), not row.place.spot.kept))

    def rows(self) -> list[PlaceRow]:
        """What is shown."""
        return [self.item(at).data(_DATA) for at in range(self.count())]

    def ticked(self) -> tuple[Place, ...]:
        """What is to be changed, where it stands now."""
        rows = [at for at in range(self.count()) if self.item(at).checkState() is Qt.CheckState.Checked]
        return tuple(place for at in rows if (place := self._place(at)) is not None)

    def toggle(self, item: QListWidgetItem) -> None:
        """Tick a row, or no more."""
        row: PlaceRow = item.data(_DATA)
        if row.changes:
            on, standing = item.checkState() is not Qt.CheckState.Checked, self._standing[self.row(item)]
            if standing is not None:
                self._by_hand[standing] = on
            self._tick(item, on)
            self.ticked_anew.emit()

    def carry(self, old: Issue, new: Issue, change: Change | None) -> None:
        """Let what is shown, and what was ticked by hand, go along with its words; `change` is None after undo and redo."""
        self._by_hand = carried(self._by_hand, old, new, change)
        standing = [moved(one, old, new, change) if one is not None else None for one in self._standing]
        if standing != self._standing:
            self._standing = standing
            self.ticked_anew.emit()

    def forget(self) -> None:
        """Another issue is at hand: nothing was ticked by hand in it."""
        self._by_hand.clear()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the box ticks, one beside it goes to the words."""
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or item is None:
            return
        if event.position().x() < _TEXT_PX and item.data(_DATA).changes:
            self.toggle(item)
        else:
            self._choose(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter goes to the words."""
        item = self.currentItem()
        if item is not None and event.key() == Qt.Key.Key_Space:
            self.toggle(item)
        elif item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(item)
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        place = self._place(self.row(item))
        if place is not None:
            self.chosen.emit(place)

    def _place(self, at: int) -> Place | None:
        """The place of a row where it stands now; None where its words are gone."""
        place: Place = self.item(at).data(_DATA).place
        now = self._standing[at]
        if now is None:
            return None
        return replace(place, spot=replace(place.spot, key=now.block, start=now.start, end=now.end))

    def _tick(self, item: QListWidgetItem, on: bool) -> None:
        row: PlaceRow = item.data(_DATA)
        item.setData(Qt.ItemDataRole.CheckStateRole, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        state = ("要改" if on else "不改") if row.changes else ""
        words = "，".join(filter(None, (state, row.where, row.tag)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}：{row.before}{row.place.words}{row.after}")


def _ticked(place: Place) -> Ticked:
    return Ticked(place.spot.key, place.spot.start, place.spot.end, place.words)
