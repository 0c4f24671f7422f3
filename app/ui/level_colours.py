"""A level of the proofreading becomes its colour in lists: red, amber, grey, and pale where nothing is checked."""

from __future__ import annotations

from app.proof.finding import Level
from app.ui.colours import Colours


def level_colour(level: str, colours: Colours) -> str:
    """The colour in which a level is named."""
    table = {str(Level.ERROR): colours.error, str(Level.QUERY): colours.warning, str(Level.HINT): colours.quiet}
    return table.get(level, colours.disabled)
