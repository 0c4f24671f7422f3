"""What goes along with editing on the pages - finding, going to a place, going back in time - becomes bars, a list and commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.actions import Actions
from app.ui.asking import Asker
from app.ui.column_drag import ColumnDrag
from app.ui.find_desk import FindDesk
from app.ui.go_to_bar import GoToBar
from app.ui.history_list import HistoryList
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.session import Session
from app.ui.table_desk import TableDesk


class PageTools:
    """Makes them for one window. `bars` stand above the pages; `acts` are the commands, by the names of their actions."""

    def __init__(self, session: Session, pages: PageEditor, messages: MessageBar, actions: Actions, asker: Asker, window: QWidget) -> None:
        self.finds = FindDesk(session, pages, messages)
        self.go_to = GoToBar(session, pages)
        self.steps = HistoryList(session, pages, actions["go_back"], window)
        self.columns = ColumnDrag(session, pages)
        self.tables = TableDesk(session, pages, actions, lambda: asker.table_size())
        self.bars: tuple[QWidget, ...] = (self.finds.bar, self.go_to)
        self.acts: dict[str, Callable[[], object]] = {
            **self.tables.acts,
            "undo": self.steps.undo,
            "redo": self.steps.redo,
            "go_back": self.steps.open,
            "repeat": pages.repeat,
            "find": self.finds.open,
            "replace": lambda: self.finds.open(replacing=True),
            "find_next": self.finds.next,
            "find_previous": self.finds.previous,
            "go_to": self.go_to.open_bar,
        }
