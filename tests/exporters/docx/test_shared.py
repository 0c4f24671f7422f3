"""Real bulletins print from their DOCX as our own pages are, in both grids, with few locked lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk.compose import compose
from app.desk.intake import read_submission
from app.desk.templates import template_named
from app.exporters.docx.export import docx_bytes
from app.fonts.faceset import FaceSet
from app.layout.engine import lay_out
from app.model.template_reader import with_preset
from tests.oracle.compare import compare_with_pdf
from tests.oracle.office import Office

pytestmark = [pytest.mark.shared, pytest.mark.oracle, pytest.mark.xdist_group("office")]

_SAMPLES = {"000": "工作简报", "002": "精神文明建设简报", "004": "工作简报"}


def test_samples_print_as_our_pages_are(shared_dir: Path, faces: FaceSet, office: Office) -> None:
    layouts, files = {}, []
    for sample, name in _SAMPLES.items():
        structure = read_submission(str(shared_dir / f"samples/{sample}.txt")).intake.structure
        for preset in ("28x22", "27x22", "26x22"):
            issue = compose(structure, with_preset(template_named(name), preset)).issue
            layout = layouts[sample, preset] = lay_out(issue, faces)
            files += [docx_bytes(issue, layout), docx_bytes(issue, layout, lock_lines=False)]
    printed = office.convert(files)
    locked = {key: compare_with_pdf(layout, file) for (key, layout), file in zip(layouts.items(), printed[::2], strict=True)}
    plain = {key: compare_with_pdf(layout, file) for (key, layout), file in zip(layouts.items(), printed[1::2], strict=True)}
    assert {key: str(result) for key, result in locked.items() if not result.holds(0.3)} == {}
    assert {key: str(result) for key, result in plain.items() if result.share < 0.9} == {}
