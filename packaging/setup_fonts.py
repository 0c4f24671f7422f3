"""Debian's package of Chinese TeX fonts becomes five free faces in the user's data folder.

The bulletin faces of the offices (仿宋_GB2312, 楷体_GB2312, 方正小标宋, 黑体) are commercial. Fandol is the free set closest to them,
but its files are GPL (with an exception for the documents set in them), so they are fetched from Debian and never passed on by us.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import apt_get
from deb_file import DebError, wanted_files
from steps import Steps

PACKAGE = "texlive-lang-chinese"
DOWNLOAD_MB = 49


@dataclass(frozen=True, slots=True)
class Face:
    """A file that set-up brings, with what it must be."""

    size: int
    sha256: str


FACES = {
    "FandolFang-Regular.otf": Face(6961384, "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9"),
    "FandolKai-Regular.otf": Face(7790552, "ea7e7fb4f9b3ac694a68d43946e04d21deed6e8c29a7c2d3081e1a4138f2f827"),
    "FandolSong-Bold.otf": Face(5777588, "ffa76a70e128947a4dd22151d5ee829b23e24ce3cb6fe8ad49891cd1c2d9e9b9"),
    "FandolSong-Regular.otf": Face(4947904, "a3820003227d4abe31fe28b493200d94a849ccfd078b50a019264f70353020b0"),
    "FandolHei-Regular.otf": Face(5808908, "4afa97aa8751e0118617df88272b58d43691b5cffb7ea024c4580496e9f34d28"),
}

# The files in which Windows, WPS and the Chinese desktops keep the four official text faces: one of each line is enough.
OFFICIAL_FILES = (
    {"simfang.ttf", "fangsong_gb2312.ttf", "仿宋_gb2312.ttf"},
    {"simkai.ttf", "kaiti_gb2312.ttf", "楷体_gb2312.ttf"},
    {"simhei.ttf"},
    {"fzxbsjw.ttf", "fzxbsk.ttf", "方正小标宋简体.ttf", "方正小标宋_gbk.ttf"},
)

_FALLBACK_NOTICE = "The program works without them: Noto Serif SC then stands in for 仿宋, 楷体 and 小标宋, and it says so."
_TRY_AGAIN = "Set-up tries again tomorrow, or at once when packaging/test.py is run."
_LAST_TRY = ".last-try"
_DAY_S = 24 * 60 * 60
_UNSANDBOXED = ["-o", "APT::Sandbox::User=root"]  # apt's own user may not write into a user's folder


def user_data(environment: dict[str, str] | None = None, system: str = sys.platform) -> Path:
    """The folder of the user's own data, as `app.paths.user_data` has it, but by the standard library alone."""
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


def missing_faces(folder: Path) -> list[str]:
    """Names of the faces that are not in the folder. A file's size is enough: it gets its name only after its sum was checked."""
    return [name for name, face in FACES.items() if not _has_size(folder / name, face.size)]


def tried_lately(folder: Path) -> bool:
    """Whether fetching the faces failed within a day: until then a run does not wait for the network again, nor repeat the notice."""
    try:
        age_s = time.time() - (folder / _LAST_TRY).stat().st_mtime
    except OSError:
        return False
    return 0 <= age_s < _DAY_S


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


def set_up_fonts(folder: Path, steps: Steps) -> bool:
    """Bring the missing faces into the folder. True when all are there; else the reason was said and the program does without.

    The half of the package that came before an interruption stays in `folder/.download`, where the next run goes on with it.
    """
    if not missing_faces(folder):
        steps.say("already there")
        return True
    partial = folder / ".download"
    try:
        partial.mkdir(parents=True, exist_ok=True)
        deb = download_package(partial, steps)
        if deb is not None:
            unpack(deb, folder, steps)
            shutil.rmtree(partial, ignore_errors=True)
            (folder / _LAST_TRY).unlink(missing_ok=True)
            steps.say(f"{len(FACES)} faces in {folder}")
            return True
    except DebError as error:
        shutil.rmtree(partial, ignore_errors=True)  # a damaged file would be damaged again: begin anew next time
        steps.say(f"The fonts were not installed: {error}. {_FALLBACK_NOTICE} {_TRY_AGAIN}")
    except OSError as error:
        steps.say(f"The fonts were not installed: {error}. {_FALLBACK_NOTICE} {_TRY_AGAIN}")
    with contextlib.suppress(OSError):  # where nothing can be written, the notice is repeated
        (folder / _LAST_TRY).touch()
    return False


def unpack(deb: Path, folder: Path, steps: Steps) -> None:
    """Put the faces of the package file, with their licence and read-me, into the folder; each appears whole or not at all.

    Raises DebError when the package is damaged, lacks a face, or holds another one than the sums say.
    """
    missing = set(missing_faces(folder))

    def wanted(path: PurePosixPath) -> bool:
        return path.name in missing or (path.parts[-2:-1] == ("fandol",) and path.name.split(".")[0] in ("COPYING", "README"))

    for path, content in wanted_files(deb, wanted, lambda percent: steps.percent("unpacking", percent)):
        if path.name in missing:
            if hashlib.sha256(content).hexdigest() != FACES[path.name].sha256:
                raise DebError(f"{path.name} in the package is not the file that was expected")
            _write_whole(folder / path.name, content)
            missing.discard(path.name)
        else:
            _write_whole(folder / f"Fandol-{path.stem}.txt", gzip.decompress(content) if path.suffix == ".gz" else content)
    if missing:
        raise DebError(f"the package lacks {', '.join(sorted(missing))}")


def download_package(folder: Path, steps: Steps) -> Path | None:
    """Have apt fetch the package file into the folder (no root, no installation). None when it cannot be had; the reason was said."""
    if not apt_get.available():
        steps.say(f"There is no apt on this system, so the free faces (Fandol) are not fetched. {_FALLBACK_NOTICE}")
        steps.say(f"Fandol's .otf files from a TeX installation can be copied into {folder.parent}")
        return None
    steps.say(f"the package {PACKAGE} has {DOWNLOAD_MB} MB; it is unpacked, not installed")
    problem = apt_get.run([*_UNSANDBOXED, "download", PACKAGE], steps, folder=folder)
    if problem:
        # The machine's package lists are missing or too old (a fresh container, or no root to renew them): fetch lists of our own.
        steps.say("asking apt for fresh package lists")
        own = _own_lists(folder)
        problem = apt_get.run([*own, "update"], steps, folder=folder) or apt_get.run([*own, "download", PACKAGE], steps, folder=folder)
    found = sorted(folder.glob(f"{PACKAGE}_*.deb"), key=lambda file: file.stat().st_mtime_ns)
    if not problem and found:
        return found[-1]
    steps.say(f"The package {PACKAGE} could not be fetched ({problem or 'apt left no file'}). {_FALLBACK_NOTICE} {_TRY_AGAIN}")
    return None


def _own_lists(folder: Path) -> list[str]:
    """Options that give apt package lists of its own, so that `apt-get update` needs no root and changes nothing on the machine."""
    lists, cache = folder / "lists", folder / "cache"
    for place in (lists / "partial", cache / "archives" / "partial"):
        place.mkdir(parents=True, exist_ok=True)
    return ["-o", f"Dir::State::Lists={lists}", "-o", f"Dir::Cache={cache}", *_UNSANDBOXED]


def _has_size(file: Path, size: int) -> bool:
    try:
        return file.stat().st_size == size
    except OSError:
        return False


def _write_whole(file: Path, content: bytes) -> None:
    partial = file.with_name(file.name + ".part")
    with partial.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    partial.replace(file)
