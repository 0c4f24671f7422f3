"""An issue becomes what is published of it on the web: titles and text alone, each with its looks, as editors of web pages take it in.

Such editors throw away style sheets, classes and ids, so every look stands in its element. Masthead, number, recipients and copies are
the office's own and stay away, and so do marks such as 内部资料; who sent a text in is told where the person wants it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from app.edit.fragment import marked_html, picture_html, table_lines
from app.exporters.passages import Passage, reading_of
from app.model.issue import Cell, Issue, Role, Table

_LETTER = frozenset({Role.SIGNATURE, Role.SIGNATURE_DATE, Role.ADDRESSEE})
"""What says who wrote to whom."""
_MARK = re.compile(
    r"[【（(〔\[]?(?:内部(?:资料|材料|刊物|文件|情况|参考|发行|使用)|(?:绝密|机密|秘密)(?:★.{0,8})?|仅供(?:领导|内部)参阅|"
    r"不得外传|请勿外传|注意保[存密]|妥善保管|(?:份号|编号|No\.?)[：: ]?\d{1,8}|[，,、；; \u3000]|[】）)〕\]]|[【（(〔\[])+[。！!]?"
)
"""A paragraph of its own that says who may see it, or which copy it is."""
_TEXT = "margin: 0 0 1em; font-size: 16px; line-height: 1.8; text-align: justify; text-indent: 2em;"
_LOOKS = {
    Role.SECTION: "margin: 1.5em 0 .5em; font-size: 16px; line-height: 1.6; color: #c00000; font-weight: bold;",
    Role.TITLE: "margin: 1.5em 0 1em; font-size: 20px; line-height: 1.5; font-weight: bold; text-align: center;",
    Role.SUBTITLE: "margin: 0 0 1em; font-size: 16px; line-height: 1.6; text-align: center;",
    Role.TITLE_NOTE: "margin: 0 0 1em; font-size: 14px; line-height: 1.6; text-align: center; color: #666666;",
    Role.BYLINE: "margin: 0 0 1em; font-size: 14px; line-height: 1.6; text-align: right; color: #666666;",
    Role.EDITOR_NOTE: "margin: 0 2em 1em; font-size: 15px; line-height: 1.8; color: #666666;",
    **dict.fromkeys((Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4), f"{_TEXT} font-weight: bold;"),
}
_GRID = "border-collapse: collapse; width: 100%; margin: 0 0 1em;"
_CELL = "border: 1px solid #999999; padding: 4px 6px; font-size: 14px; line-height: 1.6;"
_CAPTION = "margin: 0 0 1em; font-size: 14px; line-height: 1.6; text-align: center; color: #666666;"


def web_article(issue: Issue, *, bylines: bool = False) -> str:
    """The text as HTML without a head, for the clipboard and for web editors; `bylines` says who sent each article in (供稿)."""
    return "\n".join(map(_passage, _published(issue, bylines)))


def web_page(issue: Issue, *, bylines: bool = False) -> str:
    """The same as a page of its own."""
    title = escape(next((article.title.text.replace("\n", "") for article in issue.articles()), ""))
    head = f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>'
    return f"{head}\n<body>\n{web_article(issue, bylines=bylines)}\n</body>\n</html>\n"


def article_text(issue: Issue, *, bylines: bool = False) -> str:
    """The same as plain text: tables as lines with tabs, a picture as its caption."""
    return "\n".join(line for passage in _published(issue, bylines) for line in _text_lines(passage))


def has_bylines(issue: Issue) -> bool:
    """Whether an article says who sent it in."""
    return any(passage.role is Role.BYLINE and passage.text for passage in reading_of(issue).body)


def contents_text(issue: Issue) -> str:
    """The contents alone, a line for each entry."""
    return "\n".join(passage.text for passage in reading_of(issue).contents)


def _published(issue: Issue, bylines: bool) -> Iterator[Passage]:
    """The passages that may be seen outside."""
    for passage in reading_of(issue).body:
        shown = passage.text or passage.picture or passage.table
        kept = passage.role not in _LETTER and (bylines or passage.role is not Role.BYLINE)
        if shown and kept and not (passage.text and _MARK.fullmatch(passage.text.strip())):
            yield passage


def _text_lines(passage: Passage) -> Iterator[str]:
    if passage.text:
        yield passage.text.replace("\n", "")
    if passage.table:
        yield from table_lines(passage.table)


def _passage(passage: Passage) -> str:
    words = marked_html(passage.text, passage.marks).replace(' class="kai"', "")
    if passage.picture:
        caption = f'<p style="{_CAPTION}">{words}</p>' if passage.text else ""
        return f'<p style="margin: 0 0 .5em; text-align: center;">{picture_html(passage.picture, passage.text)}</p>{caption}'
    if passage.table:
        caption = f'<p style="{_CAPTION}">{words}</p>' if passage.text else ""
        return caption + _table(passage.table)
    return f'<p style="{_LOOKS.get(passage.role, _TEXT)}">{words.replace(chr(10), "<br>")}</p>'


def _table(table: Table) -> str:
    """A table whose lines stand in its cells: without a style sheet it would have none."""
    rows = []
    for number, row in enumerate(table.rows):
        look = f"{_CELL} font-weight: bold;" if number < table.head_rows else _CELL
        rows.append(f"<tr>{''.join(_cell(cell, look) for cell in row.cells)}</tr>")
    return f'<table style="{_GRID}"><tbody>\n' + "\n".join(rows) + "\n</tbody></table>"


def _cell(cell: Cell, look: str) -> str:
    wide = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    high = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    align = {"left": "left", "centre": "center", "right": "right"}[cell.align]
    words = marked_html(cell.paragraph.text, cell.paragraph.marks).replace(' class="kai"', "")
    return f'<td{wide}{high} style="{look} text-align: {align};">{words}</td>'
