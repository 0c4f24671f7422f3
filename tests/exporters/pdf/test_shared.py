"""Real bulletins come out of the PDF character for character and measure as the official layout wants."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.desk.compose import compose
from app.desk.faces import face_resolver, faces_for
from app.desk.intake import read_submission
from app.desk.templates import template_named
from app.exporters.pdf.export import PdfInfo, export_pdf
from app.exporters.pdf.usage import page_lines
from app.layout.engine import lay_out
from tests.exporters.pdf.reading import pdfium_text, poppler_text, qpdf_complaints

pytestmark = pytest.mark.shared


@pytest.mark.parametrize(("sample", "template"), [("000", "工作简报"), ("002", "精神文明建设简报"), ("004", "工作简报")])
def test_samples_come_back_exactly(shared_dir: Path, tmp_path: Path, sample: str, template: str) -> None:
    structure = read_submission(str(shared_dir / f"samples/{sample}.txt")).intake.structure
    issue = compose(structure, template_named(template)).issue
    layout = lay_out(issue, faces_for(issue.template, {}, face_resolver()))
    path = tmp_path / f"{sample}.pdf"
    export_pdf(layout, path, PdfInfo(sample))

    wanted = ["".join("".join(line.text for line in page_lines(page)).split()) for page in layout.pages]
    data = path.read_bytes()
    assert [pdfium_text(data, i) for i in range(len(wanted))] == wanted
    assert poppler_text(path) == "".join(wanted)
    assert qpdf_complaints(path) == ""


def test_the_official_layout_is_measured_in_the_file(shared_dir: Path, tmp_path: Path) -> None:
    issue = compose(read_submission(str(shared_dir / "samples/000.txt")).intake.structure, template_named("工作简报")).issue
    path = tmp_path / "000.pdf"
    export_pdf(lay_out(issue, faces_for(issue.template, {})), path, PdfInfo("000"))

    check = subprocess.run(
        [sys.executable, str(shared_dir / "tools/check_layout.py"), str(path)], capture_output=True, text=True, check=False
    )
    assert check.returncode == 0, check.stdout
