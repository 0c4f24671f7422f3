"""What is selected on the pages becomes words to look for, where they are few."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.edit.state import EditorState


def selected_words(state: EditorState | None, longest: int) -> str:
    """The selection's words, if they are at most so many characters and of one block; else ""."""
    selection = state.selection if state else None
    if state is None or selection is None or selection.anchor.block != selection.head.block:
        return ""
    start, end = sorted((selection.anchor.offset, selection.head.offset))
    words = state.issue.block_index[selection.head.block].text[start:end].replace("\n", "")
    return words if len(words) <= longest else ""
