"""Comments of proofreaders - the list, the bubbles on the pages, the entry - become a panel and commands (批注)."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.comment_desk import CommentDesk
from app.ui.comment_marks import CommentMarks
from app.ui.comment_panel import CommentPanel
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.session import Session


class CommentTools:
    """Makes them for one window; `acts` are the commands, by the names of their actions. `show_panel` is to bring the panel into view."""

    def __init__(self, session: Session, pages: PageEditor, memory: Memory, bar: MessageBar) -> None:
        self.desk = CommentDesk(session, pages, memory, bar)
        self.marks = CommentMarks(session, self.desk, pages)
        self.panel = CommentPanel(self.desk)
        self.show_panel: Callable[[], None] = self.panel.show
        self.marks.clicked.connect(self._read)
        self.acts: dict[str, Callable[[], object]] = {"comment": self._begin, "comments": lambda: self.show_panel()}

    def _begin(self) -> None:
        self.show_panel()
        self.panel.begin()

    def _read(self, number: int) -> None:
        self.show_panel()
        self.desk.go(number)
