"""What the program did becomes a small log that is turned over when it has grown; it holds no word of a document."""

from __future__ import annotations

import logging
from pathlib import Path

_LARGEST_BYTES = 500_000
_KEPT = 3
_NAME = "bianbao.log"

LOGGER = logging.getLogger("bianbao")
"""The program's own logger. Callers log what was done, to which kind of file and how long it took: never a text or a name."""


def start_log(folder: Path) -> None:
    """Write to `folder`/bianbao.log from now on. A folder that can't be written costs the log and nothing else.

    The log is turned over here and not by the library's rotating handler, which would load its network handlers as well.
    """
    if _ours():
        return
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _turn_over(folder)
        handler: logging.Handler = logging.FileHandler(folder / _NAME, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.set_name(_NAME)
    LOGGER.addHandler(handler)


def stop_log() -> None:
    """Close the log's file, so that the folder can be moved or removed."""
    for handler in _ours():
        LOGGER.removeHandler(handler)
        handler.close()


def _ours() -> list[logging.Handler]:
    """The handlers that were put here; a host, such as a test runner, may listen as well."""
    return [handler for handler in LOGGER.handlers if handler.get_name() == _NAME]


def _turn_over(folder: Path) -> None:
    """bianbao.log → bianbao.log.1 → … when it has grown; the oldest goes."""
    log = folder / _NAME
    if not log.exists() or log.stat().st_size < _LARGEST_BYTES:
        return
    for age in range(_KEPT - 1, 0, -1):
        older = folder / f"{_NAME}.{age}"
        if older.exists():
            older.replace(folder / f"{_NAME}.{age + 1}")
    log.replace(folder / f"{_NAME}.1")
