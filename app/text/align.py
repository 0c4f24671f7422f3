"""Two sequences of paragraphs become pairs: the paragraphs of the later one that go back to one of the earlier, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_LEAST = 0.4
"""Bigrams in common (Dice), from which a paragraph is another version of one; two reports of one kind share up to a third."""
_MOST_CELLS = 10_000
"""Paragraphs of a stretch times those against it; a longer one, which no article holds, is paired by place."""


def aligned(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """For each text of `new` that is one of `old` or a version of it, which one: equal texts first, then the likeliest pairs between them.

    Pairs don't cross and no text is in two. The alignment is Needleman and Wunsch's (1970) with the likeness of two texts as the gain.
    """
    found: dict[int, int] = {}
    for op, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op == "equal":
            found.update(zip(range(j1, j2), range(i1, i2), strict=True))
        elif op == "replace":
            found.update((j1 + j, i1 + i) for i, j in _likeliest(old[i1:i2], new[j1:j2]))
    return found


def likeness(one: str, other: str) -> float:
    """The part of their bigrams that two texts share (Dice's coefficient), 0 to 1."""
    return _dice(_bigrams(one), _bigrams(other))


def _likeliest(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    if len(old) * len(new) > _MOST_CELLS:
        yield from ((at, at) for at in range(min(len(old), len(new))))
        return
    ones, others = [_bigrams(text) for text in old], [_bigrams(text) for text in new]
    gains = [[gain if (gain := _dice(one, other)) >= _LEAST else 0.0 for other in others] for one in ones]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = gains[i][j] + best[i + 1][j + 1] if gains[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    i = j = 0
    while i < len(old) and j < len(new):
        if gains[i][j] and best[i][j] == gains[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _bigrams(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(max(1, len(text) - 1)))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
