"""A line of running text becomes a paragraph with its level, heading sentence and role."""

from __future__ import annotations

import re

from app.importers.forms import ADDRESSEE, BYLINE, BYLINE_NAMES, BYLINE_TAIL, ORG, heading_level, is_bracketed_source, is_names
from app.importers.found import FoundParagraph
from app.text.chars import ends_sentence, width_em

_MAX_HEADING_EM = 50
_MAX_RUNIN_EM = 42
_MAX_CLOSED_HEADING_EM = 26
_OPEN_END = re.compile(r"[，、：；。]$")
_BRACKETS = "（）()"


def read_paragraph(text: str, line: int, first: bool) -> FoundParagraph:
    """One paragraph. `first`: it is the article's first, where an addressee may stand."""
    if first and ADDRESSEE.match(text):
        return FoundParagraph(text, role="addressee", line=line)
    level = heading_level(text)
    if not level:
        return FoundParagraph(text, line=line)
    head, mark, rest = text.partition("。")
    if not mark:
        is_heading = width_em(text) <= _MAX_HEADING_EM and not _OPEN_END.search(text) and not ends_sentence(text)
        return FoundParagraph(text, level, role="heading", line=line) if is_heading else FoundParagraph(text, line=line)
    if not rest:
        closed = level <= 2 and width_em(head) <= _MAX_CLOSED_HEADING_EM
        return FoundParagraph(text, level, role="heading", line=line) if closed else FoundParagraph(text, line=line)
    if width_em(head) <= _MAX_RUNIN_EM and not re.search("[；：]", head):
        return FoundParagraph(text, runin=head + mark, runin_level=level, line=line)
    return FoundParagraph(text, line=line)


def split_byline(text: str, marks: list[str]) -> tuple[str, str | None]:
    """(text, byline): a line that is a byline, or a paragraph with one in brackets at its end."""
    if BYLINE.match(text) and width_em(text) <= 44:
        return "", _unbracketed(text, marks)
    if is_bracketed_source(text):
        return "", _unbracketed(text, marks)
    person = BYLINE_NAMES.fullmatch(text)
    if person and ORG.search(text[1:].split(" ")[0]):
        return "", _unbracketed(text, marks)
    tail = BYLINE_TAIL.search(text) or BYLINE_NAMES.search(text)
    if tail and (ends_sentence(text[: tail.start()]) or _is_sure(tail.group())) and text[: tail.start()].strip():
        return text[: tail.start()].rstrip(), _unbracketed(tail.group(), marks)
    return text, None


def _is_sure(tail: str) -> bool:
    """Whether brackets say by their words, without a full stop before them, that they hold source or authors."""
    return bool(BYLINE_TAIL.fullmatch(tail)) or is_names(tail.strip(_BRACKETS + " \u3000"))


def _unbracketed(text: str, marks: list[str]) -> str:
    inner = text.strip(_BRACKETS + " \u3000") if text[:1] in _BRACKETS else text
    marks += text.split(inner, 1)
    return inner
