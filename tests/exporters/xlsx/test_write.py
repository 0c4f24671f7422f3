"""The workbook opens with the figures that the window shows, its sums are formulas that come to them, and it prints on A4."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings

from app.desk.statistics.lines import lines_of
from app.desk.statistics.months import Period
from app.desk.statistics.report import Report, report_on
from app.desk.statistics.statement import Statement, statement_of
from app.desk.statistics.workbook import workbook
from app.model.statistics import Facts, FormColumn, StatisticsRules
from app.model.statistics_defaults import COLUMNS, USUAL
from tests.desk.statistics import made, published

MADE = date(2026, 4, 2)


def opened(data: bytes, *, values: bool) -> Any:  # noqa: ANN401 - a workbook of openpyxl
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def of(facts: Facts, rules: StatisticsRules, columns: tuple[FormColumn, ...], period: Period) -> tuple[Report, Statement]:
    report = report_on(period, lines_of(facts, rules), rules.members)
    return report, statement_of(report, columns)


def city() -> tuple[Report, Statement]:
    return of(*published.city(), Period.around("2018-02", "year"))


def shown(statement: Statement) -> list[list[Fraction | None]]:
    """The figures of each row, group by group."""
    found = []
    for block in statement.blocks:
        for row in (*block.rows, block.total):
            blank = [column.blank and not row.is_sum for column in statement.columns]
            found.append([None if empty and not value else value for value, empty in zip(row.values, blank, strict=True)])
    return [*found, list(statement.total.values)]


def in_book(data: bytes, statement: Statement, *, values: bool = True) -> list[list[Any]]:
    sheet = opened(data, values=values).worksheets[0]
    width = len(statement.columns) + 1
    rows = [[cell.value for cell in row[:width]] for row in sheet.iter_rows(min_row=3 + statement.levels)]
    named = {row.name for block in statement.blocks for row in (*block.rows, block.total)} | {statement.total.name}
    return [row[1:] for row in rows if row[0] in named]


def test_the_figures_are_those_of_the_table_without_reckoning() -> None:
    report, statement = city()
    data = workbook(report, statement, MADE)
    assert in_book(data, statement) == [[None if value is None else int(value) for value in row] for row in shown(statement)]


def test_sums_are_formulas_over_their_rows() -> None:
    report, statement = city()
    sheet = opened(workbook(report, statement, MADE), values=False).worksheets[0]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=6) if row[0].value}
    assert [row[1].value for name, row in rows.items() if name == "合　计"] == ["=B12+B17"]
    assert sheet["B12"].value == "=SUM(B7:B11)"
    assert sheet["B17"].value == "=SUM(B14:B16)"


@given(made.facts, made.rules)
@settings(max_examples=15, deadline=None)
def test_any_figures_come_back(facts: Facts, rules: StatisticsRules) -> None:
    columns = tuple(column for column in COLUMNS if column.form == USUAL)
    report, statement = of(facts, rules, columns, Period.around(made.MARCH, "month"))
    for written, wanted in zip(in_book(workbook(report, statement, MADE), statement), shown(statement), strict=True):
        assert written == [None if value is None else pytest.approx(float(value)) for value in wanted]


def test_it_prints_on_a4_with_its_heads_repeated() -> None:
    report, statement = city()
    book = opened(workbook(report, statement, MADE), values=True)
    sheet = book.worksheets[0]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == (9, "landscape", 1)
    assert sheet.print_title_rows == "$3:$5"
    assert sheet["A1"].value == statement.title
    assert {"A1:O1", "B3:M3", "D4:H4", "A3:A5"} <= {str(merged) for merged in sheet.merged_cells.ranges}
    assert [one.title for one in book.worksheets] == ["统计表", "得分图", "明细"]
    assert len(book.worksheets[1]._charts) == 1
    assert [row[0] for row in book.worksheets[1].iter_rows(min_row=2, max_row=3, values_only=True)] == ["云湖街道", "南湖街道"]


def test_the_detail_is_behind_it() -> None:
    report, statement = city()
    rows = list(opened(workbook(report, statement, MADE), values=True).worksheets[2].iter_rows(values_only=True))
    assert rows[0][:5] == ("单位", "方式", "刊物、载体", "条数", "得分")
    assert sum(row[3] for row in rows[1:]) == 49 + 13
    assert sum(row[4] for row in rows[1:]) == 65


def test_words_that_look_like_a_formula_stay_words_and_control_characters_go() -> None:
    report, statement = city()
    evil = replace(report.lines[0], title='=HYPERLINK("http://x")', note="a\x00b\x1f")
    data = workbook(replace(report, lines=(evil, *report.lines[1:])), statement, MADE)
    cells = [
        cell
        for row in opened(data, values=False).worksheets[2].iter_rows()
        for cell in row
        if cell.value in ('=HYPERLINK("http://x")', "ab")
    ]
    assert [cell.data_type for cell in cells] == ["s", "s"]


def test_no_name_of_a_person_or_a_machine_is_in_it() -> None:
    report, statement = city()
    with zipfile.ZipFile(io.BytesIO(workbook(report, statement, MADE))) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "openpyxl" not in core
    assert "<dc:creator>" not in core
