"""The bytes of a Word 97-2003 or Kingsoft WPS file become a raw document."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from app.importers.doc.fib import Part, Story
from app.importers.doc.lists import Labels, read_lists
from app.importers.doc.numbers import plc, u16, u32, utf16
from app.importers.doc.pictures import read_picture
from app.importers.doc.pieces import read_pieces
from app.importers.doc.story import StoryText, read_story
from app.importers.doc.streams import Streams, damaged, read_streams
from app.importers.doc.text import Characters, note_mark
from app.importers.raw import NEAR_CHARACTERS, LeftOut, RawBlock, RawDocument, RawParagraph, RawPicture, Reason

_SHAPE_BYTES, _BOX_BYTES, _COMMENT_BYTES, _REFERENCE_BYTES = 26, 22, 30, 2
_HEADER_STORIES = 6
_FOOTERS = (2, 3, 5)
"""Of each section: even and odd header, even and odd footer, first header, first footer."""
_LONGEST_NAME = 64
_LOOKED_BACK = 40


def read_doc(data: bytes, name: str) -> RawDocument:
    """Read a file. Raises UserError, in one sentence with its `name`, for what is older, encrypted, damaged or another program's."""
    streams = read_streams(data, name)
    pieces = read_pieces(streams)
    if pieces is None:
        raise damaged(name)
    notes = _note_places(streams)
    return _Reader(streams, Characters(streams, pieces, notes), notes).document(cut=pieces.cut)


class _Reader:
    """Reads the parts of one file; automatic numbers run on from part to part."""

    def __init__(self, streams: Streams, characters: Characters, notes: list[int]) -> None:
        self._streams = streams
        self._characters = characters
        self._labels = Labels(read_lists(streams))
        self._left_out: list[LeftOut] = []
        self._unread_pictures = 0
        self._placed: set[int] = set()
        self._picture_places = sorted(characters.pictures)
        self._anchors = self._shape_anchors()
        self._anchor_places = sorted(self._anchors)
        self._boxes = self._text_boxes()
        self._note_places = notes
        self._notes = self._read_notes()

    def document(self, *, cut: bool) -> RawDocument:
        """The whole file: the text, with boxes, pictures and notes behind the paragraphs that they hang on."""
        fib = self._streams.fib
        body = self._take(read_story(self._characters, fib.main, self._labels, self._anchored))
        for shape in list(self._boxes):
            body += self._boxes.pop(shape)
        notes = []
        if self._notes:
            notes.append(f"{len(self._notes)} 条脚注或尾注放在了所注的段落后面，以［1］等标出。")
        body += [note for number, note in self._notes.items() if number not in self._placed]
        self._leave_out_comments()
        self._leave_out_headers()
        if self._unread_pictures:
            notes.append(f"有 {self._unread_pictures} 幅图形或旧格式的图片取不出来，需要时请对照原件另存为图片插入。")
        if cut:
            notes.append("文件不完整，后面的文字可能缺失，请对照原件核对。")
        return RawDocument(tuple(body), tuple(notes), tuple(self._left_out))

    def _take(self, text: StoryText) -> list[RawBlock]:
        self._left_out += text.left_out
        return text.blocks

    def _parts(self, story: Story, part: Part, entry_bytes: int) -> list[tuple[bytes, StoryText]]:
        """The parts of a story with the entries that belong to them."""
        places, entries = plc(self._streams.table, *self._streams.fib.place(part), entry_bytes)
        found = []
        at = story.start
        for (start, end), entry in zip(pairwise(places), entries, strict=True):
            start, end = max(at, story.start + start), min(story.end, story.start + end)
            if start < end:
                found.append((entry, read_story(self._characters, Story(start, end), self._labels, self._pictures)))
                at = end
        return found

    def _anchored(self, start: int, end: int) -> list[RawBlock]:
        boxes = [block for place in _between(self._anchor_places, start, end) for block in self._boxes.pop(self._anchors[place], [])]
        first, last = bisect_left(self._note_places, start), bisect_left(self._note_places, end)
        numbers = [number for number in range(first + 1, last + 1) if number in self._notes]
        self._placed.update(numbers)
        return [*boxes, *self._pictures(start, end), *(self._notes[number] for number in numbers)]

    def _pictures(self, start: int, end: int) -> list[RawBlock]:
        places = _between(self._picture_places, start, end)
        pictures = [read_picture(self._streams.data, self._characters.pictures[place]) for place in places]
        self._unread_pictures += pictures.count(None)
        return [picture for picture in pictures if isinstance(picture, RawPicture)]

    def _read_notes(self) -> dict[int, RawParagraph]:
        """The number of a note -> its text behind its mark. A note without a place in the text gets a number behind the others."""
        fib = self._streams.fib
        found: dict[int, RawParagraph] = {}
        unplaced = len(self._note_places)
        for story, part, references in (
            (fib.footnotes, Part.FOOTNOTES, Part.FOOTNOTE_REFERENCES),
            (fib.endnotes, Part.ENDNOTES, Part.ENDNOTE_REFERENCES),
        ):
            places = _places(self._streams, references)
            texts = [self._take(text) for _, text in self._parts(story, part, 0)]
            for index, blocks in enumerate(texts):
                words = "\n".join(block.text for block in blocks if isinstance(block, RawParagraph)).strip()
                if words and index < len(places):
                    number = bisect_left(self._note_places, places[index]) + 1
                    found[number] = RawParagraph(note_mark(number) + words)
                elif words:
                    unplaced += 1
                    found[unplaced] = RawParagraph(note_mark(unplaced) + words)
        return found

    def _shape_anchors(self) -> dict[int, int]:
        """The place of an anchor -> the id of the shape that hangs there."""
        places, entries = plc(self._streams.table, *self._streams.fib.place(Part.SHAPES), _SHAPE_BYTES)
        return {place: u32(entry, 0) for place, entry in zip(places, entries, strict=False)}

    def _text_boxes(self) -> dict[int, list[RawBlock]]:
        """The id of a shape -> what is written in it."""
        boxes: dict[int, list[RawBlock]] = {}
        for entry, text in self._parts(self._streams.fib.text_boxes, Part.TEXT_BOXES, _BOX_BYTES):
            found = [block for block in self._take(text) if _says_something(block)]
            boxes.setdefault(u32(entry, 14), []).extend(found)
        return boxes

    def _leave_out_comments(self) -> None:
        names = self._comment_authors()
        places, references = plc(self._streams.table, *self._streams.fib.place(Part.COMMENT_REFERENCES), _COMMENT_BYTES)
        authors = [names[number] if (number := u16(entry, 20)) < len(names) else "" for entry in references]
        for index, (_, text) in enumerate(self._parts(self._streams.fib.comments, Part.COMMENTS, 0)):
            if text.text:
                near = self._words_before(places[index]) if index < len(places) else ""
                self._left_out.append(LeftOut(Reason.COMMENT, text.text, authors[index] if index < len(authors) else "", near))

    def _words_before(self, place: int) -> str:
        words = self._characters.text[max(0, place - _LOOKED_BACK) : place]
        return "".join(char for char in words.split("\r")[-1] if char.isprintable())[-NEAR_CHARACTERS:]

    def _comment_authors(self) -> list[str]:
        at, size = self._streams.fib.place(Part.COMMENT_AUTHORS)
        end = min(at + size, len(self._streams.table))
        names = []
        while at + 2 <= end:
            length = u16(self._streams.table, at)
            names.append(utf16(self._streams.table, at + 2, min(length, _LONGEST_NAME)))
            at += 2 + 2 * length
        return names

    def _leave_out_headers(self) -> None:
        """What stands above and below the pages; the first six parts are the lines over footnotes."""
        told = set()
        places, _ = plc(self._streams.table, *self._streams.fib.place(Part.HEADERS), 0)
        story = self._streams.fib.headers
        at = story.start
        for index, (first, last) in enumerate(pairwise(places)):
            start, end = max(at, story.start + first), min(story.end, story.start + last)
            if index < _HEADER_STORIES or start >= end:
                continue
            at = end
            text = read_story(self._characters, Story(start, end), self._labels).text
            reason = Reason.FOOTER if index % _HEADER_STORIES in _FOOTERS else Reason.HEADER
            if text and (reason, text) not in told:
                told.add((reason, text))
                self._left_out.append(LeftOut(reason, text))


def _note_places(streams: Streams) -> list[int]:
    """Where the marks of footnotes and endnotes stand in the text, in order."""
    return sorted({*_places(streams, Part.FOOTNOTE_REFERENCES), *_places(streams, Part.ENDNOTE_REFERENCES)})


def _places(streams: Streams, part: Part) -> list[int]:
    """Where the marks of one kind of notes stand; the last place of the table is the end of the text."""
    places, entries = plc(streams.table, *streams.fib.place(part), _REFERENCE_BYTES)
    return [place for place in places[: len(entries)] if place < streams.fib.main.end]


def _between(places: list[int], start: int, end: int) -> list[int]:
    return places[bisect_left(places, start) : bisect_left(places, end)]


def _says_something(block: RawBlock) -> bool:
    return not isinstance(block, RawParagraph) or bool(block.text.strip())
