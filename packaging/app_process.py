"""Arguments of the program become the process that runs it, from any current folder."""

from __future__ import annotations

import os
from pathlib import Path


def app_command(python: Path, arguments: list[str]) -> list[str]:
    """The command line; -P keeps a folder `app` in the user's current folder from being taken for the program."""
    return [str(python), "-P", "-m", "app", *arguments]


def app_environment(checkout: Path) -> dict[str, str]:
    """The environment in which Python finds the program in its checkout, while paths in arguments stay relative to the user's folder."""
    return {**os.environ, "PYTHONPATH": str(checkout)}
