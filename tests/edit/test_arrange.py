"""Articles take an order among themselves; all others keep their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.edit.arrange import arrange_articles
from app.edit.change import Label
from app.edit.state import EditorState
from tests.model.issues import issue as sample_issue

IDS = [article.id for article in sample_issue().articles()]


@given(st.permutations(IDS), st.integers(0, len(IDS)))
def test_the_order_is_what_was_given(order: list[int], count: int) -> None:
    state = EditorState(sample_issue())
    some = order[:count]
    done = arrange_articles(state, some)
    after = [article.id for article in (done[0] if done else state).issue.articles()]
    assert [number for number in after if number in some] == some
    assert [number if number not in some else 0 for number in after] == [number if number not in some else 0 for number in IDS]
    assert done is None or done[1].label is Label.ORDER
    assert set(map(id, (done[0] if done else state).issue.articles())) == set(map(id, state.issue.articles()))


def test_what_is_gone_or_named_twice_is_no_step() -> None:
    state = EditorState(sample_issue())
    assert arrange_articles(state, [IDS[0], 999]) is None
    assert arrange_articles(state, [IDS[1], IDS[1]]) is None
