"""A program that is being typed into is killed at random moments; what is left on the disk becomes figures of what was lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event, Thread

from app.desk.journal import find_lost
from app.desk.saving import earlier_versions, open_version
from app.model.issue import Issue
from app.store.jianbao import load, save
from tests.kill.sequence import text_up_to
from tests.ui.bulletins import composed

ROOT = Path(__file__).resolve().parent.parent.parent
_LONGEST_TYPING_S = 1.8
_LATEST_EARLY_S = 0.5
_LONGEST_START_S = 60.0
_EARLY = 0.15
"""This part of the kills comes while the program starts or brings back what was lost."""


@dataclass(slots=True)
class Figures:
    """What many kills came to."""

    kills: int = 0
    typed: int = 0
    saved: int = 0
    restored: int = 0
    lost_s: list[float] = field(default_factory=list)
    lost_characters: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.typed} characters typed, {self.saved} versions saved, {self.restored} times from the journal; "
            f"lost at most {max(self.lost_s):.2f} s, {max(self.lost_characters)} characters of typing; no unreadable file"
        )


class Programs:
    """Starts the program again and again; what the typist in it reports is read as it comes."""

    def __init__(self, data: Path, file: Path, first_length: int) -> None:
        command = [sys.executable, "-m", "tests.kill.typist", str(file), str(first_length)]
        environment = {**os.environ, "BIANBAO_DATA": str(data), "QT_QPA_PLATFORM": "offscreen"}
        self._server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._process = 0
        self.typed: list[tuple[int, float]] = []
        self.started, self.typing, self.dead = Event(), Event(), Event()
        self._reader = Thread(target=self._read, name="reader")
        self._reader.start()

    def start(self, seed: int) -> None:
        """Start the program and wait until its process is there."""
        assert self._server.stdin is not None
        self.typed = []
        for event in (self.started, self.typing, self.dead):
            event.clear()
        self._server.stdin.write(f"{seed}\n".encode())
        self._server.stdin.flush()
        assert self.started.wait(_LONGEST_START_S)

    def kill(self) -> float:
        """Kill it and wait until it is gone and all its reports are read; the time when it was killed."""
        at = time.monotonic()
        os.kill(self._process, signal.SIGKILL)
        assert self.dead.wait(_LONGEST_START_S)
        return at

    def end(self) -> None:
        """No more programs."""
        if self.started.is_set() and not self.dead.is_set():
            self.kill()
        assert self._server.stdin is not None and self._server.stdout is not None
        self._server.stdin.close()
        self._server.wait()
        self._reader.join()
        self._server.stdout.close()

    def _read(self) -> None:
        assert self._server.stdout is not None
        for line in self._server.stdout:
            if line == b"dead\n":
                self.dead.set()
                continue
            first, second = line.split()
            if first == b"process":
                self._process = int(second)
                self.started.set()
            else:
                self.typed.append((int(first), int(second) / 1e9))
                self.typing.set()


def kill_many(folder: Path, kills: int, seed: int) -> Figures:
    """Start, type, kill and look, again and again on one file; assert at each kill that little is lost and everything can be read."""
    random, figures = Random(seed), Figures()
    data, file = folder / "data", folder / "第7期.jianbao"
    data.mkdir()
    (data / "settings.json").write_text('{"started_before": true}', encoding="utf-8")
    _lend_faces(data)
    issue = composed().issue
    save(issue, file)
    first = next(issue.articles()).paragraphs[-1].text
    count = 0
    programs = Programs(data, file, len(first))
    try:
        for _ in range(kills):
            programs.start(random.randrange(2**32))
            count = _one(programs, figures, random, file, first, count)
    finally:
        programs.end()
    return figures


def _one(programs: Programs, figures: Figures, random: Random, file: Path, first: str, count: int) -> int:
    """One kill; how many typed characters are on the disk then."""
    if random.random() < _EARLY:
        time.sleep(random.uniform(0, _LATEST_EARLY_S))
    else:
        assert programs.typing.wait(_LONGEST_START_S), "nothing could be typed"
        time.sleep(random.uniform(0, _LONGEST_TYPING_S))
    killed_at = programs.kill()
    data = file.parent / "data"
    left, from_journal = _left(data, file)
    text = next(left.articles()).paragraphs[-1].text
    assert text.startswith(first)
    found = len(text) - len(first)
    assert text == first + text_up_to(found)
    assert found >= count, "what was there before the start is gone"
    gone = [at for number, at in programs.typed if number >= found]
    figures.kills += 1
    figures.typed += len(programs.typed)
    figures.restored += from_journal
    figures.saved = max((version.number for version in earlier_versions(data / "backups", file)), default=0)
    figures.lost_s.append(killed_at - gone[0] if gone else 0.0)
    figures.lost_characters.append(len(gone))
    assert figures.lost_s[-1] <= 2.0, f"{figures.lost_s[-1]:.2f} s of typing lost"
    return found


def _left(data: Path, file: Path) -> tuple[Issue, bool]:
    """What the next start would bring back, else the file; everything that was written must be readable."""
    opened = load(file)
    for version in earlier_versions(data / "backups", file):
        open_version(version)
    found = find_lost(data / "journal")
    for lost in found.lost:
        lost.slot.release()
    assert found.unreadable == ()
    assert len(found.lost) <= 1
    return (found.lost[0].issue, True) if found.lost else (opened.issue, False)


def _lend_faces(data: Path) -> None:
    """The user's own faces and the list of their names, so that no start has to look for them anew."""
    from app import paths

    if paths.user_fonts().is_dir():
        (data / "fonts").symlink_to(paths.user_fonts())
    (data / "cache").mkdir()
