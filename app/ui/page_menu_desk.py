"""The place of a right click on the pages becomes the commands that belong to it: roles and marks, a title's lines, its article."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from app.edit.tree import article_of_block
from app.model.issue import Role
from app.model.issue_checks import ARTICLE_ROLES
from app.ui.actions import Actions
from app.ui.command_table import SUBMENUS
from app.ui.page_editor import PageEditor
from app.ui.session import Session

_MARKS = ("mark_lead", "mark_bold", "mark_kai")
_TURNS = ("turn_title", "turn_left", "turn_right", "auto_turns")
_SEARCH = ("find", "replace", "archive_find")


class PageMenuDesk(QObject):
    """Fills the pages' own menu up with the window's commands."""

    def __init__(self, actions: Actions, session: Session, pages: PageEditor) -> None:
        super().__init__(pages)
        self._actions, self._session, self._pages = actions, session, pages
        pages.menu_opened.connect(self._fill)

    def _fill(self, menu: QMenu, target: int) -> None:
        """`target` is the block that the line under the pointer leads to, 0 for none."""
        if target:
            menu.clear()
            menu.addAction("转到这一处").triggered.connect(lambda: self._pages.link_clicked.emit(target))
        else:
            self._add_here(menu)
        menu.addSeparator()
        self._actions.fill(menu, _SEARCH)

    def _add_here(self, menu: QMenu) -> None:
        state = self._session.state
        if state is None or state.selection is None:
            return
        block = state.issue.block_index.get(state.selection.head.block)
        if block is None:
            return
        if block.role in ARTICLE_ROLES:
            menu.addSeparator()
            self._add_submenu(menu, "roles")
            if not state.selection.collapsed:
                self._actions.fill(menu, _MARKS)
        elif block.role is Role.TITLE:
            menu.addSeparator()
            self._actions.fill(menu, _TURNS)
        if article_of_block(state.issue, block.id) is not None:
            menu.addSeparator()
            self._add_submenu(menu, "article")
        menu.addSeparator()
        self._actions.fill(menu, ("comment",))

    def _add_submenu(self, menu: QMenu, name: str) -> None:
        title, names = SUBMENUS[name]
        self._actions.fill(menu.addMenu(title), names.split())
