"""What a key typed on the page is followed by what Chinese text wants there, as far as the writer lets it."""

from __future__ import annotations

from app.edit.commands import help_typing, number_paragraph
from app.edit.typing_help import Help
from app.ui.session import Session


class TypingHelps:
    """Works on a session; `on` are the helps that are switched on."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.on: frozenset[Help] = frozenset()

    def switch(self, one: Help, on: bool) -> None:
        """Switch one help."""
        self.on = self.on | {one} if on else self.on - {one}

    def typed(self) -> bool:
        """After a character from the keyboard; an input method's characters are what its user has chosen."""
        return bool(self.on) and self._session.perform(help_typing, self.on)

    def entered(self) -> bool:
        """After Enter has begun a paragraph."""
        return Help.ORDINALS in self.on and self._session.perform(number_paragraph)
