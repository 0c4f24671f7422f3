"""Submissions to choose from become the 选题单: a table for the leader, with room for ticks and order, as a web page that prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from app.model.submission import SubmissionRecord

_HEADS = ("序", "单位", "标题", "字数", "开头", "选用", "次序")
_WIDTHS = (4, 15, 25, 6, 36, 7, 7)
"""Parts of a hundred of the page's width."""


def selection_html(title: str, records: Sequence[SubmissionRecord], order: Mapping[str, int] | None = None) -> str:
    """The list as HTML of the kind that Qt's rich text knows; `order` holds the numbers that were given already, by id."""
    given = order or {}
    heads = "".join(f'<th width="{width}%">{head}</th>' for head, width in zip(_HEADS, _WIDTHS, strict=True))
    rows = "".join(_row(number, record, given.get(record.id)) for number, record in enumerate(records, 1))
    return (
        f'<html><head><meta charset="utf-8"><title>{escape(title)}</title></head><body>'
        f'<h2 align="center">{escape(title)}</h2>'
        f'<table border="1" cellspacing="0" cellpadding="4" width="100%"><tr>{heads}</tr>{rows}</table></body></html>'
    )


def _row(number: int, record: SubmissionRecord, order: int | None) -> str:
    cells = (
        str(number),
        record.unit,
        record.title,
        str(record.characters),
        record.opening,
        "√" if order else "",
        str(order or ""),
    )
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
