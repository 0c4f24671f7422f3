"""The names of laws and regulations, looked up as they are, and as what a name that is nearly right was meant to be."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cached_property

from app.records import dataclass
from app.text.difference import difference

_PARTY = "中国共产党"
_ENDS = ("法典", "法", "条例", "准则", "规则", "规定")
_CENTRAL = re.compile("中国共产|党|领导干部|干部|公务员|纪检|地方党政|推进领导|县以上党")
"""Names that only a central regulation has; what is called 条例 otherwise may be that of a place."""
_GENERAL_WORDS = "管理 监督 监督管理 工作 保障 保护 促进 服务 暂行 若干 特别 实施 国家 行政"
_GENERAL = frozenset(_GENERAL_WORDS.split())
"""Words that are put in or left out by chance and make no other regulation."""
_LIKE_WORDS = tuple(
    frozenset(words.split())
    for words in (
        "保护 保障 防护 维护",
        "促进 推进 推动 发展",
        "管理 监管 治理 监督",
        "防治 治理 防控 整治 防止 预防",
        "支付 给付 发放",
        "条例 准则 规定 规则",
        "处分 处罚 惩处",
        "权益 权利 利益",
    )
)
_MOST = 3
"""Characters of a word that may be another one, missing or too much."""


@dataclass(frozen=True, slots=True)
class Statute:
    """A law or regulation by its full name without 中华人民共和国: the day on which it ended, what is in its place, short forms in use."""

    name: str
    until: datetime.date | None = None
    instead: str = ""
    short: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Statutes:
    """Statutes by name, and by what a slip in one word leaves of it."""

    statutes: tuple[Statute, ...] = ()

    @cached_property
    def _known(self) -> dict[str, Statute]:
        """Every form of a name, the full ones before the short ones."""
        found: dict[str, Statute] = {}
        for one in self.statutes:
            found.setdefault(one.name, one)
        for one in self.statutes:
            for form in (one.name.removeprefix(_PARTY), *one.short):
                found.setdefault(form, one)
        return found

    @cached_property
    def _keys(self) -> dict[str, tuple[tuple[str, Statute], ...]]:
        """The first two characters, the last four before 法 or 条例, and all characters in order of code, to the names that have them."""
        found: dict[str, dict[str, Statute]] = {}
        for one in self.statutes:
            for name in {one.name, one.name.removeprefix(_PARTY)}:
                if _end(name):
                    for key in _keys_of(name):
                        found.setdefault(key, {})[name] = one
        return {key: tuple(names.items()) for key, names in found.items()}

    def known(self, name: str) -> Statute | None:
        """The statute of that very name, or short form."""
        return self._known.get(name)

    def nearest(self, name: str, national: bool = False) -> str | None:
        """The one name that was meant by `name`, which is none; None where there is none, or more than one.

        `national`: it is said to be a law of the state, so that no place can have made it.
        """
        if not _end(name) or len(name) < 5 or name in self._known or (not national and self._of_a_place(name)):
            return None
        near: dict[str, int] = {}
        frames: set[str] = set()
        for known, one in dict(self._candidates(name)).items():
            head, own, other = _apart(name, known)
            if not other:
                frames.add(one.name)
            cost = _cost(name, known, head, own, other, national or _CENTRAL.match(one.name) is not None)
            if cost:
                near[known] = cost
        least = min(near.values(), default=0)
        nearest = [known for known, cost in near.items() if cost == least]
        return nearest[0] if len(nearest) == 1 and len(frames) < 2 else None

    def _of_a_place(self, name: str) -> bool:
        """Whether a known name stands behind other words, or a place may have made 条例 to a law of that name."""
        if name.startswith(_PARTY):
            return False
        return f"{_stem(name)}法" in self._known or any(name[at:] in self._known for at in range(1, len(name) - 3))

    def _candidates(self, name: str) -> Iterator[tuple[str, Statute]]:
        for key in _keys_of(name):
            yield from self._keys.get(key, ())


def _keys_of(name: str) -> tuple[str, ...]:
    keys = (f"^{name.removeprefix(_PARTY)[:2]}", f"{_stem(name)[-4:]}$", "".join(sorted(name)))
    return (*keys, f"{name[-4:]}$") if name.startswith(_PARTY) else keys


def _end(name: str) -> str:
    """With what a name ends that can be looked up; "" for others, such as 办法."""
    return "" if name.endswith("办法") else next((end for end in _ENDS if name.endswith(end)), "")


def _stem(name: str) -> str:
    return name.removesuffix(_end(name))


def _apart(name: str, known: str) -> tuple[int, str, str]:
    """Where the two begin to differ, and the stretches of the known one and of the other in which they do."""
    start, end, there = difference(known, name)
    return start, known[start:end], there


def _cost(name: str, known: str, head: int, own: str, other: str, central: bool) -> int:
    """How far a name is from a known one, 0 for too far."""
    end, right = _end(name), _end(known)
    law = central or end.startswith("法")
    if end != right:  # any unit makes 规则 and 规定, any place 条例; nobody but the state makes 法
        central_end = central and not right.startswith("法") and (end in ("条例", "准则") or name.startswith(_PARTY))
        told = end.startswith("法") or central_end
        return 1 if told and _stem(name) == _stem(known) and len(_stem(known)) > 3 else 0
    if len(name) == len(known) and sorted(name) == sorted(known):
        return 2 if len(known) > 5 else 0
    shared = len(known) - len(own)
    if max(len(own), len(other)) > _MOST or shared * 3 < len(known) * 2 or (shared < 4 if end.startswith("法") else shared < 6):
        return 0
    alike = bool(set(own) & set(other)) or any(own in words and other in words for words in _LIKE_WORDS)
    slip = len(own) < 2 and len(other) < 2 and shared > 4
    stem = shared - len(right)
    if head == 0 and not alike and not slip:
        return 0  # another law, or a part of the name
    told = law or (stem > 4 and alike) or (stem > 6 and (slip or (own + other) in _GENERAL)) or (stem > 8 and not other)
    return len(own) + len(other) if told else 0
