"""The records that a query brought become the rows of the 来稿箱 as Qt wants them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.model.submission import State, SubmissionRecord, Use, standing
from app.ui.inbox_words import second_line, used_in

SUBMISSION_MIME = "application/x-bianbao-submission"
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
STATE_ROLE = Qt.ItemDataRole.UserRole + 2
HERE_ROLE = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


def ids_in(mime: QMimeData) -> list[str]:
    """The submissions that are being carried."""
    return bytes(mime.data(SUBMISSION_MIME).data()).decode("ascii").split()


class InboxModel(QAbstractListModel):
    """Rows in the order that they came in. `used` are the uses in saved issues, `here` the submissions of the issue at hand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: tuple[SubmissionRecord, ...] = ()
        self._used: Mapping[str, Sequence[Use]] = {}
        self._here: frozenset[str] = frozenset()

    @property
    def records(self) -> tuple[SubmissionRecord, ...]:
        """What is shown."""
        return self._records

    def show_records(self, records: Sequence[SubmissionRecord], used: Mapping[str, Sequence[Use]], here: Collection[str]) -> None:
        """Show other rows."""
        rows, here = tuple(records), frozenset(here)
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

    def _use_words(self, record: SubmissionRecord) -> list[str]:
        """Where it was used: 本期已用, 用在工作简报第7期（独立）."""
        used = used_in(self._used.get(record.id, ()))
        return [*(["本期已用"] if record.id in self._here else []), *(f"用在{line}" for line in used.splitlines())]

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
                lines = (record.title, second_line(record), record.note, record.came_in, *self._use_words(record))
                return "\n".join(filter(None, lines))
            case Qt.ItemDataRole.AccessibleTextRole:
                return "，".join((record.title, second_line(record), self.state_of(record).value, *self._use_words(record)))
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
