"""The template at hand becomes its values to edit: those of a group, those found by a word, or those that differ from another template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.desk.found_look import FoundValue
from app.desk.template_draft import Draft
from app.desk.template_shelf import differing
from app.model.template import Template
from app.model.template_fields import STANDING_TEXTS, FieldSpec, ListSpec, Value, template_fields, template_lists, value_of
from app.model.template_presets import preset_name
from app.ui.fields import ChoiceField, TextField, field_label
from app.ui.template_editors import Offers
from app.ui.template_form import Shown, TemplateForm
from app.ui.template_row import HOW_HELP, HOW_WORDS

_GRID = "字格"
_HELP_LINES = 3
_STANDING = "眼前这一期的文字在“内容”里改，改这里的只管以后新建的。"
_NONE = "没有符合的项。"
_STILL = "仍用"
_HINT = "鼠标或光标在哪一项，这里就有那一项的说明。"


class TemplateValues(QWidget):
    """Shows the values; what is done with them comes out of `form` and of these signals.

    Signals: `compared` (place in the list of what it can be compared with), `preset_chosen` and `preset_dropped` (name), `preset_kept`,
    `all_reset`, `listed` (counts of what differs by group changed).
    """

    compared = Signal(int)
    preset_chosen = Signal(str)
    preset_kept = Signal()
    preset_dropped = Signal(str)
    all_reset = Signal()
    listed = Signal()

    def __init__(self, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = TemplateForm(offers)
        self.group = ""
        self.of_issue = False
        self.groups: tuple[str, ...] = ()
        self.counts: Counter[str] = Counter()
        self._draft: Draft | None = None
        self._other: Template | None = None
        self._specs: tuple[FieldSpec, ...] = ()
        self._lists: tuple[ListSpec, ...] = ()
        self._error = ("", "")
        self._stay: frozenset[str] = frozenset()
        self.search = TextField("找一项，如 行距、字号、红线")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("找一项")
        self.search.textChanged.connect(lambda _: self._show())
        self.other = QComboBox()
        self.other.activated.connect(self.compared)
        self.only = QPushButton("只看不同")
        self.only.setCheckable(True)
        self.only.setToolTip("只列和对照的版式不同的项")
        self.only.setProperty("toggle", "true")
        self.only.setAutoDefault(False)
        self.only.toggled.connect(lambda _: self._show_anew())
        self.reset_all = QPushButton("全部还原")
        self.reset_all.setProperty("quiet", "true")
        self.reset_all.setAutoDefault(False)
        self.reset_all.setToolTip("除名称和说明外，全部改成和对照的版式一样（可以撤销）")
        self.reset_all.clicked.connect(lambda _=False: self.all_reset.emit())
        self.preset = ChoiceField(())
        self.preset.setAccessibleName("套用预设")
        self.preset.chosen.connect(self.preset_chosen)
        self.keep_preset, self.drop_preset = QPushButton("记作预设"), QPushButton("删去这个预设")
        self.keep_preset.setToolTip("把现在的每行字数、每面行数和左右边距记成一个预设")
        for button in (self.keep_preset, self.drop_preset):
            button.setProperty("quiet", "true")
            button.setAutoDefault(False)
        self.keep_preset.clicked.connect(lambda _=False: self.preset_kept.emit())
        self.drop_preset.clicked.connect(lambda _=False: self.preset_dropped.emit(str(self.preset.currentData())))
        self.help = QLabel(_HINT)
        self.help.setWordWrap(True)
        self.help.setProperty("role", "quiet")
        self.help.setMinimumHeight(self.help.fontMetrics().lineSpacing() * _HELP_LINES + 4)
        self._assemble()
        self.form.pointed.connect(self._explain)

    def _assemble(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.search, 1)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(field_label("对照", self.other))
        second.addWidget(self.other, 1)
        second.addWidget(self.only)
        second.addWidget(self.reset_all)
        self._presets = QWidget()
        third = QHBoxLayout(self._presets)
        third.setContentsMargins(0, 0, 0, 0)
        third.addWidget(field_label("套用预设", self.preset))
        third.addWidget(self.preset)
        third.addWidget(self.keep_preset)
        third.addWidget(self.drop_preset)
        third.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._presets)
        column.addWidget(self.form, 1)
        column.addWidget(self.help)

    def show_draft(self, draft: Draft, other: Template | None) -> None:
        """Show a template beside the one that it is compared with."""
        if self._draft is None or self._draft.template is not draft.template:
            self._specs, self._lists = template_fields(draft.template), template_lists(draft.template)
        self._draft, self._other = draft, other
        self._error = ("", "")
        self.groups = tuple(dict.fromkeys(spec.words.group for spec in self._specs))
        if self.group not in self.groups:
            self.group = self.groups[1]
        self._show()

    def show_others(self, names: Sequence[str], at: int) -> None:
        """List what it can be compared with."""
        self._stay = frozenset()
        self._error = ("", "")
        self._say(_HINT)
        with QSignalBlocker(self.other):
            self.other.clear()
            self.other.addItems(names)
            self.other.setCurrentIndex(at)

    def show_group(self, group: str) -> None:
        """Show the values of a group, and not what was searched for."""
        with QSignalBlocker(self.search), QSignalBlocker(self.only):
            self.search.clear()
            self.only.setChecked(False)
        self.group = group
        self._show()

    def look_for(self, words: str) -> None:
        """Show the values with these words, in all groups."""
        with QSignalBlocker(self.search), QSignalBlocker(self.only):
            self.search.setText(words)
            self.only.setChecked(False)
        self._show()

    @property
    def refused(self) -> str:
        """The key of a value that was refused and still stands in its field; "" without one."""
        key, sentence = self._error
        return "" if _STILL in sentence else key

    def refuse(self, key: str, sentence: str) -> None:
        """Say at the field why a value is not taken."""
        self._error = (key, sentence)
        self.form.show_error(key, sentence)

    def still(self, held: Template) -> str:
        """Why the value was refused, and what holds in its stead."""
        key, sentence = self._error
        spec, value = next((one for one in self._specs if one.key == key), None), value_of(held, key)
        return f"{sentence}{_STILL}{_beside(spec.shown(value))}。" if spec and value is not None else sentence

    def _show_anew(self) -> None:
        self._stay = frozenset()
        self._show()

    def _show(self) -> None:
        draft = self._draft
        if draft is None:
            return
        other = self._other
        found = differing(draft.template, other) if other is not None else ()
        keys = frozenset(one.spec.key for one in found)
        self.counts = Counter(one.spec.words.group for one in found if one.here is not None)
        missing = tuple(f"{one.spec.full_name}：{one.spec.shown(one.there)}" for one in found if one.here is None)
        only = self.only.isChecked()
        filtered = bool(self.search.text().strip()) or self.only.isChecked()
        self._stay |= keys  # a row that is being written stays, though it differs no more
        specs = tuple(spec for spec in self._specs if self._wanted(spec, self._stay))
        nothing = "" if specs else _NONE if keys else f"没有不同，各项都和“{self.other.currentText()}”一样。"
        self.form.show_fields(
            Shown(draft.template, specs, () if filtered else self._lists, other, keys, draft.notes, missing if only else (), nothing)
        )
        self.form.show_error(*self._error)
        self._show_presets(draft.template, filtered)
        self.only.setText(f"只看不同（{len(keys)}）" if keys else "只看不同")
        self.reset_all.setEnabled(bool(keys))
        self.listed.emit()

    def _wanted(self, spec: FieldSpec, only: frozenset[str]) -> bool:
        if self.only.isChecked() and spec.key not in only:
            return False
        words = self.search.text().split()
        if words:
            note = self._draft.notes.get(spec.key) if self._draft else None
            text = f"{spec.full_name}{spec.words.help}{spec.key}{HOW_WORDS[note.how] if note else ''}"
            return all(word.lower() in text.lower() for word in words)
        return self.only.isChecked() or spec.words.group == self.group

    def _show_presets(self, template: Template, filtered: bool) -> None:
        names = [name for name, _ in template.presets]
        self._presets.setVisible(not filtered and self.group == _GRID)
        with QSignalBlocker(self.preset):
            self.preset.clear()
            for name in names:
                characters, _, lines = name.partition("x")
                words = f"每行 {characters} 字，每面 {lines} 行" if characters.isdecimal() and lines.isdecimal() else name
                self.preset.addItem(words, name)
            self.preset.setCurrentIndex(self.preset.findData(preset_name(template)))
        self.preset.setEnabled(bool(names))
        self.drop_preset.setEnabled(self.preset.currentIndex() >= 0)

    def _explain(self, spec: FieldSpec) -> None:
        bounds = f"可填 {spec.range}。" if spec.range else ""
        source = f"（{spec.words.source}）" if spec.words.source else ""
        note = self._draft.notes.get(spec.key) if self._draft else None
        standing = _STANDING if self.of_issue and spec.pattern in STANDING_TEXTS else ""
        name = "" if spec.words.help.startswith(spec.name) else f"{spec.name}："
        self._say(f"{name}{spec.words.help}{source}。{bounds}{standing}{_told(note)}")

    def _say(self, words: str) -> None:
        self.help.setText(words)


def refusal(spec: FieldSpec, value: Value, why: str) -> str:
    """Why a value is not taken; a reason that lies with another value is said to be of this one."""
    name = f"“{spec.name}”"
    return why if why.startswith(name) else f"{name}不能是{_beside(spec.shown(value))}：{why}"


def _beside(words: str) -> str:
    """A value behind words: figures stand off from them."""
    return f" {words}" if words[:1].isascii() else f"“{words}”"


def _told(note: FoundValue | None) -> str:
    """How a value was come by, where it was taken from a printed issue."""
    if note is None:
        return ""
    return "，".join(part for part in (HOW_HELP[note.how], note.shown and f"原文件是 {note.shown}", note.note) if part) + "。"
