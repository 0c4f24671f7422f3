"""The laws that every issue keeps: ids, roles at their places, marks inside their text, line feeds only in titles."""

from __future__ import annotations

import math
from collections.abc import Iterator

from app.model.issue import TURNED, Article, Issue, MarkKind, Paragraph, Role, Table
from app.model.shape import Path, ShapeError

ARTICLE_ROLES = frozenset(
    {
        Role.SUBTITLE,
        Role.TITLE_NOTE,
        Role.EDITOR_NOTE,
        Role.ADDRESSEE,
        Role.BODY,
        Role.HEADING_1,
        Role.HEADING_2,
        Role.HEADING_3,
        Role.HEADING_4,
        Role.ATTACHMENT,
        Role.SIGNATURE,
        Role.SIGNATURE_DATE,
        Role.BYLINE,
    }
)
"""The roles that a paragraph of text under an article's title may have."""

OBJECT_ROLES = frozenset({Role.PICTURE, Role.TABLE})
"""The roles of captions, which carry a picture or a table: they stand among the paragraphs of an article, too."""

_IN_ARTICLES = ARTICLE_ROLES | OBJECT_ROLES
_TITLE, _TOC_TITLE, _CELL = (frozenset({role}) for role in (Role.TITLE, Role.TOC_TITLE, Role.CELL))

LARGEST_ID = 2**53
"""Ids stay whole in every JSON reader."""


def check_issue(issue: Issue) -> None:
    """Raise ShapeError at the first broken law."""
    if not 0 < issue.next_id <= LARGEST_ID:
        raise ShapeError(("next_id",), "{key} 超出范围")
    seen: set[int] = set()
    for path, paragraph, roles in _places(issue):
        _check_id(path, paragraph.id, issue.next_id, seen)
        _check_paragraph(path, paragraph, roles)
    for path, number in _frame_ids(issue):
        _check_id(path, number, issue.next_id, seen)


def _check_id(path: Path, number: int, next_id: int, seen: set[int]) -> None:
    """An id is one of those that were given out, and nobody else's; it is `seen` from now on."""
    if not 0 < number < next_id:
        raise ShapeError((*path, "id"), "{key} 不小于 next_id 或不是正数")
    if number in seen:
        raise ShapeError((*path, "id"), "{key} 与别处重复")
    seen.add(number)


def _check_paragraph(path: Path, paragraph: Paragraph, roles: frozenset[Role]) -> None:
    if paragraph.role not in roles:
        raise ShapeError((*path, "role"), f"{{key}} 填的是 “{paragraph.role}”，这里不能用")
    if "\n" in paragraph.text and paragraph.role not in TURNED:
        raise ShapeError((*path, "text"), "{key} 里有换行")
    ends: dict[MarkKind, int] = {}
    before = 0
    for number, mark in enumerate(paragraph.marks, 1):
        if not (before <= mark.start and ends.get(mark.kind, 0) <= mark.start < mark.end <= len(paragraph.text)):
            raise ShapeError((*path, "marks", str(number)), "{key} 超出文字范围或与前一项重叠")
        before, ends[mark.kind] = mark.start, mark.end
    if (paragraph.role is Role.PICTURE) != (paragraph.picture is not None):
        raise ShapeError((*path, "picture"), "{key} 与段落的类别不合")
    if (paragraph.role is Role.TABLE) != (paragraph.table is not None):
        raise ShapeError((*path, "table"), "{key} 与段落的类别不合")
    if paragraph.table:
        check_grid((*path, "table"), paragraph.table)


def check_grid(path: Path, table: Table) -> None:
    """Every place of the grid belongs to just one cell, and a head row has no cell that reaches out of the head."""
    if not all(0 < width < math.inf for width in table.widths) or table.head_rows > len(table.rows):
        raise ShapeError((*path, "widths"), "{key} 不是正数或表头行太多")
    count = len(table.widths)
    free_from = [0] * count  # the first row in which each column is free
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            while column < count and free_from[column] > number:
                column += 1
            taken = range(column, column + cell.columns)
            reaches_out = number < table.head_rows < number + cell.rows
            if taken.stop > count or number + cell.rows > len(table.rows) or any(free_from[c] > number for c in taken) or reaches_out:
                raise ShapeError((*path, "rows", str(number + 1)), "{key} 的单元格与表格的行列不合")
            for place in taken:
                free_from[place] = number + cell.rows
            column = taken.stop
        if any(free <= number for free in free_from):
            raise ShapeError((*path, "rows", str(number + 1)), "{key} 缺少单元格")


def _frame_ids(issue: Issue) -> Iterator[tuple[Path, int]]:
    """The ids of what holds blocks, with their places: sections and articles."""
    for number, section in enumerate(issue.sections, 1):
        path = ("sections", str(number))
        yield path, section.id
        for at, article in enumerate(section.articles, 1):
            yield (*path, "articles", str(at)), article.id


def _places(issue: Issue) -> Iterator[tuple[Path, Paragraph, frozenset[Role]]]:
    """Every block with its place and the roles it may have there."""
    head, footer = issue.masthead, issue.footer
    singles = [
        (("masthead", "secrecy"), head.secrecy, Role.SECRECY),
        (("masthead", "copy_number"), head.copy_number, Role.COPY_NUMBER),
        (("masthead", "number"), head.number, Role.NUMBER),
        (("masthead", "total"), head.total, Role.TOTAL),
        (("masthead", "date"), head.date, Role.DATE),
        (("footer", "editors"), footer.editors, Role.EDITORS),
        (("footer", "copies"), footer.copies, Role.COPIES),
    ]
    for path, paragraph, role in singles:
        if paragraph:
            yield path, paragraph, frozenset({role})
    for number, line in enumerate(head.lines, 1):
        yield ("masthead", "lines", str(number)), line, frozenset({Role.MASTHEAD})
    for number, line in enumerate(head.issuers, 1):
        yield ("masthead", "issuers", str(number)), line, frozenset({Role.ISSUER})
    for number, recipients in enumerate(footer.recipients, 1):
        yield ("footer", "recipients", str(number), "paragraph"), recipients.paragraph, frozenset({Role.RECIPIENTS})
    for number, section in enumerate(issue.sections, 1):
        if section.name:
            yield ("sections", str(number), "name"), section.name, frozenset({Role.SECTION})
        for at, article in enumerate(section.articles, 1):
            yield from _article_places(("sections", str(number), "articles", str(at)), article)


def _article_places(path: Path, article: Article) -> Iterator[tuple[Path, Paragraph, frozenset[Role]]]:
    yield (*path, "title"), article.title, _TITLE
    if article.toc_title:
        yield (*path, "toc_title"), article.toc_title, _TOC_TITLE
    for number, paragraph in enumerate(article.paragraphs, 1):
        yield (*path, "paragraphs", str(number)), paragraph, _IN_ARTICLES
        for at, cell in enumerate(paragraph.table.cells() if paragraph.table else (), 1):
            yield (*path, "paragraphs", str(number), "table", "cells", str(at)), cell.paragraph, _CELL
