"""The unit that an article names becomes that of the one submission it was made of, where nobody has said another."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from app.model.submission import KeptArticle, KeptIssue
from app.store.library import search_index
from app.store.library.schema import ARTICLES, ISSUES, SUBMISSIONS


def follow(connection: Connection, issue: KeptIssue, articles: Sequence[KeptArticle]) -> None:
    """Name the units of submissions by an issue that is about to be kept in the place of what is known of it.

    A submission without a unit takes the article's; one that bore the unit of its article goes along when that is put right there, so that
    the statistics count what was sent and what was adopted for one unit. One that says another unit than its article keeps it.
    """
    named = {article.sources[0].submission: article for article in articles if len(article.sources) == 1 and article.unit.strip()}
    if not named:
        return
    joined = select(ARTICLES.c.article, ARTICLES.c.unit).join(ISSUES, ISSUES.c.id == ARTICLES.c.issue)
    known = connection.execute(joined.where(ISSUES.c.key == issue.key, ISSUES.c.path == issue.path))
    before = {row.article: row.unit for row in known}
    for submission, article in named.items():
        said = connection.execute(select(SUBMISSIONS.c.unit).where(SUBMISSIONS.c.id == submission)).scalar_one_or_none()
        if said is not None and said != article.unit and said in ("", before.get(article.article)):
            connection.execute(update(SUBMISSIONS).where(SUBMISSIONS.c.id == submission).values(unit=article.unit))
            search_index.put_submission(connection, submission)
