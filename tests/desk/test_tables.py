"""Lines in columns become tables where their shape leaves no doubt, and stay text elsewhere."""

from __future__ import annotations

import pytest

from app.desk.compose import compose
from app.importers.read import read_text
from app.model.issue import Paragraph, Role
from app.model.issue_checks import check_issue
from app.model.table_grid import grid_texts
from tests.importers.accounting import balance
from tests.layout.bulletins import template

HEAD = "青石镇信息报送情况\n　　3月12日，云河市青石镇组织开展信息报送工作，情况如下。\n"
TAIL = "　　各单位要对照差距，抓好落实。\n"


def composed(text: str) -> list[Paragraph]:
    intake = read_text(HEAD + text + TAIL)
    assert balance(intake) == ({}, {})
    issue = compose(intake.structure, template()).issue
    check_issue(issue)
    return [paragraph for article in issue.articles() for paragraph in article.paragraphs]


@pytest.mark.parametrize(
    "rows",
    [
        "单位\t报送\t采用\n青石镇\t12\t5\n柳湾镇\t8\t2\n",
        "| 单位 | 报送 | 采用 |\n| 青石镇 | 12 | 5 |\n| 柳湾镇 | 8 | 2 |\n",
        "单位│报送│采用\n青石镇│12│5\n柳湾镇│8│2\n",
    ],
)
def test_lines_in_columns_are_a_table(rows: str) -> None:
    before, table, behind = composed(rows)
    assert table.table and grid_texts(table.table) == [["单位", "报送", "采用"], ["青石镇", "12", "5"], ["柳湾镇", "8", "2"]]
    assert table.table.head_rows == 1
    assert (before.role, behind.role) == (Role.BODY, Role.BODY)


def test_a_line_that_names_the_table_is_its_caption() -> None:
    table = composed("表1 信息报送情况统计表\n单位\t报送\t采用\n青石镇\t12\t\n")[1]
    assert table.text == "表1信息报送情况统计表" and table.table


@pytest.mark.parametrize(
    "rows",
    [
        "单位\t报送\t采用\n青石镇\t12\n柳湾镇\t8\t2\n",
        "编辑\t张三\n审核\t李四\n",
        "单位\t报送\t采用\n",
        "1.\t深入排查隐患。\n2.\t建立台账清单。\n3.\t逐一销号整改。\n",
        "单位　　报送　　采用\n青石镇　　12　　5\n",
    ],
)
def test_what_is_in_doubt_stays_text(rows: str) -> None:
    assert not any(paragraph.table for paragraph in composed(rows))
