"""What F4 does again, and what it leaves alone."""

from __future__ import annotations

from app.edit import commands as c
from app.edit.repeat import Repeat, remembered
from app.edit.state import EditorState, Place
from app.model.issue import Role
from tests.model.issues import issue

BODY = 20  # 夜校开了三个班。


def done(last: Repeat | None, repeat: Repeat, state: EditorState) -> tuple[Repeat, EditorState]:
    outcome = repeat.command(state)
    assert outcome is not None
    return remembered(last, repeat, state, outcome[0]), outcome[0]


def body(state: EditorState) -> str:
    return state.issue.block_index[BODY].text


def at(state: EditorState, offset: int) -> EditorState:
    return state.with_caret(Place(BODY, offset))


def test_a_run_of_typing_is_repeated_as_a_whole() -> None:
    state = at(EditorState(issue()), 2)
    first, state = done(None, Repeat.typing("今"), state)
    second, state = done(first, Repeat.typing("年春天"), state)
    assert second.typed == "今年春天"
    again, state = done(second, second, at(state, 0))
    assert body(state) == "今年春天夜校今年春天开了三个班。"
    assert again.typed == "今年春天", "repeating does not grow it"
    third, state = done(again, again, state)
    assert third.typed == "今年春天" and body(state).startswith("今年春天今年春天夜校")


def test_typing_elsewhere_begins_anew() -> None:
    first, state = done(None, Repeat.typing("今"), at(EditorState(issue()), 2))
    second, state = done(first, Repeat.typing("年"), at(state, 0))
    assert second.typed == "年"


def test_roles_and_deletions_are_repeated_where_the_caret_is() -> None:
    heading = Repeat(lambda state: c.set_roles(state, Role.HEADING_2))
    kept, state = done(None, heading, EditorState(issue()).with_caret(Place(15, 3)))
    _, state = done(kept, kept, at(state, 3))
    assert state.issue.block_index[BODY].role is Role.HEADING_2
    assert kept.command(at(state, 0)) is None, "it has that role already"
    deletion, state = done(kept, Repeat(c.press_delete), at(state, 0))
    _, state = done(deletion, deletion, state)
    assert body(state) == "开了三个班。"
