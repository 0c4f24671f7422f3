"""A call of apt-get becomes percentages while it runs and one line of complaint when it fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from steps import Steps

# Waits for another package tool to end; never asks; tells its progress on channel 3 for machines to read.
_OPTIONS = ["-o", "APT::Status-Fd=3", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0", "-o", "Acquire::Retries=2"]
# Channel 3 is our pipe, and what apt and the packages' scripts say goes to the file of complaints. The pipe must not be their standard
# output: apt makes its progress channel non-blocking, and then scripts that print fail at a full pipe. The shell opens channel 3
# behind sudo, which would close it.
_REDIRECT = ["/bin/sh", "-c", 'exec "$@" 3>&1 1>&2', "sh"]
_KINDS = {"dlstatus": "downloading", "pmstatus": "installing"}


def available() -> bool:
    """Whether this system has apt-get at all."""
    return shutil.which("apt-get") is not None


def root_prefix() -> list[str] | None:
    """What a command needs before it to run as root: nothing, or sudo where it asks no password; None where neither is to be had."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]):
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]
    return None


def run(arguments: Sequence[str], steps: Steps, prefix: Sequence[str] = (), folder: Path | None = None) -> str:
    """Run apt-get with the arguments, telling `steps` the percentages; the reason when it failed, else an empty string."""
    command = [*prefix, *_REDIRECT, "apt-get", *_OPTIONS, *arguments]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    package_errors: list[str] = []
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints:
        with subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as process:
            for line in process.stdout or ():
                kind, _, rest = line.rstrip().partition(":")
                fields = rest.split(":")
                if kind == "pmerror":
                    package_errors.append(rest)
                elif kind in _KINDS and len(fields) > 1:
                    steps.percent(_KINDS[kind], _number(fields[1]))
        if process.returncode == 0:
            return ""
        complaints.seek(0)
        errors = [line.strip() for line in complaints if line.startswith(("E:", "sudo:"))]
        found = package_errors[:1] + errors[-1:]
        return "; ".join(found) or f"apt-get ended with status {process.returncode}"


def debian_archive(options: Sequence[str] = ()) -> str | None:
    """The address from which this system fetches Debian's own packages; empty where it has none, None where it has no package lists."""
    wanted = ["--format", "$(ORIGIN)\t$(LABEL)\t$(REPO_URI)", "Created-By: Packages", "Component: main"]
    command = ["apt-get", *options, "indextargets", *wanted]
    told = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    rows = [line.split("\t") for line in told.stdout.splitlines()]
    if not any(row[0] for row in rows):
        return None
    return next((row[2] for row in rows if row[:2] == ["Debian", "Debian"] and len(row) == 3), "")


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 0


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
