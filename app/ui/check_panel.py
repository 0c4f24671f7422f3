"""What was found becomes the 校对 panel: counts, rows grouped by level and article, and what can be done about the one at hand."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from app.edit.tree import article_of_block
from app.model.issue import Issue, joined_title
from app.proof.finding import LEVEL_WORDS, Finding, Level
from app.ui.check_desk import CheckDesk, counts_words
from app.ui.check_marks import COLOURS
from app.ui.later import Later
from app.ui.session import Session

_ROW_PX = 26
_WORDS, _TITLE = 12, 16
_LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
_FINDING = Qt.ItemDataRole.UserRole


class CheckPanel(QWidget):
    """Shows what its `desk` has found. `rule_asked` wants to see the level of a rule."""

    rule_asked = Signal(str)

    def __init__(self, session: Session, desk: CheckDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBody")
        self._session, self._desk = session, desk
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        self.counts = QLabel()
        self.counts.setProperty("role", "title")
        column.addWidget(self.counts)
        self.rows = QTreeWidget()
        self.rows.setHeaderHidden(True)
        self.rows.setIndentation(12)
        self.rows.setUniformRowHeights(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.rows.setAccessibleName("校对意见")
        self.rows.itemClicked.connect(self._choose)
        self.rows.itemActivated.connect(self._choose)
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
        self.fix = self._button("改正", "改成建议的写法，转到下一处（Alt+F7）", desk.fix_here)
        self.fix_all = self._button("同类全改", "这一类里有改法的全部改好，一步撤销", self._fix_all)
        self.stand = self._button("不改", "这一期里不再提示这一处（Ctrl+F7）", desk.let_stand_here)
        self.ignore = self._button("不再提示此词", "以后各期都不再提示这几个字", desk.ignore_word)
        for pair in ((self.fix, self.fix_all), (self.stand, self.ignore)):
            line = QHBoxLayout()
            line.setSpacing(8)
            for button in pair:
                line.addWidget(button, 1)
            column.addLayout(line)
        self._later = Later(self._show, self)
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

    def _show(self) -> None:
        if not self.isVisible() and self.rows.topLevelItemCount():
            return
        issue, findings = self._session.issue, self._desk.findings
        self.counts.setText(counts_words(findings) if issue else "")
        self.rows.clear()
        if issue is not None:
            for level in LEVEL_WORDS:
                own = [one for one in findings if one.level is level]
                if own:
                    self.rows.addTopLevelItem(self._group(level, own, issue))
            self.rows.expandAll()
        self._show_chosen()

    def _group(self, level: Level, findings: list[Finding], issue: Issue) -> QTreeWidgetItem:
        group = _item(f"{LEVEL_WORDS[level]}　{len(findings)}")
        group.setForeground(0, QBrush(COLOURS[level]))
        parts: dict[str, QTreeWidgetItem] = {}
        for finding in findings:
            title = _part_of(issue, finding.key)
            if title not in parts:
                parts[title] = _item(title)
                group.addChild(parts[title])
            row = _item(f"{_short(finding.words, _WORDS)}　{finding.message}")
            row.setData(0, _FINDING, finding)
            row.setToolTip(0, finding.message)
            parts[title].addChild(row)
        return group

    def _show_chosen(self) -> None:
        finding = self._desk.at_hand
        name, source = self._desk.names.get(finding.rule, ("", "")) if finding else ("", "")
        self.message.setText(_told(finding) if finding else "按 F7 从光标处看下一处；点一行就到那里。")
        self.why.setText(_why(name, source, finding.rule) if finding else "")
        same = sum(one.rule == finding.rule and one.fix is not None for one in self._desk.findings) if finding else 0
        self.fix.setEnabled(finding is not None and finding.fix is not None)
        self.fix_all.setEnabled(same > 1)
        self.fix_all.setText(f"同类全改（{same}）" if same > 1 else "同类全改")
        self.stand.setEnabled(finding is not None)
        self.ignore.setEnabled(finding is not None and finding.of_a_word)
        row = self._row_of(finding) if finding else None
        if row is not None:
            self.rows.setCurrentItem(row)
            self.rows.scrollToItem(row)

    def _row_of(self, finding: Finding) -> QTreeWidgetItem | None:
        walk = QTreeWidgetItemIterator(self.rows)
        while (row := walk.value()) is not None:
            if row.data(0, _FINDING) == finding:
                return row
            walk += 1
        return None

    def _choose(self, item: QTreeWidgetItem) -> None:
        finding = item.data(0, _FINDING)
        if isinstance(finding, Finding):
            self._desk.choose(finding)

    def _fix_all(self) -> None:
        if self._desk.at_hand is not None:
            self._desk.fix_all(self._desk.at_hand.rule)


def _why(name: str, source: str, rule: str) -> str:
    """Why, and the way to the rule's level in 校对设置; without a line under the words, the panel is calm."""
    link = f'<a href="{escape(rule)}" style="text-decoration: none">调整这条规则</a>'
    return f"为什么：{escape(name)}。依据：{escape(source)}　{link}"


def _item(words: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([words])
    item.setSizeHint(0, QSize(0, _ROW_PX))
    return item


def _part_of(issue: Issue, block: int) -> str:
    """The article, or the part of the issue, that a block belongs to."""
    place = article_of_block(issue, block)
    if place is not None:
        return _short(joined_title(place.article.title) or "（没有标题的文章）", _TITLE)
    footer = {line.paragraph.id for line in issue.footer.recipients} | {p.id for p in (issue.footer.editors, issue.footer.copies) if p}
    return "报尾" if block in footer else "栏目" if any(s.name and s.name.id == block for s in issue.sections) else "报头"


def _told(finding: Finding) -> str:
    fixed = "" if finding.fix is None else f"　改为：{finding.fix or '（删去）'}"
    return f"{finding.message}{fixed}"


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
