"""Pieces of the body, taken one after another, become articles and 栏目."""

from __future__ import annotations

from dataclasses import field

from app.importers.found import FoundArticle, FoundParagraph, FoundSection, Signature
from app.records import dataclass


@dataclass(slots=True)
class ArticleDraft:
    """An article as far as it has been read; the fields are those of `FoundArticle`."""

    title: tuple[str, ...] = ()
    subtitle: str | None = None
    runin: bool = False
    paragraphs: list[FoundParagraph] = field(default_factory=list)
    title_note: str | None = None
    notes: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    signature: Signature | None = None
    line: int = 0

    def found(self) -> FoundArticle:
        """The article as a value."""
        return FoundArticle(
            self.title, tuple(self.paragraphs), self.runin, self.subtitle, self.title_note, tuple(self.notes), tuple(self.bylines),
            tuple(self.attachments), self.signature, self.line,
        )  # fmt: skip


@dataclass(slots=True)
class SectionDraft:
    """A 栏目 as far as it has been read."""

    name: str | None = None
    articles: list[ArticleDraft] = field(default_factory=list)
    in_body: bool = True

    def found(self) -> FoundSection:
        """The 栏目 with its articles as a value."""
        return FoundSection(self.name, tuple(article.found() for article in self.articles), self.in_body)
