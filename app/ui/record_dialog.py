"""A submission becomes a sheet on which its record is read and put right, beside its text; an empty sheet takes down a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model.submission import SubmissionFile, SubmissionRecord, Way
from app.ui.inbox_words import moment_written

_SIZE = (860, 560)
_FIELDS_WIDTH_PX = 330


class RecordDialog(QDialog):
    """`record` and `text` are what stands on it. `file_asked` brings a file of which a copy is wanted."""

    file_asked = Signal(object)

    def __init__(
        self, record: SubmissionRecord, text: str, units: Sequence[str] = (), files: Sequence[SubmissionFile] = (), *, new: bool = False,
        read_only: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._record = record
        self.setWindowTitle("录入来稿" if new else "来稿")
        self.resize(*_SIZE)
        columns = QHBoxLayout()
        columns.setSpacing(18)
        columns.addWidget(self._fields(record, units, files, read_only))
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addWidget(QLabel("正文（也可以以后再补）" if new else f"正文　{record.characters} 字"))
        self.words = QPlainTextEdit(text)
        self.words.setReadOnly(not new)
        self.words.setAccessibleName("来稿的正文")
        side.addWidget(self.words, 1)
        columns.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(14)
        column.addLayout(columns, 1)
        self.buttons = QDialogButtonBox()
        if read_only:
            self.buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        else:
            keep = self.buttons.addButton("收进来稿箱" if new else "保存", QDialogButtonBox.ButtonRole.AcceptRole)
            keep.setProperty("main", "true")
            self.buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._accept_what_is_there)
        self.buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        self.hint = QLabel()
        self.hint.setProperty("tone", "warning")
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.buttons)
        column.addLayout(foot)
        (self.title if new else self.words).setFocus()

    @property
    def record(self) -> SubmissionRecord:
        """The record as the fields say it now."""
        return replace(
            self._record,
            title=self.title.text().strip(),
            unit=self.unit.currentText().strip(),
            writer=self.writer.text().strip(),
            telephone=self.telephone.text().strip(),
            way=Way(self.way.currentData()),
            received=self._received or self._record.received,
            note=self.note.toPlainText().strip(),
        )

    @property
    def text(self) -> str:
        """The text that was typed."""
        return self.words.toPlainText()

    def show_uses(self, words: str) -> None:
        """Say in which saved issues it was used, a line for each; "" for none."""
        if words:
            used = QLabel(words)
            used.setWordWrap(True)
            self._form.addRow("采用", used)

    def _fields(self, record: SubmissionRecord, units: Sequence[str], files: Sequence[SubmissionFile], read_only: bool) -> QWidget:
        body = QWidget()
        body.setFixedWidth(_FIELDS_WIDTH_PX)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        self._form = form = QFormLayout()
        column.addLayout(form)
        column.addStretch(1)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        self.title, self.writer = QLineEdit(record.title), QLineEdit(record.writer)
        self.title.setCursorPosition(0)
        self.telephone, self.received = QLineEdit(record.telephone), QLineEdit(record.received.replace("T", " "))
        self.received.setToolTip("收到的日期，如 2026-03-05，也可以写上钟点")
        self.unit = QComboBox()
        self.unit.setEditable(True)
        self.unit.addItems(list(units))
        self.unit.setCurrentText(record.unit)
        completer = QCompleter(list(units), self.unit)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.unit.setCompleter(completer)
        self.way = QComboBox()
        for way in Way:
            self.way.addItem(way.value, way.value)
        self.way.setCurrentText(record.way.value)
        self.note = QPlainTextEdit(record.note)
        self.note.setFixedHeight(64)
        self.note.setTabChangesFocus(True)
        for label, field in (
            ("标题", self.title), ("单位", self.unit), ("作者", self.writer), ("电话", self.telephone), ("方式", self.way),
            ("收到", self.received), ("备注", self.note),
        ):  # fmt: skip
            form.addRow(label, field)
            field.setAccessibleName(label)
            field.setDisabled(read_only)
        if record.came_in:
            came = QLabel(record.came_in)
            came.setWordWrap(True)
            came.setProperty("role", "quiet")
            form.addRow("来自", came)
        for file in files:
            button = QPushButton(f"{file.name}　{_size(file.size)}")
            button.setProperty("quiet", "true")
            button.setToolTip("另存一份原件")
            button.clicked.connect(lambda _=False, file=file: self.file_asked.emit(file))
            form.addRow("原件" if file is files[0] else "", button)
        return body

    @property
    def _received(self) -> str | None:
        """The day that is written, as it was where nothing is; None where no day is."""
        text, before = self.received.text().strip(), self._record.received
        year = int(before[:4]) if before[:4].isdigit() else 0  # no year: then it must be written
        return moment_written(text, year) if text and text != before.replace("T", " ") else before

    def _accept_what_is_there(self) -> None:
        """A record has a title or a text, and a day."""
        if not (self.title.text().strip() or self.text.strip()):
            self.title.setPlaceholderText("请写上标题，或在右边录入正文")
            self.title.setFocus()
        elif self._received is None:
            self.hint.setText("收到的日期请写成 2026-03-05 或 3月5日，也可以写上钟点。")
            self.received.setFocus()
            self.received.selectAll()
        else:
            self.accept()


def _size(size: int) -> str:
    return f"{size / 2**20:.1f} MB" if size >= 2**20 else f"{max(1, size // 1024)} KB"
