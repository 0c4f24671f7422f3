"""A picture becomes flow paragraphs: the image in a line of whole slots, and its caption below, kept together on one page.

One in the place of the bulletin's name is a paragraph as high as itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from app.layout.flow import Align, Figure, FlowParagraph, Span
from app.layout.frames import DERIVED
from app.layout.setting import Setter
from app.layout.styles import styles_of
from app.model.issue import Paragraph, Role
from app.model.picture import Picture
from app.model.template import TWIPS_PER_MM, Template

AIR = 20
"""A picture is so much lower than its slots at least, twips: word processors add a trace of a line's descent to an image in it."""
HIGHEST_NAME_MM = 80.0
"""A picture in the place of the name is no higher, so that the red rule stays in the upper half of the page."""
_LEAST_ROOM = 4
"""However long a caption is, so many slots of the page are the picture's."""
_ALIGNS = {"left": Align.LEFT, "centre": Align.CENTRE, "right": Align.RIGHT}


def picture_flow(paragraph: Paragraph, setter: Setter) -> Iterator[FlowParagraph]:
    """The image, and its caption where there is one; without a caption the image's line is where its caret stands."""
    assert paragraph.picture
    style = styles_of(setter.template).by_role[Role.PICTURE]
    if not paragraph.text:
        yield _image(paragraph.picture, paragraph.id, 0, setter)
        return
    caption = setter.set(Role.PICTURE, style, [Span(paragraph.text, style.text, paragraph.id)])
    yield _image(paragraph.picture, paragraph.id, len(caption.lines), setter)
    yield caption


def name_picture(picture: Picture, setter: Setter) -> FlowParagraph:
    """The image in the place of the bulletin's name: centred, in a line of its own height, derived from no block."""
    template = setter.template
    width, height = name_size(picture, template)
    line = math.ceil(height) + AIR
    style = styles_of(template).figure._replace(name="简报报头图片", line=line)
    x = template.paper.left + (template.paper.text_width - width) / 2
    figure = Figure(picture.image, x / 20, (line - height) / 2, width / 20, height / 20, DERIVED)
    return setter.set(Role.MASTHEAD, style, ())._replace(figure=figure)


def name_size(picture: Picture, template: Template) -> tuple[float, float]:
    """Width and height in the place of the bulletin's name, twips: never wider than the type area, nor higher than a masthead bears."""
    return _within(picture, template.paper.text_width, HIGHEST_NAME_MM * TWIPS_PER_MM)


def printed_size(picture: Picture, caption_lines: int, template: Template) -> tuple[float, float]:
    """Width and height on the page, twips: never wider than the type area, nor higher than a page has room beside the caption."""
    return _within(picture, template.paper.text_width, _most_slots(caption_lines, template) * template.line_twips - AIR)


def slots_of(height: float, template: Template) -> int:
    """How many line slots a picture of that height (twips) takes."""
    return max(math.ceil((height + AIR) / template.line_twips - 1e-6), 1)


def slots_at(height: float, template: Template) -> int:
    """The slots that a height drawn by hand (twips) is nearest to."""
    return max(round((height + AIR) / template.line_twips), 1)


def width_for_slots(picture: Picture, slots: int, template: Template) -> float:
    """The width in mm, of two decimals, at which a picture fills so many slots, or the type area's where that is less."""
    height = max(slots, 1) * template.line_twips - AIR
    width = min(height * picture.image.width_px / picture.image.height_px, template.paper.text_width)
    return math.floor(width / TWIPS_PER_MM * 100) / 100


def _within(picture: Picture, widest: float, highest: float) -> tuple[float, float]:
    """Width and height, twips, at the width that the picture has or the largest one that stays within both."""
    image = picture.image
    width = min(picture.width_mm * TWIPS_PER_MM, widest)
    height = width * image.height_px / image.width_px
    return (width, height) if height <= highest else (highest * image.width_px / image.height_px, highest)


def _most_slots(caption_lines: int, template: Template) -> int:
    return max(template.paper.text_height // template.line_twips - caption_lines, _LEAST_ROOM)


def _image(picture: Picture, block: int, caption_lines: int, setter: Setter) -> FlowParagraph:
    """The image's paragraph: one line, since it never splits, in which it stands in the middle."""
    template = setter.template

    def make() -> FlowParagraph:
        width, height = printed_size(picture, caption_lines, template)
        line = slots_of(height, template) * template.line_twips
        style = styles_of(template).figure._replace(line=line, align=_ALIGNS[picture.placing], keep_next=caption_lines > 0)
        paper = template.paper
        spare = paper.text_width - width
        x = paper.left + {"left": 0.0, "centre": spare / 2, "right": spare}[picture.placing]
        figure = Figure(picture.image, x / 20, (line - height) / 2, width / 20, height / 20, block)
        spans = () if caption_lines else (Span("", style.text, block),)
        return setter.set(Role.PICTURE, style, spans)._replace(figure=figure)

    return setter.once(("picture", picture, block, caption_lines), make)
