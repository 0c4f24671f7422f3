"""The bytes of a Word file become its blocks in reading order, and what was left out by its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.errors import UserError
from app.importers.docx.drawing import Drawings
from app.importers.docx.numbering import Numbering
from app.importers.docx.package import Package
from app.importers.docx.runs import Field, Piece, Runs, chosen_of, filled
from app.importers.docx.styles import Style, Styles, lines_of
from app.importers.docx.tables import read_table
from app.importers.docx.xml import Element, attribute, child, children, kind, too_much, value
from app.importers.marking import marks_of
from app.importers.raw import Face, LeftOut, Look, RawBlock, RawDocument, RawParagraph, Reason
from app.importers.raw_text import lines_of_block
from app.model.issue import MarkKind

_CONTAINERS = frozenset({"w:customXml", "w:smartTag", "w:ins", "w:moveTo", "w:sdtContent"})
_MOST_PARAGRAPHS = 150_000
"""Cells of tables among them; a thick book has a tenth."""
_WORDS = re.compile(r"[^\W\d_]")
_AUTOMATIC_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_docx(data: bytes, name: str) -> RawDocument:
    """Read DOCX, DOCM, DOTX and DOTM, transitional or strict. Raises UserError for what is broken, hostile or without text."""
    package = Package(data, name)
    styles, numbering = Styles(package.optional("styles")), Numbering(package.optional("numbering"))
    story = Story(package, package.main, styles, numbering)
    root = package.tree(package.main)
    body = child(root, "w:body")
    blocks = story.blocks(root if body is None else body)
    left_out = [*story.left_out, *_comments(package, styles, story.commented), *_margins(package, styles)]
    if package.has_macros and not any(line.strip() for block in blocks for line in lines_of_block(block)):
        raise UserError(f"“{name}”里只有宏（程序），没有文字，请让报送单位发文字稿。")
    notes = ("文件里有宏（程序），没有运行，只取了文字。",) if package.has_macros else ()
    return RawDocument(tuple(blocks), (*notes, *story.notes()), tuple(left_out))


class Story:
    """The text of one part: the body, a header, the comments. Keeps what runs on from paragraph to paragraph."""

    def __init__(self, package: Package, part: str, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.fields: list[Field] = []
        self.left_out: list[LeftOut] = []
        self.commented: dict[str, str] = {}
        self._package = package
        self._part = part
        self._numbering = numbering
        self._drawings = Drawings(package, part, self.blocks)
        self._carried: list[Piece] = []
        self._waiting: list[tuple[str, str, str]] = []
        self._noted = 0
        self._note_parts: dict[str, dict[str, Element]] = {}
        self._foreign = 0
        self._read = 0

    def notes(self) -> tuple[str, ...]:
        """Sentences for the clerk."""
        said = list(self._drawings.notes())
        if self._noted:
            said.append(f"{self._noted} 条脚注或尾注放在了所注的段落后面，以［1］等标出。")
        if self._foreign:
            said.append(f"文件里嵌着 {self._foreign} 个别的文件，没有读，请打开原件核对。")
        return tuple(said)

    def blocks(self, parent: Element) -> list[RawBlock]:
        """What stands in an element, in order."""
        out: list[RawBlock] = []
        for inner in parent:
            name = kind(inner)
            if name == "w:p":
                out += self._paragraph(inner)
            elif name == "w:tbl":
                out += read_table(inner, self.blocks, self.left_out)
            elif name == "w:sdt":
                content = filled(inner)
                out += self.blocks(content) if content is not None else []
            elif name == "mc:AlternateContent":
                chosen = chosen_of(inner)
                out += self.blocks(chosen) if chosen is not None else []
            elif name in _CONTAINERS:
                out += self.blocks(inner)
            elif name in ("w:altChunk", "w:subDoc"):
                self._foreign += 1
        return out

    def hanging(self, element: Element) -> list[RawBlock]:
        """Pictures and text boxes in a drawing."""
        carried, self._carried = self._carried, []  # a box is a text of its own
        hung = self._drawings.read(element)
        self._carried = carried
        return hung

    def note(self, name: str, note_id: str) -> str:
        """The mark of a footnote or endnote, which follows the paragraph."""
        self._noted += 1
        mark = f"［{self._noted}］"
        self._waiting.append((name, note_id, mark))
        return mark

    def _paragraph(self, element: Element) -> list[RawBlock]:
        self._read += 1
        if self._read > _MOST_PARAGRAPHS:
            raise too_much(self._package.source_name)
        properties = child(element, "w:pPr")
        style_id = value(properties, "w:pStyle")
        style = self.styles.paragraph(style_id)
        runs = Runs(self, style.words, self._carried)
        waiting, self._waiting = self._waiting, []
        runs.read(element)
        runs.end()
        mark = child(properties, "w:rPr")
        if child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None:
            # Its mark is deleted: the next paragraph goes on where it ends.
            self._carried = runs.pieces
            self._waiting = [*waiting, *self._waiting]
            return runs.hung
        self._carried = []
        lines = lines_of(properties).over(style.lines)
        label = self._numbering.label(lines, style_id)
        hidden = "".join(piece.text for piece in runs.pieces if piece.words.hidden)
        if hidden.strip():
            self.left_out.append(LeftOut(Reason.HIDDEN, hidden))
        seen = [piece for piece in runs.pieces if not piece.words.hidden]
        paragraph = _paragraph_of(seen, label, _look_of(seen, lines.level or 0, bool(lines.centred), style))
        followers, self._waiting = [*waiting, *self._waiting], []
        return [paragraph, *runs.hung, *(block for one in followers for block in self._note_blocks(*one))]

    def _note_blocks(self, name: str, note_id: str, mark: str) -> list[RawBlock]:
        if name not in self._note_parts:
            part = self._package.related(self._part, f"{name}s")
            root = self._package.spare(part)
            self._note_parts[name] = {attribute(one, "id"): one for one in children(root, f"w:{name}")}
        element = self._note_parts[name].get(note_id)
        if element is None or attribute(element, "type") in _AUTOMATIC_NOTES:
            return []
        text = "\n".join(line for block in self.blocks(element) for line in lines_of_block(block) if line.strip())
        return [RawParagraph(f"{mark}{text.strip()}")] if text.strip() else []


def _paragraph_of(pieces: list[Piece], label: str, look: Look) -> RawParagraph:
    text = "".join(piece.text for piece in pieces)
    if not text.strip():
        return RawParagraph(text)
    kinds: list[frozenset[MarkKind]] = [frozenset()] * len(label)
    for piece in pieces:
        own = {MarkKind.BOLD} if piece.words.bold and not look.bold else set()
        if piece.words.face is Face.KAI and look.face is not Face.KAI:
            own.add(MarkKind.KAI)
        kinds += [frozenset(own)] * len(piece.text)
    return RawParagraph(label + text, look, marks_of(kinds), len(label))


def _look_of(pieces: list[Piece], level: int, centred: bool, style: Style) -> Look:
    """The look of a paragraph as far as all of its words share it."""
    words = [piece.words for piece in pieces if piece.text.strip()]
    faces = {one.face or Face.OTHER for one in words}
    bold = bool(words) and all(one.bold for one in words)
    return Look(level, style.title, bold, centred, faces.pop() if len(faces) == 1 else Face.OTHER)


def _comments(package: Package, styles: Styles, commented: Mapping[str, str]) -> list[LeftOut]:
    """The comments; `commented` are the words that each is on, by its id."""
    part = package.related(package.main, "comments")
    if part is None:
        return []
    story = Story(package, part, styles, Numbering(None))
    found = ((one, _text_of(story.blocks(one))) for one in children(package.spare(part), "w:comment"))
    return [LeftOut(Reason.COMMENT, text, attribute(one, "author"), commented.get(attribute(one, "id"), "")) for one, text in found if text]


def _margins(package: Package, styles: Styles) -> list[LeftOut]:
    """Headers and footers that hold words, each once; page numbers are none."""
    out: dict[LeftOut, None] = {}
    for one in package.relations(package.main).values():
        if one.type in ("header", "footer") and package.has(one.target):
            root = package.spare(one.target)
            story = Story(package, one.target, styles, Numbering(None))
            text = _text_of(story.blocks(root)) if root is not None else ""
            if _WORDS.search(text.replace("第", "").replace("页", "").replace("共", "")):
                out[LeftOut(Reason.HEADER if one.type == "header" else Reason.FOOTER, text)] = None
    return list(out)


def _text_of(blocks: list[RawBlock]) -> str:
    return "\n".join(line for block in blocks for line in lines_of_block(block)).strip()
