"""Findings become lines to read, in which what is said often stands once with all its places, and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from app.proof.finding import LEVEL_WORDS, Finding, Level

_OFTEN = 5
"""What is said so often, of half-width commas or of a garbled page, hides what is said once."""


def findings_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as the command line prints them."""
    return [
        {
            "line": one.key,
            "start": one.start,
            "end": one.end,
            "level": str(one.level),
            "rule": one.rule,
            "message": one.message,
            "fix": one.fix,
        }
        for one in findings
    ]


def findings_text(findings: Sequence[Finding], lines: Sequence[str]) -> str:
    """A line for each finding: where (line and character from 1), how sure, what; and the sums.

    What is said five times and more is told where it is said first, with the other places behind it.
    """
    said: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        said.setdefault((one.rule, one.message), []).append(one)
    told = []
    for one in findings:
        alike = said[one.rule, one.message]
        if len(alike) < _OFTEN:
            told.append(_line(one, lines))
        elif one is alike[0]:
            told.append(f"{_line(one, lines)}另有 {len(alike) - 1} 处：{_places(alike[1:])}。")
    return "\n".join([*told, summary(findings)])


def summary(findings: Iterable[Finding]) -> str:
    """Such as 必错 2 处，疑似 1 处，提示 0 处."""
    levels = [one.level for one in findings]
    return "，".join(f"{word} {levels.count(level)} 处" for level, word in LEVEL_WORDS.items()) + "。"


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether one of them is 必错."""
    return any(one.level is Level.ERROR for one in findings)


def _line(one: Finding, lines: Sequence[str]) -> str:
    return f"第 {one.key + 1} 行第 {one.start + 1} 字　{LEVEL_WORDS[one.level]}　{_around(one, lines)}　{one.message}"


def _places(findings: Sequence[Finding]) -> str:
    """Such as 第 3 行第 5、27 字，第 4 行第 9 字."""
    rows: dict[int, list[str]] = {}
    for one in findings:
        rows.setdefault(one.key, []).append(str(one.start + 1))
    return "，".join(f"第 {line + 1} 行第 {'、'.join(places)} 字" for line, places in rows.items())


def _around(one: Finding, lines: Sequence[str]) -> str:
    line = lines[one.key]
    return f"{line[max(0, one.start - 6) : one.start]}[{line[one.start : one.end]}]{line[one.end : one.end + 6]}"
