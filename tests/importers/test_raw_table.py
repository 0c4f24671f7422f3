"""Tables of data become a line for each row that knows its cells; tables that lay text out become the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.importers.raw import RawCell, RawTable
from app.importers.raw_table import FlatCell, FlatRow, lines_of_table


def table(*rows: tuple[RawCell, ...]) -> RawTable:
    return RawTable(rows)


def row(*texts: str) -> tuple[RawCell, ...]:
    return tuple(map(RawCell, texts))


def shown(found: list[tuple[str, FlatRow | None]]) -> list[list[list[str]]]:
    """The texts of the spans of each cell of each row."""
    return [[[line[start:end] for start, end in cell.spans] for cell in flat.cells] for line, flat in found if flat]


def test_rows_of_data_know_their_cells() -> None:
    found = lines_of_table(table(row("单位", "条数", "做法"), row("青石镇", "12", "夜校\n讲堂")), 3)
    assert [line for line, _ in found] == ["单位\t条数\t做法", "青石镇\t12\t夜校 讲堂"]
    assert shown(found) == [[["单位"], ["条数"], ["做法"]], [["青石镇"], ["12"], ["夜校", "讲堂"]]]
    assert all(flat and (flat.table, flat.of) == (3, 2) for _, flat in found)


def test_a_cell_that_reaches_keeps_its_columns_and_a_tab_for_each() -> None:
    head = (RawCell("单位", rows=2), RawCell("信息", columns=2))
    found = lines_of_table(table(head, row("报送", "采用"), row("青石镇", "12", "5")))
    assert [line for line, _ in found] == ["单位\t信息", "\t报送\t采用", "青石镇\t12\t5"]
    assert found[0][1] == FlatRow(0, 3, (FlatCell(((0, 2),), rows=2), FlatCell(((3, 5),), columns=2)))


def test_empty_rows_go_and_what_reached_over_them_is_shorter() -> None:
    rows = ((RawCell("镇", rows=3), *row("一", "二")), row("", ""), row("三", "四"), row("村", "五", "六"))
    found = lines_of_table(table(*rows))
    assert [line for line, _ in found] == ["镇\t一\t二", "\t三\t四", "村\t五\t六"]
    assert found[0][1] and found[0][1].cells[0].rows == 2 and found[0][1].of == 3


def test_a_first_row_over_all_columns_names_the_table() -> None:
    found = lines_of_table(table((RawCell("夜校课程", columns=3),), row("课程", "时间", "人数"), row("书法", "周三", "40")))
    assert [line for line, _ in found] == ["夜校课程", "课程\t时间\t人数", "书法\t周三\t40"]
    assert [flat.of for _, flat in found if flat] == [0, 2, 2]


def test_a_table_that_lays_text_out_is_its_lines() -> None:
    long = "云河市图书馆开办夜校。" * 12
    for rows in (
        (row("云河信息", ""), row("第3期", "3月5日")),
        (row("左" + long, "右"), row("左", "右"), row("左", "右")),
        (row("名称", "", ""), row("云河信息", "", ""), row("第3期", "编", "印")),
    ):
        assert all(flat is None for _, flat in lines_of_table(table(*rows)))


TEXT = st.text("云河市12 \t\n，。", max_size=6)
TABLES = st.lists(st.lists(st.builds(RawCell, TEXT, st.integers(1, 3), st.integers(1, 3)), min_size=1, max_size=4), max_size=5)


@given(TABLES)
def test_every_character_of_every_cell_is_in_a_line_once_and_in_order(cells: list[list[RawCell]]) -> None:
    found = lines_of_table(RawTable(tuple(map(tuple, cells))))
    given_ = "".join("".join(cell.text.split()) for line in cells for cell in line)
    assert "".join("".join(line.split()) for line, _ in found) == given_
    if any(flat for _, flat in found):
        assert "".join("".join("".join(part.split()) for part in cell) for line in shown(found) for cell in line) == given_
