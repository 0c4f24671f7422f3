"""Paragraphs: split, merged, pasted, deleted over, rewritten from a plain panel."""

from __future__ import annotations

from app.edit import commands as c
from app.edit.change import Change
from app.edit.state import EditorState, Place, Selection
from app.model.issue import Article, Mark, MarkKind, Paragraph, Role
from tests.model.issues import issue

STATE = EditorState(issue())
ARTICLE, HEADING, LEAD, LAST = 12, 14, 15, 16  # 一、摸清底数 / 一是排查到位。公司组织42人走访。 / 二是抢修及时。


def article(state: EditorState) -> Article:
    return next(found for found in state.issue.articles() if found.id == ARTICLE)


def texts(state: EditorState) -> list[str]:
    return [paragraph.text for paragraph in article(state).paragraphs]


def done(outcome: c.Outcome) -> tuple[EditorState, Change]:
    assert outcome is not None
    return outcome


def test_enter_parts_a_paragraph_and_its_marks() -> None:
    state, change = done(c.split_paragraph(STATE, Place(LEAD, 3)))
    assert texts(state) == ["一、摸清底数", "一是排", "查到位。公司组织42人走访。", "二是抢修及时。"]
    first, second = article(state).paragraphs[1:3]
    assert (first.id, second.id) == (LEAD, 40)
    assert first.marks == (Mark(0, 3, MarkKind.LEAD),)
    assert second.marks == (Mark(0, 4, MarkKind.LEAD),)
    assert state.selection == Selection(Place(40, 0), Place(40, 0))
    assert (change.label, change.added, change.removed) == ("分段", (40,), ())
    assert change.map_place(Place(LEAD, 5)) == Place(40, 2)
    assert change.map_place(Place(LEAD, 3), forward=False) == Place(LEAD, 3)


def test_behind_a_heading_body_text_begins() -> None:
    state, _ = done(c.split_paragraph(STATE, Place(HEADING, 6)))
    assert [p.role for p in article(state).paragraphs[:2]] == [Role.HEADING_1, Role.BODY]
    state, _ = done(c.split_paragraph(STATE, Place(HEADING, 2)))
    assert [p.role for p in article(state).paragraphs[:2]] == [Role.HEADING_1, Role.HEADING_1]


def test_only_paragraphs_of_articles_are_parted() -> None:
    assert c.split_paragraph(STATE, Place(13, 2)) is None
    assert c.split_paragraph(STATE, Place(5, 2)) is None
    assert c.split_paragraph(STATE, Place(999, 0)) is None


def test_backspace_at_the_head_merges() -> None:
    state, change = done(c.merge_with_previous(STATE, LAST))
    assert texts(state) == ["一、摸清底数", "一是排查到位。公司组织42人走访。二是抢修及时。"]
    assert (change.label, change.removed) == ("合并段落", (LAST,))
    assert change.map_place(Place(LAST, 2)) == Place(LEAD, 19)
    assert state.selection == Selection(Place(LEAD, 17), Place(LEAD, 17))
    assert c.merge_with_previous(STATE, HEADING) is None
    assert c.merge_with_previous(STATE, 5) is None


def test_merging_undoes_splitting() -> None:
    state, _ = done(c.split_paragraph(STATE, Place(LAST, 2)))
    state, _ = done(c.merge_with_previous(state, 40))
    assert article(state) == article(STATE)


def test_a_selection_over_paragraphs_is_deleted() -> None:
    chosen = EditorState(STATE.issue, Selection(Place(LAST, 2), Place(HEADING, 2)))
    state, change = done(c.delete_selection(chosen))
    assert texts(state) == ["一、抢修及时。"]
    assert article(state).paragraphs[0].role is Role.HEADING_1
    assert (change.label, change.removed) == ("删除", (LEAD, LAST))
    assert change.map_place(Place(LEAD, 4)) == Place(HEADING, 2)
    assert c.delete_selection(state) is None


def test_what_is_left_of_a_whole_deleted_heading_keeps_its_own_look() -> None:
    chosen = EditorState(STATE.issue, Selection(Place(HEADING, 0), Place(LEAD, 0)))
    state, _ = done(c.delete_selection(chosen))
    assert article(state).paragraphs[0].role is Role.BODY
    assert article(state).paragraphs[0].marks == (Mark(0, 7, MarkKind.LEAD),)


def test_a_range_is_of_one_article() -> None:
    assert c.replace_range(STATE, Place(LAST, 2), Place(20, 2), "") is None
    assert c.replace_range(STATE, Place(LAST, 2), Place(LEAD, 0), "") is None


def test_pasted_lines_become_paragraphs() -> None:
    state, change = done(c.paste_text(STATE.with_caret(Place(HEADING, 6)), "甲\r\n乙\n丙"))
    assert texts(state)[:4] == ["一、摸清底数甲", "乙", "丙", "一是排查到位。公司组织42人走访。"]
    assert [p.role for p in article(state).paragraphs[:3]] == [Role.HEADING_1, Role.BODY, Role.BODY]
    assert len(change.added) == 2
    assert (state.selection, change.label) == (Selection(Place(change.added[1], 1), Place(change.added[1], 1)), "粘贴")


def test_pasting_over_paragraphs_keeps_the_first_and_the_last() -> None:
    chosen = EditorState(STATE.issue, Selection(Place(HEADING, 4), Place(LAST, 2)))
    state, change = done(c.paste_text(chosen, "家底\n三是"))
    assert texts(state) == ["一、摸清家底", "三是抢修及时。"]
    assert [p.id for p in article(state).paragraphs] == [HEADING, LAST]
    assert (change.added, change.removed) == ((), (LEAD,))


def test_lines_pasted_into_a_field_stay_one_line() -> None:
    state, _ = done(c.paste_text(STATE.with_caret(Place(4, 0)), "中共\n"))
    assert state.issue.masthead.issuers[0].text == "中共云河市创建办"
    assert c.paste_text(STATE, "x") is None


def test_a_role_belongs_to_its_place_and_a_lead_to_body_text() -> None:
    state, change = done(c.set_role(STATE, LEAD, Role.HEADING_2))
    assert state.issue.block_index[LEAD] == Paragraph(LEAD, "一是排查到位。公司组织42人走访。", Role.HEADING_2)
    assert change.label == "改段落样式"
    assert c.set_role(STATE, LEAD, Role.BODY) is None
    assert c.set_role(STATE, LEAD, Role.TITLE) is None
    assert c.set_role(STATE, 13, Role.BODY) is None


def test_a_paragraph_is_put_in_and_taken_out() -> None:
    state, change = done(c.insert_paragraph(STATE, ARTICLE, 99, "（市供水公司供稿）", Role.BYLINE))
    assert article(state).paragraphs[-1] == Paragraph(40, "（市供水公司供稿）", Role.BYLINE)
    assert state.issue.next_id == 41
    state, back = done(c.remove_paragraph(state, 40))
    assert article(state) == article(STATE)
    assert (change.added, back.removed, state.selection) == ((40,), (40,), None)
    assert c.remove_paragraph(STATE, 13) is None
    assert c.insert_paragraph(STATE, ARTICLE, 0, "x", Role.TITLE) is None


class TestPlainPanel:
    OLD = tuple(texts(STATE))

    def test_an_edit_in_one_paragraph_is_one_splice(self) -> None:
        state, change = done(c.set_paragraph_texts(STATE, ARTICLE, [self.OLD[0], self.OLD[1], "二是抢修很及时。"]))
        assert change.single_splice is not None
        assert change.single_splice.start == Place(LAST, 4)
        assert article(state).paragraphs[:2] == article(STATE).paragraphs[:2]
        assert article(state).paragraphs[1] is article(STATE).paragraphs[1]

    def test_an_enter_keeps_what_stands_around_it(self) -> None:
        state, change = done(c.set_paragraph_texts(STATE, ARTICLE, [self.OLD[0], "一是排查到位。", "公司组织42人走访。", self.OLD[2]]))
        assert [p.id for p in article(state).paragraphs] == [HEADING, LEAD, 40, LAST]
        assert article(state).paragraphs[1].marks == (Mark(0, 7, MarkKind.LEAD),)
        assert change.added == (40,)

    def test_deleted_lines_go(self) -> None:
        state, change = done(c.set_paragraph_texts(STATE, ARTICLE, [self.OLD[2]]))
        assert [p.id for p in article(state).paragraphs] == [LAST]
        assert (change.removed, change.label) == ((HEADING, LEAD), "删除")

    def test_the_same_texts_are_no_change(self) -> None:
        assert c.set_paragraph_texts(STATE, ARTICLE, self.OLD) is None
        assert c.set_paragraph_texts(STATE, 999, []) is None
        empty, _ = done(c.set_paragraph_texts(STATE, ARTICLE, []))
        assert c.set_paragraph_texts(empty, ARTICLE, [""]) is None
