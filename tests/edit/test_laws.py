"""What holds for every command on every issue: ids, order, sharing, carried places, selections."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.edit.change import Change, Label
from app.edit.history import History
from app.edit.state import EditorState, Place, stands
from app.model.codec import images_of, issue_from_json, issue_to_json
from app.model.issue import Paragraph
from app.model.issue_checks import check_issue
from tests.edit.random_commands import commands, places
from tests.model.issues import issue, issues

# They change a block but not its text.
_LOOKS = {Label.ROLE, Label.LEAD, Label.PICTURE_SIZE, Label.PICTURE_PLACING, Label.COMPRESS_PICTURE}


def check_change(old: EditorState, new: EditorState, change: Change) -> None:
    check_issue(new.issue)
    before, after = old.issue.block_index, new.issue.block_index
    # Ids: what came and went is told, and what came is new.
    assert set(after) == (set(before) - set(change.removed)) | set(change.added)
    assert not set(change.added) & set(before)
    assert set(change.removed) <= set(before)
    assert all(old.issue.next_id <= block < new.issue.next_id for block in change.added)
    assert new.issue.next_id >= old.issue.next_id
    # Order: only what was moved stands elsewhere.
    stayed = (set(before) & set(after)) - set(change.moved)
    assert [block for block in before if block in stayed] == [block for block in after if block in stayed]
    # Sharing: only what the change tells of is another object.
    touched = {block for splice in change.splices for block in (*splice.blocks, splice.landing.block)}
    for block in set(before) & set(after):
        if block not in touched:
            assert before[block].text == after[block].text
            assert before[block] is after[block] or change.label in _LOOKS or _same_caption(before[block], after[block])
    assert new.selection is None or (stands(new.issue, new.selection.anchor) and stands(new.issue, new.selection.head))
    check_places(old, new, change)


def _same_caption(before: Paragraph, after: Paragraph) -> bool:
    """Whether nothing but the table under a caption is another one; its cells are blocks of their own."""
    return bool(before.table and after.table) and replace(before, table=None) == replace(after, table=None)


def check_places(old: EditorState, new: EditorState, change: Change) -> None:
    """Every character that was not replaced is found again where its place was carried to."""
    inside = {(splice.start.block, offset) for splice in change.splices for offset in gone(old, splice.start, splice.end)}
    covered = {block for splice in change.splices for block in splice.blocks[1:-1]}
    for block in old.issue.block_index.values():
        for offset in range(len(block.text) + 1):
            carried = change.map_place(Place(block.id, offset))
            if carried is None:
                assert block.id in change.removed
                continue
            assert stands(new.issue, carried)
            lost = (block.id, offset) in inside or block.id in covered or ends_inside(change, block.id, offset)
            if offset < len(block.text) and not lost:
                assert new.issue.block_index[carried.block].text[carried.offset] == block.text[offset]


def gone(old: EditorState, start: Place, end: Place) -> range:
    """Offsets in the first block of a splice whose characters are replaced."""
    return range(start.offset, end.offset if start.block == end.block else len(old.issue.block_index[start.block].text))


def ends_inside(change: Change, block: int, offset: int) -> bool:
    return any(splice.end.block == block != splice.start.block and offset < splice.end.offset for splice in change.splices)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_random_commands_keep_every_law(data: st.DataObject) -> None:
    state = EditorState(data.draw(st.one_of(issues(), st.builds(issue))))
    if not state.issue.sections:
        return
    for _ in range(data.draw(st.integers(1, 6))):
        if data.draw(st.booleans()):
            state = state.with_caret(data.draw(places(state)))
        name, outcome = data.draw(commands(state))
        if outcome is None:
            continue
        new, change = outcome
        assert new.issue != state.issue, name
        check_change(state, new, change)
        state = new
    assert issue_from_json(issue_to_json(state.issue), "x", images_of(state.issue)) == state.issue


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_undoing_all_gives_the_first_state_and_redoing_all_the_last(data: st.DataObject) -> None:
    first = EditorState(issue())
    history = History(first)
    seen = [first]
    now_s = 0.0
    for _ in range(data.draw(st.integers(1, 8))):
        _, outcome = data.draw(commands(history.present))
        now_s += data.draw(st.sampled_from([0.1, 5.0]))
        if outcome:
            history = history.record(outcome, now_s)
            seen.append(history.present)
    last = history.present
    back = [last]
    while (earlier := history.undo()) is not None:
        history = earlier
        back.append(history.present)
    assert history.present is first
    assert all(any(state is known for known in seen) for state in back)
    forth = [first]
    while (later := history.redo()) is not None:
        history = later
        forth.append(history.present)
    assert history.present is last
    assert [id(state) for state in forth] == [id(state) for state in reversed(back)]
    assert history.record((first, Change(Label.TEXT)), now_s).redo() is None
