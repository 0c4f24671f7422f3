"""Where pages lie: one under another, one at a time, or facing one another as in a booklet; places and points undo one another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.page_geometry import MARGIN_PX, PAGE_GAP_PX, Arrangement, PagePoint, Strip

strips = st.builds(
    Strip,
    pages=st.integers(1, 40),
    width_pt=st.just(595.3),
    height_pt=st.just(841.9),
    px_per_pt=st.floats(0.3, 5.4),
    arrangement=st.sampled_from(Arrangement),
    view_width=st.integers(200, 2600),
    view_height=st.integers(200, 1500),
)


@given(strips, st.data())
def test_a_point_of_a_page_is_found_where_it_lies(strip: Strip, data: st.DataObject) -> None:
    at = PagePoint(data.draw(st.integers(0, strip.pages - 1)), data.draw(st.floats(1, 594)), data.draw(st.floats(1, 840)))
    x, y = strip.point(at)
    found = strip.place(x, y)
    assert found.index == at.index
    assert (found.x_pt, found.y_pt) == pytest.approx((at.x_pt, at.y_pt), abs=1e-6)
    assert 0 <= x <= max(strip.width, strip.view_width)
    assert 0 <= y <= strip.height + 1


@given(strips)
def test_no_two_pages_overlap_and_all_lie_in_the_strip(strip: Strip) -> None:
    for index in range(1, strip.pages):
        beside = strip.left(index) >= strip.left(index - 1) + strip.page_width
        below = strip.top(index) >= strip.top(index - 1) + strip.page_height
        assert beside or below
    assert strip.top(strip.pages - 1) + strip.page_height <= strip.height + 1


@given(strips, st.floats(0, 1))
def test_what_is_visible_is_what_lies_there(strip: Strip, part: float) -> None:
    top = part * strip.height
    shown = set(strip.visible(top, strip.view_height))
    for index in range(strip.pages):
        if strip.top(index) < top + strip.view_height and strip.top(index) + strip.page_height > top:
            assert index in shown


@given(strips)
def test_a_page_lies_in_its_row_with_those_that_begin_at_its_height(strip: Strip) -> None:
    for index in range(strip.pages):
        row = strip.row(index)
        assert index in row
        assert list(row) == [other for other in range(strip.pages) if strip.top(other) == strip.top(index)]


@given(strips, st.floats(0, 1))
def test_single_pages_rest_one_at_a_time(strip: Strip, part: float) -> None:
    strip = replace(strip, arrangement=Arrangement.SINGLE)
    rest = strip.rest(part * max(0, strip.height - strip.view_height))
    seen = [i for i in range(strip.pages) if strip.top(i) < rest + strip.view_height - 1 and strip.top(i) + strip.page_height > rest + 1]
    assert len(seen) == 1
    assert strip.rest(rest) == pytest.approx(rest)


@given(strips)
def test_steps_lead_through_all_single_pages_and_back(strip: Strip) -> None:
    strip = replace(strip, arrangement=Arrangement.SINGLE)
    scroll, pages = 0.0, []
    for _ in range(strip.pages * 200):
        pages.append(strip.page_at(0, scroll + strip.view_height / 2))
        if (after := strip.step(scroll, 40)) == scroll:
            break
        scroll = after
    assert pages == sorted(pages) and pages[-1] == strip.pages - 1
    while (before := strip.step(scroll, -strip.view_height)) != scroll:
        assert before < scroll
        scroll = before
    assert scroll == 0


def test_pages_face_one_another_as_in_a_booklet() -> None:
    """The cover lies alone on the right, even numbers on the left, odd ones on the right: as an A3 sheet is folded."""
    strip = Strip(8, 600, 800, 1.0, Arrangement.SPREADS, 1400, 700)
    rows = {index: round(strip.top(index)) for index in range(8)}
    assert rows[1] == rows[2] != rows[3] == rows[4]
    assert len(set(rows.values())) == 5
    left, right = strip.left(1), strip.left(2)
    assert right - left == 600 + PAGE_GAP_PX
    assert [strip.left(index) for index in (0, 4, 6)] == [right] * 3
    assert [strip.left(index) for index in (3, 5, 7)] == [left] * 3
    assert strip.page_at(left + 5, strip.top(0)) == 0, "beside the cover it is the nearest page"
    assert strip.page_at(right + 5, strip.top(7)) == 7


@pytest.mark.parametrize("arrangement", Arrangement)
def test_fits(arrangement: Arrangement) -> None:
    strip = Strip(8, 600, 800, 1.0, arrangement, 1000, 700)
    wide = replace(strip, px_per_pt=strip.fit_width())
    assert wide.width == pytest.approx(1000, abs=1)
    whole = replace(strip, px_per_pt=strip.fit_page())
    assert whole.page_height <= 700 - 2 * MARGIN_PX + 1e-6
    assert whole.width <= 1000
