"""Texts with marks, cut and put together: what a paragraph's marks become when its text changes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from app.model.issue import TURNED, Mark, Paragraph, Role

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_TURN_BETWEEN_WORDS = re.compile("(?<=[!-~])\n(?=[!-~])")


def clean(text: str) -> str:
    """Text from a keyboard or a clipboard without characters that no issue may hold; line ends become line feeds."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text)).replace("\t", " ")


def one_line(text: str) -> str:
    """Text in one line: a line feed vanishes between Chinese characters and is a blank between Latin words."""
    return _TURN_BETWEEN_WORDS.sub(" ", clean(text)).replace("\n", "")


def fitting(text: str, role: Role) -> str:
    """Text as a block of that role may hold it: only titles and cells have turns."""
    return clean(text) if role in TURNED else one_line(text)


def spliced_marks(marks: Iterable[Mark], start: int, end: int, inserted: int) -> tuple[Mark, ...]:
    """Marks after `start` to `end` gave way to `inserted` characters.

    What is put in at the head of a mark or inside it belongs to it, what is put in at its end does not; a mark whose text is
    gone goes with it.
    """
    shift = inserted - (end - start)
    kept = []
    for mark in marks:
        if mark.end <= start:
            kept.append(mark)
        elif mark.start <= start and end <= mark.end:
            kept.append(replace(mark, end=mark.end + shift))
        elif mark.start < start:
            kept.append(replace(mark, end=start))
        elif mark.end > end:
            kept.append(replace(mark, start=max(mark.start, end) + shift, end=mark.end + shift))
    return tuple(mark for mark in kept if mark.start < mark.end)


def spliced(paragraph: Paragraph, start: int, end: int, text: str) -> Paragraph:
    """The paragraph with `start` to `end` replaced; the same object where that is nothing."""
    if start == end and not text:
        return paragraph
    marks = spliced_marks(paragraph.marks, start, end, len(text))
    return replace(paragraph, text=paragraph.text[:start] + text + paragraph.text[end:], marks=marks)


def joined(head: Paragraph, tail: Paragraph) -> Paragraph:
    """`head` with the text and marks of `tail` behind its own."""
    shift = len(head.text)
    moved = tuple(replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in tail.marks)
    return replace(head, text=head.text + tail.text, marks=head.marks + moved)
