"""The outline's tree as Qt wants it; dropping, renaming and their like go out as calls, the issue comes back as a new value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.model.issue import Issue
from app.proof.finding import LEVEL_WORDS, Level
from app.ui.icons import icon
from app.ui.inbox_model import SUBMISSION_MIME, ids_in
from app.ui.outline_nodes import Node, NodeKey, NodeKind, drop_place, outline_of, outline_signature

ARTICLE_MIME = "application/x-bianbao-article"
PAGE_ROLE = Qt.ItemDataRole.UserRole + 1
KEY_ROLE = Qt.ItemDataRole.UserRole + 2
HERE_ROLE = Qt.ItemDataRole.UserRole + 3
LEVEL_ROLE = Qt.ItemDataRole.UserRole + 4
SIGNED_ROLE = Qt.ItemDataRole.UserRole + 5
"""Whether a row is not as it was signed."""
UNREAD_ROLE = Qt.ItemDataRole.UserRole + 6
"""Whether an article has still to be read by the proofreading, so that having no level says nothing of it."""

Index = QModelIndex | QPersistentModelIndex
Move = Callable[[int, int, int], None]
"""Article id, 栏目 id, index among the articles of that 栏目."""
Take = Callable[[Sequence[str], int, int], None]
"""Submissions of the library that become articles, 栏目 id, index among the articles of that 栏目."""
Merge = Callable[[Sequence[str], int], None]
"""Submissions of the library that become part of an article, and its id."""
Rename = Callable[[NodeKey, str], None]

_TOP = QModelIndex()
_EDITABLE = frozenset({NodeKind.SECTION, NodeKind.ARTICLE})


class OutlineModel(QAbstractItemModel):
    """Shows an issue. The model never changes anything itself: `move` and `rename` do, and `show_issue` brings the outcome."""

    def __init__(self, move: Move, rename: Rename, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._move = move
        self._rename = rename
        self.take: Take | None = None
        self.merge: Merge | None = None
        self.merging = False
        """Whether what is dropped on an article becomes part of it: the view knows the keys that are held."""
        self._issue: Issue | None = None
        self._root = Node((NodeKind.MASTHEAD, -1), "", "")
        self._nodes: dict[int, Node] = {}  # by number in printing order, which is the same in two trees of one shape
        self._pages: Mapping[int, int] = {}
        self._here = 0
        self._levels: Mapping[int, Level] = {}
        self._unread = False
        self._unlike: frozenset[NodeKey] = frozenset()
        self._signature: tuple[object, ...] = ()

    def show_issue(self, issue: Issue | None) -> bool:
        """Show an issue. True when rows came, went or moved, so that a view must open and select them again."""
        self._issue = issue
        signature = outline_signature(issue) if issue else ()
        if signature == self._signature:
            return False
        self._signature = signature
        root = outline_of(issue) if issue else Node((NodeKind.MASTHEAD, -1), "", "")
        old = self._nodes
        new = dict(enumerate(_walk(root)))
        same = [_shape(node) for node in old.values()] == [_shape(node) for node in new.values()]
        if not same:
            self.beginResetModel()
        self._root, self._nodes = root, new
        for number, node in new.items():
            node.number = number
        if not same:
            self.endResetModel()
            return True
        for number, node in new.items():
            if (node.text, node.icon) != (old[number].text, old[number].icon):
                self._row_changed(node)
        return False

    def show_pages(self, pages: Mapping[int, int]) -> None:
        """Block id of a title to the page it stands on."""
        old, self._pages = self._pages, pages
        if pages != old:
            for node in self._nodes.values():
                if pages.get(node.block) != old.get(node.block):
                    self._row_changed(node)

    def show_page_in_view(self, page: int) -> None:
        """Note the page that is in view: the rows that are printed there stand out."""
        here = max((own for own in self._pages.values() if own <= page), default=0)
        if here != self._here:
            old, self._here = self._here, here
            for node in self._nodes.values():
                if self._pages.get(node.block) in (old, here):
                    self._row_changed(node)

    def show_levels(self, levels: Mapping[int, Level], *, unread: bool = False) -> None:
        """Article id to the surest level of what the proofreading has found in it; `unread`: it has still to read the issue."""
        old, known, self._levels, self._unread = self._levels, self._unread, levels, unread
        for node in self._nodes.values():
            if node.kind is NodeKind.ARTICLE and (known is not unread or old.get(node.key[1]) != levels.get(node.key[1])):
                self._row_changed(node)

    def show_unlike_signed(self, keys: frozenset[NodeKey]) -> None:
        """The rows that are not as they were signed, before the signature was taken back."""
        old, self._unlike = self._unlike, keys
        for node in self._nodes.values():
            if (node.key in keys) != (node.key in old):
                self._row_changed(node)

    def level_of(self, article: int) -> Level | None:
        """The surest level of what was found in an article; None for a clean one."""
        return self._levels.get(article)

    def node(self, index: Index) -> Node:
        """The row at an index; the root for an invalid one."""
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def index_of(self, key: NodeKey) -> QModelIndex:
        """The index of a row, invalid where it is gone."""
        for number, node in self._nodes.items():
            if node.key == key:
                return self.createIndex(node.row, 0, number)
        return QModelIndex()

    def _level(self, node: Node) -> Level | None:
        return self._levels.get(node.key[1]) if node.kind is NodeKind.ARTICLE else None

    def _waits(self, node: Node) -> bool:
        return self._unread and node.kind is NodeKind.ARTICLE and self._level(node) is None

    def _row_changed(self, node: Node) -> None:
        index = self.createIndex(node.row, 0, node.number)
        self.dataChanged.emit(index, index)

    # Qt's own

    def index(self, row: int, column: int, parent: Index = _TOP) -> QModelIndex:
        """See Qt."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        child = self.node(parent).children[row]
        return self.createIndex(row, column, child.number)

    def parent(self, index: Index = _TOP) -> QModelIndex:  # type: ignore[override]
        """See Qt."""
        above = self.node(index).parent if index.isValid() else None
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above.number)

    def rowCount(self, parent: Index = _TOP) -> int:
        """See Qt."""
        return len(self.node(parent).children)

    def columnCount(self, parent: Index = _TOP) -> int:
        """One column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt wants it
        """Text, icon, whole text as a tip, page and key."""
        if not index.isValid():
            return None
        node = self.node(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return node.text
            case Qt.ItemDataRole.ToolTipRole:
                if node.key in self._unlike:
                    return f"{node.text}（签发以后改过）"
                level = self._level(node)
                if self._waits(node):
                    return f"{node.text}（正在校对）"
                return f"{node.text}（校对：有{LEVEL_WORDS[level]}）" if level else node.text
            case _ if role == SIGNED_ROLE:
                return node.key in self._unlike
            case _ if role == LEVEL_ROLE:
                return self._level(node)
            case _ if role == UNREAD_ROLE:
                return self._waits(node)
            case Qt.ItemDataRole.DecorationRole:
                return icon(node.icon)
            case _ if role == PAGE_ROLE:
                return self._pages.get(node.block)
            case _ if role == HERE_ROLE:
                return self._here != 0 and self._pages.get(node.block) == self._here
            case _ if role == KEY_ROLE:
                return node.key
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Rename a 栏目 or an article."""
        node = self.node(index)
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or node.kind not in _EDITABLE or not text or text == node.text:
            return False
        self._rename(node.key, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Articles can be dragged; they can be dropped on 栏目, between rows and onto one another."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        kind = self.node(index).kind
        flags = flag.ItemIsEnabled | flag.ItemIsSelectable
        if kind in _EDITABLE:
            flags |= flag.ItemIsEditable | flag.ItemIsDropEnabled
        if kind is NodeKind.ARTICLE:
            flags |= flag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Articles move, submissions are copied."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Articles, and submissions of the library."""
        return [ARTICLE_MIME, SUBMISSION_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the dragged articles."""
        data = QMimeData()
        ids = " ".join(str(self.node(index).key[1]) for index in indexes)
        data.setData(ARTICLE_MIME, QByteArray(ids.encode("ascii")))
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Only where there is a place for an article."""
        return (data.hasFormat(ARTICLE_MIME) or data.hasFormat(SUBMISSION_MIME)) and self._place(row, parent) is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Move the articles there, or make some of submissions. False tells the view not to remove rows itself: the new issue does."""
        place = self._place(row, parent)
        onto = self.node(parent)
        if self.merging and onto.kind is NodeKind.ARTICLE and data.hasFormat(SUBMISSION_MIME) and self.merge is not None:
            self.merge(ids_in(data), onto.key[1])
        elif place is not None and data.hasFormat(SUBMISSION_MIME) and self.take is not None:
            self.take(ids_in(data), *place)
        elif place is not None and data.hasFormat(ARTICLE_MIME):
            for number in reversed(bytes(data.data(ARTICLE_MIME).data()).split()):
                self._move(int(number), *place)
        return False

    def _place(self, row: int, parent: Index) -> tuple[int, int] | None:
        if self._issue is None:
            return None
        return drop_place(self._root, self.node(parent), row, self._issue)


def _walk(node: Node) -> list[Node]:
    return [node, *(found for child in node.children for found in _walk(child))]


def _shape(node: Node) -> tuple[NodeKey, NodeKey | None]:
    return node.key, node.parent.key if node.parent else None
