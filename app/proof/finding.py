"""What a rule says of a place becomes a finding: how sure, in which words, and what should stand there."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from app.records import dataclass


class Level(StrEnum):
    """How sure a rule is: 必错, 疑似, 提示."""

    ERROR = "error"
    QUERY = "query"
    HINT = "hint"


LEVEL_WORDS = {Level.ERROR: "必错", Level.QUERY: "疑似", Level.HINT: "提示"}
"""The office's words, the surest first."""
_WEIGHT = {level: weight for weight, level in enumerate(LEVEL_WORDS)}


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters `start` to `end` (code points, end excluded, at least one) of one passage, as a rule reports them.

    `message` is one plain Chinese sentence. `fix` is what should stand in their place ("" takes them out), None where that is the clerk's
    to say.
    """

    start: int
    end: int
    message: str
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit of rule `rule` in the passage `key` (a block of an issue, a line of a text file); `words` are what stands there."""

    key: int
    start: int
    end: int
    level: Level
    rule: str
    message: str
    words: str
    fix: str | None = None

    @property
    def of_a_word(self) -> bool:
        """Whether its words can be let be everywhere: marks, placeholders, figures and whole lines stand for more than this place.

        What is told of the layout (page.) is told of a place, whatever stands there.
        """
        return is_word(self.words) and not self.rule.startswith("page.")


_LETTERS = re.compile(r"[^\W\d_]")
_NO_WORD = re.compile(
    "[XxＸｘ×]+|[\u4e00-\u9fff]|(?:星期|周|礼拜)[一二三四五六日天]|左右|上下|以[上下内外]"
    r"|[（(]?[一二三四五六七八九十百千万亿零〇两\d.,]+(?:[）)、.．]|[年月日号时分秒个名人次倍元件项户家亩吨%％])?|.*\d[年月日倍%％].*"
)
"""Placeholders, days, ordinals and numbers, and a single Chinese character, which stands in other words, too."""
_LONGEST_WORD = 20
_RECKONED = ("sum.", "rate.")
_OF_FIGURES = (*_RECKONED, "percent.", "number.", "count.")
"""Findings on figures: what is wrong with one of them is the reason why a sum doesn't come out."""
_FIGURE = re.compile("[0-9]")


def is_word(words: str) -> bool:
    """Whether these characters are a word or a name, which an office may want never to be told of again."""
    return len(words) <= _LONGEST_WORD and _LETTERS.search(words) is not None and not _NO_WORD.fullmatch(words)


def settled(findings: list[Finding]) -> tuple[Finding, ...]:
    """The findings of one passage in the order of their places, one for a place.

    Of two that overlap the surer one stays, of two equally sure ones the one with a fix, then the shorter; a clerk who is told twice of
    one slip stops reading. A sum that doesn't come out is another matter than a slip among its words: it keeps the figures beside that.
    """
    kept: list[Finding] = []
    for one in sorted(findings, key=_weight):
        over = [other for other in kept if one.start < other.end and other.start < one.end]
        rest = _beside(one, over) if over else one
        if rest:
            kept.append(rest)
    return tuple(sorted(kept, key=lambda one: (one.start, one.end)))


def _beside(one: Finding, over: list[Finding]) -> Finding | None:
    """What a reckoning keeps beside findings that aren't of figures: the longest part with figures, None where there is none."""
    if not one.rule.startswith(_RECKONED) or one.fix is not None or any(other.rule.startswith(_OF_FIGURES) for other in over):
        return None
    ends = sorted((other.start, other.end) for other in over)
    free = zip([one.start, *(end for _, end in ends)], [*(start for start, _ in ends), one.end], strict=True)
    parts = [(start, end) for start, end in free if _FIGURE.search(one.words[max(0, start - one.start) : max(0, end - one.start)])]
    if not parts:
        return None
    start, end = max(parts, key=lambda part: part[1] - part[0])
    return replace(one, start=start, end=end, words=one.words[start - one.start : end - one.start])


def _weight(one: Finding) -> tuple[int, bool, int, int]:
    return _WEIGHT[one.level], one.fix is None, one.end - one.start, one.start
