"""The paragraph at hand becomes the title of an article of its own, and what follows it that article's text."""

from __future__ import annotations

from dataclasses import replace

from app.edit.change import Change, Label, Splice
from app.edit.flat import flatten, item_of, rebuilt
from app.edit.state import EditorState, stands
from app.edit.text_commands import Outcome
from app.edit.tree import Ids, article_of_block, paragraph_index
from app.model.issue import Role
from app.model.issue_checks import ARTICLE_ROLES


def begin_article(state: EditorState) -> Outcome:
    """Split the article at the paragraph of the caret, for two articles that came in as one. None where there is no such paragraph."""
    selection = state.selection
    if selection is None or not stands(state.issue, selection.head):
        return None
    place = article_of_block(state.issue, selection.head.block)
    if place is None or paragraph_index(place.article, selection.head.block) is None:
        return None
    block = state.issue.block_index[selection.head.block]
    if block.role not in ARTICLE_ROLES or not block.text.strip():
        return None
    ids = Ids(state.issue)
    title = item_of(replace(block, role=Role.TITLE, marks=()))
    section = state.issue.sections[place.section_at]
    row = [title if item.block == block.id else item for item in flatten((section,))]
    sections = (*state.issue.sections[: place.section_at], *rebuilt(row, ids), *state.issue.sections[place.section_at + 1 :])
    issue = replace(state.issue, sections=sections, next_id=ids.next_id)
    # Told even though no character changes, for the role does.
    return replace(state, issue=issue), Change(Label.BEGIN_ARTICLE, (Splice.between(block.id, block.text, block.text),))
