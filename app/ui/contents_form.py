"""The contents' fields: every article with its 目录题 and whether it is listed."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from app.edit.commands import apply_values, set_in_contents, set_toc_title
from app.model.issue import Issue, joined_title
from app.ui.fields import Form, TextField
from app.ui.list_field import empty, row_widget
from app.ui.session import Session


class ContentsForm(Form):
    """Edits what the contents say. The order and the page numbers follow the articles."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.page_numbers = QCheckBox("印页码")
        self.page_numbers.clicked.connect(lambda on: session.perform(apply_values, {"contents.page_numbers": on}))
        self.column.addWidget(self.page_numbers)
        self.add_line()
        note = QLabel("目录跟着文章走。标题太长，可以在这里给它一个短的目录题；去掉勾选就不列入目录。")
        note.setWordWrap(True)
        note.setProperty("role", "quiet")
        self.column.addWidget(note)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(5)
        self.column.addLayout(self._rows)
        self._ids: tuple[int, ...] = ()
        self._lines: list[tuple[QCheckBox, TextField]] = []
        self.end()

    def show_issue(self, issue: Issue) -> None:
        """Show the entries of an issue."""
        self.page_numbers.setChecked(issue.template.contents.page_numbers)
        articles = tuple(issue.articles())
        ids = tuple(article.id for article in articles)
        if ids != self._ids:
            self._ids = ids
            self._make_rows()
        for (box, field), article in zip(self._lines, articles, strict=True):
            box.setChecked(article.in_contents)
            field.show_text(article.toc_title.text if article.toc_title else "")
            field.setPlaceholderText(joined_title(article.title) or "（无标题）")
            field.setEnabled(article.in_contents)

    def _make_rows(self) -> None:
        empty(self._rows)
        self._lines = []
        for number in self._ids:
            row, line = row_widget()
            box = QCheckBox()
            box.setToolTip("列入目录")
            box.clicked.connect(lambda on, number=number: self._session.perform(set_in_contents, number, on))
            field = TextField()
            field.edited.connect(lambda text, number=number: self._session.perform(set_toc_title, number, text))
            line.addWidget(box)
            line.addWidget(field, 1)
            self._rows.addWidget(row)
            self._lines.append((box, field))
