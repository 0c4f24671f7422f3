"""Tables come, change and go by commands; every one keeps the laws of the grid, and what is typed or pasted stays in its cell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.edit import commands as c
from app.edit.fragment import Fragment, fragment_of, from_json, to_html, to_json, to_text
from app.edit.state import EditorState, Place, Selection
from app.edit.table_commands import beside_cell
from app.model.issue import Cell, Paragraph, Role, Table
from app.model.table_grid import grid_texts, spots
from tests.edit.test_laws import check_change
from tests.model.issues import issue

FIRST = 16
"""A paragraph of the first article, the last one."""


def at(state: EditorState, block: int, offset: int = 0) -> EditorState:
    return state.with_caret(Place(block, offset))


def done(state: EditorState, command: Callable[[EditorState], c.Outcome]) -> EditorState:
    outcome = command(state)
    assert outcome is not None
    check_change(state, *outcome)
    return outcome[0]


def inserted(rows: int = 2, columns: int = 3) -> EditorState:
    """A table behind the first article's last paragraph, its cells filled a, b, c, …"""
    state = done(at(EditorState(issue()), FIRST), lambda s: c.insert_table(s, rows, columns))
    for number, cell in enumerate(list(table(state).cells())):
        state = done(at(state, cell.paragraph.id), lambda s, n=number: c.type_text(s, chr(ord("a") + n)))  # type: ignore[misc]
    return state


def caption(state: EditorState) -> Paragraph:
    return next(p for p in next(state.issue.articles()).paragraphs if p.table)


def table(state: EditorState) -> Table:
    found = caption(state).table
    assert found
    return found


def cell(state: EditorState, text: str) -> Cell:
    return next(cell for cell in table(state).cells() if cell.paragraph.text == text)


def in_cell(state: EditorState, text: str) -> EditorState:
    return at(state, cell(state, text).paragraph.id)


def shown(state: EditorState) -> list[str]:
    """The grid, a row a string: a merged cell's text stands in all of its places, . in an empty one."""
    found = table(state)
    return [
        "".join(next(s.cell.paragraph.text for s in spots(found) if s.covers(row, column)) or "." for column in range(len(found.widths)))
        for row in range(len(found.rows))
    ]


def test_a_table_goes_behind_the_paragraph_and_text_goes_on_behind_it() -> None:
    state = done(at(EditorState(issue()), FIRST, 2), lambda s: c.insert_table(s, 2, 3))
    kinds = [(p.role, p.text) for p in next(state.issue.articles()).paragraphs][2:]
    assert kinds == [(Role.BODY, "二是抢修及时。"), (Role.TABLE, ""), (Role.BODY, "")]
    assert state.selection and state.selection.head == Place(next(table(state).cells()).paragraph.id, 0)
    assert table(state).head_rows == 1 and len(table(state).rows) == 2


def test_an_empty_paragraph_gives_way_to_the_table() -> None:
    state = done(at(EditorState(issue()), FIRST, 7), c.press_enter)
    assert state.selection
    empty = state.selection.head.block
    state = done(state, lambda s: c.insert_table(s, 1, 1))
    assert empty not in state.issue.block_index


def test_no_table_goes_into_a_table_or_a_field() -> None:
    state = inserted()
    assert c.insert_table(in_cell(state, "a"), 2, 2) is None
    assert c.insert_table(at(state, 3), 2, 2) is None
    assert c.insert_table(at(state, FIRST), 0, 2) is None


@pytest.mark.parametrize(
    ("text", "command", "expected"),
    [
        ("e", lambda s: c.add_row(s), ["abc", "def", "..."]),
        ("b", lambda s: c.add_row(s), ["abc", "...", "def"]),
        ("a", lambda s: c.add_row(s, below=False), ["...", "abc", "def"]),
        ("b", lambda s: c.remove_row(s), ["def"]),
        ("b", lambda s: c.add_column(s), ["ab.c", "de.f"]),
        ("a", lambda s: c.add_column(s, right=False), [".abc", ".def"]),
        ("e", lambda s: c.remove_column(s), ["ac", "df"]),
        ("b", lambda s: c.split_cell(s), ["ab.c", "deef"]),
    ],
)
def test_rows_and_columns(text: str, command: Callable[[EditorState], c.Outcome], expected: list[str]) -> None:
    assert shown(done(in_cell(inserted(), text), command)) == expected


def test_cells_are_merged_and_split_and_grow_with_what_is_put_in_between() -> None:
    state = done(in_cell(inserted(3, 3), "e"), c.merge_cells)
    merged = cell(state, "e\nf")
    assert (merged.columns, merged.rows) == (2, 1)
    state = done(in_cell(state, "e\nf"), lambda s: c.add_column(in_cell(s, "b")))
    assert cell(state, "e\nf").columns == 3
    state = done(in_cell(state, "e\nf"), c.split_cell)
    assert shown(state) == ["ab.c", "d" + "e\nf" + "..", "gh.i"]
    assert c.merge_cells(in_cell(state, "c")) is None
    assert c.merge_cells(in_cell(state, "a"), below=True) is None  # it would reach out of the head
    state = done(in_cell(state, "d"), lambda s: c.merge_cells(s, below=True))
    assert cell(state, "d\ng").rows == 2


def test_removing_rows_and_columns_shrinks_merged_cells() -> None:
    state = done(in_cell(inserted(3, 2), "c"), lambda s: c.merge_cells(s, below=True))
    state = done(in_cell(state, "d"), c.remove_row)
    assert shown(state) == ["ab", "c\nef"]
    state = done(in_cell(state, "f"), lambda s: c.merge_cells(in_cell(s, "c\ne")))
    assert shown(done(in_cell(state, "a"), c.remove_column)) == ["b", "c\ne\nf"]


def test_the_last_row_and_the_last_column_go_with_the_table() -> None:
    state = done(in_cell(inserted(1, 2), "a"), c.remove_row)
    assert not any(p.table for p in next(state.issue.articles()).paragraphs)
    state = done(in_cell(inserted(2, 1), "a"), c.remove_column)
    assert not any(block.role is Role.CELL for block in state.issue.blocks())


def test_head_rows_are_those_down_to_the_caret_or_none() -> None:
    state = done(in_cell(inserted(3, 2), "d"), c.toggle_head)
    assert table(state).head_rows == 2
    assert table(done(in_cell(state, "d"), c.toggle_head)).head_rows == 0
    state = done(in_cell(state, "c"), lambda s: c.set_head_rows(s, 0))
    state = done(in_cell(state, "c"), lambda s: c.merge_cells(s, below=True))
    assert c.set_head_rows(in_cell(state, "d"), 2) is None


def test_widths_and_alignment() -> None:
    state = done(in_cell(inserted(), "a"), lambda s: c.set_widths(s, [1, 2, 3]))
    assert table(state).widths == (1, 2, 3)
    assert c.set_widths(in_cell(state, "a"), [1, 2]) is None
    assert c.set_widths(in_cell(state, "a"), [1, 0, 3]) is None
    assert table(done(in_cell(state, "a"), c.even_widths)).widths == (1, 1, 1)
    state = done(in_cell(state, "e"), lambda s: c.type_text(s, "一行很长很长的文字"))
    widths = table(done(in_cell(state, "a"), c.fit_widths)).widths
    assert widths[1] > widths[0] == widths[2]
    state = done(in_cell(state, "b"), lambda s: c.set_align(s, "right", whole_column=True))
    assert [found.align for found in table(state).cells()] == ["centre", "right", "centre", "centre", "right", "centre"]


def test_a_table_goes_with_its_caption() -> None:
    state = done(in_cell(inserted(), "e"), c.remove_table)
    assert [p.role for p in next(state.issue.articles()).paragraphs][2:] == [Role.BODY, Role.BODY]
    assert state.selection and state.issue.block_index[state.selection.head.block].text == ""


def test_keys_in_a_cell() -> None:
    state = inserted()
    assert cell(done(at(state, cell(state, "b").paragraph.id, 1), c.press_enter), "b\n")
    assert c.press_backspace(in_cell(state, "b")) is None
    assert c.press_delete(at(state, cell(state, "b").paragraph.id, 1)) is None
    chosen = beside_cell(in_cell(state, "c"), 1)
    assert chosen == Selection(Place(cell(state, "d").paragraph.id, 0), Place(cell(state, "d").paragraph.id, 1))
    assert beside_cell(in_cell(state, "f"), 1) is None and beside_cell(in_cell(state, "a"), -1) is None


def test_keys_round_a_table() -> None:
    state = inserted()
    paragraphs = next(state.issue.articles()).paragraphs
    behind, before = paragraphs[-1], paragraphs[-3]
    assert c.press_backspace(at(state, behind.id)) is None  # the last paragraph stays, though it is empty
    assert c.press_delete(at(state, before.id, len(before.text))) is None
    assert c.press_enter(at(state, caption(state).id)) is None
    state = done(at(state, caption(state).id), lambda s: c.type_text(s, "表1"))
    above = done(at(state, caption(state).id), c.press_enter)
    assert [p.text for p in next(above.issue.articles()).paragraphs][-4:] == ["二是抢修及时。", "", "表1", ""]
    assert shown(done(at(above, caption(above).id), c.press_backspace)) == ["abc", "def"]


def test_what_holds_the_whole_caption_takes_the_table_and_nothing_else_does() -> None:
    state = done(at(inserted(), FIRST, 7), c.press_enter)  # an empty paragraph before the caption
    state = done(at(state, caption(state).id), lambda s: c.type_text(s, "报送情况"))
    owner, behind = caption(state), next(state.issue.articles()).paragraphs[-1]
    for start, end, stays in (
        (Place(FIRST, 2), Place(behind.id, 0), False),
        (Place(owner.id, 0), Place(behind.id, 0), False),
        (Place(FIRST, 2), Place(owner.id, 4), False),
        (Place(FIRST, 2), Place(owner.id, 2), True),
        (Place(owner.id, 2), Place(behind.id, 0), True),
        (Place(owner.id, 0), Place(owner.id, 4), True),
    ):
        new = done(EditorState(state.issue, Selection(start, end)), c.delete_selection)
        assert any(p.table for p in next(new.issue.articles()).paragraphs) is stays, (start, end)
        typed = done(EditorState(state.issue, Selection(start, end)), lambda s: c.type_text(s, "新"))
        assert any(p.table for p in next(typed.issue.articles()).paragraphs) is stays, (start, end)


def test_a_copied_table_keeps_its_shape_and_gets_ids_of_its_own() -> None:
    state = done(in_cell(inserted(), "a"), c.merge_cells)
    owner, behind = caption(state), next(state.issue.articles()).paragraphs[-1]
    fragment = fragment_of(state.issue, Place(owner.id, 0), Place(behind.id, 0))
    again = from_json(to_json(fragment))
    assert again == fragment
    assert to_text(fragment).splitlines() == ["", "a b\t\tc", "d\te\tf"]
    assert '<th colspan="2" align="center">a<br>b</th>' in to_html(fragment)
    new = done(at(state, 20, 3), lambda s: c.paste_fragment(s, fragment))
    tables = [p.table for article in new.issue.articles() for p in article.paragraphs if p.table]
    assert [grid_texts(found) for found in tables] == [grid_texts(table(state))] * 2


def test_articles_put_in_twice_have_cells_of_their_own() -> None:
    state = inserted()
    article = next(state.issue.articles())
    new = done(state, lambda s: c.insert_articles(s, state.issue.sections[0].id, 1, [article, article]))
    blocks = [block.id for block in new.issue.blocks()]
    assert len(blocks) == len(set(blocks))
    assert sum(block.role is Role.CELL for block in new.issue.blocks()) == 18


def test_a_fragment_with_a_broken_grid_is_its_caption() -> None:
    text = to_json(Fragment((Paragraph(0, "表1", Role.TABLE, table=table(inserted())),))).replace('"columns"', '"x"')
    broken = text.replace('"widths": [1.0, 1.0, 1.0]', '"widths": [1.0, 1.0]')
    found = from_json(broken)
    assert found and found.paragraphs == (Paragraph(0, "表1"),)


def test_what_is_pasted_into_a_cell_stays_in_it() -> None:
    state = inserted()
    new = done(at(state, cell(state, "b").paragraph.id, 1), lambda s: c.paste_text(s, "一\n二\t三"))
    assert cell(new, "b一\n二 三") and len(list(table(new).cells())) == 6


@settings(max_examples=40, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_row_of_commands_keeps_the_grid(data: st.DataObject) -> None:
    state = inserted(data.draw(st.integers(1, 4)), data.draw(st.integers(1, 4)))
    for _ in range(data.draw(st.integers(1, 12))):
        cells = [block for block in state.issue.block_index.values() if block.role is Role.CELL]
        if not cells:
            return
        block = data.draw(st.sampled_from(cells))
        flag, head = data.draw(st.booleans()), data.draw(st.integers(0, 3))
        commands: list[Callable[[EditorState], c.Outcome]] = [
            lambda s, f=flag: c.add_row(s, below=f),  # type: ignore[misc]
            lambda s, f=flag: c.add_column(s, right=f),  # type: ignore[misc]
            lambda s, f=flag: c.merge_cells(s, below=f),  # type: ignore[misc]
            lambda s, n=head: c.set_head_rows(s, n),  # type: ignore[misc]
            c.split_cell,
            c.remove_row,
            c.remove_column,
            c.toggle_head,
        ]
        outcome = data.draw(st.sampled_from(commands))(at(state, block.id))
        if outcome:
            check_change(at(state, block.id), *outcome)
            state = outcome[0]
