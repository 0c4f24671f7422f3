"""A reviewed copy that LibreOffice has opened and saved again, as DOCX, DOC or RTF, brings the same changes as before."""

from __future__ import annotations

import pytest

from app.desk.reviewing import review_of
from app.edit.review.apply import apply_review
from app.edit.state import EditorState
from app.exporters.docx.export import docx_bytes
from app.fonts.faceset import FaceSet
from app.layout.engine import lay_out
from tests.desk.test_reviewing import ISSUE, NEW, SEVEN, texts, thirty
from tests.exporters.docx.reviewer import Reviewer
from tests.oracle.office import Office

pytestmark = [pytest.mark.oracle, pytest.mark.xdist_group("office")]


@pytest.mark.parametrize("target", ["docx", "doc", "rtf"])
def test_a_round_trip_keeps_every_change(target: str, office: Office, faces: FaceSet) -> None:
    layout = lay_out(ISSUE, faces)
    sent = docx_bytes(ISSUE, layout, for_review=True)
    reviewer = Reviewer(sent)
    for _, step in thirty():
        step(reviewer)
    reviewer.delete_paragraph("一、课程丰富")
    reviewer.insert_paragraph(SEVEN[:4], NEW)
    reviewer.comment("先易后难", "请再斟酌")
    plain, edited = office.convert([sent, reviewer.data()], target)
    assert review_of(plain.read_bytes(), plain.name, ISSUE, layout).changes == ()
    here = review_of(reviewer.data(), "改回.docx", ISSUE, layout)
    there = review_of(edited.read_bytes(), edited.name, ISSUE, layout)
    assert [remark.text for remark in there.remarks] == ["请再斟酌"]
    outcomes = [apply_review(EditorState(ISSUE), review.base, review.changes) for review in (here, there)]
    assert outcomes[0] and outcomes[1] and texts(outcomes[0][0].issue) == texts(outcomes[1][0].issue)
    if target == "docx":  # the others don't tell tracked changes apart from what stands beside them
        tracked = [[(one.old, one.new, one.author.name) for one in review.changes if one.author.name] for review in (here, there)]
        assert tracked[0] == tracked[1] and len(tracked[0]) == 16
