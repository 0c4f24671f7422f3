"""Comments of proofreaders: made, changed, settled, removed, each as one step; their words are found again after any other command."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.edit.commands import merge_with_previous, press_enter, remove_article, remove_paragraph, replace_text, type_text
from app.edit.comments import add_comment, edit_comment, in_reading_order, remove_comment, settle_comment, words_at, words_of
from app.edit.history import History
from app.edit.state import EditorState, Place, Selection
from app.edit.text_commands import Outcome
from app.model.people import Comment, Stretch
from tests.edit.random_commands import commands, places
from tests.model.issues import issue

BLOCK, TEXT = 15, "一是排查到位。公司组织42人走访。"
AT = TEXT.index("公司组织")


def _history(start: int = AT, end: int = AT + 4) -> History:
    history = History(EditorState(issue()))
    return _do(history, add_comment(history.present, (Stretch(BLOCK, start, end),), "谁组织的？", "张敏", "2031-03-08T15:20"))


def _do(history: History, outcome: Outcome) -> History:
    assert outcome is not None
    return history.record(outcome, 0.0)


def _only(history: History) -> Comment:
    (comment,) = history.present.issue.comments
    return comment


def _words(history: History) -> str:
    return words_of(history.present.issue, _only(history).stretches)


def test_a_comment_knows_its_words_who_and_when() -> None:
    history = _history()
    assert _only(history) == Comment(1, BLOCK, AT, AT + 4, "谁组织的？", "张敏", "2031-03-08T15:20", "公司组织")
    assert history.undo_label == "加批注"
    undone = history.undo()
    assert undone is not None
    assert undone.present.issue == issue()


def test_numbers_are_not_given_twice_while_the_comment_stands() -> None:
    history = _history()
    history = _do(history, add_comment(history.present, (Stretch(14, 0, 2),), "改"))
    history = _do(history, remove_comment(history.present, 1))
    history = _do(history, add_comment(history.present, (Stretch(14, 0, 2),), "再改"))
    assert [one.number for one in history.present.issue.comments] == [2, 3]


def test_it_is_written_anew_settled_and_removed() -> None:
    history = _history()
    history = _do(history, edit_comment(history.present, 1, " 写明是哪个公司\n"))
    assert _only(history).text == "写明是哪个公司"
    history = _do(history, settle_comment(history.present, 1, True))
    assert _only(history).done
    history = _do(history, settle_comment(history.present, 1, False))
    assert not _only(history).done
    history = _do(history, remove_comment(history.present, 1))
    assert history.present.issue.comments == ()


@pytest.mark.parametrize("stretches", [(), (Stretch(999, 0, 0),), (Stretch(BLOCK, 3, 2),), (Stretch(14, 0, 2), Stretch(BLOCK, 0, 99))])
def test_there_is_none_without_a_place(stretches: tuple[Stretch, ...]) -> None:
    assert add_comment(EditorState(issue()), stretches, "改") is None


def test_nothing_changes_without_a_word_or_a_comment() -> None:
    state = _history().present
    assert add_comment(state, (Stretch(BLOCK, 0, 2),), " \n ") is None
    assert edit_comment(state, 1, "  ") is None
    assert edit_comment(state, 7, "改") is None
    assert settle_comment(state, 1, False) is None
    assert remove_comment(state, 7) is None


def test_what_is_written_at_its_ends_is_not_of_it() -> None:
    history = _history()
    for offset, text in ((AT, "市供水"), (AT + 3 + 4, "，"), (0, "第")):
        state = history.present.with_caret(Place(BLOCK, offset))
        history = _do(history, type_text(state, text))
        assert _words(history) == "公司组织"


def test_what_stands_in_the_place_of_its_words_is_of_it() -> None:
    history = _do(_history(), replace_text(_history().present, Place(BLOCK, AT), AT + 2, "供水公司"))
    assert _words(history) == "供水公司组织"
    assert not _only(history).gone
    history = _do(history, replace_text(history.present, Place(BLOCK, AT), AT + 6, ""))
    assert _only(history).gone
    assert (_only(history).start, _only(history).end) == (AT, AT)


def test_it_goes_along_where_paragraphs_are_parted_and_joined() -> None:
    history = _history()
    history = _do(history, press_enter(history.present.with_caret(Place(BLOCK, 7))))
    assert _words(history) == "公司组织"
    assert _only(history).block != BLOCK
    history = _do(history, merge_with_previous(history.present, _only(history).block))
    assert (_only(history).block, _words(history)) == (BLOCK, "公司组织")


def test_parted_within_it_speaks_of_both_parts_and_joined_again_of_one() -> None:
    history = _history()
    history = _do(history, press_enter(history.present.with_caret(Place(BLOCK, AT + 2))))
    assert _words(history) == "公司组织"
    first, second = _only(history).stretches
    assert (first.block, first.size, second.size) == (BLOCK, 2, 2)
    history = _do(history, merge_with_previous(history.present, second.block))
    assert _words(history) == "公司组织" and _only(history).stretches == (Stretch(BLOCK, AT, AT + 4),)


def test_where_its_paragraph_went_it_stands_where_that_was() -> None:
    history = _history()
    history = _do(history, remove_paragraph(history.present, BLOCK))
    assert (_only(history).block, _only(history).start, _only(history).gone) == (16, 0, True)
    undone = history.undo()
    assert undone is not None
    assert _words(undone) == "公司组织"


def test_where_its_article_went_it_is_still_there() -> None:
    history = _history()
    history = _do(history, remove_article(history.present, 12))
    assert _only(history).gone
    assert _only(history).words == "公司组织"


def test_a_selection_over_paragraphs_is_commented_in_each_of_them() -> None:
    one = issue()
    assert words_at(one, Selection(Place(16, 2), Place(BLOCK, 7))) == (Stretch(BLOCK, 7, len(TEXT)), Stretch(16, 0, 2))
    assert words_at(one, Selection(Place(BLOCK, 9), Place(BLOCK, 7))) == (Stretch(BLOCK, 7, 9),)
    assert words_at(one, Selection(Place(BLOCK, 9), Place(BLOCK, 9))) == (Stretch(BLOCK, 9, 9),)
    assert words_at(one, Selection(Place(999, 9), Place(999, 9))) == ()


def test_over_paragraphs_it_lives_as_long_as_one_of_them_has_words() -> None:
    history = History(EditorState(issue()))
    whole = issue().block_index[16].text
    stretches = words_at(issue(), Selection(Place(BLOCK, AT), Place(16, len(whole))))
    history = _do(history, add_comment(history.present, stretches, "并成一段？"))
    assert _words(history) == TEXT[AT:] + whole
    history = _do(history, remove_paragraph(history.present, BLOCK))
    assert _words(history) == whole and _only(history).block == 16 and not _only(history).gone
    history = _do(history, replace_text(history.present, Place(16, 0), len(whole), ""))
    assert _only(history).gone
    undone = history.undo()
    assert undone is not None
    undone = undone.undo()
    assert undone is not None and _words(undone) == TEXT[AT:] + whole


def test_they_are_listed_as_their_words_stand_in_the_issue() -> None:
    comments = [Comment(1, 20, 0, 2, "乙"), Comment(2, BLOCK, 5, 6, "甲"), Comment(3, 999, 0, 1, "没了"), Comment(4, 5, 0, 1, "日期")]
    assert [one.number for one in in_reading_order(replace(issue(), comments=tuple(comments)))] == [4, 2, 1, 3]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_no_command_loses_a_comment_or_leaves_it_outside_of_its_block(data: st.DataObject) -> None:
    history = History(EditorState(issue()))
    for _ in range(3):
        ends = Selection(data.draw(places(history.present)), data.draw(places(history.present)))
        history = _do(history, add_comment(history.present, words_at(history.present.issue, ends), "看"))
    for _ in range(4):
        before = history.present
        _, outcome = data.draw(commands(before))
        if outcome is None:
            continue
        history = history.record(outcome, 0.0)
        after, change = history.present.issue, outcome[1]
        assert [one.number for one in after.comments] == [1, 2, 3]
        touched = {block for splice in change.splices for block in splice.blocks}
        for was, now in zip(before.issue.comments, after.comments, strict=True):
            for part in now.stretches:
                block = after.block_index.get(part.block)
                assert block is None or 0 <= part.start <= part.end <= len(block.text)
            still = [part for part in was.stretches if part.block not in touched and part.block not in change.removed]
            assert set(still) <= set(now.stretches) or not any(part.size for part in still)
