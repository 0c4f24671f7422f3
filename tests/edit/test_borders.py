"""The table of what Enter, Backspace and Delete do at every border."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.edit import borders
from app.edit.change import Change
from app.edit.commands import Outcome
from app.edit.state import EditorState, Place, Selection
from app.edit.tree import with_block
from app.model.issue import Article, Footer, Issue, Mark, MarkKind, Masthead, Paragraph, Recipients, Role, Section
from tests.model.issues import issue

STATE = EditorState(issue())
HEADING, LEAD, LAST, TITLE, SECOND, BRIEF_TITLE, BRIEF = 14, 15, 16, 13, 20, 24, 25


def at(block: int, offset: int, state: EditorState = STATE) -> EditorState:
    length = len(state.issue.block_index[block].text)
    return state.with_caret(Place(block, length if offset < 0 else offset))


def done(outcome: Outcome) -> tuple[EditorState, Change]:
    assert outcome is not None
    return outcome


def outline(whole: Issue) -> list[str]:
    """Every block of the articles, each with the first letter of its role."""
    return [f"{block.role[0]}:{block.text}" for article in whole.articles() for block in (article.title, *article.paragraphs)]


def with_texts(**texts: str) -> EditorState:
    """The issue with other texts: b16="…" sets block 16."""
    whole = STATE.issue
    for name, text in texts.items():
        whole = with_block(whole, replace(whole.block_index[int(name[1:])], text=text, marks=()))
    return EditorState(whole)


# --- Enter


def test_enter_in_a_text_makes_two_paragraphs() -> None:
    state, _ = done(borders.enter(at(LAST, 2)))
    assert outline(state.issue)[3:5] == ["b:二是", "b:抢修及时。"]
    assert state.selection and state.selection.head.offset == 0


def test_enter_at_a_texts_head_makes_an_empty_one_above() -> None:
    state, _ = done(borders.enter(at(HEADING, 0)))
    assert outline(state.issue)[1:3] == ["b:", "h:一、摸清底数"]
    assert state.selection == Selection(Place(HEADING, 0), Place(HEADING, 0))


def test_enter_behind_a_heading_begins_body_text() -> None:
    state, _ = done(borders.enter(at(HEADING, -1)))
    assert outline(state.issue)[1:3] == ["h:一、摸清底数", "b:"]


def test_enter_in_an_empty_heading_makes_it_body_text() -> None:
    state, _ = done(borders.enter(at(HEADING, 0, with_texts(b14=""))))
    assert state.issue.block_index[HEADING].role is Role.BODY


def test_enter_behind_a_signature_begins_its_date() -> None:
    signed = replace(STATE.issue.block_index[LAST], role=Role.SIGNATURE)
    state, change = done(borders.enter(at(LAST, -1, EditorState(with_block(STATE.issue, signed)))))
    assert state.issue.block_index[change.added[0]].role is Role.SIGNATURE_DATE


def test_enter_in_a_title_turns_it_and_behind_it_begins_its_text() -> None:
    state, _ = done(borders.enter(at(19, 3)))
    assert state.issue.block_index[19].text == "青石镇\n办好夜校"
    state, _ = done(borders.enter(at(19, -1)))
    assert outline(state.issue)[4:7] == ["t:青石镇办好夜校", "b:", "b:夜校开了三个班。"]
    assert borders.enter(at(19, -1, with_texts(b20=""))) is None  # an empty one waits
    assert borders.enter(at(BRIEF_TITLE, 3)) is None


@pytest.mark.parametrize(("block", "texts"), [(1, ["云河市", "创建文明城市", "工作简报"]), (4, ["云河市", "创建办"])])
def test_enter_in_a_line_of_a_field_makes_two_lines(block: int, texts: list[str]) -> None:
    state, _ = done(borders.enter(at(block, 3)))
    head = state.issue.masthead
    assert [p.text for p in (head.lines if block == 1 else head.issuers)] == texts
    back, _ = done(borders.backspace(state))
    assert [p.text for p in (back.issue.masthead.lines + back.issue.masthead.issuers)] == ["云河市创建文明城市", "工作简报", "云河市创建办"]


def test_enter_in_recipients_begins_a_line_with_the_next_label() -> None:
    state, _ = done(borders.enter(at(30, -1)))
    lines = [(line.label, line.paragraph.text) for line in state.issue.footer.recipients]
    assert lines == [
        ("报", "市委常委"),
        ("送", ""),
        ("发", "各镇街"),
    ]
    gone, change = done(borders.backspace(state))
    assert gone.issue == replace(STATE.issue, next_id=gone.issue.next_id)
    assert gone.selection == Selection(Place(30, 4), Place(30, 4))
    assert change.label == "修改报送单位"


@pytest.mark.parametrize("block", [3, 5, 6, 11, 17, 32, 33])
def test_enter_in_other_fields_goes_on(block: int) -> None:
    assert borders.enter(at(block, -1)) is None


# --- Backspace at the head of a block; Delete at the end of the one above does the same

FIRST = ["h:一、摸清底数", "b:一是排查到位。公司组织42人走访。", "b:二是抢修及时。"]

CASES: dict[str, tuple[EditorState, int, int, list[str] | None]] = {
    "text|text": (STATE, LEAD, LAST, ["h:一、摸清底数", "b:一是排查到位。公司组织42人走访。二是抢修及时。"]),
    "empty heading|text": (with_texts(b15="", b14=""), HEADING, LEAD, ["b:", "b:二是抢修及时。"]),
    "heading|text": (STATE, HEADING, LEAD, ["b:一、摸清底数一是排查到位。公司组织42人走访。", "b:二是抢修及时。"]),
    "title|text that ends a sentence": (with_texts(b14="一、摸清。"), TITLE, HEADING, None),
    "title|rest of the title": (STATE, TITLE, HEADING, ["b:一是排查到位。公司组织42人走访。", "b:二是抢修及时。"]),
    "title|empty text": (with_texts(b14=""), TITLE, HEADING, ["b:一是排查到位。公司组织42人走访。", "b:二是抢修及时。"]),
    "article|article": (
        STATE,
        LAST,
        19,
        [*FIRST, "b:青石镇办好夜校", "b:夜校开了三个班。"],
    ),
    "article|article without a title": (
        with_texts(b19=""),
        LAST,
        19,
        [*FIRST, "b:夜校开了三个班。"],
    ),
    "栏目 head|title": (STATE, 11, TITLE, None),
    "text|栏目 head": (STATE, SECOND, 22, None),
    "number|total": (STATE, 3, 6, None),
    "recipients under two labels": (STATE, 30, 31, None),
    "date|栏目 head": (STATE, 5, 11, None),
}


@pytest.mark.parametrize("name", CASES)
def test_a_border_goes_from_both_sides(name: str) -> None:
    state, upper, lower, texts = CASES[name]
    back, forth = borders.backspace(at(lower, 0, state)), borders.delete(at(upper, -1, state))
    if texts is None:
        assert back is None and forth is None
        return
    (one, _), (other, _) = done(back), done(forth)
    assert one == other
    assert outline(one.issue)[1 : 1 + len(texts)] == texts


def test_a_heading_that_runs_into_its_text_is_its_lead() -> None:
    state, _ = done(borders.backspace(at(LEAD, 0)))
    assert state.issue.block_index[HEADING].marks == (Mark(0, 6, MarkKind.LEAD), Mark(6, 13, MarkKind.LEAD))


def test_an_empty_brief_under_a_head_goes() -> None:
    state, change = done(borders.backspace(at(BRIEF_TITLE, 0, with_texts(b24="", b25=""))))
    assert change.removed == (24, 25)
    assert state.selection == Selection(Place(22, 4), Place(22, 4))


def test_an_empty_head_goes_and_its_articles_stay() -> None:
    state, _ = done(borders.backspace(at(22, 0, with_texts(b22=""))))
    assert state.issue.sections[1].name is None
    assert len(state.issue.sections[1].articles) == 1


@pytest.mark.parametrize("block", [6, 7, 8, 17, 32, 33])
def test_an_empty_line_that_may_lack_goes(block: int) -> None:
    state, change = done(borders.backspace(at(block, 0, with_texts(**{f"b{block}": ""}))))
    assert block not in state.issue.block_index
    assert change.removed == (block,)


def test_number_date_and_the_last_line_of_the_name_stay() -> None:
    for block in (3, 5):
        assert borders.backspace(at(block, 0, with_texts(**{f"b{block}": ""}))) is None
    whole = STATE.issue
    bare = replace(whole, masthead=Masthead((Paragraph(1, "", Role.MASTHEAD),), whole.masthead.number, (), whole.masthead.date))
    assert borders.backspace(EditorState(bare).with_caret(Place(1, 0))) is None


def test_backspace_takes_a_whole_cluster() -> None:
    state, _ = done(borders.backspace(at(LAST, 2, with_texts(b16="葛\U000e0100城"))))
    assert state.issue.block_index[LAST].text == "城"


def test_backspace_and_delete_take_a_selection() -> None:
    chosen = EditorState(STATE.issue, Selection(Place(LAST, 2), Place(LEAD, 3)))
    assert borders.backspace(chosen) == borders.delete(chosen) != None  # noqa: E711


def test_footer_stays_when_its_last_line_goes() -> None:
    whole = replace(STATE.issue, footer=Footer((Recipients("报", Paragraph(30, "", Role.RECIPIENTS)),)))
    state, _ = done(borders.backspace(EditorState(whole).with_caret(Place(30, 0))))
    assert state.issue.footer.empty
    assert isinstance(next(state.issue.articles()), Article) and isinstance(state.issue.sections[0], Section)
