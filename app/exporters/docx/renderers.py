"""What is known of other word processors: where each would end a line of ours, by its own gaps, spaces and rules.

LibreOffice was measured; Word is simulated from its documents (ECMA-376, MS-OI29500) and was not run.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.text.breaking import BLANKS, LATIN_RUN, can_break, is_han, is_letter

# MS-OI29500 2.1.52: the marks that Word hangs over the right edge unless told otherwise.
_WORD_HANGS = frozenset("!%),.:;>?]}¢°·ˇ’”‰′″℃∶、。〃〉》」』】〕〗〞﹚﹜﹞！＂％＇），．：；？］｝￠")
_OFFICE_HANGS = frozenset("、。，．")


@dataclass(frozen=True, slots=True)
class Renderer:
    """A word processor's way with a line. `slack` is what its rounding may add to the line's room, twips."""

    gap_em: float
    spaces_at_turns: bool
    hangs: frozenset[str]
    may_end: Callable[[str, int], bool]
    slack: float = 0.1


def word_may_end(text: str, at: int) -> bool:
    """Word's rule with our lists in its settings: it knows no mark that holds a letter after it."""
    return can_break(text, at) or (0 < at < len(text) and is_letter(text[at]) and text[at - 1] in "’”…℃、。〉》」』】〕〗！％），：；？")


LIBREOFFICE = Renderer(0.2, False, frozenset(), can_break)
RENDERERS = (
    LIBREOFFICE,
    Renderer(0.2, False, frozenset(), can_break, slack=4.0),
    Renderer(0.2, False, frozenset(), can_break, slack=-4.0),
    Renderer(0.2, False, _OFFICE_HANGS, can_break),
    Renderer(0.25, True, _WORD_HANGS, word_may_end),
    Renderer(0.25, True, frozenset(), word_may_end),
)
"""The most important one first: where there are too many lines to lock, the last ones go without."""


@dataclass(frozen=True, slots=True)
class Letters:
    """A paragraph's characters with the advance, size and letter space of each, twips."""

    text: str
    advances: Sequence[float]
    sizes: Sequence[float]
    spaces: Sequence[int]


class Measure:
    """One paragraph as one renderer measures it: pens and right ends of its characters in one endless line, twips."""

    def __init__(self, letters: Letters, renderer: Renderer) -> None:
        self._text = letters.text
        self._renderer = renderer
        spaces = list(map(float, letters.spaces))
        for found in LATIN_RUN.finditer(letters.text):
            for turn in found.span():
                if 0 < turn < len(spaces):
                    self._part(letters, spaces, turn)
        self._pens = [0.0, *accumulate(map(float.__add__, letters.advances, spaces))]
        self._rights = list(map(float.__add__, self._pens, letters.advances))

    def _part(self, letters: Letters, spaces: list[float], turn: int) -> None:
        """Set the space before the turn of scripts at `turn`."""
        before, after = letters.text[turn - 1], letters.text[turn]
        if not self._renderer.spaces_at_turns:
            spaces[turn - 1] = 0.0
        if (is_han(before) and is_letter(after)) or (is_letter(before) and is_han(after)):
            spaces[turn - 1] += self._renderer.gap_em * letters.sizes[turn - 1]

    def width(self, start: int, end: int) -> float:
        """Natural width of the characters start..end, blanks at the end left out."""
        while end > start + 1 and self._text[end - 1] in BLANKS:
            end -= 1
        return self._rights[end - 1] - self._pens[start]

    def end_of(self, start: int, room: float) -> int:
        """Where a line that begins at `start` ends in `room` twips."""
        text, may_end = self._text, self._renderer.may_end
        fits = bisect_right(self._rights, self._pens[start] + room + self._renderer.slack, start, len(text))
        while fits < len(text) and text[fits] in BLANKS:
            fits += 1
        if fits < len(text) and text[fits] in self._renderer.hangs and (fits + 1 == len(text) or may_end(text, fits + 1)):
            return fits + 1
        if fits >= len(text):
            return len(text)
        place = fits
        while place > start and not may_end(text, place):
            place -= 1
        return place if place > start else max(fits, start + 1)
