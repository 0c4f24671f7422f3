"""What was typed last becomes what a Chinese text wants there: curly quotes, full-width marks, ——, ……, the next ordinal.

A help looks at the text after a key was taken over and is a step of its own, so that one undo gives back what was typed.
"""

from __future__ import annotations

import re
from enum import StrEnum

from app.edit.change import Label
from app.edit.state import EditorState, Place, stands
from app.edit.text_commands import Outcome, replace_text
from app.model.issue import Paragraph
from app.text.chars import CJK_MARKS, CLOSING, HAN
from app.text.ordinals import next_ordinal, ordinal_of


class Help(StrEnum):
    """The helps that a writer may switch."""

    QUOTES = "quotes"
    MARKS = "marks"
    DASHES = "dashes"
    ORDINALS = "ordinals"


_FULL = {",": "，", ".": "。", ":": "：", ";": "；", "?": "？", "!": "！"}
_CHINESE_BEFORE = re.compile(f"[{HAN}{re.escape(CJK_MARKS)}]$")
_WORD_BEFORE = re.compile(f"[{HAN}{re.escape(CLOSING)}]$")
_LATIN_BEFORE = re.compile("[A-Za-z]$")
_PAIRS = {"—": re.compile(f"(?:^|(?<=[{HAN}{re.escape(CJK_MARKS)}]))--$"), "…": re.compile(r"。[。.]{2}$|(?<![.\d])\.{3}$")}


def help_typing(state: EditorState, helps: frozenset[Help]) -> Outcome:
    """Change the mark before the caret into the one that is meant; None where all is well."""
    block = _block_at_caret(state)
    if block is None or state.selection is None:
        return None
    at = state.selection.head.offset
    before = block.text[:at]
    found = _meant(before, helps)
    if found is None:
        return None
    length, mark = found
    return replace_text(state, Place(block.id, at - length), at, mark, Label.TYPING_HELP)


def number_paragraph(state: EditorState) -> Outcome:
    """Begin a new, empty paragraph with the ordinal that follows its upper neighbour's; None where that one has none."""
    block = _block_at_caret(state)
    if block is None or block.text:
        return None
    row = list(state.issue.block_index.values())
    at = next(number for number, one in enumerate(row) if one.id == block.id)
    above = row[at - 1].text if at and row[at - 1].role is block.role else ""
    ordinal = next_ordinal(above) if above != ordinal_of(above) else ""
    return replace_text(state, Place(block.id, 0), 0, ordinal, Label.TYPING_HELP) if ordinal else None


def _block_at_caret(state: EditorState) -> Paragraph | None:
    selection = state.selection
    if selection is None or not selection.collapsed or not stands(state.issue, selection.head):
        return None
    return state.issue.block_index[selection.head.block]


def _meant(before: str, helps: frozenset[Help]) -> tuple[int, str] | None:
    """How many characters before the caret give way to what; None for none."""
    if Help.DASHES in helps:
        for mark, pattern in _PAIRS.items():
            found = pattern.search(before)
            if found:
                return len(found.group()), mark * 2
    typed, rest = before[-1:], before[:-1]
    if Help.QUOTES in helps and typed in ('"', "'"):
        return _quote(typed, rest)
    if Help.MARKS in helps:
        mark = _full_width(typed, rest)
        return (1, mark) if mark else None
    return None


def _quote(typed: str, before: str) -> tuple[int, str] | None:
    """The curly quote: closing where one is open in this paragraph, else opening; an apostrophe in a Latin word stays."""
    if typed == "'" and _LATIN_BEFORE.search(before):
        return None
    opening, closing = "“”" if typed == '"' else "‘’"
    is_open = before.rfind(opening) > before.rfind(closing)
    return 1, closing if is_open else opening


def _full_width(typed: str, before: str) -> str:
    """The full-width form of a mark behind Chinese text, "" where the half-width one is right."""
    if typed == "(":
        return "（" if not before or _CHINESE_BEFORE.search(before) else ""
    if typed == ")":
        return "）" if before.rfind("（") > max(before.rfind("）"), before.rfind("(")) else ""
    if typed == "." and before.endswith("。"):  # on the way to ……
        return "。"
    return _FULL.get(typed, "") if _WORD_BEFORE.search(before) else ""
