"""A template under work and a text become pages to look at: the sample with the template's standing texts, or the open issue."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from app import paths
from app.desk.compose import compose
from app.desk.faces import faces_for
from app.desk.files import read_text_file
from app.desk.pictures import masthead_picture
from app.desk.template_draft import Sheet
from app.fonts.faceset import Substitution
from app.fonts.roles import FaceResolver
from app.importers.found import Structure
from app.importers.read import read_text
from app.layout.engine import lay_out
from app.layout.frames import BLACK, Layout
from app.model.image_file import image_of
from app.model.issue import Issue
from app.model.template import Template
from app.records import dataclass

_LARGEST_BYTES = 100_000
_NUMBER, _TOTAL, _YEAR = "5", "128", "2025"


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages, and what stands in for faces that this machine lacks."""

    layout: Layout
    faces: tuple[Substitution, ...]
    reckoned: str


def preview(sheet: Sheet, issue: Issue | None, resolver: FaceResolver) -> Preview:
    """Lay out the open issue, or without one the sample, in a template. Raises `UserError` where a face or the picture is missing."""
    shown = _in_look(issue, sheet) if issue else sample_in(sheet)
    faces = faces_for(sheet.template, {}, resolver)
    layout = lay_out(shown, faces)
    return Preview(layout, faces.substitutions, reckoned(sheet.template, layout))


def reckoned(template: Template, layout: Layout) -> str:
    """What follows from a template's values: the type area, the pitches of its grid, and where the red rule comes to stand."""
    paper = template.paper
    width, height = paper.width_mm - paper.left_mm - paper.right_mm, paper.height_mm - paper.top_mm - paper.bottom_mm
    parts = [f"版心 {width:g} × {height:g} 毫米", f"行距 {template.line_twips / 20:g} 磅"]
    space = template.letter_space_twips / 20
    parts.append(f"字距{'收' if space < 0 else '放'} {abs(space):g} 磅" if space else "字距不收不放")
    red = next((rule for rule in layout.pages[0].rules if rule.colour != BLACK), None)
    if red is not None:
        parts.append(f"红线距纸上边 {red.top_pt / 72 * 25.4:.0f} 毫米")
    return "，".join(parts)


def sample_in(sheet: Sheet) -> Issue:
    """The sample's articles under the name, the number's form, the issuer and the recipients of a template."""
    template, style = sheet.template, sheet.template.masthead
    structure = _sample()
    number = style.number_form.replace("{year}", _YEAR).replace("{}", _NUMBER)
    extra = replace(structure.extra, total=_TOTAL if style.total else None)
    bare = replace(structure, masthead=(), issuer=None, footer=None, issue=number, extra=extra)
    issue = compose(bare, template).issue
    if not style.image or sheet.picture is None:
        return issue
    picture = masthead_picture(image_of(sheet.picture.data, sheet.picture.name), template)
    return replace(issue, masthead=replace(issue.masthead, picture=picture))


def _in_look(issue: Issue, sheet: Sheet) -> Issue:
    return replace(issue, template=sheet.template)


@cache
def _sample() -> Structure:
    text = read_text_file(paths.resources() / "sample" / "issue.txt", _LARGEST_BYTES)
    return read_text(text, "示例").structure
