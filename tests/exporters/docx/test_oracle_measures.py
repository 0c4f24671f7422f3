"""What LibreOffice prints of a DOCX, and what we print as PDF, measure alike and as the official layout wants."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.exporters.docx.export import docx_bytes
from app.exporters.pdf.export import PdfInfo, export_pdf
from app.fonts.faceset import FaceSet
from app.layout.engine import lay_out
from app.model.template import Paper
from app.model.template_reader import with_preset
from tests.layout.bulletins import STORY, bulletin, stories, template
from tests.oracle.measures import Measures, TypeArea, measure
from tests.oracle.office import Office
from tests.oracle.pdf import read_lines

pytestmark = [pytest.mark.oracle, pytest.mark.xdist_group("office")]

_PLAIN = "各级各部门把创建工作摆上重要位置，主要负责同志亲自抓，分管负责同志具体抓，形成一级抓一级、层层抓落实的工作格局。" * 4
_PRESETS = {"28x22": 28, "27x22": 27, "26x22": 26}


def _area(paper: Paper) -> TypeArea:
    left, top = paper.left / 20, paper.top / 20
    return TypeArea(left, left + paper.text_width / 20, top, top + paper.text_height / 20)


@pytest.fixture(scope="module")
def measured(faces: FaceSet, office: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Measures, Measures]]:
    """Preset to the measures of LibreOffice's print and of our own PDF."""
    folder: Path = tmp_path_factory.mktemp("measures")
    files, ours, areas = [], [], []
    for preset in _PRESETS:
        issue = bulletin(with_preset(template(), preset), [("标题", [_PLAIN, STORY * 3, _PLAIN]), *stories(3, 5)], footer=False)
        layout = lay_out(issue, faces)
        files.append(docx_bytes(issue, layout))
        ours.append(folder / f"{preset}.pdf")
        export_pdf(layout, ours[-1], PdfInfo(preset))
        areas.append(_area(issue.template.paper))
    theirs = office.convert(files)
    pairs = [tuple(measure(read_lines(file), area) for file in both) for *both, area in zip(theirs, ours, areas, strict=True)]
    return dict(zip(_PRESETS, pairs, strict=True))


@pytest.mark.parametrize("preset", _PRESETS)
@pytest.mark.parametrize("printer", [0, 1], ids=["LibreOffice", "PDF"])
def test_the_official_layout_holds(measured: dict[str, tuple[Measures, Measures]], preset: str, printer: int) -> None:
    found = measured[preset][printer]
    assert found.pitch_pt == pytest.approx(28.95, abs=0.1)  # L13
    assert found.odd_pitches == ()
    assert found.lines_a_page == 22  # L11
    assert found.cells_of_full_lines.most_common(1)[0][0] == _PRESETS[preset]  # L11
    assert max(found.cells_of_full_lines) == _PRESETS[preset]
    assert found.indent_pt == pytest.approx(32 if preset != "28x22" else 31.5, abs=0.3)  # L42
    assert (found.past_the_edge, found.ragged) == ((), ())  # L4, L122
    assert (found.bad_starts, found.bad_ends, found.split_pairs) == ((), (), ())  # L76-L78, L111
