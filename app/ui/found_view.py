"""A recognised text becomes a short read-only tree: 报头, 栏目, articles with their length, 报尾."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView, QWidget

from app.importers.found import FoundArticle, Structure
from app.text.counting import count_characters
from app.ui.icons import icon

_ROW_HEIGHT_PX = 27


class FoundView(QTreeView):
    """Shows what the reader recognised."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setHeaderHidden(True)
        self.setIconSize(QSize(18, 18))
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTreeView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_structure(self, found: Structure) -> None:
        """List the parts."""
        self._rows.clear()
        for item in _items(found):
            self._rows.appendRow(item)
        self.expandAll()


def _items(found: Structure) -> Iterator[QStandardItem]:
    head = "　".join((*found.masthead, *filter(None, (found.issue, found.issuer, found.date))))
    if head:
        yield _item("masthead", f"报头　{head}")
    if found.contents:
        yield _item("contents", f"目录　{len(found.contents)} 条")
    for section in found.sections:
        articles = [_item("brief" if article.runin else "article", _words(article)) for article in section.articles]
        if section.name:
            group = _item("section", section.name)
            group.appendRows(articles)
            yield group
        else:
            yield from articles
    if found.footer:
        yield _item("footer", "报尾　" + "　".join(found.footer.lines))


def _words(article: FoundArticle) -> str:
    length = sum(count_characters(paragraph.text) for paragraph in article.paragraphs)
    title = "".join(article.title) or (article.paragraphs[0].text[:16] + "…" if article.paragraphs else "（空）")
    return f"{title}　{length} 字"


def _item(icon_name: str, text: str) -> QStandardItem:
    item = QStandardItem(icon(icon_name), text)
    item.setToolTip(text)
    item.setSizeHint(QSize(0, _ROW_HEIGHT_PX))
    return item
