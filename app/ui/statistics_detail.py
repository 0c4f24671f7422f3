"""The lines that a figure is the sum of become a list, each of which leads to its article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.desk.statistics.figures import figure
from app.model.statistics import Line
from app.ui.empty_words import EmptyWords

_HEADS = ("日期", "单位", "方式", "条数", "得分", "期号、刊物", "标题", "说明")
_WIDTHS = (92, 150, 74, 48, 56, 180, 320)
_CENTRED = (2, 3, 4)
_ASK = "在上面的表里点一个数字，这里列出它是怎么来的。"
_NONE = "这一格没有明细，是 0。"
_MOST = 2000


class DetailList(QTableWidget):
    """`asked`: the person wants to see what a line is of (a `Line`)."""

    asked = Signal(object)

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
                item.setToolTip(f"{text}\n双击或按回车转到这一篇" if line.issue and column == len(texts) - 2 else text)
                if column in _CENTRED:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.setItem(row, column, item)
        self.scrollToTop()
        self._empty.look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads there, too."""
        row = self.currentRow()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= row < len(self.lines):
            self.asked.emit(self.lines[row])
        else:
            super().keyPressEvent(event)
