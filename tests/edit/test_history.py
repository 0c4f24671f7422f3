"""The rules by which edits become steps to undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.edit import commands as c
from app.edit.history import PAUSE_S, History
from app.edit.state import EditorState, Place, Selection
from app.edit.text_commands import set_number
from app.model.signing import Recorded, Stage
from tests.model.issues import issue

BODY = 20  # 夜校开了三个班。


def start() -> History:
    return History(EditorState(issue()).with_caret(Place(BODY, 2))).mark_saved()


def typed(history: History, text: str, now_s: float) -> History:
    selection = history.present.selection
    assert selection is not None
    outcome = c.replace_text(history.present, selection.head, selection.head.offset, text)
    assert outcome is not None
    return history.record(outcome, now_s)


def deleted(history: History, start: int, end: int, now_s: float) -> History:
    outcome = c.replace_text(history.present, Place(BODY, start), end, "")
    assert outcome is not None
    return history.record(outcome, now_s)


def body(history: History) -> str:
    return history.present.issue.block_index[BODY].text


def test_a_run_of_typing_is_one_step() -> None:
    history = start()
    for at, piece in enumerate(["在", "青石镇", "，"]):  # the second as an input method commits it
        history = typed(history, piece, at)
    assert body(history) == "夜校在青石镇，开了三个班。"
    assert history.undo_label == "输入"
    back = history.undo()
    assert back is not None
    assert body(back) == "夜校开了三个班。"
    assert back.present.selection == Selection(Place(BODY, 2), Place(BODY, 2))
    assert (back.undo(), back.undo_label, back.redo_label) == (None, None, "输入")


def test_typing_over_a_selection_goes_on() -> None:
    history = start()
    outcome = c.replace_text(history.present, Place(BODY, 0), 2, "课")
    assert outcome is not None
    history = typed(history.record(outcome, 0), "堂", 1)
    assert len(history.past) == 1


def test_a_pause_ends_the_run() -> None:
    history = typed(typed(start(), "在", 0), "镇", PAUSE_S)
    assert len(history.past) == 2


def test_a_clock_that_goes_back_ends_the_run() -> None:
    assert len(typed(typed(start(), "在", 9), "镇", 3).past) == 2


def test_a_moved_caret_ends_the_run() -> None:
    history = typed(start(), "在", 0)
    moved = history.select(Selection(Place(BODY, 0), Place(BODY, 0)))
    assert moved.past == history.past
    assert len(typed(moved, "镇", 1).past) == 2


def test_the_same_place_reached_again_ends_the_run_only_if_told() -> None:
    history = typed(start(), "在", 0)
    assert len(typed(history.select(history.present.selection), "镇", 1).past) == 1
    assert len(typed(history.end_run(), "镇", 1).past) == 2


def test_deleting_does_not_join_typing() -> None:
    history = deleted(typed(start(), "在", 0), 2, 3, 0.1)
    assert [step.label.value for step in history.past] == ["输入", "删除"]


def test_backspace_and_delete_make_runs_of_their_own() -> None:
    back = deleted(deleted(start(), 4, 5, 0), 3, 4, 1)
    assert len(back.past) == 1
    ahead = deleted(deleted(start(), 4, 5, 0), 4, 5, 1)
    assert len(ahead.past) == 1
    apart = deleted(deleted(start(), 4, 5, 0), 0, 1, 1)
    assert len(apart.past) == 2


def test_another_block_ends_the_run() -> None:
    history = typed(start(), "在", 0)
    outcome = c.replace_text(history.present, Place(16, 0), 0, "在")
    assert outcome is not None
    assert len(history.record(outcome, 0.1).past) == 2


def test_a_field_typed_letter_by_letter_is_one_step() -> None:
    history = start()
    for at, text in enumerate(["第7", "第", "第1", "第18", "第18期"]):
        outcome = c.set_number(history.present, text)
        assert outcome is not None
        history = history.record(outcome, at / 10)
    assert [step.label.value for step in history.past] == ["修改期号", "修改期号"]  # the deletion, the typing


@pytest.mark.parametrize("command", [lambda s: c.move_article_up(s, 18), lambda s: c.split_paragraph(s, Place(BODY, 2))])
def test_other_commands_are_steps_of_their_own(command: object) -> None:
    assert callable(command)
    history = typed(start(), "在", 0)
    outcome = command(history.present)
    history = typed(history.record(outcome, 0.1).select(Selection(Place(BODY, 1), Place(BODY, 1))), "的", 0.2)
    assert len(history.past) == 3


def test_typing_after_undo_is_a_new_step() -> None:
    history = typed(typed(start(), "在", 0), "镇", 5)
    back = history.undo()
    assert back is not None
    assert len(typed(back, "乡", 5.1).past) == 2
    assert typed(back, "乡", 5.1).future == ()


def test_the_list_is_bounded() -> None:
    history = History(EditorState(issue()).with_caret(Place(BODY, 2)), depth=3)
    for at in range(9):
        history = typed(history, "在", at * 10)
    assert len(history.past) == 3
    while (earlier := history.undo()) is not None:
        history = earlier
    assert body(history).count("在") == 6


def test_the_star_of_unsaved_work_goes_when_undo_comes_back_to_the_file() -> None:
    assert History(EditorState(issue())).unsaved
    history = start()
    assert not history.unsaved
    history = typed(history, "在", 0)
    assert history.unsaved
    back = history.undo()
    assert back is not None
    assert not back.unsaved
    history = typed(history.mark_saved(), "镇", 0.1)
    assert history.unsaved
    assert len(history.past) == 2
    assert not history.select(None).mark_saved().unsaved


def test_typing_back_what_the_file_holds_counts_as_saved() -> None:
    history = deleted(typed(start(), "在", 0), 2, 3, 9)
    assert not history.unsaved


def test_how_far_an_issue_has_come_is_no_step_and_undo_takes_it_not_back() -> None:
    first = EditorState(issue())
    outcome = set_number(first, "第8期")
    assert outcome is not None
    history = History(first).record(outcome, 0.0)
    entry = Recorded("送签", "2031-03-08T15:20:00")
    sent = history.standing(replace(history.present.issue, stage=Stage.SUBMITTED, trail=(entry,)))
    assert (len(sent.past), sent.undo_label) == (1, "修改期号")
    undone = sent.undo()
    assert undone is not None
    assert (undone.present.issue.masthead.number.text, undone.present.issue.stage, undone.present.issue.trail) == (
        "第7期",
        Stage.SUBMITTED,
        (entry,),
    )
    again = undone.redo()
    assert again is not None and again.present == sent.present
