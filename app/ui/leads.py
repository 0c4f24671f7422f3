"""A paragraph's text becomes the stretch that its lead sentence (段首句) takes."""

from __future__ import annotations

import re

from app.model.issue import MarkKind, Paragraph

_FIRST_SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’）》」』]*")
_BLANKS = " \u3000\u00a0"


def lead_length(text: str, chosen: int = 0) -> int:
    """How many characters the lead takes: up to `chosen`, the end of what is selected, else the first sentence, else the whole line.

    0 where there is nothing to mark. Blanks at its end are no part of it.
    """
    sentence = _FIRST_SENTENCE.match(text)
    length = min(chosen, len(text)) or (sentence.end() if sentence else len(text))
    return len(text[:length].rstrip(_BLANKS))


def lead_end(paragraph: Paragraph) -> int:
    """Where the lead sentence ends, 0 without one."""
    return max((mark.end for mark in paragraph.marks if mark.kind is MarkKind.LEAD and mark.start == 0), default=0)
