"""Repairs of a submission that waited for the clerk and were never decided become the places where their words still stand."""

from __future__ import annotations

from collections.abc import Iterable

from app.edit.state import Place
from app.model.issue import Issue, Paragraph
from app.text.similar import bare_text

_NEEDLE, _LEAST = 16, 6
"""So many characters tell a line from all others; the repairs of marks and blanks in it have changed none of them. Of fewer than the least,
such as a mark that may be turned either way, the proofreading tells."""


def unlooked_places(issue: Issue, repairs: Iterable[str]) -> tuple[tuple[str, Place, str], ...]:
    """(repair, place, its first words) of each of these stretches that the issue holds.

    Of a text that came twice the second one waits: the last place is it.
    """
    bare: list[tuple[Paragraph, str]] = []
    found: list[tuple[str, Place, str]] = []
    for words in repairs:
        bare = bare or [(block, bare_text(block.text)) for block in issue.blocks()]
        lines = [line.strip() for line in words.splitlines()]
        line = next((line for line in lines if len(bare_text(line)) >= _NEEDLE), max(lines, key=len, default=""))
        needle = bare_text(line)[:_NEEDLE]
        block = next((block for block, text in reversed(bare) if len(needle) >= _LEAST and needle in text), None)
        if block is not None:
            found.append((words, Place(block.id, 0), line))
    return tuple(found)
