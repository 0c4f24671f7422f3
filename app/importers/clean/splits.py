"""A whole document that came on a few long lines is cut at its own signs: 栏目 heads, number, headings, footer labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importers.lines import rows
from app.importers.repair import Edit
from app.text.chars import BLANKS, HAN

_WIDE_GAP = re.compile(rf"\t[{BLANKS}]*|[{BLANKS}]*\u3000[{BLANKS}]*|[{BLANKS}]{{2,}}|(?<=。) ")
_GAP = re.compile(rf"[{BLANKS}]+")
_MIN_LONG = 200
_MAX_LINES = 6
_BEFORE = re.compile(
    rf"[{BLANKS}]+(?=(?:第[{BLANKS}]*[\d一二三四五六七八九十百〇]+[{BLANKS}]*期|【[^】\n]{{2,12}}】|目[{BLANKS}]*录[{BLANKS}]|本期要目"
    rf"|(?:报|送|发|抄送|报送|抄报|分送)[{BLANKS}]*[:：]|[（(]?(?:此件)?共印|附件[\d{BLANKS}]*[:：]|编者按|[一二三四五六七八九十]{{1,2}}、|[（(][一二三四五六七八九十]{{1,2}}[）)]))"
    rf"|(?<=】)[{BLANKS}]*(?=[{HAN}])|(?<=期)[{BLANKS}]+(?=[{HAN}])|(?<=期[）)])[{BLANKS}]+(?=[{HAN}])|(?<=\d日)[{BLANKS}]+(?=[{HAN}【])"
)


def find_splits(text: str) -> Iterator[Edit]:
    """Blanks on an overlong line behind which another part begins become line ends; only in texts of a few lines."""
    lines = rows(text, limit=_MAX_LINES + 1)
    if len(lines) > _MAX_LINES:
        return
    for row in lines:
        if len(row.body) < _MIN_LONG:
            continue
        wide = list(_WIDE_GAP.finditer(text, row.start, row.end))
        pattern = _WIDE_GAP if len(wide) >= 4 else _BEFORE
        for match in pattern.finditer(text, row.start, row.end):
            if match.end() > match.start():
                yield Edit(match.start(), match.end(), "\n")
