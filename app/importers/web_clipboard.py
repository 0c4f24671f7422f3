"""The web page that Word, WPS or a browser puts on the clipboard becomes lines of text with what is bold or in 楷体."""

from __future__ import annotations

from dataclasses import dataclass

from app.importers.web.lines import read_lines
from app.importers.web.shown import joined
from app.model.issue import Mark, MarkKind


@dataclass(frozen=True, slots=True)
class MarkedText:
    """Text of which each line is a paragraph, and the marks on it, counted from its first character."""

    text: str
    marks: tuple[Mark, ...] = ()


def read_web_clipboard(html: str) -> MarkedText:
    """The words of a page, a line for each paragraph; what is not shown (styles, scripts, hidden text) is left out."""
    text, kinds = joined(read_lines(html).lines)
    return MarkedText(text, marks_of(kinds))


def marks_of(kinds: list[frozenset[MarkKind]]) -> tuple[Mark, ...]:
    """The marks of a text of which each character's kinds are given, by start."""
    marks: list[Mark] = []
    for kind in MarkKind:
        start = None
        for at, here in enumerate([*kinds, frozenset()]):
            if kind in here and start is None:
                start = at
            elif kind not in here and start is not None:
                marks.append(Mark(start, at, kind))
                start = None
    return tuple(sorted(marks, key=lambda mark: mark.start))
