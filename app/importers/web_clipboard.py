"""The web page that Word, WPS or a browser puts on the clipboard becomes lines of text with what is bold or in 楷体."""

from __future__ import annotations

from app.importers.marking import marks_of
from app.importers.web.lines import read_lines
from app.importers.web.shown import joined
from app.model.issue import Mark
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class MarkedText:
    """Text of which each line is a paragraph, and the marks on it, counted from its first character."""

    text: str
    marks: tuple[Mark, ...] = ()


def read_web_clipboard(html: str) -> MarkedText:
    """The words of a page, a line for each paragraph; what is not shown (styles, scripts, hidden text) is left out."""
    text, kinds = joined(read_lines(html).lines)
    return MarkedText(text, marks_of(kinds))
