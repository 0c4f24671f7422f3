"""The program's command line, run inside the test process with a data folder and faces of its own."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.desk.intake import save_issue
from app.desk.log import stop_log
from app.main import main
from app.model.issue import Issue
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended and what it printed."""

    status: int
    out: str
    err: str


class Command:
    """Runs commands in `folder`; relative names are files there."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        monkeypatch.setenv("BIANBAO_DATA", str(folder / "data"))
        monkeypatch.chdir(folder)

    def __call__(self, *words: str | Path, stdin: bytes = b"") -> Outcome:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main([str(word) for word in words])
        stop_log()
        printed = self._capsys.readouterr()
        return Outcome(status, printed.out, printed.err)

    def reports(self) -> list[Path]:
        """The crash reports that were written."""
        return sorted((self.folder / "data" / "reports").glob("*"))


def cell_options() -> list[str]:
    """--font options that set every role in the cell face."""
    return [word for role, face in cell_faces().faces.items() for word in ("--font", f"{role.label}={face.id.path}")]


def saved(folder: Path, issue: Issue | None = None) -> Path:
    """A small issue as a file."""
    path = folder / "第7期.jianbao"
    save_issue(issue or bulletin(template(), stories(2, 2)), path)
    return path
