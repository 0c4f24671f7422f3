"""The lines of the check before an issue goes out become one page: green, or orange with a click to the place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.desk.final_check import CheckLine
from app.edit.state import Place
from app.ui.colours import colours_of
from app.ui.style import redress

_SIZE = (640, 620)
_ROW_PX = 28
_DATA = Qt.ItemDataRole.UserRole


class FinalDialog(QDialog):
    """`place_chosen` brings the `Place` that somebody wants to go to; the dialog stays open beside the pages."""

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("定稿前检查")
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        self.verdict = QLabel()
        self.verdict.setProperty("role", "title")
        column.addWidget(self.verdict)
        self.rows = QTreeWidget()
        self.rows.setAccessibleName("定稿前检查")
        self.rows.setHeaderHidden(True)
        self.rows.setColumnCount(3)
        self.rows.setRootIsDecorated(False)
        self.rows.setUniformRowHeights(True)
        self.rows.itemClicked.connect(self._choose)
        self.rows.itemActivated.connect(self._choose)
        column.addWidget(self.rows, 1)
        hint = QLabel("点一行就到那里；改好以后这里会跟着变。")
        hint.setProperty("role", "quiet")
        column.addWidget(hint)
        buttons = QDialogButtonBox()
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show what was looked at; what is to be seen to keeps its place in the page."""
        colours = colours_of(self.palette())
        left = sum(not line.good for line in lines)
        self.verdict.setText(f"还有 {left} 项要看" if left else "都好了，可以定稿")
        redress(self.verdict, "tone", "warning" if left else "done")
        self.rows.clear()
        for line in lines:
            item = QTreeWidgetItem(["✓" if line.good else "！", line.what, line.told])
            item.setForeground(0, QBrush(QColor(colours.done if line.good else colours.warning)))
            if not line.good:
                item.setForeground(2, QBrush(QColor(colours.warning)))
            item.setToolTip(2, line.told)
            item.setSizeHint(0, QSize(0, _ROW_PX))
            item.setData(0, _DATA, line.place)
            self.rows.addTopLevelItem(item)
        for at in (0, 1):
            self.rows.resizeColumnToContents(at)

    def _choose(self, item: QTreeWidgetItem) -> None:
        place = item.data(0, _DATA)
        if isinstance(place, Place):
            self.place_chosen.emit(place)
