"""Columns of a clipboard become a table where their shape leaves no doubt, and stay text elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edit import commands as c
from app.edit.state import EditorState, Place, Selection
from app.edit.table_text import table_of_html, table_of_text
from app.model.issue_checks import check_grid
from app.model.table_grid import grid_texts
from tests.edit.test_table_commands import at, done, inserted
from tests.model.issues import issue


def test_lines_parted_by_tabs_are_a_table_with_a_head() -> None:
    table = table_of_text("单位\t条数\r\n青石镇\t12\r\n柳湾镇\t\r\n")
    assert table and grid_texts(table) == [["单位", "条数"], ["青石镇", "12"], ["柳湾镇", ""]]
    assert table.head_rows == 1


@pytest.mark.parametrize(
    "text", ["一行文字", "甲\t乙\n丙", "甲\t乙\n\n丙\t丁", "", "甲\n乙", "\t".join("云" * 21), "一、\t加强领导\n二、\t抓好落实", "·\t排查"]
)
def test_other_text_is_no_table(text: str) -> None:
    assert table_of_text(text) is None


WEB = """<html><head><title>x</title><style>td {color: red}</style></head><body><!--StartFragment-->
<table><thead><tr><th rowspan=2>单位</th><th colspan="2">报送
 信息</th></tr><tr><th>综合</th><th>单篇</th></tr></thead>
<tr><td><p>青石镇</p><p>（街道）</p></td><td>12&nbsp;</td><td><b>3</b>条<br>其中</td></tr></table></body></html>"""


def test_the_table_of_a_web_page_keeps_merged_cells_head_and_turns() -> None:
    table = table_of_html(WEB)
    assert table
    check_grid((), table)
    assert grid_texts(table) == [["单位", "报送 信息", ""], ["", "综合", "单篇"], ["青石镇\n（街道）", "12", "3条\n其中"]]
    assert table.head_rows == 2


@pytest.mark.parametrize(
    "text",
    [
        "<p>话</p><table><tr><td>a</td></tr></table>",
        "<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>",
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
        "<table><tr><td rowspan=2>a</td></tr></table>",
        "<table></table>",
        f"<table><tr><td colspan={'9' * 5000}>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
        "<p>a</p>",
    ],
)
def test_what_is_not_just_one_good_table_is_none(text: str) -> None:
    assert table_of_html(text) is None


@given(st.text(alphabet="<>/tdrhableop =\"2'a\n&;![]-", max_size=120))
def test_no_web_text_breaks_the_reader(text: str) -> None:
    table = table_of_html(text)
    if table:
        check_grid((), table)


def test_a_table_comes_only_on_an_empty_paragraph() -> None:
    table = table_of_text("甲\t乙\n丙\t丁")
    assert table
    assert c.paste_table(at(EditorState(issue()), 16), table) is None
    empty = done(at(EditorState(issue()), 16, 7), c.press_enter)
    new = done(empty, lambda s: c.paste_table(s, table))
    assert sum(bool(p.table) for p in next(new.issue.articles()).paragraphs) == 1
    assert c.paste_table(EditorState(issue(), Selection(Place(16, 0), Place(16, 2))), table) is None
    filled = inserted()
    assert c.paste_table(filled, table) is None  # the caret stands in a cell
