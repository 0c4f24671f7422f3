"""A Debian package becomes a few checked files of it, with their licences, in a folder of the user's; nothing is installed.

What others may not be handed by us is brought this way: the fonts, and the language model.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import apt_get
from deb_file import DebError, wanted_files
from steps import Steps

_TRY_AGAIN = "Set-up tries again tomorrow, or at once when packaging/test.py is run."
_LAST_TRY = ".last-try"
_DAY_S = 24 * 60 * 60
_KEYS = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
"""By which Debian signs all its releases, on Debian itself."""
_UNSANDBOXED = ["-o", "APT::Sandbox::User=root"]  # apt's own user may not write into a user's folder


@dataclass(frozen=True, slots=True)
class Content:
    """What a file must be."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Files that set-up takes out of a Debian package, and what it says of them."""

    what: str
    """How they are called within a sentence."""
    package: str
    download: str
    """How much apt fetches."""
    files: Mapping[str, tuple[Content, ...]]
    """By name what each must be: one of these, since Debian's versions differ."""
    paper: Callable[[PurePosixPath], str]
    """A path in the package to the name under which it is kept as the files' licence or read-me; empty for any other."""
    without: str
    """What the program does without them."""
    by_hand: str
    """What can be put into the folder where there is no apt."""
    release: str = ""
    """The release of Debian whose version is wanted; where it can't be had the system's own version serves, unless `strictly`."""
    strictly: bool = False


def missing(wanted: Wanted, folder: Path) -> list[str]:
    """Names of the files that are not in the folder. A file's size is enough: it gets its name only after its sum was checked."""
    return [name for name, contents in wanted.files.items() if _size(folder / name) not in {content.size for content in contents}]


def tried_lately(folder: Path) -> bool:
    """Whether fetching into the folder failed within a day: until then a run does not wait for the network again, nor repeat the notice."""
    try:
        age_s = time.time() - (folder / _LAST_TRY).stat().st_mtime
    except OSError:
        return False
    return 0 <= age_s < _DAY_S


def bring(wanted: Wanted, folder: Path, steps: Steps) -> bool:
    """Bring the missing files into the folder. True when all are there; else the reason was said and the program does without.

    The half of the package that came before an interruption stays in `folder/.download`, where the next run goes on with it.
    """
    if not missing(wanted, folder):
        steps.say("already there")
        return True
    partial = folder / ".download"
    try:
        partial.mkdir(parents=True, exist_ok=True)
        deb = _download(wanted, partial, steps)
        if deb is not None:
            _unpack(wanted, deb, folder, steps)
            shutil.rmtree(partial, ignore_errors=True)
            (folder / _LAST_TRY).unlink(missing_ok=True)
            steps.say(f"ready: {folder}")
            return True
    except DebError as error:
        shutil.rmtree(partial, ignore_errors=True)  # a damaged file would be damaged again: begin anew next time
        steps.say(f"Set-up could not bring {wanted.what}: {error}. {wanted.without} {_TRY_AGAIN}")
    except OSError as error:
        steps.say(f"Set-up could not bring {wanted.what}: {error}. {wanted.without} {_TRY_AGAIN}")
    with contextlib.suppress(OSError):  # where nothing can be written, the notice is repeated
        (folder / _LAST_TRY).touch()
    return False


def _unpack(wanted: Wanted, deb: Path, folder: Path, steps: Steps) -> None:
    """Put the missing files of the package into the folder, the papers first; each appears whole or not at all.

    Raises DebError when the package is damaged, lacks a file, or holds another one than the sums say.
    """
    absent = set(missing(wanted, folder))

    def is_wanted(path: PurePosixPath) -> bool:
        return path.name in absent or bool(wanted.paper(path))

    files: dict[str, bytes] = {}
    for path, content in wanted_files(deb, is_wanted, lambda percent: steps.percent("unpacking", percent)):
        if path.name in absent:
            if hashlib.sha256(content).hexdigest() not in {known.sha256 for known in wanted.files[path.name]}:
                raise DebError(f"{path.name} in the package is not the file that was expected")
            files[path.name] = content
        else:
            _write_whole(folder / wanted.paper(path), gzip.decompress(content) if path.suffix == ".gz" else content)
    if lacking := absent - set(files):
        raise DebError(f"the package lacks {', '.join(sorted(lacking))}")
    for name, content in files.items():
        _write_whole(folder / name, content)


def _download(wanted: Wanted, folder: Path, steps: Steps) -> Path | None:
    """Have apt fetch the package file into the folder (no root, no installation). None when it cannot be had; the reason was said."""
    if not apt_get.available():
        steps.say(f"There is no apt on this system to fetch {wanted.what} with. {wanted.without}")
        steps.say(f"{wanted.by_hand} can be copied into {folder.parent}")
        return None
    package = wanted.package
    steps.say(f"the package {package} has {wanted.download}; it is unpacked, not installed")
    problem = _of_release(wanted, folder, steps) if wanted.release else ""
    if problem and not wanted.strictly:
        steps.say(f"not to be had ({problem}); the system's own version is tried")
    if not wanted.release or (problem and not wanted.strictly):
        problem = apt_get.run([*_UNSANDBOXED, "download", package], steps, folder=folder)
        if problem:
            # The machine's package lists are missing or too old (a fresh container, or no root to renew them): fetch lists of our own.
            steps.say("asking apt for fresh package lists")
            problem = _with_lists(_own_lists(folder), package, folder, steps)
    found = sorted(folder.glob(f"{package}_*.deb"), key=lambda file: file.stat().st_mtime_ns)
    if not problem and found:
        return found[-1]
    steps.say(f"The package {package} could not be fetched ({problem or 'apt left no file'}). {wanted.without} {_TRY_AGAIN}")
    return None


def _of_release(wanted: Wanted, folder: Path, steps: Steps) -> str:
    """Have apt fetch the package of the wanted release from the archive that the system uses; the reason when that can't be."""
    own = _own_lists(folder)
    archive = apt_get.debian_archive()
    if archive is None and not apt_get.run([*own, "update"], steps, folder=folder):
        archive = apt_get.debian_archive(own)
    if not archive:
        return "this system has no archive of Debian"
    steps.say(f"asking for the version of Debian's {wanted.release}")
    source = folder / f"{wanted.release}.list"
    signed = f"[signed-by={_KEYS}] " if _KEYS.is_file() else ""
    source.write_text(f"deb {signed}{archive} {wanted.release} main\n", encoding="utf-8")
    options = [*_own_lists(folder / wanted.release), "-o", f"Dir::Etc::SourceList={source}", "-o", "Dir::Etc::SourceParts=/dev/null"]
    return _with_lists(options, wanted.package, folder, steps)


def _with_lists(options: list[str], package: str, folder: Path, steps: Steps) -> str:
    """Have apt fetch the lists that the options name, and then the package; the reason when it failed."""
    return apt_get.run([*options, "update"], steps, folder=folder) or apt_get.run([*options, "download", package], steps, folder=folder)


def _own_lists(folder: Path) -> list[str]:
    """Options that give apt package lists of its own, so that `apt-get update` needs no root and changes nothing on the machine."""
    lists, cache = folder / "lists", folder / "cache"
    for place in (lists / "partial", cache / "archives" / "partial"):
        place.mkdir(parents=True, exist_ok=True)
    return ["-o", f"Dir::State::Lists={lists}", "-o", f"Dir::Cache={cache}", *_UNSANDBOXED]


def _size(file: Path) -> int | None:
    try:
        return file.stat().st_size
    except OSError:
        return None


def _write_whole(file: Path, content: bytes) -> None:
    partial = file.with_name(file.name + ".part")
    with partial.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    partial.replace(file)
