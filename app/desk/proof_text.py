"""A text that was read becomes a document to proofread whose passages know their places in the source, line by line."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.desk.compose import compose
from app.importers.credits import credits_of
from app.importers.intake import Intake
from app.model.issue import Issue, Role, contents_text, joined_title
from app.model.template import Template
from app.proof.document import ArticleFacts, Document, Passage
from app.proof.finding import Finding
from app.proof.of_issue import document_of
from app.records import dataclass

_NO_KEY = re.compile(r"[\W_]+")
_LEADER = re.compile(r"\d{0,3}")
_NEAR = 6
"""As many parts of the issue as a line may lie ahead of the last one that was found."""


@dataclass(frozen=True, slots=True)
class TextCopy:
    """The document of a text, and the lines of its source that each passage was joined from: passage key to (place, line) pairs."""

    document: Document
    joins: dict[int, tuple[tuple[int, int], ...]]

    def in_source(self, finding: Finding) -> Finding:
        """The finding by line and place of the source; one that goes over a line end is told in the line where it begins."""
        starts = self.joins[finding.key]
        turn = bisect_right(starts, finding.start, key=lambda one: one[0]) - 1
        place, line = starts[turn]
        limit = starts[turn + 1][0] if turn + 1 < len(starts) else finding.end
        end = max(min(finding.end, limit), finding.start + 1)
        return replace(finding, key=line, start=finding.start - place, end=end - place)


@dataclass(slots=True)
class _Part:
    """A paragraph of the issue that the text became, by its letters and figures alone."""

    key: str
    role: Role
    article: int
    used: bool = False


def copy_of(intake: Intake, template: Template) -> TextCopy:
    """The source as it came, before any repair; what each line is follows from what was recognised in the text."""
    issue = compose(intake.structure, template).issue
    whole = intake.structure.kind == "bulletin"
    parts = [part for part in _parts(issue, intake) if part.key]
    passages, joins = _passages(intake.source.split("\n"), parts)
    known = document_of(issue)
    facts = known.articles if whole else tuple(_with_day(one, intake) for one in known.articles)
    return TextCopy(Document(tuple(passages), facts, known.date if whole else None, whole), joins)


def _with_day(facts: ArticleFacts, intake: Intake) -> ArticleFacts:
    found = credits_of(intake)
    day = facts.day or (date.fromisoformat(found.date_iso) if found.date_iso else None)
    return replace(facts, unit=facts.unit or found.unit, day=day)


def _parts(issue: Issue, intake: Intake) -> Iterator[_Part]:
    """The parts in the order in which a bulletin prints them, its contents behind its masthead."""
    document = document_of(issue)
    titles = [_key(joined_title(article.title)) for article in issue.articles()]
    entries = [_key(contents_text(article)) for article in issue.articles()]
    contents = [_key(entry.text) for entry in intake.structure.contents]
    at_head = True
    for passage in document.passages:
        if at_head and (passage.article >= 0 or passage.role in (Role.SECTION, Role.RECIPIENTS)):
            at_head = False
            for text in contents:
                turn = next((i for i, known in enumerate(entries) if known == text), -1)
                yield _Part(text, Role.TOC_TITLE, turn if turn >= 0 else next((i for i, one in enumerate(titles) if one == text), -1))
        if passage.role != Role.TOC_TITLE:
            yield _Part(_key(passage.text), passage.role, passage.article)


def _passages(lines: Sequence[str], parts: list[_Part]) -> tuple[list[Passage], dict[int, tuple[tuple[int, int], ...]]]:
    exact: dict[str, deque[int]] = {}
    for place, known in enumerate(parts):
        exact.setdefault(known.key, deque()).append(place)
    passages: list[Passage] = []
    joins: dict[int, tuple[tuple[int, int], ...]] = {}
    cursor, article, number = 0, -1, 0
    while number < len(lines):
        key = _key(lines[number])
        if not key:
            if lines[number].strip():  # signs alone: □□
                passages.append(Passage(number, lines[number].rstrip("\r"), Role.BODY, article))
                joins[number] = ((0, number),)
            number += 1
            continue
        turn, taken = _part_at(lines, number, key, parts, exact, cursor)
        role = Role.BODY
        if turn is not None:
            part = parts[turn]
            role, article = part.role, part.article
            if role != Role.SECTION:  # a 栏目 stands in the contents and again over its articles
                part.used = True
                cursor = max(cursor, turn + 1)
        text: str = ""
        join: list[tuple[int, int]] = []
        for line in range(number, number + taken):
            join.append((len(text), line))
            text += lines[line].rstrip("\r")
        passages.append(Passage(number, text, role, article))
        joins[number] = tuple(join)
        number += taken
    return passages, joins


def _part_at(
    lines: Sequence[str], number: int, key: str, parts: Sequence[_Part], exact: dict[str, deque[int]], cursor: int
) -> tuple[int | None, int]:
    turn = _exact(exact.get(key), parts)
    return _near(lines, number, key, parts, cursor) if turn is None else (turn, 1)


def _exact(turns: deque[int] | None, parts: Sequence[_Part]) -> int | None:
    while turns:
        if not parts[turns[0]].used:
            return turns[0]
        turns.popleft()
    return None


def _near(lines: Sequence[str], number: int, key: str, parts: Sequence[_Part], cursor: int) -> tuple[int | None, int]:
    """The part that begins with this line, or this line with it, and how many lines make it up; (None, 1) where there is none."""
    ahead = [turn for turn in range(cursor, min(cursor + _NEAR, len(parts))) if not parts[turn].used]
    for turn in ahead:
        wanted = parts[turn].key
        if wanted.startswith(key) and len(key) > 1:
            joined, taken = key, 1
            while joined != wanted and number + taken < len(lines) and wanted.startswith(joined + _key(lines[number + taken])):
                joined += _key(lines[number + taken])
                taken += 1
            if joined == wanted:
                return turn, taken
        if key.startswith(wanted) and _LEADER.fullmatch(key[len(wanted) :]):
            return turn, 1
    for turn in ahead:
        if len(parts[turn].key) > 1 and (parts[turn].key in key or _alike(parts[turn].key, key)):
            runs_in = parts[turn].role == Role.TITLE and turn + 1 < len(parts) and parts[turn + 1].key in key
            return (turn + 1 if runs_in else turn), 1
    return None, 1


def _alike(one: str, other: str) -> bool:
    """Whether two keys are one text but for a slip or a repair: the same beginning, middle or end of some length."""
    reach = min(len(one), len(other)) // 3
    return reach > 2 and abs(len(one) - len(other)) <= reach and (one[:reach] == other[:reach] or one[-reach:] == other[-reach:])


def _key(text: str) -> str:
    return _NO_KEY.sub("", unicodedata.normalize("NFKC", text))
