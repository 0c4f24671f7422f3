"""Whole layouts as readable text: tests/golden/layout/*.txt. `pytest tests/layout/test_golden.py --update-goldens` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.layout.dump import to_text
from app.layout.engine import lay_out
from app.model.issue import Issue
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import RARE, cell_faces
from tests.layout.pictured import pictured_bulletin
from tests.layout.tables import with_table

_FOLDER = Path(__file__).parent.parent / "golden" / "layout"

_CASES: dict[str, Issue] = {
    "new_page": bulletin(template(), stories(4, 3)),
    "sections": bulletin(template("jingshen-wenming"), stories(2, 3), section="工作动态"),
    "run_on": bulletin(template("xinxi-kuaibao"), stories(1, 4)),
    "grid_26x22": bulletin(template(paper__left_mm=30, paper__right_mm=30, grid__characters=26), stories(2, 2)),
    "footer_even": bulletin(template(footer__page="even"), stories(1, 1)),
    "footer_multiple_of_4": bulletin(template(footer__page="multiple_of_4"), stories(3, 3)),
    "page_numbers_in_contents": bulletin(template(contents__page_numbers=True, contents__heading="目　录"), stories(3, 3)),
    "table_over_pages": with_table(bulletin(template(), stories(1, 2)), 1, 14),
    "rare_and_missing": bulletin(template(), [("云河市纪念先贤", [f"本地先贤{RARE}公的事迹，以及无人能写的🀄。"])], footer=False),
    "pictures": pictured_bulletin(),
}


@pytest.mark.parametrize("name", _CASES)
def test_a_layout_is_as_the_golden_says(name: str, request: pytest.FixtureRequest) -> None:
    path = _FOLDER / f"{name}.txt"
    found = to_text(lay_out(_CASES[name], cell_faces()))
    if request.config.getoption("--update-goldens"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
