"""A picture in the place of the bulletin's name: centred at the template's top, number and red rule below it as under a name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.edit.commands import set_masthead_picture, set_masthead_picture_width
from app.edit.state import EditorState
from app.layout.engine import Compositor, lay_out
from app.layout.frames import DERIVED, Layout
from app.layout.picture import HIGHEST_NAME_MM
from app.model.issue import Issue
from app.model.picture import Picture
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces
from tests.model.pictures import picture

_LOOK = template()
_WIDE = picture(width_mm=120.0, size=(120, 30))


def _named(found: Picture | None = _WIDE) -> Issue:
    issue = bulletin(_LOOK, stories(2, 3))
    return replace(issue, masthead=replace(issue.masthead, picture=found))


def _baseline(layout: Layout, text: str) -> float:
    return next(placed.baseline / 20 for placed in layout.pages[0].lines if placed.line.text.startswith(text))


def test_it_stands_centred_at_the_top_that_the_template_wants_and_the_name_is_not_printed() -> None:
    issue = _named()
    layout = lay_out(issue, cell_faces())
    (image,) = layout.pages[0].images
    paper = _LOOK.paper
    assert image.top_pt == pytest.approx(_LOOK.masthead.top_mm * 72 / 25.4, abs=0.1)
    assert image.x_pt + image.width_pt / 2 == pytest.approx((paper.left + paper.text_width / 2) / 20)
    assert (image.width_pt, image.height_pt) == pytest.approx((120 * 72 / 25.4, 30 * 72 / 25.4))
    assert image.block == DERIVED
    printed = "".join(placed.line.text for placed in layout.pages[0].lines)
    assert not any(line.text in printed for line in issue.masthead.lines)
    assert not {line.id for line in issue.masthead.lines} & set(layout.blocks)


def test_number_and_red_rule_follow_below_the_image() -> None:
    issue = _named()
    layout = lay_out(issue, cell_faces())
    (image,) = layout.pages[0].images
    style = _LOOK.masthead
    em_top = _baseline(layout, issue.masthead.number.text) - 0.88 * style.number.size_pt
    assert em_top - (image.top_pt + image.height_pt) == pytest.approx(style.number.gap_above_mm * 72 / 25.4, abs=0.1)
    named = lay_out(_named(None), cell_faces())
    under = [each.pages[0].rules[0].top_pt - _baseline(each, issue.masthead.number.text) for each in (layout, named)]
    assert under[0] == pytest.approx(under[1])
    assert layout.pages[0].rules[0].colour == _LOOK.colours.red


def test_it_never_is_wider_than_the_type_area_nor_higher_than_a_masthead_bears() -> None:
    (wide,) = lay_out(_named(replace(_WIDE, width_mm=300.0)), cell_faces()).pages[0].images
    assert wide.width_pt == pytest.approx(_LOOK.paper.text_width / 20)
    (high,) = lay_out(_named(picture(width_mm=150.0, size=(30, 90))), cell_faces()).pages[0].images
    assert high.height_pt == pytest.approx(HIGHEST_NAME_MM * 72 / 25.4)
    assert high.height_pt == pytest.approx(high.width_pt * 3)


def test_an_edit_of_it_lays_out_as_from_scratch() -> None:
    faces = cell_faces()
    compositor = Compositor(faces)
    state = EditorState(_named(None))
    compositor.layout(state.issue)
    for outcome in (
        lambda s: set_masthead_picture(s, _WIDE),
        lambda s: set_masthead_picture_width(s, 90.0),
        lambda s: set_masthead_picture(s, picture(71, 90.0, size=(120, 30))),
        lambda s: set_masthead_picture(s, None),
    ):
        found = outcome(state)
        assert found
        state = found[0]
        again, fresh = compositor.layout(state.issue), lay_out(state.issue, faces)
        assert list(again.pages) == list(fresh.pages)
        assert again.flow == fresh.flow
