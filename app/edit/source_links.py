"""The submissions that articles were made of, when articles become one: who takes in another's text takes its links along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.model.issue import Article, Issue, Section
from app.model.submission import Source


def joined_sources(*many: Iterable[Source]) -> tuple[Source, ...]:
    """All of them, each submission once, with the share that stands first."""
    first: dict[str, Source] = {}
    for sources in many:
        for source in sources:
            first.setdefault(source.submission, source)
    return tuple(first.values())


def sources_kept(before: Issue, after: Issue) -> Issue:
    """`after`, where articles that took in paragraphs of articles that are gone have the links of these, too."""
    left = {article.id for article in after.articles()}
    gone = [article for article in before.articles() if article.sources and article.id not in left]
    if not gone:
        return after
    return replace(after, sections=tuple(_section(section, gone) for section in after.sections))


def _section(section: Section, gone: Sequence[Article]) -> Section:
    articles = tuple(_article(article, gone) for article in section.articles)
    same = all(new is old for new, old in zip(articles, section.articles, strict=True))
    return section if same else replace(section, articles=articles)


def _article(article: Article, gone: Sequence[Article]) -> Article:
    blocks = {paragraph.id for paragraph in article.paragraphs}
    taken_in = [other.sources for other in gone if any(paragraph.id in blocks for paragraph in (other.title, *other.paragraphs))]
    return replace(article, sources=joined_sources(article.sources, *taken_in)) if taken_in else article
