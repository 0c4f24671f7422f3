"""Printed proofs as files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.store.proofs import KEPT, keep, proofs

NOON = datetime(2031, 3, 8, 12, 0)


def test_proofs_are_listed_newest_first(tmp_path: Path) -> None:
    folder = tmp_path / "proofs"
    assert proofs(folder) == []
    keep(folder, b"one", NOON, "a3f9", "一校")
    keep(folder, b"two", NOON.replace(hour=15), "b001", "二校")
    found = proofs(folder)
    assert [(proof.number, proof.round, proof.mark, proof.printed_at.hour) for proof in found] == [
        (2, "二校", "b001", 15),
        (1, "一校", "a3f9", 12),
    ]
    assert [proof.file.read_bytes() for proof in found] == [b"two", b"one"]


def test_one_more_copy_of_the_newest_is_that_one(tmp_path: Path) -> None:
    keep(tmp_path, b"one", NOON, "a3f9", "一校")
    keep(tmp_path, b"one", NOON.replace(hour=15), "a3f9", "一校")
    assert len(proofs(tmp_path)) == 1


def test_the_oldest_give_way_and_other_files_stay(tmp_path: Path) -> None:
    (tmp_path / "别的.jianbao").write_bytes(b"")
    for number in range(KEPT + 3):
        keep(tmp_path, b"", NOON, f"{number:04x}", "一校")
    assert [proof.number for proof in proofs(tmp_path)] == list(range(KEPT + 3, 3, -1))
    assert (tmp_path / "别的.jianbao").exists()
