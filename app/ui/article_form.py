"""An article's fields and its text: title with its turns, 目录题, unit, switches, and the paragraphs one a line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.edit.commands import (
    propose_turns,
    set_in_contents,
    set_lead,
    set_new_page,
    set_paragraph_texts,
    set_role,
    set_runin,
    set_title,
    set_toc_title,
    set_unit,
)
from app.edit.source_commands import set_share, unlink_source
from app.edit.state import Place
from app.model.issue import Article, Issue, Role, joined_title
from app.model.submission import Share
from app.text.counting import count_characters
from app.ui.fields import ChoiceField, TextArea, TextField, field_label
from app.ui.leads import lead_end, lead_length
from app.ui.paragraph_editor import ROLE_WORDS, LineChange, ParagraphEditor
from app.ui.places import article_by_id
from app.ui.session import Session
from app.ui.sources_field import SourcesField

_ROLE_KEYS = (
    ("Ctrl+Alt+0", Role.BODY),
    ("Ctrl+Alt+1", Role.HEADING_1),
    ("Ctrl+Alt+2", Role.HEADING_2),
    ("Ctrl+Alt+3", Role.HEADING_3),
    ("Ctrl+Alt+4", Role.HEADING_4),
)


class ArticleForm(QWidget):
    """Edits one article of the session's issue."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBody")
        self._session = session
        self._article = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        self.title = TextArea("标题；回车转行", most_lines=4)
        self.title.edited.connect(lambda text: session.perform(set_title, self._article, text))
        head = QHBoxLayout()
        head.addWidget(field_label("标题（回车转行）", self.title), 1)
        self.auto_break = QPushButton("自动转行")
        self.auto_break.setProperty("quiet", "true")
        self.auto_break.setProperty("small", "true")
        self.auto_break.setToolTip("按模板的办法重新转行：在单位名称后面，或一行放不下时")
        self.auto_break.clicked.connect(self._break_title)
        head.addWidget(self.auto_break)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addSpacing(3)
        column.addLayout(self._small_fields())
        column.addSpacing(3)
        column.addLayout(self._switches())
        self.sources = SourcesField()
        self.sources.shared.connect(lambda one, share: session.perform(set_share, self._article, one, Share(share)))
        self.sources.unlinked.connect(lambda one: session.perform(unlink_source, self._article, one))
        column.addWidget(self.sources)
        column.addSpacing(6)
        column.addLayout(self._text_head())
        self.text = ParagraphEditor()
        self.text.lines_changed.connect(self._take_lines)
        self.text.caret_moved.connect(self._take_caret)
        for keys, role in _ROLE_KEYS:  # as in WPS and Word
            shortcut = QShortcut(QKeySequence(keys), self.text)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda role=role: self._change_role(role.value))
        bold = QShortcut(QKeySequence("Ctrl+B"), self.text)
        bold.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        bold.activated.connect(self._toggle_lead)
        column.addWidget(self.text, 1)

    def _small_fields(self) -> QHBoxLayout:
        self.toc_title = TextField("同标题")
        self.toc_title.edited.connect(lambda text: self._session.perform(set_toc_title, self._article, text))
        self.toc_title.setToolTip("目录里用的短标题；清空就和标题一样")
        self.unit = TextField("单位名称")
        self.unit.edited.connect(lambda text: self._session.perform(set_unit, self._article, text))
        self.toc_hint = QLabel("和标题不同")
        self.toc_hint.setProperty("role", "tag")
        self.toc_hint.setToolTip("目录里印的是这里另写的短标题，标题改了它也不变；清空就和标题一样")
        row = QHBoxLayout()
        row.setSpacing(10)
        for label, hint, field, stretch in (("目录题", self.toc_hint, self.toc_title, 3), ("来稿单位", None, self.unit, 2)):
            column = QVBoxLayout()
            column.setSpacing(4)
            head = QHBoxLayout()
            head.addWidget(field_label(label, field))
            if hint:
                head.addWidget(hint)
            head.addStretch(1)
            column.addLayout(head)
            column.addWidget(field)
            row.addLayout(column, stretch)
        return row

    def _switches(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        self.in_contents = QCheckBox("列入目录")
        self.in_contents.clicked.connect(lambda on: self._session.perform(set_in_contents, self._article, on))
        self.new_page = QCheckBox("另起一页")
        self.new_page.clicked.connect(lambda on: self._session.perform(set_new_page, self._article, on))
        self.runin = QCheckBox("简讯")
        self.runin.setToolTip("标题印在第一段的开头，不单独成行")
        self.runin.clicked.connect(lambda on: self._session.perform(set_runin, self._article, on))
        for box in (self.in_contents, self.new_page, self.runin):
            row.addWidget(box)
        row.addStretch(1)
        return row

    def _text_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(field_label("正文"))
        self._count = QLabel()
        self._count.setProperty("role", "quiet")
        row.addWidget(self._count, 1)
        self.role = ChoiceField([(role.value, word) for role, word in ROLE_WORDS.items()])
        row.addWidget(field_label("本段是", self.role))
        self.role.setToolTip("光标所在的一段是正文还是小标题")
        self.role.chosen.connect(self._change_role)
        self.role.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.role)
        self.lead = QPushButton("段首句")
        self.lead.setCheckable(True)
        self.lead.setProperty("toggle", "true")
        self.lead.setToolTip("第一句用楷体加粗，领起全段；先选中几个字，就只到选中的地方（Ctrl+B）")
        self.lead.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.lead.clicked.connect(self._toggle_lead)
        row.addWidget(self.lead)
        return row

    @property
    def article_id(self) -> int:
        """The article that is shown, 0 for none."""
        return self._article

    def show_article(self, issue: Issue, number: int) -> None:
        """Show an article; the caret goes where the session's is."""
        article = article_by_id(issue, number)
        if article is None:
            return
        other = number != self._article
        self._article = number
        self.title.show_text(article.title.text)
        self.toc_title.show_text(article.toc_title.text if article.toc_title else "")
        self.toc_title.setPlaceholderText(joined_title(article.title) or "同标题")
        self.toc_hint.setVisible(article.toc_title is not None and article.toc_title.text != joined_title(article.title))
        self.unit.show_text(article.unit)
        for box, on in ((self.in_contents, article.in_contents), (self.new_page, article.new_page), (self.runin, article.runin)):
            box.setChecked(on)
        self.sources.show_sources(article.sources)
        self.text.show_paragraphs(article.paragraphs, (0, 0) if other else None)
        self._count.setText(f"{sum(count_characters(paragraph.text) for paragraph in article.paragraphs)} 字")
        self._show_role(article)

    def show_caret(self, issue: Issue, place: Place) -> None:
        """Put the caret of the text where the session's is, if that is in the article's paragraphs."""
        article = article_by_id(issue, self._article)
        for line, paragraph in enumerate(article.paragraphs if article else ()):
            if paragraph.id == place.block:
                self.text.set_caret(line, place.offset)
                if article:
                    self._show_role(article)
                return

    def _break_title(self) -> None:
        self._session.perform(propose_turns, self._article)

    def _show_role(self, article: Article) -> None:
        line = self.text.line
        paragraph = article.paragraphs[line] if line < len(article.paragraphs) else None
        self.role.setEnabled(paragraph is not None and paragraph.role in ROLE_WORDS)
        self.role.show_value(paragraph.role.value if paragraph else Role.BODY.value)
        self.lead.setEnabled(paragraph is not None and paragraph.role is Role.BODY and bool(paragraph.text))
        self.lead.setChecked(paragraph is not None and lead_end(paragraph) > 0)

    def _take_lines(self, change: LineChange) -> None:
        done = self._session.perform(set_paragraph_texts, self._article, self.text.lines())
        if not done and self._session.issue is not None:  # characters that no issue may hold: show what it does hold
            self.show_article(self._session.issue, self._article)
        self._take_caret(*change.caret)

    def _take_caret(self, line: int, offset: int) -> None:
        issue = self._session.issue
        article = article_by_id(issue, self._article) if issue else None
        if article is not None and line < len(article.paragraphs):
            paragraph = article.paragraphs[line]
            self._show_role(article)
            self._session.select(Place(paragraph.id, min(offset, len(paragraph.text))))

    def _toggle_lead(self) -> None:
        issue = self._session.issue
        article = article_by_id(issue, self._article) if issue else None
        if article is None or self.text.line >= len(article.paragraphs):
            return
        paragraph = article.paragraphs[self.text.line]
        length = 0 if lead_end(paragraph) else lead_length(paragraph.text, self.text.chosen_to())
        if not self._session.perform(set_lead, paragraph.id, length):
            self._show_role(article)
        self.text.setFocus()

    def _change_role(self, value: str) -> None:
        issue = self._session.issue
        article = article_by_id(issue, self._article) if issue else None
        if article is not None and self.text.line < len(article.paragraphs):
            self._session.perform(set_role, article.paragraphs[self.text.line].id, Role(value))
            self.text.setFocus()
