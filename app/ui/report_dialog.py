"""The report of an export becomes a window to read beside the pages: one line on the faces, then what to look at, then every rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLabel, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.desk.docx_check import DocxCheck
from app.desk.export_report import ExportReport
from app.desk.report import ReportLine
from app.exporters.measure.marked import Measure, Spot
from app.ui.colours import colours_of
from app.ui.icons import icon
from app.ui.style import redress

_SIZE = (680, 480)
_WHAT, _FOUND, _LIMIT = range(3)
_SPOT = Qt.ItemDataRole.UserRole
_MOST_PLACES = 50


class ReportDialog(QDialog):
    """Stands beside the window, which goes on working: a click or Enter on a line with a place leads there.

    `place_chosen` brings a `Spot`; `open_asked`, `folder_asked`, `copy_asked`, `save_asked` and `check_asked` are the buttons.
    """

    place_chosen = Signal(object)
    open_asked = Signal()
    folder_asked = Signal()
    copy_asked = Signal()
    save_asked = Signal()
    check_asked = Signal()

    def __init__(self, report: ExportReport, facts: Sequence[ReportLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("版面报告" if report.path is None else f"导出报告：{report.path.name}")
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(8)
        self.lead = _words(report.faces_sentence, role="heading")
        redress(self.lead, "tone", "done" if report.official else "warning")
        column.addWidget(self.lead)
        missing = f"没有字形的字：{''.join(report.missing)}。" if report.missing else "没有缺字。"
        column.addWidget(_words(f"{report.sheets}文字 {report.lines} 行。{missing}"))
        self.rules = _words(f"{report.rules_sentence}。")
        redress(self.rules, "tone", "done" if report.measures and not report.failed else "warning")
        column.addWidget(self.rules)
        self.docx = _words("")
        self.docx.hide()
        column.addWidget(self.docx)
        self.tree = self._tree(report, facts)
        column.addWidget(self.tree, 1)
        column.addLayout(self._buttons(report))
        self.tree.itemClicked.connect(lambda item, _: self._choose(item))
        self.tree.itemActivated.connect(lambda item, _: self._choose(item))
        self.tree.setFocus()

    def show_docx(self, check: DocxCheck) -> None:
        """Say how the DOCX compares; the first line that differs can be gone to."""
        self.docx.setText(check.sentence)
        redress(self.docx, "tone", "done" if check.outcome == "same" else "warning")
        self.docx.show()
        if check.spot is not None:
            item = _row(f"DOCX 里头一处不同{_where(check.spot)}", picture="warning", spot=check.spot)
            self.tree.insertTopLevelItem(0, item)
            item.setFirstColumnSpanned(True)
            self.tree.setCurrentItem(item)

    def _tree(self, report: ExportReport, facts: Sequence[ReportLine]) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName("报告")
        tree.setHeaderLabels(["", "量到的", "应为"])
        tree.setRootIsDecorated(True)
        tree.setUniformRowHeights(False)
        tree.setWordWrap(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.header().setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setSectionResizeMode(_FOUND, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(_LIMIT, QHeaderView.ResizeMode.ResizeToContents)
        tree.addTopLevelItems([_measure(measure) for measure in report.failed])
        for warned in report.warnings:
            item = _row(warned.sentence + _where(warned.spot), picture="error" if warned.red else "warning", spot=warned.spot)
            item.setToolTip(_WHAT, warned.sentence)
            if warned.red:
                item.setForeground(_WHAT, QColor(colours_of(self.palette()).error))
            tree.addTopLevelItem(item)
            item.setFirstColumnSpanned(True)
        kept = [measure for measure in report.measures if measure.holds]
        group = QTreeWidgetItem([f"符合的规则（{len(kept)} 项）"])
        group.addChildren([_measure(measure) for measure in kept])
        about = QTreeWidgetItem(["这一期"])
        about.addChildren([_row(line.what, line.found) for line in facts])
        for whole in [group, about] if kept else [about]:
            tree.addTopLevelItem(whole)
            whole.setFirstColumnSpanned(True)
        tree.expandAll()
        if (top := tree.topLevelItem(0)) is not None:
            tree.setCurrentItem(top)
        return tree

    def _buttons(self, report: ExportReport) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        shown = []
        if report.path is not None:
            shown += [("打开文件", self.open_asked), ("打开文件夹", self.folder_asked)]
        shown += [("复制报告", self.copy_asked), ("存为 JSON…", self.save_asked)]
        if report.path is not None and report.path.suffix.lower() == ".docx":
            shown.append(("核对 DOCX", self.check_asked))
        for words, asked in shown:
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(asked)
            row.addWidget(button)
        row.addStretch(1)
        close = QPushButton("关闭")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row.addWidget(close)
        return row

    def _choose(self, item: QTreeWidgetItem) -> None:
        spot = item.data(_WHAT, _SPOT)
        if isinstance(spot, Spot):
            self.place_chosen.emit(spot)


def _words(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def _where(spot: Spot | None) -> str:
    if spot is None:
        return ""
    return f"　第 {spot.page} 页" + (f"“{spot.words}”" if spot.words else "")


def _measure(measure: Measure) -> QTreeWidgetItem:
    """A rule's row; where it fails its places stand below, and the row itself leads to the first."""
    first = measure.spots[0] if measure.spots else None
    item = _row(measure.what, measure.measured, measure.limit, "done" if measure.holds else "error", first)
    item.setToolTip(_WHAT, f"{measure.what}（{measure.rule}）")
    item.setToolTip(_FOUND, measure.measured)
    item.setToolTip(_LIMIT, measure.limit)
    item.addChildren([_row(f"第 {spot.page} 页", spot.words, spot=spot) for spot in measure.spots[:_MOST_PLACES]])
    return item


def _row(what: str, found: str = "", limit: str = "", picture: str = "", spot: Spot | None = None) -> QTreeWidgetItem:
    item = QTreeWidgetItem([what, found, limit])
    if picture:
        item.setIcon(_WHAT, icon(picture))
    if spot is not None:
        item.setData(_WHAT, _SPOT, spot)
    return item
