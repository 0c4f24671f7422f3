"""A PDF and the layout it was written from become one measure for each rule of the official layout."""

from __future__ import annotations

from pathlib import Path

from app.exporters.measure.line_rules import line_measures, lone_characters
from app.exporters.measure.marked import Frames, Measure, Spot, mark
from app.exporters.measure.page_rules import page_measures
from app.exporters.measure.part_rules import part_measures
from app.exporters.measure.printed import read_printed
from app.model.issue import Issue
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Official:
    """The measures, the number of printed lines, and the places of lone characters (孤字)."""

    measures: tuple[Measure, ...]
    lines: int
    lone: tuple[Spot, ...]


def measure_official(source: Path | bytes, issue: Issue, layout: Frames) -> Official:
    """Read a PDF, a path or its bytes, and measure it. Limits are the template's own, which carries the official ones as it comes.

    What stands where is read from the file; only which part a line belongs to is the layout's word. Raises `UserError`.
    """
    sheet = mark(read_printed(source), issue, layout)
    found = (*page_measures(sheet), *line_measures(sheet), *part_measures(sheet))
    return Official(found, sum(not line.folio for line in sheet.lines), lone_characters(sheet))
