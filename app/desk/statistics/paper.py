"""A statement becomes A4 pages, and these a PDF: the printed table that goes out with the notice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.layout.ledger import Ledger, LedgerHead, LedgerRow, ledger_pages

if TYPE_CHECKING:
    from pathlib import Path

    from app.desk.statistics.statement import Row, Statement
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Page


def statement_pages(statement: Statement, faces: FaceSet, made: date) -> tuple[Page, ...]:
    """The pages of the table."""
    rows: list[LedgerRow] = []
    for block in statement.blocks:
        rows.append(LedgerRow((block.name,), "group"))
        rows += [_row(statement, row) for row in block.rows]
        rows.append(_row(statement, block.total))
    rows.append(_row(statement, statement.total))
    heads = tuple(LedgerHead(head.text, head.level, head.column, head.columns, head.levels) for head in statement.heads)
    asides = (f"统计时间：{statement.period}", f"制表日期：{made.year}年{made.month}月{made.day}日")
    ledger = Ledger(statement.title, asides, heads, statement.levels, len(statement.columns), tuple(rows), statement.notes)
    return ledger_pages(ledger, faces)


def write_pdf(pages: tuple[Page, ...], title: str, made: date, path: Path) -> None:
    """Write them as PDF, whole or not at all. Raises `UserError`."""
    from app.exporters.pdf.export import PdfInfo, export_pdf
    from app.layout.imposition import Printed

    export_pdf(Printed(pages), path, PdfInfo(title, created=made))


def _row(statement: Statement, row: Row) -> LedgerRow:
    texts = (statement.text(row, at) for at in range(len(statement.columns)))
    return LedgerRow((row.name, *texts), "total" if row.is_sum else "unit")
