"""An issue becomes what is published of it on the web: titles and text alone, each with its looks, as editors of web pages take it in.

Such editors throw away style sheets, classes and ids, so every look stands in its element. Masthead, number, recipients and copies are
the office's own and stay away.
"""

from __future__ import annotations

from html import escape

from app.edit.fragment import marked_html, picture_html, table_html
from app.exporters.passages import Passage, reading_of
from app.model.issue import Issue, Role

_INTERNAL = frozenset({Role.BYLINE, Role.SIGNATURE, Role.SIGNATURE_DATE, Role.ADDRESSEE})
"""What says who sent a text to whom."""
_TEXT = "margin: 0 0 1em; font-size: 16px; line-height: 1.8; text-align: justify; text-indent: 2em;"
_LOOKS = {
    Role.SECTION: "margin: 1.5em 0 .5em; font-size: 16px; line-height: 1.6; color: #c00000; font-weight: bold;",
    Role.TITLE: "margin: 1.5em 0 1em; font-size: 20px; line-height: 1.5; font-weight: bold; text-align: center;",
    Role.SUBTITLE: "margin: 0 0 1em; font-size: 16px; line-height: 1.6; text-align: center;",
    Role.TITLE_NOTE: "margin: 0 0 1em; font-size: 14px; line-height: 1.6; text-align: center; color: #666666;",
    Role.EDITOR_NOTE: "margin: 0 2em 1em; font-size: 15px; line-height: 1.8; color: #666666;",
    **dict.fromkeys((Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4), f"{_TEXT} font-weight: bold;"),
}
_CAPTION = "margin: 0 0 1em; font-size: 14px; line-height: 1.6; text-align: center; color: #666666;"


def web_article(issue: Issue) -> str:
    """The text as HTML without a head, for the clipboard and for web editors."""
    shown = [
        passage
        for passage in reading_of(issue).body
        if passage.role not in _INTERNAL and (passage.text or passage.picture or passage.table)
    ]
    return "\n".join(map(_passage, shown))


def web_page(issue: Issue) -> str:
    """The same as a page of its own."""
    title = escape(next((article.title.text.replace("\n", "") for article in issue.articles()), ""))
    head = f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>'
    return f"{head}\n<body>\n{web_article(issue)}\n</body>\n</html>\n"


def article_text(issue: Issue) -> str:
    """The same as plain text."""
    return "\n".join(p.text.replace("\n", "") for p in reading_of(issue).body if p.role not in _INTERNAL and p.text)


def contents_text(issue: Issue) -> str:
    """The contents alone, a line for each entry."""
    return "\n".join(passage.text for passage in reading_of(issue).contents)


def _passage(passage: Passage) -> str:
    words = marked_html(passage.text, passage.marks)
    if passage.picture:
        caption = f'<p style="{_CAPTION}">{words}</p>' if passage.text else ""
        return f'<p style="margin: 0 0 .5em; text-align: center;">{picture_html(passage.picture, passage.text)}</p>{caption}'
    if passage.table:
        caption = f'<p style="{_CAPTION}">{words}</p>' if passage.text else ""
        return caption + table_html(passage.table, "")
    return f'<p style="{_LOOKS.get(passage.role, _TEXT)}">{words.replace(chr(10), "<br>")}</p>'
