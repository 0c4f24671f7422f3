"""Of the settings those that are the office's go into a hand-over file, and of what came as settings those that fit are taken."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from app.desk.archive_names import check_pattern
from app.errors import UserError

_MOST_SPARE = 9_999
_KINDS: dict[str, type] = {
    **{"off_rules": tuple, "helps": tuple, "digits_set_headings": bool, "lock_lines": bool},
    **{"print_paper": str, "print_spare": int, "print_contact": str},
    **{"archive_pattern": str, "archive_kinds": tuple},
}
"""What the office set; where windows stand, which printer and which folders there are and what was opened last are the machine's."""


def settings_of_office(data: Path) -> dict[str, object]:
    """Those that stand in the folder of the user's data."""
    try:
        table = json.loads((data / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: table[key] for key in _KINDS if key in table} if isinstance(table, dict) else {}


def fitting_settings(found: Mapping[str, object]) -> dict[str, object]:
    """Of what came, that which is the office's and what it should be; anything else stays as it is here."""
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in found.items() if key in _KINDS}
    return {key: value for key, value in values.items() if _fits(key, value)}


def _fits(key: str, value: object) -> bool:
    if type(value) is not _KINDS[key]:
        return False
    if isinstance(value, int):
        return 0 <= value <= _MOST_SPARE
    if isinstance(value, tuple):
        return all(isinstance(item, str) and _is_text(item) for item in value)
    return isinstance(value, str) and _is_text(value) and (key != "archive_pattern" or _names_issues(value))


def _is_text(value: str) -> bool:
    """Whether a file can hold it, which half of a character it can't."""
    return not any("\ud800" <= char <= "\udfff" for char in value)


def _names_issues(pattern: str) -> bool:
    try:
        check_pattern(pattern)
    except UserError:
        return False
    return True
