"""A 栏目's field: its name."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from app.edit.commands import rename_section
from app.model.issue import Issue
from app.ui.fields import Form, TextField
from app.ui.session import Session


class SectionForm(Form):
    """Edits one 栏目 of the session's issue."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section = 0
        self.name = TextField("栏目名称")
        self.name.edited.connect(lambda text: session.perform(rename_section, self._section, text) if text.strip() else None)
        self.add("栏目名称", self.name)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("role", "quiet")
        self.column.addWidget(self._note)
        self.end()

    def show_section(self, issue: Issue, number: int) -> None:
        """Show a 栏目."""
        self._section = number
        section = next((section for section in issue.sections if section.id == number), None)
        if section is None or section.name is None:
            return
        self.name.show_text(section.name.text)
        count = len(section.articles)
        self._note.setText(
            f"有 {count} 篇文章。把左边的文章拖进来，或用 Alt+Shift+↑↓ 移动。"
            if count
            else "还没有文章，不印出来。把左边的文章拖进来就有了。"
        )
