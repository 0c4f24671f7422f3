"""Pen changes in order and in numbers."""

from __future__ import annotations

from dataclasses import replace

from app.model.pen import PenChange, PenNotes, PenOrder, PenState, ProofPhoto, counted, listed

CHANGES = (
    PenChange(1, 4, 7, asked_by="李书记"),
    PenChange(2, 3, 12, asked_by="张主任"),
    PenChange(3, asked_by="王市长", wish="全文改"),
    PenChange(4, 3, 2, asked_by="李书记", state=PenState.DONE),
    PenChange(5, 3, 0, asked_by="张主任", state=PenState.REFUSED),
)


def numbers(order: PenOrder) -> list[int]:
    return [change.number for change in listed(CHANGES, order)]


def test_they_stand_as_on_the_paper_as_entered_or_by_person() -> None:
    assert numbers(PenOrder.PLACE) == [3, 5, 4, 2, 1]
    assert numbers(PenOrder.ENTRY) == [1, 2, 3, 4, 5]
    assert numbers(PenOrder.PERSON) == [5, 2, 4, 1, 3]


def test_they_are_counted() -> None:
    assert counted(()) == ""
    assert counted(CHANGES[:4]) == "4 处，已改 1 处，剩 3 处"
    assert counted(CHANGES) == "5 处，已改 1 处，不改 1 处，剩 3 处"
    assert counted([replace(change, state=PenState.DONE) for change in CHANGES]) == "5 处，已改 5 处，过完了"


def test_a_place_is_called_as_on_the_paper() -> None:
    assert [change.written for change in CHANGES] == ["4.7", "3.12", "全文", "3.2", "第 3 页"]


def test_a_new_number_is_none_of_those_there_are() -> None:
    assert PenNotes().next_number == 1
    assert PenNotes(CHANGES[:2]).next_number == 3
    photo = ProofPhoto("a.jpg", 3)
    assert PenNotes((), (photo,)).photo_of(3) is photo and PenNotes((), (photo,)).photo_of(2) is None
