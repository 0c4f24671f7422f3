"""The rules by group with the level of each: searched, chosen from a list, set back to what is delivered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.desk.rule_list import matching, rule_rows, with_levels
from app.model.office_lists import OfficeLists
from app.proof.finding import Finding
from app.ui.choice_delegate import ChoiceDelegate
from app.ui.empty_words import EmptyWords
from app.ui.fields import quiet_label
from app.ui.rule_model import AS_DELIVERED, COUNT, LEVEL, NAME, SOURCE, RuleModel

_ROW_PX = 30
_WIDTHS = {NAME: 300, COUNT: 70, LEVEL: 110}
_LEAD = "程度决定波浪线的颜色：必错红、疑似黄、提示灰；“不查”就不再提示。改了马上生效，单位里各台电脑一起用。"
_NONE = "没有这样的规则。换个说法，或者清空搜索再看。"
_NONE_CHANGED = "各条规则都是自带的程度，没有改过。"


class RulePage(QWidget):
    """`edited` brings the lists with the levels as they were chosen, and what to say of it ("" for nothing)."""

    edited = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists = OfficeLists()
        self.model = RuleModel(self)
        self.model.wished.connect(self._wish)
        self.search = QLineEdit()
        self.search.setPlaceholderText("搜索规则：名称、标准、类别")
        self.search.setAccessibleName("搜索规则")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._show())
        self.only_changed = QCheckBox("只看改过的")
        self.only_changed.toggled.connect(lambda _: self._show())
        self.tree = self._tree()
        self._empty = EmptyWords(_NONE, self.tree)
        self.reset = QPushButton("恢复这一条")
        self.reset.clicked.connect(self._reset_one)
        self.reset_all = QPushButton("全部恢复自带")
        self.reset_all.clicked.connect(self._reset_all)
        self._assemble()
        self._show_buttons()

    def show_lists(self, lists: OfficeLists) -> None:
        """Show the levels that the office set."""
        self._lists = lists
        self._show()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say how often each rule has found something in the issue at hand."""
        self.model.show_counts(Counter(one.rule for one in findings))

    def set_read_only(self, on: bool) -> None:
        """Let nothing be changed."""
        self.model.read_only = on
        self._show_buttons()

    def show_rule(self, rule: str) -> None:
        """Go to a rule."""
        self.search.clear()
        self.only_changed.setChecked(False)
        self._show()
        index = self.model.index_of(rule)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            self.tree.setFocus()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(10)
        column.addWidget(quiet_label(_LEAD))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.search, 1)
        row.addWidget(self.only_changed)
        column.addLayout(row)
        column.addWidget(self.tree, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.reset, self.reset_all):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        column.addLayout(foot)

    def _tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setObjectName("officeRows")
        tree.setAccessibleName("校对规则")
        tree.setModel(self.model)
        tree.setItemDelegate(ChoiceDelegate(_ROW_PX, tree))
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setIndentation(16)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionsMovable(False)
        tree.header().setSectionResizeMode(SOURCE, QHeaderView.ResizeMode.Stretch)
        for section, width in _WIDTHS.items():
            tree.setColumnWidth(section, width)
        tree.selectionModel().currentChanged.connect(lambda *_: self._show_buttons())
        tree.activated.connect(self._open_choice)
        return tree

    def _open_choice(self, index: QModelIndex) -> None:
        """Enter opens the levels of the row."""
        if self.model.rule(index) is not None:
            level = index.siblingAtColumn(LEVEL)
            if self.model.flags(level) & Qt.ItemFlag.ItemIsEditable:
                self.tree.setCurrentIndex(level)
                self.tree.edit(level)

    def _show(self) -> None:
        rows = rule_rows(self._lists.levels)
        only = self.only_changed.isChecked()
        self.model.show_rows(matching(rows, self.search.text(), only))
        self._empty.say(_NONE_CHANGED if only and not self.search.text().strip() else _NONE)
        self._empty.look()
        self.tree.expandAll()
        self._show_buttons()

    def _show_buttons(self) -> None:
        here = self.model.rules(self.tree.currentIndex())
        able = not self.model.read_only
        self.reset.setText("恢复这一组" if len(here) > 1 else "恢复这一条")
        self.reset.setEnabled(able and any(row.changed for row in here))
        self.reset_all.setEnabled(able and bool(self._lists.levels))

    def _wish(self, rules: list[str], level: str) -> None:
        back = level == AS_DELIVERED
        self._lists = with_levels(self._lists, rules, None if back else level)
        self._show()
        self.edited.emit(self._lists, "")

    def _reset_one(self) -> None:
        self._wish([row.id for row in self.model.rules(self.tree.currentIndex())], AS_DELIVERED)

    def _reset_all(self) -> None:
        count = len(self._lists.levels)
        self._lists = with_levels(self._lists, list(self._lists.levels), None)
        self._show()
        self.edited.emit(self._lists, f"{count} 条规则恢复了自带的程度。")
