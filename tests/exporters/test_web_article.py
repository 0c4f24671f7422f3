"""What is published of an issue on the web: its texts with their looks in the elements, and nothing of the office's own."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from app.exporters.web_article import article_text, contents_text, web_article, web_page
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


def test_a_page_of_its_own_and_the_contents() -> None:
    issue = sample_issue()
    assert web_page(issue).startswith("<!DOCTYPE html>") and web_article(issue) in web_page(issue)
    lines = contents_text(issue).split("\n")
    assert any("抢修老旧管网" in line for line in lines) and len(lines) >= 3
