"""An issue becomes a Typst document of the same look: paper, grid, faces, masthead, contents, titles, body, footer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.exporters.passages import Passage, reading_of
from app.model.faces import FaceRole
from app.model.issue import Issue, Role
from app.model.template import FaceKey, Template

_SPECIAL = frozenset("\\#$*_`<>@~'\"/-=+[]:.")


def typst_source(issue: Issue, families: Mapping[FaceRole, str], fallback: str) -> str:
    """A whole document. `families` maps a role to the family name that Typst knows its file by."""
    reading, template = reading_of(issue), issue.template
    parts = [*_set_rules(template, families, fallback)]
    names = [passage for passage in reading.masthead if passage.role is Role.MASTHEAD]
    parts += [_name(passage, line, template, families) for line, passage in enumerate(names)]
    parts += [f"#align(center)[{_escaped(passage.text)}]" for passage in reading.masthead if passage not in names]
    parts.append(f'#line(length: 100%, stroke: {template.masthead.rule.width_pt}pt + rgb("{template.colours.red}"))')
    parts += [f"#block(spacing: {template.contents.pitch_pt - 16}pt)[{_escaped(passage.text)}]" for passage in reading.contents]
    parts.append("#pagebreak()")
    parts += [_body(passage, template, families) for passage in reading.body]
    parts.append("#v(1fr)\n#line(length: 100%)")
    parts += [
        f"#block(spacing: 10pt)[#set text(size: {template.footer.size_pt}pt)\n{_escaped(passage.text)}]" for passage in reading.footer
    ]
    return "\n\n".join(parts) + "\n"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in _SPECIAL else char for char in text).replace("\n", " \\\n")


def _set_rules(template: Template, families: Mapping[FaceRole, str], fallback: str) -> Iterator[str]:
    paper, body = template.paper, template.body
    leading = template.line_twips / 20 - body.size_pt
    yield (
        f"#set page(width: {paper.width_mm}mm, height: {paper.height_mm}mm, margin: (top: {paper.top_mm}mm, bottom: {paper.bottom_mm}mm, "
        f'left: {paper.left_mm}mm, right: {paper.right_mm}mm), numbering: "— 1 —")'
    )
    yield (
        f'#set text(font: ("{families[FaceRole.BODY]}", "{fallback}"), size: {body.size_pt}pt, lang: "zh", '
        f"tracking: {template.letter_space_twips / 20}pt, top-edge: 0.88em, bottom-edge: -0.12em)"
    )
    indent = f"first-line-indent: (amount: {body.indent_cells}em, all: true)"
    yield f"#set par(justify: true, leading: {leading}pt, spacing: {leading}pt, {indent})"
    title = f'#set text(font: ("{families[FaceRole.TITLE]}", "{fallback}"), size: {template.title.size_pt}pt, tracking: 0pt)'
    yield f"#show heading.where(level: 2): it => align(center)[{title}\n#block(above: {leading * 2}pt, below: {leading * 2}pt, it.body)]"


def _name(passage: Passage, line: int, template: Template, families: Mapping[FaceRole, str]) -> str:
    """A line of the bulletin's name."""
    look = template.masthead.lines[min(line, len(template.masthead.lines) - 1)]
    family, red = families[_role(look.face)], template.colours.red
    return f'#align(center)[#text(font: "{family}", size: {look.size_pt}pt, fill: rgb("{red}"), tracking: 0pt)[{_escaped(passage.text)}]]'


def _body(passage: Passage, template: Template, families: Mapping[FaceRole, str]) -> str:
    text = _escaped(passage.text)
    if passage.role is Role.TITLE:
        return f"== {text}".replace(" \\\n", " #linebreak() ")
    if passage.role in (Role.SECTION, Role.HEADING_1):
        return f'#text(font: "{families[FaceRole.HEI]}")[{text}]'
    if passage.role is Role.HEADING_2:
        return f'#text(font: "{families[_role(template.body.heading_2_face)]}")[{text}]'
    return text


def _role(key: FaceKey) -> FaceRole:
    return FaceRole(key)
