"""The menu's commands on the lines of a title: what the keys do on the page, for the title in which the caret stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from app.edit.commands import Outcome, propose_turns, shift_turn_left, shift_turn_right, turn_title
from app.edit.state import EditorState
from app.edit.tree import article_of_block
from app.model.issue import Role
from app.ui.actions import Actions
from app.ui.session import Session


class TitleDesk(QObject):
    """Performs the commands on the session; an entry is grey where its command has nothing to do."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session)
        self._session, self._actions = session, actions
        self._commands: Mapping[str, Callable[[EditorState], Outcome]] = {
            "turn_title": turn_title,
            "turn_left": shift_turn_left,
            "turn_right": shift_turn_right,
            "auto_turns": _auto_turns,
        }
        for name, command in self._commands.items():
            actions[name].triggered.connect(lambda _=False, command=command: session.perform(command))
        for signal in (session.status_changed, session.selected):  # the first comes after every change, when all entries have been lit
            signal.connect(self._grey)
        self._grey()

    def _grey(self) -> None:
        state = self._session.state
        in_title = state is not None and _in_title(state)
        for name, command in self._commands.items():
            self._actions[name].setEnabled(in_title and state is not None and command(state) is not None)


def _in_title(state: EditorState) -> bool:
    """Whether the caret is in a title: asked first, so that typing elsewhere costs nothing."""
    block = state.issue.block_index.get(state.selection.head.block) if state.selection else None
    return block is not None and block.role is Role.TITLE


def _auto_turns(state: EditorState) -> Outcome:
    """Leave the turns of the title at the caret to the template."""
    place = article_of_block(state.issue, state.selection.head.block) if state.selection else None
    return propose_turns(state, place.article.id) if place else None
