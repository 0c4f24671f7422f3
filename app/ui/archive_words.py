"""Signed issues and what was found in them become the words by which the archive's window shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from app.model.signing import SignedIssue

if TYPE_CHECKING:
    from app.store.library.search import Hit

_SHORTEST_NAME = 4
"""A name of fewer characters (简报) says too little by itself."""


def short_names(bulletins: Iterable[str]) -> dict[str, str]:
    """By bulletin its name without what all of them begin with; "" for the only one, which needs no name to be told apart."""
    names = sorted(set(bulletins))
    if len(names) == 1:
        return {names[0]: ""}
    common = sum(1 for _ in takewhile(lambda chars: len(set(chars)) == 1, zip(*names, strict=False)))
    short = {name: name[common:] for name in names}
    return short if all(len(name) >= _SHORTEST_NAME for name in short.values()) else {name: name for name in names}


def number_line(signed: SignedIssue, names: Mapping[str, str] | None = None) -> str:
    """工作简报 第7期, the bulletin by its name in `names`."""
    number = signed.number or "无期号"
    again = f"（第{signed.turn}次签发）" if signed.turn > 1 else ""
    name = (names or {}).get(signed.bulletin, signed.bulletin)
    return " ".join(filter(None, (name, f"{number}{again}")))


def day_words(day: str) -> str:
    """2021年3月8日."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day or "日期不详"
    return f"{found.year}年{found.month}月{found.day}日"


def hit_words(hit: Hit, names: Mapping[str, str] | None = None) -> str:
    """工作简报 第7期 · 2021年3月8日 · 市税务局."""
    name = (names or {}).get(hit.bulletin, hit.bulletin)
    where = " ".join(filter(None, (name, hit.number))) if hit.issue else "来稿"
    return " · ".join(filter(None, (where, day_words(hit.day), hit.unit)))
