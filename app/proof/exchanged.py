"""A fixed expression becomes what it is where two of its parts, or words of them, have changed places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_JOINTS = ("、", "，", "就是")
_AND = "和"
_LEAST = 4
"""Characters of a part that can change places, or lend a word, without the expression becoming another one."""
_WORD = 2
_PART = re.compile(r"[^\W_]+")


def bare_of(phrase: str) -> str:
    """An expression without its marks."""
    return "".join(char for char in phrase if char.isalnum())


def exchanged_forms(phrase: str) -> Iterator[tuple[str, str]]:
    """The wrong forms, without marks, each with what should stand there."""
    bare = bare_of(phrase)
    for joint in _JOINTS:
        one, joined, other = phrase.partition(joint)
        if joined and len(one) == len(other) >= _LEAST and joint not in other and (one + other).isalnum():
            between = joint if joint.isalnum() else ""
            if between:
                yield other + between + one, phrase
            for wrong in _crossed(one, other, between):
                if wrong not in (bare, other + between + one):
                    yield wrong, phrase
    yield from _within_a_row(phrase)
    yield from ((wrong, phrase) for wrong in _about_and(bare))


def _within_a_row(phrase: str) -> Iterator[tuple[str, str]]:
    """公众协同、社会参与 for 社会协同、公众参与 within a longer row: two neighbours have exchanged a word; told by the two alone."""
    parts = list(_PART.finditer(phrase))
    for left, right in pairwise(parts) if len(parts) > _WORD else ():
        one, other = left[0], right[0]
        if len(one) == len(other) == _LEAST and one[:_WORD] != other[:_WORD] and one[_WORD:] != other[_WORD:]:
            yield one[:_WORD] + other[_WORD:] + other[:_WORD] + one[_WORD:], phrase[left.start() : right.end()]
            yield other[:_WORD] + one[_WORD:] + one[:_WORD] + other[_WORD:], phrase[left.start() : right.end()]


def _about_and(bare: str) -> Iterator[str]:
    """一体化治理和系统保护, 质的合理增长和量的有效提升: the words before 和 and at the end, whatever else stands in the two parts."""
    one, joined, other = bare.partition(_AND)
    if not joined or _AND in other or min(len(one), len(other)) < _LEAST:
        return
    for size in (_WORD, 2 * _WORD):
        if size < min(len(one), len(other)) and one[-size:] != other[-size:]:
            yield one[:-size] + other[-size:] + _AND + other[:-size] + one[-size:]


def _crossed(one: str, other: str, between: str) -> Iterator[str]:
    for start, end in _blocks(one, other):
        yield one[:start] + other[start:end] + one[end:] + between + other[:start] + one[start:end] + other[end:]


def _blocks(one: str, other: str) -> Iterator[tuple[int, int]]:
    """The stretches in which two strings of one length differ, where they have something in common."""
    start = -1
    same = [a == b for a, b in zip(one, other, strict=True)]
    if not any(same):
        return
    for at, equal in enumerate([*same, True]):
        if not equal and start < 0:
            start = at
        elif equal and start >= 0:
            yield from ((low, at) for low in range(start, at))  # 为国聚财、为民收税: the last words alone may be exchanged, too
            start = -1
