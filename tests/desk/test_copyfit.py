"""Where lines can be won or filled, and what the steps of the template bring: every figure held against a layout."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.desk.copyfit import Finds, places_to_fill, places_to_win
from app.desk.copyfit_steps import Gains, looser_steps, tighter_steps, worth_offering
from app.desk.line_budget import lines_free
from app.edit.commands import apply_values, set_turns
from app.edit.state import EditorState, stands
from app.exporters.docx.export import docx_bytes
from app.layout.engine import lay_out
from app.model.issue import Article, Issue, Paragraph, Role
from app.model.template_reader import with_values
from tests.layout.bulletins import STORY, bulletin, stories, template
from tests.layout.cells import cell_faces
from tests.layout.tables import with_table

_MARKED = st.text(alphabet="云河市，。、《》“”一二", min_size=40, max_size=140)


def with_text(issue: Issue, text: str) -> Issue:
    """The issue whose first article has one paragraph."""
    section = issue.sections[0]
    article = replace(section.articles[0], paragraphs=(replace(section.articles[0].paragraphs[0], text=text),))
    return replace(issue, sections=(replace(section, articles=(article,)),))


def lines_of(issue: Issue) -> int:
    return sum(len(paragraph.lines) for paragraph in lay_out(issue, cell_faces()).flow)


def found(issue: Issue, *, fill: bool = False) -> Finds:
    layout = lay_out(issue, cell_faces())
    return (places_to_fill if fill else places_to_win)(issue, layout, cell_faces())


def first(issue: Issue) -> tuple[Article, Paragraph]:
    article = next(issue.articles())
    return article, article.paragraphs[0]


@pytest.mark.parametrize("last", range(1, 8))
def test_a_last_line_of_one_to_four_characters_is_found(last: int) -> None:
    issue = bulletin(template(), [("云河市召开会议", ["云" * (26 + 28 + last)])])
    ends = found(issue).ends
    assert [(end.count, end.words) for end in ends] == ([(last, "云" * last)] if last <= 4 else [])
    if ends:
        assert (ends[0].place.block, ends[0].place.offset, ends[0].page) == (first(issue)[1].id, 54, 2)


@given(_MARKED)
@settings(max_examples=120, deadline=None)
def test_without_so_many_characters_there_is_a_line_less(text: str) -> None:
    issue = with_text(bulletin(template(), [("云河市召开会议", ["云"])]), text)
    for end in found(issue).ends:
        at = end.place.offset
        assert lines_of(with_text(issue, text[: at - end.count] + text[at:])) < lines_of(issue)
        assert 1 <= len(end.words) <= 4


@given(_MARKED)
@settings(max_examples=80, deadline=None)
def test_with_so_many_characters_there_is_a_line_more(text: str) -> None:
    issue = with_text(bulletin(template(), [("云河市召开会议", ["云"])]), text)
    for end in found(issue, fill=True).ends:
        assert lines_of(with_text(issue, "国" * end.count + text)) > lines_of(issue)


def test_titles_that_could_take_a_line_less_or_more() -> None:
    look = template(title__break_by="balance")
    short = bulletin(look, [("市水务局\n召开会议", [STORY]), ("市水务局召开会议", [STORY]), ("云" * 25, [STORY])])
    titles = found(short).titles
    assert [(title.words, title.lines, title.turns) for title in titles] == [("市水务局召开会议", 2, ())]
    less = set_turns(EditorState(short), titles[0].article, titles[0].turns)
    assert less is not None and lines_of(less[0].issue) == lines_of(short) - 1
    long = bulletin(look, [("市水务局扎实推进节水型单位建设", [STORY]), ("市水务局召开会议", [STORY])])
    more = found(long, fill=True).titles
    assert [title.words for title in more] == ["市水务局扎实推进节水型单位建设"]
    wider = set_turns(EditorState(long), more[0].article, more[0].turns)
    assert wider is not None and lines_of(wider[0].issue) == lines_of(long) + 1


def test_a_blank_below_a_table_leads_into_the_table() -> None:
    issue = with_table(bulletin(template(), [("青石镇开会", ["短句。"]), ("柳湾镇开会", ["短句。"])]), 1, 3)
    section = issue.sections[0]
    issue = replace(issue, sections=(replace(section, articles=(section.articles[0], replace(section.articles[1], new_page=True))),))
    (blank,) = found(issue).blanks
    assert stands(issue, blank.place) and issue.block_index[blank.place.block].role is Role.CELL


def test_blank_slots_are_empty_paragraphs_and_the_foot_of_a_page() -> None:
    issue = bulletin(template(), [("青石镇开会", ["短句。", ""]), ("柳湾镇开会", ["短句。"])])
    section = issue.sections[0]
    second = replace(section.articles[1], new_page=True)
    issue = replace(issue, sections=(replace(section, articles=(section.articles[0], second)),))
    blanks = found(issue).blanks
    assert [(blank.page, blank.lines, blank.empty_paragraph) for blank in blanks] == [(2, 1, True), (2, 17, False)]


@pytest.mark.parametrize("fill", [False, True])
def test_a_gain_is_what_the_layout_of_the_changed_issue_says(fill: bool) -> None:
    look = template(flow__body_start="run_on", title__after_slots=0 if fill else 1, grid__pitch_pt=28.0 if fill else 0.0)
    issue = bulletin(look, stories(7, 3))
    layout = lay_out(issue, cell_faces())
    steps = (looser_steps if fill else tighter_steps)(look)
    assert {step.kind for step in steps} == {"title", "pitch", "contents"}
    gains = list(Gains(cell_faces()).measure(issue, layout, steps, 4))
    for gain in gains:
        outcome = apply_values(EditorState(issue), dict(gain.step.values))
        assert outcome is not None
        changed = outcome[0].issue
        after = lay_out(changed, cell_faces())
        assert lines_free(after, changed.template, 4) - lines_free(layout, look, 4) == gain.lines
    offered = worth_offering(gains, fill=fill)
    assert offered and all((gain.lines < 0) is fill and gain.lines for gain in offered)


def test_after_an_edit_the_variants_are_laid_out_from_what_they_were() -> None:
    issue = bulletin(template(), stories(4, 3))
    gains = Gains(cell_faces())
    steps = tighter_steps(issue.template)
    list(gains.measure(issue, lay_out(issue, cell_faces()), steps, 4))
    longer = with_text(issue, STORY * 3)
    again = list(gains.measure(longer, lay_out(longer, cell_faces()), steps, 4))
    assert again == list(Gains(cell_faces()).measure(longer, lay_out(longer, cell_faces()), steps, 4))


def test_of_steps_of_one_kind_the_mildest_of_each_gain_is_offered() -> None:
    issue = bulletin(template(), stories(4, 3))
    pitch = [step for step in tighter_steps(issue.template) if step.kind == "pitch"]
    assert [dict(step.values)["grid.pitch_pt"] for step in pitch] == [28.5, 28.0]
    gains = list(Gains(cell_faces()).measure(issue, lay_out(issue, cell_faces()), pitch, 4))
    assert len(worth_offering(gains)) <= len({gain.lines for gain in gains})


def test_a_squeezed_template_offers_no_more_of_it() -> None:
    squeezed = template(title__after_slots=0, grid__pitch_pt=28.0, contents__pitch_pt=26.0)
    assert tighter_steps(squeezed) == ()
    assert looser_steps(template(contents__pitch_pt=44.0)) == ()


@pytest.mark.parametrize("pitch", [28.0, 28.5, 10.0, 40.0])
@pytest.mark.parametrize("lines", [20, 22, 26])
def test_a_pitch_never_changes_the_lines_of_a_page(pitch: float, lines: int) -> None:
    look = with_values(template(), {"grid.lines": lines, "grid.pitch_pt": pitch})
    height = look.paper.text_height
    assert height // look.line_twips == lines
    assert look.line_twips <= height // lines


def test_a_smaller_pitch_is_written_to_docx_in_whole_twips() -> None:
    issue = bulletin(template(grid__pitch_pt=28.5), stories(2, 3))
    layout = lay_out(issue, cell_faces())
    assert {paragraph.style.line for paragraph in layout.flow if paragraph.role == "body"} == {570}
    assert docx_bytes(issue, layout)
