"""The web page that Word, WPS or a browser puts on the clipboard becomes lines of text with what is bold or in 楷体."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.model.issue import Mark, MarkKind
from app.text.web_page import PageReader

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4"}
    | {"h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"head", "script", "style", "title", "xml", "noscript"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "col", "area", "base", "embed", "source", "wbr"})
_CELLS = frozenset({"td", "th"})
_KAI = re.compile(r"font-family\s*:[^;]*(?:楷|kai)", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_WRITES_FEEDS_FOR_BLANKS = re.compile(r"name=[\"']?generator[\"']? content=[\"'](?:LibreOffice|OpenOffice)", re.IGNORECASE)
_HEAD_CHARACTERS = 4096
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")


@dataclass(frozen=True, slots=True)
class MarkedText:
    """Text of which each line is a paragraph, and the marks on it, counted from its first character."""

    text: str
    marks: tuple[Mark, ...] = ()


def read_web_clipboard(html: str) -> MarkedText:
    """The words of a page, a line for each paragraph; what is not shown (styles, scripts, hidden text) is left out."""
    reader = _Reader(feeds_are_blanks=bool(_WRITES_FEEDS_FOR_BLANKS.search(html, 0, _HEAD_CHARACTERS)))
    reader.feed(html)
    reader.close()
    return reader.result()


@dataclass(slots=True)
class _Open:
    """An element that is open, and what its text looks like."""

    tag: str
    kinds: frozenset[MarkKind]
    unseen: bool


@dataclass(slots=True)
class _Line:
    """A line in the making: characters, and the kinds of marks on each."""

    chars: list[str] = field(default_factory=list)
    kinds: list[frozenset[MarkKind]] = field(default_factory=list)


class _Reader(PageReader):
    """Collects lines. Blanks and line feeds of the source are one blank; line feeds between Chinese characters are none.

    Word breaks its source within Chinese words; where `feeds_are_blanks`, it is broken at blanks alone.
    """

    def __init__(self, feeds_are_blanks: bool) -> None:
        super().__init__()
        self._feeds_are_blanks = feeds_are_blanks
        self._open: list[_Open] = []
        self._lines = [_Line()]
        self._blank = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._end_line()
        if tag == "br":
            self._end_line()
        if tag in _CELLS and self._lines[-1].chars:
            self._put("\t", frozenset())
        if tag in _VOID:
            return
        style = next((value or "" for name, value in attrs if name == "style"), "")
        above = self._open[-1] if self._open else _Open("", frozenset(), unseen=False)
        self._open.append(_Open(tag, _kinds(tag, style, above.kinds), above.unseen or tag in _UNSEEN or bool(_HIDDEN.search(style))))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_line()
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        here = self._open[-1] if self._open else _Open("", frozenset(), unseen=False)
        if here.unseen:
            return
        for part in re.split("([ \t\r\n\f]+)", data):
            if not part:
                continue
            if _BLANKS.fullmatch(part):
                self._blank += part
            else:
                self._put(part, here.kinds)

    def result(self) -> MarkedText:
        """What was read."""
        chars: list[str] = []
        kinds: list[frozenset[MarkKind]] = []
        for line in self._lines:
            if line.chars:
                if chars:
                    chars.append("\n")
                    kinds.append(frozenset())
                chars += line.chars
                kinds += line.kinds
        return MarkedText("".join(chars), marks_of(kinds))

    def _put(self, text: str, kinds: frozenset[MarkKind]) -> None:
        line = self._lines[-1]
        wrapped = "\n" in self._blank and not self._feeds_are_blanks
        if self._blank and line.chars and not (wrapped and _CHINESE.match(line.chars[-1]) and _CHINESE.match(text)):
            line.chars.append(" ")
            line.kinds.append(kinds & line.kinds[-1])
        self._blank = ""
        line.chars += text
        line.kinds += [kinds] * len(text)

    def _end_line(self) -> None:
        self._blank = ""
        if self._lines[-1].chars:
            self._lines.append(_Line())


def _kinds(tag: str, style: str, above: frozenset[MarkKind]) -> frozenset[MarkKind]:
    """What text in an element looks like. Headings are bold everywhere, which says nothing of a stretch of text."""
    kinds = set(above)
    if tag in ("b", "strong") or _BOLD.search(style):
        kinds.add(MarkKind.BOLD)
    if _LIGHT.search(style) or tag in _HEADINGS:
        kinds.discard(MarkKind.BOLD)
    if "font-family" in style.lower():
        kinds.discard(MarkKind.KAI)
        if _KAI.search(style):
            kinds.add(MarkKind.KAI)
    return frozenset(kinds)


def marks_of(kinds: list[frozenset[MarkKind]]) -> tuple[Mark, ...]:
    """The marks of a text of which each character's kinds are given, by start."""
    marks: list[Mark] = []
    for kind in MarkKind:
        start = None
        for at, here in enumerate([*kinds, frozenset()]):
            if kind in here and start is None:
                start = at
            elif kind not in here and start is not None:
                marks.append(Mark(start, at, kind))
                start = None
    return tuple(sorted(marks, key=lambda mark: mark.start))
