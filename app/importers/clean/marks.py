"""Half-width marks in Chinese text become full-width; straight quotes are paired paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importers.repair import Edit
from app.text.chars import CJK_MARKS, HAN, count_han

_CHINESE = rf"[{HAN}{CJK_MARKS}]"
_IS_CHINESE = re.compile(_CHINESE)
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_MARK = re.compile(r"[,;:?!]|\.(?=[^\w.]|$|(?<=[^\x00-\x7f].)[^\x00-\x7f])", re.MULTILINE)
_PAREN = re.compile(r"[()]")
_LINE = re.compile(r"[^\n]+")
_QUOTE = re.compile(r"[\"＂]")
_SINGLE = re.compile(r"(?<![A-Za-z0-9])'(?=[^'\n]{0,40}[^\x00-\x7f])([^'\n]{1,40})'(?![A-Za-z0-9])")
_MAX_QUOTED = 120
_BEFORE_LAST_STOP = "%)'’”0123456789"
_MIN_SENTENCE = 6
_AFTER_CLOSING = "，。、；：！？）》】”,.;:!?) "
_BEFORE_OPENING = "，。、；：！？（《【“,.;:!?( "


def _neighbour(text: str, place: int, step: int) -> str:
    """The nearest character in one direction, over blanks and straight quotes, within the line."""
    while 0 <= place < len(text) and (text[place] in ' \t\u3000\u00a0"＂'):
        place += step
    return text[place] if 0 <= place < len(text) and text[place] != "\n" else ""


def find_marks(text: str) -> Iterator[Edit]:
    """, ; : ? ! and a sentence's . beside Chinese characters. Between digits, in addresses and in Latin text they stay."""
    for match in _MARK.finditer(text):
        mark, place = match.group(), match.start()
        before, after = _neighbour(text, place - 1, -1), _neighbour(text, place + 1, 1)
        if mark == "." and not after and before and before in _BEFORE_LAST_STOP and _ends_chinese(text, place):
            yield Edit(place, match.end(), "。")
            continue
        if not _IS_CHINESE.match(before):
            # 10:30, 1,000, http://, Mr. Li: what stands before is no Chinese; only a mark between ) or a digit and Han is one.
            direct = text[place + 1 : place + 2]
            if not (before in ")%" or before.isalnum()) or not before or not _IS_CHINESE.match(after) or mark == ".":
                continue
            if mark == ":" and direct.isdigit():
                continue
        if mark == "." and (not _IS_CHINESE.match(before) or before in "、，" or (after and not _IS_CHINESE.match(after))):
            continue
        yield Edit(place, match.end(), _FULL[mark])


def _ends_chinese(text: str, place: int) -> bool:
    """Whether the line that ends at a full stop is a Chinese sentence."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return count_han(line) >= _MIN_SENTENCE


def find_parentheses(text: str) -> Iterator[Edit]:
    """( and ) that hold Chinese or stand beside it; the two of a pair go together."""
    for line in _LINE.finditer(text):
        if "(" not in line.group() and ")" not in line.group():
            continue
        opened: list[int] = []
        chosen: set[int] = set()
        for match in _PAREN.finditer(text, line.start(), line.end()):
            place = match.start()
            if match.group() == "(":
                opened.append(place)
            elif opened:
                start = opened.pop()
                if _IS_CHINESE.search(text, start + 1, place) or _beside(text, start, place):
                    chosen |= {start, place}
            elif _beside(text, place, place):
                chosen.add(place)
        chosen |= {place for place in opened if _beside(text, place, place)}
        for place in sorted(chosen):
            yield Edit(place, place + 1, _FULL[text[place]])


def _beside(text: str, start: int, end: int) -> bool:
    around = _neighbour(text, start - 1, -1) + _neighbour(text, end + 1, 1)
    return bool(_IS_CHINESE.search(around))


def find_quotes(text: str) -> Iterator[Edit]:
    """Straight quotes of a paragraph in pairs. With an odd count nothing is changed from the first doubtful one on."""
    for line in _LINE.finditer(text):
        places = [match.start() for match in _QUOTE.finditer(text, line.start(), line.end())]
        if not places or not _IS_CHINESE.search(line.group()):
            continue
        pairs = list(zip(places[::2], places[1::2], strict=False))
        even = len(places) % 2 == 0
        for number, (start, end) in enumerate(pairs):
            if not (_fits(text, start, end) if even else _certain(text, start, end)):
                yield from _doubt(text, places[2 * number])
                break
            yield Edit(start, start + 1, "“")
            yield Edit(end, end + 1, "”")
        else:
            if not even:
                yield from _doubt(text, places[-1])


def _doubt(text: str, place: int) -> Iterator[Edit]:
    yield Edit(place, place + 1, text[place], kind="doubt")


def _fits(text: str, start: int, end: int) -> bool:
    """Whether this can be a pair at all: something inside, and no closing mark right after the opening quote."""
    inside = text[start + 1 : end].strip(" \u3000")
    return bool(inside) and inside[0] not in "，。、；）》】”" and inside[-1] not in "（《【“"


def _certain(text: str, start: int, end: int) -> bool:
    """Whether a pair is beyond doubt: it fits, is short, and a mark or the paragraph's bound stands outside one of its ends."""
    inside = text[start + 1 : end]
    if not _fits(text, start, end) or len(inside) > _MAX_QUOTED or "。" in inside[:-1]:
        return False
    before = text[start - 1 : start] or "\n"
    after = text[end + 1 : end + 2] or "\n"
    return before in _BEFORE_OPENING + "\n" or after in _AFTER_CLOSING + "\n"


def find_single_quotes(text: str) -> Iterator[Edit]:
    """'…' round Chinese text."""
    for match in _SINGLE.finditer(text):
        yield Edit(match.start(), match.start() + 1, "‘")
        yield Edit(match.end() - 1, match.end(), "’")
