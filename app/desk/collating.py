"""An article becomes the texts that it goes back to, as they came: from the library, or from what the issue's file has kept (对校)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from app.desk.articles import articles_of
from app.desk.intake import cautious, submission_of
from app.desk.using import articles_of_record, read_again
from app.edit.newer_version import texts_of
from app.errors import UserError
from app.importers.intake import ReadOptions
from app.records import dataclass
from app.text.align import aligned, likeness

if TYPE_CHECKING:
    from app.importers.intake import Intake
    from app.model.issue import Article
    from app.store.jianbao import Original
    from app.store.library.library import Library

_LEAST_CHARACTERS = 12
"""Shorter paragraphs - a unit in brackets, a date - stand in articles that have nothing to do with one another."""

_LEAST_LEGIBLE = 0.5
"""Characters of the repaired text that must have come as such; fewer did where the whole of it was decoded wrongly."""


@dataclass(frozen=True, slots=True)
class Came:
    """A text that came: its name, its words as they came, and title and paragraphs as the program repaired them.

    `submission` is its id in the library, "" where it is a file.
    """

    name: str
    raw: str
    lines: tuple[str, ...]
    submission: str = ""


Read = dict["Original", tuple[Came, ...]]
"""What was found in the kept files so far: all articles of an issue may have come in one."""


def originals_of(library: Library | None, article: Article, kept: Sequence[Original], read: Read | None = None) -> tuple[Came, ...]:
    """The texts that an article goes back to: the submissions that it is linked to, else the likeliest of what the file has `kept`.

    A file that needs its reader is read again, so this may take as long as receiving it did; of kept files what was `read` stays there.
    Submissions that the library has no more are passed over.
    """
    there = library.has(source.submission for source in article.sources) if library else frozenset()
    found: list[Came] = []
    for source in article.sources:
        if library is not None and source.submission in there:
            found += _own(_in_library(library, source.submission), article)
    return tuple(found) or _in_kept(article, kept, {} if read is None else read)


def submission_beside(library: Library, submission: str, article: Article) -> tuple[Came, ...]:
    """What of a submission belongs beside an article. Raises `UserError` where it is gone."""
    return tuple(_own(_in_library(library, submission), article))


def file_beside(data: bytes, name: str, article: Article) -> tuple[Came, ...]:
    """What of a file belongs beside an article. Raises `UserError` where it can't be read."""
    return tuple(_own(_in_file(data, name), article))


def together(came: Sequence[Came]) -> Came:
    """Several texts as one, in their order: an article may have been made of all of them."""
    if len(came) == 1:
        return came[0]
    return Came(f"全部 {len(came)} 份", "\n".join(one.raw for one in came), tuple(line for one in came for line in one.lines))


def _in_library(library: Library, submission: str) -> list[Came]:
    record, text = library.record(submission), library.text(submission)
    intake = read_again(library, record, text)
    articles, _ = articles_of_record(intake.structure, record, text, 1)
    raws = _raws(intake) if len(articles) == len(intake.structure.articles) else [intake.source] * len(articles)
    return [_came(f"《{record.title}》", raw, texts_of(article), submission) for article, raw in zip(articles, raws, strict=True)]


def _in_file(data: bytes, name: str) -> list[Came]:
    options = ReadOptions()
    intake = cautious(submission_of(data, name, options), options).intake
    sections, _ = articles_of(intake.structure, 1)
    articles = [article for section in sections for article in section.articles]
    if not articles:
        return [_came(f"“{name}”", intake.source, ("", *filter(None, map(str.strip, intake.text.split("\n")))))]
    return [_came(f"“{name}”", raw, texts_of(article)) for article, raw in zip(articles, _raws(intake), strict=True)]


def _came(name: str, raw: str, lines: tuple[str, ...], submission: str = "") -> Came:
    """A text that came; one that nobody could read before it was repaired, as it is then."""
    came, repaired = Counter("".join(raw.split())), Counter("".join("".join(lines).split()))
    readable = (came & repaired).total() >= _LEAST_LEGIBLE * repaired.total()
    return Came(name, raw if readable else "\n".join(lines), lines, submission)


def _raws(intake: Intake) -> list[str]:
    """The source of each article: from its first line to the next one's; all of it where there is one."""
    starts = [article.line for article in intake.structure.articles]
    if len(starts) < 2:
        return [intake.source]
    lines = intake.source.split("\n")
    return ["\n".join(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]


def _own(came: list[Came], article: Article) -> list[Came]:
    """Those that an article goes back to; of several that it has nothing in common with, the likeliest."""
    if len(came) < 2:
        return came
    own = [one for one in came if _shares(one, article)]
    return own or [max(came, key=lambda one: _likeness(one, article))]


def _in_kept(article: Article, kept: Sequence[Original], read: Read) -> tuple[Came, ...]:
    found: list[Came] = []
    for original in kept:
        if original not in read:
            try:
                read[original] = tuple(_in_file(original.data, original.name))
            except UserError:  # what can't be read any more is no text to compare with
                read[original] = ()
        found += [one for one in read[original] if _shares(one, article)]
    return (max(found, key=lambda one: _likeness(one, article)),) if found else ()


def _shares(came: Came, article: Article) -> bool:
    """Whether a paragraph of the one is one of the other, or a version of it."""
    one, other = ([line for line in lines[1:] if len(line) >= _LEAST_CHARACTERS] for lines in (came.lines, texts_of(article)))
    return bool(aligned(one, other))


def _likeness(came: Came, article: Article) -> float:
    return likeness("\n".join(came.lines), "\n".join(texts_of(article)))
