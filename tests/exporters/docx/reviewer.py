"""A reader with a red pen: changes to a DOCX as Word and WPS write them, with tracking or without, in runs cut anywhere."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from tests.exporters.docx.package import W

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

Element = etree._Element


def element(name: str, *children: Element, **attributes: str) -> Element:
    """An element of WordprocessingML."""
    made = etree.Element(W + name, {W + key: value for key, value in attributes.items()})
    made.extend(children)
    return made


class Reviewer:
    """Edits one file; `data` gives it as it is then."""

    def __init__(self, data: bytes, author: str = "张三", date: str = "2031-03-16T09:30:00Z") -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        self.document = etree.fromstring(self.parts["word/document.xml"])
        self.author, self.date = author, date
        self._comments = element("comments")
        self._ids = 1000

    # --- finding ------------------------------------------------------------------------------------------------------------------
    def paragraph(self, words: str) -> Element:
        """The one paragraph that holds these words, outside of the contents."""
        found = [p for p in self.document.iter(W + "p") if words in text_of(p) and p.find(f".//{W}hyperlink") is None]
        found = [p for p in found if not any(one.tag == _FALLBACK for one in p.iterancestors())]
        assert len(found) == 1, f"{len(found)} paragraphs hold {words}"
        return found[0]

    # --- without tracking ---------------------------------------------------------------------------------------------------------
    def replace(self, words: str, new: str) -> None:
        """Type over words."""
        runs = self._runs_of(self.paragraph(words), words)
        runs[0].find(f"{W}t").text = new  # type: ignore[union-attr]
        for run in runs[1:]:
            run.getparent().remove(run)  # type: ignore[union-attr]

    def delete_paragraph(self, words: str) -> None:
        """Select a paragraph with its mark and delete it; Word leaves its bookmark behind in the next one."""
        paragraph = self.paragraph(words)
        bookmarks = [mark for mark in paragraph if mark.tag in (W + "bookmarkStart", W + "bookmarkEnd")]
        behind = paragraph.getnext()
        paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
        if behind is not None and behind.tag == W + "p":
            place = 1 if behind.find(f"{W}pPr") is not None else 0
            for mark in reversed(bookmarks):
                behind.insert(place, mark)

    def insert_paragraph(self, after: str, text: str, like: str = "") -> None:
        """Press Enter behind a paragraph and type; with `like` in the style of another one."""
        properties = deepcopy(self.paragraph(like or after).find(f"{W}pPr"))
        made = element("p")
        if properties is not None:
            made.append(properties)
        made.append(_run(text))
        self.paragraph(after).addnext(made)

    def move_paragraph(self, words: str, after: str) -> None:
        """Cut a paragraph and paste it behind another one."""
        self.paragraph(after).addnext(self.paragraph(words))

    def move_article(self, title: str, after: str, count: int) -> None:
        """Cut a title with the `count` paragraphs below it and paste them behind a paragraph."""
        target, moving = self.paragraph(after), self.paragraph(title)
        for _ in range(count + 1):
            behind = moving.getnext()
            target.addnext(moving)
            target, moving = moving, behind  # type: ignore[assignment]

    def split(self, words: str) -> None:
        """Press Enter behind words; the bookmark goes on into the second paragraph."""
        paragraph = self.paragraph(words)
        last = self._runs_of(paragraph, words)[-1]
        second = element("p")
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            second.append(deepcopy(properties))
        second.extend(list(last.itersiblings()))
        paragraph.addnext(second)

    def join(self, words: str) -> None:
        """Press Delete at the end of a paragraph."""
        paragraph = self.paragraph(words)
        behind = paragraph.getnext()
        assert behind is not None
        paragraph.extend([child for child in behind if child.tag != W + "pPr"])
        behind.getparent().remove(behind)  # type: ignore[union-attr]

    # --- with tracking ------------------------------------------------------------------------------------------------------------
    def tracked_delete(self, words: str) -> None:
        """Delete words with changes tracked."""
        for run in self._runs_of(self.paragraph(words), words):
            mark = self._tracked("del")
            run.addprevious(mark)
            mark.append(run)
            run.find(f"{W}t").tag = W + "delText"  # type: ignore[union-attr]

    def tracked_insert(self, after: str, text: str) -> None:
        """Type behind words with changes tracked."""
        mark = self._tracked("ins")
        mark.append(_run(text))
        self._runs_of(self.paragraph(after), after)[-1].addnext(mark)

    def tracked_delete_paragraph(self, words: str) -> None:
        """Delete a paragraph and its mark with changes tracked."""
        paragraph = self.paragraph(words)
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = element("pPr")
            paragraph.insert(0, properties)
        for run in paragraph.findall(f"{W}r"):
            mark = self._tracked("del")
            run.addprevious(mark)
            mark.append(run)
            for text in run.findall(f"{W}t"):
                text.tag = W + "delText"
        properties.append(element("rPr", self._tracked("del")))

    def tracked_insert_paragraph(self, after: str, text: str) -> None:
        """Press Enter behind a paragraph and type, with changes tracked."""
        paragraph = self.paragraph(after)
        properties = deepcopy(paragraph.find(f"{W}pPr"))
        assert properties is not None
        properties.append(element("rPr", self._tracked("ins")))
        mark = self._tracked("ins")
        mark.append(_run(text))
        paragraph.addnext(element("p", properties, mark))

    def comment(self, words: str, text: str) -> None:
        """Put a comment on words."""
        number = str(len(self._comments))
        runs = self._runs_of(self.paragraph(words), words)
        runs[0].addprevious(element("commentRangeStart", id=number))
        runs[-1].addnext(element("r", element("commentReference", id=number)))
        runs[-1].addnext(element("commentRangeEnd", id=number))
        self._comments.append(element("comment", element("p", _run(text)), id=number, author=self.author, date=self.date))

    # --- what programs do on saving -----------------------------------------------------------------------------------------------
    def cut_runs(self, seed: int = 1) -> None:
        """Cut runs in two at random places, as Word does for its revision numbers and its spelling marks."""
        chance = random.Random(seed)
        for run in list(self.document.iter(W + "r")):
            text = run.find(f"{W}t")
            if text is not None and len(text.text or "") > 2 and chance.random() < 0.5:
                _cut(run, chance.randrange(1, len(text.text or "") - 1)).addprevious(element("proofErr", type="spellStart"))

    def renumber(self) -> None:
        """Give bookmarks new numbers and styles new ids, as LibreOffice does."""
        for number, mark in enumerate(self.document.iter(W + "bookmarkStart", W + "bookmarkEnd")):
            mark.set(W + "id", str(9000 + int(mark.get(W + "id", "0")) + 0 * number))
        styles = etree.fromstring(self.parts["word/styles.xml"])
        names = {str(one.get(W + "styleId")): f"Style{number}" for number, one in enumerate(styles.iter(W + "style"))}
        for tree in (styles, self.document):
            for one in tree.iter(W + "style"):
                one.set(W + "styleId", names[str(one.get(W + "styleId"))])
            for one in tree.iter(*(W + name for name in ("pStyle", "rStyle", "basedOn", "next", "link"))):
                one.set(W + "val", names.get(str(one.get(W + "val")), str(one.get(W + "val"))))
        self.parts["word/styles.xml"] = etree.tostring(styles)

    def drop(self, *names: str) -> None:
        """Take out all elements of these names, as a program that does not know them."""
        for one in list(self.document.iter(*(W + name for name in names))):
            one.getparent().remove(one)  # type: ignore[union-attr]

    def forget_what_was_sent(self) -> None:
        """Lose the part of the file that word processors have no use for."""
        self.parts["word/_rels/document.xml.rels"] = self._without(self.parts["word/_rels/document.xml.rels"])

    def data(self) -> bytes:
        """The file as it is saved."""
        parts = self.parts | {"word/document.xml": etree.tostring(self.document)}
        if len(self._comments):
            parts["word/comments.xml"] = etree.tostring(self._comments)
            types = etree.fromstring(parts["[Content_Types].xml"])
            types.append(etree.Element(_TYPES + "Override", PartName="/word/comments.xml", ContentType=_COMMENTS_TYPE))
            parts["[Content_Types].xml"] = etree.tostring(types)
            relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
            relations.append(etree.Element(_RELS + "Relationship", Id="rIdComments", Type=_COMMENTS, Target="comments.xml"))
            parts["word/_rels/document.xml.rels"] = etree.tostring(relations)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in parts.items():
                file.writestr(name, data)
        return out.getvalue()

    # --- inside -------------------------------------------------------------------------------------------------------------------
    @staticmethod
    def _without(relations: bytes) -> bytes:
        tree = etree.fromstring(relations)
        for one in list(tree):
            if str(one.get("Type")).endswith("/customXml"):
                tree.remove(one)
        return etree.tostring(tree)

    def _tracked(self, name: str) -> Element:
        self._ids += 1
        return element(name, id=str(self._ids), author=self.author, date=self.date)

    def _runs_of(self, paragraph: Element, words: str) -> list[Element]:
        """The runs that hold these words and nothing else, cut where they have to be."""
        start = text_of(paragraph).index(words)
        for edge in (start + len(words), start):
            at = 0
            for run in _runs(paragraph):
                length = len(_text(run))
                if at < edge < at + length:
                    _cut(run, edge - at)
                at += length
        found, at = [], 0
        for run in _runs(paragraph):
            if start <= at < start + len(words) and _text(run):
                found.append(run)
            at += len(_text(run))
        return found


def text_of(paragraph: Element) -> str:
    """The words of a paragraph's own runs."""
    return "".join(map(_text, _runs(paragraph)))


def shuffled(steps: list[Callable[[], None]], seed: int) -> None:
    """Do steps in a random order."""
    random.Random(seed).shuffle(steps)
    for step in steps:
        step()


def _runs(paragraph: Element) -> list[Element]:
    return [run for run in paragraph.iter(W + "r") if next(run.iterancestors(W + "p")) is paragraph and run.find(f"{W}t") is not None]


def _text(run: Element) -> str:
    found = run.find(f"{W}t")
    return (found.text or "") if found is not None else ""


def _run(text: str) -> Element:
    words = element("t")
    words.text = text
    words.set(_SPACE, "preserve")
    return element("r", words)


def _cut(run: Element, at: int) -> Element:
    """Cut a run in two; returns the second one."""
    second = deepcopy(run)
    first_text, second_text = run.find(f"{W}t"), second.find(f"{W}t")
    assert first_text is not None and second_text is not None
    text = first_text.text or ""
    first_text.text, second_text.text = text[:at], text[at:]
    for one in (first_text, second_text):
        one.set(_SPACE, "preserve")
    for child in list(second):
        if child.tag not in (W + "rPr", W + "t"):
            second.remove(child)
    run.addnext(second)
    return second
