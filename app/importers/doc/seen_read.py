"""The bytes of a Word 97-2003 or Kingsoft WPS file become what it looks like. Drawn lines stay unseen: what draws them is not read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from app.importers.doc.fib import Part, Story
from app.importers.doc.fonts import read_fonts
from app.importers.doc.lists import Labels, read_lists
from app.importers.doc.numbers import plc, u16, u32
from app.importers.doc.pages import Stretch, character_stretches, paragraph_stretches
from app.importers.doc.pictures import read_picture
from app.importers.doc.pieces import Pieces, read_pieces
from app.importers.doc.seen_format import SeenStyles, cell_rules, paragraph_of, section_of, table_rules
from app.importers.doc.streams import Streams, damaged, read_streams
from app.importers.doc.text import NOT_TEXT, Characters
from app.importers.raw import RawPicture
from app.importers.seen import SeenAlign, SeenDocument, SeenFolio, SeenPage, SeenParagraph, SeenPicture, SeenRun
from app.importers.seen_format import TextFormat, over, run_of, sized

_END = re.compile("[\r\x07\x0c]")
_PAGE_FIELD = re.compile("\x13[^\x14\x15]*\\bPAGE\\b[^\x14\x15]*(?:\x14[^\x15]*)?\x15")
_SECTIONS, _OPTIONS = 6, 31
_SECTION_BYTES, _SHAPE_BYTES, _BOX_BYTES = 12, 26, 22
_EVEN_FOOTER, _ODD_FOOTER, _FIRST_FOOTER = 8, 9, 11
_MOST_PARAGRAPHS = 20_000
_LONGEST_FOLIO = 24
_CELL_END, _PAGE_END = "\x07", "\x0c"


def seen_doc(data: bytes, name: str) -> SeenDocument:
    """Read a file. Raises UserError, in one sentence with its `name`, for what is older, encrypted, damaged or another program's."""
    streams = read_streams(data, name)
    pieces = read_pieces(streams)
    if pieces is None:
        raise damaged(name)
    reader = _Reader(streams, pieces)
    page, titled = reader.page()
    paragraphs = tuple(reader.document())
    return SeenDocument(page, paragraphs, reader.folio(titled=titled), unread=reader.drawn)


class _Reader:
    """Reads the looks of one file."""

    def __init__(self, streams: Streams, pieces: Pieces) -> None:
        self._streams, self._pieces = streams, pieces
        self._characters = Characters(streams, pieces)
        self._styles = SeenStyles(streams, read_fonts(streams))
        self._labels = Labels(read_lists(streams))
        self._shapes = paragraph_stretches(streams)
        self._changes = list(_changed_characters(streams, pieces))
        self._change_starts = [start for start, _, _ in self._changes]
        self._tables = -1
        self.drawn = 0
        """How many shapes hold no words: lines and the like, which nobody reads here."""

    def document(self) -> list[SeenParagraph]:
        """The text, boxes behind the paragraphs that they hang on."""
        anchors = self._anchors()
        out: list[SeenParagraph] = []
        row: list[int] = []
        row_number, column, new_page, in_table = 0, 0, False, False
        for start, end in self._paragraphs(self._streams.fib.main):
            form = self._characters.format_at(end)
            ends_cell = self._characters.text[end : end + 1] == _CELL_END
            inside = form.in_table or ends_cell
            if inside and not in_table:
                self._tables += 1
                row_number, column, row = 0, 0, []
            in_table = inside
            if ends_cell and form.row_end:
                self._rule_row(out, row, row_number, end)
                row_number, column, row = row_number + 1, 0, []
                continue
            paragraph = self._paragraph(start, end, new_page=new_page)
            new_page = self._characters.text[end : end + 1] == _PAGE_END
            if inside:
                row.append(len(out))
                paragraph = replace(paragraph, cell=(self._tables, row_number, column))
                column += ends_cell
            out.append(paragraph)
            for place, story in anchors:
                if start <= place <= end:
                    out += [replace(self._paragraph(*span, new_page=False), boxed=True) for span in self._paragraphs(story)]
        return out

    def page(self) -> tuple[SeenPage, bool]:
        """The sheet of the first section, and whether its first page has a footer of its own."""
        _, entries = plc(self._streams.table, *_place(self._streams, _SECTIONS), _SECTION_BYTES)
        at = u32(entries[0], 2) if entries else 0
        return section_of(self._streams.word[at + 2 : at + 2 + u16(self._streams.word, at)] if entries else b"")

    def folio(self, *, titled: bool) -> SeenFolio | None:
        """The page number in the footers of the first section."""
        places, _ = plc(self._streams.table, *self._streams.fib.place(Part.HEADERS), 0)
        headers = self._streams.fib.headers
        spans = [Story(headers.start + first, headers.start + last) for first, last in pairwise(places)]
        found = {at: self._folio(spans[at]) for at in (_ODD_FOOTER, _EVEN_FOOTER, _FIRST_FOOTER) if at < len(spans)}
        odd, even, first = (found.get(at) for at in (_ODD_FOOTER, _EVEN_FOOTER, _FIRST_FOOTER))
        if odd is None:
            return None
        options = _place(self._streams, _OPTIONS)[0]
        facing = bool(self._streams.table[options : options + 1] and self._streams.table[options] & 1)
        other = even.align if facing and even and even.align != odd.align else None
        return replace(odd, even=other, on_first_page=not titled or first is not None)

    def _folio(self, story: Story) -> SeenFolio | None:
        for start, end in self._paragraphs(story):
            text = self._characters.text[start:end]
            field = _PAGE_FIELD.search(text)
            if field is None:
                continue
            before, after = (part.translate(dict.fromkeys(range(32))) for part in (text[: field.start()], text[field.end() :]))
            paragraph = self._paragraph(start, end, new_page=False)
            if len(before) + len(after) > _LONGEST_FOLIO:
                continue
            look = next((run for run in paragraph.runs if run.text.strip()), paragraph.mark)
            align: SeenAlign = "left" if paragraph.align == "both" else paragraph.align
            inset = paragraph.left if align == "left" else paragraph.right
            line = paragraph.line if paragraph.line_rule == "exact" else 0
            return SeenFolio(f"{before.lstrip()}{{}}{after.rstrip()}", replace(look, text=""), align, inset, line=line)
        return None

    def _anchors(self) -> list[tuple[int, Story]]:
        """Where boxes hang, and the text in each."""
        places, entries = plc(self._streams.table, *self._streams.fib.place(Part.SHAPES), _SHAPE_BYTES)
        shapes = {u32(entry, 0): place for place, entry in zip(places, entries, strict=False)}
        self.drawn = len(shapes)
        boxes = self._streams.fib.text_boxes
        spans, boxed = plc(self._streams.table, *self._streams.fib.place(Part.TEXT_BOXES), _BOX_BYTES)
        found = []
        for (start, end), entry in zip(pairwise(spans), boxed, strict=False):
            shape = u32(entry, 14)
            if shape in shapes and start < end:
                self.drawn -= 1
                found.append((shapes[shape], Story(boxes.start + start, min(boxes.start + end, boxes.end))))
        return found

    def _paragraphs(self, story: Story) -> Iterator[tuple[int, int]]:
        """Where each paragraph begins, and where its mark stands."""
        start, stop = story.start, min(story.end, len(self._characters.text))
        count = 0
        for match in _END.finditer(self._characters.text, start, stop):
            if match[0] != _CELL_END and self._characters.is_joined(match.start()):
                continue
            count += 1
            if count > _MOST_PARAGRAPHS:
                return
            yield start, match.start()
            start = match.end()

    def _paragraph(self, start: int, end: int, *, new_page: bool) -> SeenParagraph:
        byte = self._pieces.at(end).byte_of(end)
        stretch = self._shapes.at(byte) or Stretch(0, 0, b"")
        styled, look = self._styles.paragraph(stretch.style)
        own = over(paragraph_of(stretch.grpprl), styled)
        runs = self._runs(start, end, look)
        form = self._characters.format_at(end)
        words = any(run.text.strip() for run in runs)
        label = self._labels.next(form.list_use, form.list_level) if form.list_use and words else ""
        mark = next((self._styles.text(grpprl, look) for _, _, grpprl in self._between(end, end + 1)), look)
        return SeenParagraph(
            **sized(own, runs, self._styles.usual_size_pt),
            runs=tuple(runs),
            new_page=new_page or own.get("new_page", False),
            level=form.level,
            label=label,
            pictures=tuple(self._pictures(start, end)),
            mark=run_of("", mark),
        )

    def _runs(self, start: int, end: int, base: TextFormat) -> list[SeenRun]:
        runs: list[SeenRun] = []
        for first, last, grpprl in self._between(start, end):
            look = self._styles.text(grpprl, base)
            for run in self._characters.runs(max(first, start), min(last, end)):
                if run.flags & NOT_TEXT or not run.text:
                    continue
                made = run_of(run.text, look)
                if runs and replace(runs[-1], text="") == replace(made, text=""):
                    runs[-1] = replace(made, text=runs[-1].text + made.text)
                else:
                    runs.append(made)
        return runs

    def _between(self, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
        """The changes of characters between two places; stretches without one among them."""
        at = start
        index = max(bisect_right(self._change_starts, start) - 1, 0)
        while index < len(self._changes) and self._changes[index][0] < end:
            first, last, grpprl = self._changes[index]
            index += 1
            if last <= at:
                continue
            if first > at:
                yield at, first, b""
            yield max(first, at), min(last, end), grpprl
            at = min(last, end)
        if at < end:
            yield at, end, b""

    def _pictures(self, start: int, end: int) -> Iterator[SeenPicture]:
        for place, offset in self._characters.pictures.items():
            if start <= place < end:
                picture = read_picture(self._streams.data, offset)
                if isinstance(picture, RawPicture):
                    head = self._streams.data[offset : offset + 40]
                    width, height = u16(head, 28) * u16(head, 32) // 1000, u16(head, 30) * u16(head, 34) // 1000
                    yield SeenPicture(picture.data, picture.name, width, height)

    def _rule_row(self, out: list[SeenParagraph], row: list[int], number: int, end: int) -> None:
        """Give a row that is over the rules of its table: between rows, and over the first; the last row keeps the one under it."""
        if not row:
            return
        stretch = self._shapes.at(self._pieces.at(end).byte_of(end)) or Stretch(0, 0, b"")
        above, below, between = table_rules(stretch.grpprl)
        own_above, own_below = cell_rules(self._characters.format_at(end).cells)
        above, between, below = own_above or above, own_above or between, own_below or below
        first, last = row[0], row[-1]
        out[first] = replace(out[first], above=out[first].above or (between if number else above))
        if number and first:
            out[first - 1] = replace(out[first - 1], below=None)
        out[last] = replace(out[last], below=out[last].below or below)


def _changed_characters(streams: Streams, pieces: Pieces) -> Iterator[tuple[int, int, bytes]]:
    """(first character, character behind the last, changes), in order."""
    stretches = character_stretches(streams)
    for piece in pieces.pieces:
        for stretch in stretches.within(piece.offset, piece.byte_of(piece.end)):
            start = piece.start + max(0, -(-(stretch.start - piece.offset) // piece.width))
            end = min(piece.end, piece.start + -(-(stretch.end - piece.offset) // piece.width))
            if start < end:
                yield start, end, stretch.grpprl + piece.grpprl


def _place(streams: Streams, part: int) -> tuple[int, int]:
    """Where a part stands of which the text has no need."""
    return u32(streams.fib.places, 8 * part), u32(streams.fib.places, 8 * part + 4)
