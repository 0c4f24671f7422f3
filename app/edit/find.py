"""A query becomes its matches in an issue: stretches of its editable blocks, in the order in which these print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from app.edit.change import Change
from app.edit.state import EditorState, Place, Selection, in_order, place_order
from app.edit.style_commands import selected_spans
from app.errors import UserError
from app.model.issue import TURNED, Issue, Paragraph
from app.records import dataclass
from app.text.search import TOO_SLOW, Found, Query, search


@dataclass(frozen=True, slots=True)
class Match:
    """Characters `start` to `end` of a block."""

    block: int
    start: int
    end: int

    @property
    def selection(self) -> Selection:
        """It, selected."""
        return Selection(Place(self.block, self.start), Place(self.block, self.end))


def never() -> bool:
    """Go on until all is found."""
    return False


def find(issue: Issue, query: Query, within: Selection | None = None, stop: Callable[[], bool] = never) -> tuple[Match, ...]:
    """All matches, with `within` those that it covers wholly.

    Raises `UserError` for a pattern that is none or tries too much, also where `stop` says that it has taken too long.
    """
    return tuple(Match(block.id, found.start, found.end) for block, found in found_in(issue, query, within, stop))


def found_in(
    issue: Issue, query: Query, within: Selection | None = None, stop: Callable[[], bool] = never
) -> Iterator[tuple[Paragraph, Found]]:
    """The same with what stands there."""
    for block, start, end in _spans(issue, within):
        if stop():
            raise UserError(TOO_SLOW)
        for found in search(query, block.text, turns=block.role in TURNED):
            if start <= found.start and found.end <= end:
                yield block, found


def _spans(issue: Issue, within: Selection | None) -> Iterator[tuple[Paragraph, int, int]]:
    if within is not None:
        yield from selected_spans(EditorState(issue, within))
        return
    for block in issue.blocks():
        yield block, 0, len(block.text)


def selected_match(matches: Sequence[Match], selection: Selection | None) -> int | None:
    """The index of the match that is selected."""
    if selection is None or selection.anchor.block != selection.head.block:
        return None
    start, end = sorted((selection.anchor.offset, selection.head.offset))
    wanted = Match(selection.head.block, start, end)
    return next((at for at, match in enumerate(matches) if match == wanted), None)


def next_match(issue: Issue, matches: Sequence[Match], selection: Selection | None) -> int | None:
    """The index of the first match that begins behind the selection, round to the first one; None without matches."""
    if selection is None:
        return 0 if matches else None
    end = place_order(issue, in_order(issue, selection)[1])
    return _index(matches, next((at for at, match in enumerate(matches) if place_order(issue, _head(match)) >= end), 0))


def match_here(issue: Issue, matches: Sequence[Match], selection: Selection | None) -> int | None:
    """The index of the first match that begins at the selection's start or behind it, round to the first one."""
    if selection is None:
        return 0 if matches else None
    start = in_order(issue, selection)[0]
    return next_match(issue, matches, Selection(start, start))


def previous_match(issue: Issue, matches: Sequence[Match], selection: Selection | None) -> int | None:
    """The index of the last match that ends before the selection, round to the last one; None without matches."""
    last = len(matches) - 1
    if selection is None:
        return last if matches else None
    start = place_order(issue, in_order(issue, selection)[0])
    backward = range(last, -1, -1)
    return _index(matches, next((at for at in backward if place_order(issue, Place(matches[at].block, matches[at].end)) <= start), last))


def carried(matches: Sequence[Match], change: Change) -> tuple[Match, ...]:
    """The matches after a change of the issue, as far as their words still stand: what an edit touched is gone until the next search."""
    touched = {block for splice in change.splices for block in splice.blocks}
    found = []
    for match in matches:
        if match.block not in touched:
            if match.block not in change.removed:
                found.append(match)
            continue
        start, end = change.map_place(match.selection.anchor), change.map_place(match.selection.head, forward=False)
        if start and end and start.block == end.block and end.offset - start.offset == match.end - match.start:
            found.append(Match(start.block, start.offset, end.offset))
    return tuple(found)


def _head(match: Match) -> Place:
    return Place(match.block, match.start)


def _index(matches: Sequence[Match], at: int) -> int | None:
    return at if matches else None
