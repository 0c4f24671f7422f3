"""`python -m tests.proof`: recall on planted errors, false alarms on clean text, and times, as a table."""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from app.desk.compose import compose
from app.desk.faces import faces_for
from app.desk.proof_text import copy_of
from app.desk.proofreading import office_knowledge, proofreader
from app.desk.templates import template_named
from app.importers.read import read_text
from app.layout.engine import lay_out
from app.proof.finding import LEVEL_WORDS
from tests.proof.marked import DATA, texts
from tests.proof.score import Scored, by_class, by_rule, false_alarms, recall, scored

_PAGES, _MOST = 100, 28 * 22 * 100
"""What is timed, and how many characters would fill it if every line were full."""
_TRIES, _ROUNDS = 4, 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--missed", nargs="?", const="", metavar="CLASS", help="list the errors that were not found, of one class or of all"
    )
    parser.add_argument("--alarms", action="store_true", help="list what was blamed in clean text, and beside the planted errors")
    parser.add_argument("--data", type=Path, default=DATA, help="a folder with planted/ and clean/ instead of this one")
    options = parser.parse_args()
    reader = proofreader()
    planted = [scored(text, reader) for text in texts("planted", options.data)]
    clean = [scored(text, reader) for text in texts("clean", options.data)]
    if planted:
        print(f"recall {recall(planted):.3f} of {sum(len(result.found) for result in planted)} planted errors")
        for kind, (found, of) in by_class(planted).items():
            print(f"  {kind:16} {found:3} of {of}")
        print("findings by rule (at a planted error, elsewhere in those texts)")
        for rule, (at, beside) in by_rule(planted).items():
            print(f"  {rule:28} {at:3} {beside:3}")
    if clean:
        characters, levels = false_alarms(clean)
        print(f"clean text: {characters} characters")
        for level, word in LEVEL_WORDS.items():
            print(f"  {level:6} {word} {levels[level]:3}, {levels[level] * 10_000 / characters:.2f} in 10,000")
    if options.missed is not None:
        _list_missed(planted, options.missed)
    if options.alarms:
        _list_alarms([*clean, *planted])
    _time()


def _list_missed(results: list[Scored], kind: str) -> None:
    for result in results:
        lines = result.text.text.split("\n")
        for error in result.missed:
            if kind in ("", error.kind):
                line = lines[error.line]
                around = f"{line[max(0, error.start - 14) : error.start]}[{error.wrong}]{line[error.end : error.end + 14]}"
                print(f"missed {error.kind} {result.text.name}:{error.line + 1} {around} -> {error.right}")


def _list_alarms(results: list[Scored]) -> None:
    for result in results:
        lines = result.text.text.split("\n")
        for one in result.beside:
            line = lines[one.key]
            around = f"{line[max(0, one.start - 14) : one.start]}[{line[one.start : one.end]}]{line[one.end : one.end + 14]}"
            print(f"alarm {one.level} {one.rule} {result.text.name}:{one.key + 1} {around} {one.message} {one.fix!r}")


def _hundred_pages() -> tuple[str, int]:
    """(text, pages): as much of the clean texts as fills a hundred pages where it is laid out as a bulletin."""
    template = template_named("工作简报")
    text = "\n".join(one.text for one in texts("clean"))[:_MOST]
    for _ in range(_TRIES):
        issue = compose(read_text(text, "").structure, template).issue
        pages = len(lay_out(issue, faces_for(template, {})).pages)
        if abs(pages - _PAGES) <= 1:
            break
        text = text[: len(text) * _PAGES // pages]
    return text, pages


def _time() -> None:
    """A whole issue of a hundred pages for the first time, and again with one paragraph changed: the best of some rounds.

    What the program does once after its start, and after a change of the office's lists, is told apart: reading the tables and working out
    their indexes and patterns.
    """
    text, pages = _hundred_pages()
    document = copy_of(read_text(text, ""), template_named("工作简报")).document
    office = office_knowledge()
    began = time.perf_counter()
    proofreader(office).findings(document)
    first = time.perf_counter() - began
    passages = document.passages
    middle = len(passages) // 2
    changed = replace(passages[middle], text=passages[middle].text + "又")
    edited = replace(document, passages=(*passages[:middle], changed, *passages[middle + 1 :]))
    rounds: list[tuple[float, ...]] = []
    for _ in range(_ROUNDS):
        fresh = proofreader(office)
        clock = [time.perf_counter()]
        for work in (lambda: fresh.findings(document), lambda: fresh.passage_hits(changed), lambda: fresh.findings(edited)):  # noqa: B023
            work()
            clock.append(time.perf_counter())
        rounds.append(tuple(after - before for before, after in pairwise(clock)))
    whole, one, again = (min(times) for times in zip(*rounds, strict=True))
    characters = sum(not char.isspace() for char in text)
    print(f"{pages} pages, {characters} characters: the first time with new lists {first:.3f} s")
    print(f"whole {whole:.3f} s, one paragraph {one * 1000:.2f} ms, whole again {again:.3f} s")


if __name__ == "__main__":
    main()
