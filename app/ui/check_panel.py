"""What was found becomes the 校对 panel: counts, rows grouped by level and article, and what can be done about the one at hand."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.desk.finding_rows import Stood, alike, level_rows, stood
from app.proof.finding import Finding
from app.ui.check_desk import CheckDesk, counts_words
from app.ui.check_rows import CheckRows
from app.ui.later import LONG_PAUSE_MS, Later
from app.ui.mend_desk import MendDesk
from app.ui.session import Session

_LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
_STAND_TIP = "这一期里不再提示这一处（Ctrl+F7）"


class CheckPanel(QWidget):
    """Shows what its `desk` has found. `rule_asked` wants to see the level of a rule."""

    rule_asked = Signal(str)

    def __init__(self, session: Session, desk: CheckDesk, mend: MendDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBody")
        self._session, self._desk, self._mend = session, desk, mend
        self._stood: Stood | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        self.counts = QLabel()
        self.counts.setProperty("role", "title")
        column.addWidget(self.counts)
        self.rows = CheckRows()
        self.rows.found_chosen.connect(desk.choose)
        self.rows.stood_chosen.connect(self._choose_stood)
        column.addWidget(self.rows, 1)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.message)
        self.why = QLabel()
        self.why.setProperty("role", "quiet")
        self.why.setWordWrap(True)
        self.why.setTextFormat(Qt.TextFormat.RichText)
        self.why.setTextInteractionFlags(_LINKS)
        self.why.linkActivated.connect(self.rule_asked)
        column.addWidget(self.why)
        self.fix = self._button("改正", "改成建议的写法，转到下一处（Alt+F7）", mend.fix_here)
        self.fix_all = self._button("同类全改", "这一类里有改法的全部改好，一步撤销", self._fix_all)
        self.stand = self._button("不改", _STAND_TIP, self._stand)
        self.ignore = self._button("不再提示此词", "以后各期都不再提示这几个字", mend.ignore_here)
        for pair in ((self.fix, self.fix_all), (self.stand, self.ignore)):
            line = QHBoxLayout()
            line.setSpacing(8)
            for button in pair:
                line.addWidget(button, 1)
            column.addLayout(line)
        self._later = Later(self._show, self)
        self._let: tuple[Stood, ...] = ()
        self._let_later = Later(self._follow_let, self, LONG_PAUSE_MS)
        session.opened.connect(self._another)
        session.changed.connect(lambda _: self._take_change())
        desk.found.connect(self._later.soon)
        desk.chosen.connect(self._show_chosen)
        self._show()

    def showEvent(self, event: object) -> None:
        """Show what has been found meanwhile."""
        self._later.now()
        super().showEvent(event)  # type: ignore[arg-type]

    def changeEvent(self, event: QEvent) -> None:
        """In other colours the link has another one; a label that says the same would keep the old."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "why"):
            words = self.why.text()
            self.why.clear()
            self.why.setText(words)

    def _button(self, words: str, tip: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        button.clicked.connect(lambda _=False: act())
        return button

    def _another(self) -> None:
        self._stood = None
        self.rows.forget()
        self._later.soon()

    def _take_change(self) -> None:
        issue = self._session.issue
        if issue is not None and (self._let or issue.passed):
            self._let_later.soon()

    def _follow_let(self) -> None:
        """What was let stand changes by undo and by typing, too, though nothing else may be found."""
        issue = self._session.issue
        if issue is not None and stood(issue) != self._let:
            self._show()

    def _show(self) -> None:
        if not self.isVisible() and self.rows.topLevelItemCount():
            return
        issue, desk = self._session.issue, self._desk
        self.counts.setText(_state_words(desk) if issue else "")
        self._let = stood(issue) if issue is not None else ()
        if issue is None:
            self.rows.clear()
        else:
            self.rows.show_found(level_rows(desk.findings, issue, desk.names), self._let, issue, desk.names)
        if self._stood is not None and (issue is None or self._stood.passed not in issue.passed):
            self._stood = None
        self._show_at_hand()

    def _show_chosen(self) -> None:
        self._stood = None
        self._show_at_hand()

    def _show_at_hand(self) -> None:
        finding, let = self._desk.at_hand, self._stood
        rule = let.passed.rule if let else finding.rule if finding else ""
        name, source = self._desk.names.get(rule, ("", ""))
        told = _told(finding) if finding else "按 F7 从光标处看下一处；点一行就到那里。"
        self.message.setText(f"“{let.around}”这一期里不再提示。" if let else told)
        self.why.setText(_why(name, source, rule) if rule else "")
        same = len(alike(self._desk.findings, finding)) if finding and not let else 0
        self.fix.setEnabled(finding is not None and finding.fix is not None and not let)
        self.fix_all.setEnabled(same > 1)
        self.fix_all.setText(f"同类全改（{same}）" if same > 1 else "同类全改")
        self.stand.setText("恢复提示" if let else "不改")
        self.stand.setToolTip("这一处又会提示" if let else _STAND_TIP)
        self.stand.setEnabled(finding is not None or let is not None)
        self.ignore.setEnabled(finding is not None and finding.of_a_word and not let)
        self.rows.show_chosen(None if let else finding)

    def _choose_stood(self, let: Stood) -> None:
        self._desk.point_at(None)
        self._desk.show_place(let.passed.block, let.start, let.start + len(let.passed.words))
        self._stood = let
        self._show_at_hand()

    def _stand(self) -> None:
        if self._stood is not None:
            self._mend.heed(self._stood.passed)
        else:
            self._mend.let_stand_here()

    def _fix_all(self) -> None:
        if self._desk.at_hand is not None:
            self._mend.fix_all(alike(self._desk.findings, self._desk.at_hand))


def _state_words(desk: CheckDesk) -> str:
    """How much was found, or that nothing could be yet."""
    if not desk.on:
        return "“边写边校对”没有打开"
    return counts_words(desk.findings) if not desk.unread or desk.findings else "正在校对…" if desk.busy else "还没有校对"


def _why(name: str, source: str, rule: str) -> str:
    """Why, and the way to the rule's level in 校对设置; without a line under the words, the panel is calm."""
    link = f'<a href="{escape(rule)}" style="text-decoration: none"><nobr>调整这条规则</nobr></a>'
    return f"为什么：{escape(name)}。依据：{escape(source)}　{link}"


def _told(finding: Finding) -> str:
    fixed = "" if finding.fix is None else f"　改为：{finding.fix or '（删去）'}"
    return f"{finding.message}{fixed}"
