"""The bytes of an RTF file become a raw document."""

from __future__ import annotations

import re
from dataclasses import replace

from app.errors import UserError
from app.importers.raw import Face, LeftOut, RawBlock, RawDocument, RawParagraph, Reason
from app.importers.raw_runs import shown_before
from app.importers.rtf.code_pages import WESTERN, decoded, of_number
from app.importers.rtf.headers import Fonts, Style, Styles
from app.importers.rtf.state import Font, Sink, State, picture_of
from app.importers.rtf.tokens import Close, Open, Text, Word, tokens
from app.importers.rtf.words import CHANGES, STEPS
from app.importers.symbols import PRIVATE_SIGNS, sign_or_box

_DEEPEST = 5_000
_PARTS = {
    "footnote": "footnote",
    "annotation": "comment",
    "atnauthor": "author",
    "shptxt": "box",
    "dptxbxtext": "box",
    "listtext": "label",
    "pntext": "label",
    "pict": "picture",
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "header"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "footer"),
    "fonttbl": "fonts",
    "stylesheet": "styles",
}
_PASSED_OVER = frozenset(
    {"colortbl", "info", "nonshppict", "shprslt", "fldinst", "objclass", "objname", "objdata", "nonesttables", "xe", "tc", "rxe"}
    | {"ftnsep", "ftnsepc", "aftnsep", "filetbl", "listtable", "listoverridetable", "generator", "datafield"}
)
_MUTE = frozenset({"sp", "blipuid", "picprop"})
"""Parts whose words are no text, but which may hold a picture."""
_STARRED = frozenset({*_PARTS, "shpinst", "shppict", "do", *_MUTE})
"""Parts that an old reader is told to pass over, and that are read here."""
_SIGNS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "~": "\u00a0", "_": "-", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "", "zwnj": "",
}  # fmt: skip
_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": WESTERN}
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_rtf(data: bytes, name: str) -> RawDocument:
    """Read a file. Raises UserError, in one sentence with its `name`, for one that is no RTF or was made to do harm."""
    if not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rt"):
        raise UserError(f"“{name}”不是 RTF 文档，请让报送单位检查，另存为 .docx 后重发。")
    reader = _Reader()
    for token in tokens(data[data.index(b"{") :]):
        match token:
            case Open():
                if len(reader.groups) >= _DEEPEST:
                    raise UserError(f"“{name}”里的结构层层相套，为安全起见没有打开，请向来源核实这个文件。")
                reader.open_group()
            case Close():
                reader.close_group()
            case Word():
                reader.word(token.name, token.number)
            case Text():
                reader.text(token.data)
    return reader.document()


class _Reader:
    """Walks through the file with the properties of the open groups and the parts that they belong to."""

    def __init__(self) -> None:
        self.groups: list[tuple[State, Sink]] = []
        self._state = State()
        self._body = self._sink = Sink()
        self._fonts, self._styles = Fonts(), Styles()
        self._page = WESTERN
        self._first_font = 0
        self._bytes = bytearray()
        self._pending: list[str] = []
        self._starred = False
        self._to_skip = 0
        self._author = ""
        self._noted = 0
        self._left_out: list[LeftOut] = []
        self._unread_pictures = 0
        self._digits: list[str] = []

    def open_group(self) -> None:
        """Remember what holds around the group."""
        self._flush()
        self._to_skip = 0
        self.groups.append((self._state, self._sink))

    def close_group(self) -> None:
        """Finish the part that ends with the group, and go on with what held around it."""
        self._flush()
        self._to_skip = 0
        if not self.groups:
            return
        sink, state = self._sink, self._state
        self._state, self._sink = self.groups.pop()
        if sink is not self._sink:
            self._finish(sink, state)

    def text(self, data: bytes) -> None:
        """Take bytes of text in; those that stand for a character given before are passed over."""
        self._starred = False
        if self._to_skip:
            passed = min(self._to_skip, len(data))
            self._to_skip -= passed
            data = data[passed:]
        if self._state.skip or not data:
            return
        match self._sink.kind:
            case "fonts":
                self._fonts.text(data)
            case "styles":
                self._styles.text(data)
            case "picture":
                self._digits.append(data.decode("latin-1").replace(" ", ""))
            case _ if not self._state.mute:
                self._bytes += data

    def word(self, name: str, number: int | None) -> None:
        """Do what a control word says."""
        if name == "*":
            self._starred = True
            return
        starred, self._starred = self._starred, False
        if self._state.skip:
            return
        self._decode()
        self._to_skip = 0
        if name == "u":
            self._to_skip = self._state.skipped_after_unicode
            self._pending.append(_character(number or 0))
            return
        if name in _SIGNS:
            self._pending.append(_SIGNS[name])
            return
        if name == "uc":  # may stand between the halves of a character
            self._state = CHANGES[name](self._state, number)
            return
        self._flush()
        if name in _PARTS:
            mark = self._note_mark() if name == "footnote" else ""
            self._state = replace(self._state, in_table=False, level=0, centred=False, title=False, mute=False)
            self._sink = Sink(_PARTS[name], mark)
            self._digits = []
        elif name in _PASSED_OVER or (starred and name not in _STARRED):
            self._state = replace(self._state, skip=True)
        elif name in _MUTE:
            self._state = replace(self._state, mute=True)
        elif self._sink.kind == "fonts":
            self._fonts.word(name, number)
        elif self._sink.kind == "styles":
            self._styles.word(name, number)
        elif name in STEPS:
            STEPS[name](self._sink, self._state, number)
        elif name in CHANGES:
            self._state = CHANGES[name](self._state, number)
        else:
            self._set(name, number)

    def document(self) -> RawDocument:
        """What was read; parts that the file leaves open are closed."""
        while self.groups:
            self.close_group()
        self._flush()
        blocks = self._body.finish(self._state)
        notes = [f"{self._noted} 条脚注或尾注放在了所注的段落后面，以［1］等标出。"] if self._noted else []
        if self._unread_pictures:
            notes.append(f"有 {self._unread_pictures} 幅图形或旧格式的图片取不出来，需要时请对照原件另存为图片插入。")
        return RawDocument(tuple(blocks), tuple(notes), tuple(self._body.left_out + self._left_out))

    def _set(self, name: str, number: int | None) -> None:
        """Words that need what the head of the file says."""
        match name:
            case "ansicpg":
                self._page = of_number(number or 0)
            case "mac" | "pc" | "pca" | "ansi":
                self._page = _PAGES[name]
            case "deff":
                self._first_font = number or 0
                self._state = replace(self._state, font=self._first_font)
            case "plain":
                self._state = replace(
                    self._state, font=self._first_font, east_font=-1, bold=False, hidden=False, deleted=False, for_east=False
                )
            case "s":
                style = self._styles.found.get(number or 0, Style())
                self._state = replace(self._state, level=style.level, title=style.title)

    def _decode(self) -> None:
        """Decode the bytes that were collected: the font says how, or the one that it names for Chinese text, or the file."""
        if not self._bytes:
            return
        data = bytes(self._bytes)
        self._bytes.clear()
        font, east = self._font(self._state.font), self._font(self._state.east_font)
        if font.symbols:
            self._pending.append("".join(sign_or_box(font.symbols, byte) for byte in data if byte > 0x20))
        else:
            self._pending.append(decoded(data, font.page, (east.page, self._page)))

    def _flush(self) -> None:
        """Put the text that was collected into the part under way, before anything changes."""
        self._decode()
        text = "".join(self._pending)
        self._pending.clear()
        if not text or self._state.mute or self._sink.kind in ("fonts", "styles", "picture"):
            return
        text = text.translate(PRIVATE_SIGNS)
        if _SURROGATE.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        font, east = self._font(self._state.font), self._font(self._state.east_font)
        self._sink.put(text, self._state, font.face if font.face is not Face.OTHER else east.face)

    def _font(self, number: int) -> Font:
        return self._fonts.found.get(number, Font())

    def _finish(self, sink: Sink, state: State) -> None:
        """Hand over what a part held to the part around it."""
        if sink.kind in ("fonts", "styles"):
            return
        if sink.kind == "picture":
            self._keep_picture()
            return
        if sink.kind == "label":
            self._sink.label = "".join(run.text for run in sink.runs).lstrip()
            return
        blocks = [block for block in sink.finish(replace(state, in_table=False)) if _says_something(block)]
        text = "\n".join(block.text for block in blocks if isinstance(block, RawParagraph)).strip()
        match sink.kind:
            case "author":
                self._author = text
            case "comment":
                self._leave_out(Reason.COMMENT, text, self._author)
            case "header" | "footer":
                self._leave_out(Reason.HEADER if sink.kind == "header" else Reason.FOOTER, text)
            case "footnote" if text:
                self._sink.behind.append(RawParagraph(sink.mark + text))
            case _:
                self._sink.behind += blocks
        self._left_out += sink.left_out

    def _note_mark(self) -> str:
        """Put the mark of the next note into the text."""
        self._noted += 1
        mark = f"［{self._noted}］"
        self._sink.put(mark, self._state, Face.OTHER)
        return mark

    def _leave_out(self, reason: Reason, text: str, author: str = "") -> None:
        near = shown_before(self._sink.runs) if reason is Reason.COMMENT else ""
        found = LeftOut(reason, text, author, near)
        if text and (reason is Reason.COMMENT or found not in self._left_out):
            self._left_out.append(found)

    def _keep_picture(self) -> None:
        picture = picture_of("".join(self._digits))
        self._digits = []
        if picture is None:
            self._unread_pictures += 1
        else:
            self._sink.behind.append(picture)


def _character(number: int) -> str:
    """The UTF-16 unit behind \\u, which older programs write as a negative number; what is no character is a sign of loss."""
    unit = number & 0xFFFF if number < 0 else number
    return chr(unit) if 0x20 <= unit <= 0xFFFF else "\ufffd" if unit > 0xFFFF else ""


def _says_something(block: RawBlock) -> bool:
    return not isinstance(block, RawParagraph) or bool(block.text.strip())
