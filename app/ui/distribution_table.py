"""Rows of who gets how many copies become a table whose cells are written in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.model.distribution import MOST_COPIES, Portion

HEADS = ("类别", "单位", "份数", "备注")
_GROUP, _NAME, _COPIES, _NOTE = range(4)
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class DistributionModel(QAbstractTableModel):
    """`changed`: the clerk has written something else, added, moved or taken away a row, or taken such a step back."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Portion] = []
        self._before: list[list[Portion]] = []

    @property
    def portions(self) -> tuple[Portion, ...]:
        """The rows that name somebody."""
        return tuple(row for row in self._rows if row.name.strip())

    @property
    def can_undo(self) -> bool:
        """Whether the clerk has taken a step."""
        return bool(self._before)

    def serve(self, portions: Sequence[Portion]) -> None:
        """Show a list, with no step behind it."""
        self._before.clear()
        self._put(portions)

    def replace_all(self, portions: Sequence[Portion]) -> None:
        """Put another list in the place of this one, as the clerk asked."""
        if list(portions) != self._rows:
            self._remember()
            self._put(portions)
            self.changed.emit()

    def undo(self) -> None:
        """Take the last step back."""
        if self._before:
            self._put(self._before.pop())
            self.changed.emit()

    def _remember(self) -> None:
        self._before.append(list(self._rows))

    def _put(self, portions: Sequence[Portion]) -> None:
        self.beginResetModel()
        self._rows = list(portions)
        self.endResetModel()

    def add(self, at: int) -> int:
        """A new row behind row `at`, in its group; where it stands."""
        place = min(at + 1, len(self._rows)) if at >= 0 else len(self._rows)
        group = self._rows[place - 1].group if self._rows and place else ""
        self._remember()
        self.beginInsertRows(_NO_PARENT, place, place)
        self._rows.insert(place, Portion(group, ""))
        self.endInsertRows()
        self.changed.emit()
        return place

    def take_away(self, at: int) -> None:
        """Take a row away."""
        if 0 <= at < len(self._rows):
            self._remember()
            self.beginRemoveRows(_NO_PARENT, at, at)
            del self._rows[at]
            self.endRemoveRows()
            self.changed.emit()

    def move(self, at: int, by: int) -> int:
        """Move a row up (-1) or down (1); where it stands then."""
        to = at + by
        if not (0 <= at < len(self._rows) and 0 <= to < len(self._rows)):
            return at
        self._remember()
        self.beginMoveRows(_NO_PARENT, at, at, _NO_PARENT, to + (by > 0))
        self._rows.insert(to, self._rows.pop(at))
        self.endMoveRows()
        self.changed.emit()
        return to

    def place_of(self, at: int) -> int:
        """Where row `at` stands among those that name somebody, -1 for one that doesn't."""
        return len([row for row in self._rows[:at] if row.name.strip()]) if self._named(at) else -1

    def _named(self, at: int) -> bool:
        return 0 <= at < len(self._rows) and bool(self._rows[at].name.strip())

    # Qt's own

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """As many as there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Four."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The heads, and numbers at the side."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return HEADS[section] if orientation == Qt.Orientation.Horizontal else section + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every cell can be written in."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What stands in a cell."""
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return (row.group, row.name, row.copies, row.note)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _COPIES:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Take what was written; copies are a number."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        row, column = self._rows[index.row()], index.column()
        text = " ".join(str(value).split())
        if column == _COPIES:
            if not text.isdecimal() or int(text) > MOST_COPIES:
                return False
            made = replace(row, copies=int(text))
        else:
            group, name, note = (text if column == at else old for at, old in ((_GROUP, row.group), (_NAME, row.name), (_NOTE, row.note)))
            made = replace(row, group=group, name=name, note=note)
        if made != row:
            self._remember()
            self._rows[index.row()] = made
            self.dataChanged.emit(index, index)
            self.changed.emit()
        return True
