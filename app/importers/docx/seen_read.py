"""The bytes of a Word file become what it looks like."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from app.importers.docx.numbering import Numbering
from app.importers.docx.package import Package
from app.importers.docx.runs import chosen_of
from app.importers.docx.seen_drawing import SeenDrawings
from app.importers.docx.seen_folio import folio_of
from app.importers.docx.seen_format import Formats, Theme, border_of, paragraph_of
from app.importers.docx.styles import Styles, lines_of
from app.importers.docx.xml import Element, attribute, child, children, descend, kind, number, too_much, value
from app.importers.seen import SeenDocument, SeenPage, SeenParagraph, SeenPicture, SeenRule, SeenRun
from app.importers.seen_format import LARGEST_TWIPS, TextFormat, over, run_of, sized

_MOST_PARAGRAPHS = 20_000
_CONTAINERS = frozenset({"w:customXml", "w:smartTag", "w:ins", "w:moveTo", "w:sdtContent", "w:hyperlink", "w:sdt", "w:fldSimple", "w:dir"})
_GONE = frozenset({"w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr"})


def seen_docx(data: bytes, name: str) -> SeenDocument:
    """Read DOCX, DOCM, DOTX and DOTM. Raises UserError for what is broken or hostile."""
    package = Package(data, name)
    theme = Theme(package.optional("theme"))
    formats = Formats(package.optional("styles"), theme)
    story = SeenStory(package, package.main, formats)
    root = package.tree(package.main)
    body = child(root, "w:body")
    body = root if body is None else body
    story.read(body)
    sections = [one for one in body.iter() if kind(one) == "w:sectPr"]
    page = _page(sections[0] if sections else None)
    folio = next(filter(None, (folio_of(package, formats, one) for one in sections)), None)
    return SeenDocument(page, tuple(story.paragraphs), folio, _pages(package))


class SeenStory:
    """Walks one part and keeps its paragraphs in reading order."""

    def __init__(self, package: Package, part: str, formats: Formats) -> None:
        self.paragraphs: list[SeenParagraph] = []
        self._formats = formats
        self._styles = Styles(package.optional("styles"))
        self._numbering = Numbering(package.optional("numbering"))
        self._drawings = SeenDrawings(package, part)
        self._name = package.source_name
        self._cell: tuple[int, int, int] | None = None
        self._boxed = False
        self._tables = 0
        self._new_page = False
        self._in_code = 0

    def read(self, parent: Element) -> None:
        """Take what stands in an element."""
        for inner in parent:
            name = kind(inner)
            if name == "w:p":
                self._paragraph(inner)
            elif name == "w:tbl":
                self._table(inner)
            elif name in _CONTAINERS:
                self.read(inner)
            elif name == "mc:AlternateContent":
                chosen = chosen_of(inner)
                if chosen is not None:
                    self.read(chosen)

    def _table(self, table: Element) -> None:
        number_of_table, self._tables = self._tables, self._tables + 1
        outside, first = self._cell, len(self.paragraphs)
        borders = descend(table, "w:tblPr", "w:tblBorders")
        rows = list(children(table, "w:tr"))
        for row_number, row in enumerate(rows):
            start = len(self.paragraphs)
            for column, cell in enumerate(children(row, "w:tc")):
                self._cell = outside or (number_of_table, row_number, column)
                self.read(cell)
            own = [descend(cell, "w:tcPr", "w:tcBorders") for cell in children(row, "w:tc")]
            upper = next(filter(None, (border_of(child(one, "w:top"), drawn_by_table=True) for one in own)), None)
            lower = next(filter(None, (border_of(child(one, "w:bottom"), drawn_by_table=True) for one in own)), None)
            inner = border_of(child(borders, "w:insideH"), drawn_by_table=True)
            self._ruled(start, upper or (inner if row_number else None), lower)
        self._ruled(
            first, border_of(child(borders, "w:top"), drawn_by_table=True), border_of(child(borders, "w:bottom"), drawn_by_table=True)
        )
        self._cell = outside

    def _ruled(self, start: int, above: SeenRule | None, below: SeenRule | None) -> None:
        """Give the paragraphs from `start` on the rules over the first and under the last, where they have none."""
        if start < len(self.paragraphs):
            first = self.paragraphs[start]
            self.paragraphs[start] = replace(first, above=first.above or above)
            last = self.paragraphs[-1]
            self.paragraphs[-1] = replace(last, below=last.below or below)

    def _paragraph(self, element: Element) -> None:
        if len(self.paragraphs) >= _MOST_PARAGRAPHS:
            raise too_much(self._name)
        properties = child(element, "w:pPr")
        style_id = value(properties, "w:pStyle")
        styled, text = self._formats.paragraph(style_id)
        own = over(paragraph_of(properties), styled)
        reader = _Runs(self._formats, text, self._drawings)
        reader.in_code = self._in_code
        reader.read(element)
        self._in_code = reader.in_code
        lines = lines_of(properties).over(self._styles.paragraph(style_id).lines)
        mark = run_of("", cast("TextFormat", {**text, **self._formats.text_of(child(properties, "w:rPr"))}))
        made = sized(own, reader.runs, self._formats.usual_size_pt)
        new_page = own.get("new_page", False) or self._new_page or reader.breaks_before
        self._new_page = reader.breaks_behind or (child(properties, "w:sectPr") is not None and _begins_page(child(properties, "w:sectPr")))
        paragraph = SeenParagraph(
            **made,
            runs=tuple(reader.runs),
            new_page=new_page,
            level=lines.level or 0,
            label=self._numbering.label(lines, style_id) if any(run.text.strip() for run in reader.runs) else "",
            shapes=tuple(reader.rules),
            pictures=tuple(reader.pictures),
            cell=self._cell,
            boxed=self._boxed,
            mark=mark,
            page_breaks=tuple(reader.rendered),
        )
        self.paragraphs.append(paragraph)
        self.paragraphs += [SeenParagraph((art,), align="centre", boxed=True) for art in reader.art]
        if reader.boxes:
            boxed, cell, self._boxed, self._cell = self._boxed, self._cell, True, None
            for box in reader.boxes:
                self.read(box)
            self._boxed, self._cell = boxed, cell


class _Runs:
    """Reads the inside of a paragraph."""

    def __init__(self, formats: Formats, base: TextFormat, drawings: SeenDrawings) -> None:
        self.runs: list[SeenRun] = []
        self.rules: list[SeenRule] = []
        self.pictures: list[SeenPicture] = []
        self.boxes: list[Element] = []
        self.art: list[SeenRun] = []
        self.rendered: list[int] = []
        self.breaks_before = self.breaks_behind = False
        self.in_code = 0
        self._formats = formats
        self._base = base
        self._drawings = drawings
        self._codes: list[bool] = []

    def read(self, element: Element, look: TextFormat | None = None) -> None:
        """Take what stands in an element."""
        for inner in element:
            name = kind(inner)
            if name in _GONE:
                continue
            if name == "w:r":
                self._run(inner)
            elif name == "mc:AlternateContent":
                chosen = chosen_of(inner)
                if chosen is not None:
                    self._inside(chosen, look or self._base)
            elif name in _CONTAINERS:
                self.read(inner, look)

    def _run(self, run: Element) -> None:
        properties = child(run, "w:rPr")
        named = self._formats.characters(value(properties, "w:rStyle"))
        look = cast("TextFormat", {**self._base, **named, **self._formats.text_of(properties)})
        if not look.get("hidden"):
            self._inside(run, look)

    def _inside(self, run: Element, look: TextFormat) -> None:
        for inner in run:
            name = kind(inner)
            if name == "w:fldChar":
                self._field(attribute(inner, "fldCharType"))
            elif name in ("w:drawing", "w:pict", "w:object"):
                self._draw(inner)
            elif name == "mc:AlternateContent":
                chosen = chosen_of(inner)
                if chosen is not None:
                    self._inside(chosen, look)
            elif any(self._codes):
                continue
            elif name == "w:t":
                self._put(inner.text or "", look)
            elif name in ("w:tab", "w:ptab"):
                self._put("\t", look)
            elif name == "w:lastRenderedPageBreak":
                self.rendered.append(sum(len(run.text) for run in self.runs))
            elif name in ("w:br", "w:cr"):
                if attribute(inner, "type") != "page":
                    self._put("\n", look)
                elif any(run.text.strip() for run in self.runs):
                    self.breaks_behind = True
                else:
                    self.breaks_before = True

    def _field(self, step: str) -> None:
        if step == "begin":
            self._codes.append(True)
        elif self._codes and step == "separate":
            self._codes[-1] = False
        elif self._codes and step == "end":
            self._codes.pop()

    def _put(self, text: str, look: TextFormat) -> None:
        if text:
            run = run_of(text, look)
            last = self.runs[-1] if self.runs else None
            if last is not None and replace(last, text="") == replace(run, text=""):
                self.runs[-1] = replace(last, text=last.text + text)
            else:
                self.runs.append(run)

    def _draw(self, element: Element) -> None:
        for found in self._drawings.read(element):
            if isinstance(found, SeenRule):
                self.rules.append(found)
            elif isinstance(found, SeenPicture):
                self.pictures.append(found)
            elif isinstance(found, SeenRun):
                self.art.append(found)
            else:
                self.boxes.append(found)


def _page(section: Element | None) -> SeenPage:
    usual = SeenPage()
    size, margins, grid = (child(section, name) for name in ("w:pgSz", "w:pgMar", "w:docGrid"))

    def of(element: Element | None, name: str, default: int) -> int:
        return min(abs(number(attribute(element, name), default)), LARGEST_TWIPS)

    gridded = attribute(grid, "type") in ("lines", "linesAndChars", "snapToChars")
    spaced = attribute(grid, "type") in ("linesAndChars", "snapToChars")
    return SeenPage(
        of(size, "w", usual.width) or usual.width,
        of(size, "h", usual.height) or usual.height,
        of(margins, "top", usual.top),
        of(margins, "bottom", usual.bottom),
        of(margins, "left", usual.left) + of(margins, "gutter", 0),
        of(margins, "right", usual.right),
        of(margins, "footer", usual.footer),
        of(grid, "linePitch", 0) if gridded else 0,
        number(attribute(grid, "charSpace"), 0) if spaced else 0,
    )


def _begins_page(section: Element | None) -> bool:
    return value(section, "w:type") != "continuous"


def _pages(package: Package) -> int:
    """How many pages the program counted that saved it."""
    part = next((one.target for one in package.relations("").values() if one.type == "extended-properties"), None)
    root = package.spare(part) if part and package.has(part) else None
    text = next((one.text or "" for one in root if isinstance(one.tag, str) and one.tag.endswith("}Pages")), "") if root is not None else ""
    return max(number(text, 0), 0)
