"""The settings and the user's folder become the open library: the user's own, or the one that the office keeps on its server."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app import paths
from app.atomic import make_private_folder, write_atomically
from app.errors import UserError

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
    return open_own(folder)


def open_own(data: Path) -> Library:
    """Open the library in the user's own file, whatever the settings name. Raises `UserError`."""
    from app.store.library.library import Library

    return Library.in_file(own_file(data), data / "backups" / "library", datetime.now().date())


def copy_anew(library: Library, data: Path) -> None:
    """Let today's copy of the user's own library be one of what it is now; a server keeps its own copies."""
    from app.store.library import backups

    if not library.access.on_server:
        backups.keep_anew(own_file(data), data / "backups" / "library", datetime.now().date())


def own_file(data: Path) -> Path:
    """The file of the user's own library."""
    return data / _FILE


def has_library(data: Path | None = None) -> bool:
    """Whether there is one already: a file, or an address of the office's server."""
    folder = data or paths.user_data()
    return bool(library_address(folder)) or own_file(folder).exists()


def library_address(data: Path) -> str:
    """The address of the office's server by the settings in that folder, "" for the user's own library."""
    try:
        table = json.loads((data / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    address = table.get(_ADDRESS_KEY, "") if isinstance(table, dict) else ""
    return address if isinstance(address, str) else ""


def write_address(data: Path, address: str) -> None:
    """Let the settings name the office's server from now on, "" for the user's own library. Raises `UserError`; then they are as before."""
    write_settings(data, {_ADDRESS_KEY: address or None})


def write_settings(data: Path, values: Mapping[str, object]) -> None:
    """Write some settings, None to take one out, and leave the others as they are. Raises `UserError`; then all are as before."""
    path = data / "settings.json"
    try:
        table = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    except (OSError, ValueError) as error:
        raise UserError(f"设置“{path}”读不出来，没有改动，请先把它改好或移走。") from error
    if not isinstance(table, dict):
        raise UserError(f"设置“{path}”的内容不对，没有改动，请先把它改好或移走。")
    wanted = {key: value for key, value in {**table, **values}.items() if value is not None}
    make_private_folder(data)
    write_atomically(path, json.dumps(wanted, ensure_ascii=False, indent=1).encode("utf-8"), private=True)


def shown_address(address: str) -> str:
    """An address as it may be read by anybody: without what could be a password."""
    parts = urlsplit(address)
    user, _, host = parts.netloc.rpartition("@")
    name = user.partition(":")[0]
    return f"{parts.scheme}://{name}@{host}{parts.path}" if name else f"{parts.scheme}://{host}{parts.path}"
