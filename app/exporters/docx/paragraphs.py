"""A flow paragraph becomes `w:p`: its style, what differs from it, bookmarks, links and runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from app.exporters.docx.bars import bar_runs
from app.exporters.docx.bookmarks import Bookmarks, bookmark_name
from app.exporters.docx.fields import field
from app.exporters.docx.pictures import Pictures
from app.exporters.docx.properties import border_below, eighths, paragraph_properties, spacing
from app.exporters.docx.runs import pieces_of, runs_of
from app.exporters.docx.styles import RULE_LINE, RULE_STYLE, StyleSheet
from app.exporters.docx.xml import Element, element, switch, val
from app.layout.flow import Align, FlowParagraph, ParagraphStyle, RuleBelow
from app.model.template import Paper
from app.records import dataclass

_WIDEST_BORDER_GAP = 31 * 20
"""Word keeps a border at most 31 pt from the text, twips."""


@dataclass(frozen=True)
class Writer:
    """Writes paragraphs with the styles, bookmarks, pictures and paper of one document."""

    sheet: StyleSheet
    bookmarks: Bookmarks
    pictures: Pictures
    paper: Paper

    def paragraph(
        self,
        paragraph: FlowParagraph,
        locks: Sequence[int | None],
        extra: Sequence[Element] = (),
        look: ParagraphStyle | None = None,
        space_above: int = 0,
    ) -> list[Element]:
        """The paragraph, and after it one that carries its rule where a border can't. `extra` joins its properties.

        `look` takes the place of its style: inside a cell of a table the cell makes the room, but for `space_above`, twips.
        """
        drawing = [element("r", [self.pictures.drawing(paragraph.figure, paragraph.style.line)])] if paragraph.figure else []
        locks = locks or (None,) * (len(paragraph.breaks) + 1)
        own = look or paragraph.style
        style_id, base = self.sheet.paragraph_style(own)
        style = own._replace(before=paragraph.before + space_above, after=paragraph.after)
        properties = [val("pStyle", style_id), *extra]
        rule = paragraph.rule_below
        bordered = rule is not None and _fits_border(rule) and len(paragraph.lines) == 1
        flush = paragraph.tab_split
        if bordered and style.right and style.align is Align.RIGHT:
            flush = flush if flush is not None else 0
        if bordered:
            # A border reaches from indent to indent, and the rule is as wide as the type area: the text alone moves in.
            style = style._replace(left=0, right=0, first=style.left + style.first)
        if rule is not None and bordered:
            properties.append(border_below(rule))
        if flush is not None and style.align is Align.JUSTIFY:  # what stands behind the last words stays within the right indent
            properties.append(self._right_tab(paragraph))
        elif flush is not None:
            # LibreOffice does not print what stands at a tab beyond the right indent; lines that end early do so by line breaks.
            style = style._replace(align=Align.LEFT, right=0, first=style.first if flush else 0)
            properties.append(self._right_tab(paragraph))
        if paragraph.forced_page:
            properties.append(switch("pageBreakBefore", True))
        properties += paragraph_properties(style, base)
        content = self._content(paragraph, locks, flush, base)
        if paragraph.rule_beside:
            content += bar_runs(paragraph, self.paper)
        made = [element("p", [element("pPr", properties), *content, *drawing])]
        if rule is not None and not bordered:
            made.append(rule_paragraph(rule))
        return made

    def properties(self, style: ParagraphStyle) -> list[Element]:
        """The properties of a paragraph without text."""
        style_id, base = self.sheet.paragraph_style(style)
        return [val("pStyle", style_id), *paragraph_properties(style, base)]

    def _right_tab(self, paragraph: FlowParagraph) -> Element:
        """The tab stop where the layout ends the line."""
        end = round(paragraph.lines[-1].end_x_pt * 20) - self.paper.left
        return element("tabs", [element("tab", val="right", pos=end)])

    def _content(self, paragraph: FlowParagraph, locks: Sequence[int | None], flush: int | None, base: ParagraphStyle) -> list[Element]:
        """Runs in order, each block inside its bookmark; an entry of the contents is a link to its article."""
        text, made = paragraph.text, list[Element]()
        if flush == 0:
            made.append(element("r", [element("tab")]))
        pieces = list(pieces_of(paragraph, locks))
        last = {piece.block: number for number, piece in enumerate(pieces)}
        linked = bool(paragraph.target) and self.bookmarks.has(paragraph.target)
        opened = set()
        for number, piece in enumerate(pieces):
            start = self.bookmarks.start(piece.block, paragraph) if piece.block else None
            if start is not None:
                opened.add(piece.block)
                made.append(start)
            runs = list(runs_of(piece, text, base.text, self.sheet))
            made += _page_reference(runs, paragraph.target) if linked and piece.lead == "tab" else runs
            if piece.block in opened and last[piece.block] == number:
                made.append(self.bookmarks.end(piece.block))
        for block in [span.block for span in paragraph.spans if span.block and not span.text]:
            start = self.bookmarks.start(block, paragraph)
            if start is not None:  # an empty block keeps its key, too
                made += [start, self.bookmarks.end(block)]
        if linked:
            return [element("hyperlink", made, anchor=bookmark_name(paragraph.target), history=1)]
        return made


def _page_reference(runs: Sequence[Element], target: int) -> Iterator[Element]:
    """An entry's page number as a field that follows its article; `runs` is the tab and the number as it stands now."""
    properties = runs[0].findall("{*}rPr")
    number = "".join(str(text) for run in runs for text in run.itertext())
    yield element("r", [*map(deepcopy, properties), element("tab")])
    yield from field(f"PAGEREF {bookmark_name(target)} \\h", number, properties)


def _fits_border(rule: RuleBelow) -> bool:
    return rule.gap % 20 == 0 and rule.gap <= _WIDEST_BORDER_GAP


def rule_paragraph(rule: RuleBelow) -> Element:
    """A rule as an empty paragraph of its own, as high as gap and thickness together, with the rule at its bottom."""
    thickness = eighths(rule.thickness) * 20 // 8
    height = max(rule.height - thickness, RULE_LINE)
    properties = [val("pStyle", RULE_STYLE), border_below(rule._replace(gap=0))]
    if height != RULE_LINE:
        properties.append(spacing(0, 0, height))
    return element("p", [element("pPr", properties)])
