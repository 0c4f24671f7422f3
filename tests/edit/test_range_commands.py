"""What stays of a range over titles, articles and 栏目, and what a fragment brings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.edit import commands as c
from app.edit.change import Label
from app.edit.cutting import articles_taken, whole_articles
from app.edit.fragment import Fragment, fragment_of, from_json, to_html, to_json, to_text
from app.edit.state import EditorState, Place, Selection
from app.model.issue import Issue, Mark, MarkKind, Paragraph, Role
from tests.edit.test_borders import at, done
from tests.model.issues import issue

STATE = EditorState(issue())


def over(start: tuple[int, int], end: tuple[int, int]) -> EditorState:
    """The issue with a selection; -1 is a block's end."""
    places = [Place(b, len(STATE.issue.block_index[b].text) if o < 0 else o) for b, o in (start, end)]
    return EditorState(STATE.issue, Selection(places[0], places[1]))


def outline(whole: Issue) -> str:
    """栏目 in brackets, titles in angles, texts; blanks where something is empty."""
    parts = []
    for section in whole.sections:
        parts.append(f"[{section.name.text if section.name else '-'}]")
        for article in section.articles:
            parts += [f"<{article.title.text}>".replace("\n", "/"), *(p.text for p in article.paragraphs)]
    return " ".join(parts)


START = (
    "[工作动态] <云河市供水公司/抢修老旧管网> 一、摸清底数 一是排查到位。公司组织42人走访。 二是抢修及时。 "
    "<青石镇办好夜校> 夜校开了三个班。 [文明时讯] <柳湾社区清扫楼道> 3月2日，居民一起动手。 [-]"
)


@pytest.mark.parametrize(
    ("start", "end", "left"),
    [
        # title → text of one article: both stay by themselves
        ((19, 3), (20, 2), START.replace("办好夜校> 夜校开", "> 开")),
        ((19, 3), (20, -1), START.replace("办好夜校> 夜校开了三个班。", ">")),
        ((19, 0), (20, 2), START.replace("青石镇办好夜校> 夜校", "> ")),
        # a whole article
        ((19, 0), (20, -1), START.replace(" <青石镇办好夜校> 夜校开了三个班。", "")),
        # text → text of the next article: one paragraph, what follows goes along
        ((15, 4), (20, 2), START.replace("到位。公司组织42人走访。 二是抢修及时。 <青石镇办好夜校> 夜校", "")),
        ((16, 0), (20, 2), START.replace("二是抢修及时。 <青石镇办好夜校> 夜校", "")),
        # text → title: both stay
        ((16, 2), (19, 3), START.replace("抢修及时。 <青石镇", " <")),
        ((16, 2), (19, 0), START.replace("抢修及时。", "")),
        ((16, 2), (19, -1), START.replace("抢修及时。 <青石镇办好夜校>", "")),
        # title → title
        ((13, 3), (19, 3), "[工作动态] <云河市办好夜校> 夜校开" + START.split("夜校开")[1]),
        # over a 栏目 head: what stood under it goes on above
        ((20, 2), (25, 2), START.replace("开了三个班。 [文明时讯] <柳湾社区清扫楼道> 3月", "")),
        ((20, 2), (24, 4), START.replace("开了三个班。 [文明时讯] <柳湾社区", " <")),
        ((20, 2), (22, 2), START.replace("开了三个班。 [文明", " [")),
        ((19, 0), (25, -1), START.replace(" <青石镇办好夜校> 夜校开了三个班。 [文明时讯] <柳湾社区清扫楼道> 3月2日，居民一起动手。", "")),
        # 栏目 heads at the beginning
        ((22, 2), (25, 2), START.replace("时讯] <柳湾社区清扫楼道> 3月", "] <> ")),
        ((11, 2), (22, 2), "[工作时讯]" + START.split("时讯]")[1]),
        ((22, 0), (24, 4), START.replace("[文明时讯] <柳湾社区", "<")),
        ((11, 0), (13, 3), START.replace("工作动态] <云河市", "-] <")),
        # everything
        ((11, 0), (25, -1), "[-] <> [-]"),
    ],
)
def test_what_stays_of_a_range(start: tuple[int, int], end: tuple[int, int], left: str) -> None:
    assert outline(STATE.issue) == START
    state, change = done(c.delete_selection(over(start, end)))
    assert outline(state.issue).replace("  ", " ") == left.replace("  ", " ")
    assert change.label == "删除"


def test_a_range_over_masthead_and_footer_empties_the_fields() -> None:
    state, _ = done(c.delete_selection(over((2, 2), (19, 3))))
    head = state.issue.masthead
    assert [p.text for p in (*head.lines, head.number, *head.issuers, head.date)] == ["云河市创建文明城市", "工作", "", "", ""]
    assert outline(state.issue).startswith("[-] <办好夜校>")
    assert state.selection == Selection(Place(2, 2), Place(2, 2))
    state, _ = done(c.delete_selection(over((25, 5), (31, 1))))
    assert [line.paragraph.text for line in state.issue.footer.recipients] == ["", "镇街"]


def test_only_a_command_that_takes_articles_away_is_asked_about() -> None:
    blocks = list(STATE.issue.blocks())
    whole = replace(STATE, selection=Selection(Place(blocks[0].id, 0), Place(blocks[-1].id, len(blocks[-1].text))))
    assert articles_taken(whole, c.delete_selection) == articles_taken(whole, lambda state: c.type_text(state, "新")) > 1
    assert articles_taken(whole, lambda state: c.toggle_mark(state, MarkKind.BOLD, Label.BOLD)) == 0
    assert articles_taken(STATE.with_caret(Place(blocks[0].id, 0)), c.delete_selection) == 0


def test_whole_articles_are_counted_for_the_question() -> None:
    def count(start: tuple[int, int], end: tuple[int, int]) -> int:
        selection = over(start, end).selection
        assert selection
        return len(whole_articles(STATE.issue, selection.anchor, selection.head))

    assert count((13, 0), (16, -1)) == 1
    assert count((13, 1), (20, -1)) == 1
    assert count((5, 0), (30, 0)) == 3


def test_typing_over_an_article_keeps_its_title_line() -> None:
    state, change = done(c.type_text(over((19, 0), (20, -1)), "新"))
    assert "<新> [文明" in outline(state.issue)
    assert (change.label, state.selection) == ("输入", Selection(Place(19, 1), Place(19, 1)))
    state, _ = done(c.type_text(over((16, 2), (20, 2)), "甲"))
    assert "二是甲开了三个班。" in outline(state.issue)


def test_a_copied_article_comes_again_behind_another() -> None:
    fragment = fragment_of(STATE.issue, Place(19, 0), Place(20, 8))
    state, change = done(c.paste_fragment(at(25, -1), fragment))
    assert outline(state.issue).endswith("3月2日，居民一起动手。 <青石镇办好夜校> 夜校开了三个班。 [-]")
    assert change.label == "粘贴"
    state, _ = done(c.paste_fragment(at(24, 0), fragment))
    assert "[文明时讯] <青石镇办好夜校> 夜校开了三个班。 <柳湾" in outline(state.issue)
    state, _ = done(c.paste_fragment(at(25, 5), fragment))
    assert "3月2日， <青石镇办好夜校> 夜校开了三个班。居民一起动手。" in outline(state.issue)


def test_pasted_paragraphs_join_both_sides_and_keep_roles_and_marks() -> None:
    fragment = fragment_of(STATE.issue, Place(14, 2), Place(15, 9))
    state, _ = done(c.paste_fragment(at(20, 2), fragment))
    article = state.issue.sections[0].articles[1]
    assert [(p.text, p.role) for p in article.paragraphs] == [("夜校摸清底数", Role.BODY), ("一是排查到位。公司开了三个班。", Role.BODY)]
    assert article.paragraphs[1].marks == (Mark(0, 7, MarkKind.LEAD),)
    assert state.selection and state.selection.head == Place(article.paragraphs[1].id, 9)


def test_words_with_a_mark_are_pasted_within_a_text() -> None:
    fragment = fragment_of(STATE.issue, Place(15, 2), Place(15, 9))
    state, _ = done(c.paste_fragment(at(16, 2), fragment))
    assert state.issue.block_index[16].text == "二是排查到位。公司抢修及时。"
    assert state.issue.block_index[16].marks == (Mark(2, 7, MarkKind.LEAD),)


def test_text_pasted_into_an_empty_title_fills_title_and_text() -> None:
    bare, _ = done(c.add_article(STATE, 10, 2))
    assert bare.selection
    state, _ = done(c.paste_text(bare, "清波社区义诊\n3月5日，清波社区义诊。"))
    article = state.issue.sections[0].articles[2]
    assert [article.title.text, *(p.text for p in article.paragraphs)] == ["清波社区义诊", "3月5日，清波社区义诊。", ""]


def test_a_fragment_goes_through_json_and_bad_json_is_none() -> None:
    fragment = fragment_of(STATE.issue, Place(13, 2), Place(16, 3))
    assert from_json(to_json(fragment)) == fragment
    for bad in ("", "[]", "{}", '{"format":"bianbao-fragment","version":2}', to_json(fragment).replace("lead", "x"), "\ud800"):
        assert from_json(bad) is None
    wild = Fragment((Paragraph(7, "甲乙", Role.NUMBER, (Mark(0, 90, MarkKind.LEAD),)),))
    assert from_json(to_json(wild)) == Fragment((Paragraph(0, "甲乙"),))


def test_a_fragment_as_text_and_html() -> None:
    fragment = fragment_of(STATE.issue, Place(13, 0), Place(15, 9))
    assert to_text(fragment) == "云河市供水公司\n抢修老旧管网\n一、摸清底数\n一是排查到位。公司"
    assert to_html(fragment) == "<h2>云河市供水公司<br>抢修老旧管网</h2>\n<h3>一、摸清底数</h3>\n<p><b>一是排查到位。</b>公司</p>\n"
    assert to_html(Fragment((Paragraph(0, "A<B&C"),))) == "<p>A&lt;B&amp;C</p>\n"


def test_roles_and_leads_of_a_selection() -> None:
    state, _ = done(c.set_roles(over((14, 1), (16, 1)), Role.HEADING_2))
    assert [p.role for p in next(state.issue.articles()).paragraphs] == [Role.HEADING_2] * 3
    assert c.set_roles(over((13, 0), (13, 2)), Role.BODY) is None
    state, _ = done(c.toggle_lead(over((16, 0), (16, 3))))
    assert state.issue.block_index[16].marks == (Mark(0, 3, MarkKind.LEAD),)
    again, _ = done(c.toggle_lead(replace(state)))
    assert again.issue == STATE.issue
