"""Words in a row become how likely they are: a language model tells whether a word fits between its neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from app.text.language_model import LanguageModel

_UNKNOWN = 17.0
"""What a character costs that the model doesn't know."""
_LONGEST = 8
_REMEMBERED = 1 << 14


class Context:
    """Judges short stretches of Chinese characters, and words beside one another, by a language model.

    `own` are words and fixed expressions that the model need not know, with what each costs; of what stands beside them it can't tell.
    """

    def __init__(self, model: LanguageModel, own: Mapping[str, float] | None = None) -> None:
        self.model = model
        self._ids = model.ids
        self._reach: dict[str, int] = {}
        self._own = {word: cost for word, cost in (own or {}).items() if len(word) > 1 and word not in self._ids}
        for word in (*self._ids, *self._own):
            if len(word) > self._reach.get(word[:2], 2):
                self._reach[word[:2]] = min(len(word), _LONGEST)
        self._begin, self._end = self._ids.get("<s>", 0), self._ids.get("</s>", 0)
        self.pull = lru_cache(maxsize=1 << 16)(self._pull)
        self.likelihood = lru_cache(maxsize=_REMEMBERED)(self._likelihood)

    def knows(self, word: str) -> bool:
        """Whether it is a word of the model."""
        return word in self._ids or word in self._own

    def cost(self, word: str) -> float:
        """What a word costs anywhere, as the lexicon counts it."""
        number = self._ids.get(word, 0)
        return -self.model.word(number) if number else self._own.get(word, _UNKNOWN)

    def _pull(self, before: str, word: str) -> float:
        """How much likelier a word is behind another one than elsewhere; 0.0 for a pair that the model hasn't seen."""
        one, other = self._ids.get(before, 0), self._ids.get(word, 0)
        pair = self.model.pair(one, other) if one and other else 0.0
        return pair - self.model.word(other) if pair else 0.0

    def _likelihood(self, text: str) -> float:
        """The logarithm of how likely a stretch is, as its best cutting by pairs of words, judged by three words at a time."""
        total, first, before = 0.0, 0, self._begin
        for word in self._cut(text):
            number = self._ids.get(word, 0)
            total += self._behind(first, before, number) if number else -self._own.get(word, _UNKNOWN)
            first, before = before, number
        return total + self._behind(first, before, self._end)

    def _cut(self, text: str) -> list[str]:
        """The words of the best cutting by pairs."""
        size = len(text)
        best: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(size + 1)]  # a word to its score, its start and the one before
        best[0][self._begin] = (0.0, 0, 0)
        for start in range(size):
            here = best[start].items()
            if not here:
                continue
            for end in range(start + 1, min(size, start + self._reach.get(text[start : start + 2], 2)) + 1):
                word = text[start:end]
                number = self._ids.get(word, 0)
                own = None if number else self._own.get(word)
                if number or own is not None or end == start + 1:
                    if own is None:
                        score, before = max([(so_far + self._after(known, number), known) for known, (so_far, _, _) in here])
                    else:
                        score, before = max([(so_far - own, known) for known, (so_far, _, _) in here])
                    there = best[end]
                    if number not in there or score > there[number][0]:
                        there[number] = (score, start, before)
        _, number = max([(so_far + self._after(known, self._end), known) for known, (so_far, _, _) in best[size].items()])
        words: list[str] = []
        end = size
        while end:
            _, start, before = best[end][number]
            words.append(text[start:end])
            end, number = start, before
        return words[::-1]

    def _after(self, before: int, number: int) -> float:
        if not number:
            return -_UNKNOWN
        return self.model.after(before, number) if before else self.model.word(number)

    def _behind(self, first: int, before: int, number: int) -> float:
        return self.model.third(first, before, number) if first and before else self._after(before, number)


def around(text: str, start: int, end: int, bounds: Sequence[int] | frozenset[int], reach: int = 7) -> tuple[int, int]:
    """The stretch about `start:end` by which it is judged: some characters on either side, to where words begin and end."""
    low, high = max(0, start - reach), min(len(text), end + reach)
    while low > 0 and low not in bounds:
        low -= 1
    while high < len(text) and high not in bounds:
        high += 1
    return low, high
