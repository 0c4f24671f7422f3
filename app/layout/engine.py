"""An issue and its faces become a layout; after an edit only what the edit touches is set again.

Untouched parts of an issue are the same objects from edit to edit, so their paragraphs are found and not made, the pages are
filled from the first change until one starts as it did before, and a page that holds the same is the same object. A test
holds an incremental layout equal to a fresh one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple

from app.fonts.faceset import FaceSet
from app.layout.article import article_flow, section_head
from app.layout.contents import Entry, contents_entries, contents_flow, with_page_numbers
from app.layout.flow import FlowParagraph
from app.layout.footer import FooterBlock, footer_block
from app.layout.frames import Layout
from app.layout.masthead import masthead_flow
from app.layout.pages import Earlier, fill_pages
from app.layout.setting import Setter
from app.layout.sheets import Plan, Sheets, footer_page
from app.model.issue import Article, Footer, Issue, Section
from app.model.redline import Redline
from app.model.template import Template, twips

_CONTENTS_END_MM = 250.0
"""On a page of their own the contents end above this height from the paper's top."""

_RUN_ON_LINES = 4
"""body_start = auto runs on where the first title and so many body lines fit under the contents (M3)."""

Flow = tuple[FlowParagraph, ...]


def lay_out(issue: Issue, faces: FaceSet, redline: Redline | None = None) -> Layout:
    """The layout of one issue, from scratch; with a `redline` that shows what changed in it."""
    return Compositor(faces, redline).layout(issue)


class _Unit(NamedTuple):
    """Paragraphs that were made from `value` together, and the setter that remembers each of them."""

    value: object
    flow: Flow
    setter: Setter


class Compositor:
    """Lays out one issue again and again while it is edited, and keeps what it can use next time."""

    def __init__(self, faces: FaceSet, redline: Redline | None = None) -> None:
        self._faces = faces
        self._redline = redline
        self._template: Template | None = None
        self._setter: Setter | None = None
        self._units: dict[Hashable, _Unit] = {}
        self._fresh: dict[Hashable, _Unit] = {}
        self._front_end: tuple[Flow, int] = ((), 0)
        self._footer: tuple[Footer, FooterBlock] | None = None
        self._earlier: Earlier | None = None
        self._sheets: Sheets | None = None

    def layout(self, issue: Issue) -> Layout:
        """Lay the issue out; what the last call made serves again where the values are the same objects."""
        template = issue.template
        if self._setter is None or self._template is not template:
            self._template, self._setter = template, Setter.of(template, self._faces, self._redline)
            self._units, self._front_end = {}, ((), 0)
            self._footer, self._earlier, self._sheets = None, None, None
        self._fresh = {}
        front = self._front(issue, self._setter)
        flow = [*front, *self._started(front, self._body(issue), template)]
        fills = fill_pages(flow, template.paper.text_height, template.title.keep_lines, self._earlier)
        self._earlier = Earlier(flow, fills)
        if template.contents.page_numbers:
            flow, fills = with_page_numbers(flow, fills, self._setter)
        footer = self._footer_block(issue.footer, self._setter)
        plan = Plan(fills, footer, footer_page(fills, footer, template), template.paper)
        self._sheets = Sheets(plan, self._setter, self._sheets)
        self._units = self._fresh
        return Layout(self._sheets, flow, plan)

    def _unit(self, key: Hashable, value: object, make: Callable[[Setter], Flow]) -> Flow:
        """The paragraphs of a value: those of the last run if it is the same, else made with that run's memory."""
        assert self._setter is not None
        old = self._units.get(key)
        if old is None or (old.value is not value and (not isinstance(value, tuple) or old.value != value)):
            setter = self._setter.after(old.setter if old else None)
            old = _Unit(value, make(setter), setter)
        self._fresh[key] = old
        return old.flow

    def _front(self, issue: Issue, setter: Setter) -> Flow:
        """Masthead and contents; contents that have page 1 to themselves spread over it."""
        editors = issue.footer.editors if setter.template.footer.editors_place == "first_page" else None
        head = self._unit("masthead", (issue.masthead, editors), lambda s: masthead_flow(issue.masthead, editors, s))
        room = None
        if setter.template.flow.body_start == "new_page":
            used = sum(p.before + p.height for p in head)
            room = twips(_CONTENTS_END_MM) - setter.template.paper.top - used
        entries: tuple[Entry, ...] = contents_entries(issue)
        return head + self._unit("contents", (entries, room), lambda s: contents_flow(entries, s, room))

    def _body(self, issue: Issue) -> list[FlowParagraph]:
        """Sections and articles in printing order."""
        flow: list[FlowParagraph] = []
        for section in issue.sections:
            under_head = section.name is not None and bool(section.articles)
            if under_head:
                flow += self._head(section)
            for article in section.articles:
                flow += self._article(article, under_head)
                under_head = False
        return flow

    def _head(self, section: Section) -> Flow:
        """The 栏目 head; it takes a new page with its first article."""
        new_page = section.articles[0].new_page

        def make(setter: Setter) -> Flow:
            head = section_head(section, setter)
            return (head._replace(forced_page=new_page),) if head else ()

        return self._unit(("section", section.id), (section.name, new_page), make)

    def _article(self, article: Article, under_head: bool) -> Flow:
        key = ("article", article.id, under_head)
        return self._unit(key, article, lambda setter: article_flow(article, setter, under_head))

    def _started(self, front: Flow, body: list[FlowParagraph], template: Template) -> list[FlowParagraph]:
        """The body with its first paragraph on a new page, or running on with its line on the page's line grid."""
        if not body:
            return body
        first, line, height = body[0], template.line_twips, template.paper.text_height
        if front != self._front_end[0]:  # mostly the same objects: to fill pages with a long contents takes longer than all the rest
            self._front_end = (front, fill_pages(front, height, 1)[-1].end if front else 0)
        end = self._front_end[1]
        on_grid = (-(-end // line) + max(template.flow.slots_under_rule - 1, 0)) * line
        start = template.flow.body_start
        if start == "auto":
            fits = on_grid + sum(p.height + p.after for p in body[:1]) + _RUN_ON_LINES * line <= height
            start = "run_on" if fits else "new_page"

        def make(setter: Setter) -> Flow:
            if start == "new_page":
                return (first._replace(forced_page=True),)
            return (first._replace(before=on_grid - end),)

        # A tuple is compared by value, and the paragraph in it by identity first.
        body[:1] = self._unit("start", (id(first), start, on_grid - end, first.text), make)
        return body

    def _footer_block(self, footer: Footer, setter: Setter) -> FooterBlock:
        if self._footer is None or self._footer[0] is not footer:
            self._footer = (footer, footer_block(footer, setter))
        return self._footer[1]
