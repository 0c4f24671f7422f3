"""The 对校 panel: the text that came with what became of it, the difference at hand in both wordings, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.text.collation import By, Difference
from app.ui.collate_desk import ALL, Beside, CollateDesk
from app.ui.collate_view import OriginalView
from app.ui.elided_label import ElidedLabel

_NO_ARTICLE = "在大纲里点一篇文章，或者把光标放进去，这里就对着列出它的来稿。"
_NONE = "这篇文章没有对应的来稿。"
_NONE_MORE = "它没有关联来稿，简报文件里留的原件也没有和它相近的。可以自己选一份来对。"
_WAIT = "正在找这篇文章的来稿…"
_HINT = "红字是删去的，页面上绿底是新加的。按 F5 看下一处，点红字也到那里。"
_LONGEST = 60


class CollatePanel(QWidget):
    """Shows what its `desk` compares. `pick_asked`: somebody wants another text beside the article."""

    pick_asked = Signal()

    def __init__(self, desk: CollateDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBody")
        self.desk = desk
        self._beside: Beside | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
        self.more = QLabel(_NONE_MORE)
        self.more.setProperty("role", "quiet")
        self.more.setWordWrap(True)
        self.pick = QPushButton("选一份来稿来对…")
        self.pick.clicked.connect(self.pick_asked)
        column.addWidget(self.nothing)
        column.addWidget(self.more)
        row = QHBoxLayout()
        row.addWidget(self.pick)
        row.addStretch(1)
        column.addLayout(row)
        self.body = QWidget()
        column.addWidget(self.body, 1)
        column.addStretch(0)  # takes the height where there is nothing to compare
        self._assemble(QVBoxLayout(self.body))
        self.view.chosen.connect(desk.choose)
        desk.changed.connect(self._soon)
        desk.chosen.connect(self._show_at_hand)
        self.refresh()

    def _assemble(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(6)
        self.name = ElidedLabel()
        self.which = QComboBox()
        self.which.setAccessibleName("和哪一份来稿比")
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(6)
        self.which.activated.connect(lambda at: self.desk.show_which(at - 1 if self.which.count() > 1 else ALL))
        self.other = QPushButton("换一份…")
        self.other.setProperty("quiet", "true")
        self.other.setProperty("small", "true")
        self.other.setToolTip("和另一份来稿或文件比")
        self.other.clicked.connect(self.pick_asked)
        self.own = QPushButton("用回原来的")
        self.own.setProperty("quiet", "true")
        self.own.setProperty("small", "true")
        self.own.clicked.connect(self.desk.lay_own_beside)
        head.addWidget(self.name, 1)
        head.addWidget(self.which, 1)
        head.addWidget(self.own)
        head.addWidget(self.other)
        column.addLayout(head)
        self.counts = QLabel()
        column.addWidget(self.counts)
        self.view = OriginalView()
        column.addWidget(self.view, 1)
        self.told = QLabel()
        self.told.setWordWrap(True)
        column.addWidget(self.told)
        self.program = QCheckBox("也看程序修正的地方")
        self.program.setToolTip("标点、页码、乱码等由程序在收稿时改的地方，灰色；不勾只看人改的")
        self.program.toggled.connect(self._switch_program)
        column.addWidget(self.program)
        row = QHBoxLayout()
        row.setSpacing(6)
        self.previous = _button("上一处", "Shift+F5", self.desk.previous)
        self.next = _button("下一处", "F5", self.desk.next)
        self.back = _button("恢复原文", "Alt+F5", self.desk.put_back_here)
        for button in (self.previous, self.next, self.back):
            row.addWidget(button, 1)
        column.addLayout(row)

    def refresh(self) -> None:
        """Show what the desk compares now."""
        beside = self.desk.beside
        self.body.setVisible(beside is not None)
        waits, article = self.desk.busy, self.desk.article_now
        empty = beside is None and not waits and article is not None
        self.nothing.setVisible(beside is None)
        self.nothing.setText(_WAIT if waits else _NONE if article is not None else _NO_ARTICLE)
        self.more.setVisible(empty)
        self.pick.setVisible(empty)
        if beside is None:
            self._beside = None
            return
        self._show_names()
        by_hand, by_program = self.desk.counts()
        self.counts.setText(f"人工改动 {by_hand} 处" if by_hand else "未作改动")
        self.program.setText(f"也看程序修正的 {by_program} 处")
        self.program.setVisible(by_program > 0)
        if beside is not self._beside:
            self._beside = beside
            self.view.show_text(beside.came.raw, beside.collation.differences)
        place = self.desk.caret_place()
        if place is not None and self.desk.at_hand is None:
            self.view.show_near(place)
        self._show_at_hand()

    def _show_names(self) -> None:
        came = self.desk.came
        several = len(came) > 1
        names = [f"全部 {len(came)} 份", *(one.name for one in came)] if several else []
        if [self.which.itemText(at) for at in range(self.which.count())] != names:
            self.which.clear()
            self.which.addItems(names)
        if several:
            self.which.setCurrentIndex(self.desk.which + 1)
        self.which.setVisible(several)
        self.name.setVisible(not several)
        self.name.setText(came[0].name if came else "")
        self.own.setVisible(self.desk.picked)

    def _show_at_hand(self) -> None:
        one, beside = self.desk.at_hand, self.desk.beside
        self.view.show_difference(one)
        self.back.setEnabled(one is not None)
        for button in (self.previous, self.next):
            button.setEnabled(bool(self.desk.differences))
        self.told.setText(_told(one, beside) if one is not None and beside is not None else _HINT)

    def _switch_program(self, on: bool) -> None:
        self.desk.with_program = on
        self.refresh()

    def _soon(self) -> None:
        if self.isVisible():
            self.refresh()

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow."""
        super().showEvent(event)
        self.desk.look(True)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self.desk.look(False)


def _told(one: Difference, beside: Beside) -> str:
    came, now = beside.came.raw[one.start : one.end], beside.ours.text[one.ours_start : one.ours_end]
    if one.by is By.HAND and not came and not now.strip("\n"):
        return "原文在这里分段，现在接成了一段。" if not now else "原文没有在这里分段。"
    who = "程序修正" if one.by is By.PROGRAM else "原文"
    return f"{who}：{_short(came) or '（没有）'}\n现在：{_short(now) or '（删去了）'}"


def _short(words: str) -> str:
    shown = words.strip("\n").replace("\n", "↵")
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST // 2]}……{shown[-_LONGEST // 2 :]}"


def _button(words: str, keys: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("toggle", "true")
    button.setToolTip(f"{words}（{keys}）")
    button.clicked.connect(lambda _=False: act())
    return button
