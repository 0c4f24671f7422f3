"""What goes to the print room: the order of its sides, its inks, and the paper that it takes; scenario 11."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from app.desk.paper import paper_words
from app.desk.printing import Arrangement, Ink, PrintJob, publish_print, sides_to_print
from app.desk.publish import Task
from app.desk.unsigned import proof_head
from app.errors import UserError
from app.layout.engine import lay_out
from app.layout.imposition import colours_of
from app.layout.proof_sheets import numbered_slots
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

ISSUE = bulletin(template(footer__page="multiple_of_4"), stories(3, 6))
LAYOUT = lay_out(ISSUE, cell_faces())
BOOKLET = PrintJob(Arrangement.BOOKLET, Ink.ALL, 260)


def test_260_copies_of_eight_pages() -> None:
    assert len(LAYOUT.pages) == 8
    words = paper_words(LAYOUT, ISSUE, BOOKLET)
    assert words.startswith("8 页 = 2 张 A3（双面），260 份 = 520 张。")
    assert "8-1，2-7，6-3，4-5" in words and words.endswith("有红色的是第 1 张正面。")
    assert paper_words(LAYOUT, ISSUE, PrintJob(copies=260)).startswith("8 页 = 4 张 A4（双面），260 份 = 1040 张。")
    assert "红色" not in paper_words(LAYOUT, ISSUE, PrintJob(ink=Ink.NO_RED))


def test_blank_pages_are_told() -> None:
    short = bulletin(template(), stories(1, 3))
    layout = lay_out(short, cell_faces())
    pages = len(layout.pages)
    assert pages % 4 and f"末尾补 {-pages % 4} 个空白面" in paper_words(layout, short, BOOKLET)


def test_the_file_has_the_sides_at_their_size(tmp_path: Path) -> None:
    path = tmp_path / "印刷.pdf"
    assert publish_print(ISSUE, LAYOUT, cell_faces(), BOOKLET, path, Task()) == 4
    document = pypdfium2.PdfDocument(path)
    try:
        assert [tuple(round(side * 25.4 / 72) for side in page.get_size()) for page in document] == [(420, 297)] * 4
    finally:
        document.close()


def test_paper_that_was_printed_red_before() -> None:
    black = sides_to_print(LAYOUT, ISSUE, cell_faces(), PrintJob(ink=Ink.NO_RED))
    red = sides_to_print(LAYOUT, ISSUE, cell_faces(), PrintJob(ink=Ink.RED_ALONE, shift_mm=(0.5, -1.0)))
    assert all(ISSUE.template.colours.red not in colours_of(side) for side in black)
    assert colours_of(red[0]) == {ISSUE.template.colours.red} and not red[1].lines
    first, moved = LAYOUT.pages[0].lines[0], red[0].lines[0]
    assert moved.line.x_pt - first.line.x_pt == pytest.approx(0.5 * 72 / 25.4)
    assert (moved.top - first.top) / 20 == pytest.approx(-72 / 25.4, abs=0.05)


def test_what_is_off_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="毫米"):
        sides_to_print(LAYOUT, ISSUE, cell_faces(), PrintJob(ink=Ink.NO_RED, shift_mm=(30.0, 0.0)))
    with pytest.raises(UserError, match="pdf"):
        publish_print(ISSUE, LAYOUT, cell_faces(), BOOKLET, tmp_path / "印刷.docx", Task())


def test_a_proof_has_its_head_and_its_line_numbers_and_nothing_moves() -> None:
    now = datetime(2031, 3, 8, 15, 20)
    plain = sides_to_print(LAYOUT, ISSUE, cell_faces(), PrintJob())
    proof = sides_to_print(LAYOUT, ISSUE, cell_faces(), PrintJob(proof="二校", made_at=now))
    head = proof_head(ISSUE, "二校", now)
    assert head.startswith("清样·二校　3月8日 15:20　") and len(head.split("　")[-1]) == 4
    for before, after in zip(plain, proof, strict=True):
        assert after.lines[: len(before.lines)] == before.lines and after.rules == before.rules
        added = [line.line.text for line in after.lines[len(before.lines) :]]
        assert added[0] == head
        assert added[1:] == [str(slot) for slot in numbered_slots(before, ISSUE.template)]
    odd, even = proof[2], proof[1]
    paper = ISSUE.template.paper
    assert odd.lines[-1].line.x_pt > (paper.left + paper.text_width) / 20 and even.lines[-1].line.end_x_pt < paper.left / 20
    slots = [numbered_slots(page, ISSUE.template) for page in plain]
    assert min(slots[1]) == 2 and max(map(max, filter(None, slots))) == 22
    body = {line.baseline for line in plain[2].lines}
    assert all(number.baseline in body for number in odd.lines[len(plain[2].lines) + 1 :])


def test_another_text_has_another_mark() -> None:
    now = datetime(2031, 3, 8, 15, 20)
    other = replace(ISSUE, masthead=replace(ISSUE.masthead, date=replace(ISSUE.masthead.date, text="2031年3月9日")))
    assert proof_head(ISSUE, "一校", now) == proof_head(ISSUE, "一校", now) != proof_head(other, "一校", now)
