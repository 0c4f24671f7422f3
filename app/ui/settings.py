"""What the window remembers between two starts becomes one small versioned file, tolerant of what a newer version wrote."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from app import paths
from app.atomic import write_atomically
from app.desk.archive_names import PATTERN
from app.errors import UserError
from app.records import dataclass

_VERSION = 1
_MOST_RECENT = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """Plain values only. `person`: who colleagues see has a file open; `commenter`: who made the last comment (批注); `signer`: who signed
    last.

    `geometry` and `splitter` are Qt's own states in hexadecimal.
    """

    recent: tuple[str, ...] = ()
    folder: str = ""
    geometry: str = ""
    splitter: str = ""
    fit: str = "width"
    zoom: float = 1.0
    arrangement: str = "continuous"
    grid: bool = False
    lines: bool = False
    thumbnails: bool = False
    reader: bool = False
    inbox: bool = False
    check: bool = True
    theme: str = "system"
    helps: tuple[str, ...] = ("dashes", "marks", "quotes")
    digits_set_headings: bool = False
    started_before: bool = False
    person: str = ""
    signer: str = ""
    commenter: str = ""
    lock_lines: bool = True
    off_rules: tuple[str, ...] = ()
    printer: str = ""
    printer_shifts: tuple[str, ...] = ()
    print_paper: str = ""
    print_spare: int = 0
    print_contact: str = ""
    archive_folder: str = ""
    archive_pattern: str = PATTERN
    archive_kinds: tuple[str, ...] = (".pdf", ".docx", ".ofd", "sheet", "redline")

    def with_recent(self, path: Path) -> Settings:
        """With `path` as the newest of the recent files and its folder as the one that dialogs start in."""
        name = str(path)
        return replace(self, recent=(name, *(other for other in self.recent if other != name))[:_MOST_RECENT], folder=str(path.parent))

    def without_recent(self, path: Path) -> Settings:
        """Without a file that is gone."""
        return replace(self, recent=tuple(other for other in self.recent if other != str(path)))


class SettingsFile:
    """The file; keys of a newer version that this one doesn't know stay in it."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path if path is not None else paths.user_data() / "settings.json"
        self._other: dict[str, Any] = {}

    def load(self) -> Settings:
        """The settings; those of a first start where the file is missing or can't be read."""
        try:
            table = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Settings()
        if not isinstance(table, dict):
            return Settings()
        known = {field.name: field.default for field in fields(Settings)}
        self._other = {key: value for key, value in table.items() if key not in known}
        return Settings(**{key: _fitting(table[key], default) for key, default in known.items() if key in table})

    def store(self, settings: Settings) -> None:
        """Write them. A folder that can't be written is no reason to disturb anybody: the window just won't remember."""
        self.load()  # the address of the office's library may have been written there since
        table = {**self._other, "version": self._other.get("version", _VERSION), **asdict(settings)}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self.path, json.dumps(table, ensure_ascii=False, indent=1).encode("utf-8"))
        except (OSError, UserError):
            return


def _fitting(value: Any, default: Any) -> Any:  # noqa: ANN401 - JSON in, a field of any plain type out
    """The value where it has the default's type, else the default."""
    if isinstance(default, tuple):
        return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else default
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value if type(value) is type(default) else default
