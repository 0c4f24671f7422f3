"""Text that was decoded by the wrong encoding becomes readable again, line by line: GBK or UTF-8 read as Latin-1, UTF-8 read as GBK."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from app.records import dataclass
from app.text.chars import CJK_MARKS, HAN
from app.text.lost_bytes import LOST, guess_line

_CP1252 = {
    0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x02C6: 0x88, 0x2030: 0x89,
    0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95,
    0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B, 0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
}  # fmt: skip
_SPECIALS = "".join(map(chr, _CP1252))
_HIGH = rf"[\u0080-\u00ff{_SPECIALS}]"
_BYTE_RUN = re.compile(rf"[\u0021-\u007e\u0080-\u00ff{_SPECIALS}][\u0020-\u007e\u0080-\u00ff{_SPECIALS}]*")
# ×× is what offices print for a name, ·, ° and ± stand in ordinary text: alone they prove nothing.
_HONEST = re.compile(r"[×·°±÷§“”‘’…—–©®²³\u00a0\u00ad]")
_TELLING = re.compile("[\u0080-\u009f\u00a1-\u00a6\u00a8\u00aa-\u00ac\u00af\u00b4-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u00ff]")
_LETTER = re.compile(r"[¡-ÿ]")
_CHINESE = re.compile(rf"[{HAN}{CJK_MARKS}\u3000]")
_SOUND = re.compile(rf"[{HAN}{CJK_MARKS}\u3000\u0020-\u007e\uff01-\uff5e\u2000-\u22ff\u2460-\u25ff]")
# The first two bytes of a Chinese character or mark in UTF-8, read as GBK: a line without any of them is no such mojibake.
_HEADS = bytes(byte for lead in (0xE2, 0xE3, *range(0xE4, 0xEA), 0xEF) for tail in range(0x80, 0xC0) for byte in (lead, tail))
_UTF8_AS_GBK = re.compile(f"[{_HEADS.decode('gbk', 'ignore')}\ufffd]")

_RULING_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Recovered:
    """`text[start:end]` should read `after`; `guessed` where a lost byte was filled in from the context."""

    start: int
    end: int
    after: str
    guessed: bool = False


def find_mojibake(text: str) -> Iterator[Recovered]:
    """All stretches decoded wrongly, in order, each within one line."""
    found = [*_single_bytes(text), *_utf8_as_gbk(text)]
    yield from sorted(found, key=lambda item: item.start)


def _single_bytes(text: str) -> list[Recovered]:
    """Bytes shown as Latin-1 or Windows-1252. A character cut by a line end is finished on the next line."""
    if not _TELLING.search(text):
        return []
    sure: list[Recovered] = []
    maybe: list[tuple[int, Recovered]] = []
    sure_lines: set[int] = set()
    carried: codecs.IncrementalDecoder | None = None
    carried_from = line = counted = 0
    for run in _BYTE_RUN.finditer(text):
        piece = run.group().rstrip(" ")
        if not re.search(_HIGH, piece):
            continue
        line, counted = line + text.count("\n", counted, run.start()), run.start()
        goes_on = carried is not None and not text[carried_from : run.start()].strip()
        tries = [carried] if goes_on and carried else []
        tries += [codecs.getincrementaldecoder(name)("strict") for name in ("utf-8", "gbk")]
        carried = None
        end = run.start() + len(piece)
        at_line_end = text[end : end + 3].lstrip(" \r").startswith("\n")
        for decoder in tries:
            after = _decoded(decoder, piece, at_line_end)
            if after is None or not _reads_well(after, piece):
                continue
            item = Recovered(run.start(), end, after)
            if len(_CHINESE.findall(after)) < 2 or not _LETTER.search(_HONEST.sub("", piece)):
                maybe.append((line, item))
            else:
                sure.append(item)
                sure_lines.add(line)
            if decoder.getstate()[0]:
                carried, carried_from = decoder, end
            break
    # What alone proves nothing is decoded beside sure mojibake on its line, or where mojibake rules the text.
    rules = sum(len(item.after) for item in sure) >= _RULING_CHARACTERS
    sure += [item for at, item in maybe if at in sure_lines or (rules and not _could_be_meant(text[item.start : item.end]))]
    return sure


def _could_be_meant(piece: str) -> bool:
    return not _HONEST.sub("", piece) and "\u00ad" not in piece


def _decoded(decoder: codecs.IncrementalDecoder, piece: str, may_hang: bool) -> str | None:
    raw = bytes(_CP1252.get(ord(char), ord(char) & 0xFF) for char in piece)
    try:
        after = decoder.decode(raw)
    except UnicodeDecodeError:
        return None
    return after if may_hang or not decoder.getstate()[0] else None


def _reads_well(after: str, before: str) -> bool:
    """Whether decoding gave Chinese: some Han or Chinese marks, nothing odd, and fewer characters than bytes."""
    return len(after) < len(before) and bool(_CHINESE.search(after)) and len(_SOUND.findall(after)) == len(after)


def _utf8_as_gbk(text: str) -> list[Recovered]:
    """UTF-8 bytes shown as GBK; a byte that was lost on the way is told from the context."""
    found: list[Recovered] = []
    if not _UTF8_AS_GBK.search(text):
        return found
    place = 0
    private = bool(re.search("[\ue000-\uf8ff]", text))
    for line in text.split("\n"):
        if _UTF8_AS_GBK.search(line):
            body = line.strip(" \t\r")
            start = place + line.index(body)
            result = _line_from_gbk(body, private)
            if result:
                found.append(Recovered(start, start + len(body), result[0], result[1]))
        place += len(line) + 1
    return found


def _line_from_gbk(line: str, private: bool) -> tuple[str, bool] | None:
    # € stands for A2 E3 in one reading of GBK and for 80 in another.
    for form in (line, line.replace("€", "\ufffd")) if "€" in line else (line,):
        result = _undo_gbk(form, private)
        if result:
            return result
    return None


def _undo_gbk(line: str, private: bool) -> tuple[str, bool] | None:
    try:
        raw = line.replace("\ufffd", LOST).encode("gb18030").replace(LOST.encode("gb18030"), b"\xff")
        after, guessed = guess_line(raw, private) if "\ufffd" in line else (raw.decode("utf-8"), False)
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None
    if after == line or not _CHINESE.search(after) or len(_SOUND.findall(after)) < len(after):
        return None
    return after, guessed
