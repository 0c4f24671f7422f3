"""The records that a query brought become the rows of the 来稿箱 as Qt wants them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.model.submission import State, SubmissionRecord, standing

SUBMISSION_MIME = "application/x-bianbao-submission"
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
STATE_ROLE = Qt.ItemDataRole.UserRole + 2
HERE_ROLE = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


def ids_in(mime: QMimeData) -> list[str]:
    """The submissions that are being carried."""
    return bytes(mime.data(SUBMISSION_MIME).data()).decode("ascii").split()


def second_line(record: SubmissionRecord) -> str:
    """云湖镇　微信　3月5日　1260 字"""
    day = short_day(record.received)
    newer = "有旧稿" if record.version_of else ""
    parts = (record.unit or "单位不详", record.way.value, day, f"{record.characters} 字" if record.characters else "", newer)
    return "　".join(filter(None, parts))


def short_day(received: str) -> str:
    """3月5日 for an ISO date with or without a time."""
    try:
        day = date.fromisoformat(received[:10])
    except ValueError:
        return received
    return f"{day.month}月{day.day}日"


class InboxModel(QAbstractListModel):
    """Rows in the order that they came in. `used` are the submissions of saved issues, `here` those of the issue at hand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: tuple[SubmissionRecord, ...] = ()
        self._used: frozenset[str] = frozenset()
        self._here: frozenset[str] = frozenset()

    @property
    def records(self) -> tuple[SubmissionRecord, ...]:
        """What is shown."""
        return self._records

    def show_records(self, records: Sequence[SubmissionRecord], used: Collection[str], here: Collection[str]) -> None:
        """Show other rows."""
        rows, used, here = tuple(records), frozenset(used), frozenset(here)
        if [one.id for one in rows] == [one.id for one in self._records]:
            self._records, self._used, self._here = rows, used, here
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._records, self._used, self._here = rows, used, here
        self.endResetModel()

    def index_of(self, submission: str) -> QModelIndex:
        """The row of a submission, invalid where it is not shown."""
        row = next((row for row, record in enumerate(self._records) if record.id == submission), None)
        return QModelIndex() if row is None else self.index(row)

    def state_of(self, record: SubmissionRecord) -> State:
        """The state that shows."""
        return standing(record, used=record.id in self._used or record.id in self._here)

    # Qt's own

    def rowCount(self, parent: Index = _TOP) -> int:
        """See Qt."""
        return 0 if parent.isValid() else len(self._records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt wants it
        """Title, all of it as a tip, the record, its state, and whether the issue at hand holds it."""
        if not index.isValid():
            return None
        record = self._records[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return record.title
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (record.title, second_line(record), record.note, record.came_in)))
            case Qt.ItemDataRole.AccessibleTextRole:
                here = "，本期已用" if record.id in self._here else ""
                return f"{record.title}，{second_line(record)}，{self.state_of(record).value}{here}"
            case _ if role == RECORD_ROLE:
                return record
            case _ if role == STATE_ROLE:
                return self.state_of(record)
            case _ if role == HERE_ROLE:
                return record.id in self._here
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are dragged into the issue."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled if index.isValid() else flag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        """Our own kind alone."""
        return [SUBMISSION_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the dragged submissions, from top to bottom."""
        data = QMimeData()
        rows = sorted({index.row() for index in indexes})
        data.setData(SUBMISSION_MIME, QByteArray(" ".join(self._records[row].id for row in rows).encode("ascii")))
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        """A submission stays where it is."""
        return Qt.DropAction.CopyAction
