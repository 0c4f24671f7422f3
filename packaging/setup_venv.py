"""A hash-locked list becomes `.venv` in the checkout, once; the second run sees by a stamp that nothing is to be done.

States of `.venv`: absent; `unfinished` marker inside (made or filled half: begin anew, what was downloaded comes from pip's
cache); stamp with the sums of the lists it holds (ready); neither (a developer's own: filled without being wiped).
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

from steps import SetupError, Steps

HERE = Path(__file__).resolve().parent
BUILD_LOCK = HERE / "requirements-build.lock"
RUN_LOCK = HERE / "requirements.lock"
DEV_LOCK = HERE / "requirements-dev.lock"

_STAMP = "bianbao-setup.json"
_UNFINISHED = "bianbao-setup-unfinished"
# The C library that the locked PySide6 was built for, by the tags of its files: manylinux_2_34_x86_64, manylinux_2_39_aarch64.
QT_GLIBC = {"x86_64": (2, 34), "aarch64": (2, 39)}
_PROGRESS_OPTIONS = ["--progress-bar=raw"]  # known to the pip of the build list, not to older ones
_PROGRESS = re.compile(r"Progress (\d+) of (\d+)")
_FETCHING = re.compile(r"\s*Downloading (\S+?)-\S+ \((.+)\)")
_COLLECTING = re.compile(r"(?:Collecting|Requirement already satisfied:) (\S+?)==")
# What would turn pip's installation away from `.venv`, or another Python's modules into it.
_LEADS_ASTRAY = {"PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIREMENT", "PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"}


def python_of(venv: Path) -> Path:
    """The interpreter of the environment."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def is_ready(venv: Path, lock: Path) -> bool:
    """Whether the environment holds what the list says, by its stamp; asks no network and starts nothing."""
    try:
        stamp = json.loads((venv / _STAMP).read_text(encoding="utf-8"))
        return python_of(venv).exists() and not (venv / _UNFINISHED).exists() and _sum(lock) in stamp["locks"]
    except (OSError, ValueError, KeyError, TypeError):
        return False


def set_up_venv(venv: Path, lock: Path, steps: Steps) -> None:
    """Make or complete the environment so that it holds the list. Raises SetupError with what to do when it cannot."""
    if is_ready(venv, lock):
        steps.say("already there")
        return
    refuse_old_system(platform.machine(), *platform.libc_ver())
    unfinished = venv / _UNFINISHED
    if unfinished.exists() or not python_of(venv).exists():
        _make(venv, unfinished, steps)
    else:
        unfinished.touch()
    (venv / _STAMP).unlink(missing_ok=True)
    _pip(venv, ["--upgrade", "-r", str(BUILD_LOCK)], steps, quiet=True)
    _pip(venv, ["--no-build-isolation", "-r", str(lock)], steps)
    # A development list holds the program's list too (a test of the lists says so): `run.py` has nothing to do after `test.py`.
    held = [lock, RUN_LOCK] if lock == DEV_LOCK else [lock]
    stamp = venv / f"{_STAMP}.part"
    stamp.write_text(json.dumps({"locks": [_sum(file) for file in held]}), encoding="utf-8")
    stamp.replace(venv / _STAMP)
    unfinished.unlink()
    steps.say(f"ready: {venv}")


def refuse_old_system(machine: str, library: str, version: str) -> None:
    """Raise SetupError where the locked Qt does not run; pip would only say that it found no matching version."""
    if library != "glibc":
        return
    if machine not in QT_GLIBC:
        raise SetupError(f"The locked Qt is not built for this kind of processor ({machine}).")
    numbers = tuple(int(number) for number in re.findall(r"\d+", version)[:2])
    if len(numbers) == 2 and numbers < QT_GLIBC[machine]:
        needed = ".".join(map(str, QT_GLIBC[machine]))
        raise SetupError(f"This system has glibc {version}; the locked Qt needs {needed} or newer on {machine}.")


def _make(venv: Path, unfinished: Path, steps: Steps) -> None:
    if venv.exists():
        steps.say("an earlier set-up was interrupted: beginning anew (what was downloaded is kept)")
        shutil.rmtree(venv)
    venv.mkdir(parents=True)
    unfinished.touch()
    result = subprocess.run(
        [sys.executable, "-m", "venv", str(venv)], env=_environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if result.returncode:
        raise SetupError(f"Python could not make {venv}: {_last_line(result.stdout + result.stderr)}")


def _pip(venv: Path, arguments: list[str], steps: Steps, quiet: bool = False) -> None:
    """Install by pip exactly what a list says, file by file with its sum."""
    command = [str(python_of(venv)), "-m", "pip", "install", "--require-hashes", "--no-deps", "--no-input", "--disable-pip-version-check"]
    if not quiet:
        command += _PROGRESS_OPTIONS
    lines: list[str] = []
    package = ""
    with subprocess.Popen(
        [*command, *arguments],
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            if found := _PROGRESS.match(line):
                if int(found[2]) > 2_000_000:  # only what takes a while
                    steps.percent(package, 100 * int(found[1]) / int(found[2]))
                continue
            lines.append(line.rstrip())
            if found := _FETCHING.match(line):
                package = f"downloading {found[1]} ({found[2]})"
            elif found := _COLLECTING.match(line):
                package = found[1]
            elif line.startswith("Installing collected packages") and not quiet:
                steps.say(f"installing {line.count(',') + 1} packages")
    if process.returncode:
        raise SetupError(
            f"pip could not install the locked packages: {_last_error(lines)}\n"
            "Please look at the network and run the same command again; what was downloaded is kept."
        )


def _environment() -> dict[str, str]:
    return {**{key: value for key, value in os.environ.items() if key not in _LEADS_ASTRAY}, "PYTHONUTF8": "1"}


def _last_error(lines: list[str]) -> str:
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR:")]
    return errors[0] if errors else _last_line("\n".join(lines))


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "it said nothing"


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
