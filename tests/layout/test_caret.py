"""A caret stands at every place of what is printed, and a point leads back to it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.edit.state import Place
from app.layout.caret import Box, Caret, boxes, caret_at, first_stop, hit, last_stop, place_at, place_on, stretches
from app.layout.engine import lay_out
from app.layout.frames import Layout
from app.layout.places import Side, is_island, line_above, line_below, line_of, lines_on
from app.model.issue import ISLANDS, Issue, Role
from app.text.graphemes import is_boundary
from tests.layout.bulletins import STORY, bulletin, stories, template
from tests.layout.cells import cell_faces
from tests.model.issues import issue, issues

_MANY = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def _printed(whole: Issue) -> set[int]:
    """Blocks that print something: no 目录题, no head of a 栏目 without articles, no recipients' line that names nobody."""
    hidden = {s.name.id for s in whole.sections if s.name and not s.articles}
    hidden |= {line.paragraph.id for line in whole.footer.recipients if not line.paragraph.text}
    return {block.id for block in whole.blocks() if block.role not in (Role.TOC_TITLE, Role.BYLINE)} - hidden


def _middle(caret: Caret) -> tuple[int, float, float]:
    return caret.page, caret.x_pt, (caret.top + caret.height / 2) / 20


@_MANY
@given(issues())
def test_every_place_of_every_printed_block_has_a_caret_on_its_page(whole: Issue) -> None:
    layout = lay_out(whole, cell_faces())
    for block in whole.blocks():
        if block.id not in _printed(whole):
            continue
        for offset in range(len(block.text) + 1):
            for side in Side:
                caret = caret_at(layout, Place(block.id, offset), side)
                assert caret is not None, (block, offset)
                page = layout.pages[caret.page - 1]
                assert any(line.top == caret.top and line.line.height == caret.height for line in page.lines)
                assert 0 <= caret.x_pt <= page.width_pt


@_MANY
@given(issues())
def test_a_caret_is_hit_where_it_stands(whole: Issue) -> None:
    layout = lay_out(whole, cell_faces())
    for block in whole.blocks():
        for offset in range(len(block.text) + 1):
            place = Place(block.id, offset)
            caret = caret_at(layout, place)
            if caret is None or not is_boundary(block.text, offset):
                continue
            found = hit(layout, *_middle(caret))
            assert found is not None and found.place is not None
            assert caret_at(layout, found.place, found.side) == caret, (block, offset, found)


@_MANY
@given(issues())
def test_up_and_down_again_comes_back_where_the_column_is(whole: Issue) -> None:
    layout = lay_out(whole, cell_faces())
    for block in whole.blocks():
        for offset in range(len(block.text) + 1):
            at = line_of(layout, Place(block.id, offset))
            caret = caret_at(layout, Place(block.id, offset))
            above = line_above(layout, at, caret.x_pt) if at and caret else None
            if above is None or caret is None or at is None or not is_boundary(block.text, offset):
                continue
            back = line_below(layout, above, caret.x_pt)
            assert back == at
            stop = place_on(layout, at, caret.x_pt)
            assert stop is not None and abs(stop.x_pt - caret.x_pt) < 1e-6


@_MANY
@given(issues(), st.data())
def test_boxes_cover_each_selected_character_once(whole: Issue, data: st.DataObject) -> None:
    layout = lay_out(whole, cell_faces())
    blocks = [block for block in whole.blocks() if block.id in layout.blocks and block.role not in ISLANDS]
    which = st.integers(0, len(blocks) - 1)
    ends = sorted((i, data.draw(st.integers(0, len(blocks[i].text)))) for i in (data.draw(which), data.draw(which)))
    start, end = (Place(blocks[i].id, offset) for i, offset in ends)
    order = {block.id: i for i, block in enumerate(blocks)}
    for page in layout.pages:
        found = boxes(layout, start, end, page.number)
        for placed in page.lines:
            for run in placed.line.runs:
                starts = [s - run.sources[0] for s in run.sources] + [len(run.text)]
                for i, offset in enumerate(run.sources):
                    if run.block not in order:
                        continue
                    right = run.xs[i + 1] if i + 1 < len(run.xs) else run.end_x_pt
                    middle = (run.xs[i] + right) / 2
                    cover = sum(box.top == placed.top and box.left_pt <= middle <= box.right_pt for box in found)
                    spot = (order[run.block], offset)
                    if ends[0] <= spot and (spot[0], offset + starts[i + 1] - starts[i]) <= ends[1]:
                        assert cover == 1, (run.text, offset)
                    elif len(placed.line.runs) == 1 and right - run.xs[i] > 0.01 and len(run.sources) == len(run.text):
                        assert cover == 0, (run.text, offset)


def _caret(layout: Layout, block: int, offset: int, side: Side = Side.AFTER) -> Caret:
    caret = caret_at(layout, Place(block, offset), side)
    assert caret is not None
    return caret


def test_the_place_at_a_line_end_is_shown_on_either_line() -> None:
    whole = bulletin(template(), [("云河市召开会议", [STORY])])
    layout = lay_out(whole, cell_faces())
    block = next(whole.articles()).paragraphs[0].id
    turn = next(p for p in layout.flow if p.block == block).breaks[0]
    above, below = _caret(layout, block, turn, Side.BEFORE), _caret(layout, block, turn, Side.AFTER)
    assert above.top + above.height == below.top
    assert above.x_pt > 500 > below.x_pt


def test_empty_blocks_keep_a_caret_where_their_text_will_stand() -> None:
    whole = issue()
    head = whole.masthead
    head = replace(head, date=replace(head.date, text=""), number=replace(head.number, text=""))
    head = replace(head, issuers=(replace(head.issuers[0], text=""),))
    name = whole.sections[0].name
    assert name
    first = whole.sections[0].articles[0]
    bare = replace(first, title=replace(first.title, text=""), paragraphs=(replace(first.paragraphs[1], text="", marks=()),))
    sections = (replace(whole.sections[0], name=replace(name, text=""), articles=(bare,)), *whole.sections[1:])
    footer = replace(whole.footer, copies=replace(whole.footer.copies, text="")) if whole.footer.copies else whole.footer
    layout = lay_out(replace(whole, masthead=head, sections=sections, footer=footer), cell_faces())
    paper = layout.pages[0].width_pt
    assert abs(_caret(layout, 3, 0).x_pt - paper / 2) < 10  # number: centred
    assert _caret(layout, 4, 0).x_pt < 130  # issuer: left
    assert _caret(layout, 5, 0).x_pt > 450  # date: right
    assert _caret(layout, 4, 0).top == _caret(layout, 5, 0).top
    assert abs(_caret(layout, 13, 0).x_pt - paper / 2) < 10  # title: centred
    assert _caret(layout, 15, 0).top > _caret(layout, 13, 0).top
    assert caret_at(layout, Place(11, 0)) is not None  # between 【 and 】
    assert caret_at(layout, Place(33, 0)) is not None  # between 共印 and 份


def test_an_article_without_a_title_has_its_titles_caret_before_its_text() -> None:
    whole = bulletin(template(), [("", [STORY])])
    article = next(whole.articles())
    layout = lay_out(whole, cell_faces())
    assert caret_at(layout, Place(article.title.id, 0)) == caret_at(layout, Place(article.paragraphs[0].id, 0))


def test_blanks_at_the_end_move_the_caret_up_to_the_edge() -> None:
    whole = bulletin(template(), [("云河市", ["　　云河" + " " * 90])])
    block = next(whole.articles()).paragraphs[0].id
    layout = lay_out(whole, cell_faces())
    xs = [_caret(layout, block, offset).x_pt for offset in range(4, 95)]
    assert all(a <= b for a, b in pairwise(xs))
    assert xs[0] < xs[1] < xs[2]
    assert xs[-1] <= layout.plan.paper.left / 20 + layout.plan.paper.text_width / 20 + 0.01


def test_a_turn_set_by_hand_has_a_place_on_each_line() -> None:
    whole = bulletin(template(), [("云河市\n召开会议", [STORY])])
    block = next(whole.articles()).title.id
    layout = lay_out(whole, cell_faces())
    before, behind = _caret(layout, block, 3), _caret(layout, block, 4)
    assert before == _caret(layout, block, 3, Side.BEFORE)
    assert behind.top > before.top and behind.x_pt < before.x_pt


def test_clusters_are_not_entered() -> None:
    whole = bulletin(template(), [("云河市", ["葛󠄀城e\u0301文"])])
    paragraph = next(whole.articles()).paragraphs[0]
    layout = lay_out(whole, cell_faces())
    offsets = set()
    at = line_of(layout, Place(paragraph.id, 0))
    first, last = (first_stop(layout, at), last_stop(layout, at)) if at else (None, None)
    assert first and last and at
    x = first.x_pt
    while x < last.x_pt + 1:
        stop = place_on(layout, at, x)
        assert stop
        offsets.add(stop.place.offset)
        x += 1
    assert offsets == {0, 2, 3, 5, 6}


def test_contents_lead_to_their_articles_and_a_drag_passes_over_them() -> None:
    whole = bulletin(template(), stories(3, 2))
    layout = lay_out(whole, cell_faces())
    entry = next(p for p in layout.pages[0].lines if p.target)
    x, y = entry.line.x_pt + 40, (entry.top + 60) / 20
    found = hit(layout, 1, x, y)
    assert found and found.place is None and found.target == next(whole.articles()).title.id
    dragged = place_at(layout, 1, x, y)
    assert dragged and dragged[0].block == whole.masthead.issuers[0].id


def test_a_toc_title_is_edited_in_the_contents() -> None:
    layout = lay_out(issue(), cell_faces())
    caret = caret_at(layout, Place(17, 2))
    assert caret and caret.page == 1
    assert hit(layout, *_middle(caret)) is not None
    at = line_of(layout, Place(17, 2))
    assert at and is_island(at.paragraph)
    assert boxes(layout, Place(13, 0), Place(16, 2), 1) == []
    assert len(boxes(layout, Place(17, 1), Place(17, 3), 1)) == 1


def test_a_brief_and_its_title_share_a_line() -> None:
    layout = lay_out(issue(), cell_faces())
    assert _caret(layout, 24, 8).x_pt < _caret(layout, 25, 0).x_pt  # the full stop between them is derived
    assert _caret(layout, 24, 8).top == _caret(layout, 25, 0).top
    page = _caret(layout, 24, 0).page
    whole: list[Box] = boxes(layout, Place(24, 0), Place(25, 3), page)
    assert len(whole) == 1


def test_lines_are_those_of_the_pages_and_no_page_is_made() -> None:
    layout = lay_out(bulletin(template(), stories(30, 3)), cell_faces())
    for page in range(1, len(layout.pages) + 1):
        tops = [at.top for at in lines_on(layout, page)]
        assert tops == [placed.top for placed in layout.pages[page - 1].lines]


def test_a_stretch_of_swallowed_blanks_has_no_box() -> None:
    whole = issue()
    blank = replace(whole.footer.recipients[0], paragraph=replace(whole.footer.recipients[0].paragraph, text=" "))
    layout = lay_out(replace(whole, footer=replace(whole.footer, recipients=(blank,))), cell_faces())
    ranges = {blank.paragraph.id: [(0, 1)]}
    found = [box for page in range(1, len(layout.pages) + 1) for _, box in stretches(layout, ranges, page)]
    assert all(box.right_pt > box.left_pt for box in found)


@_MANY
@given(issues(), st.data())
def test_many_stretches_stand_where_each_alone_is_covered(whole: Issue, data: st.DataObject) -> None:
    layout = lay_out(whole, cell_faces())
    ranges = {}
    for block in whole.blocks():
        ends = data.draw(st.lists(st.integers(0, len(block.text)), max_size=4, unique=True).map(sorted))
        ranges[block.id] = list(zip(ends[::2], ends[1::2], strict=False))
    for page in range(1, len(layout.pages) + 1):
        found = sorted((where, box.top, box.left_pt, box.right_pt) for where, box in stretches(layout, ranges, page))
        alone = [
            ((block, *span), box.top, box.left_pt, box.right_pt)
            for block, spans in ranges.items()
            for span in spans
            for box in boxes(layout, Place(block, span[0]), Place(block, span[1]), page)
        ]
        assert found == sorted(alone)
