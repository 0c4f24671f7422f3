"""Borders, drawn lines and typed strokes between two paragraphs become the rules that a bulletin shows there."""

from __future__ import annotations

from app.importers.forms import RULE_LINE
from app.importers.seen import BLACK, SeenDocument, SeenParagraph, SeenRule

_THIN_PICTURE = 8
"""A picture is a rule when it is so many times wider than high."""
_TYPED_PT = 1.0
_DARK = 60


def rules_of(document: SeenDocument, number: int) -> tuple[list[SeenRule], list[SeenRule]]:
    """The rules over a paragraph's text and those under it; what hangs on an empty paragraph stands under it."""
    paragraph = document.paragraphs[number]
    above = [paragraph.above] if paragraph.above else []
    below = [*paragraph.shapes, *_pictured(paragraph), *_typed(paragraph)]
    below += [paragraph.below] if paragraph.below else []
    return above, below


def is_red(colour: str) -> bool:
    """Whether a colour is one of the reds that bulletins print."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red > 120 and red > green + _DARK and red > blue + _DARK


def _pictured(paragraph: SeenParagraph) -> list[SeenRule]:
    return [
        SeenRule(one.height / 20, BLACK, "single", "picture")
        for one in paragraph.pictures
        if one.height and one.width > _THIN_PICTURE * one.height and one.width > 2000
    ]


def _typed(paragraph: SeenParagraph) -> list[SeenRule]:
    """Underscores or dashes typed as a rule."""
    text = paragraph.text.strip()
    if not RULE_LINE.match(text):
        return []
    return [SeenRule(_TYPED_PT, next(run.colour for run in paragraph.runs if run.text.strip()), "single", "signs")]
