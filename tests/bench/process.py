"""A command becomes its wall time and its peak memory, measured by the system."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds from start to end, and the largest resident memory of the process and its children, MiB."""

    seconds: float
    peak_mib: float


def run(command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end; one that fails ends the bench with what it said."""
    log = folder / "stderr.txt"
    started = time.perf_counter()
    with log.open("wb") as errors:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, env=dict(os.environ, **(env or {})))
        _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command[0]} {command[1:4]} ended with {child.returncode}: {log.read_text(errors='replace')[-500:]}")
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Cost(seconds, usage.ru_maxrss / unit)
