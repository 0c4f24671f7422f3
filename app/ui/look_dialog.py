"""What was taken from a printed issue becomes a dialog: every value with how it was come by, beside the pages of both."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.desk.found_look import FoundLook
from app.desk.look.words import HOW_WORDS
from app.desk.own_templates import OwnTemplates
from app.desk.taking import Taken
from app.desk.template_draft import Draft, draft_of_look
from app.errors import UserError
from app.fonts.roles import FaceResolver
from app.model.template_fields import FieldSpec, Value, with_value
from app.ui.asking import Asker
from app.ui.look_pages import LookPages
from app.ui.look_values import LookValues
from app.ui.message_bar import MessageBar

_SIZE = (1330, 690)
_SIZES = [590, 700]


class LookDialog(QDialog):
    """Nothing is written before it is asked for. `tuning_asked` brings the look for the editor of templates, `saved` a template's name."""

    tuning_asked = Signal(object)
    saved = Signal(str)

    def __init__(self, taken: Taken, own: OwnTemplates, resolver: FaceResolver, asker: Asker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"从现有简报取版式 · {taken.name}")
        self.resize(*_SIZE)
        self._taken, self._own, self._asker = taken, own, asker
        self.draft: Draft = draft_of_look(taken.look)
        self._kept: Draft | None = None
        self.bar = MessageBar()
        self.values = LookValues()
        self.pages = LookPages(taken, resolver)
        self.only = QCheckBox("只看没读到的")
        self.only.setToolTip("推算、估计和默认的各项，请对照原件看一遍")
        self.told = QLabel(_told(taken.look))
        self.told.setProperty("role", "quiet")
        self.undo = QPushButton("撤销")
        self.undo.setToolTip("撤销上一处改动（Ctrl+Z）")
        self.tune, self.save, self.shut = QPushButton("在版式模板里细调…"), QPushButton("存为自己的版式…"), QPushButton("关闭")
        self._assemble()
        self._wire()
        self.values.show_look(self.draft.template, taken.look.by_key)
        self._show()
        if taken.look.notes:
            self.bar.say("info", "".join(taken.look.notes))

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose something that somebody changed."""
        return bool(self.draft.past) and self.draft is not self._kept

    def reject(self) -> None:
        """Close; what was changed and not saved is asked for first."""
        if not self.unsaved or self._asker.drop_template_edits([self.draft.template.name]):
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross in the corner is no other way out."""
        self.reject()
        event.setAccepted(not self.isVisible())

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.told)
        head.addStretch(1)
        head.addWidget(self.only)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.values, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(17)
        splitter.setObjectName("airy")
        for widget in (left, self.pages):
            splitter.addWidget(widget)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes(_SIZES)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.undo)
        foot.addStretch(1)
        for button in (self.tune, self.save, self.shut):
            foot.addWidget(button)
        for button in (self.undo, self.tune, self.save, self.shut):
            button.setAutoDefault(False)
        self.undo.setProperty("quiet", "true")
        self.save.setProperty("main", "true")
        self.tune.setToolTip("到“版式模板”里接着改，那里每一项都有说明，也能增减报头各行和报送单位")
        within = QVBoxLayout()
        within.setContentsMargins(16, 12, 16, 0)
        within.setSpacing(10)
        within.addWidget(splitter, 1)
        within.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 12)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addLayout(within, 1)

    def _wire(self) -> None:
        self.values.edited.connect(self._edit)
        self.only.toggled.connect(self.values.show_only_unread)
        self.pages.trouble.connect(lambda sentence: self.bar.say("warning", sentence))
        self.undo.clicked.connect(lambda _=False: self._step(self.draft.undone()))
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.undo.click)
        QShortcut(QKeySequence.StandardKey.Save, self).activated.connect(self.save.click)
        self.tune.clicked.connect(lambda _=False: self._tune())
        self.save.clicked.connect(lambda _=False: self._save())
        self.shut.clicked.connect(lambda _=False: self.reject())

    def _edit(self, spec: FieldSpec, value: Value) -> None:
        try:
            self._step(self.draft.with_value(spec.key, value).end_run())
        except UserError as error:
            self.bar.say("warning", error.sentence)
        else:
            self.bar.hide()

    def _step(self, draft: Draft) -> None:
        self.draft = draft
        self._show()

    def _show(self) -> None:
        self.values.show_values(self.draft.template, self._taken.look.template)
        self.pages.show_sheet(self.draft.present)
        self.undo.setEnabled(bool(self.draft.past))

    def _look(self) -> FoundLook:
        """What was found, with what was changed since."""
        look, sheet = self._taken.look, self.draft.present
        return FoundLook(sheet.template, look.values, look.notes, sheet.picture)

    def _tune(self) -> None:
        self._kept = self.draft
        self.tuning_asked.emit(self._look())
        self.accept()

    def _save(self) -> None:
        present = self._own.free_name(self.draft.template.name)
        name = self._asker.template_name("存为自己的版式", "给这个版式起个名字，新建简报时在列表里就叫它：", present)
        if name is None:
            return
        try:
            self._own.add(with_value(self.draft.template, "name", name), self.draft.present.picture)
        except UserError as error:
            self.bar.say("error", error.sentence)
            return
        self._kept = self.draft
        self.saved.emit(name)
        self.accept()


def _told(look: FoundLook) -> str:
    """How many values were come by in which way."""
    counts = Counter(value.how for value in look.values)
    parts = "，".join(f"{words} {counts[how]}" for how, words in HOW_WORDS.items() if counts[how])
    return f"共 {len(look.values)} 项：{parts}"
