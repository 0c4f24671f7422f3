"""What a clerk adds for the print room becomes `OrderWishes`, with the finished 送印单 beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.desk.print_order import OrderWishes
from app.errors import UserError
from app.layout.frames import Page
from app.ui.side_view import SideView
from app.ui.spins import WholeSpin

_PAPERS = ("70克双胶纸", "80克双胶纸", "70克静电复印纸", "80克静电复印纸", "100克铜版纸")
_MOST_SPARE = 1000
_REMARKS_HEIGHT = 84


class OrderDialog(QDialog):
    """`make` gives the page for the wishes. `page` is the form as it stands, None where it can't be made; signals send it on."""

    file_asked = Signal(object)
    paper_asked = Signal(object)

    def __init__(self, make: Callable[[OrderWishes], Page], wishes: OrderWishes, can_print: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("送印单")
        self.resize(860, 640)
        self._make = make
        self.page: Page | None = None
        self.paper_kind = QComboBox()
        self.paper_kind.setEditable(True)
        self.paper_kind.addItems(_PAPERS)
        self.paper_kind.setEditText(wishes.paper_kind)
        self.spare = WholeSpin()
        self.spare.setRange(0, _MOST_SPARE)
        self.spare.setSuffix(" 份")
        self.spare.setSpecialValueText("留空手填")
        self.spare.setValue(wishes.spare)
        self.due, self.contact = QLineEdit(wishes.due), QLineEdit(wishes.contact)
        self.due.setPlaceholderText("如 3月16日下班前")
        self.contact.setPlaceholderText("姓名和电话")
        self.remarks = QPlainTextEdit(wishes.remarks)
        self.remarks.setTabChangesFocus(True)
        self.remarks.setFixedHeight(_REMARKS_HEIGHT)
        self.view = SideView()
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("tone", "warning")
        self._buttons = QDialogButtonBox()
        self._assemble(can_print)
        self.paper_kind.editTextChanged.connect(self._show)
        self.spare.valueChanged.connect(self._show)
        for field in (self.due, self.contact):
            field.textChanged.connect(self._show)
        self.remarks.textChanged.connect(self._show)
        self.finished.connect(self.view.release)
        self._show()

    @property
    def wishes(self) -> OrderWishes:
        """What stands in the fields."""
        return OrderWishes(
            self.paper_kind.currentText().strip(),
            self.spare.value(),
            self.due.text().strip(),
            self.contact.text().strip(),
            self.remarks.toPlainText().strip(),
        )

    def say(self, sentence: str) -> None:
        """Say what went wrong; "" takes it away."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _assemble(self, can_print: bool) -> None:
        form = QFormLayout()
        form.addRow("纸张种类", self.paper_kind)
        form.addRow("加放", self.spare)
        form.addRow("交付时间", self.due)
        form.addRow("联系人", self.contact)
        form.addRow("备注", self.remarks)
        hint = QLabel("期号、页数、用纸、红色在哪一面，都按这期简报和刚才选的排法算好了。这里没有填的，单子上留空，印出来手写。")
        hint.setWordWrap(True)
        hint.setProperty("role", "quiet")
        right = QVBoxLayout()
        right.addLayout(form)
        right.addWidget(hint)
        right.addWidget(self.trouble)
        right.addStretch()
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(self.view, 3)
        middle.addLayout(right, 2)
        paper = self._buttons.addButton("打印…", QDialogButtonBox.ButtonRole.ActionRole)
        paper.clicked.connect(lambda: self.paper_asked.emit(self.page))
        paper.setEnabled(can_print)
        file = self._buttons.addButton("导出 PDF…", QDialogButtonBox.ButtonRole.ActionRole)
        file.clicked.connect(lambda: self.file_asked.emit(self.page))
        (paper if can_print else file).setProperty("main", "true")
        (paper if can_print else file).setDefault(True)
        self._buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.rejected.connect(self.reject)
        self._senders = [file, *([paper] if can_print else [])]
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addWidget(self._buttons)
        self.paper_kind.setFocus()

    def _show(self) -> None:
        """Make the form anew."""
        try:
            self.page = self._make(self.wishes)
        except UserError as error:
            self.page = None
            self.say(error.sentence)
        else:
            self.say("")
            self.view.show_side(self.page, "送印单")
        for button in self._senders:
            button.setEnabled(self.page is not None)
