"""The list tables become the labels of list paragraphs, counted as they come."""

from __future__ import annotations

from app.importers.doc.fib import Part
from app.importers.doc.numbers import i32, u8, u16, u32, utf16
from app.importers.doc.streams import Streams
from app.importers.list_labels import label_of
from app.importers.symbols import sign
from app.records import dataclass

_LIST_BYTES, _USE_BYTES, _LEVEL_BYTES = 28, 16, 28
_LEVELS = 9
_MOST = 4096
_LONGEST_TEMPLATE = 64
_SIMPLE = 0x01
_STARTS_ANEW, _FORMATS_ANEW = 0x10, 0x20
_TAB, _BLANK = 0, 1
_BULLET, _NO_NUMBER = 23, 255
_OTHER_BULLET = "•"
_FORMS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal", 10: "ideographDigital",
    11: "japaneseCounting", 14: "decimalFullWidth", 16: "japaneseLegal", 17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle",
    19: "decimalFullWidth2", 22: "decimalZero", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac",
    33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
    37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand", 57: "numberInDash",
}  # fmt: skip
"""The names of the formats by their numbers ([MS-OSHARED] 2.2.1.3); one that is not here is written in digits."""


@dataclass(frozen=True, slots=True)
class Level:
    """How a level is labelled. In `template` a character under 9 stands for that level's number."""

    start: int
    kind: int
    template: str
    follow: str


@dataclass(frozen=True, slots=True)
class Use:
    """A list as paragraphs use it, with the levels that it begins anew or labels in its own way."""

    list_id: int
    starts: dict[int, int]
    levels: dict[int, Level]


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists by their ids, and the uses by their numbers, from 1."""

    levels: dict[int, tuple[Level, ...]]
    uses: tuple[Use, ...]


class Labels:
    """Counts list paragraphs and gives each its label."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[int, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def next(self, use_number: int, depth: int) -> str:
        """The label of the next paragraph of a use, with the blank behind it; "" for what is no list."""
        if not 1 <= use_number <= len(self._lists.uses):
            return ""
        use = self._lists.uses[use_number - 1]
        levels = [use.levels.get(index, level) for index, level in enumerate(self._lists.levels.get(use.list_id, ()))]
        if depth >= len(levels):
            return ""
        level = levels[depth]
        counts = self._counts.setdefault(use.list_id, [None] * _LEVELS)
        before = counts[depth]
        if depth in use.starts and (use_number, depth) not in self._begun:
            counts[depth] = use.starts[depth]
        else:
            counts[depth] = level.start if before is None else before + 1
        self._begun.add((use_number, depth))
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        if level.kind == _BULLET:
            bullet = level.template[:1]
            return ((sign("", ord(bullet)) or _OTHER_BULLET) + level.follow) if bullet else ""
        label = "".join(self._number(ord(char), levels, counts) if ord(char) < _LEVELS else char for char in level.template)
        return label + level.follow if label else ""

    @staticmethod
    def _number(depth: int, levels: list[Level], counts: list[int | None]) -> str:
        if depth >= len(levels):
            return ""
        count = counts[depth]
        level = levels[depth]
        return "" if level.kind == _NO_NUMBER else label_of(level.start if count is None else count, _FORMS.get(level.kind, ""))


def read_lists(streams: Streams) -> Lists:
    """Read both tables."""
    return Lists(_lists(streams), _uses(streams))


def _lists(streams: Streams) -> dict[int, tuple[Level, ...]]:
    """The heads of all lists stand first, then the levels of all of them, one behind the other."""
    table = streams.table
    at, size = streams.fib.place(Part.LISTS)
    if not size:
        return {}
    count = min(u16(table, at), _MOST)
    heads = [table[at + 2 + index * _LIST_BYTES : at + 2 + (index + 1) * _LIST_BYTES] for index in range(count)]
    at += 2 + count * _LIST_BYTES
    found = {}
    for head in heads:
        levels = []
        for _ in range(1 if u8(head, 26) & _SIMPLE else _LEVELS):
            level, at = _level(table, at)
            levels.append(level)
        found[i32(head, 0)] = tuple(levels)
    return found


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """The level at a place, and where the next one begins."""
    follow = {_TAB: "\t", _BLANK: " "}.get(u8(table, at + 15), "")
    text = at + _LEVEL_BYTES + u8(table, at + 24) + u8(table, at + 25)
    length = u16(table, text)
    template = utf16(table, text + 2, min(length, _LONGEST_TEMPLATE))
    return Level(max(0, i32(table, at)), u8(table, at + 4), template, follow), text + 2 + 2 * length


def _uses(streams: Streams) -> tuple[Use, ...]:
    table = streams.table
    at, size = streams.fib.place(Part.LIST_USES)
    if not size:
        return ()
    count = min(u32(table, at), _MOST)
    heads = [table[at + 4 + index * _USE_BYTES : at + 4 + (index + 1) * _USE_BYTES] for index in range(count)]
    at += 4 + count * _USE_BYTES
    uses = []
    for head in heads:
        at += 4
        starts, levels = {}, {}
        for _ in range(min(u8(head, 12), _LEVELS)):
            flags = u32(table, at + 4)
            depth = flags & 0x0F
            if flags & _STARTS_ANEW:
                starts[depth] = i32(table, at)
            at += 8
            if flags & _FORMATS_ANEW:
                levels[depth], at = _level(table, at)
        uses.append(Use(i32(head, 0), starts, levels))
    return tuple(uses)
