"""A text becomes the places where a fixed expression stands with a word put in, left out, or exchanged for a longer or a shorter one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from app.proof.exchanged import bare_of
from app.proof.reworded import FIGURES, Reworded, Standing, bare_forms, bare_text, by_head, parted, places_of
from app.records import dataclass

_PUT_IN, _LEFT_OUT, _LEFT_OUT_OF_LONG = 3, 2, 4
"""Characters of a word that may be too much, and of one that may be lacking; of words that may be lacking in a very long expression."""
_VERY_LONG = 14
_SHARED, _SHARED_AT_LEAST = 6, 5
"""Characters of an expression that must be there: where a word is lacking or another one, and where one is too much."""
_LONG = 8
"""From this length on an expression may lack a word."""
_GROUND = 2
"""Characters that must be there on either side."""
_PLAIN_WORDS = """
持续 稳步 加快 深入 全面 扎实 有效 更好 更加 牢牢 共同 积极 着力 努力 认真 严格 推动 推进 实现 加强
做好 抓好 要 必须 应 应当 须 能 能够 会 将 可 可以 也 都 均 更 还 已 已经 就 才 则 是 了 着 过
地 得 又 再 始终 不断 进一步 切实 坚决 真正 坚持 一定要 就要 还要 更要 和 与 及 同 以及 而 并 且
并且 更加 各 县 市 区 省 镇 乡 全市 全县 全区 我们 而且 既 既要 不 不仅 不能 这一 这个 上 中 下
级
"""
_PLAIN = frozenset(_PLAIN_WORDS.split())
"""Words that are put into an expression on purpose: 中国人的饭碗要牢牢端在自己手中."""

_OF = "的"
_NAMED = frozenset(("战略", "工程", "行动", "计划", "规划", "制度", "方针", "精神"))
"""Put in, it changes nothing: 稳中求进的工作总基调; only before these, which end a name, it doesn't stand: 就业优先的战略."""
_JOINING = frozenset(("和", "与", "及", "同", "以及", "而", "并", "且", "并且", "的"))
"""Words that may be left out."""


@dataclass(frozen=True, eq=False)
class Stretched:
    """Expressions, looked up by their first characters; marks don't count. What belongs to one of `standing` is none of them."""

    phrases: tuple[str, ...]
    standing: Standing

    def find(self, text: str) -> Iterator[Reworded]:
        """Every place, in order of where the expression begins."""
        whole, heads = bare_text(text), self._heads
        bare = whole.text
        for start, phrases in [(start, heads[pair]) for start, pair in enumerate(whole.pairs) if pair in heads]:
            for phrase in phrases:
                found = self._apart(bare, start, phrase)
                if found is None:
                    continue
                low, high, end, right = found
                places = places_of(text)
                here = text[places[start] : places[end - 1]]
                if (
                    parted(here, self._bare[phrase])
                    or "、" in text[places[low] : places[high - 1]]
                    or self.standing.covers(bare, low, high)
                ):
                    continue
                yield Reworded(places[low], places[high - 1] + 1, right, self._bare[phrase])

    def _apart(self, bare: str, start: int, phrase: str) -> tuple[int, int, int, str] | None:
        """(start, end) of the stretch that differs and the end of the whole in a text, and what the stretch should be."""
        head, size = 0, len(phrase)
        while head < size and start + head < len(bare) and bare[start + head] == phrase[head]:
            head += 1
        if not _GROUND <= head < size - 1:
            return None
        ending = self._endings[phrase]
        for more in (1, 2, 3, -1, -2, -3, -4) if size >= _VERY_LONG else (1, 2, 3, -1, -2):
            end = start + size + more
            if end > len(bare) or bare[end - _GROUND : end] != ending:
                continue
            tail = _GROUND
            while tail < min(size - head, size + more - head) and bare[end - 1 - tail] == phrase[-1 - tail]:
                tail += 1
            own, other = phrase[head : size - tail], bare[start + head : end - tail]
            if self._is_slip(phrase, head, own, other):
                return start + head - 1, end - tail + 1, end, phrase[head - 1 : size - tail + 1]
        return None

    def _is_slip(self, phrase: str, head: int, own: str, other: str) -> bool:
        shared = len(phrase) - len(own)
        if not other and head > _LEFT_OUT_OF_LONG < len(phrase) - head - len(own) and len(phrase) >= _VERY_LONG:
            return len(own) <= _LEFT_OUT_OF_LONG and own not in _JOINING
        if len(own) > _LEFT_OUT + 1 or len(other) > _PUT_IN or other in _PLAIN or own in _JOINING or FIGURES.intersection(other + own):
            return False
        if not own:
            return (other != _OF or phrase[head:] in _NAMED) and shared > _SHARED_AT_LEAST and head not in self._joints[phrase]
        if shared < _SHARED or len(phrase) < _LONG:
            return False
        if not other:
            return len(own) <= _LEFT_OUT
        return other == _OF or set(other) < set(own) or set(own) < set(other)

    @cached_property
    def _bare(self) -> dict[str, str]:
        """The expressions without marks, to their usual form."""
        return bare_forms(self.phrases)

    @cached_property
    def _heads(self) -> dict[str, tuple[str, ...]]:
        return by_head(self._bare)

    @cached_property
    def _endings(self) -> dict[str, str]:
        return {phrase: phrase[-_GROUND:] for phrase in self._bare}

    @cached_property
    def _joints(self) -> dict[str, frozenset[int]]:
        """The places of an expression at which it has a mark: there a word may always be put in, 尽力而为、又量力而行."""
        return {bare: frozenset(accumulate(len(bare_of(part)) for part in _parts(phrase))) for bare, phrase in self._bare.items()}


def _parts(phrase: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in phrase).split()
