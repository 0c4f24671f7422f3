"""The sheet to measure a printer's shift on: its crosses stand where its words say."""

from __future__ import annotations

import pytest

from app.layout.sheet_marks import PT_PER_MM
from app.layout.shift_sheet import CROSS_MM, shift_sheet
from tests.layout.cells import cell_faces


@pytest.mark.parametrize("size", [(210.0, 297.0), (420.0, 297.0)])
def test_crosses_stand_twenty_millimetres_from_the_edges(size: tuple[float, float]) -> None:
    page = shift_sheet(size, (0.0, 0.0), "惠普", cell_faces())
    arms = [rule for rule in page.rules if max(rule.width_pt, rule.thickness_pt) == pytest.approx(20 * PT_PER_MM)]
    middles = {
        (round((rule.x_pt + rule.width_pt / 2) / PT_PER_MM, 3), round((rule.top_pt + rule.thickness_pt / 2) / PT_PER_MM, 3))
        for rule in arms
    }
    assert middles == {(x, y) for x in (CROSS_MM, size[0] - CROSS_MM) for y in (CROSS_MM, size[1] - CROSS_MM)}
    assert all(line.line.end_x_pt <= (size[0] - CROSS_MM) * PT_PER_MM for line in page.lines)
    assert any("惠普" in line.line.text for line in page.lines)


def test_it_moves_as_the_print_does() -> None:
    still, moved = (shift_sheet((210.0, 297.0), shift, "", cell_faces()) for shift in ((0.0, 0.0), (0.5, -1.0)))
    for before, after in zip(still.rules, moved.rules, strict=True):
        assert (after.x_pt - before.x_pt) / PT_PER_MM == pytest.approx(0.5)
        assert (after.top_pt - before.top_pt) / PT_PER_MM == pytest.approx(-1.0)
    assert any("右移 0.5 毫米，下移 -1 毫米" in line.line.text for line in moved.lines)
