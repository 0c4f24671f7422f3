"""The first words of a paragraph become a brief's title, where the paragraph is one: "title。text" or 【title】text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.importers.forms import BRIEFS, EDITOR_NOTE, ITEM, OPENER
from app.importers.structure.line import Line
from app.text.chars import width_em

MAX_LEAD_EM = 36
_MIN_LEAD_EM = 6
_BRACKETED = re.compile(r"^【(?P<title>[^】，。；：]{5,30})】(?P<rest>.*[。！”].*)$")


def is_brief_lead(lead: str, rest: str, line: Line, section: str | None, closed: bool) -> bool:
    """Whether the words before a paragraph's first full stop are a title: under a 栏目 of briefs or behind a bullet."""
    if not section or not (BRIEFS.search(section) or (line.bullet and closed)) or not rest.strip():
        return False
    if not _MIN_LEAD_EM <= width_em(lead) <= MAX_LEAD_EM or re.search("[，；：]", lead) or ITEM.match(lead):
        return False
    return bool(line.bullet) or not OPENER.match(lead) or "月" not in lead[:4]


def bracketed_brief(text: str, beside: Sequence[str], may_begin: bool, follows_brief: bool) -> tuple[str, str] | None:
    """(title, text) of a 【title】text that is one of several; below another title such words are headings of its text.

    `beside` are the lines around it, `may_begin` says that no titled article is at hand, `follows_brief` that a brief is.
    """
    found = _BRACKETED.match(text)
    if not found or EDITOR_NOTE.match(text) or not may_begin:
        return None
    if not follows_brief and not any(_BRACKETED.match(line) for line in beside):
        return None
    return found["title"].strip(), found["rest"].strip()
