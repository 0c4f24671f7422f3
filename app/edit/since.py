"""Two versions of an issue become the stretches that changed, and where a place of the earlier one is in the later one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from app.edit.state import Place
from app.model.issue import Issue, Paragraph
from app.text.compare import Span, spans

Stretches = Mapping[int, tuple[tuple[int, int], ...]]
"""(start, end) of what is other than it was in each block of the later version; start == end where something went there."""


def changed_since(old: Issue, new: Issue) -> Stretches:
    """What came, went, moved or looks otherwise. Where a whole paragraph went, the end of what stood before it is marked."""
    was, now = old.block_index, new.block_index
    moved = _moved_blocks([key for key in was if key in now], [key for key in now if key in was])
    found: dict[int, tuple[tuple[int, int], ...]] = {}
    for key, block in now.items():
        earlier = was.get(key)
        if earlier is None or key in moved or _look(earlier) != _look(block):
            found[key] = ((0, len(block.text)),)
        elif earlier.text != block.text:
            found[key] = tuple((span.other_start, span.other_end) for span in spans(earlier.text, block.text) if not span.same)
    before = 0
    for key, block in was.items():
        if key in now:
            before = key
        elif before and block.text:
            end = len(now[before].text)
            found[before] = (*found.get(before, ()), (end, end))
    return found


def place_since(old: Issue, new: Issue, place: Place) -> Place | None:
    """Where the words at a place of the earlier version are now, or where they were; None where nothing of old blocks is left."""
    block = new.block_index.get(place.block)
    if block is not None:
        return Place(place.block, _moved(spans(old.block_index[place.block].text, block.text), place.offset))
    keys = list(old.block_index)
    at = keys.index(place.block)
    following = next((key for key in keys[at:] if key in new.block_index), None)
    if following is not None:
        return Place(following, 0)
    before = next((key for key in reversed(keys[:at]) if key in new.block_index), None)
    return Place(before, len(new.block_index[before].text)) if before is not None else None


def range_since(old: Issue, new: Issue, block: int, start: int, end: int) -> tuple[Place, Place] | None:
    """Where the words of a block of the earlier version stand now, with what was written among them; None where the block is gone."""
    now = new.block_index.get(block)
    if now is None:
        return None
    found = spans(old.block_index[block].text, now.text)
    first, last = _moved(found, start), _moved_end(found, end)
    return Place(block, first), Place(block, max(first, last))


def touched_since(old: Issue, new: Issue, block: int, start: int, end: int) -> bool:
    """Whether words of a block of the earlier version are not as they were: other words, among them or beside them, or another look."""
    was, now = old.block_index[block], new.block_index.get(block)
    if now is None:
        return True
    if was.text == now.text:
        return _look(was) != _look(now)
    return any(
        max(span.one_start, start) < min(span.one_end, end) or (span.one_start == span.one_end and start <= span.one_start <= end)
        for span in spans(was.text, now.text)
        if not span.same
    )


def _moved_blocks(before: Sequence[int], after: Sequence[int]) -> frozenset[int]:
    """The blocks that stand in another order than they did."""
    if before == after:
        return frozenset()
    ops = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return frozenset(key for op, _, _, start, end in ops if op != "equal" for key in after[start:end])


def _look(block: Paragraph) -> object:
    """What of a paragraph is seen beside its words; marks on words that changed are told with the words."""
    return block.role, tuple((block.text[mark.start : mark.end], mark.kind) for mark in block.marks)


def _moved(found: tuple[Span, ...], offset: int) -> int:
    """An offset of the earlier text in the later one; within what was changed, the beginning of what stands there now."""
    for span in found:
        if span.one_start <= offset < span.one_end:
            return span.other_start + (offset - span.one_start if span.same else 0)
    return found[-1].other_end if found else 0


def _moved_end(found: tuple[Span, ...], offset: int) -> int:
    """The end of a stretch in the later text; what stands now in the place of its last words belongs to it."""
    for span in found:
        if span.one_start < offset <= span.one_end:
            return span.other_start + offset - span.one_start if span.same else span.other_end
    return found[0].other_start if found else 0
