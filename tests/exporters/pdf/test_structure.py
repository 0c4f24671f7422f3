"""A tagged PDF: each paragraph one element in reading order, what is no text an artifact, and the tree and the pages agree."""

from __future__ import annotations

import io
import re
import subprocess
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from app.desk.faces import face_resolver, faces_for
from app.exporters.pdf.export import PdfInfo, PdfSession
from app.exporters.pdf.parts import Part
from app.layout.engine import lay_out
from app.layout.frames import Layout
from app.model.issue import Issue, Role
from tests.exporters.pdf.reading import pdfium_text, qpdf_complaints
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.pictured import pictured_bulletin
from tests.layout.tables import with_table

INFO = PdfInfo("工作简报 第7期")


@cache
def sample() -> tuple[Issue, Layout, bytes]:
    issue = with_table(bulletin(template(), stories(3, 6), section="动态"), 1, 4)
    layout = lay_out(issue, faces_for(issue.template, {}, face_resolver()))  # each character has a glyph of its own in these
    return issue, layout, PdfSession().export(layout, INFO)


def shown(data: bytes, tmp_path: Path) -> list[tuple[str, str]]:
    """The elements with their words, as another program reads them."""
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    assert qpdf_complaints(path) == ""
    output = subprocess.run(["pdfinfo", "-struct-text", "-enc", "UTF-8", str(path)], check=True, capture_output=True).stdout.decode()
    found: list[tuple[str, str]] = []
    for line in output.split("\n"):
        if tag := re.fullmatch(r"\s+([A-Z]\w*)(?: \(\w+\))?:?", line):
            found.append((tag[1], ""))
        elif (words := re.fullmatch(r'\s+"(.*)"', line)) and found:
            found[-1] = (found[-1][0], found[-1][1] + words[1])
    return found


def test_each_paragraph_is_one_element_in_order(tmp_path: Path) -> None:
    issue, _, data = sample()
    elements = [(tag, "".join(words.split())) for tag, words in shown(data, tmp_path)]
    wanted = ["".join(p.text.split()) for article in issue.articles() for p in (article.title, *article.paragraphs) if p.text]
    fitting = [(tag == "H2", words) for tag, words in elements]
    titles = {"".join(article.title.text.split()) for article in issue.articles()}
    at = -1
    for text in wanted:  # each behind the one before: ValueError where it is not
        at = fitting.index((text in titles, text), at + 1)
    assert ("H1", "【动态】") in elements


def test_the_tree_and_the_pages_name_one_another() -> None:
    with pikepdf.open(io.BytesIO(sample()[2])) as pdf:
        root = pdf.Root.StructTreeRoot
        assert bool(pdf.Root.MarkInfo.Marked)
        numbers = root.ParentTree.Nums
        for at, page in enumerate(pdf.pages):
            assert int(page.obj.StructParents) == at == int(numbers[2 * at])  # type: ignore[call-overload]
            content = page.Contents.read_bytes()
            marked = [int(found) for found in re.findall(rb"/MCID (\d+)", content)]
            assert marked == list(range(len(numbers[2 * at + 1])))  # type: ignore[arg-type, call-overload]
            assert content.count(b"BDC") + content.count(b"BMC") == content.count(b"EMC")
            for block in content.split(b"ET")[:-1]:  # marks and text objects don't cross
                inside = block.split(b"BT")[-1]
                assert inside.count(b"BDC") + inside.count(b"BMC") == inside.count(b"EMC")
        whole = root.K
        assert str(whole.S) == "/Document"
        assert all(element.P.objgen == whole.objgen for element in whole.K)  # type: ignore[attr-defined]


def test_the_number_of_a_page_and_its_rules_are_artifacts() -> None:
    layout = sample()[1]
    with pikepdf.open(io.BytesIO(sample()[2])) as pdf:
        for page, frame in zip(pdf.pages, layout.pages, strict=True):
            artifacts = page.Contents.read_bytes().count(b"/Artifact BMC")
            assert artifacts == len(frame.rules) + (frame.folio is not None)


def test_a_role_has_its_tag() -> None:
    assert [Part(1, role).tag for role in (Role.TITLE, Role.HEADING_1, Role.BODY, None)] == ["H2", "H3", "P", "P"]
    assert Part(1, Role.TITLE, target=1).tag == "P"


@cache
def pictured() -> bytes:
    issue = pictured_bulletin()
    return PdfSession().export(lay_out(issue, faces_for(issue.template, {}, face_resolver())), INFO)


def _elements(data: bytes) -> list[dict[str, object]]:
    """The elements below the document in order: tag, alternative text, whether it holds a link with an annotation."""
    found: list[dict[str, object]] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for element in pdf.Root.StructTreeRoot.K.K:  # type: ignore[attr-defined]
            entry: dict[str, object] = {"tag": str(element.S), "alt": str(element.get("/Alt", ""))}
            if "/A" in element:
                entry["box"] = [float(edge) for edge in element.A.BBox]
            first = element.K[0]
            if isinstance(first, pikepdf.Dictionary) and str(first.get("/S", "")) == "/Link":
                kids = [kid for kid in first.K if isinstance(kid, pikepdf.Dictionary) and str(kid.get("/Type", "")) == "/OBJR"]
                entry["links"] = [str(kid.Obj.Subtype) for kid in kids]
                numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
                table = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}  # type: ignore[call-overload,arg-type]
                assert all(table[int(kid.Obj.StructParent)].objgen == first.objgen for kid in kids)
            found.append(entry)
    return found


def test_pictures_are_figures_with_their_captions_as_words_before_them() -> None:
    elements = _elements(pictured())
    figures = [at for at, element in enumerate(elements) if element["tag"] == "/Figure"]
    assert len(figures) == 4
    words = [str(elements[at]["alt"]) for at in figures]
    assert "图1　青石镇干部群众在沿河公园栽下苗木" in words and "图片" in words
    for at in figures:
        left, bottom, right, top = elements[at]["box"]  # type: ignore[misc]
        assert 0 < left < right < 600 and 0 < bottom < top < 842


def test_a_figure_stands_right_before_its_caption(tmp_path: Path) -> None:
    elements = shown(pictured(), tmp_path)
    captions = [at for at, (_, words) in enumerate(elements) if re.match("图[123]", words)]
    assert len(captions) == 3
    assert all(elements[at - 1] == ("Figure", "") for at in captions)


@cache
def long_table() -> tuple[Issue, bytes]:
    """A table that goes on over pages."""
    issue = with_table(bulletin(template(), stories(1, 3)), 1, 40)
    return issue, PdfSession().export(lay_out(issue, faces_for(issue.template, {}, face_resolver())), INFO)


def _table(data: bytes) -> list[list[tuple[str, int, int, str]]]:
    """The rows of the one table: tag, columns, rows and scope of each cell; each holds one stretch of a page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        [table] = [element for element in pdf.Root.StructTreeRoot.K.K if str(element.S) == "/Table"]  # type: ignore[attr-defined]
        caption, *rows = table.K
        assert str(caption.S) == "/Caption" and {str(row.S) for row in rows} == {"/TR"}
        found = []
        for row in rows:
            assert row.P.objgen == table.objgen and all(cell.P.objgen == row.objgen and len(cell.K) == 1 for cell in row.K)
            looks = [(str(cell.S), cell.get("/A", pikepdf.Dictionary())) for cell in row.K]
            found.append([(tag, int(a.get("/ColSpan", 1)), int(a.get("/RowSpan", 1)), str(a.get("/Scope", ""))) for tag, a in looks])
        return found


@pytest.mark.parametrize("rows", [4, 40])
def test_a_table_has_all_its_rows_and_cells_once(rows: int) -> None:
    data = sample()[2] if rows == 4 else long_table()[1]
    head, below, *body = _table(data)
    column = "/Column"
    assert head == [("/TH", 1, 2, column), ("/TH", 2, 1, column), ("/TH", 1, 2, column)]
    assert below == [("/TH", 1, 1, column)] * 2
    assert body == [[("/TD", 1, 1, "")] * 4] * rows  # empty notes among them


def test_the_cells_of_a_table_hold_their_words(tmp_path: Path) -> None:
    issue, data = long_table()
    [table] = [paragraph.table for paragraph in issue.blocks() if paragraph.table]
    words = [("TH" if row < table.head_rows else "TD", cell.paragraph.text) for row, one in enumerate(table.rows) for cell in one.cells]
    assert [element for element in shown(data, tmp_path) if element[0] in ("TH", "TD")] == words


def test_a_head_that_is_repeated_is_an_artifact() -> None:
    data = long_table()[1]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        contents = [page.Contents.read_bytes() for page in pdf.pages]
    again = [at for at, content in enumerate(contents) if b"/TD" in content and b"/Caption" not in content]
    assert again
    for at in again:
        assert pdfium_text(data, at).startswith("单位报送信息备注综合单篇")
        marks = re.findall(rb"/(\w+)(?: <<[^>]*>>)? B[DM]C", contents[at][contents[at].index(b"BT") :])
        assert marks[0] == b"Artifact" and b"TH" not in marks


def test_entries_of_the_contents_hold_links_that_know_their_annotations() -> None:
    entries = [element for element in _elements(sample()[2]) if element.get("links")]
    assert len(entries) == 4  # three titles and their 栏目
    assert all(element["tag"] == "/P" and set(element["links"]) == {"/Link"} for element in entries)  # type: ignore[call-overload]


def test_files_with_pictures_and_links_are_sound(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pictured())
    assert qpdf_complaints(path) == ""
