"""Whatever is selected and typed over, pasted over or deleted: nothing else is lost, ids stay unique, undo gives it all back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.edit import borders
from app.edit import commands as c
from app.edit.fragment import Fragment, fragment_of, to_text
from app.edit.history import History
from app.edit.state import EditorState, Place, Selection, in_order
from app.layout.dump import to_text as dump
from app.layout.engine import Compositor, lay_out
from app.model.issue import Issue, Paragraph, Role
from tests.edit.random_commands import TEXT, places
from tests.edit.test_laws import check_change
from tests.layout.cells import cell_faces
from tests.model.issues import issue, issues

# Without shrinking, which takes minutes on whole issues: the failing issue is printed as it was drawn.
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
_MANY = settings(max_examples=120, deadline=None, phases=[Phase.generate], suppress_health_check=_SLOW)
_STARTS = st.one_of(issues(), st.builds(issue))


def _selected(data: st.DataObject, whole: Issue) -> EditorState:
    state = EditorState(whole)
    return EditorState(whole, Selection(data.draw(places(state)), data.draw(places(state))))


def _characters(whole: Issue) -> Counter[str]:
    return Counter("".join(block.text for block in whole.blocks() if block.role is not Role.TOC_TITLE))


def _of_selection(state: EditorState) -> Counter[str]:
    assert state.selection
    fragment = fragment_of(state.issue, *in_order(state.issue, state.selection))
    cells = [cell.paragraph.text for piece in fragment.paragraphs if piece.table for cell in piece.table.cells()]
    return Counter("".join([*(piece.text for piece in fragment.paragraphs), *cells]))


def _pictures(blocks: Iterable[Paragraph]) -> Counter[str]:
    return Counter(block.picture.image.name for block in blocks if block.picture)


@_MANY
@given(_STARTS, st.data())
def test_deleting_takes_what_is_selected_and_nothing_else(whole: Issue, data: st.DataObject) -> None:
    state = _selected(data, whole)
    outcome = c.delete_selection(state)
    if outcome is None or _in_toc(state):
        return
    new, change = outcome
    check_change(state, new, change)
    assert new.selection and new.selection.collapsed
    left, now = _characters(whole) - _of_selection(state), _characters(new.issue)
    left.pop("\u3000", None)
    now.pop("\u3000", None)  # a figure of the number or the date that goes leaves its room open
    assert left == now
    assert state.selection
    copied = fragment_of(state.issue, *in_order(state.issue, state.selection))
    assert _pictures(whole.blocks()) - _pictures(copied.paragraphs) == _pictures(new.issue.blocks())


@_MANY
@given(_STARTS, st.data(), TEXT)
def test_typing_over_a_selection_puts_the_words_where_it_began(whole: Issue, data: st.DataObject, text: str) -> None:
    state = _selected(data, whole)
    start, _ = in_order(whole, state.selection) if state.selection else (Place(0, 0), None)
    outcome = c.type_text(state, text)
    if outcome is None:
        return
    new, change = outcome
    check_change(state, new, change)
    assert new.issue.block_index[start.block].text[: start.offset] == whole.block_index[start.block].text[: start.offset]
    assert new.selection and new.selection.collapsed


@_MANY
@given(_STARTS, st.data())
def test_pasting_a_fragment_brings_all_of_its_words(whole: Issue, data: st.DataObject) -> None:
    copied = _selected(data, data.draw(_STARTS))
    assert copied.selection
    fragment = fragment_of(copied.issue, *in_order(copied.issue, copied.selection))
    state = _selected(data, whole).with_caret(data.draw(places(EditorState(whole))))
    outcome = c.paste_fragment(state, fragment, plain=data.draw(st.booleans()))
    if outcome is None:
        return
    new, change = outcome
    check_change(state, new, change)
    if not _in_toc(state):
        assert not _characters(whole) + Counter(_inked(to_text(fragment))) - _characters(new.issue)
        assert not _pictures(whole.blocks()) - _pictures(new.issue.blocks())


def _in_toc(state: EditorState) -> bool:
    assert state.selection
    return state.issue.block_index[state.selection.head.block].role is Role.TOC_TITLE


def _inked(text: str) -> str:
    return "".join(text.split())


@_MANY
@given(_STARTS, st.data())
def test_keys_at_borders_lose_no_word(whole: Issue, data: st.DataObject) -> None:
    state = EditorState(whole)
    place = data.draw(places(state))
    block = whole.block_index[place.block]
    at = Place(place.block, data.draw(st.sampled_from([0, len(block.text), place.offset])))
    state = state.with_caret(at)
    for press in (borders.enter, borders.backspace, borders.delete):
        outcome = press(state)
        if outcome is None:
            continue
        new, change = outcome
        check_change(state, new, change)
        lost = _characters(whole) - _characters(new.issue) - Counter("\n" * 99)  # a title that becomes text has no turns
        inside = (press is borders.backspace and at.offset) or (press is borders.delete and at.offset < len(block.text))
        assert sum(lost.values()) == 0 or inside, (press, lost)
        gone = _pictures(whole.blocks()) - _pictures(new.issue.blocks())
        assert not gone or (block.picture and not block.text), (press, gone)


def _act(what: str, state: EditorState, clipboard: Fragment, data: st.DataObject) -> c.Outcome:
    acts = {
        "delete": lambda: c.delete_selection(state),
        "type": lambda: c.type_text(state, data.draw(TEXT)),
        "paste": lambda: c.paste_fragment(state, clipboard),
        "enter": lambda: borders.enter(state),
        "backspace": lambda: borders.backspace(state),
        "forward": lambda: borders.delete(state),
        "role": lambda: c.set_roles(state, data.draw(st.sampled_from([Role.BODY, Role.HEADING_1, Role.SUBTITLE, Role.BYLINE]))),
        "lead": lambda: c.toggle_lead(state),
        "table": lambda: c.insert_table(state, 2, 3),
        "row": lambda: c.add_row(state),
    }
    return acts[what]()


@settings(max_examples=40, deadline=None, phases=[Phase.generate], suppress_health_check=_SLOW)
@given(_STARTS, st.data())
def test_a_random_session_is_laid_out_and_undone(whole: Issue, data: st.DataObject) -> None:
    history = History(EditorState(whole))
    compositor = Compositor(cell_faces())
    compositor.layout(whole)
    clipboard = Fragment(())
    for now_s in range(data.draw(st.integers(1, 8))):
        state = _selected(data, history.present.issue)
        assert state.selection
        acts = ["delete", "type", "copy", "paste", "enter", "backspace", "forward", "role", "lead", "table", "row"]
        what = data.draw(st.sampled_from(acts))
        if what == "copy":
            clipboard = fragment_of(state.issue, *in_order(state.issue, state.selection))
            continue
        caret = state.with_caret(state.selection.head)
        outcome = _act(what, caret if what in ("enter", "backspace", "forward") else state, clipboard, data)
        if outcome is None:
            continue
        check_change(caret if what in ("enter", "backspace", "forward") else state, *outcome)
        history = history.select(state.selection).record(outcome, now_s * 10.0)
        now = history.present.issue
        assert dump(compositor.layout(now)) == dump(lay_out(now, cell_faces())), what
    while (earlier := history.undo()) is not None:
        history = earlier
    assert history.present.issue is whole
