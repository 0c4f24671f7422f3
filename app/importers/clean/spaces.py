"""Blanks that line breaks, columns and letter-spacing left in Chinese text go; a blank that parts two phrases on purpose stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importers.repair import Edit
from app.importers.forms import FOOTER_LABEL, LABELLED_LINE
from app.text.chars import BLANKS, CJK_MARKS, HAN, count_han, width_em

_LINE = re.compile(r"[^\n]+")
_GAP = re.compile(rf"(?<=[^\s])[{BLANKS}]+(?=[^\s])")
_HAN = re.compile(f"[{HAN}]")
_MARKS = frozenset(CJK_MARKS)
_SENTENCE_MARK = re.compile(r"[。；！？]|，.*，")
_LETTER_SPACED = re.compile(rf"(?:[{HAN}〇\d][{BLANKS}]+){{2,}}[{HAN}\d]$|[{HAN}][{BLANKS}]+[{HAN}]$")
_PAIRS = {"“": "”", "《": "》", "‘": "’", "〈": "〉"}
_MAX_TITLE_EM = 120
_MIN_PHRASE = 3


def find_spaces(text: str) -> Iterator[Edit]:
    """Every blank between two characters of one line that is not meant."""
    for line in _LINE.finditer(text):
        gaps = list(_GAP.finditer(text, line.start(), line.end()))
        if not gaps:
            continue
        body = line.group().strip()
        spaced = is_letter_spaced(body)
        prose = not is_title_like(body)
        many = prose and len(gaps) > 2 + len(body) // 30
        for gap in gaps:
            start, end = gap.span()
            before, after = text[start - 1], text[end]
            kept = "" if spaced else _kept(text, line.start(), line.end(), start, end, before, after, prose, many)
            if kept != text[start:end]:
                yield Edit(start, end, kept)


def is_letter_spaced(line: str) -> bool:
    """Whether a line's characters are parted for looks: 工　作　简　报, 目　录."""
    words = re.split(rf"[{BLANKS}]+", line.strip())
    return len(words) > 1 and len(words[0]) == 1 and count_han(line) >= 2 and sum(len(word) == 1 for word in words) >= 0.75 * len(words)


def is_title_like(line: str) -> bool:
    """Whether a line may be a title, a contents entry or a masthead: short and without a sentence's marks."""
    return width_em(line) <= _MAX_TITLE_EM and not _SENTENCE_MARK.search(line)


def _kept(text: str, left: int, right: int, start: int, end: int, before: str, after: str, prose: bool, many: bool) -> str:
    """What stays of a gap: nothing, or one blank."""
    ascii_left, ascii_right = before.isascii(), after.isascii()
    if ascii_left and ascii_right:
        both_digits = before.isdigit() and after.isdigit()
        return text[start:end] if end - start == 1 and not both_digits else " "
    if ascii_left or ascii_right:
        ascii_side, other = (before, after) if ascii_left else (after, before)
        if ascii_side.isalnum() or ascii_side in "%-.,;:?!()\"'/+&@#" or other in _MARKS:
            labelled = LABELLED_LINE.match(text, left) or FOOTER_LABEL.match(text, left)
            return " " if labelled and not prose and end - start > 1 and other not in _MARKS else ""
        return " "
    if before in _MARKS or after in _MARKS:
        if not prose and (before in "”》" or after in "“《") and before not in "，、：（" and after not in "，、：）":
            return " "
        if FOOTER_LABEL.match(text, left) and before in "。；）":
            return " "
        return ""
    if not _HAN.match(before) or not _HAN.match(after):
        return " " if not prose else ""
    if not prose:
        return " "
    if FOOTER_LABEL.match(text, left) and end - start > 1:
        return " "
    return " " if _parts_phrases(text, left, right, start, end, 0 if many else 2) else ""


def _parts_phrases(text: str, left: int, right: int, start: int, end: int, slack: int) -> bool:
    """Whether a blank inside quotes or a book title parts two phrases of like length: “创城有我 文明同行”."""
    opening = max((text.rfind(mark, max(left, start - 40), start), mark) for mark in _PAIRS)
    if opening[0] < 0:
        return False
    closing = text.find(_PAIRS[opening[1]], end, min(right, end + 40))
    inside_left, inside_right = text[opening[0] + 1 : start], text[end:closing] if closing >= 0 else ""
    if not inside_right or any(mark in inside_left for mark in _PAIRS.values()) or any(mark in inside_left + inside_right for mark in "，。；"):
        return False
    sizes = (len(inside_left.split(" ")[-1]), len(re.split(rf"[{BLANKS}]", inside_right)[0]))
    return min(sizes) >= _MIN_PHRASE and abs(sizes[0] - sizes[1]) <= slack
