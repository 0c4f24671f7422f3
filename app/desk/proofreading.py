"""A file, or an issue, becomes its findings by the office's tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.intake import ISSUE_SUFFIX, open_issue, read_submission
from app.desk.log import LOGGER
from app.desk.office_lists import PATTERN, office_with, profile_of
from app.desk.proof_text import copy_of
from app.desk.templates import template_named
from app.errors import UserError
from app.model.issue import Issue
from app.model.office_lists import OfficeLists
from app.paths import is_file, language_models, resources, user_data
from app.proof.confusion import Confusion
from app.proof.context import Context
from app.proof.engine import Proofreader
from app.proof.finding import Finding, Level
from app.proof.lexicon import Lexicon, own_costs
from app.proof.naming_forms import Naming
from app.proof.namings import namings
from app.proof.of_issue import document_of
from app.proof.office import Counted, Leader, Office, Phrase, Unit
from app.proof.page_rules import PAGE_RULES, page_findings
from app.proof.rules import RULES
from app.proof.statutes import Statute
from app.proof.tables import table_rows
from app.proof.words import Word, WordTable, joined
from app.text.language_model import LanguageModel

if TYPE_CHECKING:
    from app.layout.frames import Layout
    from app.store.library.library import Library

_ANY_TEMPLATE = "工作简报"
"""What a text is laid out by says nothing of its words."""
_WORDS = (("words.tsv", False), ("sayings.tsv", True))
"""The tables of words, and whether these are fixed expressions."""
_LEXICON = (
    ("homophones.tsv", 3),
    ("look_alikes.tsv", 2),
    ("shared_parts.tsv", 2),
    ("vocabulary.tsv", 1),
    ("usage.tsv", 1),
    ("terse.tsv", 1),
)
"""The tables that a lexicon is made of, and their columns."""


def office_knowledge(own: Path | None = None) -> Office:
    """The tables that come with the program, with those of the office's own folder (proof/ in the user's data) over them."""
    return _knowledge((resources() / "proof", own or user_data() / "proof"))


def delivered_knowledge() -> Office:
    """The tables that come with the program, alone."""
    return _knowledge((resources() / "proof",))


def reader_of_lists(lists: OfficeLists, own: Path | None = None) -> Proofreader:
    """A proofreader with every rule, by what the office set in its library over its tables."""
    return Proofreader(RULES, office_with(office_knowledge(own), lists), profile_of(lists))


def rule_names() -> dict[str, tuple[str, str]]:
    """Every rule's id with its name and its source, as they are shown."""
    return {rule.about.id: (rule.about.name, rule.about.basis) for rule in (*RULES, *PAGE_RULES)}


def first_context(places: Iterable[Path], own: Iterable[str] = ()) -> Context | None:
    """The first language model that can be read, of those that set-up brought or an input method did; None where there is none.

    One that can't be read is no reason to say anything to the clerk: proofreading does without, and the log tells why.
    """
    for path in places:
        if is_file(path):
            try:
                return Context(LanguageModel(path), own_costs(own))
            except (OSError, ValueError) as error:
                LOGGER.warning("language model not usable: %s", getattr(error, "strerror", error))
    return None


def proofreader(office: Office | None = None) -> Proofreader:
    """A proofreader with every rule."""
    return Proofreader(RULES, office or office_knowledge())


def days_of(issue: Issue, library: Library | None) -> dict[int, date]:
    """Article id to the day on which its submission came in, where the library knows it: 今天 is told from there."""
    if library is None:
        return {}
    from app.store.library.access import OutOfReach

    wanted = {source.submission: article.id for article in issue.articles() for source in article.sources[:1]}
    try:
        known = library.has(wanted)
        return {wanted[one]: date.fromisoformat(library.record(one).received[:10]) for one in known}
    except OutOfReach:  # the reading goes on by the rest
        return {}


def issue_findings(
    issue: Issue,
    reader: Proofreader,
    layout: Layout | None = None,
    days: Mapping[int, date] | None = None,
    wanted: Callable[[], bool] = lambda: True,
) -> tuple[Finding, ...]:
    """The findings of an issue and, where it is given, of its layout: by block in printing order, without those that were let stand.

    Raises `AbandonedError` where `wanted` says that nobody waits for them any more.
    """
    passed = {(one.rule, one.block, one.words) for one in issue.passed}
    found = [one for one in reader.findings(document_of(issue, days=days), wanted) if not _stands(one, passed)]
    if layout is not None:
        taken = {(one.key, place) for one in found for place in range(one.start, one.end)}
        pages = [one for one in page_findings(issue, layout, reader.profile) if not _stands(one, passed)]
        found += [one for one in pages if not any((one.key, place) in taken for place in range(one.start, one.end))]
        order = issue.block_order
        found.sort(key=lambda one: (order[one.key], one.start))
    return tuple(found)


def _stands(finding: Finding, passed: Set[tuple[str, int, str]]) -> bool:
    """Whether the clerk let it stand, maybe when another rule told it."""
    return any((rule, finding.key, finding.words) in passed for rule in _answers().get(finding.rule, (finding.rule,)))


@lru_cache(maxsize=1)
def _answers() -> dict[str, tuple[str, ...]]:
    """A rule to every id that it answers to."""
    return {rule.about.id: rule.about.ids for rule in (*RULES, *PAGE_RULES)}


def issue_namings(issue: Issue, office: Office, joins: Sequence[frozenset[str]] = ()) -> tuple[Naming, ...]:
    """The units and people of an issue with the forms in which they occur; `joins` are forms that somebody said are of one."""
    return namings(document_of(issue), office, joins)


def file_findings(name: str, reader: Proofreader) -> tuple[tuple[Finding, ...], list[str]]:
    """The findings of a file by line of its text, and these lines. Raises `UserError` for a file that can't be read.

    Of an issue the lines are its blocks in printing order.
    """
    if Path(name).suffix.lower() == ISSUE_SUFFIX:
        issue = open_issue(Path(name)).issue
        turns = issue.block_order
        found = tuple(replace(finding, key=turns[finding.key]) for finding in issue_findings(issue, reader))
        return found, [block.text for block in issue.blocks()]
    intake = read_submission(name).intake
    copy = copy_of(intake, template_named(_ANY_TEMPLATE))
    return tuple(copy.in_source(finding) for finding in reader.findings(copy.document)), intake.source.split("\n")


def _knowledge(folders: tuple[Path, ...]) -> Office:
    return Office(
        words=joined(_word_table(path, fixed) for name, fixed in _WORDS for path in _files(folders, name)),
        phrases=tuple(_phrases(folders)),
        lists=tuple(_lists(folders)),
        formulas=tuple(Phrase(words, source) for path in _files(folders, "formulas.tsv") for _, (words, source) in table_rows(path, 2)),
        set_words=tuple(word for path in _files(folders, "idioms.tsv") for _, (words,) in table_rows(path, 1) for word in words.split()),
        statutes=tuple(statute for path in _files(folders, "laws.tsv") for statute in _statutes(path)),
        leaders=tuple(leader for path in _files(folders, "leaders.tsv") for leader in _leaders(path)),
        units=tuple(unit for path in _files(folders, "units.tsv") for unit in _units(path)),
        lexicon=_lexicon_of(folders),
    )


def _files(folders: Iterable[Path], name: str) -> list[Path]:
    return [folder / name for folder in folders if (folder / name).is_file()]


def _phrases(folders: tuple[Path, ...]) -> Iterator[Phrase]:
    for path in _files(folders, "phrases.tsv"):
        for _, (words, level, source) in table_rows(path, 3):
            yield Phrase(words, source, level != Level.QUERY)


def _lists(folders: tuple[Path, ...]) -> Iterator[Counted]:
    for path in _files(folders, "lists.tsv"):
        for _, (name, items, verbs, source) in table_rows(path, 4):
            yield Counted(name, tuple(item for item in items.split("、") if item), tuple(verbs.split()), source)


def _lexicon_of(folders: tuple[Path, ...]) -> Lexicon:
    sounds, looks, parts, own, usual, terse = (
        [row for path in _files(folders, name) for _, row in table_rows(path, columns)] for name, columns in _LEXICON
    )
    return _lexicon(
        tuple(dict.fromkeys(word for row in own for word in row[0].split())),
        tuple((reading, usual, others) for reading, usual, others in sounds),
        tuple((char, others) for char, others in (*looks, *parts)),
        tuple(word for row in usual for word in row[0].split()),
        tuple(word for row in terse for word in row[0].split()),
        tuple(path for path in language_models() if is_file(path)),
    )


@lru_cache(maxsize=2)
def _lexicon(
    own: tuple[str, ...],
    sounds: tuple[tuple[str, str, str], ...],
    looks: tuple[tuple[str, str], ...],
    usual: tuple[str, ...],
    terse: tuple[str, ...],
    models: tuple[Path, ...],
) -> Lexicon:
    """One lexicon for the same tables and language models: its indexes take a second to work out."""
    return Lexicon(own, Confusion(sounds, looks), context=first_context(models, (*own, *terse)), usual=usual, terse=terse)


def _word_table(path: Path, fixed: bool = False) -> WordTable:
    return WordTable(tuple(_word(path, number, cells, fixed) for number, cells in table_rows(path, 4)))


def _word(path: Path, number: int, cells: tuple[str, ...], fixed: bool) -> Word:
    wrong, right, level, why = cells
    pattern = wrong.startswith(PATTERN)
    try:
        if pattern:
            re.compile(wrong.removeprefix(PATTERN))
        return Word(wrong.removeprefix(PATTERN), right, Level(level), why, pattern, fixed)
    except (ValueError, re.error) as error:
        raise UserError(f"校对用的表“{path.name}”第 {number} 行不对：第三列写 error、query 或 hint，re: 后面是正则表达式。") from error


def _units(path: Path) -> Iterator[Unit]:
    for _, (name, short, former) in table_rows(path, 3):
        yield Unit(name, _listed(short), _listed(former))


def _statutes(path: Path) -> Iterator[Statute]:
    """Name, the day on which it ended, what is in its place, and short forms; the year since which it is in force is for readers."""
    for number, (name, _, until, instead, short) in table_rows(path, 5):
        try:
            yield Statute(name, date.fromisoformat(until) if until else None, instead, _listed(short))
        except ValueError as error:
            raise UserError(f"法律法规表“{path.name}”第 {number} 行的日期不对，应写成 2021-01-01 这样。") from error


def _leaders(path: Path) -> Iterator[Leader]:
    """Name, post, and the days from and to which it is held, in the order in which they are named."""
    for number, (name, post, since, until) in table_rows(path, 4):
        try:
            yield Leader(name, post, *(date.fromisoformat(day) if day else None for day in (since, until)))
        except ValueError as error:
            raise UserError(f"领导名单第 {number} 行的日期不对，应写成 2026-03-05 这样。") from error


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("、") if part)
