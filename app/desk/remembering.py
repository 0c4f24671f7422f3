"""An issue that was saved becomes what the library remembers of it: what was printed, and of which submissions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.issue import Article, Issue, Paragraph, joined_title
from app.model.submission import KeptArticle, KeptIssue
from app.text.similar import hashes_of

if TYPE_CHECKING:
    from app.store.library.library import Library


def remember(library: Library, issue: Issue, path: Path) -> None:
    """Let the library know an issue as it was saved just now. Raises `UserError`."""
    library.keep_issue(*kept_issue(issue, path, datetime.now()))


def kept_issue(issue: Issue, path: Path, now: datetime) -> tuple[KeptIssue, tuple[KeptArticle, ...]]:
    """What `Library.keep_issue` takes, of an issue as it was saved to `path`."""
    head = issue.masthead
    bulletin = "".join(line.text for line in head.lines)
    kept = KeptIssue(issue.key, bulletin, head.number.text, head.date.text, str(path), now.isoformat(timespec="seconds"))
    return kept, tuple(_article(article, issue.key) for article in issue.articles())


def _article(article: Article, key: str) -> KeptArticle:
    text = "\n".join(words for paragraph in article.paragraphs for words in _words(paragraph))
    title = joined_title(article.title)
    return KeptArticle(key, article.id, title, text, article.unit, article.sources, hashes_of(f"{title}\n{text}"))


def _words(paragraph: Paragraph) -> Iterator[str]:
    yield paragraph.text
    if paragraph.table:
        yield from (cell.paragraph.text for row in paragraph.table.rows for cell in row.cells)
