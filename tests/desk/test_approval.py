"""The 审签单: one A4 page by a form that an office may change, the fields to sign in empty."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app import paths
from app.desk.approval import approval_page, approval_template, read_form
from app.errors import UserError
from app.layout.frames import Page
from app.model.issue import Issue
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces


def words(page: Page) -> list[str]:
    return [line.line.text for line in page.lines]


def waiting(articles: int) -> Issue:
    issue = bulletin(template(), stories(articles, 1))
    head = issue.masthead
    return replace(issue, masthead=replace(head, number=replace(head.number, text="第　期"), date=replace(head.date, text="2031年3月　日")))


def test_what_is_known_stands_there_and_the_rest_waits_for_ink(tmp_path: Path) -> None:
    page = approval_page(waiting(3), 8, cell_faces(), approval_template(tmp_path))
    said = words(page)
    for name in ("拟　　稿", "核　　稿", "会　　签", "签　　发"):
        assert name in said
    assert "第　期" in said and "2031年3月　日" in said and "260 份，8 页" in said
    assert "1. 青石镇第1村开展义务植树活动" in said and "3. 青石镇第3村开展义务植树活动" in said
    assert any(text.startswith("报：市委常委") for text in said)
    assert abs(page.width_pt - 595.3) < 1 and abs(page.height_pt - 841.9) < 1


@pytest.mark.parametrize("articles", [0, 1, 12, 60])
def test_it_is_one_page_however_many_articles(tmp_path: Path, articles: int) -> None:
    page = approval_page(waiting(articles), 20, cell_faces(), approval_template(tmp_path))
    assert max(line.baseline for line in page.lines) / 20 < 285 * 72 / 25.4
    assert (f"……共 {articles} 篇" in words(page)) is (articles > 11)


def test_an_office_may_have_its_own(tmp_path: Path) -> None:
    own = tmp_path / "forms" / "approval.toml"
    own.parent.mkdir()
    own.write_text(
        'title = "发文签批单"\nsigns = ["经办人"]\n[[rows]]\nfields = [{ name = "事由", value = "{bulletin}{number}" }]\n', "utf-8"
    )
    said = words(approval_page(waiting(1), 4, cell_faces(), approval_template(tmp_path)))
    assert "发文签批单" in said and "云河市创建文明城市工作简报第　期" in said and "经办人：" in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = ", "写得不对"),
        ('title = "a"', "缺少"),
        ('title = "a"\nrows = []', "rows"),
        ('title = "a"\n[[rows]]\nfields = [{ name = "a", value = "{signer}" }]', "{signer} 不认识"),
        ('title = "a"\n[[rows]]\nfields = [{ name = "a" }]\nlines = 90', "lines"),
    ],
)
def test_a_form_that_is_wrong_says_where(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "approval.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UserError, match=told):
        read_form(path)


def test_a_form_that_wants_two_pages_is_told(tmp_path: Path) -> None:
    path = tmp_path / "approval.toml"
    path.write_text('title = "a"\n' + '[[rows]]\nfields = [{ name = "a" }]\nlines = 12\n' * 6, "utf-8")
    with pytest.raises(UserError, match="一页放不下"):
        approval_page(waiting(1), 4, cell_faces(), read_form(path))


def test_the_form_that_comes_along_is_right() -> None:
    assert read_form(paths.resources() / "forms" / "approval.toml").title == "审　签　单"
