"""A layout and a page count become the lines that are over or free; a footer alone on its page becomes the lines that bring it back."""

from __future__ import annotations

from app.layout.frames import Layout
from app.layout.sheets import ANCHOR
from app.model.template import Template
from app.records import dataclass

_STEPS = {"last": 1, "even": 2, "multiple_of_4": 4}


def text_pages(layout: Layout) -> int:
    """How many pages have text; blank ones and one of the footer alone come behind them."""
    return len(layout.plan.fills)


def lines_free(layout: Layout, template: Template, pages: int) -> int:
    """How many body lines still fit on so many pages, the footer on the last of them; less than 0: so many must go."""
    line, height = template.line_twips, template.paper.text_height
    room = height - (layout.footer_height + ANCHOR if layout.footer_height else 0)
    ends = [fill.end for fill in layout.plan.fills]
    used = len(ends)
    if used < pages:
        rest = (height - ends[-1]) // line if ends else height // line
        return rest + (pages - used - 1) * (height // line) + max(room, 0) // line
    if used == pages:
        return (room - ends[-1]) // line
    below = [max(ends[pages - 1] - room, 0), *ends[pages:]]  # what stands on the last page below the limit, and the pages behind it
    return sum(-end // line for end in below)


@dataclass(frozen=True, slots=True)
class LoneFooter:
    """A footer on page `page` without a line of text above it.

    Were `lines` body lines fewer, it would stand on page `back` under the text (0 and 0: there is no such page). `blank` are the
    pages before it without text.
    """

    page: int
    back: int
    lines: int
    blank: range


def lone_footer(layout: Layout, template: Template) -> LoneFooter | None:
    """The footer that stands alone on the last page, as it does when it did not fit; None where text stands above it (M5)."""
    used, page = text_pages(layout), layout.footer_page
    if not used or page <= used:
        return None
    step = _STEPS[template.footer.page]
    back = used // step * step
    lines = -lines_free(layout, template, back) if back else 0
    return LoneFooter(page, back, lines, range(used + 1, page))


def lone_footer_words(lone: LoneFooter, *, moved: bool) -> str:
    """One sentence on a footer alone; `moved`: the last edit sent it there."""
    blank = f"（{_span(lone.blank)} 页空白）" if lone.blank else ""
    where = f"报尾{'移到了' if moved else '独占'}第 {lone.page} 页{blank}"
    return f"{where}，正文少 {lone.lines} 行可收回第 {lone.back} 页。" if lone.back else f"{where}。"


def is_near(lone: LoneFooter, template: Template) -> bool:
    """Whether it is worth a warning: not a whole page of text would have to go."""
    return 0 < lone.lines <= template.grid.lines


def _span(pages: range) -> str:
    return f"{pages[0]}—{pages[-1]}" if len(pages) > 1 else str(pages[0])
