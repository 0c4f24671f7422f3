"""The system and its variables become the folder of the user's own data, as `app.paths.user_data` has it, by the standard library alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def user_data(environment: dict[str, str] | None = None, system: str = sys.platform) -> Path:
    """The folder of the user's own data."""
    env = dict(os.environ) if environment is None else environment
    if moved := env.get("BIANBAO_DATA"):
        return Path(moved)
    home = Path.home()
    if system == "win32":
        return Path(env.get("LOCALAPPDATA") or home / "AppData" / "Local") / "bianbao"
    if system == "darwin":
        return home / "Library" / "Application Support" / "bianbao"
    shared = env.get("XDG_DATA_HOME", "").strip()
    return (Path(shared) if shared else home / ".local" / "share") / "bianbao"
