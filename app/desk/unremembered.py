"""Issues that were saved while the library was away become a small list beside the settings, and are remembered when it is back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.atomic import write_atomically
from app.desk.remembering import remember
from app.errors import UserError
from app.store.jianbao import load

if TYPE_CHECKING:
    from app.store.library.library import Library

_FILE = "unremembered.json"


def note_unremembered(data: Path, paths: Iterable[Path]) -> None:
    """Put issues on the list. Raises `UserError` where that can't be written."""
    wanted = dict.fromkeys([*unremembered(data), *paths])
    write_atomically(data / _FILE, json.dumps([str(path) for path in wanted], ensure_ascii=False).encode("utf-8"), private=True)


def unremembered(data: Path) -> list[Path]:
    """The issues on the list; a list that can't be read is none, for every issue is told of anew when it is saved again."""
    try:
        found = json.loads((data / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    return [Path(name) for name in found if isinstance(name, str)] if isinstance(found, list) else []


def remember_them(library: Library, data: Path) -> None:
    """Let the library know the issues of the list as they stand in their files; those whose file is gone are let go."""
    for path in unremembered(data):
        try:
            issue = load(path).issue
        except UserError:
            continue
        remember(library, issue, path)
    with suppress(OSError):
        (data / _FILE).unlink(missing_ok=True)
