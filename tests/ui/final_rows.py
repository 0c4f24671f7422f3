"""What the rows of 定稿前检查 say, for the tests."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from app.desk.check_line import CheckLine
from app.ui.final_pane import FinalPane
from app.ui.final_rows import mark_of


def row_of(pane: FinalPane, what: str) -> QListWidgetItem:
    """The row of what was looked at."""
    items = [pane.rows.item(at) for at in range(pane.rows.count())]
    return next(item for item in items if _line(item).what == what)


def told(pane: FinalPane) -> dict[str, tuple[str, str]]:
    """What was looked at, with mark and words."""
    lines = [_line(pane.rows.item(at)) for at in range(pane.rows.count())]
    return {line.what: (mark_of(line), line.told) for line in lines}


def said(pane: FinalPane, what: str) -> str:
    """What a reader of screens says of a row."""
    return str(row_of(pane, what).data(Qt.ItemDataRole.AccessibleTextRole))


def _line(item: QListWidgetItem) -> CheckLine:
    line: CheckLine = item.data(Qt.ItemDataRole.UserRole)
    return line
