"""A review becomes a list to go through, article by article: each change with a tick, remarks between them, the paragraph in full below."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.edit.review.change import Kind, Remark, Review, ReviewChange
from app.edit.review.words import described, signed
from app.model.issue import Issue, joined_title
from app.ui.colours import colours_of

_SIZE = (980, 640)
_WHOLE_HEIGHT_PX = 120
_BESIDE_PX = 96
"""Indents, tick and the room round them."""
_OUTSIDE = "报头、栏目和报尾"
_KIND, _WORDS, _WHO = range(3)


class ReviewDialog(QDialog):
    """`accepted_changes` are those that are ticked; all are at first."""

    def __init__(self, review: Review, issue: Issue, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"送审稿改回：{name}")
        self.resize(*_SIZE)
        self._review = review
        self._items: list[tuple[QTreeWidgetItem, ReviewChange]] = []
        self._remarks: dict[int, Remark] = {}
        lead = QLabel(self._lead())
        lead.setWordWrap(True)
        self.tree = self._tree(issue)
        whole = QLabel("整段")
        whole.setProperty("role", "field")
        self.whole = QPlainTextEdit()
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setFixedHeight(_WHOLE_HEIGHT_PX)
        self.whole.setAccessibleName("整段")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addWidget(lead)
        column.addWidget(self.tree, 1)
        column.addWidget(whole)
        column.addWidget(self.whole)
        column.addWidget(self._buttons())
        self.tree.currentItemChanged.connect(lambda item, _: self._show(item))
        self.tree.itemChanged.connect(lambda *_: self._count())
        self._count()
        if self._items:
            self.tree.setCurrentItem(self._items[0][0])

    @property
    def accepted_changes(self) -> tuple[ReviewChange, ...]:
        """What to take over, in the order of the review."""
        return tuple(change for item, change in self._items if item.checkState(_KIND) is Qt.CheckState.Checked)

    def tick(self, number: int, on: bool) -> None:
        """Accept or refuse one change."""
        self._items[number][0].setCheckState(_KIND, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def tick_all(self, on: bool) -> None:
        """Accept or refuse all of them."""
        for number in range(len(self._items)):
            self.tick(number, on)

    def _lead(self) -> str:
        review = self._review
        parts = [f"改了 {len(review.changes)} 处"] if review.changes else ["文字没有改动"]
        parts += [f"写了 {len(review.remarks)} 条批注"] if review.remarks else []
        derived = f"另有 {review.derived} 处改的是程序生成的文字（目录、标签），不用也不能采用。" if review.derived else ""
        return f"{'，'.join(parts)}。勾上的采用，去掉勾的不采用；采用以后还可以撤销。{derived}"

    def _tree(self, issue: Issue) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName("改动和批注")
        tree.setHeaderLabels(["采用", "改动", "谁、何时"])
        tree.setUniformRowHeights(True)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(_KIND, QHeaderView.ResizeMode.Fixed)
        tree.setColumnWidth(_KIND, tree.fontMetrics().horizontalAdvance(Kind.DELETED.value) + _BESIDE_PX)
        tree.header().setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(_WHO, QHeaderView.ResizeMode.ResizeToContents)
        for article, title in ((0, _OUTSIDE), *((one.id, joined_title(one.title)) for one in issue.articles())):
            rows = list(self._rows(article))
            if rows:
                group = QTreeWidgetItem([title, "", ""])
                tree.addTopLevelItem(group)
                group.setFirstColumnSpanned(True)
                group.addChildren(rows)
                group.setExpanded(True)
        return tree

    def _rows(self, article: int) -> Iterator[QTreeWidgetItem]:
        for change in self._review.changes:
            if change.article == article:
                words = described(change, self._review.base)
                item = QTreeWidgetItem([change.kind.value, words, signed(change.author)])
                item.setToolTip(_WORDS, words)
                item.setCheckState(_KIND, Qt.CheckState.Checked)
                self._items.append((item, change))
                yield item
        for remark in self._review.remarks:
            if remark.article == article:
                near = f"“{remark.near}”：" if remark.near else ""
                item = QTreeWidgetItem(["批注" if near else "外加", f"{near}{remark.text}".replace("\n", " "), signed(remark.author)])
                item.setToolTip(_WORDS, remark.text)
                self._remarks[id(item)] = remark
                yield item

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.accept_button: QPushButton = buttons.addButton("采用", QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setProperty("main", "true")
        buttons.addButton("都不采用" if self._review.changes else "关闭", QDialogButtonBox.ButtonRole.RejectRole)
        for words, on in (("全部勾上", True), ("全部去掉", False)):
            whole = buttons.addButton(words, QDialogButtonBox.ButtonRole.ResetRole)
            whole.setAutoDefault(False)
            whole.clicked.connect(lambda _=False, on=on: self.tick_all(on))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _count(self) -> None:
        count = len(self.accepted_changes)
        self.accept_button.setText(f"采用 {count} 处")
        self.accept_button.setEnabled(count > 0)

    def _show(self, item: QTreeWidgetItem | None) -> None:
        """The paragraph of a row: what goes struck through, what comes underlined."""
        change = next((change for one, change in self._items if one is item), None)
        self.whole.clear()
        if change is not None:
            for text, gone, new in _marked(change, self._review.base.get(change.block, change.old)):
                self._write(text, gone=gone, new=new)
        elif item is not None and (remark := self._remarks.get(id(item))):
            self.whole.setPlainText(remark.text)

    def _write(self, text: str, *, gone: bool, new: bool) -> None:
        colours = colours_of(self.palette())
        look = QTextCharFormat()
        if gone or new:
            look.setForeground(QColor(colours.error if gone else colours.done))
            look.setFontStrikeOut(gone)
            look.setFontUnderline(new)
        cursor = self.whole.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text, look)


def _marked(change: ReviewChange, base: str) -> Iterator[tuple[str, bool, bool]]:
    """Stretches of a paragraph (text, whether it goes, whether it comes)."""
    match change.kind:
        case Kind.TEXT:
            yield base[: change.start], False, False
            yield base[change.start : change.end], True, False
            yield change.new, False, True
            yield base[change.end :], False, False
        case Kind.SPLIT:
            yield base[: change.start], False, False
            yield "\n", False, True
            yield base[change.start :], False, False
        case Kind.DELETED | Kind.ARTICLE_GONE:
            yield base, True, False
        case Kind.INSERTED:
            yield change.new, False, True
        case Kind.NEW_ARTICLE:
            yield "\n".join(text for text, _ in change.paragraphs), False, True
        case _:
            yield base, False, False
