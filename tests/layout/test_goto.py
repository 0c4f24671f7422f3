"""Pages and lines as a clerk writes them."""

from __future__ import annotations

import pytest

from app.errors import UserError
from app.layout.caret import caret_at
from app.layout.engine import lay_out
from app.layout.goto import spot_of
from app.layout.places import line_of
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

ISSUE = bulletin(template(), stories(12, 5))
LAYOUT = lay_out(ISSUE, cell_faces())
LINES, PITCH = ISSUE.template.grid.lines, ISSUE.template.line_twips


def at(written: str) -> tuple[int, int]:
    """The page that it leads to, and the slot of the line on it, from 1."""
    spot = spot_of(LAYOUT, written, LINES, PITCH)
    caret = caret_at(LAYOUT, spot.place, spot.side)
    assert caret is not None
    return caret.page, round((caret.top - LAYOUT.plan.top) / PITCH) + 1


def test_a_page_is_its_first_line() -> None:
    assert len(LAYOUT.pages) >= 3
    assert at("3") == at("3.1") == (3, 1)


@pytest.mark.parametrize("written", ["2.12", " 2.12 ", "２．１２", "2。12", "2 12", "第2页第12行", "2页12", "2，12", "2:12"])
def test_a_line_is_counted_in_slots_from_the_top_of_the_page(written: str) -> None:
    assert at(written) == (2, 12)


def test_the_caret_stands_at_the_head_of_the_line() -> None:
    spot = spot_of(LAYOUT, "2.5", LINES, PITCH)
    line = line_of(LAYOUT, spot.place, spot.side)
    assert (spot.page, spot.line) == (2, 5)
    assert line is not None and line.page == 2
    assert spot.place.offset == line.edges[0]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("", "请写页码"),
        ("三", "请写页码"),
        ("2.12.1", "请写页码"),
        ("-1", "请写页码"),
        ("0", "没有第 0 页"),
        ("999", "没有第 999 页，这一期共"),
        ("2.99", f"没有第 99 行，每页有 {LINES} 行"),
        ("2.0", "没有第 0 行"),
    ],
)
def test_what_leads_nowhere_is_one_sentence(written: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        spot_of(LAYOUT, written, LINES, PITCH)
