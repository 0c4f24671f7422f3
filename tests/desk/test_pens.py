"""Places on a proof become words, which are found again after they were changed and moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from app.desk.pens import is_touched, left_over, on_paper, page_on_proof, place_now, ranges_now
from app.edit.state import Place
from app.edit.tree import with_blocks
from app.errors import UserError
from app.layout.caret import caret_at
from app.layout.engine import lay_out
from app.layout.proof_sheets import numbered_slots
from app.model.issue import Issue, Mark, MarkKind
from app.model.pen import PenChange, PenState, Words
from app.store.proofs import Proof
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces

FACES = cell_faces()
PRINTED = bulletin(template(), stories(12, 5))
LAID = lay_out(PRINTED, FACES)


def written(issue: Issue, block: int, text: str) -> Issue:
    return with_blocks(issue, {block: replace(issue.block_index[block], text=text)})


def change_at(place: str) -> PenChange:
    at = on_paper(PRINTED, LAID, place)
    return PenChange(1, at.page, at.line, at.words)


def test_a_line_is_its_words() -> None:
    at = on_paper(PRINTED, LAID, "2.12")
    assert (at.page, at.line) == (2, 12) and len(at.words) == 1
    words = at.words[0]
    lines = {placed.line.text for placed in LAID.pages[1].lines}
    assert PRINTED.block_index[words.block].text[words.start : words.end] in lines


def test_a_page_has_no_words_of_its_own_and_nothing_is_the_whole_issue() -> None:
    page = on_paper(PRINTED, LAID, "3")
    assert (page.page, page.line) == (3, 0) and page.words[0].start == page.words[0].end
    assert on_paper(PRINTED, LAID, " ")[:3] == (0, 0, ())
    with pytest.raises(UserError, match="没有第 9999 页"):
        on_paper(PRINTED, LAID, "9999.1")


def test_every_number_beside_a_line_leads_to_that_line() -> None:
    pitch = PRINTED.template.line_twips
    for page in LAID.pages[1:]:
        for slot in numbered_slots(page, PRINTED.template):
            words = on_paper(PRINTED, LAID, f"{page.number}.{slot}").words[0]
            text = PRINTED.block_index[words.block].text[words.start : words.end].strip()
            there = {p.line.text for p in page.lines if (p.baseline - LAID.plan.top) // pitch + 1 == slot}
            assert any(text in line for line in there), (page.number, slot)


def test_a_line_of_the_contents_is_the_title_it_names() -> None:
    contents = [p for p in LAID.pages[0].lines if p.line.text.startswith("●")]
    slot = (contents[0].baseline - LAID.plan.top) // PRINTED.template.line_twips + 1
    words = on_paper(PRINTED, LAID, f"1.{slot}").words
    assert words[0].block == next(PRINTED.articles()).title.id


def test_words_are_found_after_they_moved_and_are_told_when_touched() -> None:
    change = change_at("2.12")
    one = change.words[0]
    text = PRINTED.block_index[one.block].text
    assert not is_touched(PRINTED, PRINTED, change)
    before = written(PRINTED, one.block, "新写的一句。" + text)
    assert place_now(PRINTED, before, change.words) == Place(one.block, one.start + 6)
    within = written(PRINTED, one.block, text[: one.start + 2] + "又" + text[one.start + 2 :])
    assert is_touched(PRINTED, within, change)
    assert list(ranges_now(PRINTED, within, change.words)) == [(one.block, one.start, one.end + 1)]
    elsewhere = written(PRINTED, one.block, text[:-1] + "！") if one.end < len(text) - 1 else before
    assert elsewhere is before or not is_touched(PRINTED, elsewhere, change)


def test_another_look_and_a_paragraph_that_went_touch_too() -> None:
    change = change_at("2.12")
    block = PRINTED.block_index[change.words[0].block]
    bold = with_blocks(PRINTED, {block.id: replace(block, marks=(Mark(0, 2, MarkKind.BOLD),))})
    assert is_touched(PRINTED, bold, change)
    article = next(article for article in PRINTED.articles() if any(one.id == block.id for one in article.paragraphs))
    fewer = replace(article, paragraphs=tuple(one for one in article.paragraphs if one.id != block.id))
    sections = tuple(replace(s, articles=tuple(fewer if one.id == article.id else one for one in s.articles)) for s in PRINTED.sections)
    without = replace(PRINTED, sections=sections)
    assert is_touched(PRINTED, without, change)
    assert place_now(PRINTED, without, change.words) is not None and list(ranges_now(PRINTED, without, change.words)) == []


def test_words_that_notes_name_but_no_proof_has_lead_nowhere() -> None:
    stray = (Words(987_654, 0, 3),)
    assert place_now(PRINTED, PRINTED, stray) is None
    assert list(ranges_now(PRINTED, PRINTED, stray)) == []
    assert not is_touched(PRINTED, PRINTED, PenChange(1, 1, 1, stray))


def test_the_page_of_the_proof_is_that_of_the_words_in_view() -> None:
    first = next(PRINTED.articles()).paragraphs[0]
    longer = written(PRINTED, first.id, first.text + "补写的一句。" * 140)
    layout = lay_out(longer, FACES)
    assert len(layout.pages) > len(LAID.pages)
    change = change_at("2.20")
    place = place_now(PRINTED, longer, change.words)
    assert place is not None
    caret = caret_at(layout, place)
    assert caret is not None and caret.page > 2
    assert page_on_proof(PRINTED, LAID, longer, layout, caret.page, place) == 2
    assert page_on_proof(PRINTED, LAID, PRINTED, LAID, 3, None) == 3
    assert page_on_proof(PRINTED, LAID, PRINTED, LAID, 3, Place(first.id, 0)) == 3, "the caret is elsewhere"


def test_what_is_left_over_is_told() -> None:
    first = Proof(Path("1"), 1, datetime(2031, 3, 8), "a3f9", "一校")
    second = replace(first, number=2, round="二校")
    change = PenChange(1, 3, 12, asked_by="张主任")
    assert left_over({first: [replace(change, state=PenState.DONE)], second: []}) == ""
    assert left_over({first: [change, PenChange(2, 4, 7)]}) == "一校还有 2 处没有过（3.12 张主任、4.7）。"
    assert left_over({first: [change] * 4}) == "一校还有 4 处没有过（3.12 张主任、3.12 张主任、3.12 张主任 等）。"
