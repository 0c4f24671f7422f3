"""Commands on what articles were made of: submissions linked, their shares, links taken away; links outlive the article's title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.edit.change import Change, Label
from app.edit.fragment import Fragment
from app.edit.range_commands import both, paste_fragment
from app.edit.source_links import joined_sources
from app.edit.state import EditorState
from app.edit.text_commands import Outcome
from app.edit.tree import article_of_block, find_article, with_article
from app.model.issue import Paragraph
from app.model.submission import Share, Source


def link_sources(state: EditorState, article_id: int, sources: Sequence[Source]) -> Outcome:
    """Say that an article was made of these submissions, too; None where it was known."""
    place = find_article(state.issue, article_id)
    return _with_sources(state, article_id, joined_sources(place.article.sources, sources), Label.LINK) if place else None


def unlink_source(state: EditorState, article_id: int, submission: str) -> Outcome:
    """Say that an article was not made of a submission."""
    place = find_article(state.issue, article_id)
    if place is None:
        return None
    return _with_sources(state, article_id, tuple(s for s in place.article.sources if s.submission != submission), Label.UNLINK)


def set_share(state: EditorState, article_id: int, submission: str, share: Share) -> Outcome:
    """Set how an article uses a submission."""
    place = find_article(state.issue, article_id)
    if place is None:
        return None
    sources = tuple(replace(s, share=share) if s.submission == submission else s for s in place.article.sources)
    return _with_sources(state, article_id, sources, Label.SHARE)


def merge_submissions(state: EditorState, paragraphs: Iterable[Paragraph], sources: Sequence[Source]) -> Outcome:
    """Put what submissions say at the caret, in the place of what is selected, and link them to the article there (并入当前文章)."""
    if state.selection is None or article_of_block(state.issue, state.selection.head.block) is None:
        return None
    pasted = paste_fragment(state, Fragment(tuple(paragraphs)))
    if pasted is None:
        return None
    after, change = pasted
    change = replace(change, label=Label.MERGE_SUBMISSION)
    place = article_of_block(after.issue, after.selection.head.block) if after.selection else None
    linked = link_sources(after, place.article.id, sources) if place else None
    return (linked[0], both(change, linked[1], state, Label.MERGE_SUBMISSION)) if linked else (after, change)


def _with_sources(state: EditorState, article_id: int, sources: tuple[Source, ...], label: Label) -> Outcome:
    place = find_article(state.issue, article_id)
    if place is None or place.article.sources == sources:
        return None
    issue = with_article(state.issue, place, replace(place.article, sources=sources))
    return replace(state, issue=issue), Change(label)
