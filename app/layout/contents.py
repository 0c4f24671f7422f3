"""The articles' titles become the contents under the red rule (L64, M4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.layout.flow import Align, FlowParagraph, ParagraphStyle, Span, TextStyle
from app.layout.pages import Fill
from app.layout.setting import Setter
from app.layout.styles import space_above
from app.model.faces import FaceRole
from app.model.issue import Article, Issue, Role, contents_text
from app.model.template import twips


class Entry(NamedTuple):
    """One line of the contents: `block` is where a click leads, `own` the block the words stand in when it is a 目录题."""

    text: str
    block: int
    is_section: bool = False
    own: int = 0


def contents_entries(issue: Issue) -> tuple[Entry, ...]:
    """What the contents list, in printing order; () where the template shows none."""
    style = issue.template.contents
    entries: list[Entry] = []
    listed = 0
    for section in issue.sections:
        inside = [entry for article in section.articles if article.in_contents and (entry := _entry(article)).text]
        if section.name and style.sections and inside:
            entries.append(Entry(section.name.text, section.name.id, is_section=True))
        entries += inside
        listed += len(inside)
    return () if style.show == "never" or (style.show == "several" and listed < 2) else tuple(entries)


def _entry(article: Article) -> Entry:
    return Entry(contents_text(article), article.title.id, own=article.toc_title.id if article.toc_title else 0)


def contents_flow(entries: Sequence[Entry], setter: Setter, room: int | None) -> tuple[FlowParagraph, ...]:
    """The contents' paragraphs. `room` is the height to fill in twips (None: the template's own pitch).

    The pitch grows up to the widest to fill the room and shrinks down to the tightest to fit it; more goes over the page.
    """
    if not entries:
        return ()
    style = setter.template.contents
    pitch = style.pitch_pt
    paragraphs = _set_all(entries, setter)
    if room is not None:
        free = (room - twips(style.gap_above_mm)) / 20 / max(sum([len(p.lines) for p in paragraphs]), 1)
        pitch = min(max(free, style.tightest_pitch_pt), style.widest_pitch_pt)
    paragraphs = [_pitched(paragraph, int(pitch * 2) * 10) for paragraph in paragraphs]
    first = paragraphs[0]
    before = round(twips(style.gap_above_mm) - space_above(first.style.line, first.style.text.size_pt))
    paragraphs[0] = first._replace(before=max(before, 0))
    return tuple(paragraphs)


def _pitched(paragraph: FlowParagraph, pitch: int) -> FlowParagraph:
    """The paragraph at a pitch in twips, or at its own where that is more; what its lines hold does not depend on it."""
    height = max(pitch, paragraph.style.line)
    lines = tuple([line._replace(height=height) for line in paragraph.lines])
    return paragraph._replace(style=paragraph.style._replace(line=height), lines=lines)


def _set_all(entries: Sequence[Entry], setter: Setter) -> list[FlowParagraph]:
    """Heading and entries, each at the least pitch it may have: none for an entry."""
    template = setter.template
    style, cell = template.contents, template.cell_twips
    text = TextStyle(FaceRole(style.face), style.size_pt, template.letter_space_twips if style.size_pt == template.body.size_pt else 0)
    hang = round(style.hang_cells * cell)
    left = round(style.indent_cells * cell) + hang
    right = round(2.5 * cell) if style.page_numbers else 0
    plain = ParagraphStyle("简报目录", text, 0, Align.LEFT, left=left, right=right, first=-hang)
    group = plain._replace(name="简报目录栏目", text=text._replace(face=FaceRole(style.section_face)), left=0, first=0)
    paragraphs: list[FlowParagraph] = []
    if style.heading:
        size = style.heading_size_pt
        heading = ParagraphStyle("简报目录标题", TextStyle(FaceRole(style.heading_face), size), round(size * 26), Align.CENTRE)
        paragraphs.append(setter.set(Role.TOC_TITLE, heading, [Span(style.heading, heading.text)]))
    for entry in entries:
        look = group if entry.is_section else plain
        paragraphs.append(setter.set(Role.TOC_TITLE, look, entry_spans(entry, setter, look.text))._replace(target=entry.block))
    return paragraphs


def entry_spans(entry: Entry, setter: Setter, text: TextStyle) -> list[Span]:
    """The spans of an entry: bullet or brackets are derived, as the words are unless they are a 目录题 of their own."""
    template = setter.template
    if entry.is_section:
        section = template.section
        return [Span(section.opening + entry.text + section.closing if template.contents.section_marks else entry.text, text)]
    bullet = template.contents.bullet + "\u3000" if template.contents.bullet else ""
    if entry.own:
        return [*([Span(bullet, text)] if bullet else []), Span(entry.text, text, entry.own)]
    return [Span(bullet + entry.text, text)]


def with_page_numbers(flow: Sequence[FlowParagraph], fills: Sequence[Fill], setter: Setter) -> tuple[list[FlowParagraph], list[Fill]]:
    """The flow and fills with each entry's page behind it, flush right, where the template asks for that.

    The number stands in the room that entries leave free on their right, so that no line and no page moves.
    """
    pages: dict[int, int] = {}
    for number, fill in enumerate(fills, 1):
        for part in fill.slices:
            if part.first == 0 and part.paragraph.role is not Role.TOC_TITLE:
                pages.setdefault(part.paragraph.block, number)
    changed = {id(p): _numbered(p, pages[p.target], setter) for p in flow if p.target in pages and p.role is Role.TOC_TITLE}
    numbered = [changed.get(id(p), p) for p in flow]
    return numbered, [
        fill._replace(slices=tuple(s._replace(paragraph=changed.get(id(s.paragraph), s.paragraph)) for s in fill.slices)) for fill in fills
    ]


def _numbered(paragraph: FlowParagraph, page: int, setter: Setter) -> FlowParagraph:
    """An entry with its page number at the right end of its last line."""
    text = paragraph.style.text
    number = Span(str(page), text)
    edge = paragraph.style._replace(right=0, left=0, first=0, align=Align.RIGHT)
    last = setter.set(Role.TOC_TITLE, edge, [number]).lines[0]
    lines = [*paragraph.lines[:-1], paragraph.lines[-1]._replace(runs=paragraph.lines[-1].runs + last.runs)]
    return paragraph._replace(spans=(*paragraph.spans, number), lines=tuple(lines), tab_split=len(paragraph.spans))
