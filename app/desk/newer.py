"""A newer version of a submission becomes the three texts that are merged: as it was, as it is edited in the issue, as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.desk.using import articles_from
from app.edit.newer_version import texts_of
from app.model.issue import Article, Issue
from app.model.submission import SubmissionRecord
from app.records import dataclass

if TYPE_CHECKING:
    from app.store.library.library import Library


@dataclass(frozen=True, slots=True)
class Newer:
    """The article of the issue, the submission that it was made of, the newer one, and the texts, a line for title and paragraphs each."""

    article: int
    old: str
    new: str
    title: str
    base: str
    ours: str
    theirs: str


def newer_versions(library: Library, issue: Issue, record: SubmissionRecord) -> tuple[Newer, ...]:
    """The articles of the issue that were made of what `record` is a newer version of. Raises `UserError`."""
    old = record.version_of
    articles = [article for article in issue.articles() if old and any(source.submission == old for source in article.sources)]
    if not articles:
        return ()
    base, theirs = _text(library, old), _text(library, record.id)
    return tuple(
        Newer(one.id, old, record.id, one.title.text.replace("\n", ""), base, "\n".join(texts_of(one)), theirs) for one in articles
    )


def original_texts(library: Library, article: Article) -> tuple[tuple[str, str], ...]:
    """Title and text of each submission that an article was made of, as they came; for 与原稿比较. Raises `UserError`."""
    return tuple((library.record(one.submission).title, _text(library, one.submission)) for one in article.sources)


def _text(library: Library, submission: str) -> str:
    """A submission's text as articles of it would have it before anybody edits them."""
    return "\n".join(text for article in articles_from(library, [submission], 1).articles for text in texts_of(article))
