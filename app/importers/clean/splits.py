"""A whole document that came on a few long lines is cut at its blanks; cut sentences are joined again later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importers.forms import FOOTER_PART, NUMBER, TOTAL
from app.importers.lines import rows
from app.importers.repair import Edit
from app.text.chars import BLANKS

_GAP = re.compile(rf"(?<=[^{BLANKS}])[{BLANKS}]+(?=[^{BLANKS}])")
_SECTION = re.compile(r"【[^】\n]{2,12}】")
_INSIDE_NUMBER = re.compile(r"[第年月总共印]$|\d$")
_NUMBER_GOES_ON = re.compile(r"^(?:[年月日期份页号]|\d)")
_MIN_LONG = 200
_MAX_LINES = 6
_MIN_PIECE = 8


def find_splits(text: str) -> Iterator[Edit]:
    """Blanks on an overlong line become line ends; only in texts of a few lines that show a bulletin's signs."""
    lines = rows(text, limit=_MAX_LINES + 1)
    if len(lines) > _MAX_LINES:
        return
    for row in lines:
        if len(row.body) < _MIN_LONG or not _is_whole_bulletin(row.body):
            continue
        gaps = [gap for gap in _GAP.finditer(text, row.start, row.end) if _parts_lines(text, gap)]
        if len(gaps) < 3 or len(row.body) < _MIN_PIECE * len(gaps):
            continue
        for gap in gaps:
            yield Edit(gap.start(), gap.end(), "\n")


def _is_whole_bulletin(body: str) -> bool:
    signs = (NUMBER.search(body[:200]) or TOTAL.search(body[:200]), _SECTION.search(body), FOOTER_PART.search(body))
    return any(signs)


def _parts_lines(text: str, gap: re.Match[str]) -> bool:
    """Whether a blank can be a lost line end: not inside 第 6 期, 2024 年, two Latin words or quotes."""
    before, after = text[max(0, gap.start() - 8) : gap.start()], text[gap.end() : gap.end() + 8]
    if before[-1].isascii() and after[0].isascii():
        return False
    if _INSIDE_NUMBER.search(before) and (_NUMBER_GOES_ON.match(after) or after[0].isdigit()):
        return False
    opened = text.rfind("“", max(0, gap.start() - 30), gap.start())
    return opened < 0 or "”" in text[opened : gap.start()]
