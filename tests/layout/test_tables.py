"""Tables keep the body's line grid, break between rows, repeat their head, and cost no page that an edit leaves alone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.edit import commands as c
from app.edit.state import EditorState, Place, Selection
from app.edit.tree import Ids
from app.layout.caret import caret_at
from app.layout.engine import Compositor, lay_out
from app.layout.flow import FlowParagraph
from app.layout.frames import Layout
from app.layout.motion import Cursor, Motion, move
from app.model.issue import Issue, Paragraph, Role, Table
from tests.layout.bulletins import STORY, bulletin, stories, template
from tests.layout.cells import cell_faces
from tests.layout.tables import made_table, with_table, with_tall_cell


def rows_of(layout: Layout) -> list[FlowParagraph]:
    return [paragraph for paragraph in layout.flow if paragraph.row]


def own_table(rows: list[list[tuple[str, int, int]]], widths: tuple[float, ...], head: int = 1) -> Issue:
    """One short article with a table of our own."""
    issue = bulletin(template(), [("云河市报送信息", [STORY, STORY[9:]])], footer=False)
    ids = Ids(issue)
    caption = Paragraph(ids.new(), "表1", Role.TABLE, table=made_table(ids, rows, widths, head))
    article = issue.sections[0].articles[0]
    changed = replace(article, paragraphs=(article.paragraphs[0], caption, article.paragraphs[1]))
    return replace(issue, sections=(replace(issue.sections[0], articles=(changed,)),), next_id=ids.next_id)


def tops(layout: Layout, text: str) -> list[tuple[int, int]]:
    """(page, top) of the lines that hold a text."""
    return [(page.number, placed.top) for page in layout.pages for placed in page.lines if text in placed.line.text]


def test_the_text_below_a_table_stands_on_the_bodys_lines() -> None:
    issue = with_table(bulletin(template(), stories(1, 3)), 1, 7)
    layout = lay_out(issue, cell_faces())
    slot, top = issue.template.line_twips, issue.template.paper.top
    for page in layout.pages[1:]:
        for placed in page.lines:
            if placed.line.role is Role.BODY:
                assert (placed.top - top) % slot == 0


def test_rows_take_as_many_lines_as_their_highest_cell() -> None:
    issue = own_table([[("甲", 1, 1), ("乙", 1, 1)], [(STORY[:40], 1, 1), ("短", 1, 1)]], (1, 1))
    head, row = rows_of(lay_out(issue, cell_faces()))
    assert row.row
    assert (len(head.lines), len(row.lines)) == (1, 2)
    long, short = row.row.cells
    assert len(long.paragraphs[0].lines) == 3
    assert long.top == (2 * issue.template.line_twips - 3 * 360) // 2
    assert short.top == (2 * issue.template.line_twips - 360) // 2


def test_a_cell_keeps_its_turns_and_its_padding() -> None:
    issue = own_table([[("左\n\n边", 1, 1), ("右", 1, 1)]], (1, 3), head=0)
    (row,) = rows_of(lay_out(issue, cell_faces()))
    assert row.row
    parts = row.row.cells[0].paragraphs
    assert [part.text for part in parts] == ["左", "", "边"] and [part.spans[0].start for part in parts] == [0, 2, 3]
    paper, padding = issue.template.paper, round(issue.template.table.padding_pt * 20)
    assert parts[0].style.left == padding
    assert paper.text_width - parts[0].style.right == round(paper.text_width / 4) - padding


def test_alignment_and_the_faces_of_head_and_body() -> None:
    issue = own_table([[("头", 1, 1)], [("身", 1, 1)]], (1,))
    article = issue.sections[0].articles[0]
    table = article.paragraphs[1].table
    assert table
    left = replace(table.rows[1], cells=(replace(table.rows[1].cells[0], align="left"),))
    changed = replace(article.paragraphs[1], table=replace(table, rows=(table.rows[0], left)))
    article = replace(article, paragraphs=(article.paragraphs[0], changed, article.paragraphs[2]))
    whole = replace(issue, sections=(replace(issue.sections[0], articles=(article,)),))
    head, body = (row.row.cells[0].paragraphs[0] for row in rows_of(lay_out(whole, cell_faces())) if row.row)
    assert (head.style.name, body.style.name) == ("简报表头", "简报表格")
    paper = issue.template.paper
    assert abs(head.lines[0].x_pt + 6 - (paper.left + paper.text_width / 2) / 20) < 0.1
    assert abs(body.lines[0].x_pt - (paper.left / 20 + issue.template.table.padding_pt)) < 0.1


def test_head_rows_stand_again_on_each_page_and_belong_to_no_block() -> None:
    layout = lay_out(with_table(bulletin(template(), stories(1, 3)), 1, 50), cell_faces())
    heads = tops(layout, "报送信息")[1:]
    assert len(heads) >= 3  # the caption, the head and its repetitions
    slot = layout.plan.paper.text_height // 22
    for page, top in heads[1:]:
        assert top < layout.plan.top + slot
        repeated = [placed for placed in layout.pages[page - 1].lines if placed.top < layout.plan.top + 2 * slot]
        assert repeated and all(run.block == 0 for placed in repeated for run in placed.line.runs)


def test_a_caption_keeps_with_the_head_and_the_first_row() -> None:
    for lines in range(12, 24):
        issue = with_table(bulletin(template(), [("云河市报送信息", ["云" * (28 * lines), "后"])]), 1, 3)
        layout = lay_out(issue, cell_faces())
        (caption, *_), (first, *_) = tops(layout, "信息报送情况"), tops(layout, "青石镇第1村")
        assert caption[0] == first[0], lines


def test_rows_under_one_cell_stay_on_one_page() -> None:
    groups = [[(f"第{n}类", 1, 3), ("甲", 1, 1)] for n in range(12)]
    rows = [[("类别", 1, 1), ("内容", 1, 1)]]
    for group in groups:
        rows += [group, [("乙", 1, 1)], [("丙", 1, 1)]]
    layout = lay_out(own_table(rows, (1, 1)), cell_faces())
    pages = {fill.index + at: number for number, fill in enumerate(layout.plan.fills, 1) for at in range(len(fill.slices))}
    found = [(index, paragraph.row) for index, paragraph in enumerate(layout.flow) if paragraph.row]
    assert len({pages[index] for index, _ in found}) > 1
    for index, row in found:
        for cell in row.cells:
            assert len({pages[index + down] for down in range(cell.rows)}) == 1


def test_a_row_higher_than_a_page_is_cut_between_lines() -> None:
    layout = lay_out(own_table([[("甲", 1, 1), ("乙", 1, 1)], [(STORY * 4, 1, 1), ("短", 1, 1)]], (1, 4)), cell_faces())
    (row,) = [row for row in rows_of(layout) if row.row and row.row.cut]
    shown = [
        placed for page in layout.pages for placed in page.lines if placed.line.role is Role.CELL and placed.line.start != placed.line.end
    ]
    assert len({line.line.start for line in shown}) > len(row.lines) / 2
    bottom = layout.plan.top + layout.plan.paper.text_height
    assert all(layout.plan.top <= placed.top and placed.top + placed.line.height <= bottom for placed in shown)


def test_a_cell_higher_than_a_page_is_closed_at_the_end_of_each() -> None:
    layout = lay_out(with_tall_cell(with_table(bulletin(template(), stories(1, 3)), 1, 45), 40), cell_faces())
    widths = [fill.slices for fill in layout.plan.fills]
    inner = [number for number, slices in enumerate(widths, 1) if slices and slices[-1].paragraph.row and number < len(widths)]
    assert len(inner) > 1
    for number in inner:
        page = layout.pages[number - 1]
        level = [rule for rule in page.rules if rule.width_pt > rule.thickness_pt]
        lowest = max(rule.top_pt for rule in level)
        assert sum(rule.width_pt for rule in level if rule.top_pt == lowest) > layout.plan.paper.text_width / 20 - 1


def test_rules_close_every_row_and_stay_inside_the_type_area() -> None:
    issue = with_table(bulletin(template(), stories(1, 3)), 1, 30)
    layout = lay_out(issue, cell_faces())
    paper = issue.template.paper
    for page in layout.pages[1:]:
        level = [rule for rule in page.rules if rule.width_pt > rule.thickness_pt and rule.thickness_pt < 1]
        upright = [rule for rule in page.rules if rule.width_pt < rule.thickness_pt]
        if not upright:
            continue
        assert len(set(page.rules)) == len(page.rules)
        middle = (paper.left + paper.text_width / 2) / 20
        assert min(rule.x_pt for rule in level) > paper.left / 20 - 1
        assert max(rule.x_pt + rule.width_pt for rule in level) < (paper.left + paper.text_width) / 20 + 1
        assert min(rule.top_pt for rule in upright) - min(rule.top_pt for rule in level) < 1
        assert max(rule.top_pt + rule.thickness_pt for rule in upright) - max(rule.top_pt for rule in level) < 1
        assert any(rule.x_pt < middle < rule.x_pt + rule.width_pt for rule in level)


def _edit(state: EditorState, table: Table, kind: int, at: int, text: str) -> EditorState:
    cells = [cell.paragraph for cell in table.cells()]
    cell = cells[at % len(cells)]
    here = state.with_caret(Place(cell.id, min(at % 3, len(cell.text))))
    acts = [
        lambda: c.type_text(here, text or "云"),
        lambda: c.add_row(here),
        lambda: c.remove_row(here),
        lambda: c.add_column(here),
        lambda: c.merge_cells(here, below=bool(at % 2)),
        lambda: c.toggle_head(here),
        lambda: c.press_enter(here),
        lambda: c.fit_widths(here),
    ]
    outcome = acts[kind % len(acts)]()
    return outcome[0] if outcome else state


@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 200), st.text(alphabet="云河市，A1", max_size=30)), max_size=8), st.integers(1, 45)
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_incremental_layout_of_tables_equals_a_fresh_one(edits: list[tuple[int, int, str]], count: int) -> None:
    state = EditorState(with_table(bulletin(template(), stories(2, 3)), 1, count))
    compositor = Compositor(cell_faces())
    compositor.layout(state.issue)
    for edit in edits:
        table = next((p.table for article in state.issue.articles() for p in article.paragraphs if p.table), None)
        if table is None:
            return
        state = _edit(state, table, *edit)
        layout, fresh = compositor.layout(state.issue), lay_out(state.issue, cell_faces())
        assert list(layout.pages) == list(fresh.pages)


def test_pages_beside_a_changed_cell_are_the_same_objects() -> None:
    issue = with_table(bulletin(template(), stories(2, 6)), 1, 40)
    compositor = Compositor(cell_faces())
    before = list(compositor.layout(issue).pages)
    table = next(p.table for article in issue.articles() for p in article.paragraphs if p.table)
    assert table
    cell = list(table.cells())[-1].paragraph
    outcome = c.replace_text(EditorState(issue), Place(cell.id, 0), 0, "无")
    assert outcome
    after = list(compositor.layout(outcome[0].issue).pages)
    same = [old is new for old, new in zip(before, after, strict=True)]
    assert same.count(False) == 1  # that of the cell


def test_page_down_goes_on_through_a_page_that_is_all_table() -> None:
    issue = with_table(bulletin(template(), stories(1, 3)), 1, 80)
    layout = lay_out(issue, cell_faces())
    first = issue.sections[0].articles[0].paragraphs[0]
    cursor = Cursor(Selection(Place(first.id, 0), Place(first.id, 0)))
    pages = []
    for _ in range(len(layout.pages) - 2):
        cursor = move(layout, issue, cursor, Motion.PAGE_DOWN)
        caret = caret_at(layout, cursor.selection.head)
        assert caret
        pages.append(caret.page)
    assert pages == list(range(3, len(layout.pages) + 1))
