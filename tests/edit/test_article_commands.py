"""Articles and 栏目: added, pasted, moved, removed, switched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.edit import commands as c
from app.edit.change import Change
from app.edit.state import EditorState, Place, Selection
from app.model.issue import Article, Paragraph, Role, Section
from tests.model.issues import issue

STATE = EditorState(issue())
FIRST, SECOND, BRIEF = 12, 18, 23
NEWS, TIMES, NAMELESS = 10, 21, 26


def done(outcome: c.Outcome) -> tuple[EditorState, Change]:
    assert outcome is not None
    return outcome


def shape(state: EditorState) -> list[list[int]]:
    return [[article.id for article in section.articles] for section in state.issue.sections]


def find(state: EditorState, article_id: int) -> Article:
    return next(article for article in state.issue.articles() if article.id == article_id)


@pytest.mark.parametrize(
    ("article", "section", "at", "expected"),
    [
        (FIRST, NEWS, 2, [[SECOND, FIRST], [BRIEF], []]),
        (SECOND, NEWS, 0, [[SECOND, FIRST], [BRIEF], []]),
        (FIRST, TIMES, 0, [[SECOND], [FIRST, BRIEF], []]),
        (FIRST, TIMES, 99, [[SECOND], [BRIEF, FIRST], []]),
        (BRIEF, NAMELESS, 0, [[FIRST, SECOND], [], [BRIEF]]),
        (FIRST, NEWS, 0, None),
        (FIRST, NEWS, 1, None),
        (FIRST, 999, 0, None),
        (999, NEWS, 0, None),
    ],
)
def test_an_article_is_dropped_before_another(article: int, section: int, at: int, expected: list[list[int]] | None) -> None:
    outcome = c.move_article(STATE, article, section, at)
    assert (shape(outcome[0]) if outcome else None) == expected
    if outcome:
        assert find(outcome[0], article) is find(STATE, article)
        assert outcome[1].label == "移动文章"


def test_up_and_down_pass_from_one_section_to_the_next() -> None:
    state = STATE
    seen = []
    while (outcome := c.move_article_down(state, FIRST)) is not None:
        state = outcome[0]
        seen.append(shape(state))
    assert seen == [
        [[SECOND, FIRST], [BRIEF], []],
        [[SECOND], [FIRST, BRIEF], []],
        [[SECOND], [BRIEF, FIRST], []],
        [[SECOND], [BRIEF], [FIRST]],
    ]
    for expected in [*reversed(seen[:-1]), shape(STATE)]:
        state, _ = done(c.move_article_up(state, FIRST))
        assert shape(state) == expected
    assert c.move_article_up(state, FIRST) is None
    assert state.issue == STATE.issue


def test_a_new_article_has_a_title_to_type_in() -> None:
    state, change = done(c.add_article(STATE, TIMES, 0, "柳湾社区"))
    article = state.issue.sections[1].articles[0]
    assert article.title.text == "柳湾社区"
    assert state.selection == Selection(Place(article.title.id, 4), Place(article.title.id, 4))
    assert state.issue.next_id == 43
    assert change.added == (article.title.id, article.paragraphs[0].id)
    assert c.add_article(STATE, 999, 0) is None


def test_pasted_articles_get_ids_of_their_own() -> None:
    state, change = done(c.insert_articles(STATE, NEWS, 1, [find(STATE, FIRST), find(STATE, FIRST)]))
    copies = state.issue.sections[0].articles[1:3]
    assert [article.paragraphs[1].text for article in copies] == [find(STATE, FIRST).paragraphs[1].text] * 2
    assert [article.paragraphs[1].marks for article in copies] == [find(STATE, FIRST).paragraphs[1].marks] * 2
    assert all(article.toc_title and article.toc_title.text == "抢修老旧管网" for article in copies)
    assert min(change.added) >= 40
    assert c.insert_articles(STATE, NEWS, 0, []) is None


def test_pasted_sections_join_those_of_their_name() -> None:
    pasted = (
        Section(1, Paragraph(2, "文明时讯", Role.SECTION), (find(STATE, BRIEF),)),
        Section(3, Paragraph(4, "经验交流", Role.SECTION), (find(STATE, SECOND),)),
        Section(5, None, (find(STATE, FIRST),)),
    )
    state, _ = done(c.insert_sections(STATE, pasted))
    names = [section.name.text if section.name else None for section in state.issue.sections]
    assert names == ["工作动态", "文明时讯", None, "经验交流"]
    assert [len(section.articles) for section in state.issue.sections] == [2, 2, 1, 1]
    state, _ = done(c.insert_sections(STATE, pasted[1:2], 0))
    assert [section.name.text if section.name else None for section in state.issue.sections][:2] == ["经验交流", "工作动态"]
    assert c.insert_sections(STATE, ()) is None
    assert c.insert_sections(STATE, (Section(1, Paragraph(2, "文明时讯", Role.SECTION), ()),)) is None


def test_a_removed_article_leaves_the_caret_at_the_next() -> None:
    state, change = done(c.remove_article(STATE.with_caret(Place(16, 1)), FIRST))
    assert shape(state) == [[SECOND], [BRIEF], []]
    assert change.removed == (13, 17, 14, 15, 16)
    assert state.selection == Selection(Place(19, 7), Place(19, 7))
    state, _ = done(c.remove_article(STATE.with_caret(Place(25, 1)), BRIEF))
    assert state.selection == Selection(Place(19, 7), Place(19, 7))
    state, _ = done(c.remove_article(STATE.with_caret(Place(3, 1)), BRIEF))
    assert state.selection == Selection(Place(3, 1), Place(3, 1))
    assert c.remove_article(STATE, 999) is None


def test_a_toc_title_is_given_changed_and_taken_away() -> None:
    state, change = done(c.set_toc_title(STATE, SECOND, "办好夜校"))
    assert find(state, SECOND).toc_title == Paragraph(40, "办好夜校", Role.TOC_TITLE)
    state, _ = done(c.set_toc_title(state, SECOND, "夜校"))
    assert find(state, SECOND).toc_title == Paragraph(40, "夜校", Role.TOC_TITLE)
    state, back = done(c.set_toc_title(state, SECOND, "青石镇办好夜校"))
    assert find(state, SECOND).toc_title is None
    assert (change.added, back.removed) == ((40,), (40,))
    assert c.set_toc_title(state, SECOND, "") is None
    assert c.set_toc_title(state, 999, "x") is None


def test_the_switches_of_an_article() -> None:
    state, _ = done(c.set_unit(STATE, FIRST, "云河供水"))
    state, _ = done(c.set_in_contents(state, FIRST, False))
    state, _ = done(c.set_new_page(state, FIRST, True))
    state, change = done(c.set_runin(state, FIRST, True))
    article = find(state, FIRST)
    assert (article.unit, article.in_contents, article.new_page, article.runin) == ("云河供水", False, True, True)
    assert article.paragraphs is find(STATE, FIRST).paragraphs
    assert change.label == "改简讯排法"
    assert c.set_runin(state, FIRST, True) is None
    assert c.set_unit(state, 999, "x") is None


def test_a_title_keeps_its_turns() -> None:
    state, change = done(c.set_title(STATE, FIRST, "云河市\n供水公司抢修老旧管网"))
    assert find(state, FIRST).title.text == "云河市\n供水公司抢修老旧管网"
    assert change.label == "修改标题"
    assert c.set_title(STATE, 999, "x") is None


def test_sections_come_move_and_change_their_names() -> None:
    state, change = done(c.add_section(STATE, 1, "经验交流"))
    assert [section.name.text for section in state.issue.sections if section.name] == ["工作动态", "经验交流", "文明时讯"]
    assert change.added == (41,)
    state, _ = done(c.move_section(state, NEWS, 3))
    assert [section.id for section in state.issue.sections] == [40, TIMES, NEWS, NAMELESS]
    assert state.issue.sections[2] is STATE.issue.sections[0]
    state, _ = done(c.move_section(state, NEWS, 0))
    state, _ = done(c.rename_section(state, NEWS, "工作\n要闻"))
    assert state.issue.sections[0].name == Paragraph(11, "工作要闻", Role.SECTION)
    state, change = done(c.rename_section(state, NEWS, " "[:0]))
    assert (state.issue.sections[0].name, change.removed) == (None, (11,))
    state, change = done(c.rename_section(state, NEWS, "要闻"))
    assert state.issue.sections[0].name is not None
    assert change.added == (state.issue.sections[0].name.id,)
    assert c.rename_section(STATE, NAMELESS, "") is None
    assert c.rename_section(STATE, 999, "x") is None
    assert c.move_section(STATE, NEWS, 1) is None
    assert c.move_section(STATE, 999, 0) is None


def test_articles_of_a_removed_section_go_to_its_neighbour() -> None:
    state, change = done(c.remove_section(STATE, TIMES))
    assert shape(state) == [[FIRST, SECOND, BRIEF], []]
    assert (change.removed, change.moved) == ((22,), (24, 25))
    state, _ = done(c.remove_section(STATE, NEWS))
    assert shape(state) == [[FIRST, SECOND, BRIEF], []]
    assert state.issue.sections[0].id == TIMES
    assert c.remove_section(STATE, 999) is None


def test_a_section_goes_with_its_articles_if_told() -> None:
    state, change = done(c.remove_section(STATE.with_caret(Place(25, 0)), TIMES, with_articles=True))
    assert shape(state) == [[FIRST, SECOND], []]
    assert change.removed == (22, 24, 25)
    assert state.selection is None


def test_the_only_section_loses_its_name_alone() -> None:
    state, _ = done(c.remove_section(STATE, NAMELESS))
    state, _ = done(c.remove_section(state, TIMES))
    state, _ = done(c.remove_section(state, NEWS))
    assert shape(state) == [[FIRST, SECOND, BRIEF]]
    assert state.issue.sections[0].name is None
    assert c.remove_section(state, NEWS) is None
    state, _ = done(c.remove_section(state, NEWS, with_articles=True))
    assert shape(state) == [[]]


def _with_articles(*articles: Article) -> EditorState:
    """The issue with nothing but these articles, in its first 栏目."""
    first, *others = STATE.issue.sections
    sections = (replace(first, articles=articles), *(replace(section, articles=()) for section in others))
    return EditorState(replace(STATE.issue, sections=sections))


EMPTY = Article(40, Paragraph(41, "", Role.TITLE), (Paragraph(42, ""),))


@pytest.mark.parametrize("section", [NEWS, TIMES])
@pytest.mark.parametrize("at", [0, 1])
def test_what_is_imported_takes_the_place_of_an_empty_article(section: int, at: int) -> None:
    state, change = done(c.insert_articles(_with_articles(EMPTY), section, at, [find(STATE, FIRST), find(STATE, BRIEF)]))
    titles = [article.title.text for article in state.issue.articles()]
    assert titles == [find(STATE, FIRST).title.text, find(STATE, BRIEF).title.text]
    assert change.removed == (41, 42) and change.label == "加入来稿"
    state, change = done(c.insert_sections(_with_articles(EMPTY), STATE.issue.sections))
    assert len(list(state.issue.articles())) == 3 and change.removed == (41, 42)


@pytest.mark.parametrize(
    "written",
    [
        replace(EMPTY, title=Paragraph(41, "标题", Role.TITLE)),
        replace(EMPTY, paragraphs=(Paragraph(42, "一句话。"),)),
        replace(EMPTY, paragraphs=(Paragraph(42, "", Role.HEADING_1),)),
        replace(EMPTY, unit="市税务局"),
        replace(EMPTY, toc_title=Paragraph(43, "短题", Role.TOC_TITLE)),
    ],
)
def test_an_article_in_which_something_is_written_stays(written: Article) -> None:
    state, change = done(c.insert_articles(_with_articles(written), NEWS, 1, [find(STATE, FIRST)]))
    assert next(state.issue.articles()) == written and not change.removed


def test_an_empty_article_beside_others_stays_and_so_it_does_where_only_a_section_comes() -> None:
    state, _ = done(c.insert_articles(_with_articles(EMPTY, find(STATE, SECOND)), NEWS, 2, [find(STATE, FIRST)]))
    assert len(list(state.issue.articles())) == 3
    state, change = done(c.insert_sections(_with_articles(EMPTY), (Section(1, Paragraph(2, "要闻", Role.SECTION), ()),)))
    assert list(state.issue.articles()) == [EMPTY] and not change.removed
