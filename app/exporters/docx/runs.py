"""The spans of a paragraph become runs: cut where the look, a block, a locked line or the line of a title ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.exporters.docx.properties import fonts, own_digits, run_properties
from app.exporters.docx.styles import StyleSheet
from app.exporters.docx.xml import Element, element, printable, text_of, val
from app.layout.flow import FlowParagraph, TextStyle
from app.model.issue import Role
from app.records import dataclass

TURNED = frozenset({Role.MASTHEAD, Role.TITLE, Role.SECTION})
"""Display text: its lines end where the layout turned them, by a line break. Body text has none, so that it re-flows."""

_WEAK_AFTER_LATIN = re.compile("(?<=[!-~])[\u2010-\u2bff\u00b7]+")
_WEAK_AT_HEAD_TOO = re.compile("(?:^|(?<=[!-~]))[\u2010-\u2bff\u00b7]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of a paragraph that make one run, which may begin with a line break or a tab."""

    start: int
    end: int
    style: TextStyle
    block: int
    lock: int | None = None
    lead: str = ""


def pieces_of(paragraph: FlowParagraph, locks: Sequence[int | None]) -> Iterator[Piece]:
    """The runs-to-be in order. `locks` has the letter space of each line that is locked, None for the others."""
    text = paragraph.text
    turned = paragraph.role in TURNED or paragraph.split_line
    turns = set(paragraph.breaks) if turned else set()
    edges = [*paragraph.breaks, len(text)]
    line, at = 0, 0
    for number, span in enumerate(paragraph.spans):
        span_end = at + len(span.text)
        lead = "tab" if number and number == paragraph.tab_split else ""
        while at < span_end:
            while edges[line] <= at:
                line += 1
            stop = line
            while edges[stop] < span_end and edges[stop] not in turns and locks[stop + 1] == locks[line]:
                stop += 1
            end = min(edges[stop], span_end)
            # The blank of a two-part title, or the turn itself, is what the line break stands for.
            printed = at + len(text[at:end].rstrip("\n\u3000 ")) if end in turns else end
            yield Piece(at, printed, span.style, span.block, locks[line], "br" if at in turns else lead)
            at, lead = end, ""


def runs_of(piece: Piece, text: str, base: TextStyle, sheet: StyleSheet) -> Iterator[Element]:
    """The elements of one piece; more than one where marks after Latin text must be told that they are Chinese."""
    lead = [element(piece.lead)] if piece.lead else []
    for content, latin in _by_script(text[piece.start : piece.end], piece, sheet):
        children = list(_properties(piece, base, sheet, latin))
        yield element("r", [*children, *lead, *_content(content)])
        lead = []


def _by_script(content: str, piece: Piece, sheet: StyleSheet) -> Iterator[tuple[str, bool]]:
    """(text, whether its marks may follow the letters before them).

    LibreOffice sets “ ” — … ● in the face of the script before them, and those at the head of a paragraph in the Latin one.
    """
    if not own_digits(sheet.faces, piece.style.face):
        yield content, True
        return
    at = 0
    for found in (_WEAK_AFTER_LATIN if piece.start else _WEAK_AT_HEAD_TOO).finditer(content):
        if at < found.start():
            yield content[at : found.start()], True
        yield found.group(), False
        at = found.end()
    if at < len(content) or not content:
        yield content[at:], True


def _content(content: str) -> Iterator[Element]:
    """Text as `w:t`; a turn set by hand inside it is a line break."""
    for number, part in enumerate(printable(content).split("\n")):
        if number:
            yield element("br")
        if part:
            yield text_of(part)


def _properties(piece: Piece, base: TextStyle, sheet: StyleSheet, latin: bool) -> Iterator[Element]:
    """The run's `w:rPr`, or nothing where it looks like its paragraph's style."""
    found: dict[str, Element] = {}
    if piece.style != base:
        character_style = sheet.character_style(piece.style)
        own = [val("rStyle", character_style)] if character_style else run_properties(piece.style, sheet.faces, base)
        found = {child.tag: child for child in own}
    direct = [] if latin else [fonts(sheet.faces, piece.style.face, digits=False)]
    if piece.lock is not None:
        direct.append(val("spacing", piece.lock))
    found |= {child.tag: child for child in direct}
    if found:
        yield element("rPr", found.values())
