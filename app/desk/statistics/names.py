"""A name that a unit signed with becomes the name that it is counted under."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.model.statistics import Member

UNKNOWN = "单位不详"
Namer = Callable[[str], str]


def namer(joined: Iterable[tuple[str, str]], members: Iterable[Member]) -> Namer:
    """What the office's groups say goes before what was joined in the 来稿箱; a name that neither knows is a unit of its own."""
    known = {"".join(alias.split()): name for alias, name in joined}
    own = {alias: one.unit for one in members if one.unit for alias in (*one.aliases, one.unit)}
    own |= {one.unit: one.unit for one in members if one.unit}

    def name(written: str) -> str:
        tight = "".join(written.split())
        if not tight:
            return UNKNOWN
        if tight in own:
            return own[tight]
        counted = "".join(known.get(tight, tight).split())
        return own.get(counted, counted)

    return name
