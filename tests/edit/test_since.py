"""What changed since an earlier version, and where its places are now."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.edit.since import changed_since, place_since
from app.edit.state import EditorState, Place
from app.edit.tree import with_blocks
from app.model.issue import Issue, Mark, MarkKind, Role
from tests.edit.random_commands import commands
from tests.layout.bulletins import bulletin, template
from tests.model.issues import issue as sample_issue

ISSUE = bulletin(template(), [("春耕", ["云湖镇种了九百亩早稻。", "山区种了三百亩茶。"]), ("防汛", ["各地查了水库。"])])
FIRST = next(ISSUE.articles()).paragraphs
SECOND_TITLE = list(ISSUE.articles())[1].title.id


def with_text(key: int, text: str) -> Issue:
    return with_blocks(ISSUE, {key: replace(ISSUE.block_index[key], text=text)})


def test_words_that_came_and_went() -> None:
    block = FIRST[0].id
    more = with_text(block, "云湖镇今年种了九百亩早稻。")
    assert changed_since(ISSUE, more) == {block: ((3, 5),)}
    assert changed_since(more, ISSUE) == {block: ((3, 3),)}
    assert changed_since(ISSUE, ISSUE) == {}


def test_a_paragraph_that_went_is_marked_on_the_one_before() -> None:
    article = next(ISSUE.articles())
    fewer = replace(
        ISSUE,
        sections=(replace(ISSUE.sections[0], articles=(replace(article, paragraphs=FIRST[:1]), *ISSUE.sections[0].articles[1:])),),
    )
    end = len(FIRST[0].text)
    assert changed_since(ISSUE, fewer) == {FIRST[0].id: ((end, end),)}
    assert changed_since(fewer, ISSUE) == {FIRST[1].id: ((0, len(FIRST[1].text)),)}
    assert place_since(ISSUE, fewer, Place(FIRST[1].id, 3)) == Place(SECOND_TITLE, 0)


def test_what_moved_or_looks_otherwise_is_marked_whole() -> None:
    article = next(ISSUE.articles())
    turned = replace(article, paragraphs=FIRST[::-1])
    moved = replace(ISSUE, sections=(replace(ISSUE.sections[0], articles=(turned, *ISSUE.sections[0].articles[1:])),))
    assert len(changed_since(ISSUE, moved)) == 1
    block = FIRST[0]
    heading = with_blocks(ISSUE, {block.id: replace(block, role=Role.HEADING_1)})
    bold = with_blocks(ISSUE, {block.id: replace(block, marks=(Mark(0, 3, MarkKind.BOLD),))})
    assert changed_since(ISSUE, heading) == changed_since(ISSUE, bold) == {block.id: ((0, len(block.text)),)}


def test_a_place_goes_with_its_words() -> None:
    block = FIRST[0].id
    more = with_text(block, "云湖镇今年种了九百亩早稻。")
    words = FIRST[0].text
    assert place_since(ISSUE, more, Place(block, words.index("九"))) == Place(block, words.index("九") + 2)
    assert place_since(ISSUE, more, Place(block, 0)) == Place(block, 0)
    assert place_since(ISSUE, more, Place(block, len(words))) == Place(block, len(words) + 2)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_no_place_is_lost_and_every_change_is_marked_within_its_block(data: st.DataObject) -> None:
    state = EditorState(sample_issue())
    for _ in range(data.draw(st.integers(1, 8))):
        _, outcome = data.draw(commands(state))
        state = outcome[0] if outcome else state
    start, later = sample_issue(), state.issue
    for key, block in start.block_index.items():
        for offset in {0, len(block.text) // 2, len(block.text)}:
            place = place_since(start, later, Place(key, offset))
            assert place is not None and 0 <= place.offset <= len(later.block_index[place.block].text)
    marked = changed_since(start, later)
    for key, block in later.block_index.items():
        earlier = start.block_index.get(key)
        if earlier is None or earlier.text != block.text:
            assert key in marked
        assert all(0 <= first <= last <= len(block.text) for first, last in marked.get(key, ()))
