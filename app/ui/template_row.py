"""A value of a template becomes a row: its name, its editor, and where it differs, what stands in the other template and a way back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.desk.found_look import FoundValue, How
from app.model.template_fields import FieldSpec, Value
from app.ui.elided_label import ElidedLabel
from app.ui.fields import small_button
from app.ui.style import redress
from app.ui.template_editors import Offers, PictureEditor, TextEditor, editor_for

_NAME_PX, _EDITOR_PX = 112, 232
HOW_WORDS: Mapping[How, str] = {"read": "读出", "reckoned": "推算", "guessed": "推测", "default": "沿用"}
HOW_HELP: Mapping[How, str] = {
    "read": "从原文件里读出",
    "reckoned": "由读出的值推算",
    "guessed": "按原文件的大部分推测，请核对",
    "default": "原文件里看不出，沿用最接近的版式",
}


class FieldRow(QWidget):
    """Signals: `edited` (spec, value), `reset` (spec), `pointed` (spec, by mouse or keyboard), `left` (spec), `picture_asked`."""

    edited = Signal(object, object)
    reset = Signal(object)
    pointed = Signal(object)
    left = Signal(object)
    picture_asked = Signal()

    def __init__(self, spec: FieldSpec, offers: Offers) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.spec = spec
        self.name = QLabel(spec.words.name)
        self.name.setFixedWidth(_NAME_PX)
        self.name.setProperty("role", "valueName")
        self.editor = editor_for(spec, offers)
        wide = isinstance(self.editor, TextEditor | PictureEditor)
        self.editor.setMinimumWidth(_EDITOR_PX if wide else 0)
        self.editor.setMaximumWidth(16_777_215 if wide else _EDITOR_PX)
        self.there = ElidedLabel()
        self.there.setProperty("role", "quiet")
        self.face = ElidedLabel(self)
        self.face.setProperty("role", "quiet")
        self.face.hide()
        self.back = small_button("undo", "改成和对照的版式一样")
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keeping = self.back.sizePolicy()
        keeping.setRetainSizeWhenHidden(not (wide or spec.kind == "family"))  # no row is higher once its value differs
        self.back.setSizePolicy(keeping)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("tone", "warning")
        self.trouble.hide()
        self.how = QLabel()
        self.how.setProperty("role", "tag")
        self._long = spec.pattern in ("description", "footer.recipients.*.text", "footer.sets.*.text")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 1, 0, 1)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.name, 0, 0, Qt.AlignmentFlag.AlignTop if self._long else Qt.AlignmentFlag.AlignVCenter)
        beside, below = QHBoxLayout(), QHBoxLayout()
        beside.setSpacing(6)
        below.setSpacing(2)
        beside.addWidget(self.editor, 1 if wide else 0)
        beside.addWidget(self.how)
        beside.addWidget(self.face)
        comparing = below if wide or spec.kind == "family" else beside
        comparing.addWidget(self.there)
        comparing.addWidget(self.back)
        below.addStretch(1)
        if not wide:
            beside.addStretch(1)
        grid.addLayout(beside, 0, 1)
        grid.addLayout(below, 1, 1)
        grid.addWidget(self.trouble, 2, 1)
        grid.setColumnStretch(1, 1)
        self.editor.edited.connect(lambda value: self.edited.emit(self.spec, value))
        self.editor.left.connect(lambda: self.left.emit(self.spec))
        self.back.clicked.connect(lambda _=False: self.reset.emit(self.spec))
        if isinstance(self.editor, PictureEditor):
            self.editor.asked.connect(self.picture_asked)
        self.editor.box.installEventFilter(self)

    def show_value(self, value: Value, there: Value | None, compared: bool, note: FoundValue | None) -> None:
        """Show the value; `there` is what the other template holds, None where it has no such entry."""
        self.editor.show_value(value)
        differs = compared and there != value
        redress(self.name, "changed", "true" if differs else "false")
        self.there.setVisible(differs)
        self.back.setVisible(differs and there is not None)
        if differs:
            words = self.spec.shown(there)
            self.there.setText(f"对照：{words}")
            self.there.setToolTip(words)
        self.how.setVisible(note is not None and note.how != "default")
        if note is not None:
            self.how.setText(HOW_WORDS[note.how])
            self.how.setToolTip("，".join(part for part in (note.shown, HOW_HELP[note.how], note.note) if part))

    def show_face(self, words: str) -> None:
        """Say of a family whether this machine has it."""
        self.face.setText(words)
        self.face.setVisible(bool(words))

    def show_wrong(self, sentence: str) -> None:
        """Say right at the value why another one was refused; "" takes that away."""
        redress(self.name, "wrong", "true" if sentence else "false")
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        """Tell when the keyboard comes."""
        if event.type() is QEvent.Type.FocusIn:
            self.pointed.emit(self.spec)
        return super().eventFilter(box, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell when the mouse comes."""
        self.pointed.emit(self.spec)
        super().enterEvent(event)
