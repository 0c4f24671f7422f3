"""Where things stand: the page and height of a block's character, an article by its id, where a new one goes."""

from __future__ import annotations

from bisect import bisect_right

from app.edit.state import Place
from app.layout.frames import Layout
from app.model.issue import Article, Issue
from app.records import dataclass
from app.ui.outline_nodes import NodeKey, NodeKind


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A page (from 1) and a height on it in twips."""

    page: int
    top: int


def find_place(layout: Layout, place: Place) -> PagePlace | None:
    """Where a character is printed; a block's first line where the offset is beyond its lines. Looks at as few pages as it can."""
    for page in _pages_with(layout, place.block):
        for placed in layout.pages[page - 1].lines:
            line = placed.line
            if line.block == place.block and line.start <= place.offset <= line.end:
                return PagePlace(page, placed.top)
    return _first_line(layout, place.block)


def _first_line(layout: Layout, block: int) -> PagePlace | None:
    for page in _pages_with(layout, block):
        for placed in layout.pages[page - 1].lines:
            if placed.line.block == block or any(run.block == block for run in placed.line.runs):
                return PagePlace(page, placed.top)
    return None


def _pages_with(layout: Layout, block: int) -> range:
    """The pages that can hold a block: those its flow paragraph spans, or the footer's."""
    starts = layout.page_starts
    for index, paragraph in enumerate(layout.flow):
        if any(span.block == block for span in paragraph.spans):
            first = max(1, bisect_right(starts, (index, 0)))
            last = max(first, bisect_right(starts, (index, len(paragraph.lines))))
            return range(first, min(last, len(layout.pages)) + 1)
    return range(layout.footer_page, layout.footer_page + 1) if layout.footer_page else range(0)


def page_of_titles(layout: Layout) -> dict[int, int]:
    """Title or 栏目 block to its page."""
    return {entry.block: entry.page for entry in layout.outline}


def article_blocks(article: Article) -> frozenset[int]:
    """The blocks that print where the article stands."""
    return frozenset(block.id for block in article.blocks() if block is not article.toc_title)


def article_by_id(issue: Issue, number: int) -> Article | None:
    """The article of an id."""
    return next((article for article in issue.articles() if article.id == number), None)


def article_place(issue: Issue, key: NodeKey) -> tuple[int, int]:
    """Where a new article goes with that row of the outline at hand: 栏目 id and index. Behind the article, or at the end."""
    kind, number = key
    if kind is NodeKind.ARTICLE and article_by_id(issue, number) is not None:
        for section in issue.sections:
            for index, article in enumerate(section.articles):
                if article.id == number:
                    return section.id, index + 1
    for section in issue.sections:
        if kind is NodeKind.SECTION and section.id == number:
            return section.id, len(section.articles)
    last = issue.sections[-1]
    return last.id, len(last.articles)
