"""What was done last becomes what F4 does again somewhere else: a command that asks nothing but the selection."""

from __future__ import annotations

from collections.abc import Callable

from app.edit.range_commands import type_text
from app.edit.state import EditorState, Selection
from app.edit.text_commands import Outcome
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Repeat:
    """A command that does the same at any selection. `typed`: the characters that it types; `end`: the selection that it left."""

    command: Callable[[EditorState], Outcome]
    typed: str = ""
    end: Selection | None = None

    @staticmethod
    def typing(text: str) -> Repeat:
        """Type these characters."""
        return Repeat(lambda state: type_text(state, text), text)


def remembered(last: Repeat | None, done: Repeat, before: EditorState, after: EditorState) -> Repeat:
    """What to repeat after `done`: characters typed where the last ones ended go on with them, however long the pause was.

    What was but repeated stays as it is.
    """
    goes_on = last is not None and last is not done and last.typed and done.typed and last.end == before.selection
    whole = Repeat.typing(last.typed + done.typed) if goes_on and last else done
    return Repeat(whole.command, whole.typed, after.selection)
