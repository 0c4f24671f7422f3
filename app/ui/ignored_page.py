"""The words that nobody is told of any more, each with the rule that is silent on it, become a list from which they can be taken back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.desk.proofreading import rule_names
from app.model.office_lists import IgnoredBy, OfficeLists
from app.ui.empty_words import EmptyWords
from app.ui.fields import quiet_label

_ROW_PX = 30
_LEAD = "在校对意见里点过“不再提示此词”的都在这里，后面是哪条规则；这条规则各期都不再提示它。选中再点“恢复提示”，下次遇到就又会提示。"
_EVERY = "各条规则"
"""What is said of a word of an earlier version, which named no rule."""
_WORD = Qt.ItemDataRole.UserRole
_NONE = "还没有设为不再提示的词。\n在校对意见里点“不再提示此词”，那几个字就会列在这里，随时可以取回。"


class IgnoredPage(QWidget):
    """`edited` brings the lists with the words that are left, and what to say of it."""

    edited = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists = OfficeLists()
        self._names = rule_names()
        self._read_only = False
        self.search = QLineEdit()
        self.search.setPlaceholderText("搜索不再提示的词")
        self.search.setAccessibleName("搜索不再提示的词")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._show())
        self.words = QListWidget()
        self.words.setObjectName("officeRows")
        self.words.setAccessibleName("不再提示的词")
        self.words.setUniformItemSizes(True)
        self.words.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.words.itemSelectionChanged.connect(self._show_button)
        self._empty = EmptyWords(_NONE, self.words)
        self.heed = QPushButton("恢复提示")
        self.heed.setAutoDefault(False)
        self.heed.clicked.connect(self._heed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(10)
        column.addWidget(quiet_label(_LEAD))
        column.addWidget(self.search)
        column.addWidget(self.words, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.heed)
        foot.addStretch(1)
        column.addLayout(foot)
        self._show_button()

    def show_lists(self, lists: OfficeLists) -> None:
        """Show the words."""
        self._lists = lists
        self._show()

    def set_read_only(self, on: bool) -> None:
        """Let nothing be changed."""
        self._read_only = on
        self._show_button()

    def _show(self) -> None:
        wanted = self.search.text().strip().lower()
        known = sorted(self._lists.ignored_by | {(word, "") for word in self._lists.ignored})
        found = [(one, told) for one in known if wanted in (told := self._told(one)).lower()]
        shown = [self.words.item(at).data(_WORD) for at in range(self.words.count())]
        if [one for one, _ in found] != shown:
            self.words.clear()
            for one, told in found:
                item = QListWidgetItem(told)
                item.setData(_WORD, one)
                item.setSizeHint(QSize(0, _ROW_PX))
                self.words.addItem(item)
        self._empty.say("没有找到。" if wanted else _NONE)
        self._empty.look()
        self.search.setVisible(bool(known))
        self._show_button()

    def _show_button(self) -> None:
        self.heed.setEnabled(not self._read_only and bool(self.words.selectedItems()))

    def _heed(self) -> None:
        gone: list[IgnoredBy] = [item.data(_WORD) for item in self.words.selectedItems()]
        whole = {word for word, rule in gone if not rule}
        self._lists = replace(self._lists, ignored=self._lists.ignored - whole, ignored_by=self._lists.ignored_by - set(gone))
        self._show()
        told = f"“{gone[0][0]}”" if len(gone) == 1 else f"{len(gone)} 个词"
        self.edited.emit(self._lists, f"{told}又会提示了。")

    def _told(self, one: IgnoredBy) -> str:
        word, rule = one
        return f"{word}　（{self._names.get(rule, (rule, ''))[0] if rule else _EVERY}）"
