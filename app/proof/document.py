"""What is proofread, as plain values: passages with their roles, the articles they belong to, and the facts of the issue."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from app.model.issue import Role
from app.records import dataclass

RUNNING = frozenset(
    {
        Role.BODY,
        Role.EDITOR_NOTE,
        Role.ADDRESSEE,
        Role.HEADING_1,
        Role.HEADING_2,
        Role.HEADING_3,
        Role.HEADING_4,
        Role.CELL,
        Role.PICTURE,
        Role.TABLE,
    }
)
"""What an article says, without its title and what stands round it."""

TITLES = frozenset({Role.TITLE, Role.TOC_TITLE, Role.SECTION, Role.SUBTITLE})
"""What stands as a heading of its own and ends without a full stop."""

_T = TypeVar("_T")
_REPEATED = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph. `key` is the id of its block, or the number of its line in a text file; `article` its turn, -1 outside of all."""

    key: int
    text: str
    role: Role = Role.BODY
    article: int = -1


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What is known of an article beside its words: the unit that sent it ("" unknown), and the day on which it was written."""

    title: str = ""
    unit: str = ""
    day: datetime.date | None = None


@dataclass(frozen=True)
class Document:
    """An issue, or a single submission, as the rules see it.

    `passages` stand in printing order; contents lines that a text file has typed carry `Role.TOC_TITLE`, as a 目录题 does. `derived`
    contents follow from the titles, so that only a 目录题 can differ. `date` is the issue's, None while it is open. `masthead` says
    whether it is a whole issue, whose number, date and footer can be held against one another.
    """

    passages: tuple[Passage, ...]
    articles: tuple[ArticleFacts, ...] = ()
    date: datetime.date | None = None
    masthead: bool = False
    derived: bool = False

    def of(self, *roles: Role) -> Iterator[Passage]:
        """The passages of these roles, in order."""
        return (passage for passage in self.passages if passage.role in roles)

    @cached_property
    def running(self) -> tuple[Passage, ...]:
        """The passages of running text."""
        return tuple(passage for passage in self.passages if passage.role in RUNNING)

    def repeats(self, words: str) -> bool:
        """Whether words stand in the document so often that they are meant."""
        return self.text.count(words) >= _REPEATED

    @cached_property
    def text(self) -> str:
        """All passages, a line each."""
        return "\n".join(passage.text for passage in self.passages)

    def article_of(self, passage: Passage) -> ArticleFacts | None:
        """The facts of the article that a passage belongs to."""
        return self.articles[passage.article] if 0 <= passage.article < len(self.articles) else None

    def inside(self, article: int) -> tuple[Passage, ...]:
        """The passages of one article, in order."""
        return self._by_article.get(article, ())

    def once(self, work: Callable[[Document], _T]) -> _T:
        """What a function says of the document, worked out once however many rules ask for it."""
        known = self._worked_out
        if work not in known:
            known[work] = work(self)
        answer: _T = known[work]
        return answer

    @cached_property
    def _worked_out(self) -> dict[Callable[[Document], Any], Any]:
        return {}

    @cached_property
    def _by_article(self) -> dict[int, tuple[Passage, ...]]:
        found: dict[int, list[Passage]] = {}
        for passage in self.passages:
            found.setdefault(passage.article, []).append(passage)
        return {article: tuple(passages) for article, passages in found.items()}
