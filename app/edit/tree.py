"""Where a block stands in an issue, and the issue with that one part exchanged; all other parts stay the same objects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from app.model.issue import Article, Footer, Issue, Masthead, Paragraph, Recipients, Role, Row, Section
from app.records import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ArticlePlace:
    """An article and its indices: of its 栏目 in the issue, of itself in the 栏目."""

    section_at: int
    at: int
    article: Article


class Ids:
    """Gives out fresh ids of an issue while one command runs."""

    def __init__(self, issue: Issue) -> None:
        self.next_id = issue.next_id

    def new(self) -> int:
        """The next id."""
        taken = self.next_id
        self.next_id += 1
        return taken


def put(items: tuple[T, ...], at: int, item: T) -> tuple[T, ...]:
    """The tuple with the item at an index exchanged."""
    return (*items[:at], item, *items[at + 1 :])


def insert(items: tuple[T, ...], at: int, more: Iterable[T]) -> tuple[T, ...]:
    """The tuple with `more` before index `at`, which is held between 0 and the length."""
    at = max(0, min(at, len(items)))
    return (*items[:at], *more, *items[at:])


def without(items: tuple[T, ...], at: int) -> tuple[T, ...]:
    """The tuple without the item at an index."""
    return (*items[:at], *items[at + 1 :])


def block_ids(*articles: Article) -> tuple[int, ...]:
    """Ids of all blocks of articles."""
    return tuple(block.id for article in articles for block in article.blocks())


def section_index(issue: Issue, section_id: int) -> int | None:
    """The index of a 栏目."""
    return next((at for at, section in enumerate(issue.sections) if section.id == section_id), None)


def find_article(issue: Issue, article_id: int) -> ArticlePlace | None:
    """An article by its id."""
    for section_at, section in enumerate(issue.sections):
        for at, article in enumerate(section.articles):
            if article.id == article_id:
                return ArticlePlace(section_at, at, article)
    return None


def article_of_block(issue: Issue, block: int) -> ArticlePlace | None:
    """The article in which a block stands; None for masthead, 栏目 names and footer."""
    for section_at, section in enumerate(issue.sections):
        for at, article in enumerate(section.articles):
            if _holds(article, block):
                return ArticlePlace(section_at, at, article)
    return None


def _holds(article: Article, block: int) -> bool:
    """Whether a block is the article's; written out, since every key stroke asks every article before the caret."""
    if article.title.id == block or (article.toc_title and article.toc_title.id == block):
        return True
    for paragraph in article.paragraphs:
        if paragraph.id == block or (paragraph.table and any(cell.paragraph.id == block for cell in paragraph.table.cells())):
            return True
    return False


def paragraph_index(article: Article, block: int) -> int | None:
    """The index of a paragraph under the title."""
    return next((at for at, paragraph in enumerate(article.paragraphs) if paragraph.id == block), None)


def with_section(issue: Issue, at: int, section: Section) -> Issue:
    """The issue with one 栏目 exchanged."""
    return replace(issue, sections=put(issue.sections, at, section))


def with_article(issue: Issue, place: ArticlePlace, article: Article) -> Issue:
    """The issue with one article exchanged."""
    section = issue.sections[place.section_at]
    return with_section(issue, place.section_at, replace(section, articles=put(section.articles, place.at, article)))


def with_block(issue: Issue, block: Paragraph) -> Issue:
    """The issue with the block of that id exchanged."""
    place = article_of_block(issue, block.id)
    if place:
        return with_article(issue, place, _article_with(place.article, block))
    for at, section in enumerate(issue.sections):
        if section.name and section.name.id == block.id:
            return with_section(issue, at, replace(section, name=block))
    masthead = _masthead_with(issue.masthead, block)
    if masthead is not issue.masthead:
        return replace(issue, masthead=masthead)
    return replace(issue, footer=_footer_with(issue.footer, block))


def with_blocks(issue: Issue, blocks: Mapping[int, Paragraph]) -> Issue:
    """The issue with many blocks exchanged at once, by their ids; articles without one of them are the same objects."""
    left = dict(blocks)
    for section_at, section in enumerate(issue.sections):
        articles = list(section.articles)
        for at, article in enumerate(articles):
            own = [left.pop(block.id) for block in article.blocks() if block.id in left]
            for block in own:
                articles[at] = _article_with(articles[at], block)
        if any(new is not old for new, old in zip(articles, section.articles, strict=True)):
            issue = with_section(issue, section_at, replace(section, articles=tuple(articles)))
    for block in left.values():
        issue = with_block(issue, block)
    return issue


def _swap(items: tuple[Paragraph, ...], block: Paragraph) -> tuple[Paragraph, ...]:
    """The tuple with the block of that id exchanged; the same object where it holds none."""
    at = next((at for at, item in enumerate(items) if item.id == block.id), None)
    return items if at is None else put(items, at, block)


def _article_with(article: Article, block: Paragraph) -> Article:
    if article.title.id == block.id:
        return replace(article, title=block)
    if article.toc_title and article.toc_title.id == block.id:
        return replace(article, toc_title=block)
    if block.role is Role.CELL:
        return replace(article, paragraphs=tuple(_table_with(paragraph, block) for paragraph in article.paragraphs))
    return replace(article, paragraphs=_swap(article.paragraphs, block))


def _table_with(paragraph: Paragraph, cell_text: Paragraph) -> Paragraph:
    """A table with the text of one cell exchanged; every other paragraph, and row, is the same object."""
    if paragraph.table is None:
        return paragraph
    rows = tuple(_row_with(row, cell_text) for row in paragraph.table.rows)
    same = all(new is old for new, old in zip(rows, paragraph.table.rows, strict=True))
    return paragraph if same else replace(paragraph, table=replace(paragraph.table, rows=rows))


def _row_with(row: Row, cell_text: Paragraph) -> Row:
    at = next((at for at, cell in enumerate(row.cells) if cell.paragraph.id == cell_text.id), None)
    return row if at is None else replace(row, cells=put(row.cells, at, replace(row.cells[at], paragraph=cell_text)))


def _masthead_with(masthead: Masthead, block: Paragraph) -> Masthead:
    """The masthead with the block of that id exchanged; the same object where it is none of its."""
    for name in ("number", "date", "total", "secrecy", "copy_number"):
        own = getattr(masthead, name)
        if own and own.id == block.id:
            changed: dict[str, Any] = {name: block}
            return replace(masthead, **changed)
    lines, issuers = _swap(masthead.lines, block), _swap(masthead.issuers, block)
    same = lines is masthead.lines and issuers is masthead.issuers
    return masthead if same else replace(masthead, lines=lines, issuers=issuers)


def _footer_with(footer: Footer, block: Paragraph) -> Footer:
    for name in ("editors", "copies"):
        own = getattr(footer, name)
        if own and own.id == block.id:
            changed: dict[str, Any] = {name: block}
            return replace(footer, **changed)
    lines = tuple(Recipients(line.label, block) if line.paragraph.id == block.id else line for line in footer.recipients)
    return replace(footer, recipients=lines)
