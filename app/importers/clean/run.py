"""A source text and the rules that are on become a repaired draft and the list of repairs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable
from itertools import accumulate

from app.importers.repair import PENDING_CHARACTERS, Draft, Edit, Repair, Rule, apply


def clean(source: str, rules: Iterable[Rule], off_items: Container[tuple[str, int, str]]) -> tuple[Draft, list[Repair], dict[str, str]]:
    """Run the rules in order. Returns the draft, every repair done, and the fields that were lifted from tables."""
    line_starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
    draft = Draft(source)
    repairs: list[Repair] = []
    fields: dict[str, str] = {}
    for rule in rules:
        edits: list[Edit] = []
        for edit in rule.find(draft.text):
            before = draft.text[edit.start : edit.end]
            if before == edit.after and edit.kind == "change":
                continue
            at = draft.source_of(edit.start)
            if off_items and (rule.id, at, before) in off_items:
                continue
            edits.append(edit)
            if before.isspace() and edit.kind == "drop":
                continue
            block = bisect_right(line_starts, at) - 1
            repairs.append(Repair(rule.id, block, at - line_starts[block], before, edit.after, edit.kind, _waits(edit, before), at))
            if edit.kind == "lift" and edit.field is not None:
                fields.setdefault(edit.field, edit.value or "")
        draft = apply(draft, edits) if edits else draft
    return draft, repairs, fields


def _waits(edit: Edit, before: str) -> bool:
    """Whether the clerk must look: a guess, a marked place, or more than 30 characters dropped or moved."""
    moves = edit.kind in ("drop", "lift") and sum(char.isalnum() for char in before) > PENDING_CHARACTERS
    return moves or edit.guessed or edit.kind == "doubt"
