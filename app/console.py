"""Lines for whoever called the program become output and complaints; a windowed Python has neither stream."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

from app.errors import UserError


def speak_utf8() -> None:
    """Our texts are Chinese wherever the output goes; Windows would choose an old code page for a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace" if stream is sys.stderr else "replace")


def say(text: str) -> None:
    """Print a text that ends with one line feed. Raises `UserError` where the output takes no more, as a full disk does."""
    if sys.stdout is not None:
        _put(text if text.endswith("\n") else f"{text}\n")


def end_output() -> None:
    """Hand over what is still kept back. Raises `UserError` as `say` does."""
    if sys.stdout is not None:
        _put("")


def close_output() -> None:
    """Keep the interpreter from complaining about an output that nobody takes when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(text: str) -> None:
    """Print one line on standard error; a text with its own last line feed, such as a report, as it is."""
    if sys.stderr is not None:
        sys.stderr.write(text if text.endswith("\n") else " ".join(text.splitlines()) + "\n")


def _put(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough, which is no failure
        raise
    except OSError as error:
        close_output()
        raise UserError("输出写不进去（磁盘已满，或输出已经关闭），请换一个去处再试。") from error
