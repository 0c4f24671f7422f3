"""The series of each bulletin as a table: who has which number, what was left out, what was given twice (期号)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.desk.numbers import GAP, Run
from app.model.signing import Series
from app.ui.colours import colours_of
from app.ui.fields import field_label, quiet_label
from app.ui.spins import WholeSpin

_SIZE = (760, 560)
_MOST = 99_999
_PATH = Qt.ItemDataRole.UserRole
_SERIES = ((Series.YEARLY, "期号"), (Series.EXTRA, "增刊"), (Series.TOTAL, "总期号"))


class SeriesDialog(QDialog):
    """`begin_asked` brings bulletin, series, year and the last number that was given before the program came; `open_asked` a file."""

    begin_asked = Signal(str, object, int, int)
    open_asked = Signal(str)

    def __init__(self, bulletin: str, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("期号")
        self.resize(*_SIZE)
        self._runs: tuple[Run, ...] = ()
        self._wanted = bulletin
        self.bulletin, self.run = QComboBox(), QComboBox()
        self.bulletin.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.told = QLabel("正在看来稿库……")
        self.told.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("期号")
        self.tree.setHeaderLabels(["期号", "状态", "哪一期", ""])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        for column, mode in enumerate((_fit(), _fit(), QHeaderView.ResizeMode.Stretch, _fit())):
            header.setSectionResizeMode(column, mode)
        self.series, self.year, self.last = QComboBox(), WholeSpin(), WholeSpin()
        for series, name in _SERIES:
            self.series.addItem(name, series)
        self.way = QComboBox()
        self.way.addItems(["每年重新编", "一直往下编"])
        self.year.setRange(1990, 2200)
        self.year.setSuffix(" 年")
        self.year.setValue(year)
        self.last.setRange(0, _MOST)
        self.last.setPrefix("第 ")
        self.last.setSuffix(" 期")
        self.last.setSpecialValueText("没有编过")
        self.note = QPushButton("记下")
        self.note.setAutoDefault(False)
        self.trouble = QLabel()
        self.trouble.setProperty("tone", "warning")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._assemble()
        self.bulletin.currentIndexChanged.connect(self._show_runs)
        self.run.currentIndexChanged.connect(self._show_run)
        for box in (self.series, self.way):
            box.currentIndexChanged.connect(self._look)
        self.note.clicked.connect(self._begin)
        self.tree.itemActivated.connect(self._open)
        self._look()

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show what the library knows; the bulletin and the series that were looked at stay."""
        self._runs = tuple(runs)
        wanted, name = self.bulletin.currentText() or self._wanted, self.run.currentText()
        names = list(dict.fromkeys([*([self._wanted] if self._wanted else []), *(run.bulletin for run in runs)]))
        self.bulletin.blockSignals(True)
        self.bulletin.clear()
        self.bulletin.addItems(names)
        self.bulletin.setCurrentText(wanted)
        self.bulletin.blockSignals(False)
        self._show_runs()
        if name:
            self.run.setCurrentText(name)
        self.note.setEnabled(bool(names))

    def say(self, sentence: str) -> None:
        """Say what went wrong; "" takes it away."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for words, box in (("简报", self.bulletin), ("编号", self.run)):
            top.addWidget(field_label(words, box))
            top.addWidget(box)
        top.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(8)
        self.series.setAccessibleName("哪一种编号")
        self.year.setAccessibleName("哪一年")
        self.last.setAccessibleName("以前编到第几期")
        self.way.setAccessibleName("每年重新编号，还是一直往下编")
        below.addWidget(QLabel("启用编报以前，"))
        below.addWidget(self.series)
        below.addWidget(self.way)
        below.addWidget(self.year)
        below.addWidget(QLabel("已经编到"))
        below.addWidget(self.last)
        below.addWidget(self.note)
        below.addStretch(1)
        close = QPushButton("关闭")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.told)
        column.addWidget(self.tree, 1)
        column.addWidget(quiet_label("期号在签发时登记，一个号只给一期。每年重新编号的按年分开，增刊另编。"))
        column.addWidget(self.trouble)
        column.addLayout(below)

    def _of_bulletin(self) -> list[Run]:
        return [run for run in self._runs if run.bulletin == self.bulletin.currentText()]

    def _show_runs(self) -> None:
        self.run.blockSignals(True)
        self.run.clear()
        self.run.addItems([run.name for run in self._of_bulletin()])
        self.run.blockSignals(False)
        self._show_run()

    def _show_run(self) -> None:
        self.tree.clear()
        runs, at = self._of_bulletin(), self.run.currentIndex()
        if not 0 <= at < len(runs):
            self.told.setText(
                "这种简报还没有编过号：签发第一期时登记，以前编过的可以在下面写明。" if self.bulletin.count() else "还没有简报。"
            )
            return
        run = runs[at]
        self.told.setText(run.told)
        colours = colours_of(self.palette())
        for held in reversed(run.held):
            state = f"{held.state}（重号）" if held.double else held.state
            words = held.words or ("以上各号都在启用编报以前编过" if held.number == run.begin else "")
            item = QTreeWidgetItem([f"第 {held.number} 期", state, words, "打开" if held.path else ""])
            if held.state == GAP or held.double:
                for column in range(3):
                    item.setForeground(column, QColor(colours.error if held.double else colours.warning))
            item.setToolTip(2, held.path or words)
            item.setData(0, _PATH, held.path)
            self.tree.addTopLevelItem(item)
        if (top := self.tree.topLevelItem(0)) is not None:
            self.tree.setCurrentItem(top)

    @property
    def _chosen(self) -> Series:
        return Series(self.series.currentData())  # Qt keeps the word alone

    @property
    def _running(self) -> bool:
        return self.way.currentIndex() == 1

    def _look(self) -> None:
        counted = self._chosen is not Series.TOTAL
        self.way.setVisible(counted)
        self.year.setVisible(counted and not self._running)

    def _begin(self) -> None:
        series = self._chosen
        running = series is Series.TOTAL or self._running
        self.begin_asked.emit(self.bulletin.currentText(), series, 0 if running else self.year.value(), self.last.value())

    def _open(self, item: QTreeWidgetItem) -> None:
        path = item.data(0, _PATH)
        if path:
            self.accept()
            self.open_asked.emit(path)


def _fit() -> QHeaderView.ResizeMode:
    return QHeaderView.ResizeMode.ResizeToContents
