"""What nobody has signed leaves as a 清样, in every format, and the head disturbs neither the text nor what is measured of it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from app.desk.export_report import report_export
from app.desk.printing import Arrangement, Ink, PrintJob, sides_to_print
from app.desk.publish import publish, publish_layout
from app.desk.signing import signed, submitted
from app.desk.unsigned import is_final, leaving, leaving_name, stage_head
from app.exporters.measure.marked import mark
from app.exporters.measure.printed import read_printed
from app.layout.engine import lay_out
from app.model.signing import Stage
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

NOW = datetime(2031, 3, 8, 15, 20)
WORK = bulletin(template(), stories(3, 6))
SIGNED = signed(submitted(WORK, NOW), NOW)


def texts(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    with document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize(
    ("stage", "head"), [(Stage.EDITING, "清样　3月8日 15:20　"), (Stage.SECOND_PROOF, "清样·二校　"), (Stage.SUBMITTED, "清样·送签　")]
)
def test_the_head_says_how_far_the_issue_has_come(stage: Stage, head: str) -> None:
    assert stage_head(replace(WORK, stage=stage), NOW).startswith(head)


def test_the_name_says_so_once() -> None:
    assert leaving_name(WORK, Path("a/第7期.pdf")) == Path("a/第7期_清样.pdf")
    for name in ("第7期_清样.pdf", "二校.pdf", "第7期_送审.docx", "第7期（二校）.pdf", "第7期-三校稿.pdf", "第7期 一校2.pdf"):
        assert leaving_name(WORK, Path(name)) == Path(name)
    for name in ("第一校区工作简报第7期", "一校一策简报第7期", "第7期_送审计局"):
        assert leaving_name(WORK, Path(f"{name}.pdf")) == Path(f"{name}_清样.pdf")
    assert leaving_name(SIGNED, Path("第7期.pdf")) == leaving_name(WORK, Path("第7期.pdf"), final=True) == Path("第7期.pdf")
    assert is_final(SIGNED) and is_final(replace(SIGNED, stage=Stage.ISSUED)) and not is_final(submitted(WORK, NOW))


def test_every_page_of_a_pdf_says_so_and_a_signed_one_does_not(tmp_path: Path) -> None:
    published = publish(WORK, tmp_path / "第7期.pdf", cell_faces())
    assert published.path == tmp_path / "第7期_清样.pdf" and not (tmp_path / "第7期.pdf").exists()
    pages = texts(published.path)
    assert len(pages) > 2 and all("清样" in page for page in pages)
    closed = publish(SIGNED, tmp_path / "第7期.pdf", cell_faces())
    assert closed.path == tmp_path / "第7期.pdf" and not any("清样" in page for page in texts(closed.path))


@pytest.mark.parametrize("suffix", [".docx", ".ofd", ".txt", ".html"])
def test_the_other_formats_follow(tmp_path: Path, suffix: str) -> None:
    published = publish(WORK, tmp_path / f"第7期{suffix}", cell_faces())
    assert published.path.name == f"第7期_清样{suffix}" and published.path.exists()
    assert publish(SIGNED, tmp_path / f"第7期{suffix}", cell_faces()).path.name == f"第7期{suffix}"
    if suffix == ".docx":
        with zipfile.ZipFile(published.path) as parts, zipfile.ZipFile(tmp_path / "第7期.docx") as bare:
            assert "清样" in parts.read("word/header1.xml").decode()
            assert "word/header1.xml" not in bare.namelist()
    if suffix == ".ofd":
        with zipfile.ZipFile(published.path) as parts:
            pages = [name for name in parts.namelist() if name.endswith("Content.xml")]
            assert pages and all("清样" in parts.read(page).decode() for page in pages)


def test_nothing_of_the_text_moves_and_the_measures_hold(tmp_path: Path) -> None:
    faces = cell_faces()
    layout = lay_out(WORK, faces)
    shown = leaving(WORK, layout, faces, now=NOW)
    assert [(page.lines, page.rules, page.folio) for page in shown.pages] == [(page.lines, page.rules, page.folio) for page in layout.pages]
    assert leaving(WORK, shown, faces) is shown and leaving(SIGNED, layout, faces) is layout
    path = publish_layout(WORK, shown, tmp_path / "a.pdf", faces).path
    plain = publish_layout(WORK, layout, tmp_path / "b.pdf", faces, final=True).path
    headed, bare = report_export(path, WORK, shown, faces), report_export(plain, WORK, layout, faces)
    assert headed.measures == bare.measures and headed.measures
    sheet = mark(read_printed(path), WORK, shown)
    assert [line.line.page for line in sheet.heads] == [page.number for page in shown.pages]
    assert not sheet.strange and not sheet.absent
    assert len(mark(read_printed(plain), WORK, shown).absent) == len(shown.pages), "a head that is not in the file is missed"


def test_printed_sheets_say_so_beside_the_page(tmp_path: Path) -> None:
    faces = cell_faces()
    layout = lay_out(WORK, faces)
    for job in (PrintJob(unsigned=True), PrintJob(Arrangement.BOOKLET, unsigned=True), PrintJob(ink=Ink.NO_RED, unsigned=True)):
        sides = sides_to_print(layout, WORK, faces, job)
        heads = [line for side in sides for line in (*side.lines, *side.own) if line.line.text.startswith("清样")]
        assert len(heads) == len(layout.pages)
    assert not any(side.head for side in sides_to_print(layout, WORK, faces, PrintJob()))
    assert not any(side.head for side in sides_to_print(layout, WORK, faces, PrintJob(ink=Ink.RED_ALONE, unsigned=True)))
