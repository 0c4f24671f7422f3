"""栏目 and articles become one row of heads and paragraphs, and such a row becomes 栏目 and articles again.

What a selection cuts out or a paste puts in is a change of that row; which article a paragraph belongs to follows from the head that
stands before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum

from app.edit.tree import Ids
from app.model.issue import Article, Paragraph, Role, Section
from app.records import dataclass


class Kind(Enum):
    """What an item of the row is."""

    NAME = "name"
    TITLE = "title"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Item:
    """A 栏目 head (its paragraph is None where it has no name), a title or a paragraph; heads know whose they are, if anyone's."""

    kind: Kind
    paragraph: Paragraph | None
    section: Section | None = None
    article: Article | None = None

    @property
    def block(self) -> int:
        """The id of its block, 0 for a 栏目 without a name."""
        return self.paragraph.id if self.paragraph else 0

    def with_text(self, paragraph: Paragraph | None) -> Item:
        """The same head or paragraph with other text; the same object where that is what it holds."""
        return self if paragraph == self.paragraph else replace(self, paragraph=paragraph)


_KINDS = {Role.SECTION: Kind.NAME, Role.TITLE: Kind.TITLE}


def item_of(paragraph: Paragraph) -> Item:
    """A paragraph from elsewhere as an item that belongs to nobody yet."""
    return Item(_KINDS.get(paragraph.role, Kind.TEXT), paragraph)


def flatten(sections: Iterable[Section]) -> Iterator[Item]:
    """The row of some 栏目."""
    for section in sections:
        yield Item(Kind.NAME, section.name, section=section)
        for article in section.articles:
            yield Item(Kind.TITLE, article.title, article=article)
            for paragraph in article.paragraphs:
                yield Item(Kind.TEXT, paragraph)


def rebuilt(items: Sequence[Item], ids: Ids) -> tuple[Section, ...]:
    """The 栏目 of a row that begins with a 栏目 head; parts in which nothing changed are the same objects.

    Paragraphs directly under a 栏目 head get an article without a title.
    """
    sections: list[tuple[Item, list[tuple[Item | None, list[Paragraph]]]]] = []
    for item in items:
        if item.kind is Kind.NAME:
            sections.append((item, []))
        elif item.kind is Kind.TITLE:
            sections[-1][1].append((item, []))
        elif item.paragraph:
            articles = sections[-1][1]
            if not articles:
                articles.append((None, []))
            articles[-1][1].append(item.paragraph)
    return tuple(_section(head, [_article(title, texts, ids) for title, texts in articles], ids) for head, articles in sections)


def _section(head: Item, articles: Sequence[Article], ids: Ids) -> Section:
    old = head.section
    if old is None:
        return Section(ids.new(), head.paragraph, tuple(articles))
    if old.name is head.paragraph and _same(old.articles, articles):
        return old
    return replace(old, name=head.paragraph, articles=tuple(articles))


def _article(title: Item | None, texts: Sequence[Paragraph], ids: Ids) -> Article:
    words = title.paragraph if title else None
    old = title.article if title else None
    if old is None or words is None:
        return Article(ids.new(), words or Paragraph(ids.new(), "", Role.TITLE), tuple(texts))
    if old.title is words and _same(old.paragraphs, texts):
        return old
    return replace(old, title=words, paragraphs=tuple(texts))


def _same(old: Sequence[object], new: Sequence[object]) -> bool:
    """Whether two rows hold the same objects."""
    return len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True))
