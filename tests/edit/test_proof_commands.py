"""What the proofreading proposes is put in as one step, and only where the words still stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.edit.change import Label
from app.edit.proof_commands import Fix, fix, heed, let_stand
from app.edit.state import EditorState, Place, Selection
from app.model.codec import issue_from_json, issue_to_json
from app.model.issue import Issue, Passed
from tests.layout.bulletins import bulletin, template


def _issue(*paragraphs: str) -> Issue:
    return bulletin(template(), [("标题", list(paragraphs))])


def _body(issue: Issue) -> list[str]:
    return [paragraph.text for paragraph in next(issue.articles()).paragraphs]


def _ids(issue: Issue) -> list[int]:
    return [paragraph.id for paragraph in next(issue.articles()).paragraphs]


def test_one_fix_leaves_the_caret_behind_it() -> None:
    issue = _issue("开展记念活动。")
    block = _ids(issue)[0]
    outcome = fix(EditorState(issue), (Fix(block, 2, 4, "记念", "纪念"),))
    assert outcome is not None
    state, change = outcome
    assert _body(state.issue) == ["开展纪念活动。"]
    assert state.selection == Selection(Place(block, 4), Place(block, 4))
    assert change.label is Label.FIX


def test_many_are_one_step_whatever_their_lengths_and_carry_the_caret() -> None:
    issue = _issue("甲，，乙，，丙", "丁，，戊")
    one, two = _ids(issue)
    caret = Selection(Place(one, 7), Place(one, 7))
    fixes = (Fix(one, 1, 3, "，，", "，"), Fix(two, 1, 3, "，，", ""), Fix(one, 4, 6, "，，", "，"))
    outcome = fix(EditorState(issue, caret), fixes)
    assert outcome is not None
    state, change = outcome
    assert _body(state.issue) == ["甲，乙，丙", "丁戊"]
    assert state.selection == Selection(Place(one, 5), Place(one, 5))
    assert change.label is Label.FIX_ALL


def test_places_that_read_otherwise_now_are_left_alone() -> None:
    issue = _issue("开展纪念活动。")
    assert fix(EditorState(issue), (Fix(_ids(issue)[0], 2, 4, "记念", "纪念"), Fix(999, 0, 1, "甲", "乙"))) is None


def test_overlapping_fixes_do_no_harm() -> None:
    issue = _issue("一二三四")
    block = _ids(issue)[0]
    outcome = fix(EditorState(issue), (Fix(block, 0, 3, "一二三", "甲"), Fix(block, 2, 4, "三四", "乙")))
    assert outcome is not None
    assert _body(outcome[0].issue) == ["一二乙"]


@given(st.lists(st.sampled_from(["记念", "好", "，，", "🙂"]), min_size=1, max_size=8))
def test_every_listed_place_is_put_right(parts: list[str]) -> None:
    right = {"记念": "纪念", "，，": "，"}
    issue = _issue("".join(parts))
    block = _ids(issue)[0]
    fixes, at = [], 0
    for part in parts:
        if part in right:
            fixes.append(Fix(block, at, at + len(part), part, right[part]))
        at += len(part)
    outcome = fix(EditorState(issue), fixes)
    done = _body(outcome[0].issue) if outcome else ["".join(parts)]
    assert done == ["".join(right.get(part, part) for part in parts)]


def test_what_is_let_stand_is_kept_in_the_file() -> None:
    issue = _issue("开展记念活动。")
    passed = Passed("word.wrong", _ids(issue)[0], "记念")
    outcome = let_stand(EditorState(issue), passed)
    assert outcome is not None
    state, _ = outcome
    assert issue_from_json(issue_to_json(state.issue), "x").passed == (passed,)
    assert let_stand(state, passed) is None


def test_what_was_let_stand_is_told_of_again() -> None:
    issue = _issue("再接再励")
    passed = Passed("word.wrong", _ids(issue)[0], "再接再励")
    stands = let_stand(EditorState(issue), passed)
    assert stands is not None
    again = heed(stands[0], passed)
    assert again is not None and again[0].issue == issue and again[1].label is Label.HEED
    assert heed(again[0], passed) is None
