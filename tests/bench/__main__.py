"""Every measurement becomes a row of one table: `python -m tests.bench [--rounds 5] [--only a,b,c]`.

Runs of the engines are interleaved and medians are compared, so that a busy machine slows them alike.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.bench.material import Material, prepare
from tests.bench.peers import ARCHIVE, office, ours, ours_in_formats, refuse_other_kinds, typst
from tests.bench.process import ROOT, Cost


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what, ours, the other's, their ratio or the value itself, and the goal."""

    what: str
    ours: str
    other: str
    found: float
    goal: float
    unit: str = ""

    def cells(self) -> tuple[str, ...]:
        """The row as printed."""
        verdict = "ok" if self.found <= self.goal else "MISSED"
        return (self.what, self.ours, self.other, f"{self.found:.3g}{self.unit}", f"<= {self.goal:g}{self.unit}", verdict)


def main() -> int:
    """Print versions and the table; the exit status is 1 where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default=",".join(_MEASURES))
    options = parser.parse_args()
    wanted = set(options.only.split(","))
    with tempfile.TemporaryDirectory(prefix="bench") as name:
        # An installed program has its bytecode; here it is written beside the material, after a first run that isn't counted.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{name}/bytecode"
        material = prepare(Path(name))
        print(f"text: {material.name}; {_versions()}; {options.rounds} interleaved rounds, medians", flush=True)
        rows: list[Row] = []
        for key, measure in _MEASURES.items():
            if key in wanted:
                rows += measure(material, options.rounds)
                print(f"({key}) done", file=sys.stderr, flush=True)
    _print_table(rows)
    return 0 if all(row.found <= row.goal for row in rows) else 1


def _versions() -> str:
    office = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=False).stdout if shutil.which("soffice") else ""
    processors = os.cpu_count()
    return (
        f"Python {platform.python_version()}, uharfbuzz {version('uharfbuzz')}, reportlab {version('reportlab')}, "
        f"Typst {version('typst')}, {' '.join(office.split()[:2]) or 'no LibreOffice'}, {processors} processors"
    )


def _interleaved(rounds: int, *runs: Callable[[], Cost]) -> list[list[Cost]]:
    """Each run `rounds` times in turn, after one turn that warms the disk."""
    for measured in runs:
        measured()
    costs: list[list[Cost]] = [[] for _ in runs]
    for _ in range(rounds):
        for measured, kept in zip(runs, costs, strict=True):
            kept.append(measured())
    return costs


def _median(costs: Sequence[Cost]) -> tuple[float, float]:
    return statistics.median(cost.seconds for cost in costs), statistics.median(cost.peak_mib for cost in costs)


def _whole_process(material: Material, rounds: int) -> Iterator[Row]:
    """(a) The command line against LibreOffice printing our DOCX with the same faces."""
    if shutil.which("soffice") is None:
        print("(a) LibreOffice is not installed", file=sys.stderr)
        return
    runs = (ours(material, "one"), ours_in_formats(material, "one", "docx,pdf,ofd"), office(material, "one"))
    (mine, _), (three, _), (its, _) = map(_median, _interleaved(rounds, *runs))
    yield Row("(a) one issue to PDF, whole process / LibreOffice", f"{mine:.2f} s", f"{its:.2f} s", mine / its, 0.35)
    yield Row("(a) the issue to DOCX, PDF and OFD / LibreOffice's one PDF", f"{three:.2f} s", f"{its:.2f} s", three / its, 1)


def _in_process(material: Material, rounds: int) -> Iterator[Row]:
    """(b) First export and export after one changed character against Typst's first and warm compilation."""
    times: dict[str, list[dict[str, float]]] = {"ours": [], "typst": []}
    for turn in range(rounds + 1):
        for engine, kept in times.items():
            command = [sys.executable, "-m", "tests.bench.in_process", engine, str(material.folder)]
            ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
            if turn:
                kept.append(json.loads(ran.stdout))
    for key, what in (("first", "first export"), ("warm", "after one changed character")):
        mine, its = (statistics.median(found[key] for found in times[engine]) for engine in ("ours", "typst"))
        yield Row(f"(b) {what}, in process / Typst", f"{mine * 1000:.0f} ms", f"{its * 1000:.0f} ms", mine / its, 1)


def _big(material: Material, rounds: int) -> Iterator[Row]:
    """(c) The text a hundred times over, whole process, time and memory against Typst; a very long issue as tagged PDF/A by both."""
    mine, its = map(_median, _interleaved(rounds, ours(material, "big"), typst(material, "big")))
    yield _against_typst("(c) 100 times the text, whole process / Typst", mine, its, 0.6)
    yield Row("(c) the same, peak memory / Typst", f"{mine[1]:.0f} MiB", f"{its[1]:.0f} MiB", mine[1] / its[1], 0.75)
    mine, its = map(_median, _interleaved(rounds, ours(material, "long"), typst(material, "long", ARCHIVE)))
    refuse_other_kinds(material.file("long.pdf"), material.file("long-typst.pdf"))
    yield _against_typst("(c) a text of 460 pages to tagged PDF/A-2b, whole process / Typst", mine, its, 0.75)


def _against_typst(what: str, mine: tuple[float, float], its: tuple[float, float], goal: float) -> Row:
    return Row(what, f"{mine[0]:.2f} s", f"{its[0]:.2f} s", mine[0] / its[0], goal)


def _key_strokes(material: Material, _rounds: int) -> Iterator[Row]:
    """(d) Key strokes in the middle of those pages."""
    command = [sys.executable, "-m", "tests.bench.key_strokes", str(material.file("big.jianbao"))]
    found = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    for key, what, goal in (("same", "same line count", 5.0), ("changed", "line count changed", 16.0)):
        seconds = sorted(found[key])
        p95 = seconds[int(len(seconds) * 0.95)] * 1000
        middle = statistics.median(seconds) * 1000
        yield Row(f"(d) key stroke on {found['pages']} pages, {what}, p95", f"{p95:.1f} ms", f"median {middle:.1f}", p95, goal, " ms")


def _window(material: Material, _rounds: int) -> Iterator[Row]:
    """(e) Warm starts to the shown window, as the program tells."""
    seconds = []
    for turn in range(6):
        command = [sys.executable, "-m", "app", "--startup-time"]
        env = dict(os.environ, QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"), BIANBAO_DATA=str(material.file("data")))
        ran = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
        if turn:
            seconds.append(float(ran.stdout.split()[-1]))
    middle = statistics.median(seconds)
    yield Row("(e) start to the shown window, median of five", f"{middle:.2f} s", "", middle, 1.0, " s")


def _long_window(material: Material, what: str, stem: str) -> dict[str, Any]:
    """What `tests.bench.in_window` says of an issue."""
    command = [sys.executable, "-m", "tests.bench.in_window", what, str(material.file(f"{stem}.jianbao"))]
    env = dict(os.environ, QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"), BIANBAO_DATA=str(material.file("data")))
    found: dict[str, Any] = json.loads(subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout)
    return found


def _part(seconds: Sequence[float], part: float) -> float:
    """The time that so many of the strokes or frames keep, ms."""
    return sorted(seconds)[int(len(seconds) * part)] * 1000


def _window_keys(material: Material, _rounds: int) -> Iterator[Row]:
    """(f) Keys to the window until the pages are painted, and (i) the memory that the window took for it."""
    found = _long_window(material, "keys", "hundred")
    stages = ", ".join(f"{name} {seconds * 1000:.1f}" for name, seconds in found["stages"].items())
    for key, what in (("same", "same line count"), ("changed", "line count changed")):
        for part, goal in ((0.95, 16.0), (0.99, 33.0)):
            took = _part(found[key], part)
            row = f"(f) key to painted page, {found['pages']} pages in the window, {what}, p{part * 100:.0f}"
            yield Row(row, f"{took:.1f} ms", f"medians: {stages}", took, goal, " ms")
    pause = found["pause"] * 1000
    yield Row("(f) outline, panel and status line when typing pauses", f"{pause:.1f} ms", "", pause, 33.0, " ms")
    yield Row("(i) peak memory of that window", f"{found['peak_mib']:.0f} MiB", "", found["peak_mib"], 300.0, " MiB")


def _window_proof(material: Material, _rounds: int) -> Iterator[Row]:
    """(k) Keys while the issue is proofread in the background against keys with the proofreading off."""
    found = _long_window(material, "proof", "hundred")
    on, off = (statistics.median(found[name]) * 1000 for name in ("on", "off"))
    yield Row(f"(k) key on {found['pages']} pages while it is proofread / proofreading off", f"{on:.1f} ms", f"{off:.1f} ms", on / off, 1.2)


def _window_scroll(material: Material, _rounds: int) -> Iterator[Row]:
    """(g) Scrolling through a very long issue at fit width."""
    found = _long_window(material, "scroll", "long")
    took, middle = _part(found["frames"], 0.95), _part(found["frames"], 0.5)
    yield Row(f"(g) frame of scrolling through {found['pages']} pages, p95", f"{took:.1f} ms", f"median {middle:.1f}", took, 16.0, " ms")


def _window_open(material: Material, rounds: int) -> Iterator[Row]:
    """(h) Opening a file in the running window until its first page is painted."""
    seconds = statistics.median([_long_window(material, "open", "hundred")["open"] for _ in range(rounds + 1)][1:])
    yield Row("(h) opening the 100 pages in the window", f"{seconds:.2f} s", "", seconds, 1.0, " s")


def _search(material: Material, _rounds: int) -> Iterator[Row]:
    """(s) Words in twenty years of issues and submissions, the worst of many queries, each with its excerpts."""
    folder = material.file("archive")
    folder.mkdir()
    command = [sys.executable, "-m", "tests.bench.archive", str(folder)]
    found = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    for both, what in ((False, f"{found['articles']} articles"), (True, f"{found['texts']} articles and submissions")):
        rows = [row for row in found["rows"] if row["both"] == both]
        worst = max(rows, key=lambda row: row["then"])
        first = max(row["first"] for row in rows) * 1000
        middle = statistics.median(row["then"] for row in rows) * 1000
        said = f"“{worst['typed']}”; median query {middle:.0f}, worst first time {first:.0f}"
        yield Row(
            f"(s) worst of {len(rows)} searches in {what}", f"{worst['then'] * 1000:.0f} ms", said, worst["then"] * 1000, 100.0, " ms"
        )


_MEASURES: dict[str, Callable[[Material, int], Iterator[Row]]] = {
    "a": _whole_process,
    "b": _in_process,
    "c": _big,
    "d": _key_strokes,
    "e": _window,
    "f": _window_keys,
    "g": _window_scroll,
    "h": _window_open,
    "k": _window_proof,
    "s": _search,
}


def _print_table(rows: Sequence[Row]) -> None:
    head = ("what", "ours", "other", "found", "goal", "")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row.cells()) + " |")


if __name__ == "__main__":
    sys.exit(main())
