"""A year's articles stand once each, in the order of print, under their months or their 栏目."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from app.desk.year_list import Grouping, article_pages, publish_year_list, year_list
from app.errors import UserError
from app.layout.engine import lay_out
from app.model.signing import SignedIssue
from app.store.jianbao import Opened, to_bytes
from app.store.library.archive import ArchivedIssue, ListedArticle
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces


def issue(number: int, day: str, *articles: ListedArticle, bulletin: str = "工作简报") -> ArchivedIssue:
    return ArchivedIssue(SignedIssue(f"{number:032x}", 1, bulletin, f"第{number}期", "", day, "", figure=number), str(number), articles)


SPRING = ListedArticle("【工作动态】", "云湖镇\n开展植树", "云湖镇")
BRIEF = ListedArticle("", "简讯一则", "")
LATE = issue(2, "2026-02-10", BRIEF, SPRING)
EARLY = issue(1, "2026-01-05", SPRING)


def test_by_month() -> None:
    listed = year_list([LATE, EARLY], "工作简报", 2026, Grouping.MONTH)
    assert (listed.title, listed.count) == ("工作简报2026年总目录", "共 2 期、3 篇")
    assert [(group.name, [(row.number, row.day, row.title, row.unit) for row in group.rows]) for group in listed.groups] == [
        ("1月", [("第1期", "1月5日", "云湖镇 开展植树", "云湖镇")]),
        ("2月", [("第2期", "2月10日", "简讯一则", ""), ("第2期", "2月10日", "云湖镇 开展植树", "云湖镇")]),
    ]
    assert [group.name for group in year_list([LATE], "", 0, Grouping.MONTH).groups] == ["2026年2月"]


def test_by_section_what_has_none_comes_last() -> None:
    listed = year_list([LATE, EARLY], "工作简报", 2026, Grouping.SECTION)
    assert [(group.name, len(group.rows)) for group in listed.groups] == [("工作动态", 2), ("其他", 1)]


def test_several_bulletins_are_named() -> None:
    listed = year_list([LATE, issue(1, "2026-01-06", BRIEF, bulletin="信息快报")], "", 2026, Grouping.MONTH)
    assert [row.number for group in listed.groups for row in group.rows] == ["信息快报第1期", "工作简报第2期", "工作简报第2期"]
    assert listed.title == "简报2026年总目录"


def test_none_is_told() -> None:
    with pytest.raises(UserError, match="没有目录可编"):
        year_list([issue(1, "2026-01-05")], "", 2026, Grouping.MONTH)


def test_pages_are_those_on_which_articles_begin() -> None:
    issue = bulletin(template(), stories(3, 8))
    layout = lay_out(issue, cell_faces())
    pages = article_pages(to_bytes(Opened(issue), ""), lambda _template: cell_faces())
    assert pages == tuple(entry.page for entry in layout.outline) and pages[0] == 2 and len(set(pages)) > 1


def test_it_is_a_table_with_its_head_on_each_page(tmp_path: Path) -> None:
    path = tmp_path / "目录.docx"
    publish_year_list(year_list([LATE, EARLY], "工作简报", 2026, Grouping.MONTH, {"1": (3,), "2": (0, 5)}), path)
    document = Document(str(path))
    assert [paragraph.text for paragraph in document.paragraphs] == ["工作简报2026年总目录", "共 2 期、3 篇"]
    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["期号", "日期", "标题", "报送单位", "页"]
    assert rows[1] == ["1月（1 篇）"] * 5
    assert rows[2] == ["第1期", "1月5日", "云湖镇 开展植树", "云湖镇", "3"]
    assert [row[4] for row in rows[4:]] == ["", "5"]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert document.core_properties.author == ""
