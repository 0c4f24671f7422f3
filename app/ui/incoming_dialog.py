"""What came in a hand-over file becomes a page to look at: what is in it, and for each thing that both have what shall be done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.answers import yes_or_cancel
from app.ui.choice_delegate import CHOICES_ROLE, ChoiceDelegate

if TYPE_CHECKING:
    from app.desk.handing import Comes, HandingPlan
    from app.store.library.doubles import Choice

_WIDE, _NARROW = (1020, 600), (560, 240)
_ROW_PX = 30
_HEADS = ("哪一类", "哪一条", "为什么说是重的", "本机的", "交来的", "怎么办")
_WIDTHS = (96, 210, 180, 190, 190)
_TODO = len(_HEADS) - 1
_KEY = Qt.ItemDataRole.UserRole


class IncomingDialog(QDialog):
    """Accepted where it shall be done; `decisions` are then by the keys of the doubles."""

    def __init__(self, comes: Comes, plan: HandingPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("打开交接文件")
        self.resize(*(_WIDE if plan.doubles else _NARROW))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        title = QLabel("把这个单位整个接过来" if plan.empty else "并进本机的来稿库")
        title.setProperty("role", "title")
        column.addWidget(title)
        self.said = QLabel(f"{comes.words()}\n{_plan_words(plan)}")
        self.said.setWordWrap(True)
        column.addWidget(self.said)
        self.rows = QTreeWidget()
        if plan.doubles:
            column.addLayout(self._all_row())
            column.addWidget(self._table(plan), 1)
        else:
            self.rows.setParent(self)
            self.rows.hide()
            column.addStretch(1)
        note = QLabel(_note_words(plan))
        note.setWordWrap(True)
        note.setProperty("role", "quiet")
        column.addWidget(note)
        buttons, _ = yes_or_cancel(self, "接过来" if plan.empty else "并进来")
        column.addWidget(buttons)
        if plan.doubles:
            self.rows.setFocus()

    @property
    def decisions(self) -> Mapping[str, Choice]:
        """What was chosen."""
        from app.store.library.doubles import Choice

        items = [self.rows.topLevelItem(at) for at in range(self.rows.topLevelItemCount())]
        return {item.data(0, _KEY): Choice(item.text(_TODO)) for item in items if item is not None}

    def choose_all(self, word: str) -> None:
        """Choose one word wherever it can be chosen, "" for what each says by itself."""
        for at in range(self.rows.topLevelItemCount()):
            item = self.rows.topLevelItem(at)
            if item is None:
                continue
            wanted = word or item.data(_TODO, _KEY)
            if wanted in [value for value, _ in item.data(_TODO, CHOICES_ROLE)]:
                item.setText(_TODO, wanted)

    def _all_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(QLabel("全部："))
        for words, value in (("按建议", ""), ("留本机的", "留本机的"), ("用交来的", "用交来的"), ("都留", "都留")):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, value=value: self.choose_all(value))
            row.addWidget(button)
        row.addStretch(1)
        hint = QLabel("点“怎么办”一栏可以逐条改")
        hint.setProperty("role", "quiet")
        row.addWidget(hint)
        return row

    def _table(self, plan: HandingPlan) -> QTreeWidget:
        rows = self.rows
        rows.setAccessibleName("两边都有的")
        rows.setHeaderLabels(list(_HEADS))
        rows.setRootIsDecorated(False)
        rows.setUniformRowHeights(True)
        rows.setAlternatingRowColors(True)
        rows.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.AnyKeyPressed)
        rows.setItemDelegateForColumn(_TODO, ChoiceDelegate(_ROW_PX, rows))
        items = []
        for double in plan.doubles:
            item = QTreeWidgetItem([double.label, double.what, double.why, double.own, double.came, str(double.default)])
            for at in range(_TODO):
                item.setToolTip(at, item.text(at))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(0, _KEY, double.key)
            item.setData(_TODO, _KEY, str(double.default))
            item.setData(_TODO, CHOICES_ROLE, [(str(choice), str(choice)) for choice in double.choices])
            item.setSizeHint(0, QSize(0, _ROW_PX))
            items.append(item)
        rows.addTopLevelItems(items)
        for at, width in enumerate(_WIDTHS):
            rows.setColumnWidth(at, width)
        rows.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        rows.header().setStretchLastSection(False)
        rows.setColumnWidth(_TODO, 118)
        rows.setCurrentItem(items[0], _TODO)
        return rows


def _plan_words(plan: HandingPlan) -> str:
    """What would be done, before anybody has chosen."""
    if plan.empty:
        taken = "本机还没有来稿库的内容，接过来以后，来稿、签发过的各期、统计、词表和名单都和交来的一样"
        return f"{taken}。下面 {len(plan.doubles)} 个文件本机另有一份，请看一看怎么办。" if plan.doubles else f"{taken}，版式也一样。"
    new = "，".join(f"{label} {number}" for label, number in plan.new.items()) or "没有"
    doubles = f"下面 {len(plan.doubles)} 条两边都有而不一样，请看一看怎么办。" if plan.doubles else "没有两边不一样的。"
    return f"要新增的：{new}。完全一样、不用动的 {plan.same} 条。{doubles}"


def _note_words(plan: HandingPlan) -> str:
    """What happens to what is here."""
    before = "不会动别的文件。" if plan.empty else "并之前先把现在的来稿库另存一份；并不成的话，什么也不会改。"
    return f"{before}换下来的文件留在“以前的”文件夹里。" if plan.files else before
