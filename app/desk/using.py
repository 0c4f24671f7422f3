"""Submissions of the library become articles of an issue, or paragraphs of one, that say which submission they were made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.desk.articles import articles_of
from app.desk.blocks import BlockMaker
from app.desk.intake import Submission, cautious, submission_of
from app.errors import UserError
from app.importers.intake import ReadOptions
from app.importers.read import read_text
from app.importers.several import parts_of
from app.model.issue import Article, Paragraph, Role
from app.model.submission import FileKind, Source, SubmissionRecord
from app.records import dataclass

if TYPE_CHECKING:
    from app.importers.found import Structure
    from app.importers.intake import Intake
    from app.store.library.library import Library

_BELONG_TO_THE_ARTICLE = frozenset({Role.BYLINE, Role.SIGNATURE, Role.SIGNATURE_DATE, Role.EDITOR_NOTE, Role.ADDRESSEE})
"""What names the submission as a whole, and is not taken along where its text goes into another article."""


@dataclass(frozen=True, slots=True)
class Made:
    """Articles with their sources, the next free id of the issue, and sentences for the clerk."""

    articles: tuple[Article, ...]
    next_id: int
    notes: tuple[str, ...] = ()


def articles_from(library: Library, ids: Sequence[str], next_id: int) -> Made:
    """Make articles of submissions, in the order given. Raises `UserError` where one is gone.

    A file that needs its reader is read again, so this may take as long as receiving it did.
    """
    articles: list[Article] = []
    notes: list[str] = []
    for submission in ids:
        record, text = library.record(submission), library.text(submission)
        intake = read_again(library, record, text)
        made, next_id = articles_of_record(intake.structure, record, text, next_id)
        articles += made
        notes += intake.notes
    return Made(tuple(articles), next_id, tuple(notes))


def paragraphs_from(library: Library, submission: str) -> tuple[Paragraph, ...]:
    """The text of a submission for 并入当前文章: without title, byline and signature; their ids are given where they go in."""
    made = articles_from(library, [submission], 1)
    found = [paragraph for article in made.articles for paragraph in article.paragraphs]
    wanted = [paragraph for paragraph in found if paragraph.role not in _BELONG_TO_THE_ARTICLE]
    if not wanted:
        raise UserError("这份来稿没有正文可以并入。")
    return tuple(replace(paragraph, id=0) for paragraph in wanted)


def submission_from(library: Library, submission: str) -> Submission:
    """A submission as it came, read again, so that every repair can be seen and switched off. Raises `UserError` where it is gone."""
    record = library.record(submission)
    original = next((file for file in library.files(record.id) if file.kind is FileKind.ORIGINAL), None)
    if original is not None and record.part == 0:
        return submission_of(library.data(original.digest), original.name)
    text = library.text(submission)
    return Submission(record.title, text.encode(), read_text(text if text.strip() else record.title, record.title))


def read_again(library: Library, record: SubmissionRecord, text: str) -> Intake:
    """What the file says, read as today's readers do; the text as it was kept where there is no file, or it is no longer cut so.

    Of a file with several submissions it is the one that the record is of, with its own part of the source.
    """
    original = next((file for file in library.files(record.id) if file.kind is FileKind.ORIGINAL), None)
    if original is not None:
        options = ReadOptions()
        intake = cautious(submission_of(library.data(original.digest), original.name, options), options).intake
        if record.part == 0:
            return intake
        parts = parts_of(intake)[record.part - 1 : record.part]
        if parts and parts[0].text == text:
            return replace(parts[0].intake, source=parts[0].source, notes=())
    return replace(read_text(text if text.strip() else record.title, record.title), notes=())


def articles_of_record(structure: Structure, record: SubmissionRecord, text: str, next_id: int) -> tuple[list[Article], int]:
    """The articles of a submission, and the next free id; one of its lines where none is recognised."""
    sections, next_id = articles_of(structure, next_id)
    made = [article for section in sections for article in section.articles]
    if not made or not text.strip():
        bare, next_id = _bare(record, text, next_id)
        made = [bare]
    source = Source(record.id)
    return [replace(_titled(article, record), sources=(source,), unit=article.unit or record.unit) for article in made], next_id


def _titled(article: Article, record: SubmissionRecord) -> Article:
    """The article under the record's title where its text brought none; a record's title may be its text's beginning, too."""
    words = "".join(paragraph.text for paragraph in article.paragraphs)
    if article.title.text or article.runin or words.startswith(record.title):
        return article
    return replace(article, title=replace(article.title, text=record.title))


def _bare(record: SubmissionRecord, text: str, next_id: int) -> tuple[Article, int]:
    """A submission in which no article is recognised: its lines as paragraphs."""
    make = BlockMaker(next_id)
    article_id, title = make.new_id(), make.paragraph(record.title, Role.TITLE)
    lines = [line.strip() for line in text.split("\n")]
    paragraphs = tuple(make.paragraph(line, Role.BODY) for line in lines if line and line != record.title)
    return Article(article_id, title, paragraphs), make.next_id
