"""The settings and the user's folder become the open library: the user's own, or the one that the office keeps on its server."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths

if TYPE_CHECKING:
    from app.store.library.library import Library

_ADDRESS_KEY = "library"
"""The key in settings.json under which an administrator writes the address of the office's PostgreSQL."""

_FILE = "library.db"


def open_library(data: Path | None = None) -> Library:
    """Open the library, made where there is none. `data` is the folder of the user's own data.

    Raises `UserError`; a server out of reach is never replaced by a local library.
    """
    from app.store.library.library import Library

    folder = data or paths.user_data()
    address = library_address(folder)
    if address:
        return Library.on_server(address)
    return Library.in_file(folder / _FILE, folder / "backups" / "library", datetime.now().date())


def has_library(data: Path | None = None) -> bool:
    """Whether there is one already: a file, or an address of the office's server."""
    folder = data or paths.user_data()
    return bool(library_address(folder)) or (folder / _FILE).exists()


def library_address(data: Path) -> str:
    """The address of the office's server by the settings in that folder, "" for the user's own library."""
    try:
        table = json.loads((data / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    address = table.get(_ADDRESS_KEY, "") if isinstance(table, dict) else ""
    return address if isinstance(address, str) else ""
