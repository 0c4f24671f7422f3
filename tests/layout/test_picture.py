"""Pictures on the page: whole slots, inside the type area, on one page with their caption."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.layout.engine import Compositor, lay_out
from app.layout.frames import Layout, PlacedImage
from app.layout.picture import printed_size, slots_of, width_for_slots
from app.model.issue import Issue, Paragraph, Role
from app.model.picture import Picture
from app.paint.canvas import RecordingCanvas, draw_page
from tests.layout.bulletins import STORY, bulletin, template
from tests.layout.cells import cell_faces
from tests.model.pictures import picture

_LOOK = template()
_CAPTION = "图一　干部群众在沿河公园植树"


def pictured(lines: int, found: Picture, caption: str = _CAPTION) -> Issue:
    """An article of so many lines of text, a picture, and a last paragraph."""
    issue = bulletin(_LOOK, [("青石镇开展植树活动", [*["云河市植树。"] * lines, STORY])])
    section = issue.sections[0]
    article = section.articles[0]
    block = Paragraph(issue.next_id, caption, Role.PICTURE, picture=found)
    article = replace(article, paragraphs=(*article.paragraphs[:-1], block, article.paragraphs[-1]))
    return replace(issue, sections=(replace(section, articles=(article,)),), next_id=issue.next_id + 1)


def where(layout: Layout) -> tuple[int, PlacedImage]:
    """The page of the one image, and the image."""
    return next((page.number, image) for page in layout.pages for image in page.images)


def baseline(layout: Layout, text: str) -> tuple[int, float]:
    return next((page.number, placed.baseline / 20) for page in layout.pages for placed in page.lines if placed.line.text.startswith(text))


def test_a_picture_takes_whole_slots_and_stands_in_their_middle() -> None:
    layout = lay_out(pictured(2, picture(width_mm=90)), cell_faces())
    line = _LOOK.line_twips / 20
    page, image = where(layout)
    above, caption = baseline(layout, "云河市植树"), baseline(layout, _CAPTION[:2])
    assert page == above[0] == caption[0]
    assert image.width_pt == pytest.approx(90 * 72 / 25.4) and image.height_pt == pytest.approx(image.width_pt * 0.75)
    slots = slots_of(image.height_pt * 20, _LOOK)
    last_above = above[1] + line  # two lines of text
    assert caption[1] - last_above == pytest.approx((slots + 1) * line)
    top = last_above + line * 0.2
    assert image.top_pt - top == pytest.approx(slots * line - (image.top_pt - top) - image.height_pt, abs=0.05)


@pytest.mark.parametrize(("placing", "left"), [("left", 0.0), ("centre", 0.5), ("right", 1.0)])
def test_a_picture_stands_where_it_is_placed(placing: str, left: float) -> None:
    layout = lay_out(pictured(1, picture(width_mm=60, placing=placing)), cell_faces())  # type: ignore[arg-type]
    _, image = where(layout)
    spare = _LOOK.paper.text_width / 20 - image.width_pt
    assert image.x_pt == pytest.approx(_LOOK.paper.left / 20 + left * spare)


def test_a_picture_is_never_wider_than_the_type_area_nor_higher_than_the_page() -> None:
    width, height = printed_size(picture(width_mm=400), 1, _LOOK)
    assert width == _LOOK.paper.text_width and height == pytest.approx(width * 0.75)
    width, height = printed_size(picture(width_mm=150, size=(10, 90)), 1, _LOOK)
    assert slots_of(height, _LOOK) == _LOOK.grid.lines - 1 and width == pytest.approx(height / 9)


@pytest.mark.parametrize("lines", range(30))
def test_a_picture_and_its_caption_stand_on_one_page_whatever_stands_above(lines: int) -> None:
    layout = lay_out(pictured(lines, picture(width_mm=110)), cell_faces())
    page, image = where(layout)
    assert baseline(layout, _CAPTION[:2])[0] == page
    paper = _LOOK.paper
    assert image.top_pt >= paper.top / 20 and image.top_pt + image.height_pt <= (paper.top + paper.text_height) / 20
    assert sum(len(each.images) for each in layout.pages) == 1


def test_an_empty_caption_takes_no_line_and_its_caret_stands_on_the_picture() -> None:
    bare = lay_out(pictured(2, picture(), ""), cell_faces())
    captioned = lay_out(pictured(2, picture()), cell_faces())
    last = STORY[:4]
    assert baseline(captioned, last)[1] - baseline(bare, last)[1] == pytest.approx(_LOOK.line_twips / 20)
    _, image = where(bare)
    assert image.block in bare.blocks and bare.printed[bare.blocks[image.block]].figure is not None
    index = captioned.blocks[image.block]
    assert captioned.printed[index].figure is None and captioned.printed[index - 1].figure is not None


def test_so_many_slots_are_as_wide_as_it_takes() -> None:
    for slots in range(1, 20):
        wide = replace(picture(), width_mm=width_for_slots(picture(), slots, _LOOK))
        assert slots_of(printed_size(wide, 0, _LOOK)[1], _LOOK) == min(slots, 12)  # 13 would be wider than the type area


def test_a_key_stroke_in_a_caption_leaves_the_image_the_same_object() -> None:
    issue = pictured(2, picture())
    compositor = Compositor(cell_faces())
    before = compositor.layout(issue)
    section = issue.sections[0]
    paragraphs = tuple(replace(p, text=p.text + "活动") if p.picture else p for p in section.articles[0].paragraphs)
    typed = replace(issue, sections=(replace(section, articles=(replace(section.articles[0], paragraphs=paragraphs),)),))
    after = compositor.layout(typed)
    figures = [[p for p in layout.flow if p.figure] for layout in (before, after)]
    assert figures[0][0] is figures[1][0]


def test_a_canvas_is_given_the_image_before_the_text() -> None:
    layout = lay_out(pictured(1, picture(width_mm=60)), cell_faces())
    number, image = where(layout)
    canvas = RecordingCanvas()
    draw_page(layout.pages[number - 1], canvas)
    assert canvas.log[0] == f"image {image.x_pt:.2f},{image.top_pt:.2f} 170.08x127.56 {image.image.name[:8]}"


def test_a_brief_that_begins_with_a_picture_prints_its_title_by_itself() -> None:
    issue = pictured(0, picture())
    section = issue.sections[0]
    issue = replace(issue, sections=(replace(section, articles=(replace(section.articles[0], runin=True),)),))
    layout = lay_out(issue, cell_faces())
    assert where(layout)[1].top_pt > baseline(layout, "青石镇开展植树活动。")[1]


def test_an_article_without_a_title_may_begin_with_a_picture() -> None:
    issue = pictured(0, picture())
    section = issue.sections[0]
    article = section.articles[0]
    issue = replace(issue, sections=(replace(section, articles=(replace(article, title=replace(article.title, text="")),)),))
    layout = lay_out(issue, cell_faces())
    assert article.title.id in layout.blocks and where(layout)[0] == 2
