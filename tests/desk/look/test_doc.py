"""The binary form of our own DOCX, as LibreOffice writes it, gives the same template."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.desk.faces import face_resolver, faces_for
from app.desk.found_look import FoundLook
from app.desk.look.find import find_look
from app.desk.taking import printed_pages, take_look
from app.errors import UserError
from app.importers.look_readers import read_look
from app.model.template_fields import differences
from tests.desk.look import clerks
from tests.desk.look.bulletin import docx_of, issue_of
from tests.desk.look.test_clerks import png
from tests.layout.bulletins import template
from tests.oracle.office import Office

NAMES = ("gongzuo-jianbao", "jingshen-wenming", "xinxi-kuaibao")
SHIPPED = tuple(template(name) for name in NAMES)
CHANGED = {
    "faces__digits": "Times New Roman",
    "masthead__top_mm": 55.5,
    "masthead__total": True,
    "masthead__rule__style": "thick_thin",
    "masthead__rule__width_pt": 3.0,
    "colours__red": "#C00000",
    "contents__heading": "目　录",
    "page_number__form": "- {} -",
    "page_number__first_page": False,
    "footer__rule_between_groups": True,
    "footer__copies_place": "below",
    "footer__label_face": "hei",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice with the faces of this machine."""
    faces = faces_for(template(), {}, face_resolver())
    return Office(tmp_path_factory.mktemp("office"), {one.official: (Path(one.file), one.index) for one in faces.substitutions})


def look_of(data: bytes) -> FoundLook:
    """The look of a file."""
    return find_look(read_look(data, "第7期"), SHIPPED, "第7期")


@pytest.mark.oracle
def test_a_clerk_s_doc_gives_what_its_docx_gives_but_for_drawn_lines(office: Office) -> None:
    files = [clerks.with_blanks(), clerks.with_tables(), clerks.with_drawn_line(png(600, 150))]
    written = office.convert(files, "doc")

    keys = []
    for docx, doc in zip(files, written, strict=True):
        found = look_of(doc.read_bytes())
        keys.append([one.spec.key for one in differences(found.template, look_of(docx).template)])

    assert keys == [[], [], ["masthead.rule.width_pt"]]
    assert any("读不到" in note for note in found.notes)


@pytest.mark.oracle
def test_a_damaged_doc_gives_a_look_or_one_sentence(office: Office) -> None:
    (written,) = office.convert([clerks.with_tables()], "doc")
    whole = written.read_bytes()
    dice = random.Random(11)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(dice.randrange(1, 12)):
            data[dice.randrange(512, len(data))] = dice.randrange(256)
        try:
            look_of(bytes(data))
        except UserError as error:
            assert error.sentence.count("。") == 1


@pytest.mark.oracle
def test_a_doc_gives_the_template_that_its_docx_gives(office: Office) -> None:
    issues = [issue_of(template(name, **CHANGED), sections=True) for name in NAMES]
    files = [docx_of(issue) for issue in issues]
    written = office.convert(files, "doc")

    for docx, doc in zip(files, written, strict=True):
        modern, old = look_of(docx), look_of(doc.read_bytes())

        assert [(one.spec.key, one.here, one.there) for one in differences(old.template, modern.template)] == []


@pytest.mark.oracle
def test_the_original_is_printed_as_it_came(office: Office, tmp_path: Path) -> None:
    (written,) = office.convert([clerks.with_tables()], "doc")
    for name, data in (("第7期.docx", clerks.with_tables()), ("第7期.doc", written.read_bytes())):
        path = tmp_path / name
        path.write_bytes(data)

        pages = printed_pages(take_look(path))

        assert len(pages) >= 2
        assert (round(pages[0].width_pt), round(pages[0].height_pt)) == (595, 842)
        assert len(pages[0].images) == 1
