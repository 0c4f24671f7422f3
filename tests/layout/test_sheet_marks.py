"""Marks stand where a sheet is folded and cut, and outside of what is left."""

from __future__ import annotations

import pytest

from app.layout.engine import lay_out
from app.layout.frames import Page, Rule
from app.layout.imposition import booklet, imposed
from app.layout.sheet_marks import MARGIN_MM, PT_PER_MM, marked
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

PAGES = list(lay_out(bulletin(template(), stories(2, 4)), cell_faces()).pages)
SIDE = imposed(PAGES, booklet(len(PAGES)))[0]
WIDTH, HEIGHT = SIDE.width_pt / PT_PER_MM, SIDE.height_pt / PT_PER_MM
"""420 and 297 mm, in whole twips."""


def added(side: Page, by: Page) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of the rules that came, mm."""

    def box(rule: Rule) -> tuple[float, float, float, float]:
        edges = (rule.x_pt, rule.top_pt, rule.x_pt + rule.width_pt, rule.top_pt + rule.thickness_pt)
        left, top, right, bottom = (edge / PT_PER_MM for edge in edges)
        return left, top, right, bottom

    return [box(rule) for rule in by.rules[len(side.rules) :]]


def test_a_fold_has_a_mark_at_both_ends() -> None:
    found = added(SIDE, marked(SIDE, folds=True, cuts=False))
    assert [(round((left + right) / 2, 3), round(top, 3), round(bottom, 3)) for left, top, right, bottom in found] == [
        (round(WIDTH / 2, 3), 0.0, 5.0),
        (round(WIDTH / 2, 3), round(HEIGHT - 5, 3), round(HEIGHT, 3)),
    ]


def test_a_sheet_that_is_cut_lies_in_the_middle_of_larger_paper() -> None:
    cut = marked(SIDE, folds=False, cuts=True)
    assert (cut.width_pt / PT_PER_MM, cut.height_pt / PT_PER_MM) == pytest.approx((WIDTH + 2 * MARGIN_MM, HEIGHT + 2 * MARGIN_MM))
    assert cut.trim_pt == pytest.approx(MARGIN_MM * PT_PER_MM)
    before, after = SIDE.lines[0], cut.lines[0]
    assert (after.line.x_pt - before.line.x_pt) / PT_PER_MM == pytest.approx(MARGIN_MM)
    assert (after.top - before.top) / 20 / PT_PER_MM == pytest.approx(MARGIN_MM, abs=0.02)


def test_two_marks_at_each_corner_point_at_it_from_outside() -> None:
    found = added(SIDE, marked(SIDE, folds=False, cuts=True))
    assert len(found) == 8
    near, right, bottom = MARGIN_MM, MARGIN_MM + WIDTH, MARGIN_MM + HEIGHT
    upright = [box for box in found if box[3] - box[1] > box[2] - box[0]]
    assert sorted((left + end) / 2 for left, _, end, _ in upright) == pytest.approx([near, near, right, right])
    lying = [box for box in found if box not in upright]
    assert sorted((top + end) / 2 for _, top, _, end in lying) == pytest.approx([near, near, bottom, bottom])
    assert {(round(top, 3), round(end, 3)) for _, top, _, end in upright} == {(1.0, 7.0), (round(bottom + 3, 3), round(bottom + 9, 3))}
    assert {(round(left, 3), round(end, 3)) for left, _, end, _ in lying} == {(1.0, 7.0), (round(right + 3, 3), round(right + 9, 3))}


def test_no_mark_is_left_on_a_cut_sheet() -> None:
    for left, top, right, bottom in added(SIDE, marked(SIDE, folds=True, cuts=True)):
        apart = right < MARGIN_MM or left > MARGIN_MM + WIDTH or bottom < MARGIN_MM or top > MARGIN_MM + HEIGHT
        inside = left >= 0 and top >= 0 and right <= WIDTH + 2 * MARGIN_MM and bottom <= HEIGHT + 2 * MARGIN_MM
        assert apart and inside


def test_without_marks_a_side_stays_as_it_is() -> None:
    assert marked(SIDE, folds=False, cuts=False) == SIDE
