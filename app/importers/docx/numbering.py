"""numbering.xml and the paragraphs as they come become the labels that a word processor would print before them."""

from __future__ import annotations

import re
from collections import defaultdict

from app.importers.docx.styles import Lines, styles_by_level
from app.importers.docx.xml import Element, attribute, child, children, descend, number, switch, value
from app.importers.list_labels import label_of
from app.importers.symbols import is_symbol_font, sign
from app.records import dataclass

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_BULLET = "•"
_NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts and writes."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restarts_after: int | None = None
    suffix: str = "tab"
    font: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A list of the document: its levels, whose counters it shares, and where its own levels begin anew."""

    levels: dict[int, _Level]
    counters: str
    starts: dict[int, int]
    styles: dict[str, int]


class Numbering:
    """Counts as paragraphs pass; ask once for each, in order."""

    def __init__(self, root: Element | None) -> None:
        abstracts = {attribute(one, "abstractNumId"): one for one in children(root, "w:abstractNum")}
        by_style = {value(one, "w:styleLink"): one for one in abstracts.values() if child(one, "w:styleLink") is not None}
        self._lists = {attribute(one, "numId"): _read_list(one, abstracts, by_style) for one in children(root, "w:num")}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def label(self, lines: Lines, style_id: str) -> str:
        """The label of the next paragraph with the blank behind it, "" where it has none."""
        if lines.list_id in (None, _NO_LIST):
            return ""
        found = self._lists.get(lines.list_id or "")
        if found is None:
            return ""
        depth = found.styles.get(style_id, 0) if lines.list_level is None else lines.list_level
        level = found.levels.get(depth)
        if level is None or not 0 <= depth < _LEVELS:
            return ""
        counts = self._count(lines.list_id or "", found, depth)
        text = _bullet(level) if level.form == "bullet" else _written(found, level, counts)
        return text + _gap(text, level) if text.strip() else ""

    def _count(self, list_id: str, found: _List, depth: int) -> dict[int, int]:
        counts = self._counts[found.counters]
        for upper in range(depth):
            counts.setdefault(upper, _start(found, upper))
        if depth in found.starts and (list_id, depth) not in self._begun:
            counts[depth] = found.starts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else _start(found, depth)
        self._begun.add((list_id, depth))
        for deeper in [one for one in counts if one > depth]:
            after = found.levels.get(deeper, _Level()).restarts_after
            if after is None or (after and depth < after):
                del counts[deeper]
        return counts


def _start(found: _List, depth: int) -> int:
    return found.starts.get(depth, found.levels.get(depth, _Level()).start)


def _written(found: _List, level: _Level, counts: dict[int, int]) -> str:
    def place(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        other = found.levels.get(depth, _Level())
        if other.form in ("none", "bullet"):
            return ""
        return label_of(counts.get(depth, _start(found, depth)), "decimal" if level.legal else other.form)

    return _PLACE.sub(place, level.text)


def _bullet(level: _Level) -> str:
    """The bullet as a sign of Unicode; "•" for a picture and for what has none."""
    if level.text == "o":  # a letter of a typewriter face
        return "○"
    symbolic = is_symbol_font(level.font)
    signs = (sign(level.font, ord(char)) if symbolic or "\ue000" <= char <= "\uf8ff" else char for char in level.text)
    return "".join(signs) or _BULLET


def _gap(text: str, level: _Level) -> str:
    """What parts label and text: nothing behind a Chinese mark, which has its own room."""
    if level.suffix == "nothing" or text[-1] in "、．，：）】》〉〕" or "\u2460" <= text[-1] <= "\u249b":
        return ""
    return " "


def _read_list(element: Element, abstracts: dict[str, Element], by_style: dict[str, Element]) -> _List:
    home = value(element, "w:abstractNumId")
    abstract = abstracts.get(home)
    linked = value(abstract, "w:numStyleLink")
    if linked and linked in by_style:
        abstract = by_style[linked]
        home = attribute(abstract, "abstractNumId")
    levels = {number(attribute(one, "ilvl"), 0): _read_level(one) for one in children(abstract, "w:lvl")}
    starts: dict[int, int] = {}
    for override in children(element, "w:lvlOverride"):
        depth = number(attribute(override, "ilvl"), 0)
        own = child(override, "w:lvl")
        if own is not None:
            levels[depth] = _read_level(own)
        start = child(override, "w:startOverride")
        if start is not None:
            starts[depth] = number(attribute(start, "val"), 1)
    return _List(levels, home, starts, dict(styles_by_level(abstract)) if abstract is not None else {})


def _read_level(element: Element) -> _Level:
    restart = child(element, "w:lvlRestart")
    fonts = descend(element, "w:rPr", "w:rFonts")
    form_element = child(element, "w:numFmt")
    if form_element is None:  # newer formats stand in an alternative
        form_element = descend(element, "mc:AlternateContent", "mc:Fallback", "w:numFmt")
    return _Level(
        number(value(element, "w:start"), 1 if child(element, "w:start") is not None else 0),
        attribute(form_element, "val", "decimal"),
        value(element, "w:lvlText"),
        bool(switch(element, "w:isLgl")),
        number(attribute(restart, "val"), 0) if restart is not None else None,
        value(element, "w:suff") or "tab",
        attribute(fonts, "ascii") or attribute(fonts, "hAnsi"),
    )
