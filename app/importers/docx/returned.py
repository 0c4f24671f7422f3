"""A Word file that came back from review becomes its paragraphs with bookmarks, styles, tracked changes and comments, all changes taken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import field

from app.importers.docx.package import Package
from app.importers.docx.runs import chosen_of
from app.importers.docx.xml import Element, attribute, child, children, kind, value
from app.model.reviewed import NOBODY, SENT_SPACE, Author, Comment, ReturnedCopy, ReturnedParagraph, SentParagraph, Touch, sent_from_json
from app.records import dataclass

_KEY = re.compile(r"_jb_blk_(\d{1,9})")
_PUT_IN = frozenset({"w:ins", "w:moveTo"})
_TAKEN_OUT = frozenset({"w:del", "w:moveFrom"})
_BREAKS = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:noBreakHyphen": "-"}
_SKIPPED = frozenset({"w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:instrText", "w:delInstrText"})
_LARGEST_SENT = 4_000_000


def read_returned_docx(data: bytes, name: str) -> ReturnedCopy:
    """Read a file that was exported for review. Raises UserError for what is no Word file, broken or hostile."""
    package = Package(data, name)
    root = package.tree(package.main)
    body = child(root, "w:body")
    reader = _Reader(_style_names(package))
    reader.read(root if body is None else body)
    reader.finish()
    sent, key = _sent(package)
    return ReturnedCopy(tuple(reader.paragraphs), tuple(_comments(package, reader.anchors)), sent, key)


@dataclass(slots=True)
class _Draft:
    """A paragraph as far as it has been read."""

    text: str = ""
    keys: list[int] = field(default_factory=list)
    style: str = ""
    touches: list[Touch] = field(default_factory=list)


class _Reader:
    """Walks the text once. A text box is read behind the paragraph that it hangs on."""

    def __init__(self, styles: dict[str, str]) -> None:
        self.paragraphs: list[ReturnedParagraph] = []
        self.anchors: dict[str, tuple[int, int, int]] = {}
        self._styles = styles
        self._draft = _Draft()
        self._boxes: list[Element] = []
        self._open: dict[str, int] = {}
        self._fields: list[bool] = []

    def read(self, parent: Element) -> None:
        """What stands in an element, paragraph by paragraph."""
        for inner in parent:
            name = kind(inner)
            if name == "w:p":
                self._paragraph(inner)
            elif name == "mc:AlternateContent":
                chosen = chosen_of(inner)
                if chosen is not None:
                    self.read(chosen)
            elif name == "w:bookmarkStart":
                self._bookmark(inner)
            elif name not in _SKIPPED and name not in _TAKEN_OUT:
                self.read(inner)

    def finish(self) -> None:
        """Close a paragraph whose mark was deleted and that had nothing behind it to go on in."""
        if self._draft.text:
            self._close()

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "w:pPr")
        draft = self._draft
        if not draft.text:
            draft.style = self._styles.get(value(properties, "w:pStyle"), "")
        self._runs(element, NOBODY)
        mark = child(properties, "w:rPr")
        gone = next((one for name in _TAKEN_OUT if (one := child(mark, name)) is not None), None)
        if gone is None:
            self._close()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            held, self._draft = self._draft, _Draft()
            self.read(box)
            self._draft = held

    def _close(self) -> None:
        draft, self._draft = self._draft, _Draft()
        for comment, start in self._open.items():
            self.anchors.setdefault(comment, (len(self.paragraphs), start, len(draft.text)))
        self._open = dict.fromkeys(self._open, 0)
        touches = [Touch(t.start, min(t.end, len(draft.text)), t.author, t.deleted) for t in draft.touches]
        self.paragraphs.append(ReturnedParagraph(draft.text, tuple(draft.keys), draft.style, tuple(touches)))

    def _runs(self, element: Element, author: Author) -> None:
        """The words of a paragraph; `author` put them in, where that was tracked."""
        for inner in element:
            name = kind(inner)
            if name == "w:t":
                self._put(inner.text or "", author)
            elif name in _BREAKS:
                self._put(_BREAKS[name], author)
            elif name in _PUT_IN:
                self._runs(inner, _author(inner))
            elif name in _TAKEN_OUT:
                self._take_out(inner)
            elif name == "w:bookmarkStart":
                self._bookmark(inner)
            elif name == "w:commentRangeStart":
                self._open[attribute(inner, "id")] = len(self._draft.text)
            elif name in ("w:commentRangeEnd", "w:commentReference"):
                at = len(self._draft.text)
                self.anchors.setdefault(attribute(inner, "id"), (len(self.paragraphs), self._open.pop(attribute(inner, "id"), at), at))
            elif name == "w:fldChar":
                self._field(attribute(inner, "fldCharType"))
            elif name == "mc:AlternateContent":
                chosen = chosen_of(inner)
                if chosen is not None:
                    self._runs(chosen, author)
            elif name.endswith(":txbxContent"):
                self._boxes.append(inner)
            elif name not in _SKIPPED:
                self._runs(inner, author)

    def _put(self, text: str, author: Author) -> None:
        if text and not any(self._fields):
            start = len(self._draft.text)
            self._draft.text += text
            if author is not NOBODY:
                self._draft.touches.append(Touch(start, len(self._draft.text), author))

    def _take_out(self, element: Element) -> None:
        words = "".join(one.text or "" for one in element.iter() if kind(one) in ("w:delText", "w:t"))
        for inner in element.iter():
            if kind(inner) == "w:bookmarkStart":
                self._bookmark(inner)
        if words:
            at = len(self._draft.text)
            self._draft.touches.append(Touch(at, at, _author(element), words))

    def _bookmark(self, element: Element) -> None:
        found = _KEY.fullmatch(attribute(element, "name"))
        if found:
            self._draft.keys.append(int(found[1]))

    def _field(self, step: str) -> None:
        """The code of a field is no text, its result is."""
        if step == "begin":
            self._fields.append(True)
        elif self._fields and step == "separate":
            self._fields[-1] = False
        elif self._fields and step == "end":
            self._fields.pop()


def _author(element: Element) -> Author:
    return Author(attribute(element, "author"), attribute(element, "date")[:16])


def _style_names(package: Package) -> dict[str, str]:
    """What each style is called; programs number the styles anew, but keep their names."""
    return {attribute(one, "styleId"): value(one, "w:name") for one in children(package.optional("styles"), "w:style")}


def _comments(package: Package, anchors: dict[str, tuple[int, int, int]]) -> Iterator[Comment]:
    root = package.optional("comments")
    for one in children(root, "w:comment"):
        paragraphs = ("".join(t.text or "" for t in p.iter() if kind(t) == "w:t") for p in one.iter() if kind(p) == "w:p")
        text = "\n".join(filter(None, paragraphs))
        if text.strip():
            yield Comment(*anchors.get(attribute(one, "id"), (0, 0, 0)), text, _author(one))


def _sent(package: Package) -> tuple[tuple[SentParagraph, ...], str]:
    """What went out, and the key of its issue, where the file still has that part."""
    for relation in package.relations(package.main).values():
        if relation.type == "customXml" and package.has(relation.target):
            root = package.spare(relation.target)
            if root is not None and root.tag == f"{{{SENT_SPACE}}}sent" and len(root.text or "") <= _LARGEST_SENT:
                try:
                    return sent_from_json(json.loads(root.text or "")), root.get("issue", "")
                except ValueError:
                    return (), ""
    return (), ""
