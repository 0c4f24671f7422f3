"""What a picture's paragraph becomes where a range, a key or a paste meets it: no text joins a caption, no picture goes unasked."""

from __future__ import annotations

from dataclasses import replace

from app.edit.spans import spliced
from app.model.issue import Paragraph, Role


def as_text(paragraph: Paragraph) -> Paragraph:
    """The words of a caption as body text, without their picture; any other paragraph as it is."""
    return replace(paragraph, role=Role.BODY, picture=None) if paragraph.picture else paragraph


def rest_of(paragraph: Paragraph, end: int, *, passed: bool = False) -> Paragraph:
    """What is left of the paragraph that a range ends in. A picture stands above its caption, whose first character it goes with, or
    with all of it where the range has `passed` it.
    """
    return as_text(spliced(paragraph, 0, end, "")) if end or passed else paragraph


def holds_something(paragraph: Paragraph) -> bool:
    """Whether there is a word, a picture or a table in it."""
    return bool(paragraph.text or paragraph.picture or paragraph.table)
