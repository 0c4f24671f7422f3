"""An XLSX workbook becomes the rows of texts of its first sheet that holds some: lists of units, leaders, points as offices keep them.

What it shows is read, not what it reckons: values of formulas as they were saved, dates in ISO form. The file may be broken or hostile,
so its zip is opened within limits first, and no more rows and columns are looked at than a list has.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from app.errors import UserError
from app.zipread import Limits, open_zip

MOST_ROWS, MOST_COLUMNS = 20_001, 40
LARGEST_BYTES = 20_000_000
_LONGEST = 2_000
"""Characters of a cell: what is longer is no entry of a list."""
_LIMITS = Limits(parts=2_000, part_bytes=64 * 2**20, total_bytes=128 * 2**20)
_BROKEN = (
    *(SyntaxError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RuntimeError, AssertionError),
    *(EOFError, OSError, zipfile.BadZipFile, zlib.error, struct.error),
)
"""What openpyxl raises over a workbook that is none, or half of one; errors of its XML are syntax errors."""


def read_xlsx(data: bytes, name: str) -> list[list[str]]:
    """The rows, without those and the columns that are empty. Raises `UserError`."""
    if not data.startswith(b"PK"):
        raise UserError(f"“{name}”不是 XLSX 表格，请用 Excel 或 WPS 打开，另存为 .xlsx 再导入，或者直接复制、粘贴那几行。")
    open_zip(data, name, _LIMITS)
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            rows: list[list[str]] = next(filter(None, map(_rows, sheets)), [])
        finally:
            book.close()
    except (*_BROKEN, InvalidFileException) as error:
        raise UserError(f"“{name}”已损坏，或者不是 XLSX 表格，请用 Excel 或 WPS 打开看看，另存一份再导入。") from error
    return _without_title(rows)


def _rows(sheet: Any) -> list[list[str]]:  # noqa: ANN401 - a worksheet of openpyxl
    found = [row for row in _texts(sheet) if any(row)]
    used = sorted({at for row in found for at, text in enumerate(row) if text})
    return [[row[at] for at in range(used[0], used[-1] + 1)] for row in found] if used else []


def _texts(sheet: Any) -> Iterator[list[str]]:  # noqa: ANN401
    for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True):
        texts = [_text(value) for value in row]
        yield texts + [""] * (MOST_COLUMNS - len(texts))


def _without_title(rows: list[list[str]]) -> list[list[str]]:
    """The rows without lines over the table that say what it is: one text where the table has several columns."""
    at = 0
    while at + 1 < len(rows) and sum(map(bool, rows[at])) == 1 < sum(map(bool, rows[at + 1])):
        at += 1
    return rows[at:]


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case float():
            return f"{value:.10g}"
        case datetime():
            return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
    text = str(value).strip()[:_LONGEST]
    return "" if text.startswith("#") and text.endswith(("!", "?", "/A")) else text
