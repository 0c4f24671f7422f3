"""No display becomes the main job without the window: the sample issue, as PDF and DOCX, and how its layout holds."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from app_process import app_command, app_environment
from steps import SetupError

SAMPLE = "示例.jianbao"


def demo_folder(current: Path, user_data: Path) -> Path:
    """Where the sample issue goes: beside the user, or into the user's own data where that may not be written."""
    for folder in (current / "bianbao-demo", user_data / "demo"):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue  # no permission, or a file of that name: the next place serves
        if os.access(folder, os.W_OK | os.X_OK):
            return folder
    raise SetupError(f"Neither {current} nor {user_data} can be written to; please run this in a folder of your own.")


def make_sample(python: Path, checkout: Path, folder: Path) -> int:
    """Compose the sample issue (one that is there is kept), export it, print the files and the layout report.

    The exit status of the first command that went wrong, else 0.
    """
    issue = folder / SAMPLE
    outputs = [issue.with_suffix(".pdf"), issue.with_suffix(".docx")]
    commands = [] if issue.exists() else [["sample", "-o", str(issue)]]
    commands += [["export", str(issue), "-o", str(output)] for output in outputs]
    for command in commands:
        if status := _app(python, checkout, command):
            return status
    print(*(str(file) for file in (issue, *outputs)), sep="\n", flush=True)
    return _app(python, checkout, ["report", str(issue)])


def _app(python: Path, checkout: Path, arguments: list[str]) -> int:
    return subprocess.run(app_command(python, arguments), env=app_environment(checkout), stdin=subprocess.DEVNULL, check=False).returncode
