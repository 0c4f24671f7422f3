"""A short function and what is said of it become a rule: id, name, level, source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from app.model.issue import Role
from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.records import dataclass

PassageFinder = Callable[[Passage, Office], Iterable[Hit]]
"""Looks at one passage alone, so that what it found can be kept until the passage changes."""
DocumentFinder = Callable[[Document, Office], Iterable[tuple[Passage, Hit]]]
"""Looks at the whole document: what is found depends on more than one passage."""

FIGURES = "0-9０-９"
r"""What \d of a regular expression means in a Chinese text."""


_HABIT = re.compile("(?:^|(?<=；))实务(?=$|[；：])")


@dataclass(frozen=True, slots=True)
class About:
    """What is said of a rule. `id` never changes, profiles and ignored places name it; `name` and `source` are shown to the clerk.

    `source` names the clause: GB/T 15834—2011 4.5.3, 条例 第九条, or 实务 where habit alone says so. `former` are the rules that told the
    same before it: what an office set for them, and what clerks let stand of them, counts for this one, too.
    """

    id: str
    name: str
    level: Level
    source: str
    former: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id that it answers to, its own first."""
        return self.id, *self.former

    @property
    def basis(self) -> str:
        """The source, said in full: 实务 alone tells a clerk's chief nothing."""
        return _HABIT.sub("公文编校通行做法", self.source)


@dataclass(frozen=True, slots=True)
class PassageRule:
    """A rule on single passages of the roles `roles`; None: of all.

    `lone`: it speaks of words that are unlikely, so it is silent where the same words stand in the document again and again.
    `needs`: characters, or ranges of them as in a regular-expression class, of which a passage holds one wherever the rule finds something,
    so that it isn't asked about others; "": it is asked about all.
    """

    about: About
    find: PassageFinder
    roles: frozenset[Role] | None = None
    lone: bool = False
    needs: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """A rule on the whole document."""

    about: About
    find: DocumentFinder


Rule = PassageRule | DocumentRule
