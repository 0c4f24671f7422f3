"""What is published of an issue on the web: its texts with their looks in the elements, and nothing of the office's own."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from app.exporters.web_article import article_text, contents_text, has_bylines, web_article, web_page
from app.model.issue import Paragraph, Role
from tests.layout.pictured import pictured_bulletin
from tests.layout.tables import with_table
from tests.model.issues import issue as sample_issue


class _Words(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_titles_and_texts_are_there_and_the_offices_own_is_not() -> None:
    issue = sample_issue()
    html = web_article(issue)
    words = "".join("".join(_Words(html).words).split())
    for article in issue.articles():
        for paragraph in (article.title, *article.paragraphs):
            assert "".join(paragraph.text.split()) in words
    head, foot = issue.masthead, issue.footer
    for block in (head.number, head.date, *head.issuers, *(line.paragraph for line in foot.recipients), foot.copies, foot.editors):
        assert block is not None and "".join(block.text.split()) not in words


def test_every_look_stands_in_its_element() -> None:
    html = web_article(with_table(pictured_bulletin(), 1, 3))
    assert not re.search(r"<style|\sid=|<a\s|<script", html)
    paragraphs = re.findall(r"<p([^>]*)>", html)
    assert paragraphs and all("style=" in one for one in paragraphs)
    assert '<img src="data:image/' in html and "<table" in html


def test_who_sent_it_stays_away() -> None:
    issue = sample_issue()
    section = issue.sections[0]
    signed = replace(section.articles[0], paragraphs=(*section.articles[0].paragraphs, Paragraph(900, "（市供水公司供稿）", Role.BYLINE)))
    issue = replace(issue, sections=(replace(section, articles=(signed, *section.articles[1:])), *issue.sections[1:]))
    assert "供水公司供稿" not in web_article(issue) and "供水公司供稿" not in article_text(issue)

    told = web_article(issue, bylines=True)
    assert "（市供水公司供稿）" in told and "（市供水公司供稿）" in article_text(issue, bylines=True)
    assert "text-align: right" in told and has_bylines(issue) and not has_bylines(sample_issue())


@pytest.mark.parametrize(
    ("mark", "kept"),
    [
        ("内部资料　注意保存", False),
        ("【内部资料，不得外传】", False),
        ("（内部刊物）", False),
        ("机密★1年", False),
        ("份号：000123", False),
        ("内部资料要管好，注意保存台账", True),
        ("机密文件管理办法出台", True),
        ("，", False),
    ],
)
def test_marks_of_who_may_see_it_stay_away_and_sentences_stay(mark: str, kept: bool) -> None:
    issue = sample_issue()
    section = issue.sections[0]
    marked = replace(section.articles[0], paragraphs=(*section.articles[0].paragraphs, Paragraph(900, mark)))
    issue = replace(issue, sections=(replace(section, articles=(marked, *section.articles[1:])), *issue.sections[1:]))
    head = replace(
        issue.masthead, secrecy=Paragraph(901, "内部资料　严禁翻印", Role.SECRECY), copy_number=Paragraph(902, "000777", Role.COPY_NUMBER)
    )
    issue = replace(issue, masthead=head)
    for told in (web_article(issue), article_text(issue), web_page(issue)):
        assert (f">{mark}<" in told or mark in told.split("\n")) is kept
        assert "严禁翻印" not in told and "000777" not in told


def test_tables_and_pictures_are_there_in_both() -> None:
    issue = with_table(pictured_bulletin(), 1, 3)
    html, text = web_article(issue), article_text(issue)
    assert "表1　信息报送情况" in text and "青石镇第2村\t2\t6\t报送及时" in text and "图2　活动现场" in text
    assert html.count("<td") == html.count("border: 1px solid") and html.count('rowspan="2"') == 2
    assert not re.search(r"<[^>]*\s(class|id|on\w+)=|<(script|style|link|svg|th|font)", html)
    assert "　信息报送情况</p>" in html and html.count("<img ") == 4


def test_a_page_of_its_own_and_the_contents() -> None:
    issue = sample_issue()
    assert web_page(issue).startswith("<!DOCTYPE html>") and web_article(issue) in web_page(issue)
    lines = contents_text(issue).split("\n")
    assert any("抢修老旧管网" in line for line in lines) and len(lines) >= 3
