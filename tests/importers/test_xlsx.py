"""Lists are read from XLSX workbooks as offices make them; broken and hostile ones are told, within limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from app.errors import UserError
from app.importers.xlsx import MOST_COLUMNS, MOST_ROWS, read_xlsx


def workbook(fill: Callable[[Workbook], None]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    fill(book)
    book.save(out)
    return out.getvalue()


def of_rows(*rows: list[Any]) -> bytes:
    def fill(book: Workbook) -> None:
        for row in rows:
            book.active.append(row)

    return workbook(fill)


def repacked(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, change(old.read(info)) if info.filename == part else old.read(info))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
LIST = of_rows(["组", "单位"], ["县市区", "云湖区"])


def test_texts_numbers_and_days() -> None:
    data = of_rows(
        ["单位", "任务", "日期", "时间"], ["云湖区", 4.0, date(2026, 3, 5), datetime(2026, 3, 5, 9, 30)], ["云湖镇", 1.5, None, True]
    )
    assert read_xlsx(data, "a.xlsx") == [
        ["单位", "任务", "日期", "时间"],
        ["云湖区", "4", "2026-03-05", "2026-03-05 09:30"],
        ["云湖镇", "1.5", "", "是"],
    ]


def test_titles_and_empty_rows_and_columns_are_left_out() -> None:
    data = of_rows([None, "2026年单位名单"], [], [None, "组", None, "单位"], [None, "县市区", None, "云湖区"], [None, None, None, "云湖镇"])
    assert read_xlsx(data, "a.xlsx") == [["组", "", "单位"], ["县市区", "", "云湖区"], ["", "", "云湖镇"]]


def test_a_list_in_one_column_keeps_its_first_line() -> None:
    assert read_xlsx(of_rows(["云湖区"], ["云湖镇"]), "a.xlsx") == [["云湖区"], ["云湖镇"]]


def test_the_first_sheet_that_is_seen_and_holds_something() -> None:
    def fill(book: Workbook) -> None:
        book.active.append(["藏起来的"])
        book.active.sheet_state = "hidden"
        book.create_sheet("空的")
        book.create_sheet("名单").append(["云湖区"])
        book.active = 1

    assert read_xlsx(workbook(fill), "a.xlsx") == [["云湖区"]]


def test_formulas_count_for_what_they_were_saved_with_and_errors_for_nothing() -> None:
    data = of_rows(["云湖区", 1], ["云湖镇", 2])
    formula = repacked(data, SHEET, lambda xml: xml.replace(b"<v>2</v>", b"<f>1+1</f><v>2</v>"))
    assert read_xlsx(formula, "a.xlsx") == [["云湖区", "1"], ["云湖镇", "2"]]
    wrong = repacked(data, SHEET, lambda xml: xml.replace(b'<c r="B2" t="n"><v>2</v>', b'<c r="B2" t="e"><v>#REF!</v>'))
    assert read_xlsx(wrong, "a.xlsx") == [["云湖区", "1"], ["云湖镇", ""]]


def test_an_empty_workbook_has_no_rows() -> None:
    assert read_xlsx(of_rows(), "a.xlsx") == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        "姓名,职务".encode(),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        LIST[: len(LIST) // 2],
        repacked(LIST, SHEET, lambda _: b"<worksheet"),
        repacked(LIST, SHEET, lambda _: b""),
        repacked(LIST, "xl/workbook.xml", lambda _: b"<x/>"),
        repacked(LIST, "[Content_Types].xml", lambda _: b"<x/>"),
    ],
)
def test_what_is_no_workbook_is_told(data: bytes) -> None:
    try:
        assert read_xlsx(data, "名单.xlsx") == []
    except UserError as error:
        assert "名单.xlsx" in error.sentence


def test_a_bomb_is_not_opened() -> None:
    bomb = repacked(LIST, SHEET, lambda xml: xml.replace(b"</sheetData>", b"<row/>" * 12_000_000 + b"</sheetData>"))
    with pytest.raises(UserError, match="解开后太大"):
        read_xlsx(bomb, "名单.xlsx")


def test_no_more_is_looked_at_than_a_list_has() -> None:
    far = repacked(
        LIST, SHEET, lambda xml: xml.replace(b'<row r="2"', b'<row r="1048576"').replace(b"A2", b"A1048576").replace(b"B2", b"XFD1048576")
    )
    found = read_xlsx(far, "a.xlsx")
    assert len(found) <= MOST_ROWS and all(len(row) <= MOST_COLUMNS for row in found)


def test_entities_are_not_followed() -> None:
    def evil(xml: bytes) -> bytes:
        head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
        return head + xml.replace(b"</sheetData>", b'<row r="3"><c r="A3" t="inlineStr"><is><t>&secret;</t></is></c></row></sheetData>')

    try:
        found = read_xlsx(repacked(LIST, SHEET, evil), "a.xlsx")
    except UserError:
        return
    assert not any("root" in text for row in found for text in row)


@given(st.integers(0, len(LIST) - 1), st.integers(0, 255))
@settings(max_examples=200, deadline=None)
def test_a_flipped_byte_never_ends_in_anything_but_rows_or_a_sentence(at: int, value: int) -> None:
    broken = LIST[:at] + bytes([value]) + LIST[at + 1 :]
    try:
        rows = read_xlsx(broken, "a.xlsx")
    except UserError as error:
        assert error.sentence
    else:
        assert all(isinstance(text, str) for row in rows for text in row)
