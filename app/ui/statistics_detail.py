"""The lines that a figure is the sum of become a list, each of which leads to its article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableWidget, QTableWidgetItem, QWidget

from app.desk.statistics.figures import figure
from app.model.statistics import Kind, Line
from app.ui.empty_words import EmptyWords

_HEADS = ("日期", "单位", "方式", "条数", "得分", "期号、刊物", "标题", "说明")
_WIDTHS = (92, 150, 74, 48, 56, 180, 320)
_CENTRED = (2, 3, 4)
_ASK = "在上面的表里点一个数字，这里列出它是怎么来的。"
_NONE = "这一格没有明细，是 0。"
_TIP = "双击或按回车转到这一篇，右键登记领导批示、上级采用、约稿"
_MOST = 2000


class DetailList(QTableWidget):
    """`asked`: the person wants to see what a line is of (a `Line`); `noted`: its text got an extra (a `Line`, a `Kind`)."""

    asked = Signal(object)
    noted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADS), parent)
        self.lines: tuple[Line, ...] = ()
        self.setAccessibleName("明细")
        self.setObjectName("officeRows")
        self.setHorizontalHeaderLabels(_HEADS)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.writable = True
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setStretchLastSection(True)
        self._empty = EmptyWords(_ASK, self)
        self.itemDoubleClicked.connect(lambda item: self.asked.emit(self.lines[item.row()]))

    def show_lines(self, lines: Sequence[Line] | None) -> None:
        """Show the lines of a figure; None: none is chosen."""
        self._empty.say(_ASK if lines is None else _NONE)
        self.lines = tuple(lines or ())[:_MOST]
        self.setRowCount(len(self.lines))
        for row, line in enumerate(self.lines):
            of = line.label or line.venue
            texts = (
                line.day[:10] or line.month,
                line.unit,
                str(line.kind),
                str(line.count),
                figure(line.points),
                of,
                line.title,
                line.note,
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(f"{text}\n{_TIP}" if line.issue and column == len(texts) - 2 else text)
                if column in _CENTRED:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.setItem(row, column, item)
        self.scrollToTop()
        self._empty.look()

    def menu(self, row: int) -> QMenu:
        """What can be done with the text of a line."""
        line, menu = self.lines[row], QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("转到这一篇", lambda: self.asked.emit(line)).setEnabled(bool(line.issue))
        menu.addSeparator()
        for kind in (Kind.REMARK, Kind.HIGHER, Kind.COMMISSIONED):
            menu.addAction(f"这一篇登记一条{kind}", partial(self.noted.emit, line, kind)).setEnabled(self.writable and bool(line.title))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the line under the mouse, or of the one at hand."""
        row = self.rowAt(event.pos().y()) if event.reason() is QContextMenuEvent.Reason.Mouse else self.currentRow()
        if 0 <= row < len(self.lines):
            self.setCurrentCell(row, 0)
            self.menu(row).popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads there, too."""
        row = self.currentRow()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= row < len(self.lines):
            self.asked.emit(self.lines[row])
        else:
            super().keyPressEvent(event)
