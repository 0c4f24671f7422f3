"""What is looked for in the archive becomes a list: texts with the piece that shows it, or every sentence that names a unit or a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.records import dataclass
from app.text.excerpts import Excerpt, excerpt, places, sentences_with
from app.text.phrases import fold, phrases

if TYPE_CHECKING:
    from app.store.library.library import Library
    from app.store.library.search import Hit, Wanted

MOST_SENTENCES = 300


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what was found: a text and the piece or the sentence that shows it; `marks` are the places in the title."""

    hit: Hit
    shown: Excerpt
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The lines, and one sentence on how many there are. `names` are the forms of the unit; `by_place`: each line is a place
    that names it."""

    lines: tuple[Line, ...] = ()
    said: str = ""
    names: tuple[str, ...] = ()
    more: bool = False
    by_place: bool = False


def look_up(library: Library, typed: str, wanted: Wanted) -> LookedUp:
    """The texts that hold what was typed, with `wanted` saying where. Raises `UserError`."""
    asked = phrases(typed)
    found = library.search.find(replace(_with_units(library, wanted), phrases=asked, names=()))
    lines = tuple(_line(hit, asked) for hit in found.hits)
    names = forms_of(typed.strip(), library) if len(asked) == 1 else ()
    return LookedUp(lines, _said(len(lines), found.total), names, more=found.total is None or found.total > len(lines))


def mentions(library: Library, names: Sequence[str], wanted: Wanted) -> LookedUp:
    """Every sentence that names one of several forms of a unit, or a person, the newest first. Raises `UserError`."""
    asked = tuple(dict.fromkeys(filter(None, (fold(name.strip()) for name in names))))
    found = library.search.find(replace(_with_units(library, wanted), phrases=(), names=asked))
    hits = sorted(found.hits, key=lambda hit: hit.day, reverse=True)
    lines = [line for hit in hits for line in _sentences(hit, asked)]
    count = sum(line.shown.places for line in lines)
    more = found.total is None or found.total > len(hits) or len(lines) > MOST_SENTENCES
    if not lines:
        return LookedUp((), "没有提到的地方。", tuple(names), by_place=True)
    said = f"{len(hits)} 篇里提到 {count} 处，先列出最近的。" if more else f"{len(hits)} 篇里提到 {count} 处。"
    return LookedUp(tuple(lines[:MOST_SENTENCES]), said, tuple(names), more, by_place=True)


def forms_of(name: str, library: Library) -> tuple[str, ...]:
    """All names of the unit that has this one, from what it signs with and from the office's list; none where no unit has it."""
    groups = library.search.same_units()
    found: set[str] = set()
    wanted = {name}
    while wanted:
        joined = {one for group in groups if group & wanted for one in group}
        wanted = joined - found
        found |= joined
    return (name, *sorted(found - {name}, key=lambda one: (-len(one), one))) if found else ()


def _with_units(library: Library, wanted: Wanted) -> Wanted:
    """The units that are wanted by all of their names."""
    return replace(wanted, units=tuple({name: None for unit in wanted.units for name in forms_of(unit, library) or (unit,)}))


def _line(hit: Hit, asked: Sequence[str]) -> Line:
    return Line(hit, excerpt(hit.text, asked), places(hit.title, asked))


def _sentences(hit: Hit, asked: Sequence[str]) -> Iterator[Line]:
    pieces: Iterable[str] = (hit.title, hit.text)
    for text in pieces:
        for sentence in sentences_with(text, asked):
            yield Line(hit, sentence)


def _said(shown: int, total: int | None) -> str:
    if not shown:
        return "没有找到。"
    if total is None:
        return f"找到 {shown} 篇以上，先列出这 {shown} 篇；再加一个词，会找得更准。"
    return f"找到 {total} 篇。" if total == shown else f"找到 {total} 篇，先列出这 {shown} 篇；再加一个词，会找得更准。"
