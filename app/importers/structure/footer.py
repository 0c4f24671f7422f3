"""The last lines of a bulletin become its 报尾: 报, 送, 发, 抄送, copies; editors' lines beside them."""

from __future__ import annotations

import re
from dataclasses import field

from app.importers.forms import BYLINE, COPIES, EDITORS, FOOTER_LABEL, FOOTER_PART, TAIL_LINE, is_whole_date
from app.importers.found import FoundFooter
from app.importers.structure.line import Line
from app.records import dataclass
from app.text.chars import BLANKS, width_em
from app.text.numerals import parse_numeral

_MAX_FOOTER_LINES = 40
_FIELDS = {
    "报": "report", "报送": "report", "抄报": "report", "主报": "report", "呈报": "report",
    "呈": "report", "呈送": "report", "报呈": "report",
    "送": "to", "主送": "to",
    "发": "send", "分送": "send", "发送": "send", "发至": "send", "印发": "send", "印送": "send",
    "分发": "send", "下发": "send",
    "抄送": "cc", "抄发": "cc", "本期增发": "added", "增发": "added",
}  # fmt: skip
_REMARK = re.compile(r"^[（(][^（）()]{4,40}[）)]$")
"""A remark in brackets below the recipients: （内部资料，免费交流）."""
_PRINTED = re.compile(r"(?:印发|印制|印)$")


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands at the end: the footer, editors' lines, and the line before which the body ends."""

    footer: FoundFooter | None
    editors: tuple[str, ...]
    body_end: int


@dataclass(slots=True)
class _Parts:
    fields: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    copies: int | None = None
    editors: list[str] = field(default_factory=list)


def read_tail(lines: list[Line], start: int) -> Tail:
    """Read the footer below the last text. A label deep in the body is no footer: only what runs to the end counts."""
    begin = _begin(lines, start)
    if begin == len(lines):
        return Tail(None, (), begin)
    parts = _Parts()
    last: str | None = None
    for line in lines[begin:]:
        last = _take(parts, line.text, last)
    if not parts.lines:
        return Tail(None, tuple(parts.editors), begin)
    fields = parts.fields
    named = {name: fields.get(name) for name in ("report", "to", "send", "cc", "added")}
    footer = FoundFooter(**named, copies=parts.copies, lines=tuple(parts.lines))
    return Tail(footer, tuple(parts.editors), begin)


def _begin(lines: list[Line], start: int) -> int:
    """The first line of the run of footer lines, editors' lines and their continuations that ends the text."""
    first = len(lines)
    for index in range(len(lines) - 1, max(start, len(lines) - _MAX_FOOTER_LINES) - 1, -1):
        text = lines[index].text
        copies = COPIES.fullmatch(text) or (COPIES.search(text) and width_em(text) <= 40 and "。" not in text)
        if FOOTER_LABEL.match(text) or copies or (_is_editors(text) and width_em(text) <= 60):
            first = index
        elif index < first - 12 or "。" in text.rstrip("。"):
            break
    if first < len(lines) and not any(FOOTER_LABEL.match(line.text) or COPIES.search(line.text) for line in lines[first:]):
        editors_only = all(_is_editors(line.text) for line in lines[first:])
        return first if editors_only else len(lines)
    return first


def _take(parts: _Parts, text: str, last: str | None) -> str | None:
    """Take one line; returns the field that the next line may go on."""
    if (_is_editors(text) or (parts.lines and _REMARK.match(text))) and not COPIES.search(text):
        parts.editors.append(text)
        return None
    rest = text
    copies = COPIES.search(rest)
    if copies and (copies.end() == len(rest.rstrip("。 ")) or copies.start() == 0):
        parts.copies = parse_numeral(copies["count"] or copies["count2"] or "")
        rest = (rest[: copies.start()] + " " + rest[copies.end() :]).strip(f" \u3000{BLANKS}")
    labels = list(FOOTER_PART.finditer(rest)) if FOOTER_LABEL.match(rest) else []
    if labels:
        for label, stop in zip(labels, [part.start() for part in labels[1:]] + [len(rest)], strict=True):
            last = _FIELDS.get(re.sub(rf"[{BLANKS}]", "", label["label"]), "send")
            value = rest[label.end() : stop].strip(" \u3000")
            parts.fields[last] = f"{parts.fields[last]}；{value}" if last in parts.fields else value
        parts.lines.append(text)
        return last
    if rest and last and not _is_apart(rest):
        parts.fields[last] += rest
        parts.lines[-1] += text
        return last
    parts.lines.append(text)
    return None


def _is_apart(text: str) -> bool:
    return is_whole_date(text) or bool(_PRINTED.search(text)) or _is_editors(text)


def _is_editors(text: str) -> bool:
    if text[:1] in "（(" and BYLINE.match(text):
        return False
    return bool(EDITORS.match(text) or (TAIL_LINE.match(text) and not FOOTER_LABEL.match(text)))
