"""Locks fill the lines that word processors end elsewhere: few, slight, and each one worth its while."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.edit.tree import with_blocks
from app.exporters.docx.export import docx_bytes
from app.exporters.docx.locks import SHARE, WIDEST_SPACE, Locks
from app.exporters.docx.renderers import LIBREOFFICE, RENDERERS, Letters, Measure, office_may_end, turns, word_may_end
from app.layout.engine import lay_out
from app.layout.frames import Layout
from app.model.issue import Issue, Role
from tests.exporters.docx.hostile import paragraphs
from tests.exporters.docx.package import W, opened, style_id
from tests.layout.bulletins import bulletin, stories, template
from tests.layout.cells import cell_faces
from tests.layout.tables import with_table


def _letters(text: str, space: int = 0) -> Letters:
    """Han characters and marks of one cell, Latin ones of half a cell, at 16 pt."""
    widths = [160.0 if char < "\u0080" else 320.0 for char in text]
    return Letters(text, widths, [320.0] * len(text), [space] * len(text))


def test_scripts_turn_where_libreoffice_turns_them() -> None:
    assert turns("云LED屏") == [1, 4]
    assert turns("水温36.5℃以上") == [2, 7]  # ℃ takes the script before it
    assert turns("“AB”好") == [4]  # a mark at the start takes the script behind it
    assert turns("好“云”好") == []
    assert turns("云①A") == [2]


def test_gaps_stand_between_letters_and_nowhere_else() -> None:
    assert Measure(_letters("云A云"), LIBREOFFICE).width(0, 3) == 320 + 64 + 160 + 64 + 320
    assert Measure(_letters("云%云"), LIBREOFFICE).width(0, 3) == 320 + 160 + 320
    assert Measure(_letters("“A”"), LIBREOFFICE).width(0, 3) == 320 + 160 + 320


def test_a_negative_letter_space_leaves_out_turns_and_line_ends() -> None:
    measure = Measure(_letters("云云A云", -5), LIBREOFFICE)
    natural = Measure(_letters("云云A云"), LIBREOFFICE).width(0, 4)
    assert measure.width(0, 4) == natural - 5
    assert measure.width(0, 4, 10) == natural + 30
    assert measure.width(0, 4, -10) == natural - 10


def test_the_largest_fitting_space_fills_the_line() -> None:
    measure = Measure(_letters("云云云云A云"), LIBREOFFICE)
    space = measure.fitting_space(0, 6, 2000.0)
    assert measure.width(0, 6, space) <= 2000.0 < measure.width(0, 6, space + 1)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("云云", [1]),
        ("云，", []),
        ("（云", []),
        ("云%", [1]),
        ("5%", []),
        ("，5", []),
        ("：5", [1]),
        ("A（", [1]),
        ("A“", []),
        ("云——", [1, 2]),
        ("e-mail", [2]),
        ("ab/cd", [3]),
        ("ab/12", [3]),
        ("3/4", []),
        ("50～60", [2, 3]),
    ],
)
def test_libreoffice_ends_lines_where_it_was_seen_to(text: str, places: list[int]) -> None:
    assert [at for at in range(len(text) + 1) if office_may_end(text, at)] == places


def test_word_breaks_before_a_number_that_follows_a_mark() -> None:
    assert word_may_end("，5", 1)
    assert word_may_end("e-mail", 2)
    assert not word_may_end("云，", 1)


def test_a_full_line_ends_before_a_word_whose_bracket_fits_no_more() -> None:
    text = "云云云GDP（云）"
    measure = Measure(_letters(text), LIBREOFFICE)
    office, word = RENDERERS[0], RENDERERS[-1]
    full = measure.width(0, 6)
    assert measure.end_of(0, full, office) == 3
    assert measure.end_of(0, full, word) == 6
    assert measure.end_of(0, full + 320, office) == 6  # the bracket fits, but may not end the line


def test_locks_are_few_and_slight() -> None:
    issue = bulletin(template(), [("标题", paragraphs(3, 60))])
    layout = lay_out(issue, cell_faces())
    flow = (*layout.flow, *layout.footer)
    locks = Locks(flow, issue.template.paper.text_width)
    spaces = [space for paragraph in flow for space in locks.of(paragraph) if space is not None]
    assert 0 < len(spaces) == locks.locked <= SHARE * locks.lines
    assert max(map(abs, spaces)) <= WIDEST_SPACE


def test_a_file_without_locks_has_no_letter_space_in_its_text() -> None:
    issue = bulletin(template(), [("标题", paragraphs(3, 30))])
    layout = lay_out(issue, cell_faces())
    spaced = re.compile(rb"<w:r><w:rPr><w:spacing ")
    assert spaced.search(opened(docx_bytes(issue, layout)).parts["word/document.xml"])
    assert not spaced.search(opened(docx_bytes(issue, layout, lock_lines=False)).parts["word/document.xml"])


def test_a_locked_line_is_a_run_of_its_own_and_the_paragraph_stays_whole() -> None:
    issue = bulletin(template(), [("标题", paragraphs(3, 30))])
    layout = lay_out(issue, cell_faces())
    locks = Locks((*layout.flow, *layout.footer), issue.template.paper.text_width)
    text = [p for p in layout.flow if p.role is Role.BODY]
    written = [p for p in opened(docx_bytes(issue, layout)).body if style_id(p) == "JBBody"]
    for paragraph, made in zip(text, written, strict=True):
        edges = [0, *paragraph.breaks, len(paragraph.text)]
        wanted = [paragraph.text[edges[i] : edges[i + 1]] for i, space in enumerate(locks.of(paragraph)) if space is not None]
        runs = made.findall(f"{W}r")
        assert "".join(str(run.findtext(f"{W}t")) for run in runs) == paragraph.text
        locked = "".join(str(run.findtext(f"{W}t")) for run in runs if run.find(f"{W}rPr/{W}spacing") is not None)
        assert locked == "".join(wanted)


@settings(max_examples=60, deadline=None)
@given(st.text("云河，。“”（）—…％℃～A5.-/ 　", min_size=1, max_size=120), st.integers(24, 30))
def test_any_text_keeps_every_character(text: str, characters: int) -> None:
    issue = bulletin(template(grid__characters=characters), [*stories(1, 1), ("题", [text])], footer=False)
    data = docx_bytes(issue, lay_out(issue, cell_faces()))
    written = [p for p in opened(data).body if style_id(p) == "JBBody"]
    assert "".join(str(part.text) for part in written[-1].iter(f"{W}t")) == text


def over_pages(*, tall: bool = False) -> tuple[Issue, Layout]:
    """A table that goes on over pages, with a row that is higher than a page where it is `tall`."""
    issue = with_table(bulletin(template(), stories(6, 2)), 1, 40, article=2)
    if tall:
        caption = issue.sections[0].articles[2].paragraphs[1]
        assert caption.table is not None
        cell = caption.table.rows[9].cells[0].paragraph
        issue = with_blocks(issue, {cell.id: replace(cell, text="青石镇第八村" * 60)})
    layout = lay_out(issue, cell_faces())
    assert any(fill.repeated for fill in layout.plan.fills)
    return issue, layout


def heads_and_titles(data: bytes) -> tuple[int, list[bool], list[bool]]:
    """The rows that a table holds, which of them repeat by themselves, and which titles are kept with the next paragraph."""
    file = opened(data)
    rows = file.document.findall(f"{W}body/{W}tbl/{W}tr")
    titles = [p.find(f"{W}pPr/{W}keepNext") is None for p in file.body if style_id(p) == "JBTitle"]  # by their style, if nothing is said
    return len(rows), [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows], titles


def test_a_free_file_leaves_the_head_of_a_table_to_the_word_processor() -> None:
    rows, repeated, kept = heads_and_titles(docx_bytes(*over_pages(), lock_lines=False))
    assert (rows, repeated[:3], kept) == (42, [True, True, False], [True] * 6)


def test_a_locked_file_writes_the_head_of_a_table_where_our_pages_begin() -> None:
    issue, layout = over_pages()
    rows, repeated, kept = heads_and_titles(docx_bytes(issue, layout))
    pages = sum(bool(fill.repeated) for fill in layout.plan.fills)
    assert pages > 1 and rows == 42 + 2 * pages and not any(repeated) and kept == [True] * 6


def test_a_table_with_a_row_over_two_pages_keeps_its_head_and_the_titles_behind_are_free() -> None:
    rows, repeated, kept = heads_and_titles(docx_bytes(*over_pages(tall=True)))
    assert rows == 42 and any(repeated) and not all(kept)
