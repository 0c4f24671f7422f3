"""PDF, DOCX and OFD of an issue of forty pages show the same lines at the same places, and pages that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.oracle.side_by_side import Apart, forty_pages, side_by_side

pytestmark = [pytest.mark.oracle, pytest.mark.xdist_group("office")]

_CLOSE_PT = {"PDF": 0.01, "OFD": 0.01, "DOCX": 0.6}
"""Baselines: a word processor places the rows of a table by its own borders."""
_GREY = {"PDF": 0.0, "OFD": 1.5, "DOCX": 2.5}
"""Mean difference from the PDF of 255 greys: edges, and letter spaces in the steps of a word processor."""


@pytest.fixture(scope="module")
def pages(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> list[Apart]:
    return side_by_side(forty_pages(), tmp_path_factory.mktemp("beside") / "office")[0]


@pytest.mark.parametrize("name", ["PDF", "OFD", "DOCX"])
def test_forty_pages_cannot_be_told_apart_line_by_line(pages: list[Apart], name: str) -> None:
    found = [page for page in pages if page.format == name]
    assert len(found) == 40
    wrong = [page for page in found if page.odd_lines or page.baselines_pt > _CLOSE_PT[name] or page.grey > _GREY[name]]
    assert [str(page) for page in wrong] == []
    assert name == "DOCX" or max(page.pens_pt for page in found) < _CLOSE_PT[name]


@pytest.mark.parametrize("rows", [30, 39, 42, 45, 57])
def test_titles_behind_a_table_that_goes_over_the_page(rows: int, qapp: QApplication, tmp_path: Path) -> None:
    found = side_by_side(forty_pages(rows=rows), tmp_path / "office")[0]
    assert sum(page.odd_lines for page in found) == 0
