"""The lines between head and body become the contents: entries under their 栏目, held against the titles that the body shows."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import accumulate, pairwise

from app.importers.forms import (
    BRIEFS,
    CONTENTS_HEAD,
    EDITOR_NOTE,
    ENTRY_NUMBER,
    LEADER,
    LEADER_ALONE,
    LEADER_INSIDE,
    ORG,
    SECTION_SIGN,
    SECTION_SIGNS_ALONE,
    SUBTITLE,
    heading_level,
    is_prose,
    key,
    section_name,
)  # fmt: skip
from app.importers.found import FoundEntry
from app.importers.structure.line import Line
from app.importers.structure.matching import RELATED, SAME, likeness
from app.records import dataclass
from app.text.chars import BLANKS, width_em

_MAX_ZONE = 200
_MAX_ENTRY_LINES = 3
_MAX_TITLE_LINES = 4
_MIN_KEY = 4
_MAX_RUN_LINES = 12
_MAX_TITLE = 60
_MAX_SECTION_EM = 10
_MAX_SHORT_EM = 6
_PAGE_AT_END = re.compile(r"(?<=[^\d（(])(\d{1,3})$|[（(](\d{1,3})[）)]$")


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents and the line at which the body begins. `entries` are empty where a bulletin has none."""

    entries: tuple[FoundEntry, ...] = ()
    body_start: int = 0

    @property
    def sections(self) -> tuple[str, ...]:
        """The names of 栏目 in order."""
        return tuple(dict.fromkeys(entry.section for entry in self.entries if entry.section))


class _Body:
    """The keys of the body's lines, findable by how a title begins."""

    def __init__(self, lines: list[Line]) -> None:
        self._texts = [line.text for line in lines]
        self._keys = [key(text) for text in self._texts]
        self._leads = [key(ENTRY_NUMBER.sub("", line.text).split("。")[0]) if "。" in line.text else "" for line in lines]
        self._by_head: dict[str, list[int]] = defaultdict(list)
        for number, (core, lead) in enumerate(zip(self._keys, self._leads, strict=True)):
            for head in {core[:2], lead[:2]}:
                if len(head) == 2:
                    self._by_head[head].append(number)

    def has_title(self, text: str) -> bool:
        """Whether some lines of the body are this title, or a paragraph begins with it."""
        core = key(text)
        if len(core) < _MIN_KEY:
            return False
        return any(self._begins(number, core) for number in self._by_head.get(core[:2], ()))

    def is_over_text(self, name: str, entry: str) -> bool:
        """Whether a line of this name stands right above running text that does not begin with `entry`: a title does, no 栏目."""
        core, brief = key(name), key(entry)
        places = [number + 1 for number in self._by_head.get(core[:2], ()) if self._keys[number] == core and number + 1 < len(self._texts)]
        return any(is_prose(self._texts[place]) and self._leads[place] != brief for place in places)

    def _begins(self, number: int, core: str) -> bool:
        joined = ""
        for offset in range(_MAX_TITLE_LINES):
            if number + offset >= len(self._keys):
                return False
            joined += self._keys[number + offset]
            if joined == core or (offset == 0 and self._leads[number] == core):
                return True
            if not core.startswith(joined):
                return False
        return False


def read_contents(lines: list[Line], start: int, marks: list[str]) -> Contents:
    """Read the contents that begin at line `start`; signs that carry no text (目录, numbers, leaders) go to `marks`."""
    headed = start < len(lines) and bool(CONTENTS_HEAD.match(lines[start].text))
    if headed:
        marks.append(lines[start].text)
        start += 1
    zone_end = start
    while zone_end < len(lines) and zone_end - start < _MAX_ZONE and not _ends_zone(lines[zone_end]):
        zone_end += 1
    end = _contents_end(lines, start, zone_end, headed)
    if end <= start:
        return Contents(body_start=start)
    return Contents(tuple(_entries(_parted(lines[start:end], marks), _Body(lines[end:]), marks)), end)


def _parted(lines: list[Line], marks: list[str]) -> list[Line]:
    """The lines with each entry on its own where page numbers or bullets show that several stand side by side."""
    out: list[Line] = []
    for line in lines:
        sign = line.text[:1]
        if sign in SECTION_SIGNS_ALONE and line.text.rstrip()[-1] != sign and f" {sign}" in line.text:
            parts = [part.strip() for part in line.text.split(sign) if part.strip()]
            marks.append(sign * line.text.count(sign))
            out += [replace(line, text=part, bullet=sign) for part in parts]
        else:
            out += [replace(line, text=part) for part in LEADER_INSIDE.sub(r"\1\n", line.text).split("\n")]
    return out


def _ends_zone(line: Line) -> bool:
    if LEADER.search(line.text):
        return False
    if EDITOR_NOTE.match(line.text):
        return True
    return is_prose(line.text) and ("。" in line.text or not line.bullet) and not _is_list(line.text)


def _is_list(text: str) -> bool:
    """A line of several entries side by side: long, but without a sentence."""
    return "。" not in text and text.count(" ") >= 1 and text.count("，") <= 1


def _contents_end(lines: list[Line], start: int, zone_end: int, headed: bool) -> int:
    """Where the contents stop: the line that begins the first section or title a second time."""
    if zone_end - start < 2:
        return start if not headed or zone_end == len(lines) else zone_end
    first = section_name(lines[start].text)
    if first:
        for at in range(start + 1, zone_end):
            if section_name(lines[at].text, {first}) == first:
                return at
    heads = [number for number in range(start, min(start + 4, zone_end)) if not section_name(lines[number].text)]
    for head in heads[:2]:
        entries = list(accumulate(_bare(line.text) for line in lines[head : min(head + _MAX_ENTRY_LINES, zone_end)]))
        for at in range(head + 1, zone_end):
            if any(_is_title_at(lines, at, zone_end, words) for words in entries[: at - head]):
                if head > start and _is_second_line(lines, at):
                    at -= 1
                return at - 1 if at - 1 > head and _heads_section(lines, start, at - 1) else at
    following = lines[zone_end] if zone_end < len(lines) else None
    if following:
        for head in heads[:2]:
            wanted = key(_bare(lines[head].text).split(" ")[0])
            alike = likeness(following.text.split("。")[0], lines[head].text) >= SAME
            if len(wanted) >= 6 and (alike or key(following.text).startswith(wanted)):
                return zone_end - 1 if zone_end - 1 > head and _heads_section(lines, start, zone_end - 1) else zone_end
    return _by_likeness(lines, start, zone_end, headed)


def _is_second_line(lines: list[Line], at: int) -> bool:
    """Whether a line is the second one of a title that stands apart: an empty line above the first, none between the two."""
    return not lines[at].blanks_before and lines[at - 1].blanks_before > 0 and not section_name(lines[at - 1].text)


def _heads_section(lines: list[Line], start: int, index: int) -> bool:
    """Whether a line is a 栏目 head by its form, or by a sign that the lines beside it don't have (◆ 工作部署)."""
    line = lines[index]
    if section_name(line.text):
        return True
    return width_em(line.text) <= _MAX_SECTION_EM and line.bullet in _section_signs(lines[start : index + 2])


def _section_signs(lines: list[Line]) -> set[str]:
    """The signs that may stand before a 栏目 and never stand before two lines running, as the entries' bullets do."""
    running = {one.bullet for one, other in pairwise(lines) if one.bullet == other.bullet}
    return {line.bullet for line in lines if line.bullet and line.bullet in SECTION_SIGNS_ALONE} - running


def _is_title_at(lines: list[Line], at: int, end: int, wanted: str) -> bool:
    joined = ""
    core = key(wanted)
    for number in range(at, min(at + _MAX_TITLE_LINES, end)):
        joined += key(lines[number].text)
        if joined == core or (len(joined) >= 8 and core.startswith(joined) and number + 1 >= end):
            return True
        if not core.startswith(joined):
            return len(core) >= 8 and likeness(joined, core) >= 0.85
    return False


def _by_likeness(lines: list[Line], start: int, zone_end: int, headed: bool) -> int:
    """The titles differ from the contents: take the cut whose first title is most like an entry, or judge by the lines' dress."""
    tails = []
    for count in range(1, min(_MAX_TITLE_LINES, zone_end - start - 1) + 1):
        cut = zone_end - count
        title = "".join(line.text for line in lines[cut:zone_end])
        tails.append((max((likeness(title, line.text) for line in lines[start:cut][:12]), default=0.0), -count, cut))
    best = max(tails, default=(0.0, 0, start))
    if best[0] >= RELATED:
        cut = best[2]
        return cut - 1 if cut - 1 > start and _heads_section(lines, start, cut - 1) else cut
    dressed = [bool(line.bullet or ENTRY_NUMBER.match(line.text) or LEADER.search(line.text)) for line in lines[start:zone_end]]
    if sum(dressed) >= 2 and (headed or not heading_level(lines[start].text)):
        return start + len(dressed) - dressed[::-1].index(True)
    if not headed:
        return start
    last = zone_end - 1
    if last - 1 > start and ORG.search(lines[last - 1].text) and width_em(lines[last - 1].text) <= 16:
        last -= 1
    if last - 1 > start and _heads_section(lines, start, last - 1):
        last -= 1
    return last


def _bare(text: str) -> str:
    """An entry without its number and leader."""
    return LEADER.sub("", ENTRY_NUMBER.sub("", text))


def _entries(lines: list[Line], body: _Body, marks: list[str]) -> list[FoundEntry]:
    numbered = sum(bool(ENTRY_NUMBER.match(line.text)) for line in lines) >= max(2, len(lines) // 3)
    paged = _page_numbers_at_end([line.text for line in lines if not section_name(line.text) and width_em(line.text) > 8])
    signs = _section_signs(lines) & {lines[0].bullet}
    bulleted = sum(bool(line.bullet) and line.bullet not in signs for line in lines) >= max(2, len(lines) // 3)
    sectioned = bool(signs) or any(section_name(line.text) for line in lines)
    out: list[FoundEntry] = []
    section: str | None = None
    sign = ""
    index = 0
    while index < len(lines):
        line = lines[index]
        name = section_name(line.text) or _bare_section(lines, index, body, numbered or bulleted or paged, sectioned)
        if name:
            section, sign = name, line.bullet
            marks.append(line.text)
            index += 1
            continue
        if sign and line.bullet == sign and BRIEFS.search(line.text):
            section = None  # a 栏目 of briefs that stands in the contents as one line
        run = _run_together(lines, index, body) if not (numbered or bulleted or paged) else None
        if run:
            out += [FoundEntry(piece, section) for piece in run[1]]
            index += run[0]
            continue
        span = _span(lines, index, body, (numbered, bulleted, paged))
        text = ""
        for part in lines[index : index + span]:
            text += _undressed(part.text, numbered and not text, paged, marks)
        index += span
        if text:
            out += [FoundEntry(piece, section) for piece in _side_by_side(text, body)]
    return out


def _page_numbers_at_end(texts: list[str]) -> bool:
    """Whether most entries end with a number and the numbers never fall: page numbers whose blank is gone."""
    found = [int(match[1] or match[2]) for text in texts if (match := _PAGE_AT_END.search(text))]
    return len(found) >= 2 and len(found) >= 0.6 * len(texts) and found == sorted(found) and found[-1] < 200


def _undressed(text: str, numbered: bool, paged: bool, marks: list[str]) -> str:
    bare = ENTRY_NUMBER.sub("", text) if numbered else text
    bare = LEADER.sub("", bare)
    if paged:
        bare = _PAGE_AT_END.sub("", bare)
    bare = LEADER_ALONE.sub("", bare).strip(f"{BLANKS} \u3000")
    if bare and bare in text:
        marks += text.split(bare, 1)
    elif not bare:
        marks.append(text)
    return bare


def _bare_section(lines: list[Line], index: int, body: _Body, dressed: bool, sectioned: bool) -> str | None:
    """A 栏目 without signs: a short line among dressed entries, or one that the body shows again while the next line is its entry.

    Contents that are `sectioned` by brackets or signs have no bare 栏目 besides.
    """
    line = lines[index]
    text = line.text
    sign = SECTION_SIGN.match(text)
    name = sign["name"] if sign else text
    if width_em(name) > _MAX_SECTION_EM or index + 1 >= len(lines):
        return None
    signed = bool(line.bullet) and line.bullet in _section_signs(lines) and lines[index + 1].bullet != line.bullet
    if signed and not ENTRY_NUMBER.match(text) and width_em(name) < width_em(lines[index + 1].text):
        return name
    undressed = not _is_dressed(line)
    if _is_dressed(lines[0]) and not sectioned and undressed and not sign:
        return None  # entries that begin without a 栏目 have none later: the line goes on with the entry above
    follows = lines[index + 1]
    if dressed and undressed and _is_dressed(follows) and (not index or not _continues(lines, index, body)):
        return name
    if sectioned and not sign:
        return None
    if width_em(text) > _MAX_SHORT_EM and body.has_title(text + follows.text):
        return None  # the first line of a title of two
    if index and _continues(lines, index, body):
        return None
    again = body.has_title(name) or (len(key(name)) < _MIN_KEY and bool(sign))
    stands = again and undressed and not ORG.search(name) and not body.is_over_text(name, follows.text)
    return name if stands and width_em(follows.text) > width_em(name) else None


def _is_dressed(line: Line) -> bool:
    """Whether a line has a bullet, a number, a leader or a page number."""
    return bool(line.bullet or ENTRY_NUMBER.match(line.text) or LEADER.search(line.text) or _PAGE_AT_END.search(line.text))


def _continues(lines: list[Line], index: int, body: _Body) -> bool:
    return body.has_title(_bare(lines[index - 1].text) + lines[index].text)


def _span(lines: list[Line], index: int, body: _Body, dress: tuple[bool, bool, bool]) -> int:
    """How many lines an entry takes: as many as the body's title needs, else until the next dressed line."""
    numbered, bulleted, paged = dress
    text = ""
    found = 0
    for count in range(1, _MAX_ENTRY_LINES + 1):
        if index + count > len(lines) or (count > 1 and section_name(lines[index + count - 1].text)):
            break
        text += _bare(lines[index + count - 1].text)
        if body.has_title(text) or (paged and body.has_title(_PAGE_AT_END.sub("", text))):
            found = count
    if found:
        below = lines[index + found].text if index + found < len(lines) else ""
        return found + 1 if SUBTITLE.match(below) else found
    count = 1
    if index + 1 < len(lines) and SUBTITLE.match(lines[index + 1].text):
        return 2
    while index + count < len(lines) and count < _MAX_ENTRY_LINES:
        line = lines[index + count]
        if section_name(line.text) or not ((numbered or bulleted) and _is_dressed(lines[index])):
            break
        hangs = line.indent_em > lines[index].indent_em
        if line.bullet or (numbered and ENTRY_NUMBER.match(line.text)) or (not hangs and body.has_title(_bare(line.text))):
            break
        count += 1
    return count


def _run_together(lines: list[Line], index: int, body: _Body) -> tuple[int, list[str]] | None:
    """(lines, entries) where entries run on over line ends without any sign between them: parted by the titles that the body shows."""
    stop = index
    while stop < len(lines) and stop - index < _MAX_RUN_LINES and not section_name(lines[stop].text):
        stop += 1
    if stop - index < 2 or body.has_title(lines[index].text):
        return None
    text = "".join(line.text for line in lines[index:stop]).replace(" ", "")
    pieces: list[str] = []
    while text:
        size = next((size for size in range(min(len(text), _MAX_TITLE), _MIN_KEY, -1) if body.has_title(text[:size])), 0)
        if not size:
            break
        pieces.append(text[:size])
        text = text[size:]
    if not pieces or (text and len(text) < _MIN_KEY) or len(pieces) + bool(text) < 2:
        return None
    return stop - index, [*pieces, text] if text else pieces


def _side_by_side(text: str, body: _Body) -> list[str]:
    """Several entries on one line, parted by blanks; a blank inside one title stays."""
    words = text.split(" ")
    if len(words) == 1 or body.has_title(text):
        return [text]
    pieces: list[str] = []
    index = 0
    while index < len(words):
        size = next((count for count in range(len(words) - index, 0, -1) if body.has_title("".join(words[index : index + count]))), 0)
        if not size and pieces and not any(body.has_title(word) for word in words):
            return [text]
        pieces.append(" ".join(words[index : index + max(size, 1)]))
        index += max(size, 1)
    known = sum(body.has_title(piece) for piece in pieces)
    return pieces if known >= 1 and all(width_em(piece) >= 6 for piece in pieces) else [text]
