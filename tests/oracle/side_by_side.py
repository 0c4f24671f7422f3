"""An issue becomes pictures of its pages as PDF, DOCX and OFD show them, beside one another, and a few numbers for each page.

`python -m tests.oracle.side_by_side FOLDER` does so for samples 000 and 002, where the sample folder is there, and for an issue of forty
pages of our own. The DOCX is printed by LibreOffice, PDFs are drawn by PDFium, the OFD by the painter in `tests/exporters/ofd/drawing.py`.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageStat
from PySide6.QtGui import QGuiApplication

from app.desk.compose import compose
from app.desk.faces import face_resolver, faces_for
from app.desk.intake import read_submission
from app.desk.publish import pdf_info
from app.desk.templates import template_named
from app.exporters.docx.export import docx_bytes
from app.exporters.ofd.export import ofd_bytes
from app.exporters.pdf.export import PdfSession
from app.layout.engine import lay_out
from app.layout.frames import Layout
from app.model.image_file import image_of
from app.model.issue import Issue, Paragraph, Role
from app.model.picture import Picture
from tests.conftest import shared_folder
from tests.exporters.ofd.drawing import OfdFile, characters, pictures
from tests.layout.bulletins import STORY, bulletin, stories, template
from tests.layout.tables import with_table
from tests.model.pictures import jpeg
from tests.oracle.office import Office
from tests.oracle.pdf import PdfLine, read_lines

SAMPLES = {"000": "工作简报", "002": "精神文明建设简报"}
_ROOT = Path(__file__).parent.parent.parent
_PT_PER_MM = 72 / 25.4
_DOTS_PER_MM = 4.0
_SAME_LINE_PT = 2.0
_SOFT = 4
"""Edges are grey in another way in each program: pictures are compared by the means of squares of so many dots."""
_GAP = 12


@dataclass(frozen=True, slots=True)
class Apart:
    """How far a page is from the frames: lines that only one side has, baselines and pens in points, and from the PDF's picture.

    `ends_pt` are the first pens and line ends, `pens_pt` all pens: a word processor spreads a line's spare room in its own steps.
    `grey` is the mean difference of 255 greys, `darkest` that of the square that differs most.
    """

    page: int
    format: str
    lines: int
    odd_lines: int
    baselines_pt: float
    ends_pt: float
    pens_pt: float
    grey: float
    darkest: float

    def __str__(self) -> str:
        return (
            f"{self.page:4} {self.format:5} {self.lines:3} lines, {self.odd_lines} differ; baselines {self.baselines_pt:.3f} pt, "
            f"ends {self.ends_pt:.3f} pt, pens {self.pens_pt:.3f} pt; picture {self.grey:.2f}, {self.darkest:.0f} at most"
        )


def forty_pages(rows: int = 9) -> Issue:
    """An issue of our own of forty pages: titles of all lengths, headings, a table of so many rows, pictures, a section."""
    long = "云河市青石镇组织干部群众开展义务植树活动并对沿河公园的苗木管护工作作出全面安排部署和责任分工"
    odd = "共1300株，占95%，GDP增长6.5%——“好”……见https://yunhe.example/2031/03，详情～请联系0635-12345678。"
    first = [
        ("青石镇\n开展植树活动", [STORY, "一、分工明确，责任到人", STORY[20:] + STORY[:20], odd]),
        ("市税务局凝聚力量　擦亮“为民服务”金字招牌", [STORY * 2, STORY[7:]]),
        (long, [STORY[i:] for i in range(9)]),
    ]
    issue = bulletin(template("jingshen-wenming"), [*first, *stories(28, 4)], section="工作动态")
    issue = with_table(issue, 1, rows, article=4)
    section = issue.sections[0]
    articles = list(section.articles)
    for number, at in enumerate((1, 6, 11)):
        photo = Picture(image_of(jpeg(900, 600), "a.jpg"), 100, ("left", "centre", "right")[number])
        caption = Paragraph(issue.next_id + number, f"图{number + 1}　青石镇干部群众在沿河公园栽下苗木", Role.PICTURE, picture=photo)
        articles[at] = replace(articles[at], paragraphs=(*articles[at].paragraphs[:1], caption, *articles[at].paragraphs[1:]))
    return replace(issue, sections=(replace(section, articles=tuple(articles)),), next_id=issue.next_id + 3)


def issues() -> dict[str, Issue]:
    """What is compared, by name."""
    folder = shared_folder(_ROOT) / "samples"
    found = {
        name: compose(read_submission(str(folder / f"{name}.txt")).intake.structure, template_named(look)).issue
        for name, look in SAMPLES.items()
        if folder.is_dir()
    }
    return found | {"forty": forty_pages()}


def side_by_side(issue: Issue, office_folder: Path) -> tuple[list[Apart], list[Image.Image]]:
    """How far each page of each format is from the frames, and a picture of each page with the three beside one another."""
    faces = faces_for(issue.template, {}, face_resolver())
    layout = lay_out(issue, faces)
    info = pdf_info(issue)
    office = Office(office_folder, {known.official: (Path(known.file), known.index) for known in faces.substitutions})
    pdf, ofd = office_folder / "ours.pdf", ofd_bytes(layout, info)
    pdf.write_bytes(PdfSession().export(layout, info))
    (docx,) = office.convert([docx_bytes(issue, layout)])
    drawn = {"PDF": _drawn(pdf), "DOCX": _drawn(docx), "OFD": pictures(ofd, _DOTS_PER_MM)}
    lines = {"PDF": read_lines(pdf), "DOCX": read_lines(docx), "OFD": ofd_lines(ofd)}
    wanted = frame_lines(layout)
    pages = len(layout.pages)
    assert {name: len(shown) for name, shown in drawn.items()} == dict.fromkeys(drawn, pages)
    apart = [
        _apart(number, name, _on(wanted, number), _on(lines[name], number), drawn["PDF"][number - 1], drawn[name][number - 1])
        for number in range(1, pages + 1)
        for name in drawn
    ]
    return apart, [_beside([drawn[name][at] for name in drawn]) for at in range(pages)]


def frame_lines(layout: Layout) -> list[PdfLine]:
    """The frames' lines as a reader of a PDF would find them: blanks left out, those on one baseline as one."""
    found = []
    for page in layout.pages:
        items = []
        for placed in (*page.lines, *([page.folio] if page.folio else [])):
            for run in placed.line.runs:
                clusters = [(text, x) for gid, text, x in run.clusters() if gid]
                items += [(placed.baseline / 20 + run.fall_pt, x, char) for text, x in clusters for char in text]
        found += _rows(page.number, items)
    return found


def ofd_lines(data: bytes) -> list[PdfLine]:
    """The same of an OFD file, by its own characters."""
    return [
        line
        for number, page in enumerate(OfdFile(data).pages, 1)
        for line in _rows(number, [(one.baseline_mm * _PT_PER_MM, one.x_mm * _PT_PER_MM, one.char) for one in characters(page)])
    ]


def _rows(page: int, items: list[tuple[float, float, str]]) -> Iterator[PdfLine]:
    rows: list[list[tuple[float, float, str]]] = []
    for item in sorted((item for item in items if not item[2].isspace()), key=lambda item: item[0]):
        if rows and abs(rows[-1][-1][0] - item[0]) <= _SAME_LINE_PT:
            rows[-1].append(item)
        else:
            rows.append([item])
    for row in rows:
        row.sort(key=lambda item: item[1])
        xs = tuple(x for _, x, _ in row)
        yield PdfLine(page, "".join(char for *_, char in row), statistics.median(y for y, *_ in row), xs[0], xs[-1], xs)


def _on(lines: Sequence[PdfLine], page: int) -> list[PdfLine]:
    return [line for line in lines if line.page == page]


def _apart(page: int, name: str, wanted: Sequence[PdfLine], found: Sequence[PdfLine], reference: Image.Image, shown: Image.Image) -> Apart:
    same = [(one, other) for one, other in zip(wanted, found, strict=False) if one.text == other.text]
    pens = [(one.xs, other.xs) for one, other in same if len(one.xs) == len(other.xs)]
    soft = [picture.convert("L").resize((reference.width // _SOFT, reference.height // _SOFT)) for picture in (reference, shown)]
    difference = ImageChops.difference(*soft)
    return Apart(
        page,
        name,
        len(wanted),
        max(len(wanted), len(found)) - len(same),
        max((abs(one.baseline_pt - other.baseline_pt) for one, other in same), default=0.0),
        max((abs(one[at] - other[at]) for one, other in pens for at in (0, -1)), default=0.0),
        max((abs(a - b) for one, other in pens for a, b in zip(one, other, strict=True)), default=0.0),
        ImageStat.Stat(difference).mean[0],
        float(difference.getextrema()[1]),
    )


def _drawn(pdf: Path) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=_DOTS_PER_MM / _PT_PER_MM).to_pil().convert("RGB") for page in document]


def _beside(shown: Sequence[Image.Image]) -> Image.Image:
    width, height = max(one.width for one in shown), max(one.height for one in shown)
    whole = Image.new("RGB", (len(shown) * (width + _GAP) - _GAP, height), "#808080")
    for at, one in enumerate(shown):
        whole.paste(one, (at * (width + _GAP), 0))
    return whole


def main(folder: Path) -> None:
    """Write the pictures, and print the numbers."""
    application = QGuiApplication(["side_by_side", "-platform", "offscreen"])
    folder.mkdir(parents=True, exist_ok=True)
    for name, issue in issues().items():
        with tempfile.TemporaryDirectory() as office:
            apart, shown = side_by_side(issue, Path(office) / "office")
        for number, picture in enumerate(shown, 1):
            picture.save(folder / f"{name}-{number:02}.png")
        print(f"{name}: {len(shown)} pages")
        for page in apart:
            print(page)
        for format_name, pages in groupby(sorted(apart, key=lambda page: page.format), key=lambda page: page.format):
            worst = list(pages)
            print(
                f"{name} {format_name}: {sum(one.odd_lines for one in worst)} of {sum(one.lines for one in worst)} lines differ; "
                f"at most baselines {max(one.baselines_pt for one in worst):.3f} pt, line ends {max(one.ends_pt for one in worst):.3f} pt, "
                f"pens {max(one.pens_pt for one in worst):.3f} pt, {max(one.grey for one in worst):.2f} of 255 greys"
            )
    application.quit()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("python -m tests.oracle.side_by_side FOLDER")
    main(Path(sys.argv[1]))
