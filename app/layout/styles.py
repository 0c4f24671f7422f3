"""A template becomes the paragraph styles that flow, pages and DOCX share: one for each role of text."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from app.layout.flow import Align, ParagraphStyle, RuleBelow, TextStyle
from app.model.faces import FaceRole
from app.model.issue import Role
from app.model.template import Template

# An em box stands 0.88 em above its baseline and 0.12 em below it; gaps between lines of display text are measured from there.
EM_ABOVE, EM_BELOW = 0.88, 0.12

_SECTION_RULE_GAP = 20
"""White between the slot of a 栏目 head and its rule, twips."""
_IMAGE_TEXT_PT = 1.0
"""The text size of a line that holds an image: word processors give it the descent of its text, too."""


class Styles(NamedTuple):
    """Paragraph styles by role, and the text styles of stretches inside a paragraph."""

    by_role: dict[Role, ParagraphStyle]
    lead: TextStyle
    brief: TextStyle
    label: TextStyle
    head_cell: ParagraphStyle
    figure: ParagraphStyle


def slot(size_pt: float) -> int:
    """The line slot of display text, twips: 1.2 em."""
    return round(size_pt * 24)


def space_above(line: int, size_pt: float) -> float:
    """White inside a slot above the em box, twips."""
    return line * 4 // 5 - EM_ABOVE * size_pt * 20


def space_below(line: int, size_pt: float) -> float:
    """White inside a slot below the em box, twips."""
    return line - line * 4 // 5 - EM_BELOW * size_pt * 20


def section_rule(template: Template) -> RuleBelow | None:
    """The thin rule under a 栏目 head, None where the template draws none (L-q)."""
    thickness = round(template.section.rule_pt * 20)
    return RuleBelow(_SECTION_RULE_GAP, thickness) if thickness else None


@lru_cache(maxsize=16)
def styles_of(template: Template) -> Styles:
    """The styles of a template."""
    body, cell, line = template.body, template.cell_twips, template.line_twips
    indent = round(body.indent_cells * cell)
    text = TextStyle(FaceRole(body.face), body.size_pt, template.letter_space_twips)
    plain = ParagraphStyle("简报正文", text, line, first=indent)

    def faced(name: str, face: str, **changes: object) -> ParagraphStyle:
        return plain._replace(name=name, text=text._replace(face=FaceRole(face)), **changes)  # type: ignore[arg-type]

    title = template.title
    headings = {
        role: faced(name, face, keep_next=True)
        for role, name, face in (
            (Role.HEADING_1, "简报一级标题", body.heading_1_face),
            (Role.HEADING_2, "简报二级标题", body.heading_2_face),
            (Role.HEADING_3, "简报三级标题", body.heading_3_face),
            (Role.HEADING_4, "简报四级标题", body.heading_4_face),
        )
    }
    section, table = template.section, template.table
    cell_text = ParagraphStyle("简报表格", TextStyle(FaceRole(table.face), table.size_pt), round(table.pitch_pt * 20), Align.CENTRE)
    rule = section_rule(template)
    caption = TextStyle(FaceRole(template.picture.caption_face), template.picture.caption_size_pt)
    by_role = headings | {
        Role.BODY: plain,
        Role.TITLE: ParagraphStyle(
            "简报标题",
            TextStyle(FaceRole(title.face), title.size_pt),
            line,
            Align.CENTRE,
            before=title.before_slots * line,
            after=title.after_slots * line,
            keep_next=True,
            keep_lines=True,
            outline_level=1,
        ),
        Role.SECTION: ParagraphStyle(
            "简报栏目",
            TextStyle(FaceRole(section.face), section.size_pt, text.letter_space if section.size_pt == body.size_pt else 0),
            line - (rule.height if rule else 0),  # head and rule together take one slot
            Align.CENTRE if section.align == "centre" else Align.LEFT,
            before=section.before_slots * line,
            keep_next=True,
            outline_level=0,
        ),
        Role.SUBTITLE: faced("简报副题", body.subtitle_face, first=0, align=Align.CENTRE, keep_next=True),
        Role.TITLE_NOTE: faced("简报题注", body.subtitle_face, first=0, align=Align.CENTRE, keep_next=True),
        Role.EDITOR_NOTE: faced("简报编者按", body.note_face, left=2 * cell, right=2 * cell),
        Role.ADDRESSEE: faced("简报称呼", body.face, first=0),
        # L43: two cells in, turned lines under the name, which stands behind 附件：
        Role.ATTACHMENT: faced("简报附件", body.face, left=indent + 3 * cell, first=-3 * cell, align=Align.LEFT),
        Role.SIGNATURE: faced(
            "简报署名", body.face, first=0, right=2 * cell, align=Align.RIGHT, before=line, keep_next=True, keep_lines=True
        ),
        Role.SIGNATURE_DATE: faced("简报成文日期", body.face, first=0, right=2 * cell, align=Align.RIGHT),
        Role.BYLINE: faced("简报供稿", body.face, first=0, right=cell, align=Align.RIGHT),
        Role.TABLE: ParagraphStyle(
            "简报表题", TextStyle(FaceRole(table.caption_face), table.caption_size_pt), line, Align.CENTRE, keep_next=True, keep_lines=True
        ),
        Role.CELL: cell_text,
        Role.PICTURE: ParagraphStyle("简报图题", caption, line, Align.CENTRE, keep_lines=True),
    }
    return Styles(
        by_role,
        lead=text._replace(face=FaceRole(body.lead_face), bold=body.lead_bold),
        brief=text._replace(face=FaceRole(body.brief_face)),
        label=text._replace(face=FaceRole(body.note_label_face)),
        head_cell=cell_text._replace(name="简报表头", text=cell_text.text._replace(face=FaceRole(table.head_face))),
        figure=ParagraphStyle("简报图片", TextStyle(caption.face, _IMAGE_TEXT_PT), line, Align.CENTRE, keep_lines=True, grows=True),
    )
