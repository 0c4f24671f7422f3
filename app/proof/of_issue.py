"""An issue becomes the document that is proofread."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from app.model.issue import Article, Issue, Paragraph, Role, joined_title
from app.proof.document import ArticleFacts, Document, Passage
from app.text.dates import find_dates, parse_date

_LAST_LINES = 3


def document_of(issue: Issue, units: Mapping[int, str] | None = None, days: Mapping[int, datetime.date] | None = None) -> Document:
    """The issue's passages in printing order.

    `units` and `days` say by article id who sent an article and when it was written, where the library knows; else its own unit and the
    date under its signature count.
    """
    articles = tuple(issue.articles())
    turns = {block.id: turn for turn, article in enumerate(articles) for block in article.blocks()}
    passages = tuple(Passage(block.id, block.text, block.role, turns.get(block.id, -1)) for block in issue.blocks())
    facts = tuple(
        ArticleFacts(
            joined_title(article.title),
            (units or {}).get(article.id) or article.unit,
            (days or {}).get(article.id) or _signed(article),
        )
        for article in articles
    )
    return Document(passages, facts, day_in(issue.masthead.date), masthead=True, derived=True)


def day_in(paragraph: Paragraph) -> datetime.date | None:
    """The first whole date of a paragraph."""
    iso = next((found.iso for found in find_dates(paragraph.text) if found.iso), None)
    return datetime.date.fromisoformat(iso) if iso else None


def _signed(article: Article) -> datetime.date | None:
    """The date under the signature, or one that stands alone at the end of the text."""
    signed = next((day for block in article.paragraphs if block.role == Role.SIGNATURE_DATE and (day := day_in(block))), None)
    if signed is not None:
        return signed
    for block in article.paragraphs[-_LAST_LINES:]:
        iso = parse_date(block.text)
        if iso and block.role == Role.BODY:
            return datetime.date.fromisoformat(iso)
    return None
