"""The submissions to choose from become a sheet to print for the leader, and the order that he wrote on it is typed back in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.atomic import write_atomically
from app.desk.selection_list import selection_html
from app.model.submission import SubmissionRecord

_SIZE = (980, 600)
_HEADS = ("次序", "单位", "标题", "字数", "开头")
_MARGIN_MM = 12.0
_FACE_PT = 9.0


class SelectionDialog(QDialog):
    """`chosen` are the ids of those with a number, in its order. `export_asked` wants a place for the file."""

    export_asked = Signal()

    def __init__(self, title: str, records: Sequence[SubmissionRecord], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("选题单")
        self.resize(*_SIZE)
        self._title, self._records = title, tuple(records)
        self.table = self._table()
        lead = QLabel("先打印出来请领导圈选；选好后在“次序”一栏填上 1、2、3……，按“编进本期”就按这个次序排好。")
        lead.setWordWrap(True)
        self.hint = QLabel()
        self.hint.setProperty("role", "quiet")
        row = QHBoxLayout()
        row.addWidget(self.hint, 1)
        for words, act in (("打印…", self._print), ("导出…", self.export_asked.emit), ("关闭", self.reject)):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        self.take = QPushButton("编进本期")
        self.take.setProperty("main", "true")
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self.accept)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addWidget(lead)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self._show_hint()

    @property
    def order(self) -> dict[str, int]:
        """The numbers that were given, by id."""
        found = {}
        for row, record in enumerate(self._records):
            item = self.table.item(row, 0)
            text = item.text().strip() if item is not None else ""
            if text.isdecimal() and int(text) > 0:
                found[record.id] = int(text)
        return found

    @property
    def chosen(self) -> list[str]:
        """The submissions with a number, in its order; those with the same one as they stand in the list."""
        order = self.order
        return sorted(order, key=lambda submission: order[submission])

    def number(self, row: int, text: str) -> None:
        """Write a number into a row."""
        item = self.table.item(row, 0)
        if item is not None:
            item.setText(text)

    def write(self, path: Path) -> None:
        """Write the list as PDF or as a web page, by the name's end. Raises `UserError`."""
        if path.suffix.lower() in (".html", ".htm"):
            write_atomically(path, self._html().encode())
            return
        part = path.with_name(f".{path.name}.part")
        try:
            printer = self._printer()
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(part))
            self._document(printer).print_(printer)
            write_atomically(path, part.read_bytes() if part.exists() else b"")
        finally:
            part.unlink(missing_ok=True)

    def _table(self) -> QTableWidget:
        table = QTableWidget(len(self._records), len(_HEADS))
        table.setAccessibleName("选题单")
        table.setHorizontalHeaderLabels(_HEADS)
        table.verticalHeader().hide()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setWordWrap(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((56, 150, 260, 60)):
            table.setColumnWidth(column, width)
        header.setStretchLastSection(True)
        for row, record in enumerate(self._records):
            for column, text in enumerate(("", record.unit, record.title, str(record.characters), record.opening)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column:
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                table.setItem(row, column, item)
        table.itemChanged.connect(lambda _: self._show_hint())
        if self._records:
            table.setCurrentCell(0, 0)
        return table

    def _show_hint(self) -> None:
        count = len(self.order)
        self.hint.setText(f"{len(self._records)} 份，选了 {count} 份")
        if hasattr(self, "take"):
            self.take.setEnabled(count > 0)

    def _html(self) -> str:
        return selection_html(self._title, self._records, self.order)

    def _printer(self) -> QPrinter:
        printer = QPrinter()
        layout = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(*[_MARGIN_MM] * 4), QPageLayout.Unit.Millimeter
        )
        printer.setPageLayout(layout)
        return printer

    def _document(self, printer: QPrinter) -> QTextDocument:
        document = QTextDocument(self)
        font = self.font()
        font.setPointSizeF(_FACE_PT)
        document.setDefaultFont(font)
        document.setHtml(self._html())
        document.setPageSize(printer.pageRect(QPrinter.Unit.Inch).size() * self.logicalDpiX())  # it is laid out as on this screen
        return document

    def _print(self) -> None:
        printer = self._printer()
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._document(printer).print_(printer)
        dialog.deleteLater()
