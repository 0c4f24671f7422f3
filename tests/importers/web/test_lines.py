"""The lines of a page's source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importers.web.lines import read_lines
from app.importers.web.shown import joined


def text(page: str) -> str:
    return joined(read_lines(page).lines)[0]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<ol><li>甲<li>乙</ol>丙", "1. 甲\n2. 乙\n丙"),
        ("<ol type=a start=3><li>甲</li></ol>", "c. 甲"),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲<li value=5>乙</ol>", "一、甲\n五、乙"),
        ("<ul><li>甲<ol><li>子</ol><li>乙</ul>", "甲\n1. 子\n乙"),
        ("<table><tr><td><p>甲</p><td>乙<tr><td>丙</table>", "甲\t乙\n丙"),
        ("<p><![if !supportLists]><span>1、</span><![endif]>甲<![nonsense[x>乙</p>", "1、甲乙"),
        ("甲<!-- 注 -->乙<!-- 没有完", "甲乙 没有完"),
        ("甲<SCRIPT>var a='</p>';</script >乙<style>p{}</STYLE>丙", "甲乙丙"),
        ("甲<select><option>选</select><textarea>填</textarea>乙", "甲乙"),
        ("甲\u200b乙\u00ad丙", "甲乙丙"),
        ("甲<b", "甲<b"),
        ("\u0130<!-- x -->乙", "\u0130乙"),
    ],
)
def test_words(page: str, words: str) -> None:
    assert text(page) == words


def test_levels_links_and_boxes() -> None:
    page = read_lines("<title>夜校</title><div><h2>题</h2><p align=center>中</p></div><nav><a href=x>首页</a></nav><a name=x>锚</a>")
    title, centred, menu, anchor = page.lines
    assert page.title == "夜校"
    assert (title.level, centred.centred, title.home) == (2, True, centred.home)
    assert (menu.linked, menu.aside, anchor.linked) == (2, True, 0)


HOSTILE = ["<!--", "<script>", "<a b", "<a b='", "<div>", "</p>", "<![", "&#", "<table><tr><td>", "<ol><li>", "<b><i>x</b>", "<?", "<!x"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_pages_made_to_hang_end(piece: str) -> None:
    assert text("甲" + piece * 20_000 + ">").startswith("甲")


TAGS = ["<p>", "</p>", "<td>", "<tr>", "<table>", "</table>", "<li>", "<ol>", "</ol>", "<b>", "</b>", "<br>", "<a href=x>"]


@given(st.lists(st.sampled_from([*TAGS, "云", " ", "\n"])))
def test_no_word_is_lost_or_invented(pieces: list[str]) -> None:
    assert text("".join(pieces)).count("云") == pieces.count("云")


def test_text_that_word_hides_is_told() -> None:
    page = read_lines("<p>看<span style='mso-hide:all'>藏</span>见<span style='display:none'>菜单</span></p>")
    assert (joined(page.lines)[0], page.hidden) == ("看见", "藏")
