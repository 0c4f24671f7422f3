"""Two set-ups of one checkout become one after the other: the second waits, and then finds its work done."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from steps import Steps


@contextmanager
def alone(folder: Path, steps: Steps) -> Iterator[None]:
    """Hold the folder's lock, which no file is needed for, and which ends with the process whatever happens to it."""
    if sys.platform == "win32":  # has no such lock; two set-ups at once are the user's own risk there
        yield
    else:
        import fcntl

        descriptor = os.open(folder, os.O_RDONLY)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                steps.say("another set-up of this checkout is running: waiting for it")
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)
