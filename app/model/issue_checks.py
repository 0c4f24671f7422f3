"""The laws that every issue keeps: ids, roles at their places, marks inside their text, line feeds only in titles."""

from __future__ import annotations

from collections.abc import Iterator

from app.model.issue import Article, Issue, Paragraph, Role
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
"""The roles that a paragraph under an article's title may have."""

LARGEST_ID = 2**53
"""Ids stay whole in every JSON reader."""


def check_issue(issue: Issue) -> None:
    """Raise ShapeError at the first broken law."""
    if not 0 < issue.next_id <= LARGEST_ID:
        raise ShapeError(("next_id",), "{key} 超出范围")
    seen: set[int] = set()
    for path, number in _ids(issue):
        if not 0 < number < issue.next_id:
            raise ShapeError((*path, "id"), "{key} 不小于 next_id 或不是正数")
        if number in seen:
            raise ShapeError((*path, "id"), "{key} 与别处重复")
        seen.add(number)
    for path, paragraph, roles in _places(issue):
        _check_paragraph(path, paragraph, roles)


def _check_paragraph(path: Path, paragraph: Paragraph, roles: frozenset[Role]) -> None:
    if paragraph.role not in roles:
        raise ShapeError((*path, "role"), f"{{key}} 填的是 “{paragraph.role}”，这里不能用")
    if "\n" in paragraph.text and paragraph.role is not Role.TITLE:
        raise ShapeError((*path, "text"), "{key} 里有换行")
    end = 0
    for number, mark in enumerate(paragraph.marks, 1):
        if not end <= mark.start < mark.end <= len(paragraph.text):
            raise ShapeError((*path, "marks", str(number)), "{key} 超出文字范围或与前一项重叠")
        end = mark.end


def _ids(issue: Issue) -> Iterator[tuple[Path, int]]:
    """Every id with its place: blocks, articles, sections."""
    for path, paragraph, _ in _places(issue):
        yield path, paragraph.id
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
    yield (*path, "title"), article.title, frozenset({Role.TITLE})
    if article.toc_title:
        yield (*path, "toc_title"), article.toc_title, frozenset({Role.TOC_TITLE})
    for number, paragraph in enumerate(article.paragraphs, 1):
        yield (*path, "paragraphs", str(number)), paragraph, ARTICLE_ROLES
