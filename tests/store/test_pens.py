"""What came back with a proof, as files beside it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from app.errors import UserError
from app.model.pen import PenChange, PenNotes, PenState, ProofPhoto, Words
from app.store.pens import load_notes, names_asked, photo_file, save_notes, save_photo
from app.store.proofs import KEPT, Proof, forget, keep, proofs

NOON = datetime(2031, 3, 8, 12, 0)
CHANGE = PenChange(1, 3, 12, (Words(7, 0, 26),), "张主任", "“积极”改为“主动”", PenState.REFUSED, "以文件为准")


@pytest.fixture
def proof(tmp_path: Path) -> Proof:
    keep(tmp_path / "一", b"", NOON, "a3f9", "一校")
    return proofs(tmp_path / "一")[0]


def test_notes_come_back_as_they_were(proof: Proof) -> None:
    assert load_notes(proof) == PenNotes()
    notes = PenNotes((CHANGE,), (ProofPhoto(save_photo(proof, b"jpeg"), 3, 90),))
    save_notes(proof, notes)
    assert load_notes(proof) == notes
    assert photo_file(proof, notes.photos[0].name).read_bytes() == b"jpeg"
    assert [kept.file for kept in proofs(proof.file.parent)] == [proof.file]


def test_a_photo_that_no_note_names_goes(proof: Proof) -> None:
    photo = photo_file(proof, save_photo(proof, b"jpeg"))
    save_notes(proof, PenNotes())
    assert not photo.exists()


def test_a_name_in_the_notes_leads_nowhere_else(proof: Proof) -> None:
    assert photo_file(proof, "../../x.jpg") == proof.file.with_name("x.jpg")
    assert photo_file(proof, "").parent == proof.file.parent


@pytest.mark.parametrize("data", [b"{", b"[]", b"\xff", b'{"changes": [{"page": 1}]}', b"[" * 100_000])
def test_damaged_notes_are_one_sentence(proof: Proof, data: bytes) -> None:
    proof.file.with_name(f"{proof.file.stem}.pens.json").write_bytes(data)
    with pytest.raises(UserError, match="一校的过稿记录读不出来"):
        load_notes(proof)
    assert list(names_asked(proof.file.parent.parent)) == []


def test_notes_and_photos_go_with_their_proof(proof: Proof) -> None:
    save_notes(proof, PenNotes((CHANGE,), (ProofPhoto(save_photo(proof, b"jpeg"), 3),)))
    for number in range(KEPT):
        keep(proof.file.parent, b"", NOON, f"{number:04x}", "二校")
    assert not list(proof.file.parent.glob(f"{proof.file.stem}*"))


def test_nothing_is_left_when_proofs_are_forgotten(proof: Proof) -> None:
    save_notes(proof, PenNotes((CHANGE,), (ProofPhoto(save_photo(proof, b"jpeg"), 3),)))
    forget(proof.file.parent)
    assert not proof.file.parent.exists()
    forget(proof.file.parent)


def test_names_are_those_of_all_issues(proof: Proof) -> None:
    keep(proof.file.parent.parent / "二", b"", NOON, "b001", "一校")
    other = proofs(proof.file.parent.parent / "二")[0]
    save_notes(proof, PenNotes((CHANGE,)))
    save_notes(other, PenNotes((PenChange(1, asked_by="李书记"), PenChange(2), PenChange(3, asked_by="王市长"))))
    assert set(names_asked(proof.file.parent.parent)) == {"张主任", "李书记", "王市长"}
