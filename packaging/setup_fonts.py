"""Debian's package of Chinese TeX fonts becomes five free faces in the user's data folder.

The bulletin faces of the offices (仿宋_GB2312, 楷体_GB2312, 方正小标宋, 黑体) are commercial. Fandol is the free set closest to them,
but its files are GPL (with an exception for the documents set in them), so they are fetched from Debian and never passed on by us.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from debian_files import Content, Wanted


def _paper(path: PurePosixPath) -> str:
    stem = path.name.split(".")[0]
    return f"Fandol-{stem}.txt" if path.parts[-2:-1] == ("fandol",) and stem in ("COPYING", "README") else ""


FANDOL = Wanted(
    what="the free faces (Fandol)",
    package="texlive-lang-chinese",
    download="49 MB",
    files={
        "FandolFang-Regular.otf": (Content(6961384, "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9"),),
        "FandolKai-Regular.otf": (Content(7790552, "ea7e7fb4f9b3ac694a68d43946e04d21deed6e8c29a7c2d3081e1a4138f2f827"),),
        "FandolSong-Bold.otf": (Content(5777588, "ffa76a70e128947a4dd22151d5ee829b23e24ce3cb6fe8ad49891cd1c2d9e9b9"),),
        "FandolSong-Regular.otf": (Content(4947904, "a3820003227d4abe31fe28b493200d94a849ccfd078b50a019264f70353020b0"),),
        "FandolHei-Regular.otf": (Content(5808908, "4afa97aa8751e0118617df88272b58d43691b5cffb7ea024c4580496e9f34d28"),),
    },
    paper=_paper,
    without="The program works without them: Noto Serif SC then stands in for 仿宋, 楷体 and 小标宋, and it says so.",
    by_hand="Fandol's .otf files from a TeX installation",
)

# The files in which Windows, WPS and the Chinese desktops keep the four official text faces: one of each line is enough.
OFFICIAL_FILES = (
    {"simfang.ttf", "fangsong_gb2312.ttf", "仿宋_gb2312.ttf"},
    {"simkai.ttf", "kaiti_gb2312.ttf", "楷体_gb2312.ttf"},
    {"simhei.ttf"},
    {"fzxbsjw.ttf", "fzxbsk.ttf", "方正小标宋简体.ttf", "方正小标宋_gbk.ttf"},
)


def official_faces_present(folders: Iterable[Path] | None = None) -> bool:
    """Whether all four official text faces are installed on this machine, by the names of their files."""
    found: set[str] = set()
    for folder in system_font_folders() if folders is None else folders:
        for _, _, names in os.walk(folder):
            found.update(name.casefold() for name in names)
    return all(names & found for names in OFFICIAL_FILES)


def system_font_folders() -> list[Path]:
    """Where this system keeps its fonts and its user's."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
        return [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", local / "Microsoft" / "Windows" / "Fonts"]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local" / "share" / "fonts", home / ".fonts"]
