"""The place the program runs from becomes the folders it reads and writes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

_APP = "bianbao"


def _bundled(name: str) -> Path:
    """Find a data folder beside the package (checkout), inside it (installed wheel) or in a frozen build."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / name] if frozen else []
    places += [here.parent / name, here / name]
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"data folder {name!r} not found in any of: {', '.join(map(str, places))}")


def resources() -> Path:
    """The folder of icons, word lists and rule tables."""
    return _bundled("resources")


def templates() -> Path:
    """The folder of the bulletin templates that come with the program."""
    return _bundled("templates")


def user_data() -> Path:
    """The folder of the user's own data: fonts fetched at set-up, settings, journal, templates.

    BIANBAO_DATA moves it, for a portable folder and for tests.
    """
    moved = os.environ.get("BIANBAO_DATA")
    return Path(moved) if moved else Path(platformdirs.user_data_dir(_APP, appauthor=False))


def user_fonts() -> Path:
    """The folder where set-up puts the free faces."""
    return user_data() / "fonts"


def user_cache() -> Path:
    """The folder of what can be made again, such as the list of font names."""
    moved = os.environ.get("BIANBAO_DATA")
    return Path(moved) / "cache" if moved else Path(platformdirs.user_cache_dir(_APP, appauthor=False))
