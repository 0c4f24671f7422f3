"""The contents as the source printed them become 目录题 where they differ on purpose; where they don't they stay derived."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from app.desk.articles import phrase_spaced
from app.desk.blocks import BlockMaker
from app.importers.found import FoundEntry
from app.model.issue import Article, Role, Section, joined_title

_ALIKE = 0.5
"""A shorter 目录题 keeps at least this much of the title's characters in order; less is another article's entry."""


def with_contents(
    sections: tuple[Section, ...], entries: Sequence[FoundEntry], make: BlockMaker
) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """The sections with the 目录题 that `entries` give them, and a note on each difference.

    An entry that differs from its title in blanks and breaks alone is not kept. A run-in brief that the source's contents leave
    out stays out of ours.
    """
    if not entries:
        return sections, ()
    articles = [article for section in sections for article in section.articles]
    pairs, spare = _paired(articles, [entry.text for entry in entries])
    notes: list[str] = []
    changed = {article.id: _entered(article, pairs.get(article.id), make, notes) for article in articles}
    notes += [f"原目录中的“{text}”没有对应的文章，请核对。" for text in spare]
    renewed = tuple(replace(section, articles=tuple(changed[article.id] for article in section.articles)) for section in sections)
    return renewed, tuple(notes)


def _tight(text: str) -> str:
    return re.sub(r"\s", "", text)


def _paired(articles: Sequence[Article], texts: Sequence[str]) -> tuple[dict[int, str], list[str]]:
    """Article id to its entry: equal ones first, then the most alike of those left; and the entries of no article."""
    pairs: dict[int, str] = {}
    left = list(texts)
    for article in articles:
        title = _tight(joined_title(article.title))
        equal = next((text for text in left if _tight(text) == title), None)
        if equal is not None:
            pairs[article.id] = equal
            left.remove(equal)
    for article in articles:
        if article.id in pairs or not left:
            continue
        title = _tight(joined_title(article.title))
        best = max(left, key=lambda text: _likeness(title, _tight(text)))
        if _likeness(title, _tight(best)) >= _ALIKE:
            pairs[article.id] = best
            left.remove(best)
    return pairs, left


def _likeness(title: str, entry: str) -> float:
    """The part of the shorter text that stands in the longer one, in order."""
    matcher = SequenceMatcher(None, title, entry, autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    return common / max(1, min(len(title), len(entry)))


def _entered(article: Article, text: str | None, make: BlockMaker, notes: list[str]) -> Article:
    title = joined_title(article.title)
    if text is None:
        if article.runin:
            return replace(article, in_contents=False)
        notes.append(f"原目录中没有《{title}》，已按正文标题补上。")
        return article
    if _tight(text) == _tight(title):
        return _with_gap(article, text)
    notes.append(f"《{title}》在目录中作“{text}”，已存为目录题，请核对。")
    return replace(article, toc_title=make.paragraph(phrase_spaced(text), Role.TOC_TITLE))


def _with_gap(article: Article, entry: str) -> Article:
    """Where the entry prints a blank at a title's turn, the turn stands for the one-em space of a two-part title."""
    lines = article.title.text.split("\n")
    places = {len(_tight(entry[: match.start()])) for match in re.finditer(r"\s+", entry)}
    done = 0
    for i, line in enumerate(lines[:-1]):
        done += len(_tight(line))
        if done in places and not line.endswith("\u3000"):
            lines[i] = line + "\u3000"
    return replace(article, title=replace(article.title, text="\n".join(lines)))
