"""Clean paragraphs of bulletins become a figure: how many changes the repairs make in text in which there is nothing to repair.

    python -m tests.importers.precision

The paragraphs are those that the case texts are recognised to hold, and more of the same made-up city with all that is hard to leave alone:
figures with units, dates and times, quotations, Latin letters, addresses, numbers of documents.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from app.importers.clean import RULES
from app.importers.clean.run import clean
from app.importers.repair import Repair

CASES = Path(__file__).resolve().parent.parent / "cases"
_TOGETHER = 6
"""Paragraphs of one text; repairs look at neighbours."""


def paragraphs() -> list[str]:
    """All clean paragraphs, each once."""
    found = [text for file in sorted((CASES / "structure").glob("*.json")) for text in _of_case(json.loads(file.read_text("utf-8")))]
    return list(dict.fromkeys([*found, *(CASES / "clean.txt").read_text("utf-8").split("\n")[:-1]]))


def wrong_changes() -> list[Repair]:
    """What the repairs change or drop in them. A marked place changes nothing."""
    texts = paragraphs()
    together = ["\n".join(texts[at : at + _TOGETHER]) for at in range(0, len(texts), _TOGETHER)]
    return [repair for text in together for repair in clean(text, RULES, ())[1] if repair.kind != "doubt" and repair.before != repair.after]


def _of_case(case: dict[str, object]) -> Iterator[str]:
    for section in case.get("sections", ()):  # type: ignore[attr-defined]
        for article in section["articles"]:
            yield from (paragraph["text"] for paragraph in article["paragraphs"])


if __name__ == "__main__":
    characters, wrong = sum(map(len, paragraphs())), wrong_changes()
    for repair in wrong:
        print(f"{repair.rule}: {repair.before!r} -> {repair.after!r}")
    print(f"{characters} characters, {len(wrong)} wrong changes: {10_000 * len(wrong) / characters:.2f} in 10,000")
