"""The binary form of our own DOCX, as LibreOffice writes it, gives the same template."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk.faces import face_resolver, faces_for
from app.desk.look.find import find_look
from app.importers.look_readers import read_look
from app.model.template_fields import differences
from tests.desk.look.bulletin import docx_of, issue_of
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


@pytest.mark.oracle
def test_a_doc_gives_the_template_that_its_docx_gives(tmp_path: Path) -> None:
    issues = [issue_of(template(name, **CHANGED), sections=True) for name in NAMES]
    files = [docx_of(issue) for issue in issues]
    faces = faces_for(template(), {}, face_resolver())
    written = Office(tmp_path, {one.official: (Path(one.file), one.index) for one in faces.substitutions}).convert(files, "doc")

    for docx, doc in zip(files, written, strict=True):
        modern = find_look(read_look(docx, "第7期"), SHIPPED, "第7期")
        old = find_look(read_look(doc.read_bytes(), "第7期"), SHIPPED, "第7期")

        assert [(one.spec.key, one.here, one.there) for one in differences(old.template, modern.template)] == []
