"""The rows of an office's list become a table as Qt wants it: filtered, each with a sentence beside it where it can't be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication

from app.desk.sheet import Cells, Draft, Sheet
from app.ui.choice_delegate import CHOICES_ROLE
from app.ui.colours import colours_of
from app.ui.level_colours import level_colour

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_ORIGINS = ("自带", "自带的，改过", "本单位加的")


class Which(Enum):
    """Which rows are shown."""

    ALL = "全部"
    OWN = "本单位的"
    OFF = "不用的"


class SheetModel(QAbstractTableModel):
    """`edited` tells that a person changed something. Columns: number or tick, the sheet's cells, and what is to be said of the row."""

    edited = Signal()

    def __init__(self, sheet: Sheet[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.read_only = False
        self.drafts: tuple[Draft, ...] = ()
        self.sentences: tuple[str, ...] = ()
        self._shown: list[int] = []
        self._words, self._which = "", Which.ALL
        self._held = self._unsettled = False

    # What it shows

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._held = self._unsettled = False
        self._settle(drafts)
        self._sift()
        self.endResetModel()

    def sift(self, words: str, which: Which) -> None:
        """Show those that have all the words."""
        self._words, self._which = words, which
        self.beginResetModel()
        self._sift()
        self.endResetModel()

    def draft(self, row: int) -> Draft:
        """What stands in a row that is shown."""
        return self.drafts[self._shown[row]]

    def sentence(self, row: int) -> str:
        """What is wrong with a row that is shown, "" for nothing."""
        return self.sentences[self._shown[row]] if 0 <= row < len(self._shown) else ""

    def row_of(self, cells: Cells) -> int:
        """The row that is shown with the key of these cells, -1 for none."""
        key = self.sheet.key(cells)
        return next((row for row in range(len(self._shown)) if self.sheet.key(self.draft(row).cells) == key), -1)

    @property
    def wrong(self) -> int:
        """How many rows can't be right."""
        return sum(map(bool, self.sentences))

    # What is done with it

    def add(self, cells: Cells) -> int:
        """Put a new row behind the last one of an ordered list, else before all; the row where it is shown."""
        at = len(self.drafts) if self.sheet.ordered else 0
        row = len(self._shown) if self.sheet.ordered else 0
        self.beginInsertRows(_TOP, row, row)
        self._settle((*self.drafts[:at], Draft(cells), *self.drafts[at:]))
        self._shown = [*(one + (one >= at) for one in self._shown)]
        self._shown.insert(row, at)
        self.endInsertRows()
        return row

    def remove(self, rows: Sequence[int]) -> None:
        """Take own rows out; a delivered one that was changed is as it came again, one as it came is switched off."""
        places = {self._shown[row] for row in rows}
        kept: list[Draft] = []
        for at, draft in enumerate(self.drafts):
            if at not in places:
                kept.append(draft)
            elif draft.below is not None:
                off = draft.delivered
                kept.append(Draft(draft.below, draft.below, draft.on and not off, draft.below))
        self.show_drafts(kept)
        self.edited.emit()

    def move(self, row: int, down: bool) -> int:
        """Move a row of an ordered list by one place; where it is now."""
        other = row + 1 if down else row - 1
        if self._words or not (0 <= other < len(self._shown)):
            return row
        self.layoutAboutToBeChanged.emit()
        drafts = list(self.drafts)
        one, two = self._shown[row], self._shown[other]
        drafts[one], drafts[two] = drafts[two], drafts[one]
        self._settle(drafts)
        self.layoutChanged.emit()
        self.edited.emit()
        return other

    def hold(self) -> None:
        """Cell after cell is being written: tell of it when all are."""
        self._held = True

    def release(self) -> None:
        """The row is written."""
        self._held = False
        if self._unsettled:
            self._unsettled = False
            self._settle(self.drafts)
            self._changed()

    def take(self, rows: Sequence[Cells]) -> None:
        """Merge pasted rows in."""
        self.show_drafts(self.sheet.merged(self.drafts, rows))
        self.edited.emit()

    # Qt's own

    def rowCount(self, parent: Index = _TOP) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _TOP) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self.sheet.heads) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return ("次序" if self.sheet.ordered else "用", *self.sheet.heads, "" if self.sheet.ordered else "来历")[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt wants it
        """Words, tick, colours, choices and the sentence."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        draft, sentence = self.draft(row), self.sentence(row)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.EditRole:
                place = self.sheet.place(draft.cells, column - 1) if 0 < column <= len(self.sheet.heads) else -1
                return draft.cells[place] if place >= 0 else ""
            case Qt.ItemDataRole.ToolTipRole:
                return sentence or self._text(row, column) or None
            case Qt.ItemDataRole.CheckStateRole if column == 0 and not self.sheet.ordered:
                return Qt.CheckState.Checked if draft.on else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(draft, column, sentence)
            case _ if role == CHOICES_ROLE and 0 < column <= len(self.sheet.heads):
                return list(self.sheet.choices(draft.cells, column - 1).items())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - as Qt wants it
        """What a person wrote, chose or ticked."""
        if self.read_only or not index.isValid():
            return False
        at, draft = self._shown[index.row()], self.draft(index.row())
        if role == Qt.ItemDataRole.CheckStateRole:
            changed = replace(draft, on=Qt.CheckState(value) is Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole and not self._fixed(draft, index.column()):
            cells = list(draft.cells)
            cells[self.sheet.place(draft.cells, index.column() - 1)] = str(value)
            changed = replace(draft, cells=self.sheet.tidy(tuple(cells)))
        else:
            return False
        if changed == draft:
            return False
        self.drafts = (*self.drafts[:at], changed, *self.drafts[at + 1 :])
        if self._held:
            self._unsettled = True
            self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), self.columnCount() - 1))
        else:
            self._settle(self.drafts)
            self._changed()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What may be edited is."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable
        if self.read_only:
            return usual
        if index.column() == 0 and not self.sheet.ordered:
            return usual | flag.ItemIsUserCheckable
        return usual if self._fixed(self.draft(index.row()), index.column()) else usual | flag.ItemIsEditable

    # Inside

    def _settle(self, drafts: Sequence[Draft]) -> None:
        self.drafts = self.sheet.settled(drafts)
        self.sentences = self.sheet.sentences(self.drafts)

    def _changed(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.edited.emit()

    def _sift(self) -> None:
        wanted = self._words.lower().split()
        self._shown = [
            at
            for at, draft in enumerate(self.drafts)
            if (self._which is not Which.OWN or not draft.delivered)
            and (self._which is not Which.OFF or not draft.on)
            and all(word in "\n".join((*self.sheet.shown(draft.cells), *draft.cells)).lower() for word in wanted)
        ]

    def _fixed(self, draft: Draft, column: int) -> bool:
        return not 0 < column <= len(self.sheet.heads) or self.sheet.fixed(draft, column - 1)

    def _text(self, row: int, column: int) -> str:
        draft = self.draft(row)
        if column == 0:
            return str(self._shown[row] + 1) if self.sheet.ordered else ""
        if column <= len(self.sheet.heads):
            return self.sheet.shown(draft.cells)[column - 1]
        if self.sentence(row):
            return self.sentence(row)
        if self.sheet.ordered or self.sheet.is_blank(draft):
            return ""
        return _ORIGINS[0 if draft.delivered else 1 if draft.below is not None else 2]

    def _colour(self, draft: Draft, column: int, sentence: str) -> QColor | None:
        colours = colours_of(QGuiApplication.palette())
        last = column > len(self.sheet.heads)
        if last and sentence:
            return QColor(colours.error)
        if not draft.on:
            return QColor(colours.disabled)
        if column == 0 or (last and draft.delivered):
            return QColor(colours.quiet)
        if last:
            return QColor(colours.accent)
        place = self.sheet.place(draft.cells, column - 1)
        return QColor(level_colour(draft.cells[place], colours)) if column - 1 == self.sheet.level_column else None
