"""What happened to an issue from 送签 on becomes a list: when, who, what, and the words before and after."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.model.signing import Recorded
from app.ui.colours import colours_of
from app.ui.fields import quiet_label

_SIZE = (760, 460)
_HEADS = ("时间", "谁", "做了什么", "原来", "改成")


class TrailDialog(QDialog):
    """`unsaved`: the last entry is what is changed and not saved yet."""

    def __init__(self, name: str, trail: Sequence[Recorded], unsaved: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"送签以来的改动：{name}")
        self.resize(*_SIZE)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("送签以来的改动")
        self.tree.setHeaderLabels(_HEADS)
        self.tree.setRootIsDecorated(True)
        self.tree.setWordWrap(True)
        header = self.tree.header()
        for column in (0, 1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in (3, 4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        red = QColor(colours_of(self.palette()).error)
        after_signing = False
        for number, entry in enumerate(trail):
            waiting = unsaved and number == len(trail) - 1
            item = QTreeWidgetItem(["还没有保存" if waiting else _when(entry.when), entry.who, _what(entry)])
            for place in entry.places:
                row = QTreeWidgetItem(["", "", place.part, place.was or "（没有）", place.now or "（删去）"])
                item.addChild(row)
                for column in (3, 4):
                    row.setToolTip(column, row.text(column))
                    if after_signing:
                        row.setForeground(column, red)
            after_signing = after_signing or entry.what == "解除签发"
            self.tree.addTopLevelItem(item)
            if entry.reason:
                item.setToolTip(2, entry.reason)
        self.tree.expandAll()
        if (last := self.tree.topLevelItem(len(trail) - 1)) is not None:
            self.tree.setCurrentItem(last)
        close = QPushButton("关闭")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addWidget(quiet_label("每次保存时记下，存在简报文件里，另存外发副本时不带。解除签发以后改的是红色。"), 1)
        row_of_buttons.addWidget(close)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(20, 16, 20, 14)
        column_of_all.setSpacing(10)
        column_of_all.addWidget(self.tree, 1)
        column_of_all.addLayout(row_of_buttons)


def _when(moment: str) -> str:
    """2021-03-08T15:20:00 → 3月8日 15:20."""
    day, _, time = moment.partition("T")
    parts = day.split("-")
    return f"{int(parts[1])}月{int(parts[2])}日 {time[:5]}" if len(parts) == 3 and all(map(str.isdecimal, parts)) else moment


def _what(entry: Recorded) -> str:
    if entry.reason:
        return f"{entry.what}：{entry.reason}"
    if entry.what == "改动":
        return f"改动 {len(entry.places) + entry.more} 处"
    return entry.what
