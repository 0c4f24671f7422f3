"""An issue and its layout become a DOCX: the walk through the flow, in which nothing about the layout is decided."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from app.atomic import write_atomically
from app.exporters.docx.bookmarks import Bookmarks
from app.exporters.docx.footer_box import footer_anchor
from app.exporters.docx.locks import Locks
from app.exporters.docx.package import Package
from app.exporters.docx.page_numbers import empty_footer, head_part, number_footer
from app.exporters.docx.paragraphs import Writer
from app.exporters.docx.parts import application_properties, core_properties, font_table, settings
from app.exporters.docx.pictures import Pictures
from app.exporters.docx.sections import section
from app.exporters.docx.sent import sent_part
from app.exporters.docx.styles import ANCHOR_STYLE, StyleSheet
from app.exporters.docx.tables import table
from app.exporters.docx.xml import Element, element, switch, val
from app.layout.flow import FlowParagraph
from app.layout.frames import Layout
from app.layout.table_heads import rows_below_heads, with_heads
from app.model.issue import Issue


def export_docx(issue: Issue, layout: Layout, target: Path | BinaryIO, *, lock_lines: bool = True, for_review: bool = False) -> None:
    """Write the issue as an editable DOCX whose lines and pages are the layout's, to a path (whole or not at all) or an open file.

    `lock_lines` gives lines that word processors would end elsewhere a letter space that fills them. A copy `for_review` says what it
    was when it went out. Raises `UserError` when the place can't be written.
    """
    data = docx_bytes(issue, layout, lock_lines=lock_lines, for_review=for_review)
    if isinstance(target, Path):
        write_atomically(target, data)
    else:
        target.write(data)


def docx_bytes(issue: Issue, layout: Layout, *, lock_lines: bool = True, for_review: bool = False) -> bytes:
    """The DOCX of an issue; the same issue and layout give the same bytes."""
    template = issue.template
    below_heads = rows_below_heads(layout) if lock_lines else frozenset()
    paragraphs = tuple(text for paragraph in (*with_heads(layout.flow, below_heads), *layout.footer) for text in paragraph.texts)
    sheet = StyleSheet(template, paragraphs)
    locks = Locks(paragraphs, template.paper.text_width, wanted=lock_lines)
    package = Package()
    writer = Writer(sheet, Bookmarks(paragraphs), Pictures(issue, package), template.paper)
    package.relate("styles", CT.WML_STYLES, RT.STYLES, sheet.element())
    package.relate("settings", CT.WML_SETTINGS, RT.SETTINGS, settings(template.page_number.place == "outer"))
    package.relate("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, font_table(template.faces))
    package.add_properties(core_properties(issue), application_properties())
    if for_review:
        package.add_custom_xml(*sent_part(issue, layout, below_heads))
    head = layout.pages[0].head
    header = package.relate("header1", CT.WML_HEADER, RT.HEADER, head_part(head, template.faces)) if head else ""
    body = element("body", _Body(issue, layout, writer, locks, _footers(issue, layout, package), header, below_heads).children())
    return package.data(element("document", [body]))


def _footers(issue: Issue, layout: Layout, package: Package) -> tuple[dict[str, str], dict[str, str]]:
    """Relationship ids of the footer parts: those of pages with text, and those of pages without a number."""
    style = issue.template.page_number
    made: dict[str, str] = {}

    def add(name: str, root: Element) -> str:
        return package.relate(name, CT.WML_FOOTER, RT.FOOTER, root)

    made["default"] = add("footer1", number_footer(style, even=False))
    if style.place == "outer":
        made["even"] = add("footer2", number_footer(style, even=True))
    if layout.pages[0].folio is None or _has_bare_pages(layout):
        blank = add("footer3", empty_footer())
        if layout.pages[0].folio is None:
            made["first"] = blank
        return made, dict.fromkeys(("default", *(["even"] if "even" in made else [])), blank)
    return made, {}


def _text_pages(layout: Layout) -> int:
    return len(layout.page_starts)


def _has_bare_pages(layout: Layout) -> bool:
    """Whether pages follow the text: blank ones, or one with the footer alone (L47: they carry no number)."""
    return layout.footer_page > _text_pages(layout)


class _Body:
    """The children of `w:body`, in order."""

    def __init__(
        self,
        issue: Issue,
        layout: Layout,
        writer: Writer,
        locks: Locks,
        footers: tuple[dict[str, str], dict[str, str]],
        header: str,
        below_heads: frozenset[int],
    ) -> None:
        self._template = issue.template
        self._layout = layout
        self._writer = writer
        self._locks = locks
        self._numbered, self._bare = footers
        self._header = header
        self._below_heads = below_heads

    def children(self) -> Iterator[Element]:
        """Text, the pages without text, the footer, and the last section's properties."""
        layout, template = self._layout, self._template
        bare = _has_bare_pages(layout) and _text_pages(layout) > 0
        unkept = _unkept(layout, self._below_heads) if self._locks.wanted else frozenset()
        for index, paragraph in enumerate(layout.flow):
            extra = []
            if bare and index == len(layout.flow) - 1:  # a section's properties stand in its last paragraph
                extra = [section(template, layout, self._numbered, self._header)]
            if paragraph.row is None:
                look = paragraph.style._replace(keep_next=False) if index in unkept else None
                yield from self._writer.paragraph(paragraph, self._locks.of(paragraph), extra, look)
            elif not _goes_on(layout.flow, index):
                first = index - paragraph.row.number
                heads = [at - first for at in range(first, index + 1) if at in self._below_heads]
                yield table(layout.flow[first : index + 1], self._writer, self._locks, template.table, heads)
                if index + 1 == len(layout.flow) and (extra or not layout.footer_page):
                    yield element("p", [element("pPr", [val("pStyle", ANCHOR_STYLE), *extra])])  # a table can't end a section
        blank = layout.footer_page - _text_pages(layout) - 1
        for number in range(blank):
            yield _empty_page(new_page=number > 0 or not bare)
        if layout.footer_page:
            block = layout.plan.footer
            yield footer_anchor(block, self._writer, template.paper, self._locks, new_page=blank > 0)
        yield section(template, layout, self._bare if bare else self._numbered, self._header, new_page=bare)


def _unkept(layout: Layout, written: Container[int]) -> frozenset[int]:
    """The paragraphs of the flow that are not kept with the next where lines are locked: from the first page that a word processor puts a
    table's head on.

    LibreOffice repeats the head only after it has filled the pages behind the table, and leaves what is kept with the next on the page
    where it stood then. Only what begins its page may be there because it is kept.
    """
    fills = layout.plan.fills
    first = next((fill.index for fill in fills if fill.repeated and fill.index not in written), len(layout.flow))
    return frozenset(range(first, len(layout.flow))) - {fill.index for fill in fills}


def _goes_on(flow: Sequence[FlowParagraph], index: int) -> bool:
    """Whether the table of a row has another one."""
    row, behind = flow[index].row, flow[index + 1].row if index + 1 < len(flow) else None
    return row is not None and behind is not None and behind.number == row.number + 1


def _empty_page(new_page: bool) -> Element:
    """A page without text before the footer's."""
    return element("p", [element("pPr", [val("pStyle", ANCHOR_STYLE), *([switch("pageBreakBefore", True)] if new_page else [])])])
