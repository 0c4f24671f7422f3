"""A table that is written in like a spreadsheet: Tab goes on to the next cell that can be written in, Enter ends."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from app.ui.choice_delegate import ChoiceDelegate
from app.ui.sheet_model import SheetModel

_ROW_PX = 32
_Hint = QAbstractItemDelegate.EndEditHint


class SheetTable(QTableView):
    """Shows a `SheetModel`."""

    def __init__(self, model: SheetModel, widths: tuple[int, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet_model = model
        self.setObjectName("officeRows")
        self.setAccessibleName(model.sheet.name)
        self.setModel(model)
        delegate = ChoiceDelegate(_ROW_PX, self)
        delegate.writing.connect(model.hold)  # the cells of a row that are written one after the other are one change
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.SelectedClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    @property
    def chosen(self) -> list[int]:
        """The rows that are selected, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def choose(self, row: int) -> None:
        """Select one row, whatever keys are held; Qt's own would add it while Ctrl is down, as it is after a paste."""
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.model().index(row, 1), flag.ClearAndSelect | flag.Rows)

    def write_in(self, row: int, column: int) -> None:
        """Open a cell for writing."""
        index = self.model().index(row, column)
        self.choose(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)
        self.setFocus()
        self.edit(index)

    def finish(self) -> None:
        """Take over the cell that is open and close it."""
        if self.state() is QAbstractItemView.State.EditingState:
            self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.NoUpdate)

    def closeEditor(self, editor: QWidget, hint: _Hint) -> None:
        """After Tab write on in the next cell."""
        index = self.currentIndex()
        step = {_Hint.EditNextItem: 1, _Hint.EditPreviousItem: -1}.get(hint)
        super().closeEditor(editor, _Hint.NoHint if step else hint)
        following = self._following(index, step) if step else None
        if following is None:
            self._sheet_model.release()
        else:
            self.selectionModel().setCurrentIndex(following, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.edit(following)

    def _following(self, index: QModelIndex, step: int) -> QModelIndex | None:
        """The next cell of the row that can be written in."""
        column = index.column() + step
        while 0 <= column < self.model().columnCount():
            other = index.siblingAtColumn(column)
            if other.flags() & Qt.ItemFlag.ItemIsEditable:
                return other
            column += step
        return None
