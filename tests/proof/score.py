"""Planted errors and clean texts become figures: how many errors were found, and how often a clean text was blamed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.desk.proof_text import copy_of
from app.desk.templates import template_named
from app.importers.read import read_text
from app.proof.engine import Proofreader
from app.proof.finding import Finding, Level
from tests.proof.marked import MarkedText, Planted


@dataclass(frozen=True)
class Scored:
    """What was found in one text: pairs of an error and the findings at its place, and the findings at no error's place."""

    text: MarkedText
    found: tuple[tuple[Planted, tuple[Finding, ...]], ...]
    beside: tuple[Finding, ...]

    @property
    def missed(self) -> tuple[Planted, ...]:
        return tuple(error for error, findings in self.found if not findings)


def findings_in(text: str, reader: Proofreader, name: str = "") -> tuple[Finding, ...]:
    """The findings in a plain text, by line and place of it."""
    copy = copy_of(read_text(text, name), template_named("工作简报"))
    return tuple(copy.in_source(finding) for finding in reader.findings(copy.document))


def scored(text: MarkedText, reader: Proofreader) -> Scored:
    """Hold the findings against the planted errors; one that overlaps or touches the place of an error has found it."""
    findings = findings_in(text.text, reader, text.name)
    found = tuple((error, tuple(one for one in findings if _at(one, error))) for error in text.errors)
    beside = tuple(one for one in findings if not any(_at(one, error) for error in text.errors))
    return Scored(text, found, beside)


def _at(finding: Finding, error: Planted) -> bool:
    return finding.key == error.line and finding.start <= error.end and error.start <= finding.end


def recall(results: Iterable[Scored]) -> float:
    """Errors found of those planted."""
    pairs = [pair for result in results for pair in result.found]
    return sum(bool(findings) for _, findings in pairs) / len(pairs)


def by_class(results: Iterable[Scored]) -> dict[str, tuple[int, int]]:
    """Class of errors to (found, planted)."""
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for result in results:
        for error, findings in result.found:
            planted[error.kind] += 1
            found[error.kind] += bool(findings)
    return {kind: (found[kind], planted[kind]) for kind in sorted(planted)}


def by_rule(results: Iterable[Scored]) -> dict[str, tuple[int, int]]:
    """Rule to (findings at planted errors, findings elsewhere)."""
    at: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    for result in results:
        at.update(finding.rule for _, findings in result.found for finding in findings)
        beside.update(finding.rule for finding in result.beside)
    return {rule: (at[rule], beside[rule]) for rule in sorted({*at, *beside})}


def false_alarms(results: Iterable[Scored]) -> tuple[int, Counter[Level]]:
    """(Han characters, marks and letters of the texts, findings by level) over texts without errors."""
    characters, levels = 0, Counter[Level]()
    for result in results:
        characters += sum(not char.isspace() for char in result.text.text)
        levels.update(finding.level for finding in result.beside)
    return characters, levels
