"""Commands on how what is selected looks: the roles of paragraphs, lead sentences."""

from __future__ import annotations

from dataclasses import replace

from app.edit.change import Change, Label
from app.edit.state import EditorState, in_order, stands
from app.edit.text_commands import Outcome
from app.edit.tree import with_block
from app.model.issue import ISLANDS, Issue, Mark, MarkKind, Paragraph, Role
from app.model.issue_checks import ARTICLE_ROLES

MARK_LABELS = {MarkKind.LEAD: Label.LEAD, MarkKind.BOLD: Label.BOLD, MarkKind.KAI: Label.KAI}
"""What undo calls each mark."""


def set_roles(state: EditorState, role: Role) -> Outcome:
    """Give every paragraph of articles that the selection touches a role; a lead sentence belongs to body text alone."""
    if role not in ARTICLE_ROLES:
        return None
    issue = state.issue
    for block in selected_blocks(state):
        if block.role in ARTICLE_ROLES and block.role is not role:
            issue = with_block(issue, replace(block, role=role, marks=block.marks if role is Role.BODY else ()))
    return None if issue is state.issue else (replace(state, issue=issue), Change(Label.ROLE))


def toggle_lead(state: EditorState) -> Outcome:
    """Make what is selected of one body paragraph its lead, or take the lead away where all of it is one."""
    return toggle_mark(state, MarkKind.LEAD, Label.LEAD)


def toggle_mark(state: EditorState, kind: MarkKind, label: Label) -> Outcome:
    """Mark the selected characters of body paragraphs, or take the mark off where all of them carry it."""
    pieces = [(block, start, end) for block, start, end in selected_spans(state) if block.role is Role.BODY and start < end]
    if not pieces:
        return None
    covered = all(any(m.kind is kind and m.start <= start and end <= m.end for m in block.marks) for block, start, end in pieces)
    issue: Issue = state.issue
    for block, start, end in pieces:
        others = [mark for mark in block.marks if mark.kind is not kind]
        kept = [part for mark in block.marks if mark.kind is kind for part in _outside(mark, start, end)]
        marks = _merged([*others, *kept] if covered else [*others, *kept, Mark(start, end, kind)])
        if marks != block.marks:
            issue = with_block(issue, replace(block, marks=marks))
    return None if issue is state.issue else (replace(state, issue=issue), Change(label))


def selected_blocks(state: EditorState) -> list[Paragraph]:
    """The blocks that the selection touches, in printing order; a selection that ends before a block's first character leaves it out."""
    return [block for block, _, _ in selected_spans(state)]


def selected_spans(state: EditorState) -> list[tuple[Paragraph, int, int]]:
    """The same blocks, each with the offsets between which it is selected."""
    selection = state.selection
    if selection is None or not (stands(state.issue, selection.anchor) and stands(state.issue, selection.head)):
        return []
    start, end = in_order(state.issue, selection)
    found: list[tuple[Paragraph, int, int]] = []
    inside = False
    for block in state.issue.blocks():
        inside = inside or block.id == start.block
        last = block.id == end.block
        if inside and (block.role not in ISLANDS or start.block == end.block):
            first, final = start.offset if block.id == start.block else 0, end.offset if last else len(block.text)
            if not (last and final == 0 and start.block != end.block):
                found.append((block, first, final))
        if last:
            break
    return found


def _outside(mark: Mark, start: int, end: int) -> list[Mark]:
    """What is left of a mark outside of a range."""
    left, right = replace(mark, end=min(mark.end, start)), replace(mark, start=max(mark.start, end))
    return [part for part in (left, right) if part.start < part.end]


def _merged(marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks in order, those of one kind that touch or overlap as one."""
    found: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (list(MarkKind).index(m.kind), m.start)):
        if found and found[-1].kind is mark.kind and found[-1].end >= mark.start:
            found[-1] = replace(found[-1], end=max(mark.end, found[-1].end))
        else:
            found.append(mark)
    return tuple(sorted(found, key=lambda m: m.start))
