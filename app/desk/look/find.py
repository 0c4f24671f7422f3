"""A seen bulletin and the shipped templates become the look that was found; pure, whatever the file was."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from app.desk.found_look import FoundLook
from app.desk.look.body import put_sections, put_table, put_text, put_titles
from app.desk.look.contents import put_contents, put_flow
from app.desk.look.draft import Draft
from app.desk.look.footer import put_footer
from app.desk.look.head import put_head
from app.desk.look.page import put_families, put_folio, put_grid, put_paper
from app.importers.seen_parts import Part, SeenBulletin
from app.model.template import Template

_LONGEST_NAME = 24


def find_look(seen: SeenBulletin, shipped: Sequence[Template], source_name: str) -> FoundLook:
    """The template of a seen bulletin. What the file does not tell is taken from the shipped template that is most like it."""
    draft = Draft(nearest(seen, shipped))
    name = "".join("".join(seen.structure.masthead).split())[:_LONGEST_NAME] or draft.nearest.name
    draft.put("name", name, "guessed", "取自报头，可以另起")
    draft.put("description", f"取自“{source_name}”", "reckoned")
    for put in (put_paper, put_families, put_grid, put_head, put_contents, put_text, put_titles, put_sections, put_flow, put_table):
        put(draft, seen)
    put_folio(draft, seen)
    put_footer(draft, seen)
    return draft.look()


def nearest(seen: SeenBulletin, shipped: Sequence[Template]) -> Template:
    """The shipped template most like a bulletin: by the words of its name first, then by what it has."""
    name = "".join(seen.structure.masthead)
    sections = any(section.name for section in seen.structure.sections)
    entries = seen.first(Part.ENTRY) is not None

    def likeness(template: Template) -> float:
        own = "".join(line.text for line in template.masthead.lines) + template.name
        words = SequenceMatcher(None, name, own).ratio()
        same_start = (template.flow.body_start == "new_page") == entries
        return (
            words * 2
            + 0.3 * same_start
            + 0.2 * ((len(seen.structure.articles) > 1) == (template.contents.show == "always"))
            + 0.1 * sections
        )

    return max(shipped, key=likeness)
