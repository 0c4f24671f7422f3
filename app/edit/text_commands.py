"""Commands on the text of one block: type, delete, set a whole text, mark a lead."""

from __future__ import annotations

from dataclasses import replace

from app.edit.change import Change, Label, Splice
from app.edit.spans import fitting, spliced
from app.edit.state import EditorState, Place, Selection
from app.edit.tree import article_of_block, find_article, with_article, with_block
from app.model.issue import Issue, Mark, MarkKind, Paragraph, Role
from app.text.difference import difference
from app.text.open_figures import edited

Outcome = tuple[EditorState, Change] | None
"""The new state and what was changed; None where the command does not apply, which greys its menu entry."""

_FIELD_LABELS = {
    Role.MASTHEAD: Label.MASTHEAD,
    Role.SECRECY: Label.MASTHEAD,
    Role.COPY_NUMBER: Label.MASTHEAD,
    Role.NUMBER: Label.NUMBER,
    Role.TOTAL: Label.NUMBER,
    Role.ISSUER: Label.ISSUER,
    Role.DATE: Label.DATE,
    Role.SECTION: Label.RENAME_SECTION,
    Role.TITLE: Label.TITLE,
    Role.TOC_TITLE: Label.TOC_TITLE,
    Role.RECIPIENTS: Label.RECIPIENTS,
    Role.EDITORS: Label.EDITORS,
    Role.COPIES: Label.COPIES,
}


_OPEN_ROLES = frozenset({Role.NUMBER, Role.TOTAL, Role.DATE})
"""Their figures may be open."""


def replace_text(state: EditorState, start: Place, end_offset: int, text: str, label: Label | None = None) -> Outcome:
    """Replace the characters from `start` to `end_offset` of one block; the caret goes behind what was put in.

    Line feeds stay only in a title, where they are turns. None where the place does not exist or nothing would change.
    """
    block = state.issue.block_index.get(start.block)
    if block is None or not 0 <= start.offset <= end_offset <= len(block.text):
        return None
    text = fitting(text, block.role)
    if block.text[start.offset : end_offset] == text:
        return None
    return _replaced(state, block, (start.offset, end_offset, text), label or (Label.TYPE if text else Label.DELETE))


def set_text(state: EditorState, block_id: int, text: str) -> Outcome:
    """Give a block another text, as the fields of the inspector do; only the part that differs counts as changed."""
    block = state.issue.block_index.get(block_id)
    if block is None:
        return None
    text = fitting(text, block.role)
    if text == block.text:
        return None
    return _replaced(state, block, difference(block.text, text), _FIELD_LABELS.get(block.role, Label.TEXT))


def set_number(state: EditorState, text: str) -> Outcome:
    """Set the 期号 as it prints: 第7期, or open: 第　期."""
    return set_text(state, state.issue.masthead.number.id, text)


def set_date(state: EditorState, text: str) -> Outcome:
    """Set the date as it prints: 2021年3月8日, or open."""
    return set_text(state, state.issue.masthead.date.id, text)


def set_title(state: EditorState, article_id: int, text: str) -> Outcome:
    """Set an article's title; each line feed is a turn."""
    place = find_article(state.issue, article_id)
    return set_text(state, place.article.title.id, text) if place else None


def set_lead(state: EditorState, block_id: int, length: int) -> Outcome:
    """Make the first `length` characters of a body paragraph its lead sentence; 0 takes the lead away."""
    block = state.issue.block_index.get(block_id)
    if block is None or block.role is not Role.BODY or not 0 <= length <= len(block.text):
        return None
    others = tuple(mark for mark in block.marks if mark.kind is not MarkKind.LEAD)
    marks = ((Mark(0, length, MarkKind.LEAD),) if length else ()) + others
    if marks == block.marks:
        return None
    return replace(state, issue=with_block(state.issue, replace(block, marks=marks))), Change(Label.LEAD)


def _replaced(state: EditorState, block: Paragraph, edit: tuple[int, int, str], label: Label) -> Outcome:
    start, end, text = edited(block.text, *edit) if block.role in _OPEN_ROLES else edit
    if block.text[start:end] == text:
        return None
    landing = Place(block.id, start + len(text))
    splice = Splice(Place(block.id, start), Place(block.id, end), (block.id,), landing, len(text))
    issue = with_block(state.issue, spliced(block, start, end, text))
    if block.role is Role.TITLE:
        issue = _one_line_kept(issue, block, block.text[start:end])
    return EditorState(issue, Selection(landing, landing)), Change(label, (splice,))


def _one_line_kept(issue: Issue, was: Paragraph, gone: str) -> Issue:
    """A title whose last turn was taken away stays in one line: the template proposes none. Without a word it forgets that."""
    place = article_of_block(issue, was.id)
    if place is None:
        return issue
    text, own = place.article.title.text, place.article.own_turns
    if not text or "\n" in text:
        own = False
    elif gone.strip("\n") == "" != gone:
        own = True
    return issue if own == place.article.own_turns else with_article(issue, place, replace(place.article, own_turns=own))
