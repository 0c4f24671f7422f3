"""Ticks of places go along with what is edited."""

from __future__ import annotations

import pytest

from app.desk.place_ticks import Ticked, carried
from app.edit.change import Change
from app.edit.paragraph_commands import merge_with_previous, remove_paragraph, split_paragraph
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


def test_a_tick_goes_into_the_paragraph_that_takes_its_words() -> None:
    made = bulletin(template(), [("第一篇", ["近日，", TEXT])])
    first, second = (next(block.id for block in made.blocks() if block.text == text) for text in ("近日，", TEXT))
    ticks = {Ticked(second, 7, 11, "市国税局"): False}
    merged = merge_with_previous(EditorState(made), second)
    assert merged is not None
    (there,) = carried(ticks, made, merged[0].issue, merged[1])
    assert there == Ticked(first, 10, 14, "市国税局")
    split = split_paragraph(merged[0], Place(first, 3))
    assert split is not None
    (back,) = carried({there: False}, merged[0].issue, split[0].issue, split[1])
    assert back.block != first and back.start == 7
    gone = remove_paragraph(EditorState(made), second)
    assert gone is not None and carried(ticks, made, gone[0].issue, gone[1]) == {}
    assert carried(ticks, made, gone[0].issue, None) == {}, "undone"
