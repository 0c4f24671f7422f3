"""A file that is open in one window becomes one that says so to everybody else, on this computer and on others.

The sign is a small file beside it, which any network share carries. Its owner touches it from time to time; ages are told by the
share's own clock, which stamps the sign and the probe that is written to ask it, for the clocks of two computers differ.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from zlib import crc32

from app.records import dataclass

STALE_S = 300.0
"""A sign that was not touched for so long belongs to nobody; its owner touches it many times in between."""
_HALF_WRITTEN_S = 10.0
_LARGEST_BYTES = 10_000
_SYNCHRONIZE, _ACCESS_DENIED = 0x00100000, 5
"""Windows' words for the right that is asked of a process, and for its refusal."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open. `token` is that of one run of the program; `since` an ISO time of that computer."""

    person: str
    computer: str
    pid: int
    since: str
    token: str


UNKNOWN = Holder("另一个人", "", 0, "", "")
"""Stands for the owner of a sign that is just being written, or can't be read."""


def sign_of(path: Path) -> Path:
    """The sign beside a file; a short name, for shares count a name's bytes."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".~{real.stem[:30]}.{crc32(real.name.encode('utf-8', 'surrogateescape')):08x}.lock")


def holder_of(path: Path, computer: str) -> Holder | None:
    """Who has the file open now; None for nobody, or a program of this `computer` that is dead, or one that was long silent."""
    found = _read(sign_of(path))
    if found is None:
        return None
    holder, touched = found
    if holder.pid and holder.computer == computer and not _alive(holder.pid):
        return None
    age = _share_time(path.parent, touched) - touched
    return None if age > (STALE_S if holder.pid else _HALF_WRITTEN_S) else holder


def signed_by(path: Path) -> Holder | None:
    """Whose sign is up, dead or alive."""
    found = _read(sign_of(path))
    return found[0] if found else None


def acquire(path: Path, me: Holder) -> Holder | None:
    """Put up the sign; None where it is ours now, else who has the file. Raises `OSError` where no sign can be put up."""
    sign = sign_of(path)
    data = json.dumps(asdict(me), ensure_ascii=False).encode("utf-8", "replace")
    for _ in range(3):
        other = holder_of(path, me.computer)
        if other is not None:
            return None if other.token == me.token else other
        _take_down(sign, me)
        try:
            descriptor = os.open(sign, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError:
            continue
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        return None
    return holder_of(path, me.computer) or UNKNOWN


def _take_down(sign: Path, me: Holder) -> None:
    """Remove a dead owner's sign. Of two who try one succeeds; who catches the other's new sign puts it back."""
    dead, aside = _read(sign), sign.with_name(f"{sign.name}.{me.token}")
    if dead is None:
        return
    with suppress(FileNotFoundError):
        sign.rename(aside)
        caught = _read(aside)
        if caught is not None and caught[0] != dead[0]:
            aside.rename(sign)
        else:
            aside.unlink()


def touch(path: Path, me: Holder) -> bool:
    """Say that we still have it; False where the sign is gone or another's by now. Raises `OSError` where the share is out of reach."""
    found = _read(sign_of(path))
    if found is None or found[0].token != me.token:
        return False
    with sign_of(path).open("r+b") as file:  # written, not stamped by us: the share sets the time
        head = file.read(1)
        file.seek(0)
        file.write(head)
    return True


def release(path: Path, me: Holder) -> None:
    """Take our sign down; another's stays."""
    with suppress(OSError):
        found = _read(sign_of(path))
        if found is not None and found[0].token == me.token:
            sign_of(path).unlink()


def _read(sign: Path) -> tuple[Holder, float] | None:
    """What the sign says and when it was touched; None where there is none."""
    try:
        with sign.open("rb") as file:
            data, touched = file.read(_LARGEST_BYTES), os.fstat(file.fileno()).st_mtime
    except FileNotFoundError:
        return None
    try:
        table = json.loads(data)
        person, computer, since, token = (str(table[name]) for name in ("person", "computer", "since", "token"))
        holder = Holder(person, computer, int(table["pid"]), since, token)
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError):
        holder = UNKNOWN
    return holder, touched


def _share_time(folder: Path, otherwise: float) -> float:
    """The time by the clock that stamps files in this folder; `otherwise` where nothing can be written there."""
    probe = folder / f".~{os.getpid()}.time"
    try:
        probe.write_bytes(b".")
        return probe.stat().st_mtime
    except OSError:
        return otherwise
    finally:
        with suppress(OSError):
            probe.unlink()


def _alive(pid: int) -> bool:
    """Whether a process of this computer lives."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(_SYNCHRONIZE, False, pid)
        if handle:
            kernel.CloseHandle(handle)
        return bool(handle) or ctypes.get_last_error() == _ACCESS_DENIED  # another user's lives
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):  # another user's lives; a number beyond the system's is nobody's business
        return True
    return True
