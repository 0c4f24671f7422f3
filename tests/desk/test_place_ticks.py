"""Ticks of places go along with what is edited."""

from __future__ import annotations

import pytest

from app.desk.place_ticks import Ticked, carried
from app.edit.change import Change, Label, Splice
from app.edit.state import EditorState, Place
from app.edit.text_commands import replace_text
from app.model.issue import Issue
from tests.layout.bulletins import bulletin, template

TEXT = "市国税局参加，市国税局发言。"


def state() -> tuple[EditorState, int]:
    made = bulletin(template(), [("第一篇", [TEXT])])
    block = next(block.id for block in made.blocks() if block.text == TEXT)
    return EditorState(made), block


def typed(before: EditorState, block: int, start: int, end: int, words: str) -> tuple[Issue, Change]:
    outcome = replace_text(before, Place(block, start), end, words)
    assert outcome is not None
    return outcome[0].issue, outcome[1]


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize(
    ("start", "end", "words", "moved"),
    [
        (0, 0, "近日，", 10),
        (11, 11, "干部", 7),
        (14, 14, "市国税局", 7),
        (0, 4, "市税务局", 7),
        (7, 11, "市税务局", None),
        (8, 9, "", None),
    ],
)
def test_a_tick_goes_along_with_its_words(start: int, end: int, words: str, moved: int | None, told: bool) -> None:
    before, block = state()
    issue, change = typed(before, block, start, end, words)
    found = carried({Ticked(block, 7, 11, "市国税局"): False}, before.issue, issue, change if told else None)
    assert found == ({} if moved is None else {Ticked(block, moved, moved + 4, "市国税局"): False})


def test_a_tick_goes_with_its_block() -> None:
    before, block = state()
    other = next(one.id for one in before.issue.blocks() if one.id != block)
    gone = Change(Label.MERGE, (Splice(Place(other, 0), Place(block, 0), (other, block), Place(other, 0), 0),), removed=(block,))
    assert carried({Ticked(block, 7, 11, "市国税局"): False}, before.issue, before.issue, gone) == {}
    assert carried({Ticked(-5, 0, 1, "市"): True}, before.issue, before.issue, None) == {}
