"""The head of a WordDocument stream (the FIB) becomes where everything else of the file stands."""

from __future__ import annotations

from enum import IntEnum

from app.errors import UserError
from app.importers.doc.numbers import u16, u32
from app.records import dataclass

_WORD_97, _WORD_6 = 0xA5EC, 0xA5DC
_FIRST_OF_WORD_97 = 0x6A
"""The lowest version of a file in the format of Word 97; Word 6 writes 0x65, Word 95 writes 0x68."""
_ENCRYPTED, _TABLE_1, _OBFUSCATED = 0x0100, 0x0200, 0x8000
_LENGTHS, _PLACES = 0x4C, 0x9A


class Part(IntEnum):
    """The number of a part of the file among the FIB's places ([MS-DOC] 2.5.6)."""

    STYLES = 1
    FOOTNOTE_REFERENCES = 2
    FOOTNOTES = 3
    COMMENT_REFERENCES = 4
    COMMENTS = 5
    HEADERS = 11
    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    FONTS = 15
    PIECES = 33
    COMMENT_AUTHORS = 36
    SHAPES = 40
    ENDNOTE_REFERENCES = 46
    ENDNOTES = 47
    TEXT_BOXES = 56
    LISTS = 73
    LIST_USES = 74


@dataclass(frozen=True, slots=True)
class Story:
    """A part of the text: characters `start` to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fib:
    """What the head says."""

    table_name: str
    main: Story
    footnotes: Story
    headers: Story
    comments: Story
    endnotes: Story
    text_boxes: Story
    length: int
    places: bytes

    @property
    def stories(self) -> tuple[Story, ...]:
        """All parts of the text in order."""
        return (self.main, self.footnotes, self.headers, self.comments, self.endnotes, self.text_boxes)

    def place(self, part: Part) -> tuple[int, int]:
        """Where a part stands in the table stream, and how many bytes it has."""
        return u32(self.places, 8 * part), u32(self.places, 8 * part + 4)


def read_fib(word: bytes, name: str) -> Fib:
    """Read the head. Raises UserError for files that are older, encrypted or no Word files at all."""
    magic, version, flags = u16(word, 0), u16(word, 2), u16(word, 0x0A)
    if magic == _WORD_6 or (magic == _WORD_97 and version < _FIRST_OF_WORD_97):
        raise UserError(f"“{name}”是 Word 6.0/95 的旧格式文档，这里读不了，请用 Word 或 WPS 打开，另存为 .docx 后再导入。")
    if magic != _WORD_97:
        raise UserError(f"“{name}”的内部结构不是 Word 97 以后的文档，请用 Word 或 WPS 打开，另存为 .docx 后再导入。")
    if flags & (_ENCRYPTED | _OBFUSCATED):
        raise UserError(f"“{name}”加了密码，请用 Word 或 WPS 打开，去掉密码，另存为 .docx 后再导入。")
    lengths = [u32(word, _LENGTHS + 4 * index) for index in range(8)]
    starts = [sum(lengths[:index]) for index in range(9)]
    main, footnotes, headers, _macros, comments, endnotes, text_boxes = (Story(starts[index], starts[index + 1]) for index in range(7))
    pairs = word[_PLACES : _PLACES + 8 * u16(word, _PLACES - 2)]
    table_name = "1Table" if flags & _TABLE_1 else "0Table"
    return Fib(table_name, main, footnotes, headers, comments, endnotes, text_boxes, starts[8], pairs)
