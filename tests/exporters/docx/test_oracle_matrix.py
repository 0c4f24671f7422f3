"""LibreOffice prints issues of every length, ending at every line of their last page, in every template and grid, as our own pages are.

`python -m tests.exporters.docx.matrix` does the same for every length from 1 to 60 pages in all templates and grids.
"""

from __future__ import annotations

import pytest

from app.exporters.docx.export import docx_bytes
from app.fonts.faceset import FaceSet
from app.layout.engine import lay_out
from app.layout.frames import Layout
from tests.exporters.docx.matrix import FOOTERS, LENGTHS, TEMPLATES, ended_at, of_pages
from tests.oracle.compare import compare_with_pdf
from tests.oracle.measures import TypeArea, measure
from tests.oracle.office import Office
from tests.oracle.pdf import read_lines

pytestmark = [pytest.mark.oracle, pytest.mark.xdist_group("office")]

_SHIFT_PT = 3.0
_SLOTS = range(1, 23)


@pytest.mark.parametrize("footer", FOOTERS)
def test_the_text_may_end_at_any_line_of_the_last_page(faces: FaceSet, office: Office, footer: str) -> None:
    issues = [ended_at(slot, footer) for slot in _SLOTS]
    layouts = [lay_out(issue, faces) for issue in issues]
    files = office.convert([docx_bytes(issue, layout) for issue, layout in zip(issues, layouts, strict=True)])
    found = {slot: compare_with_pdf(layout, file) for slot, layout, file in zip(_SLOTS, layouts, files, strict=True)}
    assert {slot: str(result) for slot, result in found.items() if not result.holds(_SHIFT_PT)} == {}
    _assert_fits_and_moves_on(layouts, footer)


def _assert_fits_and_moves_on(layouts: list[Layout], footer: str) -> None:
    """The footer shares the last page as long as it fits, and then moves on to where its template wants it."""
    shared = [layout.footer_page == len(layout.plan.fills) for layout in layouts]
    assert any(shared) and not all(shared)
    wanted = {"last": 1, "even": 2, "multiple_of_4": 4}[footer]
    assert all(layout.footer_page % wanted == 0 for layout in layouts)


def test_issues_of_every_length_in_every_template_and_grid(faces: FaceSet, office: Office) -> None:
    issues = {(name, preset, pages): of_pages(pages, name, preset, faces) for (name, preset), pages in zip(TEMPLATES, LENGTHS, strict=True)}
    layouts = {key: lay_out(issue, faces) for key, issue in issues.items()}
    files = office.convert([docx_bytes(issue, layouts[key]) for key, issue in issues.items()])
    for (key, layout), file in zip(layouts.items(), files, strict=True):
        result = compare_with_pdf(layout, file)
        assert result.holds(_SHIFT_PT), (key, str(result))
        assert len(layout.plan.fills) == key[2]
        paper = issues[key].template.paper
        left, top = paper.left / 20, paper.top / 20
        found = measure(read_lines(file), TypeArea(left, left + paper.text_width / 20, top, top + paper.text_height / 20))
        assert found.pitch_pt == pytest.approx(28.95, abs=0.1), key
        assert (found.past_the_edge, found.bad_starts, found.bad_ends, found.split_pairs) == ((), (), (), ()), key
