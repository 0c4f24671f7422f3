"""What the office sets for 采用统计 becomes a dialog: groups, points, lines by hand, forms of table; every edit is told at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from app.desk.statistics.sheets.forms import copied, forms_of
from app.desk.statistics.sheets.members import with_units
from app.model.statistics import SUBJECT, StatisticsRules
from app.ui.asking import Asker
from app.ui.fields import field_label
from app.ui.message_bar import MessageBar
from app.ui.sheet_page import SheetPage
from app.ui.statistics_looks import LOOKS
from app.ui.style import redress

_SIZE = (1100, 600)
_LONGEST_SUBJECT = 12


class StatisticsSettings(QDialog):
    """`edited` brings the rules before and after. `undo_asked` wants the last step back."""

    edited = Signal(object, object)
    undo_asked = Signal()

    def __init__(self, asker: Asker, folder: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("统计设置")
        self.resize(*_SIZE)
        self._rules: StatisticsRules | None = None
        self._ungrouped: tuple[str, ...] = ()
        self._warned = False
        self.bar = MessageBar()
        self.members, self.points, self.hands, self.forms = self.sheets = tuple(SheetPage(look, asker, folder) for look in LOOKS)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("统计设置")
        for sheet in self.sheets:
            self.tabs.addTab(sheet, sheet.look.sheet.name)
            sheet.edited.connect(self._take_edit)
            sheet.failed.connect(lambda sentence: self.bar.say("warning", sentence))
            self.finished.connect(sheet.release)
        self.even = QCheckBox("综合稿的分由各单位平分（不选，就是各得全分）")
        self.even.toggled.connect(self._take_even)
        self.copy_form = QPushButton("照选中的表样另做一张")
        self.copy_form.clicked.connect(lambda: self._copy_form())
        self.subject = QLineEdit()
        self.subject.setMaxLength(_LONGEST_SUBJECT)
        self.subject.setMaximumWidth(160)
        self.subject.setToolTip("统计表和通报的标题里用：2026年3月政务信息报送采用情况统计表")
        self.subject_label = field_label("标题里叫作", self.subject)
        self.subject.editingFinished.connect(lambda: self._take_subject())
        self.more = QPushButton()
        self.more.setToolTip("来稿箱和签发的各期里有、还没有列进哪一组的单位，加在最后，组名写作“未分组”，再改成要的")
        self.more.clicked.connect(lambda: self._take_units())
        self.said = QLabel()
        self.undo = QPushButton("撤销")
        self.undo.setProperty("quiet", "true")
        self.undo.setToolTip("撤销刚才这一步（Ctrl+Z）")
        self.undo.clicked.connect(lambda: self.undo_asked.emit())
        self.shut = QPushButton("关闭")
        self.shut.clicked.connect(lambda: self.reject())
        for button in (self.more, self.copy_form, self.undo, self.shut):
            button.setAutoDefault(False)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.undo.click)
        self._assemble()
        self.tabs.currentChanged.connect(lambda _: self._show_tools())
        self._show_tools()
        self.allow_undo(on=False)

    def serve(self, rules: StatisticsRules, ungrouped: Sequence[str], *, writable: bool) -> None:
        """Show the rules as they are now; `ungrouped` are units that have been counted and stand in no group."""
        self._rules, self._ungrouped = rules, tuple(ungrouped)
        self.more.setText(f"列入没有分组的单位（{len(ungrouped)}）" if ungrouped else "列入没有分组的单位")
        self.more.setEnabled(writable and bool(ungrouped))
        for sheet in self.sheets:
            sheet.set_read_only(not writable)
            sheet.show_lists(rules)
        self.even.setEnabled(writable)
        self.copy_form.setEnabled(writable)
        self.subject.setEnabled(writable)
        if not self.subject.hasFocus():
            self.subject.setText(rules.subject)
        self.even.blockSignals(True)
        self.even.setChecked(rules.even_joint)
        self.even.blockSignals(False)
        if not writable:
            self.bar.say("warning", "来稿库现在只能看不能改。")

    @property
    def rules(self) -> StatisticsRules | None:
        """The rules as they stand here."""
        return self._rules

    def finish(self) -> None:
        """Take over the cell that is being written."""
        for sheet in self.sheets:
            sheet.finish()

    def allow_undo(self, *, on: bool) -> None:
        """Whether there is something to take back."""
        self.undo.setVisible(on)

    def say(self, words: str) -> None:
        """Say what was done."""
        self.said.setText(words)
        redress(self.said, "tone", "done")

    def fail(self, sentence: str) -> None:
        """Say what was not done."""
        self.bar.say("error", sentence)

    def reject(self) -> None:
        """Close; rows that are not right yet are told first."""
        self.finish()
        wrong = sum(sheet.unfinished for sheet in self.sheets)
        if wrong and not self._warned:
            self._warned = True
            self.tabs.setCurrentWidget(next(sheet for sheet in self.sheets if sheet.unfinished))
            self.bar.say("warning", f"有 {wrong} 行还没有写好，没有收进去。改好再关，或者再点一次“关闭”，就不要这几行了。")
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross in the corner is no other way out."""
        self.reject()
        event.setAccepted(not self.isVisible())

    def _assemble(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self.even, self.more, self.copy_form, self.subject_label, self.subject, self.said, self.undo):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.shut)
        within = QVBoxLayout()
        within.setContentsMargins(20, 10, 20, 0)
        within.setSpacing(12)
        within.addWidget(self.tabs, 1)
        within.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(within, 1)

    def _show_tools(self) -> None:
        self.even.setVisible(self.tabs.currentWidget() is self.points)
        self.more.setVisible(self.tabs.currentWidget() is self.members)
        for widget in (self.copy_form, self.subject_label, self.subject):
            widget.setVisible(self.tabs.currentWidget() is self.forms)

    def _take_even(self, on: bool) -> None:
        if self._rules is not None:
            self._change(replace(self._rules, even_joint=on), "")

    def _take_subject(self) -> None:
        words = "".join(self.subject.text().split()) or SUBJECT
        self.subject.setText(words)
        if self._rules is not None and words != self._rules.subject:
            self._change(replace(self._rules, subject=words), "")

    def _take_units(self) -> None:
        if self._rules is not None and self._ungrouped:
            units, self._ungrouped = self._ungrouped, ()
            self.more.setEnabled(False)
            self._change(with_units(self._rules, units), f"列入了 {len(units)} 个单位，在最后，把“未分组”改成要的组名。")

    def _copy_form(self) -> None:
        """The form of the chosen row once more, under a name that is free."""
        rows = self.forms.table.chosen
        if self._rules is None or not rows:
            self.bar.say("info", "先在表里选中一行，就照它所在的表样另做一张。")
            return
        form, names = self.forms.model.draft(rows[0]).cells[0], forms_of(self._rules)
        name = next(name for number in range(2, 100) if (name := f"{form}{number}") not in names)
        self._change(copied(self._rules, form, name), f"另做了一张“{name}”，在最下面，把名称和各栏改成要的。")

    def _take_edit(self, rules: StatisticsRules, words: str) -> None:
        self._warned = False
        self._change(rules, words)

    def _change(self, rules: StatisticsRules, words: str) -> None:
        before, self._rules = self._rules, rules
        if before is not None and before != rules:
            for sheet in self.sheets:
                sheet.show_lists(rules)
            self.edited.emit(before, rules)
        self.say(words)
