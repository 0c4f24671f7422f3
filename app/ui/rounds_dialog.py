"""Who read which proof, when, what changed, and the sign-off become the record of the rounds, with the sheet beside it (三校记录)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desk.proof_record import RECORD, Counted, written_day
from app.errors import UserError
from app.layout.frames import Page
from app.model.people import ROUNDS, ProofRound, RoundName, round_named
from app.ui.answers import yes_or_cancel
from app.ui.fields import field_label
from app.ui.side_view import SideView
from app.ui.spins import WholeSpin

_SIZE = (960, 660)
_MOST = 100_000
_NOT_COUNTED = -1


class RoundForm(QGroupBox):
    """One round. `changed`: something else stands in a field."""

    changed = Signal()

    def __init__(self, name: RoundName, value: ProofRound, count: Callable[[], Counted | None], day: str) -> None:
        super().__init__(name)
        self.name: RoundName = name
        self._count = count
        self.person = QLineEdit(value.person)
        self.person.setAccessibleName(f"{name}：校对人")
        self.day = QLineEdit(value.day)
        self.day.setAccessibleName(f"{name}：日期")
        self.day.setPlaceholderText(f"如 {day}")
        self.day.editingFinished.connect(lambda: self.day.setText(written_day(self.day.text())))
        self.changes = WholeSpin()
        self.changes.setAccessibleName(f"{name}：改动几处")
        self.changes.setRange(_NOT_COUNTED, _MOST)
        self.changes.setSpecialValueText("未计")
        self.changes.setSuffix(" 处")
        self.changes.setValue(value.changes)
        self.count = QPushButton("按清样算")
        self.count.setProperty("toggle", "true")
        self.count.setAutoDefault(False)
        self.count.setToolTip("比较留底的清样：从前一校到这一校（没有留底就到现在）改了几处")
        self.count.clicked.connect(lambda _=False: self.count_changes())
        self.signed = QCheckBox("已签字认可")
        self.signed.setChecked(value.signed)
        self.person.textChanged.connect(lambda _: self._allow_signing())
        self._allow_signing()
        self.what = QLineEdit(value.what)
        self.what.setAccessibleName(f"{name}：改动情况")
        self.what.setPlaceholderText("改了哪些地方")
        self.hint = QLabel()
        self.hint.setProperty("role", "quiet")
        self.hint.setWordWrap(True)
        self.hint.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 10, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(field_label("校对人", self.person), 0, 0)
        grid.addWidget(self.person, 0, 1)
        grid.addWidget(field_label("日期", self.day), 0, 2)
        grid.addWidget(self.day, 0, 3)
        grid.addWidget(field_label("改动", self.changes), 1, 0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.changes)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.signed)
        grid.addLayout(row, 1, 1, 1, 3)
        grid.addWidget(field_label("改动情况", self.what), 2, 0)
        grid.addWidget(self.what, 2, 1, 1, 3)
        grid.addWidget(self.hint, 3, 0, 1, 4)
        for field in (self.person, self.day, self.what):
            field.textChanged.connect(self.changed)
        self.changes.valueChanged.connect(self.changed)
        self.signed.toggled.connect(self.changed)

    @property
    def value(self) -> ProofRound:
        """What stands in the fields."""
        texts = [field.text().strip() for field in (self.person, self.day, self.what)]
        return ProofRound(self.name, texts[0], texts[1], self.changes.value(), texts[2], self.signed.isChecked())

    def count_changes(self, *, unasked: bool = False) -> None:
        """Count by the kept proofs; words that somebody wrote of what changed stay. Done `unasked`, it says nothing where it can't."""
        try:
            found = self._count()
        except UserError as error:
            self._say(error.sentence)
            return
        if found is None and unasked:
            return
        if found is None:
            before = "第一次保存的稿子" if self.name == ROUNDS[0] else f"{ROUNDS[ROUNDS.index(self.name) - 1]}清样"
            self._say(f"没有{before}，无法统计，请手工填写。")
            return
        self._say("")
        self.changes.setValue(found.changes)
        if not self.what.text().strip():
            self.what.setText(found.what)

    def _allow_signing(self) -> None:
        """A proof is signed by somebody; what was ticked may be taken back."""
        self.signed.setEnabled(bool(self.person.text().strip()) or self.signed.isChecked())
        self.signed.setToolTip("" if self.signed.isEnabled() else "先填校对人")

    def _say(self, sentence: str) -> None:
        self.hint.setText(sentence)
        self.hint.setVisible(bool(sentence))


class RoundsDialog(QDialog):
    """`make` gives the sheet for the rounds, `count` what changed in one. `rounds` is what stands in the fields.

    `page` is the sheet as it stands, None where it can't be made; `file_asked` and `paper_asked` send it on.
    """

    file_asked = Signal(object)
    paper_asked = Signal(object)

    def __init__(
        self,
        make: Callable[[tuple[ProofRound, ...]], Page],
        rounds: Sequence[ProofRound],
        count: Callable[[RoundName], Counted | None],
        days: dict[str, str],
        can_print: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("三校记录")
        self.resize(*_SIZE)
        self._make = make
        self.page: Page | None = None
        self.forms = {
            name: RoundForm(name, round_named(rounds, name), lambda name=name: count(name), days.get(name, "3月9日"))  # type: ignore[misc]
            for name in ROUNDS
        }
        self.view = SideView()
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("tone", "warning")
        self.since = QLabel()
        self.since.setWordWrap(True)
        self.since.setProperty("tone", "warning")
        self.since.hide()
        self._buttons, _ = yes_or_cancel(self, "记下")
        self._assemble(can_print)
        for form in self.forms.values():
            form.changed.connect(self._show)
        self.finished.connect(self.view.release)
        self._show()

    @property
    def rounds(self) -> tuple[ProofRound, ...]:
        """What stands in the fields, of each round."""
        return tuple(form.value for form in self.forms.values())

    def say(self, sentence: str) -> None:
        """Say what went wrong; "" takes it away."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def say_since(self, sentence: str) -> None:
        """Say what has changed since the newest proof; "" for nothing."""
        self.since.setText(sentence)
        self.since.setVisible(bool(sentence))

    def _assemble(self, can_print: bool) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        for form in self.forms.values():
            right.addWidget(form)
        hint = QLabel("记录随简报文件保存，可以撤销；没有填的，单子上留空，印出来手写。导出的文件和外发副本里没有它。")
        hint.setWordWrap(True)
        hint.setProperty("role", "quiet")
        right.addWidget(hint)
        right.addWidget(self.since)
        right.addWidget(self.trouble)
        right.addStretch()
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(self.view, 4)
        middle.addLayout(right, 5)
        paper = self._buttons.addButton("打印…", QDialogButtonBox.ButtonRole.ActionRole)
        paper.clicked.connect(lambda: self.paper_asked.emit(self.page))
        paper.setEnabled(can_print)
        paper.setToolTip("" if can_print else "这台电脑上没有打印机，可以先导出 PDF")
        file = self._buttons.addButton("导出 PDF…", QDialogButtonBox.ButtonRole.ActionRole)
        file.clicked.connect(lambda: self.file_asked.emit(self.page))
        self._senders = [file, *([paper] if can_print else [])]
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addWidget(self._buttons)
        self.forms[ROUNDS[0]].person.setFocus()

    def _show(self) -> None:
        """Make the sheet anew."""
        try:
            self.page = self._make(self.rounds)
        except UserError as error:
            self.page = None
            self.say(error.sentence)
        else:
            self.say("")
            self.view.show_side(self.page, RECORD)
        for button in self._senders:
            button.setEnabled(self.page is not None)
