"""The rules of the proofreading become a tree of groups as Qt wants it, with the level of each to be chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication

from app.desk.rule_list import LEVEL_CHOICES, RuleRow
from app.model.office_lists import OFF
from app.ui.choice_delegate import CHOICES_ROLE
from app.ui.colours import Colours, colours_of
from app.ui.level_colours import level_colour

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
HEADS = ("规则", "依据", "本期", "程度")
NAME, SOURCE, COUNT, LEVEL = range(4)
AS_DELIVERED = "delivered"
_GROUP_CHOICES = [(OFF, "整组不查"), (AS_DELIVERED, "整组恢复")]
_GROUP = 2**31
"""What the id of a group's index begins from; that of a rule's is the place of its group."""


class RuleModel(QAbstractItemModel):
    """`wished` brings rules (a list of ids) and the level that they shall have, `AS_DELIVERED` for their own."""

    wished = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.read_only = False
        self._groups: list[tuple[str, tuple[RuleRow, ...]]] = []
        self._counts: Mapping[str, int] = {}

    def show_rows(self, rows: Sequence[RuleRow]) -> None:
        """Show these rules; rows that are the same but for their levels stay where they are."""
        groups: dict[str, list[RuleRow]] = {}
        for row in rows:
            groups.setdefault(row.group, []).append(row)
        new = [(group, tuple(within)) for group, within in groups.items()]
        if [[row.id for row in within] for _, within in new] == [[row.id for row in within] for _, within in self._groups]:
            self._groups = new
            self._repaint()
            return
        self.beginResetModel()
        self._groups = new
        self.endResetModel()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how often each rule has found something in the issue at hand."""
        if counts != self._counts:
            self._counts = dict(counts)
            self._repaint()

    def rule(self, index: Index) -> RuleRow | None:
        """The rule of a row, None for a group."""
        if not index.isValid() or index.internalId() >= _GROUP:
            return None
        return self._groups[index.internalId()][1][index.row()]

    def rules(self, index: Index) -> tuple[RuleRow, ...]:
        """The rule of a row, or all of a group."""
        one = self.rule(index)
        return (one,) if one is not None else self._groups[index.row()][1] if index.isValid() else ()

    def index_of(self, rule: str) -> QModelIndex:
        """The row of a rule, invalid where it is not shown."""
        for at, (_, within) in enumerate(self._groups):
            for row, one in enumerate(within):
                if one.id == rule:
                    return self.createIndex(row, NAME, at)
        return QModelIndex()

    # Qt's own

    def index(self, row: int, column: int, parent: Index = _TOP) -> QModelIndex:
        """See Qt."""
        if not parent.isValid():
            return self.createIndex(row, column, _GROUP + row) if 0 <= row < len(self._groups) else QModelIndex()
        within = self._groups[parent.row()][1]
        return self.createIndex(row, column, parent.row()) if 0 <= row < len(within) else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """See Qt."""
        if not index.isValid() or index.internalId() >= _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId(), 0, _GROUP + index.internalId())

    def rowCount(self, parent: Index = _TOP) -> int:
        """See Qt."""
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()][1]) if parent.internalId() >= _GROUP and parent.column() == 0 else 0

    def columnCount(self, parent: Index = _TOP) -> int:
        """See Qt."""
        return len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt wants it
        """Words, choices and colours of rules and groups."""
        if not index.isValid():
            return None
        one = self.rule(index)
        return self._group_data(index, role) if one is None else self._rule_data(one, index.column(), role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - as Qt wants it
        """A level that was chosen."""
        if self.read_only or role != Qt.ItemDataRole.EditRole or index.column() != LEVEL or not value:
            return False
        rules = [row.id for row in self.rules(index) if row.level != value]
        if rules:
            self.wished.emit(rules, str(value))
        return bool(rules)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The level can be chosen."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable
        return usual | flag.ItemIsEditable if index.column() == LEVEL and not self.read_only else usual

    # Inside

    def _rule_data(self, row: RuleRow, column: int, role: int) -> Any:  # noqa: ANN401 - as Qt wants it
        colours = colours_of(QGuiApplication.palette())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                count = self._counts.get(row.id, 0)
                return (row.name, row.source, f"{count} 处" if count else "", LEVEL_CHOICES[row.level])[column]
            case Qt.ItemDataRole.EditRole if column == LEVEL:
                return row.level
            case Qt.ItemDataRole.ToolTipRole:
                own = f"自带的程度是“{LEVEL_CHOICES[row.delivered]}”，本单位改成了“{LEVEL_CHOICES[row.level]}”。" if row.changed else ""
                return "\n".join(filter(None, (row.name, f"依据：{row.source}", own)))
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(level_colour(row.level, colours) if column == LEVEL else colours.quiet if column else _name(row, colours))
            case Qt.ItemDataRole.FontRole if column in (NAME, LEVEL) and row.changed:
                return _bold()
            case _ if role == CHOICES_ROLE and column == LEVEL:
                return [(key, f"{word}（自带）" if key == row.delivered else word) for key, word in LEVEL_CHOICES.items()]
        return None

    def _group_data(self, index: Index, role: int) -> Any:  # noqa: ANN401 - as Qt wants it
        group, within = self._groups[index.row()]
        off, changed = sum(row.level == OFF for row in within), sum(row.changed for row in within)
        if role == Qt.ItemDataRole.DisplayRole:
            told = "都不查" if off == len(within) else f"改过 {changed} 条" if changed else ""
            count = sum(self._counts.get(row.id, 0) for row in within)
            return (group, f"{len(within)} 条规则", f"{count} 处" if count else "", told)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() != NAME:
            return QColor(colours_of(QGuiApplication.palette()).quiet)
        if role == Qt.ItemDataRole.FontRole and index.column() == NAME:
            return _bold()
        if role == CHOICES_ROLE and index.column() == LEVEL:
            return _GROUP_CHOICES
        return None

    def _repaint(self) -> None:
        for at, (_, within) in enumerate(self._groups):
            self.dataChanged.emit(self.createIndex(at, 0, _GROUP + at), self.createIndex(at, LEVEL, _GROUP + at))
            self.dataChanged.emit(self.createIndex(0, 0, at), self.createIndex(len(within) - 1, LEVEL, at))


def _name(row: RuleRow, colours: Colours) -> str:
    return colours.disabled if row.level == OFF else colours.text


def _bold() -> QFont:
    font = QFont(QGuiApplication.font())
    font.setBold(True)
    return font
