"""A text becomes the places where a fixed expression was nearly written: one or two characters wrong, missing, doubled or changed about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from app.proof.confusion import Confusion
from app.proof.text_pairs import pairs_of
from app.records import dataclass

_KEY = 3
_LONG = 12
"""From this length on an expression may differ twice."""
_FULL = 8
"""From this length on a character that only stands for another is told."""
_FREE = frozenset("、，；“”‘’《》 \u3000")
_FREE_WORDS = frozenset("和与及")
_FIGURES = frozenset("一二两三四五六七八九十百〇零0123456789")
_LITTLE = frozenset("的了地得着过之有")
_WHOLE = "主义"
"""The word that is left out by chance; of other words there are shorter expressions without them."""
_HEAD = "习近平"
_STUDY = ("学习", "研习", "温习")
"""Words whose last character is no beginning of that name: 学习总书记重要讲话精神."""


@dataclass(frozen=True, slots=True)
class Near:
    """Characters `start:end` of a text that should be `right`; `phrase` is the whole expression. `sure`: it is a slip by its form, too."""

    start: int
    end: int
    right: str
    phrase: str
    sure: bool


@dataclass(frozen=True, slots=True)
class _Edit:
    """At place `text` of the text (of so many characters) stands what is at `phrase` of the expression (of so many)."""

    text: int
    width: int
    phrase: int
    count: int
    sure: bool


@dataclass(frozen=True, eq=False)
class Phrases:
    """Expressions, looked up by the pieces of them that one or two slips leave whole."""

    phrases: tuple[str, ...]
    confusion: Confusion

    @cached_property
    def _pieces(self) -> dict[str, list[tuple[str, int, int]]]:
        """The first characters of a piece to (expression, where the piece begins, where it ends)."""
        found: dict[str, list[tuple[str, int, int]]] = {}
        for phrase in self.phrases:
            count = 3 if len(phrase) >= _LONG else 2
            cuts = [turn * len(phrase) // count for turn in range(count + 1)]
            for start, end in pairwise(cuts):
                found.setdefault(phrase[start : start + _KEY], []).append((phrase, start, end))
        return found

    @cached_property
    def _heads(self) -> frozenset[str]:
        """The first two characters of the pieces."""
        return frozenset(key[:2] for key in self._pieces)

    def near(self, text: str) -> Iterator[Near]:
        """Near misses that don't overlap an expression that is written as it should be."""
        whole: list[tuple[int, int]] = []
        missed: list[tuple[int, int, str, tuple[_Edit, ...]]] = []
        heads = self._heads
        for place in [place for place, pair in enumerate(pairs_of(text)) if pair in heads]:
            for phrase, start, end in self._pieces.get(text[place : place + _KEY], ()):
                if not text.startswith(phrase[start:end], place):
                    continue
                if start <= place and text.startswith(phrase, place - start):
                    whole.append((place - start, place - start + len(phrase)))
                    continue
                limit = 2 if len(phrase) >= _LONG else 1
                for ahead in self._match(phrase, start - 1, text, place - 1, -1, limit):
                    for behind in self._match(phrase, end, text, place + end - start, 1, limit - len(ahead)):
                        edits = (*ahead, *behind)
                        if any(_of_study(one, phrase, text) for one in edits):
                            continue
                        if len(edits) == 1 or (edits and all(one.sure for one in edits)):
                            low, high = min(one.text for one in edits), max(one.text + one.width for one in edits)
                            missed.append((low, high, phrase, edits))
        told: list[tuple[int, int]] = []
        for low, high, phrase, edits in sorted(missed, key=lambda one: (len(one[3]), -len(one[2]))):
            if any(start <= low and high <= end and (start, end) != (low, high) for start, end in whole):
                continue
            if all(high <= start or end <= low for start, end in told):
                told.append((low - 1, high + 1))
                yield _near(text, low, high, phrase, edits)

    def _match(self, phrase: str, at: int, text: str, place: int, step: int, limit: int) -> list[tuple[_Edit, ...]]:
        """The ways in which the rest of an expression, read in direction `step`, is met in the text with at most `limit` slips."""
        while 0 <= at < len(phrase):
            char = phrase[at]
            there = text[place] if 0 <= place < len(text) else ""
            if char == there:
                at, place = at + step, place + step
            elif char in _FREE:
                at = at + step
                place = place + step if there in _FREE or there in _FREE_WORDS else place
            elif there and there in _FREE:
                place += step
            else:
                return self._slip(phrase, at, text, place, step, limit) if limit and there else []
        return [()]

    def _slip(self, phrase: str, at: int, text: str, place: int, step: int, limit: int) -> list[tuple[_Edit, ...]]:
        char, there = phrase[at], text[place]
        edge = not 1 < at < len(phrase) - 2
        found: list[tuple[_Edit, ...]] = []
        alike = there in self.confusion.alike[char]
        if there not in _FIGURES and char not in _FIGURES and (alike or (len(phrase) >= _FULL and not edge and there not in _LITTLE)):
            rest = self._match(phrase, at + step, text, place + step, step, limit - 1)
            found += [(_Edit(place, 1, at, 1, alike), *other) for other in rest]
        last = at == (0 if step < 0 else len(phrase) - 1)
        ahead = 0 <= place + step < len(text) and text[place + step] == char
        if not last and ahead and phrase[at + step] == there:
            rest = self._match(phrase, at + 2 * step, text, place + 2 * step, step, limit - 1)
            found += [(_Edit(min(place, place + step), 2, min(at, at + step), 2, True), *other) for other in rest]
        for count in (1, 2):
            if char in _FIGURES or not 0 < at + (count - 1) * step < len(phrase) - 1:
                continue
            gone = min(at, at + (count - 1) * step)
            if count > 1 and phrase[gone : gone + count] != _WHOLE and _HEAD not in phrase:
                continue
            if phrase[at + count * step] == there:
                rest = self._match(phrase, at + count * step, text, place, step, limit - 1)
                gap = place if step > 0 else place + 1
                found += [(_Edit(gap, 0, gone, count, count == 1), *other) for other in rest]
        twin = text[place - step] if 0 <= place - step < len(text) else ""
        if ahead and (there in (twin, char) or there in self.confusion.same[char]):
            rest = self._match(phrase, at, text, place + step, step, limit - 1)
            found += [(_Edit(place, 1, at if step > 0 else at + 1, 0, True), *other) for other in rest]
        return found


def _of_study(edit: _Edit, phrase: str, text: str) -> bool:
    """Whether the name is lacking behind a word that ends as it begins."""
    return phrase.startswith(_HEAD) and not edit.width and edit.phrase == 1 and text[: edit.text].endswith(_STUDY)


def _near(text: str, low: int, high: int, phrase: str, edits: tuple[_Edit, ...]) -> Near:
    """The place with a character on either side, and the same stretch of the expression."""
    first, last = min(edits, key=lambda one: one.text), max(edits, key=lambda one: one.text + one.width)
    start, stop = max(first.phrase - 1, 0), min(last.phrase + last.count + 1, len(phrase))
    left, right = low - (first.phrase - start), high + (stop - last.phrase - last.count)
    exact = (
        len(edits) == 1 and text[left:low] == phrase[start : first.phrase] and text[high:right] == phrase[last.phrase + last.count : stop]
    )
    if not exact:
        return Near(low, max(high, low + 1), "", phrase, all(one.sure for one in edits))
    return Near(left, right, phrase[start:stop], phrase, all(one.sure for one in edits))
