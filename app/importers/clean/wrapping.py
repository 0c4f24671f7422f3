"""The rows of a text become a measure of how it was hard-wrapped: line width, indents, blank lines between lines."""

from __future__ import annotations

import re
from collections import Counter

from app.importers.lines import Row
from app.records import dataclass
from app.text.chars import BLANKS, HAN, ends_sentence, width_em

_MIN_EM = 22
_MAX_EM = 46
_MIN_LINES = 4
_MIN_FULL = 3
_MIN_MARKED = 2
_MARK = re.compile(r"[，、。；：]")
_ARTEFACT = re.compile(rf"(?<=[{HAN}])[{BLANKS}](?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])[{BLANKS}](?=[{HAN}])")
_NEVER_FIRST = "，。、；：！？”’）》】"
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
        if self.width_em is None or line_em(row) > self.width_em + 4:
            return False
        token = _FIRST_TOKEN.match(follows)
        first = min(width_em(token.group()), 6) if token else 1
        indent = row.indent_em if self.indented else 2 if head else 0
        return line_em(row) + indent + first > self.width_em - _SLACK_EM + 1

    def had_room(self, row: Row, follows: str, head: bool = False) -> bool:
        """Whether the next line's first word would still have fitted on a row: then the row's end was meant."""
        token = _FIRST_TOKEN.match(follows)
        if self.width_em is None or token is None:
            return True
        word = token.group() + (follows[token.end() : token.end() + 1] if follows[token.end() : token.end() + 1] in _NEVER_FIRST else "")
        indent = row.indent_em if self.indented else 2 if head else 0
        return line_em(row) + indent + width_em(word) <= self.width_em

    def is_paragraph_head(self, row: Row) -> bool:
        """Whether a row's indent says that a paragraph begins."""
        return self.indented and row.indent_em >= _INDENT_EM


def line_em(row: Row) -> float:
    """A row's width without the blanks that a converter put between Han and digits."""
    return width_em(_ARTEFACT.sub("", row.body))


def measure(lines: list[Row], bodies: list[str]) -> Wrapping:
    """Find the width at which most longer lines end, if there is one."""
    ems = [line_em(row) for row in lines]
    widths = sorted(em + min(row.indent_em, 2) for em, row in zip(ems, lines, strict=True) if em >= 12)
    if len(widths) < _MIN_LINES:
        return Wrapping()
    width = _common_end(widths)
    if width is None:
        return Wrapping()
    full = [index for index, row in enumerate(lines[:-1]) if width - 3.5 <= ems[index] + min(row.indent_em, 2) <= width + 1]
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
