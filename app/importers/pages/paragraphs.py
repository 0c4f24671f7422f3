"""The lines of columns become paragraphs: by first-line indents, by lines that end early, by a change of size or face, by wider gaps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

from app.importers.clean.characters import BULLETS
from app.importers.pages.glyph import Font
from app.importers.pages.lines import Line
from app.importers.raw import RawParagraph
from app.importers.raw_runs import RawRun, paragraph_of
from app.records import dataclass

_INDENT_EM = 0.8
_SLACK_EM = 0.6
"""What justified setting leaves at a full line's end."""
_WIDER_GAP = 1.45
"""A gap between lines that is so much wider than usual parts paragraphs."""
_LARGER = 1.15
_LEAST_LINES = 4
"""Lines from which a column's own pitch is told."""
_ITEM = re.compile(rf"[●•■◆○◇□▲△★☆※➢✦►▪\uf06c\uf06e\uf075\uf0d8\uf0b7\uf0fc]|[{re.escape(BULLETS)}]\s|【[^】]*】")
"""What stands at the head of an item, and a 栏目; a dash alone may begin a line of prose."""
_CENTRED_EM = 1.0
"""How far the middle of a centred line may be from the column's."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Where the lines of a column begin and end, in points, and from baseline to baseline."""

    left: float
    right: float
    pitch: float
    size: float


def measures_of(pages: Sequence[Sequence[Sequence[Line]]]) -> list[list[Measure]]:
    """The measure of each column of each page. A column whose lines are all short takes that of another page that it fits into."""
    own = [[(_measure(column), column) for column in columns] for columns in pages]
    known = [measure for page in own for measure, column in page if len(column) >= _LEAST_LINES]
    return [[_widened(measure, column, columns, known) for measure, column in page] for page, columns in zip(own, pages, strict=True)]


def _widened(own: Measure, column: Sequence[Line], siblings: Sequence[Sequence[Line]], known: Sequence[Measure]) -> Measure:
    em = own.size
    holding = [other for other in known if other.left <= own.left + 0.3 * em and other.right >= own.right - 0.3 * em]
    top, bottom = column[0].y, column[-1].y
    beside = [line for lines in siblings if lines is not column for line in lines if top - em < line.y < bottom + em]
    free = [other for other in holding if not any(line.left < other.right - em and line.right > other.left + em for line in beside)]
    widest = max(free, key=lambda other: other.right - other.left, default=None)
    pitch = own.pitch if len(column) >= _LEAST_LINES else median(other.pitch for other in known) if known else own.pitch
    return Measure(widest.left, widest.right, pitch, em) if widest else replace(own, pitch=pitch)


def paragraphs_of(column: Sequence[Line], measure: Measure) -> list[list[Line]]:
    """The lines of each paragraph."""
    found: list[list[Line]] = []
    for line in column:
        if found and not _begins(found[-1], line, measure):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def goes_on(last: Sequence[Line], first: Line, measure: Measure, own: Measure) -> bool:
    """Whether a paragraph at a column's end goes on with the first line of the next column, which has its `own` measure."""
    shift = measure.left - own.left
    moved = replace(first, left=first.left + shift, right=first.right + shift, y=last[-1].y + measure.pitch)
    return not _begins(last, moved, measure)


def paragraph(lines: Sequence[Line], measure: Measure, body_size: float) -> RawParagraph:
    """The words of the lines as one paragraph, with its look; Latin words at a line's end get the blank that stood there."""
    runs: list[RawRun] = []
    for line in lines:
        if runs and _needs_blank(runs[-1].text, line.text):
            runs.append(replace(runs[-1], text=" "))
        runs += _runs(line)
    title = all(line.size >= body_size * _LARGER for line in lines)
    return paragraph_of(runs, title=title, centred=all(_centred(line, measure) for line in lines))


def _runs(line: Line) -> list[RawRun]:
    """The words of a line in stretches of one look; a blank that was put in looks like what stands before it."""
    looks: list[Font] = []
    for font in line.fonts:
        looks.append(font or looks[-1])
    stretches = groupby(zip(line.text, looks, strict=True), lambda item: (item[1].bold, item[1].face))
    return [RawRun("".join(char for char, _ in stretch), bold, face) for (bold, face), stretch in stretches]


def _measure(column: Sequence[Line]) -> Measure:
    size = Counter(line.size for line in column).most_common(1)[0][0]
    of_size = [line for line in column if abs(line.size - size) < size * 0.1]
    lefts = sorted(line.left for line in of_size)
    rights = sorted((line.right for line in of_size), reverse=True)
    left = next((one for one, other in pairwise(lefts) if other - one < size * 0.5), lefts[0])
    right = next((one for one, other in pairwise(rights) if one - other < size * 1.1), rights[0])
    gaps = [other.y - one.y for one, other in pairwise(of_size) if 0 < other.y - one.y < 4 * size]
    return Measure(left, right, median(gaps) if gaps else 1.75 * size, size)


def _begins(so_far: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Whether a line begins another paragraph."""
    last, first, em = so_far[-1], so_far[0], max(line.size, 1.0)
    if _ITEM.match(line.text) or _ITEM.fullmatch(last.text):
        return True
    if "\t" in line.text or "\t" in last.text:
        return True
    if abs(line.size - last.size) > 0.1 * em or _centred(line, measure) != _centred(last, measure) or _centred(line, measure):
        return True
    if line.y - last.y > measure.pitch * _WIDER_GAP or line.y < last.y:
        return True
    if line.bold and last.bold is not line.bold and all(font is None or font.bold for font in line.fonts):
        return True
    if line.first_word + _SLACK_EM * em < measure.right - last.right:
        return True  # the line before ended although more would have fitted
    margin = so_far[1].left if len(so_far) > 1 else min(first.left, measure.left)
    if line.left > margin + _INDENT_EM * em:
        return True
    return len(so_far) == 1 and line.left > measure.left + _INDENT_EM * em and abs(line.left - first.left) < 0.3 * em


def _centred(line: Line, measure: Measure) -> bool:
    """Whether a line stands in the middle, with room on both sides that no indent explains."""
    before, behind = line.left - measure.left, measure.right - line.right
    return before > 2.5 * line.size and behind > 2.5 * line.size and abs(before - behind) < _CENTRED_EM * 2 * line.size


def _needs_blank(text: str, following: str) -> bool:
    last, first = text[-1:], following[:1]
    return first.isascii() and first.isalnum() and last.isascii() and (last.isalnum() or last in ",.;:")
