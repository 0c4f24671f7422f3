"""A printed proof is kept, and what was written on it by pen leads to the same words in the issue as it is now (M7)."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.unsigned import version_mark
from app.edit.since import changed_since, place_since
from app.errors import UserError
from app.layout.caret import caret_at
from app.layout.changes import Changes, changed_pages
from app.layout.engine import lay_out
from app.layout.goto import Spot, spot_of
from app.store import proofs
from app.store.jianbao import SUFFIX, Opened, load, to_bytes
from app.store.proofs import Proof

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Layout
    from app.model.issue import Issue

PROOFS = "proofs"
"""The folder of proofs in that of the user's data."""


def keep_proof(folder: Path, issue: Issue, round_: str, now: datetime) -> None:
    """Keep the issue as it was printed. Raises `UserError`."""
    data = to_bytes(Opened(issue, (), ()), issue.key)
    proofs.keep(_folder(folder, issue.key), data, now, version_mark(issue), round_)


def proofs_of(folder: Path, issue: Issue) -> list[Proof]:
    """The kept proofs of an issue, newest first."""
    return proofs.proofs(_folder(folder, issue.key)) if issue.key else []


def open_proof(proof: Proof) -> Issue:
    """What was printed. Raises `UserError`."""
    return load(proof.file).issue


def proof_named(folder: Path, issue: Issue, name: str) -> Issue:
    """What was printed as the newest proof of a round (二校) or with a mark (a3f9), or stands in a file. Raises `UserError`."""
    if name.endswith(SUFFIX):
        return load(Path(name)).issue
    kept = proofs_of(folder, issue)
    found = next((proof for proof in kept if name in (proof.round, proof.mark)), None)
    if found is None:
        there = "、".join(f"{proof.round}（{proof.mark}）" for proof in kept)
        raise UserError(
            f"没有留过叫“{name}”的清样，" + (f"留有的是：{there}。" if there else "这一期还没有留过清样，印清样时加 --keep 就会留。")
        )
    return open_proof(found)


def earlier_proof(folder: Path, key: str) -> Issue | None:
    """The issue of a key as it went to be signed the last time, or its first proof; None where there is none that can be read."""
    kept = proofs.proofs(_folder(folder, key)) if key else []
    for proof in (*(one for one in kept if one.round == "送签"), *reversed(kept)):
        try:
            return open_proof(proof)
        except UserError:  # damaged; the next one serves
            continue
    return None


def forget_proofs(folder: Path, issue: Issue) -> None:
    """Remove the kept proofs of an issue, and what came back with them: the names of those who asked, and the photos."""
    if issue.key:
        proofs.forget(_folder(folder, issue.key))


def spot_on_proof(printed: Issue, written: str, issue: Issue, layout: Layout, faces: FaceSet) -> Spot:
    """Where the words stand now that stood on a page and a line of a proof. Raises `UserError`."""
    spot = spot_of(lay_out(printed, faces), written, printed.template.grid.lines, printed.template.line_twips)
    place = place_since(printed, issue, spot.place)
    caret = caret_at(layout, place, spot.side) if place else None
    if place is None or caret is None:
        raise UserError("清样上那一行的文字现在已经没有了。")
    return Spot(caret.page, spot.line, place, spot.side)


def changes_since(printed: Issue, issue: Issue, layout: Layout, faces: FaceSet) -> Changes:
    """What is not as it was printed: the words, and the pages that have to be printed again."""
    before = lay_out(printed, faces)
    return Changes(changed_since(printed, issue), frozenset(changed_pages(before.pages, layout.pages)), len(before.pages))


def _folder(folder: Path, key: str) -> Path:
    """Where the proofs of an issue are; its key comes out of a file and may be anything."""
    return folder / sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
