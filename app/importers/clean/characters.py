"""Single characters are put right: wrong decoding, invisible characters, full-width digits and letters, line bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importers.repair import Edit
from app.text.chars import BLANKS, HAN, INVISIBLE
from app.text.mojibake import find_mojibake

_INVISIBLE = re.compile(f"[{INVISIBLE}\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]+")
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ]+(?:．(?=[０-９])[０-９]+)*％?|(?<=\d)％")
_TO_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
BULLETS = "-–—•●○◆◇■□▲△▪▫◎★☆※·∙*＊►➤➢✦❖√→\uf06c\uf06e\uf075\uf0d8\uf0b7\uf0fc"
"""Signs that stand before an item; alone at a line's head they are no text."""
_SIGN = f"[{re.escape(BULLETS)}]"
_BULLET = re.compile(
    rf"^[{BLANKS}]*(?:(?P<alone>{_SIGN})[{BLANKS}]*$|(?P<sign>{_SIGN})(?!(?P=sign))[{BLANKS}]*(?=[{HAN}A-Za-z0-9“\"《（(]))", re.MULTILINE
)
_SIGNED_BOTH_ENDS = re.compile(rf"[{re.escape(BULLETS)}][{BLANKS}]*$")
_NEGATIVE = re.compile(r"-\d")


def find_wrong_decoding(text: str) -> Iterator[Edit]:
    """GBK or UTF-8 shown as Latin-1, UTF-8 shown as GBK: each stretch within a line."""
    for item in find_mojibake(text):
        yield Edit(item.start, item.end, item.after, guessed=item.guessed)


def find_invisible(text: str) -> Iterator[Edit]:
    """Zero-width characters, direction marks, control characters."""
    for match in _INVISIBLE.finditer(text):
        yield Edit(match.start(), match.end(), kind="drop")


def find_wide(text: str) -> Iterator[Edit]:
    """Full-width digits and Latin letters."""
    for match in _WIDE.finditer(text):
        yield Edit(match.start(), match.end(), match.group().translate(_TO_NARROW))


def find_bullets(text: str) -> Iterator[Edit]:
    """The sign before an item at a line's head; a sign at both ends is a heading's and stays."""
    for match in _BULLET.finditer(text):
        if match["alone"]:
            yield Edit(match.start("alone"), match.end("alone"), kind="drop")
            continue
        stop = text.find("\n", match.end())
        line = text[match.end() : stop if stop >= 0 else len(text)]
        again = match["sign"] in line and match["sign"] not in "-–—·*"
        if again or _SIGNED_BOTH_ENDS.search(line) or _NEGATIVE.match(text, match.start("sign")):
            continue
        yield Edit(match.start("sign"), match.end(), kind="drop")
