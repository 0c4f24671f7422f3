"""Where every character of a source went: the law that nothing is lost without a named repair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.importers.found import FoundArticle, Structure
from app.importers.intake import Intake


def letters(text: str) -> Counter[str]:
    """The multiset of a text's characters without white space."""
    return Counter(char for char in text if not char.isspace())


def structure_texts(structure: Structure) -> Iterator[str]:
    """Every text that the structure holds, once."""
    extra = structure.extra
    yield from structure.masthead
    yield structure.issue or ""
    yield structure.issuer or ""
    yield extra.issuer_role or ""
    yield structure.date or ""
    if extra.total != structure.issue:
        yield extra.total or ""
    if extra.supplement and extra.supplement not in (structure.issue or ""):
        yield extra.supplement
    yield extra.secrecy or ""
    yield extra.number or ""
    yield from extra.editors
    for entry in structure.contents:
        yield entry.text
    for section in structure.sections:
        yield (section.name or "") if section.in_body else ""
        for article in section.articles:
            yield from article_texts(article)
    if structure.footer:
        yield from structure.footer.lines
    yield from structure.marks


def article_texts(article: FoundArticle) -> Iterator[str]:
    """Every text of an article."""
    yield from article.title
    yield article.subtitle or ""
    yield article.title_note or ""
    for paragraph in article.paragraphs:
        yield paragraph.text
    yield from article.editor_notes
    yield from article.bylines
    yield from article.attachments
    if article.signature:
        yield article.signature.org or ""
        yield article.signature.date or ""


def balance(intake: Intake, field_texts: tuple[str, ...] = ()) -> tuple[Counter[str], Counter[str]]:
    """(characters lost, characters that came from nowhere); both are empty when the law holds."""
    given = letters(intake.source)
    kept: Counter[str] = Counter()
    for text in (*structure_texts(intake.structure), *field_texts):
        kept += letters(text)
    for repair in intake.repairs:
        kept += letters(repair.before)
        given += letters(repair.after)
    return given - kept, kept - given
