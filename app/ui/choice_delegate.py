"""A cell that is one of a few words becomes a list to choose from, opened by one click or a key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.colours import colours_of

CHOICES_ROLE = Qt.ItemDataRole.UserRole + 20
"""What can be chosen, as pairs of value and word (a mapping would come out of Qt in another order); none for a cell of free text."""
_ARROW_ROOM_PX, _ARROW_PX = 20, 4

Index = QModelIndex | QPersistentModelIndex


class ChoiceDelegate(QStyledItemDelegate):
    """Edits cells that have `CHOICES_ROLE` by a list, others by a line of text. Rows have one height. `writing`: a cell was opened."""

    writing = Signal()

    def __init__(self, row_px: int, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._row_px, self._view = row_px, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of one height."""
        return QSize(super().sizeHint(option, index).width(), self._row_px)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """With a small arrow where something can be chosen."""
        super().paint(painter, option, index)
        if _choices(index) and index.flags() & Qt.ItemFlag.ItemIsEditable:
            _paint_arrow(painter, option)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Words end before the arrow."""
        super().initStyleOption(option, index)
        if _choices(index):
            room = option.rect.width() - _ARROW_ROOM_PX
            option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list, opened at once, or a line."""
        self.writing.emit()
        choices = _choices(index)
        if not choices:
            line = QLineEdit(parent)
            line.setProperty("cell", "true")
            return line
        box = QComboBox(parent)
        for value, words in choices:
            box.addItem(words, value)
        box.activated.connect(lambda _: self._done(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what stands there."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit):
            editor.setText(str(value or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take over what was chosen or written."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The whole cell, so that the words stay where they are."""
        editor.setGeometry(QRect(option.rect))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: QModelIndex) -> bool:  # type: ignore[override]
        """One click opens the list."""
        if (
            event.type() is QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() is Qt.MouseButton.LeftButton
            and _choices(index)
            and index.flags() & Qt.ItemFlag.ItemIsEditable
        ):
            self._view.edit(index)
            return True
        return super().editorEvent(event, model, option, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """A list that closes without a choice is done, too; the wheel over it chooses nothing."""
        if isinstance(editor, QComboBox) and event.type() is QEvent.Type.Wheel:
            return True
        return super().eventFilter(editor, event)

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def _choices(index: Index) -> Sequence[tuple[str, str]]:
    found = index.data(CHOICES_ROLE)
    return found if isinstance(found, list | tuple) else ()


def _paint_arrow(painter: QPainter, option: QStyleOptionViewItem) -> None:
    middle = option.rect.center()
    x, y = option.rect.right() - _ARROW_ROOM_PX / 2, middle.y() + 1.0
    path = QPainterPath()
    path.moveTo(x - _ARROW_PX, y - _ARROW_PX / 2)
    path.lineTo(x, y + _ARROW_PX / 2)
    path.lineTo(x + _ARROW_PX, y - _ARROW_PX / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours_of(option.palette).quiet), 1.3))
    painter.drawPath(path)
    painter.restore()
