"""Page fills become sheets of placed lines, rules and page numbers; a page is made when it is first looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import NamedTuple, overload

from app.fonts.faceset import FaceSet
from app.layout.flow import Align
from app.layout.footer import FooterBlock, place_footer
from app.layout.frames import Page, PlacedImage, PlacedLine, Rule
from app.layout.labels import LabelStyle, label
from app.layout.pages import Fill, Slice
from app.layout.rules import beside_bars
from app.layout.setting import Setter
from app.layout.table_rules import row_rules
from app.model.faces import FaceRole
from app.model.template import Paper, Template, twips
from app.records import dataclass

ANCHOR = 20
"""A DOCX hangs the footer on a last paragraph of one point, for which the text must leave room, twips."""

_DASH_EM = 0.36
"""A dash's upper edge stands so much above the baseline: that edge is what L46 puts 7 mm below the type area."""

_new = tuple.__new__
"""Makes a named tuple in half the time of its own constructor."""


def footer_page(fills: Sequence[Fill], block: FooterBlock, template: Template) -> int:
    """The page the footer stands on (1 is the first), 0 when there is none.

    It is the last text page or the next one where it does not fit under the text, then the next even page or multiple of
    four as the template wants (M5).
    """
    if not block.height:
        return 0
    page = max(len(fills), 1)
    if fills and fills[-1].end + ANCHOR + block.height > template.paper.text_height:
        page += 1
    step = {"last": 1, "even": 2, "multiple_of_4": 4}[template.footer.page]
    return -(-page // step) * step


class Plan(NamedTuple):
    """What the pages are made from: the fills, the footer with the page it stands on (0: none), the paper with its type area."""

    fills: Sequence[Fill]
    footer: FooterBlock
    footer_page: int
    paper: Paper

    @property
    def top(self) -> int:
        """Top of the type area, twips."""
        return self.paper.top

    @property
    def footer_top(self) -> int:
        """Top of the footer on its page, twips: it stands on the bottom of the type area."""
        return self.paper.top + self.paper.text_height - self.footer.height

    @property
    def pages(self) -> int:
        """How many pages there are, blank ones before the footer among them."""
        return max(len(self.fills), self.footer_page, 1)

    def slices(self, number: int) -> tuple[Slice, ...]:
        """The text of page `number`, repeated head rows of a table before it."""
        return self.fills[number - 1].repeated + self.fills[number - 1].slices if number <= len(self.fills) else ()


@dataclass
class Sheets(Sequence[Page]):
    """The pages of a plan, made on demand; those that hold the same as in the layout before are that layout's pages."""

    plan: Plan
    setter: Setter
    earlier: Sheets | None = None
    _made: dict[int, Page] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.earlier is not None:
            self.earlier.earlier = None  # one step of memory, no chain

    def __len__(self) -> int:
        return self.plan.pages

    @overload
    def __getitem__(self, index: int) -> Page: ...
    @overload
    def __getitem__(self, index: slice) -> list[Page]: ...
    def __getitem__(self, index: int | slice) -> Page | list[Page]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        number = (index + len(self) if index < 0 else index) + 1
        if not 1 <= number <= len(self):
            raise IndexError(index)
        page = self._made.get(number)
        if page is None:
            page = self._made[number] = self._same_as_before(number) or self._make(number)
        return page

    def _same_as_before(self, number: int) -> Page | None:
        """The earlier layout's page, where it was made and holds just the same."""
        before = self.earlier
        if before is None or number not in before._made:
            return None
        old, new = before.plan.slices(number), self.plan.slices(number)
        if len(old) != len(new) or not all(a is b or _same(a, b) for a, b in zip(old, new, strict=True)):
            return None
        had, has = before.plan.footer_page == number, self.plan.footer_page == number
        if had != has or (has and before.plan.footer is not self.plan.footer):
            return None
        return before._made[number]

    def _make(self, number: int) -> Page:
        template = self.setter.template
        paper = template.paper
        lines: list[PlacedLine] = []
        rules: list[Rule] = []
        images: list[PlacedImage] = []
        parts = self.plan.slices(number)
        for part in parts:
            paragraph, top = part.paragraph, paper.top + part.top
            slot = paragraph.style.line
            if paragraph.row is None:
                shown = paragraph.lines[part.first : part.first + part.count]
                target = paragraph.target
                lines += [_new(PlacedLine, (line, top + i * slot, target, None)) for i, line in enumerate(shown)]
            else:
                for cell, inner, at, below in paragraph.printed_lines(part.first, part.count):
                    lines.append(PlacedLine(paragraph.part(cell, inner).lines[at], top + below, cell=paragraph.row.place(cell)))
                rules += row_rules(part, paper.left, top, first=part is parts[0], last=part is parts[-1])
            if paragraph.figure:
                own = paragraph.figure
                images.append(PlacedImage(own.image, own.x_pt, (top + own.top) / 20, own.width_pt, own.height_pt, own.block))
            if paragraph.rule_below and part.first + part.count == len(paragraph.lines):
                under = paragraph.rule_below
                y = (top + part.count * slot + under.gap) / 20
                rules += [
                    Rule(paper.left / 20, y + offset / 20, paper.text_width / 20, thickness / 20, under.colour)
                    for offset, thickness in under.bars
                ]
            if paragraph.rule_beside:
                rules += beside_bars(paragraph, top, paper)
        folio = None
        if lines and (number > 1 or template.page_number.first_page):  # L47: none on a page without text
            folio = _folio(number, self.setter.template, self.setter.faces)
        if number == self.plan.footer_page:
            foot_lines, foot_rules = place_footer(self.plan.footer, self.setter)
            lines += foot_lines
            rules += foot_rules
        width, height = twips(paper.width_mm) / 20, twips(paper.height_mm) / 20
        return Page(number, width, height, tuple(lines), tuple(dict.fromkeys(rules)), folio, tuple(images))


def _same(old: Slice, new: Slice) -> bool:
    """Whether two slices show the same lines at the same place."""
    return old.paragraph is new.paragraph and (old.first, old.count, old.top) == (new.first, new.count, new.top)


def _folio(number: int, template: Template, faces: FaceSet) -> PlacedLine:
    """The page number's line: its dash's upper edge `gap_mm` below the type area, on the outer side (L46)."""
    style, paper = template.page_number, template.paper
    role = FaceRole(style.face)
    digits = FaceRole.DIGITS if template.faces.digits_in == "all" and FaceRole.DIGITS in faces.faces else role
    inset = style.inset_cells * style.size_pt
    edges = (paper.left / 20 + inset, (paper.left + paper.text_width) / 20 - inset)
    outer = Align.RIGHT if style.place == "right" or number % 2 else Align.LEFT
    baseline = paper.top + paper.text_height + twips(style.gap_mm) + round(_DASH_EM * style.size_pt * 20)
    text = style.form.replace("{}", str(number))
    return label(text, LabelStyle(role, digits, style.size_pt), faces, edges, baseline, Align.CENTRE if style.place == "centre" else outer)
