"""Blanks that line breaks, columns and letter-spacing left in Chinese text go; a blank that parts two phrases on purpose stays."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.importers.forms import COPIES, FOOTER_LABEL, LABELLED_LINE, is_names, key
from app.importers.repair import Edit
from app.records import dataclass
from app.text.chars import BLANKS, CJK_MARKS, GAP, HAN, count_han, width_em

_LINE = re.compile(r"[^\n]+")
_GAP = re.compile(rf"(?<=[^\s])[{BLANKS}]+(?=[^\s])")
_HAN = re.compile(f"[{HAN}]")
_MARKS = frozenset(CJK_MARKS)
_SENTENCE_MARK = re.compile(r"[。；！？]|，.*，")
_NAMES_AT_END = re.compile(rf"(?<=。)[（(][{HAN}]{{2,20}}[{BLANKS}][{HAN}{BLANKS}、]{{2,20}}[）)]{GAP}$")
_BRACKET_AT_END = re.compile(rf"[（(](?P<words>[^（）()，。；]{{4,30}})[）)]{GAP}$")
_PAIRS = {"“": "”", "《": "》", "‘": "’", "〈": "〉"}
_SPACED_RUN = re.compile(rf"(?<![^{BLANKS}\n])[{HAN}](?:[{BLANKS}][{HAN}]){{3,}}(?![^{BLANKS}\n])")
_MAX_TITLE_EM = 120
_MIN_PHRASE = 3
_MIN_CELLS = 3
_MIN_FIGURES = 2  # one at a line's end is the page number of a contents entry
_FIGURE = re.compile(r"[-+]?[\d.,]+[%％‰]?")


@dataclass(frozen=True, slots=True)
class _Dress:
    """What a whole line says about its blanks."""

    start: int
    end: int
    prose: bool
    many: bool
    footer: bool
    labelled: bool
    listed: bool
    names: int
    row: bool


def find_spaces(text: str) -> Iterator[Edit]:
    """Every blank between two characters of one line that is not meant."""
    seen = _seen_keys(text)
    table = _table_rows(text)
    for line in _LINE.finditer(text):
        gaps = list(_GAP.finditer(text, line.start(), line.end()))
        if not gaps:
            continue
        body = line.group().strip()
        spaced = is_letter_spaced(body)
        prose = not is_title_like(body)
        names = _NAMES_AT_END.search(line.group()) or _names_at_end(line.group())
        dress = _Dress(
            line.start(),
            line.end(),
            prose,
            prose and len(gaps) > 2 + len(body) // 30,
            bool(FOOTER_LABEL.match(body)),
            bool(LABELLED_LINE.match(body)),
            not prose and seen[key(body)] > 1,
            line.start() + names.start() if names else line.end(),
            line.start() in table,
        )
        runs = [run.span() for run in _SPACED_RUN.finditer(text, line.start(), line.end())]
        for gap in gaps:
            inside = any(start < gap.start() < end for start, end in runs)
            kept = "" if spaced or inside else _kept(text, gap.start(), gap.end(), dress)
            if kept != gap.group() and not (kept and gap.group() == "\t"):  # a tab between two columns is as good as a blank
                yield Edit(gap.start(), gap.end(), kept)


def _table_rows(text: str) -> set[int]:
    """Where lines begin that are rows of a table: three cells or more, as many in a line beside it, two figures in one of them."""
    found: set[int] = set()
    above: tuple[int, list[str]] = (0, [])
    for line in _LINE.finditer(text):
        words = line.group().split()
        cells = words if len(words) >= _MIN_CELLS and 2 * sum(len(word) > 1 for word in words) >= len(words) else []
        if cells and not _SENTENCE_MARK.search(line.group()):
            if len(cells) == len(above[1]) and max(map(_figures, (cells, above[1]))) >= _MIN_FIGURES:
                found |= {above[0], line.start()}
            above = (line.start(), cells)
        else:
            above = (0, [])
    return found


def _figures(cells: list[str]) -> int:
    return sum(bool(_FIGURE.fullmatch(cell)) for cell in cells)


def _names_at_end(line: str) -> re.Match[str] | None:
    """Authors in brackets at a line's end, also where no full stop stands before them."""
    found = _BRACKET_AT_END.search(line)
    return found if found and is_names(found["words"].strip()) else None


def _seen_keys(text: str) -> Counter[str]:
    """How often each short line occurs: a title that the contents list occurs twice."""
    return Counter(key(line) for line in text.split("\n") if line and len(line) <= _MAX_TITLE_EM)


def is_letter_spaced(line: str) -> bool:
    """Whether a line's characters are parted for looks: 工　作　简　报, 目　录."""
    words = re.split(rf"[{BLANKS}]+", line.strip())
    return len(words) > 1 and len(words[0]) == 1 and count_han(line) >= 2 and sum(len(word) == 1 for word in words) >= 0.75 * len(words)


def is_title_like(line: str) -> bool:
    """Whether a line may be a title, a contents entry or a masthead: short and without a sentence's marks."""
    return width_em(line) <= _MAX_TITLE_EM and not _SENTENCE_MARK.search(line)


def _kept(text: str, start: int, end: int, dress: _Dress) -> str:
    """What stays of a gap: nothing, or one blank."""
    before, after = text[start - 1], text[end]
    if dress.row:
        return " "
    if before.isascii() and after.isascii():
        return text[start:end] if end - start == 1 and not (before.isdigit() and after.isdigit()) else " "
    if dress.footer and (end - start > 1 or before in "。；）"):
        return " "
    if dress.footer and (FOOTER_LABEL.match(text[end : end + 12]) or COPIES.match(text[end : end + 16])):
        return " "
    if before.isascii() or after.isascii():
        ascii_side, other = (before, after) if before.isascii() else (after, before)
        if not (ascii_side.isalnum() or ascii_side in "%-.,;:?!()\"'/+&@#" or other in _MARKS):
            return " "
        columns = end - start > (1 if dress.labelled else 3)
        return " " if columns and not dress.prose and other not in _MARKS else ""
    if start > dress.names:
        return " "
    if before in _MARKS or after in _MARKS:
        if dress.listed and before in "、，":
            return " "
        outside = (before in "”》" or after in "“《") and before not in "，、：（" and after not in "，、：）"
        return " " if outside and not dress.prose else ""
    if not dress.prose:
        return " "
    if not _HAN.match(before) or not _HAN.match(after):
        return ""
    return " " if _parts_phrases(text, dress.start, dress.end, start, end, 0 if dress.many else 2) else ""


def _parts_phrases(text: str, left: int, right: int, start: int, end: int, slack: int) -> bool:
    """Whether a blank inside quotes or a book title parts two phrases of like length: “创城有我 文明同行”."""
    opening = max((text.rfind(mark, max(left, start - 40), start), mark) for mark in _PAIRS)
    if opening[0] < 0:
        return False
    closing = text.find(_PAIRS[opening[1]], end, min(right, end + 40))
    inside_left, inside_right = text[opening[0] + 1 : start], text[end:closing] if closing >= 0 else ""
    closed = any(mark in inside_left for mark in _PAIRS.values())
    if not inside_right or closed or re.search("[，。；]", inside_left + inside_right):
        return False
    sizes = (len(inside_left.split(" ")[-1]), len(re.split(rf"[{BLANKS}]", inside_right)[0]))
    return min(sizes) >= _MIN_PHRASE and abs(sizes[0] - sizes[1]) <= slack
