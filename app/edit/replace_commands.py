"""Commands that put other words in the place of what was found: one match, or all of them as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from app.edit.change import Change, Label, Splice
from app.edit.find import Match, found_in, never
from app.edit.spans import fitting, spliced
from app.edit.state import EditorState, Place, Selection
from app.edit.text_commands import Outcome
from app.edit.tree import with_block, with_blocks
from app.model.issue import TURNED, Paragraph
from app.text.difference import difference
from app.text.search import Found, Query, search


def replace_match(state: EditorState, query: Query, template: str, match: Match) -> Outcome:
    """Replace one match; the caret goes behind what was put in. None where it stands there no longer or nothing would change.

    Raises `UserError` for a bad pattern or template.
    """
    block = state.issue.block_index.get(match.block)
    if block is None:
        return None
    founds = search(query, block.text, turns=block.role in TURNED)
    found = next((found for found in founds if (found.start, found.end) == (match.start, match.end)), None)
    changed, splices = _replaced(block, [found] if found else [], query, template)
    if not splices:
        return None
    caret = splices[0].landing
    return EditorState(with_block(state.issue, changed), Selection(caret, caret)), Change(Label.REPLACE, splices)


def replace_all(
    state: EditorState, query: Query, template: str, within: Selection | None = None, stop: Callable[[], bool] = never
) -> Outcome:
    """Replace every match, with `within` those that it covers; the selection stays where it was. Its splices are the replacements.

    None where nothing would change. Raises `UserError` for a bad pattern or template, or where `stop` says that it takes too long.
    """
    by_block: dict[int, tuple[Paragraph, list[Found]]] = {}
    for block, found in found_in(state.issue, query, within, stop):
        by_block.setdefault(block.id, (block, []))[1].append(found)
    blocks: dict[int, Paragraph] = {}
    splices: list[Splice] = []
    for block, founds in by_block.values():
        changed, own = _replaced(block, founds, query, template)
        if own:
            blocks[block.id] = changed
            splices += own
    if not splices:
        return None
    change = Change(Label.REPLACE_ALL, tuple(splices))
    return replace(state, issue=with_blocks(state.issue, blocks), selection=change.map_selection(state.selection)), change


def _replaced(block: Paragraph, founds: Iterable[Found], query: Query, template: str) -> tuple[Paragraph, tuple[Splice, ...]]:
    """The block with its matches replaced from the last one to the first, so that each splice counts in places still valid."""
    splices: list[Splice] = []
    whole = block
    for found in reversed(list(founds)):
        start, end, text = _edit(block, found, fitting(found.replacement(query, template), block.role))
        if block.text[start:end] != text:
            whole = spliced(whole, start, end, text)
            landing = Place(block.id, start + len(text))
            splices.append(Splice(Place(block.id, start), Place(block.id, end), (block.id,), landing, len(text)))
    return whole, tuple(splices)


def _edit(block: Paragraph, found: Found, text: str) -> tuple[int, int, str]:
    """What gives way to which text: all of a match, but of one with a turn in it only what differs, so that the turn stays if it can."""
    old = block.text[found.start : found.end]
    if "\n" not in old or "\n" in text:
        return found.start, found.end, text
    kept = [at for at, char in enumerate(old, found.start) if char != "\n"]
    first, last, put_in = difference(old.replace("\n", ""), text)
    if first == last:
        at = kept[first - 1] + 1 if first else found.start
        return at, at, put_in
    return kept[first], kept[last - 1] + 1, put_in
