"""Repairs that would drop or move a long piece wait here: struck through in yellow, with 删去 and 保留 beside each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.importers.repair import Repair
from app.ui.repairs import Choices, Key, rule_names, visible

_LONGEST = 120


class PendingList(QScrollArea):
    """`decided` brings a repair's key and whether its text goes."""

    decided = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        body = QWidget()
        body.setObjectName("sideBody")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self.setWidget(body)
        self._groups: list[QButtonGroup] = []
        self._cards: list[QFrame] = []

    def show_pending(self, repairs: tuple[Repair, ...], choices: Choices) -> None:
        """List the repairs that wait."""
        names = rule_names()
        self._groups.clear()
        for old in self._cards:
            old.setParent(None)
            old.deleteLater()
        self._cards.clear()
        for repair in repairs:
            row = QFrame()
            row.setObjectName("card")
            self._cards.append(row)
            column = QVBoxLayout(row)
            column.setContentsMargins(10, 8, 10, 8)
            column.setSpacing(6)
            text = visible(repair.before)
            shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 30]} … {text[-25:]}"
            words = QLabel(shown)
            words.setWordWrap(True)
            words.setToolTip(text[:2000])
            words.setProperty("role", "doubt")
            foot = QHBoxLayout()
            why = QLabel(f"{names.get(repair.rule, repair.rule)}，{len(repair.before)} 字")
            why.setProperty("role", "quiet")
            foot.addWidget(why, 1)
            foot.addLayout(self._choice(repair.key, choices))
            column.addLayout(foot)
            column.addWidget(words)
            self._column.insertWidget(self._column.count() - 1, row, 0, Qt.AlignmentFlag.AlignTop)

    def _choice(self, key: Key, choices: Choices) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        group = QButtonGroup(self)
        for text, drop, chosen in (("删去", True, key in choices.agreed), ("保留", False, key in choices.refused)):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setChecked(chosen)
            button.setProperty("choice", "true")
            button.setProperty("end", "left" if drop else "right")
            button.clicked.connect(lambda _=False, drop=drop: self.decided.emit(key, drop))
            group.addButton(button)
            row.addWidget(button)
        self._groups.append(group)
        return row
