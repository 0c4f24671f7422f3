"""The source of a web page becomes its lines in order, with marks, links, list labels and places in tables, and its pictures."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from app.errors import UserError
from app.importers.list_labels import label_of
from app.importers.web.shown import Cell, Line, Page, Picture, Table
from app.importers.web.source import tamed
from app.model.issue import MarkKind
from app.records import dataclass

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2"}
    | {"h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th"}
    | {"thead", "tr", "ul"}
)
_HOMES = frozenset({"article", "body", "div", "main", "section", "td", "th"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNSEEN = frozenset(
    {
        "button",
        "datalist",
        "head",
        "iframe",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "xml",
    }
)
_ASIDE = frozenset({"aside", "footer", "nav"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "col", "area", "base", "embed", "source", "wbr"})
_CELLS = frozenset({"td", "th"})
_IMPLIED = {"td": ({"td", "th"}, {"table"}), "th": ({"td", "th"}, {"table"}), "tr": ({"tr"}, {"table"}), "li": ({"li"}, {"ol", "ul"})}
"""What an element closes that was left open, and how far out."""
_DEEPEST = 200
_WIDEST = 1_000
_LINE_COST = 5
"""As many characters as a line by itself takes of memory and time."""
_KAI = re.compile(r"font-family\s*:[^;]*(?:楷|kai)", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_CENTRED, _SIDED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE), re.compile(r"text-align\s*:", re.IGNORECASE)
_UNSHOWN, _HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE), re.compile(r"mso-hide\s*:\s*all", re.IGNORECASE)
_WRITES_FEEDS_FOR_BLANKS = re.compile(r"name=[\"']?generator[\"']? content=[\"'](?:LibreOffice|OpenOffice)", re.IGNORECASE)
_HEAD_CHARACTERS = 4096
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_PIECES = re.compile("([ \t\r\n\f]+)")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")
_LIST_FORMS = {
    **dict.fromkeys(("a", "lower-alpha", "lower-latin"), "lowerLetter"),
    **dict.fromkeys(("A", "upper-alpha", "upper-latin"), "upperLetter"),
    **dict.fromkeys(("i", "lower-roman"), "lowerRoman"),
    **dict.fromkeys(("I", "upper-roman"), "upperRoman"),
    **dict.fromkeys(("cjk-ideographic", "simp-chinese-informal"), "chineseCountingThousand"),
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)


def read_lines(html: str, most_characters: int | None = None) -> Page:
    """Read the source of a page. What is not shown (styles, scripts, hidden text) is left out.

    Raises UserError for a page that shows more than `most_characters`, where that is given.
    """
    reader = _Reader(bool(_WRITES_FEEDS_FOR_BLANKS.search(html, 0, _HEAD_CHARACTERS)), most_characters)
    reader.feed(tamed(html))
    reader.close()
    return Page(
        tuple(item for item in reader.items if isinstance(item, Picture) or item.chars), reader.title.strip(), reader.hidden.strip()
    )


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open, and what its text looks like."""

    tag: str = ""
    kinds: frozenset[MarkKind] = frozenset()
    unseen: bool = False
    level: int = 0
    centred: bool = False
    linked: bool = False
    aside: bool = False
    home: int = 0
    cell: Cell | None = None
    hidden: bool = False


class _Reader(HTMLParser):
    """Collects lines. Blanks and line feeds of the source are one blank; line feeds between Chinese characters are none.

    Word breaks its source within Chinese words; where `feeds_are_blanks`, it is broken at blanks alone.
    """

    def __init__(self, feeds_are_blanks: bool, most_characters: int | None) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[Line | Picture] = []
        self.title = ""
        self.hidden = ""
        self._feeds_are_blanks = feeds_are_blanks
        self._most_characters = most_characters
        self._shown = 0
        self._open: list[_Open] = []
        self._line = Line()
        self._blank = ""
        self._homes = 0
        self._tables: list[Table] = []
        self._lists: list[tuple[str, int]] = []
        self._label = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _IMPLIED:
            self._close_implied(*_IMPLIED[tag])
        if tag in _BLOCKS or tag == "br":
            self._end_line()
        named = {name: value or "" for name, value in attrs}
        if tag == "img":
            self._picture(named)
        if tag in _VOID or len(self._open) >= _DEEPEST:
            return
        self._open.append(self._opened(tag, named))
        if tag in ("ol", "ul"):
            styled = _LIST_STYLE.search(named.get("style", ""))
            form = _LIST_FORMS.get(styled[1] if styled else named.get("type", ""), "decimal")
            self._lists.append((form if tag == "ol" else "", _number(named.get("start"), 1)))
        elif tag == "li":
            self._item(named)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_line()
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].tag == tag:
                self._close(depth)
                return

    def handle_data(self, data: str) -> None:
        here = self._open[-1] if self._open else _Open()
        if here.tag == "title":
            self.title += data
        if here.hidden:
            self.hidden += data
        if here.unseen:
            return
        for part in _PIECES.split(_INVISIBLE.sub("", data)):
            if not part:
                continue
            if _BLANKS.fullmatch(part):
                self._blank += part
            else:
                self._put(part, here)

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Pass over <![if …]> and its kin; the parser's own way ends in an error where their name is not known."""
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def close(self) -> None:
        """Take what is still open."""
        super().close()
        self._end_line()

    def _opened(self, tag: str, named: dict[str, str]) -> _Open:
        above = self._open[-1] if self._open else _Open()
        style = named.get("style", "")
        home = above.home
        if tag in _HOMES:
            self._homes += 1
            home = self._homes
        centred = (
            (above.centred and not _SIDED.search(style))
            or bool(_CENTRED.search(style))
            or tag == "center"
            or named.get("align", "").lower() == "center"
        )
        here = _Open(
            tag,
            kinds_of(tag, style, above.kinds),
            above.unseen or tag in _UNSEEN or bool(_UNSHOWN.search(style) or _HIDDEN.search(style)),
            _HEADINGS.get(tag, above.level),
            centred,
            above.linked or (tag == "a" and bool(named.get("href"))),
            above.aside or tag in _ASIDE or named.get("role") == "navigation",
            home,
            above.cell,
            above.hidden or bool(_HIDDEN.search(style)),
        )
        if tag == "table":
            if self._tables:
                self._tables[-1].lays_out = True
            self._tables.append(Table())
        elif self._tables and tag == "tr":
            self._tables[-1].row += 1
            self._tables[-1].column = -1
        elif self._tables and tag in _CELLS:
            table = self._tables[-1]
            table.column += 1
            spans = (min(max(_number(named.get(name), 1), 1), _WIDEST) for name in ("colspan", "rowspan"))
            here = replace(here, cell=Cell(table, table.row, table.column, *spans))
        return here

    def _item(self, named: dict[str, str]) -> None:
        if not self._lists or not self._lists[-1][0]:
            return
        form, count = self._lists[-1]
        count = _number(named.get("value"), count)
        self._lists[-1] = (form, count + 1)
        label = label_of(count, form)
        self._label = f"{label}、" if form.startswith("chinese") else f"{label}. "

    def _close_implied(self, tags: set[str], within: set[str]) -> None:
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].tag in within:
                return
            if self._open[depth].tag in tags:
                self._end_line()
                self._close(depth)
                return

    def _close(self, depth: int) -> None:
        for one in self._open[depth:]:
            if one.tag == "table" and self._tables:
                self._tables.pop()
            elif one.tag in ("ol", "ul") and self._lists:
                self._lists.pop()
        del self._open[depth:]

    def _picture(self, named: dict[str, str]) -> None:
        if self._open and self._open[-1].unseen:
            return
        self.items.append(Picture(named.get("src", ""), named.get("data-src", "") or named.get("data-original", ""), named.get("alt", "")))

    def _put(self, text: str, here: _Open) -> None:
        line = self._line
        self._shown += len(text) if line.chars else len(text) + _LINE_COST
        if self._most_characters is not None and self._shown > self._most_characters:
            raise UserError("网页里的文字太多，不像是简报文稿，请只复制要用的部分，粘贴进来。")
        if not line.chars:
            line.level, line.centred, line.aside, line.home, line.cell = here.level, here.centred, here.aside, here.home, here.cell
            line.label = len(self._label)
            line.chars += self._label
            line.kinds += [frozenset()] * len(self._label)
            self._label = ""
        elif self._blank:
            wrapped = "\n" in self._blank and not self._feeds_are_blanks
            if not (wrapped and _CHINESE.match(line.chars[-1]) and _CHINESE.match(text)):
                line.chars.append(" ")
                line.kinds.append(here.kinds & line.kinds[-1])
        self._blank = ""
        line.chars += text
        line.kinds += [here.kinds] * len(text)
        line.linked += len(text) if here.linked else 0

    def _end_line(self) -> None:
        self._blank = ""
        if self._line.chars:
            self.items.append(self._line)
            self._line = Line()


def kinds_of(tag: str, style: str, above: frozenset[MarkKind]) -> frozenset[MarkKind]:
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


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.strip().isdecimal() and len(text) < 7 else default
