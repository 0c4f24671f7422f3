"""A command that takes changes of a review over into the issue, beside what has been edited here since the copy went out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.edit.change import Change, Label, Splice
from app.edit.paragraph_commands import with_text
from app.edit.review.change import Kind, ReviewChange
from app.edit.spans import fitting, joined
from app.edit.state import EditorState
from app.edit.text_commands import Outcome
from app.edit.tree import Ids, article_of_block, find_article, insert, paragraph_index, with_article, with_block, with_section, without
from app.model.issue import Article, Issue, Mark, Paragraph, Role
from app.text.merge import Side, chosen_text, merge

_ORDER = (Kind.JOINED, Kind.MOVED, Kind.INSERTED, Kind.DELETED, Kind.NEW_ARTICLE, Kind.ARTICLE_MOVED, Kind.ARTICLE_GONE)
"""What is moved is in its place before anything is put in behind it, and nothing goes before what stands behind it has been put in."""


def apply_review(state: EditorState, base: Mapping[int, str], changes: Sequence[ReviewChange]) -> Outcome:
    """Do what was accepted, in one step; `base` has each block's text as the copy had it. None where nothing comes of it.

    A change of words is merged with what was edited here meanwhile; where both changed one place, the accepted words stand.
    """
    issue = _Work(state.issue, base, changes).done()
    if issue == state.issue:
        return None
    old, new = state.issue.block_index, issue.block_index
    splices = tuple(Splice.between(key, old[key].text, new[key].text) for key in old if key in new and old[key].text != new[key].text)
    added, removed = tuple(key for key in new if key not in old), tuple(key for key in old if key not in new)
    moved = tuple(one.block for one in changes if one.kind in (Kind.MOVED, Kind.ARTICLE_MOVED) and one.block in new)
    change = Change(Label.REVIEW, splices, added, removed, moved)
    return EditorState(issue, change.map_selection(state.selection)), change


class _Work:
    """Does what was accepted: words first, then paragraphs, then articles."""

    def __init__(self, issue: Issue, base: Mapping[int, str], changes: Sequence[ReviewChange]) -> None:
        self._issue = issue
        self._base = base
        self._changes = changes
        self._ids = Ids(issue)
        self._last: dict[int, int] = {}  # what stands behind a block or an article since, so that the next one goes behind that

    def done(self) -> Issue:
        """The issue with all of it."""
        for block in dict.fromkeys(change.block for change in self._changes if change.kind is Kind.TEXT):
            self._rewrite(block)
        for block in dict.fromkeys(change.block for change in self._changes if change.kind is Kind.SPLIT):
            self._split(block)
        for kind in _ORDER:
            for change in self._changes:
                if change.kind is kind:
                    self._do(change)
        return replace(self._issue, next_id=self._ids.next_id)

    def _of(self, kind: Kind, block: int) -> list[ReviewChange]:
        return sorted((one for one in self._changes if one.kind is kind and one.block == block), key=lambda one: one.start)

    # --- words --------------------------------------------------------------------------------------------------------------------
    def _rewrite(self, block: int) -> None:
        found = self._issue.block_index.get(block)
        if found is not None:
            text = fitting(self._merged(block, found.text), found.role)
            self._issue = with_block(self._issue, with_text(found, text))

    def _merged(self, block: int, ours: str) -> str:
        """Ours with the accepted words in it; theirs where both have changed a place."""
        base = theirs = self._base.get(block, ours)
        for edit in reversed(self._of(Kind.TEXT, block)):
            theirs = theirs[: edit.start] + edit.new + theirs[edit.end :]
        regions = merge(base, ours, theirs)
        return chosen_text(regions, {at for at, region in enumerate(regions) if region.side in (Side.THEIRS, Side.CONFLICT)})

    def _split(self, block: int) -> None:
        """Cut a paragraph where the copy did."""
        place = article_of_block(self._issue, block)
        at = paragraph_index(place.article, block) if place else None
        if place is None or at is None:
            return
        before, whole, behind = place.article.paragraphs[:at], place.article.paragraphs[at], place.article.paragraphs[at + 1 :]
        cuts = sorted({self._now(block, change.start, whole.text) for change in self._of(Kind.SPLIT, block)} - {0, len(whole.text)})
        pieces = [_piece(whole, start, end) for start, end in zip([0, *cuts], [*cuts, len(whole.text)], strict=True)]
        fresh = [pieces[0], *(replace(piece, id=self._ids.new()) for piece in pieces[1:])]
        self._last[block] = fresh[-1].id
        self._issue = with_article(self._issue, place, replace(place.article, paragraphs=(*before, *fresh, *behind)))

    def _now(self, block: int, start: int, text: str) -> int:
        """Where a place of the text that went out is in the text as it is now."""
        at = now = 0
        for region in merge(self._base.get(block, text), text, text):
            if at + len(region.base) >= start:
                return now + (start - at if region.side is Side.NOBODY else len(region.ours) if start > at else 0)
            at, now = at + len(region.base), now + len(region.ours)
        return now

    # --- paragraphs ---------------------------------------------------------------------------------------------------------------
    def _do(self, change: ReviewChange) -> None:
        match change.kind:
            case Kind.JOINED:
                self._join(change)
            case Kind.MOVED:
                if find_article(self._issue, change.article) and (paragraph := self._take(change.block)):
                    self._put(paragraph, change)
            case Kind.INSERTED:
                fresh = Paragraph(self._ids.new(), fitting(change.new, change.role), change.role)
                self._put(fresh, change)
                self._last[change.after or -change.article] = fresh.id
            case Kind.DELETED:
                self._take(change.block)
            case Kind.NEW_ARTICLE:
                self._put_article(self._new_article(change), change.after)
            case Kind.ARTICLE_MOVED:
                if article := self._take_article(change.article):
                    self._put_article(article, change.after)
            case Kind.ARTICLE_GONE:
                self._take_article(change.article)

    def _join(self, change: ReviewChange) -> None:
        place = find_article(self._issue, change.article)
        at = paragraph_index(place.article, change.block) if place else None
        if place and at:
            head, tail = place.article.paragraphs[at - 1 : at + 1]
            if not (head.picture or head.table):
                paragraphs = (*place.article.paragraphs[: at - 1], joined(head, tail), *place.article.paragraphs[at + 1 :])
                self._issue = with_article(self._issue, place, replace(place.article, paragraphs=paragraphs))

    def _take(self, block: int) -> Paragraph | None:
        """Take a paragraph out of its article."""
        place = article_of_block(self._issue, block)
        at = paragraph_index(place.article, block) if place else None
        if place is None or at is None:
            return None
        self._issue = with_article(self._issue, place, replace(place.article, paragraphs=without(place.article.paragraphs, at)))
        return place.article.paragraphs[at]

    def _put(self, paragraph: Paragraph, change: ReviewChange) -> None:
        """Put a paragraph behind the one that a change names, and behind what was put there before; at the end where that one is gone."""
        place = find_article(self._issue, change.article)
        if place is None:
            return
        after = self._last.get(change.after or -change.article, change.after)
        found = paragraph_index(place.article, after)
        at = 0 if not after else found + 1 if found is not None else len(place.article.paragraphs)
        paragraphs = insert(place.article.paragraphs, at, [paragraph])
        self._issue = with_article(self._issue, place, replace(place.article, paragraphs=paragraphs))

    # --- articles -----------------------------------------------------------------------------------------------------------------
    def _new_article(self, change: ReviewChange) -> Article:
        article_id = self._ids.new()
        title, *others = (Paragraph(self._ids.new(), fitting(text, role), role) for text, role in change.paragraphs)
        return Article(article_id, title, tuple(others))

    def _take_article(self, article_id: int) -> Article | None:
        place = find_article(self._issue, article_id)
        if place is None:
            return None
        section = self._issue.sections[place.section_at]
        self._issue = with_section(self._issue, place.section_at, replace(section, articles=without(section.articles, place.at)))
        return place.article

    def _put_article(self, article: Article, after: int) -> None:
        """Put an article behind another one, in its 栏目; at the head of the issue where there is none."""
        place = find_article(self._issue, self._last.get(after, after))
        self._last[after] = article.id
        number, at = (place.section_at, place.at + 1) if place else (0, 0)
        section = self._issue.sections[number]
        self._issue = with_section(self._issue, number, replace(section, articles=insert(section.articles, at, [article])))


def _piece(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """A part of a paragraph with the marks on it; what a heading or a lead is, its first part stays."""
    marks = (Mark(max(m.start, start) - start, min(m.end, end) - start, m.kind) for m in paragraph.marks if m.start < end and start < m.end)
    return replace(paragraph, text=paragraph.text[start:end], marks=tuple(marks), role=paragraph.role if start == 0 else Role.BODY)
