"""A layout becomes text or JSON to read and to compare: every page with its lines, rules and their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.layout.frames import Layout, Page, PlacedLine


def to_text(layout: Layout) -> str:
    """Every line with its slot's baseline and left end in points, page by page; the golden format of tests."""
    return "\n".join(row for page in layout.pages for row in _page_rows(page)) + "\n"


def to_json(layout: Layout) -> dict[str, Any]:
    """{"pages": [{"number", "lines": [{"x_pt", "y_pt", "size_pt", "text"}]}]}; y is the baseline from the page's top."""
    return {"pages": [{"number": page.number, "lines": [_line(placed) for placed in _placed(page)]} for page in layout.pages]}


def _placed(page: Page) -> Iterator[PlacedLine]:
    """The page's lines and its number, top to bottom."""
    yield from page.lines
    if page.folio:
        yield page.folio


def _line(placed: PlacedLine) -> dict[str, Any]:
    line = placed.line
    size = line.runs[0].size_pt if line.runs else 0.0
    return {"x_pt": round(line.x_pt, 2), "y_pt": placed.baseline / 20, "size_pt": size, "text": line.text}


def _page_rows(page: Page) -> Iterator[str]:
    """The rows of one page, lines, rules and images in the order of their height."""
    rows: list[tuple[float, str]] = []
    for placed in _placed(page):
        line = placed.line
        runs = line.runs
        size = f"{runs[0].size_pt:g}" if runs else "-"
        rows.append((placed.baseline / 20, f"{placed.baseline / 20:8.2f} {line.x_pt:6.1f}-{line.end_x_pt:5.1f} {size:>4}  {line.text}"))
    for rule in page.rules:
        end = rule.x_pt + rule.width_pt
        rows.append((rule.top_pt, f"{rule.top_pt:8.2f} {rule.x_pt:6.1f}-{end:5.1f}  ----  {rule.thickness_pt:g} pt {rule.colour}"))
    for image in page.images:
        end, size = image.x_pt + image.width_pt, f"{image.width_pt:.1f} x {image.height_pt:.1f} pt"
        rows.append((image.top_pt, f"{image.top_pt:8.2f} {image.x_pt:6.1f}-{end:5.1f}  图    {size} {image.image.name[:8]}"))
    yield f"== page {page.number}"
    yield from (row for _, row in sorted(rows, key=lambda one: one[0]))
