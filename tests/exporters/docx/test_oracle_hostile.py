"""Hostile paragraphs break in LibreOffice where we break them: locked, nearly all of them; plain, most of them.

What is left over with locks, and why no letter space of a point or less can repair it: LibreOffice breaks inside hyphenated words
and at no-break spaces, keeps GDP and an opening mark behind it together, and lets …… begin a line or be split; where we do otherwise,
the hole in the line may be wider than the letter spaces can fill.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from app.exporters.docx.export import docx_bytes
from app.fonts.faceset import FaceSet
from app.layout.engine import lay_out
from app.layout.frames import Layout
from app.model.issue import Role
from app.model.template_reader import with_preset
from tests.exporters.docx.hostile import paragraphs
from tests.layout.bulletins import bulletin, template
from tests.oracle.office import Office
from tests.oracle.pdf import PdfLine, read_lines

pytestmark = [pytest.mark.oracle, pytest.mark.xdist_group("office")]

_TITLE = "标题"
_INDENTED_PT = 20
_PRESETS = ("28x22", "26x22")


@dataclass(frozen=True)
class Share:
    """How many of our lines LibreOffice ends where we do, paragraph by paragraph, and the first different line of each."""

    same: int
    total: int
    differences: tuple[str, ...]

    @property
    def part(self) -> float:
        return self.same / self.total


def share(layout: Layout, printed: list[PdfLine]) -> Share:
    """Compare by paragraphs: one line that differs shifts the rest of its own paragraph only."""
    first = next(number for number, line in enumerate(printed) if line.text == _TITLE) + 1
    left = min(line.x_pt for line in printed[first:])
    theirs: list[list[str]] = []
    for line in printed[first:]:
        if line.baseline_pt > 745:  # the page number
            continue
        if line.x_pt > left + _INDENTED_PT:
            theirs.append([])
        theirs[-1].append(line.text)
    ours = [["".join(line.text.split()) for line in p.lines] for p in layout.flow if p.role is Role.BODY]
    assert ["".join(lines) for lines in theirs] == ["".join(lines) for lines in ours]
    both = list(zip(ours, theirs, strict=True))
    same = sum(a == b for mine, other in both for a, b in zip(mine, other, strict=False))
    differences = [
        next(f"{a} / {b}" for a, b in zip(mine, other, strict=False) if a != b)
        for mine, other in zip(ours, theirs, strict=True)
        if mine != other
    ]
    return Share(same, sum(map(len, ours)), tuple(differences))


@pytest.fixture(scope="module")
def shares(faces: FaceSet, office: Office) -> dict[tuple[str, bool, bool], Share]:
    """(preset, with addresses, locked) to the share, all printed in one start."""
    keys = [(preset, addresses, locked) for preset in _PRESETS for addresses in (False, True) for locked in (False, True)]
    layouts, files = {}, []
    for preset, addresses, locked in keys:
        issue = bulletin(with_preset(template(), preset), [(_TITLE, paragraphs(7, 80, addresses))], footer=False)
        layouts[preset, addresses] = layouts.get((preset, addresses)) or lay_out(issue, faces)
        files.append(docx_bytes(issue, layouts[preset, addresses], lock_lines=locked))
    printed = [read_lines(file) for file in office.convert(files)]
    return {key: share(layouts[key[:2]], lines) for key, lines in zip(keys, printed, strict=True)}


@pytest.mark.parametrize("preset", _PRESETS)
def test_locked_lines_all_end_where_ours_do(shares: dict[tuple[str, bool, bool], Share], preset: str) -> None:
    found = shares[preset, False, True]
    assert found.part >= 0.97, found


@pytest.mark.parametrize("preset", _PRESETS)
def test_plain_lines_mostly_do(shares: dict[tuple[str, bool, bool], Share], preset: str) -> None:
    found = shares[preset, False, False]
    assert found.part >= 0.9, found


@pytest.mark.parametrize("preset", _PRESETS)
def test_addresses_cost_few_lines(shares: dict[tuple[str, bool, bool], Share], preset: str) -> None:
    found = shares[preset, True, True]
    assert found.part >= 0.85, found
