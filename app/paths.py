"""The place the program runs from becomes the folders it reads and writes."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
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


def is_file(path: str | Path) -> bool:
    """Whether an ordinary file stands there; a name too long for the system is none, where `Path.is_file` raises."""
    return os.path.isfile(path)  # noqa: PTH113


def user_fonts() -> Path:
    """The folder where set-up puts the free faces."""
    return user_data() / "fonts"


def language_models() -> tuple[Path, ...]:
    """Where a language model of Chinese may lie, most wanted first: set-up's, then that of the input method of some Linux desktops."""
    systems = ("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib")
    return (user_data() / "words" / "zh_CN.lm", *(Path(folder) / "libime" / "zh_CN.lm" for folder in systems))


def user_cache() -> Path:
    """The folder of what can be made again, such as the list of font names."""
    moved = os.environ.get("BIANBAO_DATA")
    return Path(moved) / "cache" if moved else Path(platformdirs.user_cache_dir(_APP, appauthor=False))


def font_folders() -> tuple[Path, ...]:
    """Where fonts may lie, most wanted first: the user's own, the system's, WPS's, the one that comes from PyPI.

    On Windows the registry also names single files outside these folders, so an entry may be a file. Nothing is checked
    for existence here.
    """
    home = Path.home()
    places = [user_fonts()]
    if sys.platform == "win32":
        places += [Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local")) / "Microsoft/Windows/Fonts"]
        places += [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", *_registered_font_files()]
    elif sys.platform == "darwin":
        places += [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    else:
        data_home = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
        data_dirs = (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
        places += [data_home / "fonts", home / ".fonts", *(Path(folder) / "fonts" for folder in data_dirs if folder)]
        # WPS brings its own copies of the official faces; UOS installs applications under /opt/apps.
        places += [
            Path("/opt/kingsoft/wps-office/office6/fonts"),
            Path("/opt/apps/cn.wps.wps-office-pro/files/kingsoft/wps-office/office6/fonts"),
        ]
    package = find_spec("pylopdf_fonts_zh_cn")
    if package is not None and package.origin:
        places.append(Path(package.origin).parent)
    return tuple(dict.fromkeys(places))


def _registered_font_files() -> list[Path]:
    """Font files that Windows has registered by absolute path, for the machine and for the user."""
    if sys.platform != "win32":
        return []
    import winreg

    files = []
    for hive in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
        try:
            key = winreg.OpenKey(hive, r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts")
        except OSError:  # the user has registered none
            continue
        with key:
            for index in range(winreg.QueryInfoKey(key)[1]):
                value = str(winreg.EnumValue(key, index)[1])
                if Path(value).is_absolute():
                    files.append(Path(value))
    return files
