"""The text of a file and its changes become characters of which each one's look is known, and stretches of readable text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.importers.doc.fib import Story
from app.importers.doc.fonts import read_fonts
from app.importers.doc.numbers import u8, u16, u32
from app.importers.doc.pages import Stretch, character_stretches, paragraph_stretches
from app.importers.doc.pieces import Pieces
from app.importers.doc.sprms import Sprm, changes
from app.importers.doc.streams import Streams
from app.importers.doc.styles import PLAIN, Format, changed, read_styles, switched
from app.importers.raw import Face
from app.importers.symbols import PRIVATE_SIGNS, sign_or_box
from app.records import dataclass

BOLD, LIGHT, FACED, KAI, HEI, UNSEEN, DELETED, HIDDEN = (1 << bit for bit in range(8))
"""What is said of a character: that it is bold or surely not, that its face is known, 楷体 or 黑体, and why it is not in the text."""
NOT_TEXT = UNSEEN | DELETED | HIDDEN

_RUN = re.compile(rb"(.)\1*", re.DOTALL)
_FIELD = re.compile("[\x13-\x15]")
_FIELD_START, _FIELD_MIDDLE = "\x13", "\x14"
_PICTURE, _SYMBOL = "\x01", "("
_SURROGATE = re.compile("[\ud800-\udfff]")
_SIGNS: dict[int, str | None] = {code: None for code in range(0x20) if code not in (0x09, 0x0A)}
_SIGNS |= {0x0B: "\n", 0x0E: "\n", 0x1E: "-"}
"""Control characters: a line and a column break, the hyphen that does not break; the optional one and the anchors show nothing."""
_SIGNS |= PRIVATE_SIGNS
_NOTES = 0xF0000
"""Where the marks of notes stand in for their numbers: no character of UTF-16 text is there before its halves are put together."""
_MOST_NOTES = 0xFFFE
_NOTE = re.compile("[\U000f0000-\U000fffff]")


@dataclass(frozen=True, slots=True)
class Run:
    """Readable text of one look."""

    text: str
    flags: int


class Characters:
    """The characters of a file by their places, and the pictures among them with where their bytes stand in the data stream.

    `notes` are the places of the marks of footnotes and endnotes, in order.
    """

    def __init__(self, streams: Streams, pieces: Pieces, notes: Sequence[int] = ()) -> None:
        self._pieces = pieces
        self._styles = read_styles(streams)
        self._fonts = read_fonts(streams)
        self._paragraphs = paragraph_stretches(streams)
        self._formats: dict[tuple[int, bytes, bytes], Format] = {}
        self._flags = bytearray(len(pieces.text))
        self._symbols: dict[int, str] = {}
        self._form_data: set[int] = set()
        self.pictures: dict[int, int] = {}
        stretches = character_stretches(streams)
        for piece in pieces.pieces:
            if piece.grpprl:
                self._change(piece.start, piece.end, piece.grpprl)
            for stretch in stretches.within(piece.offset, piece.byte_of(piece.end)):
                start = piece.start + max(0, -(-(stretch.start - piece.offset) // piece.width))
                end = min(piece.end, piece.start + -(-(stretch.end - piece.offset) // piece.width))
                if start < end:
                    self._change(start, end, stretch.grpprl + piece.grpprl)
        marks = {place: chr(_NOTES + number) for number, place in enumerate(notes[:_MOST_NOTES], 1) if place < len(pieces.text)}
        self.text = _with_symbols(pieces.text, self._symbols | marks)
        for story in streams.fib.stories:
            self._hide_instructions(story)
        for place in [place for place in self.pictures if place in self._form_data or self._flags[place] & NOT_TEXT]:
            del self.pictures[place]

    def format_at(self, place: int) -> Format:
        """The format of the paragraph whose end mark stands at a place."""
        piece = self._pieces.at(place)
        stretch = self._paragraphs.at(piece.byte_of(place)) or Stretch(0, 0, b"")
        key = (stretch.style, stretch.grpprl, piece.grpprl)
        if key not in self._formats:
            self._formats[key] = changed(self._style(stretch.style), stretch.grpprl + piece.grpprl)
        return self._formats[key]

    def face_of(self, form: Format) -> Face:
        """The face that a paragraph's style names."""
        return self._face(form.font)

    def is_joined(self, place: int) -> bool:
        """Whether the end mark there ends nothing, because it was deleted or is part of a field's instruction."""
        return bool(self._flags[place] & (DELETED | UNSEEN))

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """The stretches of one look between two places, with what is not in the text among them."""
        for match in _RUN.finditer(self._flags, start, end):
            yield Run(_readable(self.text[match.start() : match.end()]), match[0][0])

    def _change(self, start: int, end: int, grpprl: bytes) -> None:
        flags = 0
        for code, operand in changes(grpprl):
            match code:
                case Sprm.C_STYLE:
                    style = self._style(u16(operand, 0))
                    flags |= (BOLD if style.bold else 0) | (HIDDEN if style.hidden else 0) | self._face_flags(style.font)
                case Sprm.C_BOLD:
                    bold = switched(u8(operand, 0), style=False)
                    flags = flags & ~(BOLD | LIGHT) | (BOLD if bold else LIGHT if u8(operand, 0) == 0 else 0)
                case Sprm.C_HIDDEN:
                    flags = flags & ~HIDDEN | (HIDDEN if switched(u8(operand, 0), style=False) else 0)
                case Sprm.C_DELETED:
                    flags = flags & ~DELETED | (DELETED if u8(operand, 0) == 1 else 0)
                case Sprm.C_FONT_EAST:
                    flags = flags & ~(FACED | KAI | HEI) | self._face_flags(u16(operand, 0))
                case Sprm.C_SYMBOL if self._pieces.text[start] == _SYMBOL:
                    self._symbols |= dict.fromkeys(range(start, end), self._symbol(operand))
                case Sprm.C_PICTURE if self._pieces.text[start] == _PICTURE:
                    self.pictures[start] = u32(operand, 0)
                case Sprm.C_DATA if u8(operand, 0):
                    self._form_data.add(start)
        self._flags[start:end] = bytes([flags]) * (end - start)

    def _symbol(self, operand: bytes) -> str:
        """The sign that the number of a font and a code name."""
        name = self._fonts[u16(operand, 0)].name if u16(operand, 0) < len(self._fonts) else ""
        return sign_or_box(name, u16(operand, 2))

    def _style(self, number: int) -> Format:
        return self._styles[number] if number < len(self._styles) else PLAIN

    def _face(self, font: int) -> Face:
        return self._fonts[font].face if 0 <= font < len(self._fonts) else Face.OTHER

    def _face_flags(self, font: int) -> int:
        return 0 if font < 0 else FACED | {Face.KAI: KAI, Face.HEI: HEI, Face.OTHER: 0}[self._face(font)]

    def _hide_instructions(self, story: Story) -> None:
        """Of a field only the result is text. A field that nothing ends is none."""
        closing: dict[int, int] = {}
        open_fields: list[tuple[int, int]] = []
        for match in _FIELD.finditer(self.text, story.start, story.end):
            if match[0] == _FIELD_START:
                open_fields.append((match.start(), -1))
            elif match[0] == _FIELD_MIDDLE:
                if open_fields and open_fields[-1][1] < 0:
                    open_fields[-1] = (open_fields[-1][0], match.start())
            elif open_fields:
                start, middle = open_fields.pop()
                closing[start] = middle if middle >= 0 else match.start()
        hidden_to = 0
        for start in sorted(closing):
            first = max(start, hidden_to)
            if first <= closing[start]:
                hidden_to = closing[start] + 1
                self._flags[first:hidden_to] = bytes([UNSEEN]) * (hidden_to - first)


def _with_symbols(text: str, symbols: dict[int, str]) -> str:
    """The text with the characters of symbol fonts in their places, where the file keeps an opening bracket."""
    parts = []
    at = 0
    for place in sorted(symbols):
        parts += [text[at:place], symbols[place]]
        at = place + 1
    return "".join([*parts, text[at:]])


def note_mark(number: int) -> str:
    """What stands for a footnote or endnote, in the text and before the note."""
    return f"［{number}］"


def _readable(text: str) -> str:
    """Text without marks and anchors, two halves of a character put together."""
    text = _NOTE.sub(lambda mark: note_mark(ord(mark[0]) - _NOTES), text.translate(_SIGNS))
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
