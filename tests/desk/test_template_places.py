"""What stands at a point of a page leads to the values that say how it looks."""

from __future__ import annotations

import pytest

from app.desk.faces import face_resolver
from app.desk.template_draft import Sheet
from app.desk.template_places import group_at
from app.desk.template_preview import preview
from app.desk.templates import template_named
from app.layout.frames import Layout, PlacedLine
from app.model.template_words import value_words


@pytest.fixture(scope="module")
def layout() -> Layout:
    return preview(Sheet(template_named("工作简报")), None, face_resolver()).layout


def middle(placed: PlacedLine) -> tuple[float, float]:
    return (placed.line.x_pt + placed.line.end_x_pt) / 2, placed.baseline / 20 - 3


@pytest.mark.parametrize(
    ("page", "words", "group"),
    [
        (0, "工作简报", "报头名称"),
        (0, "第5期", "期号和编发单位"),
        (0, "2025年", "期号和编发单位"),
        (0, "现场推进会", "目录"),
        (1, "全市城市更新行动", "文章标题"),
        (1, "会议指出", "正文"),
        (-1, "报：", "报送单位"),
        (-1, "共印", "报尾"),
    ],
)
def test_a_line_leads_to_its_group(layout: Layout, page: int, words: str, group: str) -> None:
    pages = layout.pages
    placed = next(line for line in pages[page].lines if words in line.line.text)
    assert group_at(pages[page], *middle(placed)) == group


def test_rules_and_page_numbers(layout: Layout) -> None:
    first, last = layout.pages[0], layout.pages[-1]
    assert group_at(first, 300, first.rules[0].top_pt) == "红线" and group_at(last, 300, last.rules[0].top_pt) == "报尾"
    assert first.folio is not None and group_at(first, *middle(first.folio)) == "页码"
    assert group_at(first, 5, 5) is None


def test_every_group_that_is_named_exists(layout: Layout) -> None:
    from app.desk import template_places

    named = {*template_places._GROUPS.values(), "红线", "页码", "表格", "图片", template_places._BODY}
    assert named <= {words.group for words in value_words().values()}
