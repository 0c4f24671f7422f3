"""A reading becomes what the clerk looks over before it goes into an issue: what was recognised, what was repaired, and where to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.importers.found import Structure
from app.importers.intake import Intake, ReadOptions
from app.records import dataclass
from app.ui.elided_label import ElidedLabel
from app.ui.found_view import FoundView
from app.ui.pending_list import PendingList
from app.ui.repairs import Choices, Key, rule_names, summary
from app.ui.repairs_view import RepairsView
from app.ui.tasks import TaskRunner

Read = Callable[[ReadOptions], Intake]

_LARGE_CHARACTERS = 200_000
"""A longer text is read again off the window's thread."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What to do with the text: a new issue in `template`, or into the open one, into the 栏目 `section` (0: after the article at hand).

    `unlooked` are the words of what waited for the clerk and was not decided; they stay in the text.
    """

    structure: Structure
    new_issue: bool
    template: str
    section: int = 0
    unlooked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """Where articles can go: names of templates, 栏目 (id, name) of the open issue, and what that one is called ("" for none)."""

    templates: Sequence[str]
    sections: Sequence[tuple[int, str]] = ()
    open_issue: str = ""


class ImportDialog(QDialog):
    """Shows a reading; switching a repair off reads again. `plan` says what was decided once it is accepted.

    `rules_changed` brings the ids of the kinds of repairs that this office does not want from now on.
    """

    rules_changed = Signal(object)

    def __init__(
        self, read: Read, first: Intake, places: Places, parent: QWidget | None = None, off_rules: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("导入来稿")
        self.resize(940, 620)
        self._read = read
        self._encoding = first.encoding if len(first.encodings) > 1 else None
        self._choices = Choices(off_rules=off_rules)
        unwanted = any(repair.rule in off_rules for repair in first.repairs)
        self._all = self._shown = read(self._choices.first(self._encoding)) if unwanted else first
        self._places = places
        self._runner = TaskRunner(self)
        self._stale = False
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addLayout(self._notes())
        middle = QHBoxLayout()
        middle.setSpacing(16)
        self._found = FoundView()
        middle.addLayout(_titled("认出的内容", self._found), 10)
        middle.addLayout(self._repairs_side(), 12)
        column.addLayout(middle, 1)
        column.addLayout(self._target())
        column.addLayout(self._buttons())
        self._read_again()

    @property
    def plan(self) -> ImportPlan:
        """What was decided."""
        section = int(self._section.currentData() or 0)
        left = tuple(repair.before for repair in self._choices.undecided(self._all.repairs))
        return ImportPlan(self._shown.structure, self._new.isChecked(), self._template.currentText(), section, left)

    @property
    def summary_text(self) -> str:
        """修正 42 处，待确认 2 处."""
        return self._summary.text()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        name = QLabel(self._all.name or "剪贴板")
        name.setProperty("role", "heading")
        row.addWidget(name)
        row.addStretch(1)
        self._encoding_box = QComboBox()
        for encoding in self._all.encodings:
            self._encoding_box.addItem(encoding)
        self._encoding_box.setVisible(len(self._all.encodings) > 1)
        self._encoding_box.setToolTip("文字显示不对时换一种编码")
        self._encoding_box.currentTextChanged.connect(self._change_encoding)
        row.addWidget(self._encoding_box)
        self.simplify = QCheckBox("这篇是繁体字，转换成简体字")
        self.simplify.setVisible(self._all.traditional)
        self.simplify.toggled.connect(self._simplify)
        row.addWidget(self.simplify)
        self._summary = QLabel()
        self._summary.setProperty("role", "tag")
        row.addWidget(self._summary)
        return row

    def _notes(self) -> QHBoxLayout:
        """What the clerk should know of the file: 批注, 修订, 图片 that are not in the text; a button shows the first two in full."""
        row = QHBoxLayout()
        notes = QLabel("\n".join(self._all.notes))
        notes.setProperty("role", "quiet")
        notes.setTextFormat(Qt.TextFormat.PlainText)
        notes.setWordWrap(True)
        notes.setVisible(bool(self._all.notes))
        row.addWidget(notes, 1)
        self.remarks = QPushButton(f"批注和修订（{len(self._all.remarks)} 处）")
        self.remarks.setProperty("quiet", "true")
        self.remarks.setVisible(bool(self._all.remarks))
        self.remarks.clicked.connect(self._show_remarks)
        row.addWidget(self.remarks, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _show_remarks(self) -> None:
        from app.ui.remarks_dialog import RemarksDialog

        dialog = RemarksDialog(self._all.remarks, self)
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def _repairs_side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self._pending_title = QLabel("待确认：较长的文字要删去或移走，请看一眼")
        self._pending_title.setProperty("role", "field")
        self._pending = PendingList()
        self._pending.decided.connect(self._decide)
        column.addWidget(self._pending_title)
        column.addWidget(self._pending, 2)
        title = QLabel("已修正：去掉勾选就不改")
        title.setProperty("role", "field")
        self._repairs = RepairsView()
        self._repairs.switched.connect(self._switch)
        self._repairs.rule_refused.connect(self._refuse_rule)
        column.addWidget(title)
        column.addWidget(self._repairs, 3)
        column.addWidget(self._off_rules_line())
        return column

    def _off_rules_line(self) -> QWidget:
        self._off_line = QWidget()
        row = QHBoxLayout(self._off_line)
        row.setContentsMargins(0, 0, 0, 0)
        self._off_words = ElidedLabel()
        self._off_words.setProperty("role", "quiet")
        again = QPushButton("全部恢复")
        again.setProperty("quiet", "true")
        again.clicked.connect(lambda: self._set_off_rules(frozenset()))
        row.addWidget(self._off_words)
        row.addWidget(again)
        row.addStretch(1)
        self._show_off_rules()
        return self._off_line

    def _target(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        group = QButtonGroup(self)
        self._into = QRadioButton(f"加进“{self._places.open_issue}”")
        self._new = QRadioButton("编成新的一期，版式用")
        group.addButton(self._into)
        group.addButton(self._new)
        self._section = QComboBox()
        self._section.addItem("当前文章之后", 0)
        for number, name in self._places.sections:
            self._section.addItem(f"栏目“{name}”的末尾", number)
        self._template = QComboBox()
        self._template.addItems(list(self._places.templates))
        self._template.setCurrentText(likely_template(self._all.structure, self._places.templates))
        for widget in (self._into, self._section, self._new, self._template):
            row.addWidget(widget)
        row.addStretch(1)
        has_issue = bool(self._places.open_issue)
        self._into.setVisible(has_issue)
        self._section.setVisible(has_issue)
        whole = self._all.structure.kind == "bulletin"
        (self._new if whole or not has_issue else self._into).setChecked(True)
        self._new.toggled.connect(self._show_target)
        self._show_target()
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._hint = QLabel()
        self._hint.setProperty("role", "quiet")
        row.addWidget(self._hint, 1)
        cancel = QPushButton("取消")
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        self._accept = QPushButton("导入")
        self._accept.setProperty("main", "true")
        self._accept.setDefault(True)
        self._accept.clicked.connect(self.accept)
        row.addWidget(self._accept)
        return row

    def _show_target(self) -> None:
        self._section.setEnabled(self._into.isChecked())
        self._template.setEnabled(self._new.isChecked())

    def _change_encoding(self, encoding: str) -> None:
        self._encoding = encoding
        self._choices = Choices(off_rules=self._choices.off_rules, simplify=self._choices.simplify)
        self._read_all()

    def _read_all(self) -> None:
        """Read from the beginning: other kinds of repairs are on than before."""
        self._all = self._read(self._choices.first(self._encoding))
        self._read_again()

    def _simplify(self, on: bool) -> None:
        self._choices = replace(self._choices, simplify=on)
        self._read_all()

    def _refuse_rule(self, rule: str) -> None:
        """This office wants no such repairs any more."""
        self._set_off_rules(self._choices.off_rules | {rule})

    def _set_off_rules(self, rules: frozenset[str]) -> None:
        self._choices = replace(self._choices, off_rules=rules)
        self._show_off_rules()
        self.rules_changed.emit(rules)
        self._read_all()

    def _show_off_rules(self) -> None:
        names = rule_names()
        off = [names[rule] for rule in sorted(self._choices.off_rules) if rule in names]
        self._off_line.setVisible(bool(off))
        self._off_words.setText(f"本单位不做的修正：{'、'.join(off)}")
        self._off_words.setToolTip("\n".join(off))

    def _switch(self, keys: tuple[Key, ...], on: bool) -> None:
        self._choices = self._choices.switched(keys, on)
        self._read_again(repairs_too=False)

    def _decide(self, key: Key, drop: bool) -> None:
        self._choices = self._choices.decided(key, drop)
        self._read_again(repairs_too=False)

    def _read_again(self, repairs_too: bool = True) -> None:
        repairs = self._all.repairs
        pending = tuple(repair for repair in repairs if repair.pending)
        self._summary.setText(summary(repairs, self._choices))
        if repairs_too:
            self._repairs.show_repairs(self._all, repairs, self._choices)
            self._pending.show_pending(pending, self._choices)
            self._pending.setVisible(bool(pending))
            self._pending_title.setVisible(bool(pending))
        options = self._choices.options(repairs, self._encoding)
        self._stale = self._runner.busy  # what the thread brings then belongs to choices that no longer hold
        if not options.off_items:
            self._show(self._all)
        elif len(self._all.source) <= _LARGE_CHARACTERS:
            self._show(self._read(options))
        elif not self._stale:
            self._accept.setEnabled(False)
            self._hint.setText("正在按您的选择重新整理…")
            self._runner.start("重新整理", lambda task: self._read(options), self._take)

    def _take(self, read: Intake) -> None:
        """Show what the thread read, or read again where another choice has overtaken it."""
        if self._stale:
            self._read_again(repairs_too=False)
        else:
            self._show(read)

    def _show(self, shown: Intake) -> None:
        self._shown = shown
        self._found.show_structure(shown.structure)
        waiting = len(self._choices.undecided(self._all.repairs))
        self._hint.setText(f"还有 {waiting} 处待确认，没有确认的按保留处理。" if waiting else "")
        articles = len(shown.structure.articles)
        self._accept.setText(f"导入 {articles} 篇" if articles else "导入")
        self._accept.setEnabled(True)

    # Qt's own

    def done(self, result: int) -> None:
        """A reading that still runs is waited for: it may not outlive the dialog."""
        self._runner.wait()
        super().done(result)


def likely_template(found: Structure, names: Sequence[str]) -> str:
    """The template whose name has most in common with the masthead; the first one where none has anything."""
    head = "".join(found.masthead)
    return max(names, key=lambda name: sum(name[at : at + 2] in head for at in range(len(name) - 1)), default="")


def _titled(title: str, widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    label = QLabel(title)
    label.setProperty("role", "field")
    column.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    column.addWidget(widget, 1)
    return column
