"""Values of a template become rows under the heads of their groups, with the entries of its lists to add, move and take away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.desk.found_look import FoundValue
from app.model.template import Template
from app.model.template_fields import FieldSpec, ListSpec, value_of
from app.records import dataclass
from app.ui.fields import quiet_label, small_button
from app.ui.template_editors import Offers
from app.ui.template_row import FieldRow

_ADD_WORDS = {
    "masthead.lines": "添加一行名称",
    "masthead.lines.*.words": "添加另用字体的词",
    "footer.recipients": "添加一行报送单位",
    "footer.sets": "添加一行报送范围",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the form shows: which values of a template, beside which other template, with what is known of how they were come by.

    `lists` are those whose entries can be added and taken away here; none where only some of the values are shown. `missing` says what
    the other template has and this one lacks, `nothing` what is said where there is no value to show.
    """

    template: Template
    specs: tuple[FieldSpec, ...]
    lists: tuple[ListSpec, ...] = ()
    other: Template | None = None
    differing: frozenset[str] = frozenset()
    notes: Mapping[str, FoundValue] | None = None
    missing: tuple[str, ...] = ()
    nothing: str = ""


class TemplateForm(QScrollArea):
    """Signals of the rows, and: `entry_asked` (what, list's key, place), with what: add, remove or up; `group_reset` (group)."""

    edited = Signal(object, object)
    reset = Signal(object)
    pointed = Signal(object)
    left = Signal(object)
    picture_asked = Signal()
    entry_asked = Signal(str, str, int)
    group_reset = Signal(str)

    def __init__(self, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("templateForm")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._offers = offers
        self._made: tuple[object, ...] | None = None
        self.rows: dict[str, FieldRow] = {}
        self._resets: dict[str, QPushButton] = {}

    def show_fields(self, shown: Shown) -> None:
        """Show values; rows are made anew only where there are others."""
        made = (tuple(spec.key for spec in shown.specs), shown.lists, shown.missing, shown.nothing)
        if made != self._made:
            top = self.verticalScrollBar().value() if self._made and set(made[0]) & set(self.rows) else 0
            self._made = made
            self._make(shown)
            self.verticalScrollBar().setValue(top)
        for key, row in self.rows.items():
            value = value_of(shown.template, key)
            if value is not None:
                there = value_of(shown.other, key) if shown.other else None
                row.show_value(value, there, key in shown.differing, shown.notes.get(key) if shown.notes else None)
        groups = {spec.words.group for spec in shown.specs if spec.key in shown.differing}
        for group, button in self._resets.items():
            button.setVisible(group in groups)

    def show_error(self, key: str, sentence: str) -> None:
        """Say at a value why another one was refused, and at no other one."""
        for each, row in self.rows.items():
            row.show_wrong(sentence if each == key else "")

    def focus_entry(self, entry: str) -> None:
        """Give the first value of an entry of a list the keyboard."""
        row = next((row for key, row in self.rows.items() if key.startswith(f"{entry}.")), None)
        body = self.widget()
        if row is not None and body is not None:
            body.adjustSize()  # or the place of a row that was just made isn't known
            row.editor.setFocus()
            self.ensureWidgetVisible(row, 0, 120)

    def show_faces(self, faces: Mapping[str, str]) -> None:
        """Say of the families, by their roles, whether this machine has them."""
        for key, row in self.rows.items():
            if row.spec.kind == "family":
                row.show_face(faces.get(key.rpartition(".")[2], ""))

    def _make(self, shown: Shown) -> None:
        self.rows, self._resets = {}, {}
        body = QWidget()
        body.setObjectName("sideBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 10, 12)
        column.setSpacing(3)
        for group, specs in groupby(shown.specs, key=lambda spec: spec.words.group):
            column.addLayout(self._head(group))
            self._fill(column, list(specs), shown.lists)
        if not shown.specs and not shown.missing:
            column.addWidget(quiet_label(shown.nothing))
        if shown.missing:
            head = QLabel("只有对照的版式才有")
            head.setProperty("role", "heading")
            column.addWidget(head)
        for words in shown.missing:
            column.addWidget(quiet_label(words))
        column.addStretch(1)
        self.setWidget(body)

    def _head(self, group: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 2)
        label = QLabel(group)
        label.setProperty("role", "heading")
        row.addWidget(label)
        row.addStretch(1)
        back = QPushButton("这一组全部还原")
        back.setProperty("quiet", "true")
        back.setAutoDefault(False)
        back.setToolTip("改成和对照的版式一样")
        back.clicked.connect(lambda _=False: self.group_reset.emit(group))
        keeping = back.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # or all rows would move when the first value differs
        back.setSizePolicy(keeping)
        self._resets[group] = back
        row.addWidget(back)
        return row

    def _fill(self, column: QVBoxLayout, specs: Sequence[FieldSpec], lists: Iterable[ListSpec]) -> None:
        group = specs[0].words.group
        of_group = [one for one in lists if one.group == group]
        for item, entries in groupby(specs, key=lambda spec: (spec.item, _entry(spec.key) if spec.item else "")):
            if item[0]:
                column.addLayout(self._entry_head(item[0], item[1], of_group))
            for spec in entries:
                row = self.rows[spec.key] = FieldRow(spec, self._offers)
                row.edited.connect(self.edited)
                row.reset.connect(self.reset)
                row.pointed.connect(self.pointed)
                row.left.connect(self.left)
                row.picture_asked.connect(self.picture_asked)
                column.addWidget(row)
        for one in of_group:
            if "*" not in one.pattern:
                column.addLayout(self._adding(one))

    def _entry_head(self, item: str, entry: str, lists: Sequence[ListSpec]) -> QHBoxLayout:
        """The head of one entry of a list, with what can be done with it."""
        key, _, number = entry.rpartition(".")
        at = int(number)
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(2)
        label = QLabel(item)
        label.setProperty("role", "field")
        row.addWidget(label)
        row.addStretch(1)
        for words in lists:
            if words.key == f"{entry}.words" and words.count < words.most:
                row.addWidget(self._button("add", _ADD_WORDS[words.pattern], "add", words.key, 0))
        own = next((one for one in lists if one.key == key), None)
        if own is not None and at > 1:
            row.addWidget(self._button("up", f"{item}上移", "up", key, at))
        if own is not None and own.count > own.least:
            row.addWidget(self._button("close", f"删去{item}", "remove", key, at))
        return row

    def _adding(self, one: ListSpec) -> QHBoxLayout:
        row = QHBoxLayout()
        button = QPushButton(_ADD_WORDS[one.pattern])
        button.setProperty("quiet", "true")
        button.setAutoDefault(False)
        button.setEnabled(one.count < one.most)
        button.clicked.connect(lambda _=False: self.entry_asked.emit("add", one.key, 0))
        row.addWidget(button)
        row.addStretch(1)
        return row

    def _button(self, picture: str, tip: str, what: str, key: str, at: int) -> QWidget:
        button = small_button(picture, tip)
        button.clicked.connect(lambda _=False: self.entry_asked.emit(what, key, at))
        return button


def _entry(key: str) -> str:
    """The entry of a list that a key belongs to: masthead.lines.1.size_pt → masthead.lines.1."""
    return key.rpartition(".")[0]
