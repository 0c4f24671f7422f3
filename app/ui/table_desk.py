"""Menu entries on tables become commands: insert one, and change the one in whose cell the caret stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from app.edit.commands import (
    Outcome,
    add_column,
    add_paragraph_below,
    add_row,
    even_widths,
    fit_widths,
    insert_table,
    merge_cells,
    remove_column,
    remove_row,
    remove_table,
    set_align,
    split_cell,
    toggle_head,
)
from app.edit.repeat import Repeat
from app.edit.state import EditorState
from app.edit.table_commands import table_at
from app.ui.actions import Actions
from app.ui.command_table import MENUS
from app.ui.page_editor import PageEditor
from app.ui.session import Session

MENU = "表格(&T)"

COMMANDS: dict[str, Callable[[EditorState], Outcome]] = {
    "row_above": partial(add_row, below=False),
    "row_below": partial(add_row, below=True),
    "column_left": partial(add_column, right=False),
    "column_right": partial(add_column, right=True),
    "remove_row": remove_row,
    "remove_column": remove_column,
    "remove_table": remove_table,
    "merge_right": partial(merge_cells, below=False),
    "merge_below": partial(merge_cells, below=True),
    "split_cell": split_cell,
    "toggle_head": toggle_head,
    "align_left": partial(set_align, align="left"),
    "align_centre": partial(set_align, align="centre"),
    "align_right": partial(set_align, align="right"),
    "column_align_left": partial(set_align, align="left", whole_column=True),
    "column_align_centre": partial(set_align, align="centre", whole_column=True),
    "column_align_right": partial(set_align, align="right", whole_column=True),
    "even_widths": even_widths,
    "fit_widths": fit_widths,
    "paragraph_below": add_paragraph_below,
}
"""By the names of their actions."""


class TableDesk(QObject):
    """The commands on tables of one window. `ask_size` asks for the rows and columns of a new one."""

    def __init__(self, session: Session, pages: PageEditor, actions: Actions, ask_size: Callable[[], tuple[int, int] | None]) -> None:
        super().__init__(session)
        self._session, self._pages, self._actions, self._ask_size = session, pages, actions, ask_size
        self.acts: dict[str, Callable[[], object]] = {name: partial(self._do, command) for name, command in COMMANDS.items()}
        self.acts["insert_table"] = self.insert
        pages.menu_opened.connect(self._extend)

    def watch(self, menu: QMenu) -> None:
        """Grey what does not apply when the menu opens."""
        menu.aboutToShow.connect(self._grey)
        menu.aboutToHide.connect(lambda: self._enable(set(COMMANDS)))  # a key would find what was grey at another place

    def insert(self) -> None:
        """Ask how large and put a table at the caret."""
        state = self._session.state
        if state is None or state.selection is None or insert_table(state, 1, 1) is None:
            return
        size = self._ask_size()
        if size is not None and self._session.perform(insert_table, *size):
            self._show_caret()

    def _do(self, command: Callable[[EditorState], Outcome]) -> None:
        self._pages.drop_composition()
        if self._session.perform_repeatable(Repeat(command)):
            self._show_caret()

    def _show_caret(self) -> None:
        self._pages.setFocus()
        self._pages.reveal_caret()

    def _grey(self) -> None:
        state = self._session.state
        self._enable({name for name, command in COMMANDS.items() if state is not None and command(state) is not None})

    def _enable(self, names: set[str]) -> None:
        for name in COMMANDS:
            self._actions[name].setEnabled(name in names)

    def _extend(self, menu: QMenu) -> None:
        """Put the commands into a right-click menu in a cell."""
        state = self._session.state
        if state is None or state.selection is None or table_at(state.issue, state.selection.head.block) is None:
            return
        menu.addSeparator()
        self._actions.fill(menu, next(names for title, names in MENUS if title == MENU).split())
        self.watch(menu)
