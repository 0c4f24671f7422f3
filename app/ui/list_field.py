"""A list of short texts, each in a field of its own; rows can be added and taken away. The list comes out whole at every change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.fields import TextArea, TextField, field_label, small_button

_LABEL_PX, _LONGEST_LABEL_PX = 52, 110
_AROUND_PX = 24
"""Frame, padding and caret of a field beside its text."""


class ListField(QWidget):
    """Rows of one text. `edited` brings all texts as a list."""

    edited = Signal(object)

    def __init__(self, label: str, what: str, most: int, placeholder: str = "") -> None:
        super().__init__()
        self._label, self._what, self._most, self._placeholder = label, what, most, placeholder
        self._fields: list[TextField] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 5)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(field_label(label), 1)
        self._add = small_button("add", f"添加{what}")
        self._add.clicked.connect(self._add_row)
        head.addWidget(self._add)
        column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column.addLayout(self._rows)

    def texts(self) -> list[str]:
        """What stands in the fields."""
        return [field.text() for field in self._fields]

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show these texts; fields are made anew only when there are more or fewer."""
        if len(texts) != len(self._fields):
            self._make_rows(len(texts))
        for field, text in zip(self._fields, texts, strict=True):
            field.show_text(text)
        self._add.setEnabled(len(texts) < self._most)

    def _add_row(self) -> None:
        count = len(self._fields)
        self.edited.emit([*self.texts(), ""])
        if len(self._fields) > count:
            take_keys(self._fields[-1])

    def _make_rows(self, count: int) -> None:
        empty(self._rows)
        self._fields = []
        last: QWidget = self._add
        for at in range(count):
            row, box = row_widget()
            field = TextField(self._placeholder)
            field.setAccessibleName(f"{self._label} {at + 1}")
            field.edited.connect(lambda _text: self.edited.emit(self.texts()))
            box.addWidget(field)
            if count > 1:
                remove = small_button("close", f"删去这{self._what}")
                remove.clicked.connect(lambda _=False, at=at: self.edited.emit([t for i, t in enumerate(self.texts()) if i != at]))
                box.addWidget(remove)
            self._rows.addWidget(row)
            self._fields.append(field)
            last = follow(last, row)


class LabelledListField(QWidget):
    """Rows of a short label and a longer text, such as 报 and the bodies it goes to. `edited` brings pairs."""

    edited = Signal(object)

    def __init__(self, label: str, new_label: str = "送") -> None:
        super().__init__()
        self._rows_shown: list[tuple[TextField, TextArea]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 5)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(field_label(label), 1)
        self._add = small_button("add", "添加一行")
        self._add.clicked.connect(lambda: self._add_row(new_label))
        head.addWidget(self._add)
        column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column.addLayout(self._rows)

    def pairs(self) -> list[tuple[str, str]]:
        """What stands in the rows."""
        return [(label.text(), text.toPlainText()) for label, text in self._rows_shown]

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these rows."""
        if len(pairs) != len(self._rows_shown):
            self._make_rows(len(pairs))
        for (label, text), (label_text, words) in zip(self._rows_shown, pairs, strict=True):
            label.show_text(label_text)
            text.show_text(words)
        self._fit_labels()

    def enter(self, row: int) -> None:
        """Take the keys into the text of a row; -1 is the last one's."""
        if self._rows_shown:
            take_keys(self._rows_shown[row][1])

    def _add_row(self, label: str) -> None:
        count = len(self._rows_shown)
        self.edited.emit([*self.pairs(), (label, "")])
        if len(self._rows_shown) > count:
            self.enter(-1)

    def _fit_labels(self) -> None:
        """All labels are as wide as the longest, so that the texts stand under one another."""
        needed = max((label.fontMetrics().horizontalAdvance(label.text()) for label, _ in self._rows_shown), default=0)
        for label, _ in self._rows_shown:
            label.setFixedWidth(min(max(needed + _AROUND_PX, _LABEL_PX), _LONGEST_LABEL_PX))

    def _make_rows(self, count: int) -> None:
        empty(self._rows)
        self._rows_shown = []
        last: QWidget = self._add
        for at in range(count):
            row, box = row_widget()
            label = TextField("报")
            label.setAccessibleName(f"第 {at + 1} 行的称呼")
            label.edited.connect(self._tell)
            text = TextArea("写单位，用逗号、顿号隔开", most_lines=8, multi_line=False)
            text.setAccessibleName(f"第 {at + 1} 行的单位")
            text.edited.connect(self._tell)
            remove = small_button("close", "删去这一行")
            remove.clicked.connect(lambda _=False, at=at: self.edited.emit([p for i, p in enumerate(self.pairs()) if i != at]))
            for widget in (label, text, remove):
                box.addWidget(widget)
                box.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(row)
            self._rows_shown.append((label, text))
            last = follow(last, row)

    def _tell(self) -> None:
        self.edited.emit(self.pairs())


def row_widget() -> tuple[QWidget, QHBoxLayout]:
    """An empty row without margins, and its box."""
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(4)
    return row, box


def follow(before: QWidget, row: QWidget) -> QWidget:
    """Let Tab come from a widget to those of a new row, which Qt would put behind all others. Returns the row's last one."""
    for widget in row.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(before, widget)
            before = widget
    return before


def take_keys(field: QWidget) -> None:
    """Put the keyboard into a field of a form, and see it: a row that was just made has its place only when the form is laid out."""
    field.setFocus()
    QTimer.singleShot(0, field, lambda: _see(field))


def _see(field: QWidget) -> None:
    above = field.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(field, 0, 40)


def empty(box: QVBoxLayout | QHBoxLayout) -> None:
    """Take all widgets out of a box and let them go."""
    while (item := box.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.setParent(None)
            old.deleteLater()
