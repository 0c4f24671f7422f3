"""What the office tells the proofreading becomes one dialog beside the pages: rules, leaders, units, wording, ignored words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from app.model.office_lists import OfficeLists
from app.proof.finding import Finding
from app.proof.office import Office
from app.ui.asking import Asker
from app.ui.ignored_page import IgnoredPage
from app.ui.message_bar import MessageBar
from app.ui.rule_page import RulePage
from app.ui.sheet_looks import LOOKS
from app.ui.sheet_page import SheetPage
from app.ui.style import redress

_SIZE = (1160, 640)


class OfficeDialog(QDialog):
    """Shows the lists; every edit is told at once by `edited` (the lists as they are now). `undo_asked` wants the last one back."""

    edited = Signal(object)
    undo_asked = Signal()

    def __init__(self, asker: Asker, folder: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("校对设置")
        self.resize(*_SIZE)
        self._lists: OfficeLists | None = None
        self._warned = False
        self.bar = MessageBar()
        self.rules = RulePage()
        self.leaders, self.units, self.wording = self.sheets = tuple(SheetPage(look, asker, folder) for look in LOOKS)
        self.ignored = IgnoredPage()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("校对设置")
        self._pages: tuple[RulePage | SheetPage | IgnoredPage, ...] = (self.rules, *self.sheets, self.ignored)
        for page, name in zip(self._pages, ("规则", *(look.sheet.name for look in LOOKS), "不再提示的词"), strict=True):
            self.tabs.addTab(page, name)
            page.edited.connect(self._take_edit)
        for sheet in self.sheets:
            sheet.failed.connect(lambda sentence: self.bar.say("warning", sentence))
            self.finished.connect(sheet.release)
        self.said = QLabel()
        self.undo = QPushButton("撤销")
        self.undo.setProperty("quiet", "true")
        self.undo.setAutoDefault(False)
        self.undo.setToolTip("撤销刚才这一步（Ctrl+Z）")
        self.undo.clicked.connect(lambda _=False: self.undo_asked.emit())
        self.shut = QPushButton("关闭")
        self.shut.setAutoDefault(False)
        self.shut.clicked.connect(lambda _=False: self.reject())
        self.tabs.currentChanged.connect(lambda _: self.say(""))  # what was said is of the page that was left
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.undo.click)
        self._assemble()
        self.allow_undo(False)
        self.wait_for("正在打开来稿库……")

    def serve(self, lists: OfficeLists, delivered: Office, sentence: str = "") -> None:
        """Show the lists over the delivered tables; a sentence says why they can only be read."""
        for sheet in self.sheets:
            sheet.serve(delivered)
        for page in self._pages:
            page.set_read_only(bool(sentence))
        self.tabs.setEnabled(True)
        self.bar.hide()
        if sentence:
            self.bar.say("warning", sentence)
        self.show_lists(lists)

    def finish(self) -> None:
        """Take over the cell that is being written, if one is."""
        for sheet in self.sheets:
            sheet.finish()

    def show_lists(self, lists: OfficeLists) -> None:
        """Show the lists as they are now."""
        self._lists = lists
        for page in self._pages:
            page.show_lists(lists)
        ignored = len(lists.ignored) + len(lists.ignored_by)
        self.tabs.setTabText(self.tabs.indexOf(self.ignored), f"不再提示的词（{ignored}）" if ignored else "不再提示的词")

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say how often each rule has found something in the issue at hand."""
        self.rules.show_findings(findings)

    def wait_for(self, sentence: str) -> None:
        """Say why nothing can be done yet."""
        self.tabs.setEnabled(False)
        self.bar.say("info", sentence)

    def allow_undo(self, on: bool) -> None:
        """Whether there is something to take back."""
        self.undo.setVisible(on)
        if not on:
            self.say("")

    def say(self, words: str) -> None:
        """Say what was done."""
        self.said.setText(words)
        redress(self.said, "tone", "done")

    def say_kept(self) -> None:
        """Say that it is written, where nothing else is said of it."""
        if not self.said.text():
            self.say("存好了，已经生效。")

    def fail(self, sentence: str) -> None:
        """Say what was not done."""
        self.bar.say("error", sentence)

    def show_rule(self, rule: str) -> None:
        """Go to a rule."""
        self.tabs.setCurrentWidget(self.rules)
        self.rules.show_rule(rule)

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(0)
        column.addWidget(self.bar)
        within = QVBoxLayout()
        within.setContentsMargins(20, 10, 20, 0)
        within.setSpacing(12)
        within.addWidget(self.tabs, 1)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.said)
        foot.addWidget(self.undo)
        foot.addStretch(1)
        foot.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignRight)
        within.addLayout(foot)
        column.addLayout(within, 1)

    def _take_edit(self, lists: OfficeLists, words: str) -> None:
        self._warned = False
        changed = self._lists is None or not lists.same(self._lists)
        if changed:
            self.show_lists(lists)
            self.edited.emit(lists)
        if changed or words:
            self.say(words)
