"""A program at work is cut off at random moments, again and again, and what is left must be the state before its last step or after it.

Three kinds of cut: the process is killed from outside; it dies in the middle of a write, of which a part reaches the disk; it dies just
before or after a finished file takes its place. What was renamed into place without having been forced to disk is cut short, as a power cut
may do.
"""

from __future__ import annotations

import os
import signal
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sqlalchemy import select

from app.desk.handing import export_office, incoming
from app.desk.publish import Task
from app.model.issue import Issue
from app.model.submission import SubmissionRecord
from app.store import backups, jianbao, pens, proofs
from app.store.journal import holds_moment, read_moment
from app.store.library.library import Library
from app.store.library.schema_signing import SIGNED, STAGES
from app.ui.settings import SettingsFile
from tests.power_cuts.work import GUESTS, TODAY, Desk, Expected, after, do, pen_proof, step
from tests.ui.bulletins import composed

_SHORTEST_S, _LONGEST_S = 0.02, 0.1
_MOST_STEPS = 60
_MOST_WRITES = 5
_OFFICE = 20
"""After so many cuts a new office begins, lest all the time go into looking at a large one."""
_MEMORY = "/dev/shm"
"""Whom a kill ends leaves the system's memory alone, so the disk need not be waited for."""
_LOOKED_AT = 8
"""So many of the submissions and signed issues are opened after each cut, those of the last steps."""


@dataclass(slots=True)
class Figures:
    """What many cuts came to."""

    cuts: int = 0
    steps: int = 0
    begun: Counter[str] = field(default_factory=Counter)
    kept: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        within = "、".join(f"{name} {count}" for name, count in self.begun.most_common())
        return (
            f"{self.cuts} cuts in {self.seconds:.0f} s over {self.steps} finished steps; {self.begun.total()} within a step ({within}), "
            f"of which {self.kept} stood nevertheless; every file whole, every library opened without a word"
        )


def cut_many(cuts: int, seed: int) -> Figures:
    """Work and cut off, again and again; assert after each cut that nothing is half."""
    figures, random, began = Figures(), Random(seed), time.monotonic()
    issue = composed().issue
    number = 1
    for at in range(0, cuts, _OFFICE):
        with tempfile.TemporaryDirectory(dir=_MEMORY if Path(_MEMORY).is_dir() else None) as name:
            folder = Path(name) / "data"
            folder.mkdir()
            _write_guest(Path(name))
            number = _cut(folder, issue, seed, number, min(_OFFICE, cuts - at), random, figures)
    figures.seconds = time.monotonic() - began
    return figures


def _cut(folder: Path, issue: Issue, seed: int, number: int, cuts: int, random: Random, figures: Figures) -> int:
    """Some cuts in one office; the number of the next step."""
    expected = Expected()
    for _ in range(cuts):
        begun, done = _work(folder, issue, seed, number, random)
        for at in range(number, done + 1):
            expected = after(expected, seed, at)
        figures.cuts += 1
        figures.steps += done - number + 1
        number = done + 1
        left = _left(folder)
        if begun > done:
            figures.begun[step(seed, begun)[0]] += 1
            following = after(expected, seed, begun)
            assert left in (expected, following), _difference(left, expected, following, step(seed, begun)[0])
            if left != expected:
                expected = following
                figures.kept += 1
            number = begun + 1
        assert left == expected, _difference(left, expected, expected, "nothing")
    return number


def _work(folder: Path, issue: Issue, seed: int, number: int, random: Random) -> tuple[int, int]:
    """Fork a program off that works from step `number` on, and cut it off; the last step that it began, and the last that it finished."""
    reading, writing = os.pipe()
    kind, choice = random.choice(("kill", "write", "rename")), random.randrange(2**32)
    process = os.fork()
    if not process:
        os.close(reading)
        try:
            if kind != "kill":
                _die_at(kind, Random(choice), folder)
            library = Library.in_file(folder / "library.db", folder / "backups" / "library", TODAY)
            desk = Desk(folder, library, issue)
            for at in range(number, number + _MOST_STEPS):
                os.write(writing, f"begin {at}\n".encode())
                do(desk, seed, at)
                os.write(writing, f"done {at}\n".encode())
        except BaseException as error:  # noqa: BLE001 - told to the parent
            os.write(writing, f"failed {type(error).__name__}: {error}\n".encode())
        os.kill(os.getpid(), signal.SIGKILL)
    os.close(writing)
    if kind == "kill":
        time.sleep(Random(choice).uniform(_SHORTEST_S, _LONGEST_S))
        os.kill(process, signal.SIGKILL)
    with os.fdopen(reading, "rb") as pipe:
        lines = pipe.read().decode().splitlines()
    os.waitpid(process, 0)
    begun = done = number - 1
    for line in lines:
        verb, _, rest = line.partition(" ")
        assert verb != "failed", rest
        if verb == "begin":
            begun = int(rest)
        else:
            done = int(rest)
    return begun, done


def _die_at(kind: str, random: Random, folder: Path) -> None:
    """In the program: let it die at one of its next writes, or renames."""
    sync, rename = os.fsync, os.replace
    left = random.randrange(_MOST_WRITES)
    synced: set[int] = set()

    def dying_sync(file: int) -> None:
        nonlocal left
        if kind == "write" and not left:
            size = os.fstat(file).st_size
            os.ftruncate(file, random.randint(max(0, size - 60_000), size))
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        sync(file)
        synced.add(os.fstat(file).st_ino)

    def dying_rename(source: object, target: object, **more: object) -> None:
        nonlocal left
        forced = os.stat(source).st_ino in synced  # type: ignore[arg-type]  # noqa: PTH116
        if kind == "rename" and not left and random.random() < 0.5:
            os.kill(os.getpid(), signal.SIGKILL)
        rename(source, target, **more)  # type: ignore[arg-type]
        if kind == "rename" and not left:
            if not forced and Path(str(target)).suffix != ".db":
                os.truncate(target, os.stat(target).st_size // 2)  # type: ignore[arg-type]  # noqa: PTH116
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    os.fsync, os.replace = dying_sync, dying_rename  # type: ignore[assignment]


def _left(folder: Path) -> Expected:
    """What the next start finds. Everything that is there must be whole."""
    library = Library.in_file(folder / "library.db", folder / "backups" / "library", TODAY)
    assert library.notice == "", library.notice
    records = {record.id: (record.note, record.state.value) for record in library.records()}
    for record in sorted(records)[-_LOOKED_AT:]:
        assert library.text(record) and all(library.data(file.digest) for file in library.files(record))
    lists = library.office_lists()
    signed: dict[str, tuple[bool, ...]] = {}
    ids = {number.issue for number in library.signed.numbers("云湖简报")}
    with library.access.reading() as connection:
        for row in connection.execute(select(SIGNED.c.issue, SIGNED.c.lifted).order_by(SIGNED.c.issue, SIGNED.c.turn)):
            signed[row.issue] = (*signed.get(row.issue, ()), bool(row.lifted))
    assert ids == set(signed)
    for issue in sorted(ids)[-_LOOKED_AT:]:
        assert all(library.signed.data(issue, turn + 1) and library.signed.articles(issue, turn + 1) for turn in range(len(signed[issue])))
    stages = {issue: stage for issue, stage in _stages(library).items() if issue not in ids}  # signing sets the others
    library.close()
    files = _files(folder)
    _look_at_copies(folder, len(records))
    leader = lists.leaders[0].name if lists.leaders else ""
    assert len(lists.leaders) <= 1
    return Expected(records, frozenset(lists.ignored), leader, signed, stages, files)


def _stages(library: Library) -> dict[str, str]:
    with library.access.reading() as connection:
        return {row.issue: row.stage for row in connection.execute(select(STAGES))}


def _files(folder: Path) -> dict[str, int]:
    """The stores of one file, each read by the program's own reader: which step wrote what stands there."""
    found: dict[str, int] = {}
    if (file := folder / "本期.jianbao").exists():
        found["save"] = _key_in(file)
    if holds_moment(folder / "journal"):
        found["journal"] = int(read_moment(folder / "journal").state.issue.key, 16)
    versions = [_key_in(version.file) for version in backups.versions(folder / "versions")]
    if versions:
        assert versions == sorted(versions, reverse=True)
        found["version"] = versions[0]
    kept = [_key_in(proof.file) for proof in proofs.proofs(folder / "proofs")]
    if kept:
        assert kept == sorted(kept, reverse=True)
        found["proof"] = kept[0]
    notes = pens.load_notes(pen_proof(folder))
    if notes.changes:
        found["pens"] = int(notes.changes[0].asked_by)
    settings = folder / "settings.json"
    if settings.exists():
        person = SettingsFile(settings).load().person
        assert person, "the settings were lost: a file cut short counts as none"
        found["settings"] = int(person)
    template = folder / "templates" / "云湖.toml"
    if template.exists():
        data = template.read_bytes()
        assert len(data) % 200 == 0 and data == data[: len(data) // 200] * 200
        found["template"] = int(data[: len(data) // 200].decode("unicode_escape").partition("云湖")[2].rstrip('"}'))
    return found


def _key_in(file: Path) -> int:
    """Which step wrote an issue; a file that was looked at and is the same file still is whole."""
    state = file.stat()
    known = _SEEN.get(file)
    if known is None or known[0] != (state.st_ino, state.st_mtime_ns, state.st_size):
        known = _SEEN[file] = (state.st_ino, state.st_mtime_ns, state.st_size), int(jianbao.load(file).issue.key, 16)
    return known[1]


_SEEN: dict[Path, tuple[tuple[int, int, int], int]] = {}


def _look_at_copies(folder: Path, submissions: int) -> None:
    """Libraries that were carried are empty or whole; a hand-over file is whole; copies before a merge are libraries."""
    for path in folder.glob("carried-*.db"):
        other = Library.in_new_file(path)
        assert len(other.records()) <= submissions + 60
        other.close()
        for file in folder.glob(f"{path.name}*"):
            file.unlink()
    file = folder / "交接.jiaojie"
    if file.exists() and _SEEN.get(file, ((), 0))[0] != (stamp := (file.stat().st_ino, file.stat().st_mtime_ns, file.stat().st_size)):
        _SEEN[file] = stamp, 0
        with incoming(file, folder, Task()) as came:
            assert dict(came.comes.counts)["来稿"] == len(came.library.records())
    for path in (folder / "backups" / "library").glob("before-merge-*.db"):
        copy = Library.in_new_file(path)
        copy.records()
        copy.close()
        path.unlink()


def _write_guest(folder: Path) -> None:
    library = Library.in_new_file(folder / "guest.db")
    for one in GUESTS:
        library.add(SubmissionRecord(one, "2026-03-05T09:30", title=f"客{one[-1]}"), f"客人的来稿{one[-1]}")
    export_office(library, folder / "guest", folder / "guest.jiaojie", Task(), originals=True)
    library.close()


def _difference(left: Expected, before: Expected, after_: Expected, name: str) -> str:
    """Where what is left is neither the one nor the other."""
    parts = [part for part in Expected.__slots__ if getattr(left, part) not in (getattr(before, part), getattr(after_, part))]
    said = {part: (getattr(left, part), getattr(before, part)) for part in parts}
    return f"cut in {name}: {said or 'parts of both'}"
