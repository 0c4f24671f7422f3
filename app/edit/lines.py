"""Lines that a field may have many of, or not at all: the bulletin's name, issuers, recipients, and the lines an issue may lack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.edit.change import Change, Label, Splice
from app.edit.spans import joined, spliced
from app.edit.state import EditorState, Place, Selection
from app.edit.text_commands import Outcome
from app.edit.tree import Ids, article_of_block, with_article
from app.model.issue import Issue, Paragraph, Recipients, Role

_NEXT_LABEL = {"报": "送", "送": "发", "主送": "抄送", "抄报": "抄送"}
"""The label that follows another one in a footer (L71)."""

_LABELS = {Role.MASTHEAD: Label.MASTHEAD, Role.ISSUER: Label.ISSUER, Role.RECIPIENTS: Label.RECIPIENTS}
_EXTRA = {
    Role.SECRECY: ("masthead", "secrecy"),
    Role.COPY_NUMBER: ("masthead", "copy_number"),
    Role.TOTAL: ("masthead", "total"),
    Role.EDITORS: ("footer", "editors"),
    Role.COPIES: ("footer", "copies"),
}


def split_line(state: EditorState, at: Place, block: Paragraph) -> Outcome:
    """Enter in such a line: another line of its kind with what stood behind the caret; recipients get the next label."""
    ids = Ids(state.issue)
    head = spliced(block, at.offset, len(block.text), "")
    tail = replace(spliced(block, 0, at.offset, ""), id=ids.new())
    lines = [line for own in _lines(state.issue, block.role) for line in ((head, tail) if own.id == block.id else (own,))]
    issue = replace(_with_lines(state.issue, block.role, lines), next_id=ids.next_id)
    caret = Place(tail.id, 0)
    change = Change(_LABELS[block.role], (Splice(at, at, (block.id,), caret, 1),), added=(tail.id,))
    return EditorState(issue, Selection(caret, caret)), change


def join_lines(state: EditorState, upper: Paragraph, lower: Paragraph) -> Outcome:
    """Two lines of one kind become one; recipients only under one label, or where one line is empty."""
    if upper.role is not lower.role:
        return remove_line(state, lower)
    labels = {line.paragraph.id: line.label for line in state.issue.footer.recipients}
    if upper.text and lower.text and labels.get(upper.id) != labels.get(lower.id):
        return None
    whole = joined(upper, lower)
    lines = [whole if own.id == upper.id else own for own in _lines(state.issue, upper.role) if own.id != lower.id]
    caret = Place(upper.id, len(upper.text))
    splice = Splice(caret, Place(lower.id, 0), (upper.id, lower.id), caret, 0)
    change = Change(_LABELS[upper.role], (splice,), removed=(lower.id,))
    return EditorState(_with_lines(state.issue, upper.role, lines), Selection(caret, caret)), change


def remove_line(state: EditorState, block: Paragraph) -> Outcome:
    """Take an empty line away; the bulletin keeps one line of its name. The caret goes to the end of the block before."""
    issue = state.issue
    if block.text:
        return None
    label = _LABELS.get(block.role, Label.DELETE)
    if block.role in _EXTRA:
        part, name = _EXTRA[block.role]
        fields: dict[str, Any] = {name: None}
        changed: dict[str, Any] = {part: replace(getattr(issue, part), **fields)}
        issue = replace(issue, **changed)
    elif block.role is Role.TOC_TITLE:
        place = article_of_block(issue, block.id)
        if place is None:
            return None
        issue = with_article(issue, place, replace(place.article, toc_title=None))
        label = Label.TOC_TITLE
    else:
        lines = [own for own in _lines(issue, block.role) if own.id != block.id]
        if block.role is Role.MASTHEAD and not lines:
            return None
        issue = _with_lines(issue, block.role, lines)
    before = list(state.issue.blocks())
    at = next(number for number, one in enumerate(before) if one.id == block.id)
    beside = before[at - 1] if at else before[1]
    caret = Place(beside.id, len(beside.text) if at else 0)
    return EditorState(issue, Selection(caret, caret)), Change(label, removed=(block.id,))


def _lines(issue: Issue, role: Role) -> Sequence[Paragraph]:
    """The lines of a kind."""
    if role is Role.MASTHEAD:
        return issue.masthead.lines
    return issue.masthead.issuers if role is Role.ISSUER else tuple(line.paragraph for line in issue.footer.recipients)


def _with_lines(issue: Issue, role: Role, lines: Sequence[Paragraph]) -> Issue:
    """The issue with the lines of a kind exchanged; a line of recipients that is new gets the label after the one above."""
    if role is Role.MASTHEAD:
        return replace(issue, masthead=replace(issue.masthead, lines=tuple(lines)))
    if role is Role.ISSUER:
        return replace(issue, masthead=replace(issue.masthead, issuers=tuple(lines)))
    old = {line.paragraph.id: line for line in issue.footer.recipients}
    taken = {line.label for line in issue.footer.recipients}
    recipients: list[Recipients] = []
    for line in lines:
        known = old.get(line.id)
        if known:
            recipients.append(known if known.paragraph is line else replace(known, paragraph=line))
            continue
        above = recipients[-1].label if recipients else "报"
        following = _NEXT_LABEL.get(above, above)
        recipients.append(Recipients(above if following in taken else following, line))
    return replace(issue, footer=replace(issue.footer, recipients=tuple(recipients)))
