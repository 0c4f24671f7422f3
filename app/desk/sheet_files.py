"""A table that was copied, or stands in an XLSX, CSV or TSV file, becomes rows of a sheet; a sheet becomes a CSV or TSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.atomic import write_atomically
from app.desk.files import read_file
from app.desk.sheet import Cells, Draft, Sheet
from app.errors import UserError
from app.text.decode import decode

FILES = "名单和表格 (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.et)"
"""Old spreadsheets among them: who picks one is told what to do with it."""
TARGETS = "CSV 表格 (*.csv);;TSV 表格 (*.tsv)"
_LARGEST_BYTES = 5_000_000
_MOST_ROWS = 20_000
_ADVICE = "请打开它看看；是好的，就选中那几行复制、粘贴进来。"
_MARK = "\ufeff"
"""With it Excel and WPS read the file as UTF-8."""


def pasted_rows(sheet: Sheet[Any], text: str) -> list[Cells]:
    """The rows of what was copied from a spreadsheet or a document, or of a text with a row in each line. Raises `UserError`."""
    rows = sheet.from_parts(_parted(text))
    if not rows:
        raise UserError(f"剪贴板里没有能放进“{sheet.name}”的内容，请先复制表格里的几行。")
    return rows


def read_rows(sheet: Sheet[Any], path: Path) -> list[Cells]:
    """The rows of a file. Raises `UserError`."""
    rows = sheet.from_parts(_workbook(path) if is_workbook(path) else _parted(decode(read_file(path, _LARGEST_BYTES)).text))
    if not rows:
        raise UserError(f"“{path.name}”里没有能放进“{sheet.name}”的内容，一行写一条，各栏用制表符或逗号隔开。")
    return rows


def is_workbook(path: Path) -> bool:
    """Whether a file is a spreadsheet, which is read in a process of its own and may take seconds."""
    return path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".et")


def _workbook(path: Path) -> list[list[str]]:
    from app.desk.worker import Worker
    from app.importers.xlsx import LARGEST_BYTES, read_xlsx

    with Worker(advice=_ADVICE) as worker:
        rows = worker.read(read_xlsx, read_file(path, LARGEST_BYTES), path.name)
    return _few(rows)


def write_rows(sheet: Sheet[Any], drafts: Sequence[Draft], path: Path) -> None:
    """Write the rows that are right: commas for .csv, tabs for others. Raises `UserError`."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="," if path.suffix.lower() == ".csv" else "\t", lineterminator="\r\n")
    writer.writerow(sheet.heads)
    writer.writerows(sheet.shown(draft.kept) for draft in drafts if draft.kept is not None)
    write_atomically(path, (_MARK + out.getvalue()).encode("utf-8"))


def _parted(text: str) -> list[list[str]]:
    """Lines in their columns, as the first line has them: parted by tabs, by commas, else by blanks."""
    text = text.lstrip(_MARK).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    first = text.lstrip("\n").partition("\n")[0]
    delimiter = next((sign for sign in "\t," if sign in first), "")
    if not delimiter:
        rows = [line.split() for line in text.split("\n")]
    else:
        ends = text.count('"') % 2 == 0  # a quotation mark that never ends would take in the rest
        try:
            rows = list(
                csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if ends else csv.QUOTE_NONE)
            )
        except csv.Error as error:
            raise UserError("有一格长得不像名单，请只选要放进来的那几行几列。") from error
    return _few([row for row in rows if any(part.strip() for part in row)])


def _few(found: list[list[str]]) -> list[list[str]]:
    """As many as a list has. Raises `UserError`."""
    if len(found) > _MOST_ROWS:
        raise UserError(f"有 {len(found)} 行，太多了，不像是一份名单；一次最多 {_MOST_ROWS} 行。")
    return found
