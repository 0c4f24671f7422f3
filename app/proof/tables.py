"""Lines of a table file (tab-separated, # begins a remark) become rows; a wrong line is refused with its number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.errors import UserError


def table_rows(path: Path, columns: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(line number from 1, the row's cells, filled up with "" to `columns`) of a UTF-8 file. Raises `UserError` in one sentence."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"校对用的表“{path.name}”读不出来，请检查文件。") from error
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if len(cells) > columns or not cells[0]:
            raise UserError(f"校对用的表“{path.name}”第 {number} 行不对：应当是 {columns} 列，用制表符分开，第一列不能空。")
        yield number, (*cells, *[""] * (columns - len(cells)))
