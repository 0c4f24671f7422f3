"""The issue at hand in the archive becomes its particulars, its titles, and buttons for what can be done with it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.desk.looking_up import Line
from app.store.library.archive import ArchivedIssue
from app.ui.archive_words import day_words, hit_words, number_line

_LONGEST_TEXT = 5000
"""Characters of a submission that are shown; a label is no place for a book."""
_NOTHING = "选一期，这里会列出它的文章。"


class ArchiveDetails(QFrame):
    """Signals bring the issue: `open_asked`, `export_asked` (with a suffix), `archive_asked`, `folder_asked`, `next_asked`.

    `mentions_asked` brings the name of a unit, `submission_asked` the id of a submission.
    """

    open_asked = Signal(object)
    export_asked = Signal(object, str)
    archive_asked = Signal(object)
    folder_asked = Signal(object)
    next_asked = Signal(object)
    mentions_asked = Signal(str)
    submission_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(230)
        self._issue: ArchivedIssue | None = None
        self._submission = ""
        self.name = QLabel()
        self.name.setWordWrap(True)
        self.name.setProperty("role", "heading")
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        self.facts.setProperty("role", "quiet")
        self.titles = QLabel(_NOTHING)
        self.titles.setWordWrap(True)
        self.titles.setTextFormat(Qt.TextFormat.RichText)
        self.titles.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.titles.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.titles.linkActivated.connect(self.mentions_asked)
        scroll = QScrollArea()
        scroll.setWidget(self.titles)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.open = self._button("打开看看", "打开签发的那一份，只能看，不会改动")
        self.next = self._button("新建下一期…", "沿用这一期的版式、报头、报送单位和印数")
        self.export = self._button("再导出一份", "和签发时一样，另存到别处")
        menu = QMenu(self.export)
        for suffix, words in ((".pdf", "PDF…"), (".docx", "Word 文档…"), (".ofd", "OFD…")):
            menu.addAction(words).triggered.connect(lambda _=False, suffix=suffix: self._say_export(suffix))
        self.export.setMenu(menu)
        self.folder = self._button("打开归档文件夹", "在系统的文件管理器里打开")
        self.archive = self._button("归档…", "把这一期的 PDF、Word、OFD 等写进年份文件夹")
        self.see = self._button("在来稿箱里看", "打开这份来稿：单位、原件、用在哪一期")
        self.see.clicked.connect(lambda _=False: self.submission_asked.emit(self._submission))
        self.open.clicked.connect(lambda _=False: self.open_asked.emit(self._issue))
        self.next.clicked.connect(lambda _=False: self.next_asked.emit(self._issue))
        self.folder.clicked.connect(lambda _=False: self.folder_asked.emit(self._issue))
        self.archive.clicked.connect(lambda _=False: self.archive_asked.emit(self._issue))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 0, 0)
        column.setSpacing(8)
        for part in (self.name, self.facts):
            column.addWidget(part)
        column.addWidget(scroll, 1)
        for button in (self.see, self.open, self.next, self.export, self.folder, self.archive):
            column.addWidget(button)
        self.show_issue(None)

    @property
    def issue(self) -> ArchivedIssue | None:
        """The issue that is shown."""
        return self._issue

    def show_issue(self, issue: ArchivedIssue | None, line: Line | None = None) -> None:
        """Show an issue, or a submission that was found, or nothing."""
        self._issue, self._submission = issue, line.hit.submission if line and issue is None else ""
        self.see.setVisible(bool(self._submission))
        for button in (self.open, self.next, self.export, self.archive):
            button.setVisible(issue is not None)
        self.folder.hide()
        if issue is None:
            self.name.setText(line.hit.title if line else "")
            self.facts.setText(hit_words(line.hit) if line else "")
            self.titles.setText(escape(line.hit.text[:_LONGEST_TEXT]).replace("\n", "<br>") if line else _NOTHING)
            return
        signed = issue.signed
        self.name.setText(number_line(signed))
        facts = [day_words(signed.day) + "签发"]
        facts += [f"签发人 {signed.signer}"] if signed.signer else []
        facts += [f"{signed.pages} 页"] if signed.pages else []
        facts += [f"印 {signed.copies} 份"] if signed.copies else []
        facts += [f"总第{signed.total}期"] if signed.total else []
        self.facts.setText(" · ".join(facts))
        here = line.hit.position if line else -1
        self.titles.setText(_titles(issue, here))

    def show_folder(self, there: bool) -> None:
        """Say whether the issue has its folder in the archive."""
        self.folder.setVisible(there and self._issue is not None)
        self.archive.setVisible(not there and self._issue is not None)

    def _say_export(self, suffix: str) -> None:
        self.export_asked.emit(self._issue, suffix)

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        return button


def _titles(issue: ArchivedIssue, here: int) -> str:
    """The titles by their sections, the one that was found in bold; units are links to what names them."""
    parts, section = [], ""
    for at, article in enumerate(issue.articles):
        if article.section != section:
            section = article.section
            parts.append(f"<p style='margin:8px 0 2px 0'>【{escape(section.strip('【】'))}】</p>" if section else "")
        title = escape(" ".join(article.title.split()))
        unit = escape(article.unit)
        link = f" <a href='{unit}' style='text-decoration:none'>{unit}</a>" if unit else ""
        shown = f"<b>{title}</b>" if at == here else title
        parts.append(f"<p style='margin:3px 0'>{shown}{link}</p>")
    return "".join(parts) or "没有文章。"
