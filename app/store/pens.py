"""What came back with a printed proof - changes and photos - is kept in files beside it, which go when it goes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from app.atomic import write_atomically
from app.errors import UserError
from app.model.pen import PenNotes
from app.model.shape import ShapeError, build, plain
from app.store.proofs import Proof

_SUFFIX = ".pens.json"
_MOST_BYTES = 8 * 2**20
_MOST_FILES = 60
"""So many of the notes written last are looked into for names."""


def load_notes(proof: Proof) -> PenNotes:
    """What is kept of a proof, nothing where nobody noted anything. Raises `UserError`."""
    try:
        return _read(_file(proof))
    except FileNotFoundError:
        return PenNotes()
    except (OSError, ValueError, ShapeError, RecursionError) as error:
        raise UserError(f"清样·{proof.round}的过稿记录读不出来，可能已损坏。") from error


def save_notes(proof: Proof, notes: PenNotes) -> None:
    """Keep the notes of a proof, and of its photos those that they name. Raises `UserError`."""
    data = json.dumps(plain(notes, sparse=True), ensure_ascii=False, indent=1).encode("utf-8")
    write_atomically(_file(proof), data, private=True)
    named = {photo.name for photo in notes.photos}
    with suppress(OSError):  # a photo that stays for now goes with the proof
        for photo in proof.file.parent.glob(f"{proof.file.stem}.*.jpg"):
            if photo.name not in named:
                photo.unlink()


def save_photo(proof: Proof, jpeg: bytes) -> str:
    """Keep a photo beside its proof; the name of its file. Raises `UserError`."""
    name = f"{proof.file.stem}.{sha256(jpeg).hexdigest()[:16]}.jpg"
    write_atomically(proof.file.with_name(name), jpeg, private=True)
    return name


def photo_file(proof: Proof, name: str) -> Path:
    """Where a photo of a proof is kept; the name comes out of a file and may be anything."""
    return proof.file.with_name(Path(name).name or "-")


def names_asked(root: Path) -> Iterator[str]:
    """Who asked for changes in any issue of which proofs are kept under `root`, the last first, some of them more than once."""
    found: list[tuple[float, Path]] = []
    with suppress(OSError):
        found = [(file.stat().st_mtime, file) for file in root.glob(f"*/*{_SUFFIX}")]
    for _, file in sorted(found, reverse=True)[:_MOST_FILES]:
        with suppress(OSError, ValueError, ShapeError, RecursionError):  # whoever opens that proof is told
            yield from (change.asked_by for change in reversed(_read(file).changes) if change.asked_by)


def _file(proof: Proof) -> Path:
    return proof.file.with_name(proof.file.stem + _SUFFIX)


def _read(file: Path) -> PenNotes:
    with file.open("rb") as opened:
        data = opened.read(_MOST_BYTES)
    return build(PenNotes, json.loads(data.decode("utf-8")))
