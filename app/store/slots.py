"""A folder becomes one that a single living program holds; when that program dies, the system itself lets go of it."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from app.atomic import make_private_folder
from app.records import dataclass

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD = "held"


@dataclass(eq=False, slots=True)
class Slot:
    """A folder that this program holds until it releases or removes it, or dies."""

    folder: Path
    _descriptor: int

    def release(self) -> None:
        """Let other programs have it; what is in it stays."""
        if self._descriptor >= 0:
            os.close(self._descriptor)  # closing ends the system's lock
            self._descriptor = -1

    def remove(self) -> None:
        """Remove it with all that is in it, and let go of it."""
        for item in _inside(self.folder):
            if item.name != _HELD:
                with suppress(OSError):
                    item.unlink()
        if sys.platform == "win32":  # an open file can't be removed there
            self.release()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.release()


def take(folder: Path) -> Slot | None:
    """Hold the folder, which is made where there is none; None where a living program holds it. Raises `UserError`, `OSError`."""
    make_private_folder(folder)
    descriptor = os.open(folder / _HELD, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(descriptor)
    except OSError:
        os.close(descriptor)
        return None
    return Slot(folder, descriptor)


def _lock(descriptor: int) -> None:
    """Lock without waiting; raise OSError where somebody has the lock."""
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _inside(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []
