"""Set-up says where it stands: a counter, and percentages that fit a terminal and a log."""

from __future__ import annotations

import io

from steps import Steps


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_steps_are_counted(log: io.StringIO) -> None:
    steps = Steps(2, log)
    steps.step("first")
    steps.say("done")
    steps.step("second")
    assert log.getvalue() == "[1/2] first\n      done\n[2/2] second\n"


def test_a_log_gets_a_line_every_quarter(log: io.StringIO) -> None:
    steps = Steps(1, log)
    for done in range(101):
        steps.percent("downloading", done)
    steps.percent("unpacking", 10)
    lines = [line.strip() for line in log.getvalue().splitlines()]
    assert lines == [*(f"downloading {done} %" for done in (0, 25, 50, 75, 100)), "unpacking 0 %"]


def test_a_terminal_gets_one_live_line() -> None:
    terminal = Terminal()
    steps = Steps(1, terminal)
    for done in (0, 1, 1.5, 2):
        steps.percent("downloading", done)
    steps.say("stopped")
    text = terminal.getvalue()
    assert text.count("\r") == 3
    assert text.endswith("2 %\x1b[K\n      stopped\n")
