"""An issue becomes a file for people outside the office: what prints, and nothing of who sent in what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import UserError
from app.model.issue import Issue, Section
from app.model.submission import FileKind

if TYPE_CHECKING:
    from app.store.jianbao import Original
    from app.store.library.library import Library


def bare(issue: Issue) -> Issue:
    """The issue without its links to submissions, the key by which our library knows it, and what people noted on its way."""
    sections = tuple(map(_bare_section, issue.sections))
    return replace(issue, key="", sample=False, passed=(), comments=(), rounds=(), trail=(), sections=sections)


def save_copy(issue: Issue, path: Path, originals: Sequence[Original] = ()) -> None:
    """Write a copy of the issue, with no other files than the `originals` given. Raises `UserError`."""
    from app.store.jianbao import save

    save(bare(issue), path, originals=originals)


def linked_originals(issue: Issue, library: Library | None) -> Iterator[Original]:
    """The files of the submissions that the issue was made of, each once; those that the library has no more are passed over."""
    from app.store.jianbao import Original

    seen = set()
    for submission in dict.fromkeys(source.submission for article in issue.articles() for source in article.sources):
        for file in library.files(submission) if library else ():
            if file.kind is FileKind.ORIGINAL and file.digest not in seen and library is not None:
                seen.add(file.digest)
                try:
                    yield Original(file.name, library.data(file.digest))
                except UserError:
                    continue


def _bare_section(section: Section) -> Section:
    return replace(section, articles=tuple(replace(article, sources=()) for article in section.articles))
