"""Hostile paragraphs break in LibreOffice where we break them: locked, all of them; plain, most of them.

A thousand paragraphs, each set in 28 and in 26 characters a line. Where no letter space of a point could repair what LibreOffice does -
it breaks behind hyphens and ～, lets …… begin a line, moves GDP along with a bracket that fits no more - our own lines do the same.
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
_SEEDS = tuple(range(101, 111))
_PARAGRAPHS = 100


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
def shares(faces: FaceSet, office: Office) -> dict[tuple[str, bool], list[Share]]:
    """(preset, locked) to the share in each document, all printed in one start."""
    keys = [(preset, locked, seed) for preset in _PRESETS for locked in (False, True) for seed in (_SEEDS if locked else _SEEDS[:2])]
    layouts, files = {}, []
    for preset, locked, seed in keys:
        issue = bulletin(with_preset(template(), preset), [(_TITLE, paragraphs(seed, _PARAGRAPHS, True))], footer=False)
        layouts[preset, seed] = layouts.get((preset, seed)) or lay_out(issue, faces)
        files.append(docx_bytes(issue, layouts[preset, seed], lock_lines=locked))
    printed = [read_lines(file) for file in office.convert(files)]
    found: dict[tuple[str, bool], list[Share]] = {}
    for (preset, locked, seed), lines in zip(keys, printed, strict=True):
        found.setdefault((preset, locked), []).append(share(layouts[preset, seed], lines))
    return found


def _part(found: list[Share]) -> float:
    return sum(one.same for one in found) / sum(one.total for one in found)


@pytest.mark.parametrize("preset", _PRESETS)
def test_locked_lines_end_where_ours_do(shares: dict[tuple[str, bool], list[Share]], preset: str) -> None:
    found = shares[preset, True]
    assert _part(found) >= 0.998, [difference for one in found for difference in one.differences]


@pytest.mark.parametrize("preset", _PRESETS)
def test_plain_lines_mostly_do(shares: dict[tuple[str, bool], list[Share]], preset: str) -> None:
    assert _part(shares[preset, False]) >= 0.9
