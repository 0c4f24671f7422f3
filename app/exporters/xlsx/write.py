"""A table of figures, its chart and the list behind it become one workbook: A4, official heads, sums as formulas that know their value."""

from __future__ import annotations

import io
import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from app.exporters.xlsx.book import Bars, Column, FigureTable, Listing, Row
from app.exporters.xlsx.cached import with_values

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TABLE_SHEET, CHART_SHEET = "统计表", "得分图"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_LONGEST = 32_000
"""Characters of a cell; a spreadsheet takes some more."""
_WIDE_FROM = 10
"""From so many columns on the table lies across the sheet."""
_FACES = {"title": ("方正小标宋简体", 18), "head": ("黑体", 11), "body": ("仿宋_GB2312", 12), "sum": ("黑体", 11)}
_MARGIN_IN, _FOOT_IN = 0.79, 0.4
_BAR_CM, _BAR_ROW_PT = 0.62, 18
_ROW_PT, _LINE_PT, _HAN_WIDTH = 21, 16, 2.3
"""Height of a row and of a line in it; a Han character in the units of a column's width."""


def xlsx_bytes(table: FigureTable, bars: Bars, listing: Listing) -> bytes:
    """The workbook as a file."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = None
    book.properties.title = table.title
    sheet = book.active
    sheet.title = TABLE_SHEET
    sums = _write_table(sheet, table)
    if bars.bars:
        _write_bars(book.create_sheet(CHART_SHEET), bars)
    _write_listing(book.create_sheet(listing.name), listing)
    out = io.BytesIO()
    book.save(out)
    return with_values(out.getvalue(), 1, sums)


def _write_table(sheet: Worksheet, table: FigureTable) -> dict[str, Fraction]:
    """Write the table; the value of each cell that holds a formula."""
    from openpyxl.utils import get_column_letter

    last = len(table.columns) + 1
    _merged(sheet, 1, 1, 1, last, table.title, "title", boxed=False)
    sheet.row_dimensions[1].height = 36
    half = max(1, last // 2)
    _merged(sheet, 2, 1, 1, half, table.left, "body", boxed=False, align="left")
    if last > half:
        _merged(sheet, 2, half + 1, 1, last - half, table.right, "body", boxed=False, align="right")
    top = 3
    for head in table.heads:
        _merged(sheet, top + head.level, head.column + 1, head.levels, head.columns, head.text, "head")
    for level in range(table.levels):
        sheet.row_dimensions[top + level].height = 24 if level + 1 < table.levels else 34
    longest = max((len(row.name) for row in table.rows if row.kind != "group"), default=0)
    names = max(16.0, min(30.0, _HAN_WIDTH * longest + 2))
    first = at = top + table.levels
    sums: dict[str, Fraction] = {}
    began, parts = at, list[int]()
    for row in table.rows:
        if row.kind == "group":
            _merged(sheet, at, 1, 1, last, row.name, "sum", align="left")
            began = at + 1
        else:
            _named(sheet, at, row)
            if row.kind == "sum":
                parts.append(at)
            for number, (value, column) in enumerate(zip(row.values, table.columns, strict=True), 2):
                letter = get_column_letter(number)
                formula = _formula(row, letter, began, at, parts) if column.summed and value is not None else ""
                _figure(sheet, at, number, value, column, row, formula)
                if formula and value is not None:
                    sums[f"{letter}{at}"] = value
        lines = 1 if row.kind == "group" else -(-len(row.name) * _HAN_WIDTH // names)
        sheet.row_dimensions[at].height = max(_ROW_PT, _LINE_PT * lines + 4)
        at += 1
    for note in table.notes:
        _merged(sheet, at, 1, 1, last, note, "body", boxed=False, align="left", wrap=True)
        room = 2.0 * sum((18, *(9 for _ in table.columns)))
        sheet.row_dimensions[at].height = 18 * (1 + int(len(note) * 4.2 // room))
        at += 1
    sheet.column_dimensions["A"].width = names
    for number, width in enumerate(_widths(table), 2):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = f"B{first}"
    _set_up(sheet, wide=last >= _WIDE_FROM)
    sheet.print_title_rows = f"{top}:{first - 1}"
    return sums


def _formula(row: Row, letter: str, began: int, at: int, parts: list[int]) -> str:
    """The sum of the rows above, or of the sums."""
    if row.kind == "sum" and at > began:
        return f"=SUM({letter}{began}:{letter}{at - 1})"
    return "=" + "+".join(f"{letter}{part}" for part in parts) if row.kind == "total" and parts else ""


def _widths(table: FigureTable) -> list[float]:
    """By the words of each column's own head, which may turn once."""
    own = {head.column: head.text for head in table.heads if head.columns == 1 and head.level + head.levels == table.levels}
    return [max(7.5, min(13.0, 1.3 * len(own.get(number + 1, "")) + 3.2)) for number in range(len(table.columns))]


def _named(sheet: Worksheet, at: int, row: Row) -> None:
    cell = sheet.cell(at, 1)
    _text(cell, row.name)
    _dress(cell, "body" if row.kind == "unit" else "sum", align="left" if row.kind == "unit" else "center")


def _figure(sheet: Worksheet, at: int, number: int, value: Fraction | None, column: Column, row: Row, formula: str) -> None:
    cell = sheet.cell(at, number)
    if value is not None:
        cell.value = formula or (int(value) if value.denominator == 1 else float(value))
        plain = (value * 100).denominator == 1
        cell.number_format = {
            "figure": "General" if plain else "0.00",
            "share": "0%" if plain else "0.0%",
            "change": "+0;-0;0" if value.denominator == 1 else "+0.00;-0.00;0",
        }[column.format]
    _dress(cell, "body" if row.kind == "unit" else "sum")


def _write_bars(sheet: Worksheet, bars: Bars) -> None:
    """The names and figures, and a chart of the program's own kind beside them."""
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.label import DataLabelList

    for number, words in enumerate(("单　位", bars.unit), 1):
        cell = sheet.cell(1, number)
        cell.value = words
        _dress(cell, "head")
    for at, (name, value) in enumerate(bars.bars, 2):
        sheet.row_dimensions[at].height = _BAR_ROW_PT
        _named(sheet, at, Row(name, (), "unit"))
        _figure(sheet, at, 2, value, Column("figure", False), Row(name, (), "unit"), "")
    sheet.column_dimensions["A"].width = 26
    chart = BarChart()
    chart.type, chart.style, chart.gapWidth = "bar", 10, 60
    chart.title, chart.legend = bars.title, None
    chart.add_data(Reference(sheet, min_col=2, min_row=2, max_row=len(bars.bars) + 1))
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=len(bars.bars) + 1))
    chart.x_axis.scaling.orientation = "maxMin"  # the first one on top
    chart.x_axis.delete, chart.y_axis.delete = False, True  # each bar says its figure
    chart.dataLabels = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False)
    chart.y_axis.majorGridlines = None
    chart.series[0].graphicalProperties.solidFill = "C00000"
    chart.width, chart.height = 17, max(6.0, 2.5 + _BAR_CM * len(bars.bars))
    sheet.add_chart(chart, "D1")
    _set_up(sheet, wide=True)


def _write_listing(sheet: Worksheet, listing: Listing) -> None:
    from openpyxl.utils import get_column_letter

    for number, (words, width) in enumerate(zip(listing.heads, listing.widths, strict=True), 1):
        cell = sheet.cell(1, number)
        cell.value = words
        _dress(cell, "head")
        sheet.column_dimensions[get_column_letter(number)].width = width
    for at, row in enumerate(listing.rows, 2):
        for number, value in enumerate(row, 1):
            cell = sheet.cell(at, number)
            if isinstance(value, str):
                _text(cell, value)
            elif value is not None:
                cell.value = int(value) if value == int(value) else float(value)
                cell.number_format = "General" if (Fraction(value) * 100).denominator == 1 else "0.00"
            _dress(cell, "body", align="left" if isinstance(value, str) else "center", wrap=isinstance(value, str))
    sheet.freeze_panes = "A2"
    if listing.rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(listing.heads))}{len(listing.rows) + 1}"
    _set_up(sheet, wide=True)
    sheet.print_title_rows = "1:1"


def _set_up(sheet: Worksheet, *, wide: bool) -> None:
    """A4, as wide as one page, with its page number below."""
    setup = sheet.page_setup
    setup.paperSize, setup.orientation = 9, "landscape" if wide else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = _MARGIN_IN
    margins.header = margins.footer = _FOOT_IN
    sheet.oddFooter.center.text = "第 &P 页 共 &N 页"


def _merged(
    sheet: Worksheet,
    at: int,
    column: int,
    rows: int,
    columns: int,
    text: str,
    look: str,
    *,
    boxed: bool = True,
    align: str = "center",
    wrap: bool = True,
) -> None:
    """A cell over others, with its box drawn round all of them."""
    for below in range(rows):
        for right in range(columns):
            _dress(sheet.cell(at + below, column + right), look, boxed=boxed, align=align, wrap=wrap)
    _text(sheet.cell(at, column), text)
    if rows > 1 or columns > 1:
        sheet.merge_cells(start_row=at, end_row=at + rows - 1, start_column=column, end_column=column + columns - 1)


def _text(cell: Any, text: str) -> None:  # noqa: ANN401 - a cell of openpyxl
    """Words and nothing else: what begins with = is no formula."""
    cell.value = _CONTROL.sub("", text)[:_LONGEST]
    cell.data_type = "s"


def _dress(cell: Any, look: str, *, boxed: bool = True, align: str = "center", wrap: bool = True) -> None:  # noqa: ANN401
    from openpyxl.styles import Alignment, Border, Font, Side

    face, size = _FACES[look]
    cell.font = Font(name=face, size=size)
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=wrap, indent=1 if boxed and align == "left" else 0)
    if boxed:
        line = Side(style="thin", color="000000")
        cell.border = Border(left=line, right=line, top=line, bottom=line)
