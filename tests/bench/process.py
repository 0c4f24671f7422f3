"""A command becomes its wall time and its peak memory, measured by the system.

A process starts out with the memory of the one that started it, as far as the system's peak is concerned. So a small launcher
starts the command and measures it, and not the bench with its fonts and texts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds from start to end, and the largest resident memory of the process and its children, MiB."""

    seconds: float
    peak_mib: float


_LAUNCHER = """
import json, os, subprocess, sys, time
started = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
print(json.dumps([time.perf_counter() - started, os.waitstatus_to_exitcode(status), usage.ru_maxrss]))
"""


def run(command: Sequence[str], env: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end; one that fails ends the bench with what it said."""
    launcher = [sys.executable, "-I", "-S", "-c", _LAUNCHER, *command]
    ran = subprocess.run(launcher, cwd=ROOT, env=dict(os.environ, **(env or {})), capture_output=True, text=True, check=True)
    seconds, status, peak = json.loads(ran.stdout)
    if status:
        raise SystemExit(f"{command[0]} {command[1:4]} ended with {status}: {ran.stderr[-500:]}")
    return Cost(seconds, peak / (1024**2 if sys.platform == "darwin" else 1024))
