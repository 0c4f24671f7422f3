"""Matches of an issue, and the laws of replacing them."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.edit import commands as c
from app.edit.change import Label
from app.edit.find import Match, carried, find, match_here, next_match, previous_match, selected_match
from app.edit.history import History
from app.edit.state import EditorState, Place, Selection, in_order
from app.errors import UserError
from app.model.issue import TURNED, Issue, Role
from app.text.search import Query
from tests.edit.random_commands import commands, places
from tests.edit.test_laws import check_change
from tests.model.issues import issue, issues

_MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
_ISSUES = st.one_of(issues(), st.builds(issue))
_QUERIES = st.one_of(
    st.builds(Query, st.text("云河市，。aB第 的", min_size=1, max_size=2), st.booleans(), st.booleans()),
    st.builds(Query, st.sampled_from(["[一二三]", "(.)(.)", "云?河+", r"\d+", "[，。]"]), regex=st.just(True)),
)
_WORDS = st.text("云河，ab　 \n", max_size=3)


def joined(text: str, role: Role) -> str:
    return text.replace("\n", "") if role in TURNED else text


@_MANY
@given(_ISSUES, _QUERIES)
def test_every_block_is_searched_and_a_match_is_what_was_looked_for(whole: Issue, query: Query) -> None:
    found = find(whole, query)
    expected = sum(len([m for m in query.compiled.finditer(joined(b.text, b.role)) if m[0]]) for b in whole.blocks())
    assert len(found) == expected
    order = list(whole.block_index)
    assert list(found) == sorted(found, key=lambda match: (order.index(match.block), match.start))
    for match in found:
        block = whole.block_index[match.block]
        assert query.compiled.search(joined(block.text[match.start : match.end], block.role))


@_MANY
@given(_ISSUES, _QUERIES, _WORDS)
def test_replacing_all_is_one_step_that_changes_nothing_but_the_matches(whole: Issue, query: Query, words: str) -> None:
    state = EditorState(whole)
    matches = find(whole, query)
    outcome = c.replace_all(state, query, words)
    if outcome is None:
        assert all(whole.block_index[m.block].text[m.start : m.end].replace("\n", "") == words.replace("\n", "") for m in matches)
        return
    new, change = outcome
    check_change(state, new, change)
    assert len(change.splices) <= len(matches)
    assert change.label is Label.REPLACE_ALL
    for block in whole.block_index.values():
        own = [match for match in matches if match.block == block.id]
        ends = [0, *(at for match in own for at in (match.start, match.end)), len(block.text)]
        between = [block.text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]
        after = new.issue.block_index[block.id]
        assert re.fullmatch(".*?".join(map(re.escape, between)), after.text, re.DOTALL)
        assert after.role is block.role
    history = History(state).record(outcome, 0)
    assert len(history.past) == 1
    undone = history.undo()
    assert undone is not None and undone.present.issue is whole


@_MANY
@given(_ISSUES, st.sampled_from(["云", "的", "，", "市", "a"]))
def test_as_many_are_replaced_as_were_found(whole: Issue, word: str) -> None:
    query = Query(word, case=True)
    outcome = c.replace_all(EditorState(whole), query, "◎")
    matches = find(whole, query)
    assert (outcome is None) == (not matches)
    if outcome is not None:
        assert len(outcome[1].splices) == len(matches)
        assert len(find(outcome[0].issue, Query("◎"))) == len(matches) + len(find(whole, Query("◎")))
        assert not find(outcome[0].issue, query)


@_MANY
@given(_ISSUES, _QUERIES, _WORDS)
def test_one_by_one_comes_to_the_same_as_all_at_once(whole: Issue, query: Query, words: str) -> None:
    assume("\n" not in words)  # a turn put in may join what stands before it to a longer match,
    assume(not (query.regex and query.compiled.match(words)))  # and so may words that begin with one: 河 behind 云河 for 云?河+
    state = EditorState(whole)
    for match in reversed(find(whole, query)):
        outcome = c.replace_match(state, query, words, match)
        if outcome is not None:
            check_change(state, *outcome)
            state = outcome[0]
    every = c.replace_all(EditorState(whole), query, words)
    assert state.issue == (every[0].issue if every else whole)


@_MANY
@given(_ISSUES, st.data(), _QUERIES)
def test_within_a_selection_lie_the_matches_that_it_covers(whole: Issue, data: st.DataObject, query: Query) -> None:
    state = EditorState(whole)
    within = Selection(data.draw(places(state)), data.draw(places(state)))
    start, end = in_order(whole, within)
    order = whole.block_order
    for match in find(whole, query, within):
        assert match in find(whole, query)
        assert (order[start.block], start.offset) <= (order[match.block], match.start)
        assert (order[match.block], match.end) <= (order[end.block], end.offset)
    outcome = c.replace_all(state, query, "◎◎", within)
    if outcome is not None:
        check_change(state, *outcome)
        assert len(outcome[1].splices) == len(find(whole, query, within))


@_MANY
@given(_ISSUES, st.data(), _QUERIES)
def test_matches_are_carried_over_any_command(whole: Issue, data: st.DataObject, query: Query) -> None:
    assume(whole.sections)
    state = EditorState(whole)
    matches = find(whole, query)
    _, outcome = data.draw(commands(state))
    if outcome is None:
        return
    for match in carried(matches, outcome[1]):
        block = outcome[0].issue.block_index[match.block]
        assert 0 <= match.start < match.end <= len(block.text)


def test_what_an_edit_does_not_touch_is_carried_along() -> None:
    whole = issue()
    match = find(whole, Query("三个"))[0]
    typed = c.replace_text(EditorState(whole), Place(match.block, 0), 0, "现在")
    assert typed is not None
    assert carried([match], typed[1]) == (Match(match.block, match.start + 2, match.end + 2),)
    behind = c.replace_text(EditorState(whole), Place(match.block, match.end), match.end, "新")
    assert behind is not None
    assert carried([match], behind[1]) == (match,)
    inside = c.replace_text(EditorState(whole), Place(match.block, match.start + 1), match.start + 1, "多")
    assert inside is not None
    assert carried([match], inside[1]) == ()


def test_next_and_previous_go_round() -> None:
    whole = issue()
    matches = find(whole, Query("。"))
    assert len(matches) > 2
    caret = None
    seen = []
    for _ in matches:
        at = next_match(whole, matches, caret)
        assert at is not None
        seen.append(at)
        caret = matches[at].selection
        assert selected_match(matches, caret) == at
        assert selected_match(matches, Selection(caret.head, caret.anchor)) == at
        assert match_here(whole, matches, caret) == at
    assert seen == list(range(len(matches)))
    assert next_match(whole, matches, caret) == 0
    assert previous_match(whole, matches, matches[0].selection) == len(matches) - 1
    assert previous_match(whole, matches, caret) == len(matches) - 2
    assert next_match(whole, (), caret) is previous_match(whole, (), None) is None


def titled(text: str) -> tuple[EditorState, int]:
    whole = issue()
    title = next(whole.articles()).title.id
    outcome = c.set_text(EditorState(whole), title, text)
    assert outcome is not None
    return outcome[0], title


@pytest.mark.parametrize(
    ("before", "words", "put_in", "after"),
    [
        ("云河市\n召开推进会议", "云河市召开", "临溪市召开", "临溪市\n召开推进会议"),
        ("云河市\n召开推进会议", "云河市召开", "云河市举行", "云河市\n举行推进会议"),
        ("云河市\n召开推进会议", "河市召开推进", "河市召开全面推进", "云河市\n召开全面推进会议"),
        ("云河市\n召开推进会议", "市召", "", "云河开推进会议"),
        ("云河市\n召开推进会议", "推进", "现场", "云河市\n召开现场会议"),
    ],
)
def test_a_turn_stays_where_it_can(before: str, words: str, put_in: str, after: str) -> None:
    state, title = titled(before)
    outcome = c.replace_all(state, Query(words), put_in)
    assert outcome is not None
    assert outcome[0].issue.block_index[title].text == after


def test_a_lead_sentence_keeps_its_mark() -> None:
    whole = issue()
    block = find(whole, Query("夜校开了三个班"))[0].block
    marked = c.set_lead(EditorState(whole), block, 4)
    assert marked is not None
    outcome = c.replace_all(marked[0], Query("夜校"), "职工夜校")
    assert outcome is not None
    assert [(mark.start, mark.end) for mark in outcome[0].issue.block_index[block].marks] == [(0, 6)]


def test_groups_fill_the_replacement() -> None:
    outcome = c.replace_all(EditorState(issue()), Query(r"(三)(个)", regex=True), r"\2\1")
    assert outcome is not None
    assert find(outcome[0].issue, Query("个三班"))


def test_bad_words_are_refused_and_a_search_can_be_stopped() -> None:
    for query, template, stop in (
        (Query("(", regex=True), "", lambda: False),
        (Query("(。)", regex=True), r"\2", lambda: False),
        (Query("。"), "", lambda: True),
    ):
        with pytest.raises(UserError):
            c.replace_all(EditorState(issue()), query, template, None, stop)


def test_a_match_that_is_gone_is_not_replaced() -> None:
    whole = issue()
    match = find(whole, Query("三个"))[0]
    assert c.replace_match(EditorState(whole), Query("三个"), "两个", Match(match.block, match.start + 1, match.end)) is None
    assert c.replace_match(EditorState(whole), Query("三个"), "两个", Match(-1, 0, 2)) is None
    assert c.replace_match(EditorState(whole), Query("三个"), "三个", match) is None
