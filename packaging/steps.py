"""What set-up is doing becomes plain lines with a step counter and percentages.

Everything goes to standard error: with arguments `run.py` is the command line of the program, whose standard output is the user's.
"""

from __future__ import annotations

import sys
from typing import TextIO


class SetupError(Exception):
    """Set-up cannot go on; the text says in plain words why and what to do."""


class Steps:
    """Prints `[2/4] ...` for each step, and how far a long one has come."""

    def __init__(self, total: int, out: TextIO | None = None) -> None:
        self._out = sys.stderr if out is None else out
        self._total = total
        self._number = 0
        self._shown = -1
        self._text = ""
        self._live = self._out.isatty()

    def step(self, text: str) -> None:
        """Begin the next step."""
        self._end_live_line()
        self._number += 1
        self._write(f"[{self._number}/{self._total}] {text}\n")

    def say(self, text: str) -> None:
        """Add a line to the step that is under way."""
        self._end_live_line()
        self._write(f"      {text}\n")

    def percent(self, text: str, done: float) -> None:
        """Show how far a download has come (0 to 100): one live line on a terminal, every quarter in a log."""
        whole = max(0, min(100, int(done)))
        if not self._live:
            whole -= whole % 25
        if text != self._text:
            self._text, self._shown = text, -1
        if whole == self._shown or (not self._live and whole < self._shown):
            return
        self._shown = whole
        self._write(f"\r      {text} {whole:3d} %\x1b[K" if self._live else f"      {text} {whole} %\n")
        if whole == 100:
            self._end_live_line()

    def _end_live_line(self) -> None:
        if self._live and self._shown >= 0:
            self._write("\n")
        self._shown = -1

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
