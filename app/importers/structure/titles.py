"""Lines of the body become title lines: held against the contents, or by what stands around them."""

from __future__ import annotations

import re
from dataclasses import field

from app.importers.forms import (
    ADDRESSEE,
    ATTACHMENTS,
    BYLINE,
    EDITOR_NOTE,
    EDITORS,
    FOOTER_LABEL,
    ITEM,
    OPENER,
    ORG,
    SUBTITLE,
    TITLE_NOTE,
    heading_level,
    is_author_line,
    is_bracketed_source,
    is_prose,
    is_whole_date,
    key,
    section_name,
)  # fmt: skip
from app.importers.found import FoundEntry
from app.importers.structure.line import Line
from app.importers.structure.matching import SAME, likeness
from app.records import dataclass
from app.text.chars import ends_sentence, width_em

MAX_TITLE_LINES = 4
_MAX_LINE_EM = 50
_MIN_TITLE_EM = 8
_LOOK_AHEAD = 6
_MIDDLE = re.compile(r"[。；：]$")
_QUOTE_PAIRS = {"“": "”", "《": "》", "‘": "’", "（": "）"}
_EVEN_HALVES = 2
_RUNS_ON = re.compile(
    r"(?:调研|视察|走访|慰问|莅临|走进|参观|指导|检查|督导|督查|考察|参加|学习|访问|看望|深入|支持|助力|表彰|致信|感谢|[赴到来在与和及的对为给、，“（—])$"
)
"""A line that ends so goes on: 省厅领导调研 / 云河市水利局."""


@dataclass(slots=True)
class Expected:
    """The contents' entries that no title has answered yet."""

    entries: list[FoundEntry]
    used: set[int] = field(default_factory=set)
    _by_key: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, entry in enumerate(self.entries):
            self._by_key.setdefault(key(entry.text), []).append(number)

    @property
    def open_ones(self) -> list[int]:
        """The numbers of the entries that are still open, in order."""
        return [number for number in range(len(self.entries)) if number not in self.used]

    def exact(self, text: str) -> int | None:
        """The open entry with the same words."""
        return next((number for number in self._by_key.get(key(text), []) if number not in self.used), None)

    def begins(self, text: str) -> bool:
        """Whether an open entry begins with these words and goes on."""
        core = key(text)
        longer = (numbers for entry, numbers in self._by_key.items() if entry.startswith(core) and entry != core)
        return any(number not in self.used for numbers in longer for number in numbers)

    def alike(self, text: str, least: float) -> int | None:
        """The open entry most like these words among the next few, if it is like enough."""
        best = max(((likeness(text, self.entries[number].text), -number) for number in self.open_ones[:_LOOK_AHEAD]), default=(0.0, 0))
        return -best[1] if best[0] >= least else None


def may_be_title_line(line: Line) -> bool:
    """Whether a line by itself can be a line of a title."""
    text = line.text
    if width_em(text) > _MAX_LINE_EM or is_prose(text) or (ends_sentence(text) and text[-1] in "。") or _MIDDLE.search(text):
        return False
    if line.row and sum(bool(cell.text) for cell in line.row.cells) > 1:
        return False
    if heading_level(text) or section_name(text) or ITEM.match(text) or is_whole_date(text) or text.isdigit():
        return False
    if is_bracketed_source(text):
        return False
    forms = (ADDRESSEE, ATTACHMENTS, BYLINE, EDITOR_NOTE, EDITORS, FOOTER_LABEL, TITLE_NOTE)
    return not any(form.match(text) for form in forms)


def title_span(lines: list[Line], index: int, end: int, least_em: float = _MIN_TITLE_EM) -> int:
    """How many lines from `index` on look like one title, `least_em` wide, with text below it; 0 for none."""
    stop = index
    while stop < end and stop - index < MAX_TITLE_LINES and may_be_title_line(lines[stop]) and (stop == index or not lines[stop].bullet):
        stop += 1
    if stop in (index, end) or sum(width_em(line.text) for line in lines[index:stop]) < least_em:
        return 0
    follows = lines[stop].text
    below = is_bracketed_source(follows) or is_prose(follows) or heading_level(follows) or any(
        form.match(follows) for form in (ADDRESSEE, EDITOR_NOTE, TITLE_NOTE, BYLINE)
    ) or ends_sentence(follows) or width_em(follows) > _MAX_LINE_EM or lines[stop].row is not None  # fmt: skip
    return stop - index if below else 0


def expected_span(lines: list[Line], index: int, end: int, expected: Expected) -> tuple[int, int] | None:
    """(lines, entry number) when the lines from `index` on are a title that the contents name."""
    joined = ""
    for count in range(1, MAX_TITLE_LINES + 1):
        if index + count > end or "。" in lines[index + count - 1].text or width_em(joined) > 80:
            break
        joined += lines[index + count - 1].text
        number = expected.exact(joined)
        if number is not None:
            return count, number
        if not expected.begins(joined):
            break
    return None


def alike_span(lines: list[Line], index: int, span: int, expected: Expected, least: float = SAME) -> tuple[int, int] | None:
    """The same for a title that differs a little from its entry."""
    for count in range(span, 0, -1):
        number = expected.alike("".join(line.text for line in lines[index : index + count]), least)
        if number is not None:
            return count, number
    return None


def ends_with_author(lines: list[Line], entry: str) -> bool:
    """Whether a title's last line is the unit that wrote the text, under a whole title; not where the contents' `entry` has it."""
    if len(lines) <= 1 or not is_author_line(lines[-1].text) or (entry and key(entry).endswith(key(lines[-1].text))):
        return False
    above, unit = lines[-2].text, lines[-1].text
    goes_on = _RUNS_ON.search(above) and unit not in above  # 县教育局开展安全检查 / 县教育局: nobody checks himself
    whole = sum(width_em(line.text) for line in lines[:-1]) >= _MIN_TITLE_EM - 1
    return whole and not goes_on and not is_author_line(above)


def title_lines(lines: list[Line], entry: str | None) -> tuple[tuple[str, ...], str | None]:
    """(title lines, sub-title). A blank that the contents keep is meant (a gap); one that they join is a turn of the title."""
    texts = [line.text for line in lines]
    subtitle = None
    if len(texts) > 1 and SUBTITLE.match(texts[-1]):
        subtitle = texts.pop()
    out: list[str] = []
    before = ""
    for text in texts:
        current = ""
        for word in text.split(" "):
            if not current:
                current = word
            elif _is_gap(before, current, word, text, entry) or (subtitle and _is_couplet(text)):
                current += " " + word
            else:
                out.append(current)
                before += key(current)
                current = word
        out.append(current)
        before += key(current)
    return tuple(out), subtitle


def _is_gap(before: str, left: str, right: str, text: str, entry: str | None) -> bool:
    if entry is not None:
        place = len(before) + len(key(left))
        # An entry that says it otherwise gives no evidence on this blank.
        if key(entry).startswith(before + key(left)):
            return place in _blank_places(entry)
    if any(left.count(opening) > left.count(closing) for opening, closing in _QUOTE_PAIRS.items()):
        return True
    if (left.isascii() and right.isascii()) or (left[-1:].isascii() and right[:1].isascii()):
        return True
    if ORG.search(left) and width_em(left) <= 16:
        return False
    return abs(width_em(left) - width_em(right)) <= _EVEN_HALVES and not OPENER.match(right) and width_em(text) <= 30


def _is_couplet(text: str) -> bool:
    """Whether a title is two phrases of one length. With a sub-title below, no unit leads it: 暑期有去处 成长有陪伴."""
    halves = text.split(" ")
    return len(halves) == _EVEN_HALVES and len(halves[0]) == len(halves[1])


def _blank_places(entry: str) -> set[int]:
    places: set[int] = set()
    count = 0
    for word in entry.split(" ")[:-1]:
        count += len(key(word))
        places.add(count)
    return places
