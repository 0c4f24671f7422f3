"""A name in its forms, and the form that is chosen of them, become what is to be changed and where (统一称谓)."""

from __future__ import annotations

from typing import Literal

from app.records import dataclass

Kind = Literal["单位", "人名", "职务"]
Kept = Literal["", "引文", "书名", "报头", "报尾"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a form stands: characters of a passage, `turn` its place in the document, `article` that of its article, -1 outside of all.

    `kept`: in a quotation, a title of a work, the masthead or the footer, where it is changed only if asked. `running`: in what an article
    says, not in what stands over it.
    """

    key: int
    start: int
    end: int
    kept: Kept = ""
    turn: int = 0
    article: int = -1
    running: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a name, with all its places in printing order."""

    words: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """A unit, a person, or the posts of the person `who`, with the forms in which the document names it, the commonest first.

    `preset` is the form to write, which may be none of these where all of them are abolished, and "" where nothing tells; `full` the full
    name that a first mention takes, "" where none is known. `joined`: somebody said that these are one.
    """

    kind: Kind
    forms: tuple[Form, ...]
    preset: str = ""
    full: str = ""
    who: str = ""
    joined: bool = False

    @property
    def choices(self) -> tuple[str, ...]:
        """What it can be written as."""
        words = [form.words for form in self.forms]
        return tuple(dict.fromkeys((*words, *filter(None, (self.preset, self.full)))))


@dataclass(frozen=True, slots=True)
class Place:
    """A form in its place, and what should stand there; the same words where nothing is to be changed."""

    spot: Spot
    words: str
    new: str


def places(naming: Naming, chosen: str, full: str = "") -> tuple[Place, ...]:
    """Every place in printing order; nothing changes where nothing is chosen, "".

    With `full` the first mention in what an article says takes it, and those behind `chosen`.
    """
    rows = sorted(((form.words, spot) for form in naming.forms for spot in form.spots), key=lambda row: (row[1].turn, row[1].start))
    begun: set[int] = set()
    found: list[Place] = []
    for words, spot in rows:
        first = bool(full) and spot.running and not spot.kept and spot.article not in begun
        if first:
            begun.add(spot.article)
        found.append(Place(spot, words, (full if first else chosen) or words))
    return tuple(found)
