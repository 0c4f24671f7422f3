"""An issue laid out becomes the report of the official layout: what was measured on the pages, in the clerk's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.desk.line_budget import lines_free, text_pages
from app.desk.publish import face_notices, notices_of
from app.edit.counts import characters_of_issue
from app.fonts.faceset import FaceSet
from app.layout.frames import Layout, Page
from app.model.issue import Issue, Role
from app.model.template import Template
from app.records import dataclass
from app.text.chars import CJK_MARKS, is_han, spelled

_BODY = frozenset({Role.BODY, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4})
_SHEET_PAGES = 4


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One measured thing: 每面行数 and what the pages have."""

    what: str
    found: str


@dataclass(frozen=True, slots=True)
class LayoutReport:
    """The measured lines, and sentences on what the clerk should see to."""

    lines: tuple[ReportLine, ...]
    notices: tuple[str, ...]

    def text(self) -> str:
        """The report for reading, a line each."""
        return "\n".join([*(f"{line.what}：{line.found}" for line in self.lines), *(f"注意：{notice}" for notice in self.notices)])


def layout_report(issue: Issue, layout: Layout, faces: FaceSet) -> LayoutReport:
    """Measure the pages of an issue. The faces have lines of their own, so that no notice repeats them."""
    told = set(face_notices(faces))
    notices = tuple(notice for notice in notices_of(issue, layout, faces) if notice not in told)
    return LayoutReport(tuple(_lines(issue, layout, faces)), notices)


def sheets_sentence(page_count: int, footer_page: int) -> str:
    """What the page count means for A3 sheets folded into a booklet (M5)."""
    if page_count <= 2:
        return f"共 {page_count} 页，一张 A4 纸{'双面' if page_count == 2 else '单面'}即可。"
    blank = blank_pages(page_count)
    if not blank:
        return f"共 {page_count} 页，正好 {page_count // _SHEET_PAGES} 张 A3 折页。"
    moved = f"，报尾将移至第 {page_count + blank} 页" if footer_page else ""
    return f"共 {page_count} 页，A3 折页需补 {blank} 页{moved}。"


def blank_pages(page_count: int) -> int:
    """How many pages a booklet of folded A3 sheets lacks; none where one A4 sheet will do."""
    return -page_count % _SHEET_PAGES if page_count > 2 else 0


def spare_lines(template: Template, layout: Layout) -> int:
    """How many body lines still fit on the last page that has text, above the footer where it stands on that page."""
    used = text_pages(layout)
    if layout.footer_page > used > 0:
        return (template.paper.text_height - layout.plan.fills[-1].end) // template.line_twips
    return max(0, lines_free(layout, template, max(used, 1)))


def _lines(issue: Issue, layout: Layout, faces: FaceSet) -> Iterator[ReportLine]:
    template = issue.template
    head = issue.masthead
    yield ReportLine("简报", f"{'　'.join(line.text for line in head.lines)}　{head.number.text}　{head.date.text}")
    yield ReportLine("版式", f"{template.name}，每面 {template.grid.lines} 行，每行 {template.grid.characters} 字")
    yield ReportLine("篇目", f"{sum(1 for _ in issue.articles())} 篇，正文 {characters_of_issue(issue)} 字")
    yield ReportLine("页数", sheets_sentence(len(layout.pages), layout.footer_page))
    slots, characters = _most_slots(layout.pages, template), _most_characters(layout.pages)
    yield ReportLine("每面行数", f"最多 {slots} 行，行距 {template.line_twips / 20:g} 磅" if slots else "还没有正文")
    yield ReportLine("每行字数", f"排满的行 {characters} 字" if characters else "没有排满汉字的行")
    yield ReportLine("页码", _folios(layout.pages))
    yield ReportLine("报尾", f"第 {layout.footer_page} 页" if layout.footer_page else "没有")
    yield ReportLine("末页余行", f"{spare_lines(template, layout)} 行")
    for found in faces.substitutions:
        note = f"（代替 {found.official}）" if found.substituted else ""
        note += "" if found.embeddable else "（授权不允许嵌入）"
        yield ReportLine(f"{found.role.label}字体", f"{found.family}{note}")
    missing = dict.fromkeys(glyph.char for glyph in layout.missing)
    yield ReportLine("缺字", "".join(map(spelled, missing)) or "没有")


def _most_slots(pages: Sequence[Page], template: Template) -> int:
    """The most body slots from the top of the type area down to the last line of a page."""
    ends = (line.top + line.line.height for page in pages for line in page.lines if line.line.role in _BODY)
    return max((round((end - template.paper.top) / template.line_twips) for end in ends), default=0)


def _most_characters(pages: Sequence[Page]) -> int:
    """The most characters in a body line of full-width characters alone."""
    texts = (line.line.text for page in pages for line in page.lines if line.line.role in _BODY)
    return max((len(text) for text in texts if all(is_han(char) or char in CJK_MARKS for char in text)), default=0)


def _folios(pages: Sequence[Page]) -> str:
    shown = [page for page in pages if page.folio]
    if not shown:
        return "不印"
    texts = [page.folio.line.text for page in shown if page.folio]
    forms = texts[0] if len(texts) == 1 else f"{texts[0]} 至 {texts[-1]}"
    bare = [str(page.number) for page in pages if not page.folio]
    return forms + (f"，第 {'、'.join(bare)} 页不印" if bare else "，每页都印")
