"""A table of figures stands on A4 pages: every text once and within its box, heads on each page that has rows, notes at the end."""

from __future__ import annotations

import pytest

from app.layout.frames import Page
from app.layout.ledger import Ledger, LedgerHead, LedgerRow, ledger_pages
from app.layout.sheet_marks import PT_PER_MM
from tests.layout.cells import cell_faces

NOTES = ("零报送单位（2个）：云湖镇、市税务局。",)


def ledger(columns: int = 4, units: int = 3, notes: tuple[str, ...] = NOTES) -> Ledger:
    heads = (
        LedgerHead("单位", 0, 0, 1, 2),
        LedgerHead("采用", 0, 1, columns, 1),
        *(LedgerHead(f"第{at}栏", 1, at, 1, 1) for at in range(1, columns + 1)),
    )
    rows = (
        LedgerRow(("县市区",), "group"),
        *(LedgerRow((f"单位{at}", *[str(at)] * columns)) for at in range(units)),
        LedgerRow(("合计", *["9"] * columns), "total"),
    )
    return Ledger("统计表", ("统计时间：三月", "制表日期：四月"), heads, 2, columns, rows, notes)


def texts(page: Page) -> list[str]:
    return [line.line.text for line in page.lines]


def test_a_short_table_stands_on_one_upright_page() -> None:
    (page,) = ledger_pages(ledger(), cell_faces())
    assert (round(page.width_pt), round(page.height_pt)) == (595, 842)
    assert texts(page)[0] == "统计表"
    assert texts(page)[-1] == NOTES[0]
    assert texts(page).count("第4栏") == 1
    assert page.folio is None


def test_many_columns_lie_across_the_sheet() -> None:
    (page,) = ledger_pages(ledger(14), cell_faces())
    assert (round(page.width_pt), round(page.height_pt)) == (842, 595)
    right = (297 - 20) * PT_PER_MM
    assert all(line.line.end_x_pt <= right + 0.01 for line in page.lines)


@pytest.mark.parametrize("units", [29, 30, 31, 32, 33, 100])
def test_long_tables_repeat_their_heads_and_lose_nothing(units: int) -> None:
    pages = ledger_pages(ledger(units=units), cell_faces())
    shown = [text for page in pages for text in texts(page)]
    assert [text for text in shown if text.startswith("单位") and text != "单位"] == [f"单位{at}" for at in range(units)]
    for page in pages:
        rows = [text for text in texts(page) if (text.startswith("单位") and text != "单位") or text == "合计"]
        assert texts(page).count("第1栏") == bool(rows)
        assert all(line.baseline / 20 < page.height_pt - 12 * PT_PER_MM for line in page.lines)
        assert (page.folio is None) == (len(pages) == 1)
    assert shown.count("统计表") == 1
    assert shown[-1] == NOTES[0]


def test_a_groups_name_never_stands_alone_at_the_foot() -> None:
    for units in range(20, 36):
        one = ledger(units=units)
        rows = (*one.rows[:-1], LedgerRow(("市直",), "group"), LedgerRow(("市税务局", "1", "1", "1", "1")), one.rows[-1])
        for page in ledger_pages(one._replace(rows=rows), cell_faces()):
            assert ("市直" in texts(page)) == ("市税务局" in texts(page))


def test_long_names_turn_within_their_column() -> None:
    long = "云湖市经济技术开发区管理委员会综合行政执法局"
    one = ledger()
    (page,) = ledger_pages(one._replace(rows=(LedgerRow((long, "1", "2", "3", "4")),)), cell_faces())
    parts = [line for line in page.lines if line.line.text in long]
    assert "".join(line.line.text for line in parts) == long
    assert len(parts) > 1
    first_figure = next(line for line in page.lines if line.line.text == "1")
    assert all(line.line.end_x_pt < first_figure.line.x_pt for line in parts)
