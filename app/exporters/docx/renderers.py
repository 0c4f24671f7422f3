"""What is known of other word processors: where each would end a line of ours, by its own gaps, spaces and rules.

LibreOffice was measured; Word is simulated from its documents (ECMA-376, MS-OI29500) and was not run.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from app.records import dataclass
from app.text.breaking import BLANKS, can_break, held_at_edge, script_runs

# MS-OI29500 2.1.52: the marks that Word hangs over the right edge unless told otherwise.
_WORD_HANGS = frozenset("!%),.:;>?]}¢°·ˇ’”‰′″℃∶、。〃〉》」』】〕〗〞﹚﹜﹞！＂％＇），．：；？］｝￠")
_OFFICE_HANGS = frozenset("、。，．")
_LETTER = re.compile("[0-9A-Za-z²³]")
_OPENING = frozenset("“‘￥①②③④⑤⑥⑦⑧⑨⑩")
_NEVER_FIRST = frozenset("，。、：；？！”’）》】〕")


@dataclass(frozen=True, slots=True)
class Metric:
    """How a word processor measures text: the gap between scripts, and whether a negative letter space counts at their turns."""

    gap_em: float
    spaces_at_turns: bool


@dataclass(frozen=True, slots=True)
class Renderer:
    """A word processor's way with a line. `slack` is what its rounding may add to the line's room, twips."""

    metric: Metric
    hangs: frozenset[str]
    may_end: Callable[[str, int], bool]
    slack: float = 0.1
    held_at_edge: Callable[[str, int], bool] = held_at_edge


_HOLDS = frozenset("，。、”’）》】〕〉」』％℃‰")
_AFTER_NUMBER = frozenset("％%‰℃°")
_HYPHENATED = re.compile("[0-9A-Za-z]-$")


def office_may_end(text: str, at: int) -> bool:
    """LibreOffice's rule, as far as it differs from ours: it was probed with some 22,000 pairs of characters."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before == after and after in "—…+":
        return True
    if after in _AFTER_NUMBER:
        return not before.isdigit() and before not in " .,"
    if after == "…":
        return not _LETTER.match(before)
    if after == "～":
        return before.isdigit()
    if before == "～":
        return after not in _NEVER_FIRST
    if _LETTER.match(after):
        if before in _HOLDS:
            return False
        if before in "：；？！…—":
            return True
        if _HYPHENATED.search(text, max(at - 2, 0), at):
            return True
        if before == "/" and at > 1:
            return not (text[at - 2].isdigit() and after.isdigit())
    if _LETTER.match(before) and after in _OPENING:
        return False
    return can_break(text, at)


def word_may_end(text: str, at: int) -> bool:
    """Word's rule with our lists in its settings: no mark holds a letter, hyphens end lines."""
    if 0 < at < len(text) and _LETTER.match(text[at]):
        if text[at - 1] in _HOLDS or text[at - 1] in "：；？！…":
            return True
        if _HYPHENATED.search(text, max(at - 2, 0), at):
            return True
    return can_break(text, at)


def _word_holds_at_edge(text: str, at: int) -> bool:
    return text[at - 1 : at] == "/"


LIBREOFFICE = Metric(0.2, False)
WORD = Metric(0.25, True)
METRICS = (LIBREOFFICE, WORD)
RENDERERS = (
    Renderer(LIBREOFFICE, frozenset(), office_may_end),
    Renderer(LIBREOFFICE, frozenset(), office_may_end, slack=4.0),
    Renderer(LIBREOFFICE, frozenset(), office_may_end, slack=-4.0),
    Renderer(LIBREOFFICE, _OFFICE_HANGS, office_may_end),
    Renderer(WORD, _WORD_HANGS, word_may_end, held_at_edge=_word_holds_at_edge),
    Renderer(WORD, frozenset(), word_may_end, held_at_edge=_word_holds_at_edge),
)
"""The most important one first: where there are too many lines to lock, the last ones go without."""
MEASURED = 3
"""The first ones are LibreOffice as it was measured, with what its rounding adds and takes; those behind were never run."""


@dataclass(frozen=True, slots=True)
class Letters:
    """A paragraph's characters with the advance, size and letter space of each, twips."""

    text: str
    advances: Sequence[float]
    sizes: Sequence[float]
    spaces: Sequence[int]


def turns(text: str) -> list[int]:
    """The places where the script turns from Chinese to Latin or back."""
    return [turn for run in script_runs(text) for turn in run if 0 < turn < len(text)]


class Measure:
    """One paragraph as one metric has it: pens and right ends of its characters in one endless line, twips."""

    def __init__(self, letters: Letters, metric: Metric) -> None:
        self._text = text = letters.text
        gaps = [0.0] * len(text)
        spaces = list(map(float, letters.spaces))
        joints = [1] * len(text)
        for turn in turns(text):
            if not metric.spaces_at_turns:
                spaces[turn - 1] = max(spaces[turn - 1], 0.0)
                joints[turn - 1] = 0
            if text[turn - 1].isalnum() and text[turn].isalnum():
                gaps[turn - 1] = metric.gap_em * letters.sizes[turn - 1]
        self._bare = [0.0, *accumulate(map(float.__add__, letters.advances, gaps))]
        self._joints = [0, *accumulate(joints)]
        self._pens = list(map(float.__add__, self._bare, [0.0, *accumulate(spaces)]))
        self._rights = list(map(float.__add__, self._pens, letters.advances))
        self._advances = letters.advances

    def _printed(self, start: int, end: int) -> int:
        """The end of a line without the blanks that its end swallows."""
        while end > start + 1 and self._text[end - 1] in BLANKS:
            end -= 1
        return end

    def width(self, start: int, end: int, space: int | None = None) -> float:
        """Width of the characters start..end, blanks at the end left out: natural, or with one letter space throughout."""
        last = self._printed(start, end) - 1
        if space is None:
            return self._rights[last] - self._pens[start]
        return self._bare[last] + self._advances[last] - self._bare[start] + space * self._spaced(start, last, space)

    def _spaced(self, start: int, last: int, space: float) -> int:
        """How many characters from `start` to before `last` a letter space follows; a negative one may leave out turns of script."""
        return last - start if space > 0 else self._joints[last] - self._joints[start]

    def fitting_space(self, start: int, end: int, room: float) -> int:
        """The largest letter space with which the line keeps within the room, twips."""
        free = room - self.width(start, end, 0)
        joints = self._spaced(start, self._printed(start, end) - 1, free)
        return int(free // joints) if joints else 0

    def end_of(self, start: int, room: float, renderer: Renderer) -> int:
        """Where a renderer ends a line that begins at `start`, in `room` twips."""
        text, may_end = self._text, renderer.may_end
        fits = bisect_right(self._rights, self._pens[start] + room + renderer.slack, start, len(text))
        while fits < len(text) and text[fits] in BLANKS:
            fits += 1
        if fits < len(text) and text[fits] in renderer.hangs and (fits + 1 == len(text) or may_end(text, fits + 1)):
            return fits + 1
        if fits >= len(text):
            return len(text)
        place = fits - renderer.held_at_edge(text, fits)
        while place > start and not may_end(text, place):
            place -= 1
        return place if place > start else max(fits, start + 1)
