"""The rows of a text become a measure of how it was hard-wrapped: line width, indents, blank lines between lines."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from app.importers.lines import Row
from app.text.chars import ends_sentence, width_em

_MIN_EM = 22
_MAX_EM = 46
_MIN_LINES = 4
_MIN_FULL = 3
_MIN_MARKED = 2
_MARK = re.compile(r"[，、。；：]")
_MIN_SUPPORT = 0.1
_FIRST_TOKEN = re.compile(r"[A-Za-z0-9.%]+|.")
_SLACK_EM = 2.6
_INDENT_EM = 1.5


@dataclass(frozen=True, slots=True)
class Wrapping:
    """`width_em` is None where lines are not wrapped; `indented`: paragraphs begin with an indent, other lines don't;
    `spaced`: more blank lines stand between paragraphs than the `blanks_between` lines of one."""

    width_em: float | None = None
    indented: bool = False
    blanks_between: int = 0
    spaced: bool = False

    def is_full(self, row: Row, follows: str, head: bool = False) -> bool:
        """Whether a row is so long that the first word of the next line had no place on it; a paragraph's `head` may have an indent."""
        if self.width_em is None or row.width_em > self.width_em + 4:
            return False
        token = _FIRST_TOKEN.match(follows)
        first = min(width_em(token.group()), 6) if token else 1
        indent = row.indent_em if self.indented else 2 if head else 0
        return row.width_em + indent + first > self.width_em - _SLACK_EM + 1

    def is_paragraph_head(self, row: Row) -> bool:
        """Whether a row's indent says that a paragraph begins."""
        return self.indented and row.indent_em >= _INDENT_EM


def measure(lines: list[Row], bodies: list[str]) -> Wrapping:
    """Find the width at which most longer lines end, if there is one."""
    widths = sorted(row.width_em + min(row.indent_em, 2) for row in lines if row.width_em >= 12)
    if len(widths) < _MIN_LINES:
        return Wrapping()
    width = _common_end(widths)
    if width is None:
        return Wrapping()
    full = [index for index, row in enumerate(lines[:-1]) if width - 3.5 <= row.width_em + min(row.indent_em, 2) <= width + 1]
    going_on = [index for index in full if not ends_sentence(bodies[index])]
    marked = sum(bool(_MARK.search(bodies[index])) for index in going_on)
    long_lines = sum(1 for value in widths if value > width + 4)
    if len(full) < _MIN_FULL or len(going_on) < 0.5 * len(full) or marked < _MIN_MARKED or long_lines > len(full):
        return Wrapping()
    continued = [lines[index + 1] for index in full if not ends_sentence(bodies[index])]
    plain = sum(row.indent_em < _INDENT_EM for row in continued)
    heads = sum(row.indent_em >= _INDENT_EM and row.width_em > 12 for row in lines)
    blanks = sorted(row.blanks_before for row in continued)
    between = blanks[len(blanks) // 2] if blanks else 0
    after_ends = [lines[i + 1] for i, row in enumerate(lines[:-1]) if ends_sentence(bodies[i]) and row.width_em < width - 4]
    spaced = len(after_ends) >= 2 and sum(row.blanks_before > between or row.turned for row in after_ends) >= 0.8 * len(after_ends)
    return Wrapping(width, heads >= 2 and plain >= 0.8 * len(continued), between, spaced)


def _common_end(widths: list[float]) -> float | None:
    """The width at which most lines end, looking at widths from 22 to 46 em: the widest one that is not a rare exception."""
    inside = [value for value in widths if value <= _MAX_EM + 1]
    best, best_count = None, 0
    for value in sorted({round(value * 2) / 2 for value in inside if _MIN_EM <= value <= _MAX_EM}):
        count = sum(value - 3.5 <= width <= value + 0.5 for width in inside)
        if count > best_count:
            best, best_count = value, count
    if best is None:
        return None
    # Within that window the wrap width itself is met often; a longer line is a heading or a mark that hangs over.
    near = Counter(round(width * 2) / 2 for width in inside if best - 3.5 <= width <= best + 3)
    return max(value for value, count in near.items() if count >= max(1, _MIN_SUPPORT * best_count))
