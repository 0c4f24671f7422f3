"""An issue as it was printed becomes one more numbered proof in the user's own folder; the oldest give way."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app.atomic import make_private_folder, write_atomically
from app.records import dataclass
from app.store.jianbao import SUFFIX

KEPT = 20
_NAME = re.compile(r"(\d{4,})_(\d{8}T\d{6})_([0-9a-f]{4})_(\w{1,12})\.jianbao")
_TIME = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof that was printed: `round` is 一校 and so on, `mark` what stands in its head, by which equal versions are known."""

    file: Path
    number: int
    printed_at: datetime
    mark: str
    round: str


def proofs(folder: Path) -> list[Proof]:
    """The proofs, newest first."""
    try:
        names = list(folder.iterdir())
    except OSError:
        return []
    found = [_proof(item, match) for item in names if (match := _NAME.fullmatch(item.name))]
    return sorted(found, key=lambda proof: proof.number, reverse=True)


def keep(folder: Path, data: bytes, printed_at: datetime, mark: str, round_: str) -> None:
    """Keep a proof; one more copy of the newest is that one. Raises `UserError`."""
    kept = proofs(folder)
    if kept and (kept[0].mark, kept[0].round) == (mark, round_):
        return
    make_private_folder(folder)
    number = kept[0].number + 1 if kept else 1
    write_atomically(folder / f"{number:04}_{printed_at.strftime(_TIME)}_{mark}_{round_}{SUFFIX}", data, private=True)
    for old in kept[KEPT - 1 :]:
        for file in folder.glob(f"{old.file.stem}.*"):  # with what came back with it
            with suppress(OSError):
                file.unlink()


def forget(folder: Path) -> None:
    """Remove all proofs in a folder, with what came back with them."""
    with suppress(OSError):
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


def _proof(file: Path, match: re.Match[str]) -> Proof:
    number, printed_at, mark, round_ = match.groups()
    return Proof(file, int(number), datetime.strptime(printed_at, _TIME), mark, round_)
