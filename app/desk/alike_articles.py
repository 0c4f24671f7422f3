"""The articles of an issue become those that stand in it a second time, whole or for the most part."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from app.model.issue import Article, Issue
from app.text.similar import bare_text, hashes_of

_SHARE = 0.5
_LEAST_CHARACTERS = 40
_LEAST_HASHES = 4
"""Of fewer, two that agree say nothing."""


def articles_twice(issue: Issue) -> tuple[tuple[Article, Article], ...]:
    """(an article, the earlier one that says the same), in the order of the issue; one for each article."""
    found: list[tuple[Article, Article]] = []
    holders: dict[int, list[int]] = {}
    articles = list(issue.articles())
    sizes: list[int] = []
    for at, article in enumerate(articles):
        own = _hashes("\n".join(paragraph.text for paragraph in article.paragraphs))
        sizes.append(len(own))
        shared = Counter(holder for one in own for holder in holders.get(one, ()))
        for holder, count in sorted(shared.items()):
            least = min(len(own), sizes[holder])
            if least >= _LEAST_HASHES and count >= least * _SHARE:
                found.append((article, articles[holder]))
                break
        for one in own:
            holders.setdefault(one, []).append(at)
    return tuple(found)


@lru_cache(maxsize=512)
def _hashes(text: str) -> tuple[int, ...]:
    """The numbers of a text; those of an article that nobody touched are known from the last look."""
    return hashes_of(text) if len(bare_text(text)) >= _LEAST_CHARACTERS else ()
