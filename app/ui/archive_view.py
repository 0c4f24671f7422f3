"""The issues of the archive become small first pages with their names, drawn as they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.store.library.archive import ArchivedIssue
from app.ui.archive_words import day_words, number_line
from app.ui.colours import colours_of

_Index = QModelIndex | QPersistentModelIndex
_WIDTH_PX, _HEIGHT_PX = 140, 198
_AROUND_PX, _WORDS_PX = 12, 40
_MOST_PICTURES = 200
"""A few windows full, 25 MB; others are read again from the disk when they come into view."""
ISSUE_ROLE = int(Qt.ItemDataRole.UserRole)


class _Issues(QAbstractListModel):
    """One row for each issue."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.issues: Sequence[ArchivedIssue] = ()

    def show_issues(self, issues: Sequence[ArchivedIssue]) -> None:
        """Show other issues."""
        self.beginResetModel()
        self.issues = issues
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """As many as there are issues."""
        return 0 if parent.isValid() else len(self.issues)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The issue, and its words for a screen reader."""
        issue = self.issues[index.row()]
        if role == ISSUE_ROLE:
            return issue
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{number_line(issue.signed)}，{day_words(issue.signed.day)}"
        return None


class _Delegate(QStyledItemDelegate):
    """The first page with number and day below."""

    def __init__(self, view: ArchiveView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """All of one size."""
        return QSize(_WIDTH_PX + 2 * _AROUND_PX, _HEIGHT_PX + _WORDS_PX + 2 * _AROUND_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one, and ask for its picture where there is none yet."""
        issue: ArchivedIssue = index.data(ISSUE_ROLE)
        colours, rect = colours_of(option.palette), option.rect
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        sheet = QRect(QPoint(rect.left() + (rect.width() - _WIDTH_PX) // 2, rect.top() + _AROUND_PX), QSize(_WIDTH_PX, _HEIGHT_PX))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if here:
            painter.fillRect(rect.adjusted(2, 2, -2, -2), QColor(colours.tint))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect.adjusted(2, 2, -2, -2), QColor(colours.hover))
        picture = self._view.picture(issue)
        painter.fillRect(sheet, QColor("#FFFFFF"))
        if picture is not None and not picture.isNull():
            painter.drawPixmap(sheet, picture)
        elif picture is not None:
            painter.setPen(QColor("#98A4AC"))
            painter.drawText(sheet, int(Qt.AlignmentFlag.AlignCenter), "画不出来")
        painter.setPen(QPen(QColor(colours.accent if here else colours.border), 2 if here else 1))
        painter.drawRect(sheet)
        words = QRect(rect.left() + 4, sheet.bottom() + 6, rect.width() - 8, _WORDS_PX // 2)
        painter.setPen(QColor(colours.text))
        name = painter.fontMetrics().elidedText(number_line(issue.signed, self._view.names), Qt.TextElideMode.ElideMiddle, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), name)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        painter.setFont(small)
        painter.setPen(QColor(colours.quiet))
        painter.drawText(words.translated(0, _WORDS_PX // 2), int(Qt.AlignmentFlag.AlignCenter), day_words(issue.signed.day))
        painter.restore()


class ArchiveView(QListView):
    """Shows issues. Signals: `wanted` (an issue whose picture is to be made), `chosen` (an issue, or None), `opened` (an issue)."""

    wanted = Signal(object)
    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("archive")
        self.setAccessibleName("各期")
        self.names: Mapping[str, str] = {}
        self._pictures: OrderedDict[str, QPixmap] = OrderedDict()
        self._asked: set[str] = set()
        self._issues = _Issues(self)
        self.setModel(self._issues)
        self.setItemDelegate(_Delegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(lambda index, _: self.chosen.emit(self._at(index)))
        self.activated.connect(lambda index: self.opened.emit(self._at(index)))

    @property
    def at_hand(self) -> ArchivedIssue | None:
        """The chosen issue."""
        return self._at(self.currentIndex())

    def show_issues(self, issues: Sequence[ArchivedIssue]) -> None:
        """Show other issues, the first of them at hand."""
        before = self.at_hand
        self._issues.show_issues(issues)
        row = next((at for at, issue in enumerate(issues) if before and issue.digest == before.digest), 0)
        if issues:
            self.setCurrentIndex(self._issues.index(row, 0))
        else:
            self.chosen.emit(None)

    def picture(self, issue: ArchivedIssue) -> QPixmap | None:
        """The picture that is there; it is asked for once where there is none."""
        found = self._pictures.get(issue.digest)
        if found is not None:
            self._pictures.move_to_end(issue.digest)
        elif issue.digest not in self._asked:
            self._asked.add(issue.digest)
            self.wanted.emit(issue)
        return found

    def take_picture(self, digest: str, jpeg: bytes) -> None:
        """Show a picture; no bytes for one that can't be made."""
        pixmap = QPixmap()
        if jpeg:
            pixmap.loadFromData(jpeg)
            ratio = self.devicePixelRatioF()
            size = QSize(round(_WIDTH_PX * ratio), round(_HEIGHT_PX * ratio))
            pixmap = pixmap.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        self._asked.discard(digest)
        self._pictures[digest] = pixmap
        while len(self._pictures) > _MOST_PICTURES:
            self._pictures.popitem(last=False)
        self.viewport().update()

    def forget(self, digest: str) -> None:
        """A picture that was asked for won't be made; it is asked for again when its issue comes into view."""
        self._asked.discard(digest)

    def _at(self, index: _Index) -> ArchivedIssue | None:
        return self._issues.issues[index.row()] if index.isValid() else None
