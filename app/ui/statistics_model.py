"""A statement becomes a table as Qt wants it: groups, units, sums."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication

from app.desk.statistics.statement import Row, Statement
from app.ui.colours import colours_of

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class Shown(NamedTuple):
    """A row on the screen: `row` is None for the name of a group."""

    name: str
    row: Row | None


class StatementModel(QAbstractTableModel):
    """Column 0 is the name, column n + 1 the statement's column n."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.statement: Statement | None = None
        self.rows: list[Shown] = []

    def show_statement(self, statement: Statement | None) -> None:
        """Show another one."""
        self.beginResetModel()
        self.statement = statement
        self.rows = []
        for block in statement.blocks if statement else ():
            self.rows.append(Shown(block.name, None))
            self.rows += [Shown(row.name, row) for row in (*block.rows, block.total)]
        if statement is not None and statement.blocks:
            self.rows.append(Shown(statement.total.name, statement.total))
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """See Qt."""
        return 0 if parent.isValid() or self.statement is None else len(self.statement.columns) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The heads in one line, for those who hear them."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole or self.statement is None:
            return None
        return " ".join(self.statement.columns[section - 1].heads) if section else "单位"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt wants it
        """Figures in the middle, names at the left, sums in bold, differences in colour."""
        if not index.isValid() or self.statement is None:
            return None
        shown, at = self.rows[index.row()], index.column() - 1
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return shown.name if at < 0 else self.statement.text(shown.row, at) if shown.row else ""
            case Qt.ItemDataRole.TextAlignmentRole:
                centred = at >= 0 or (shown.row is not None and shown.row.is_sum)
                across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
                return int(across | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.FontRole if shown.row is None or shown.row.is_sum:
                font = QFont(QGuiApplication.font())
                font.setBold(True)
                return font
            case Qt.ItemDataRole.BackgroundRole if shown.row is None or shown.row.is_sum:
                return QColor(colours_of(QGuiApplication.palette()).alternate)
            case Qt.ItemDataRole.ForegroundRole if at >= 0 and shown.row is not None and not shown.row.values[at]:
                return QColor(colours_of(QGuiApplication.palette()).quiet)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The name of a group is no cell to ask about."""
        if not index.isValid() or self.rows[index.row()].row is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
