"""A command that puts articles into an order that somebody has given them, on the places that they have among the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.edit.change import Change, Label
from app.edit.state import EditorState
from app.edit.text_commands import Outcome


def arrange_articles(state: EditorState, ids: Sequence[int]) -> Outcome:
    """Let these articles stand in this order; the others keep their places. None where they do already, or one is gone or named twice."""
    known = {article.id: article for article in state.issue.articles()}
    if len(set(ids)) != len(ids) or any(number not in known for number in ids):
        return None
    wanted = iter(ids)
    places = set(ids)
    sections = tuple(
        replace(section, articles=tuple(known[next(wanted)] if article.id in places else article for article in section.articles))
        for section in state.issue.sections
    )
    if sections == state.issue.sections:
        return None
    return replace(state, issue=replace(state.issue, sections=sections)), Change(Label.ORDER)
