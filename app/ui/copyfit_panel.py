"""Advice becomes the 版面调整 panel: a wished page count, what is over or free, places to go to, steps to take by a click."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.copyfit_desk import CopyfitDesk
from app.ui.fields import field_label
from app.ui.session import Session
from app.ui.style import redress

if TYPE_CHECKING:
    from app.desk.copyfit import Blank, LineEnd
    from app.desk.copyfit_report import Advice
    from app.edit.state import Place

TARGETS = (4, 8, 12, 0)
_MOST_TITLES = 6
_WORDS, _TAIL = 14, 11
_ROW_PX = 30


class CopyfitPanel(QWidget):
    """Shows what its `desk` advises. `place_chosen` brings the `Place` that somebody wants to go to."""

    place_chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBody")
        self.desk = CopyfitDesk(session)
        self.desk.advised.connect(self.show_advice)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addWidget(field_label("目标页数"))
        column.addLayout(self._targets())
        self.verdict = QLabel()
        self.verdict.setProperty("role", "title")
        column.addWidget(self.verdict)
        self.explained = QLabel()
        self.explained.setProperty("role", "quiet")
        self.explained.setWordWrap(True)
        column.addWidget(self.explained)
        column.addSpacing(6)
        self._steps_head = field_label("")
        column.addWidget(self._steps_head)
        self._steps = QWidget()
        grid = QGridLayout(self._steps)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        column.addWidget(self._steps)
        column.addSpacing(6)
        self._places_head = field_label("")
        column.addWidget(self._places_head)
        self.places = QListWidget()
        self.places.setUniformItemSizes(True)
        self.places.itemClicked.connect(self._choose)
        self.places.itemActivated.connect(self._choose)
        column.addWidget(self.places, 1)

    def _targets(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        self.targets = QButtonGroup(self)
        for pages in TARGETS:
            button = QPushButton(f"{pages} 页" if pages else "不限")
            button.setCheckable(True)
            button.setProperty("choice", "true")
            button.setProperty("end", {TARGETS[0]: "left", TARGETS[-1]: "right"}.get(pages, ""))
            button.clicked.connect(lambda _=False, pages=pages: self.desk.aim(pages))
            self.targets.addButton(button, pages)
            row.addWidget(button)
        self.targets.button(0).setChecked(True)
        row.addStretch(1)
        return row

    def show_advice(self, advice: Advice | None) -> None:
        """Show what there is to do."""
        self.setEnabled(advice is not None)
        if advice is None:
            self.verdict.clear()
            self.explained.clear()
            self.places.clear()
            return
        goal = advice.goal
        self.verdict.setText(goal.verdict)
        redress(self.verdict, "tone", "warning" if goal.free < 0 else "done" if goal.pages and not goal.free else "")
        self.explained.setText(goal.explained)
        self._show_steps(advice)
        self._show_places(advice)

    def _show_steps(self, advice: Advice) -> None:
        grid = self._steps.layout()
        assert isinstance(grid, QGridLayout)
        while (item := grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        fill = advice.goal.fill
        verb = "多占" if fill else "省"
        rows: list[tuple[str, int, str, Callable[[], None]]] = [
            (gain.step.words, abs(gain.lines), "整期都改，可以撤销", partial(self.desk.take_step, gain.step)) for gain in advice.gains
        ]
        for title in advice.finds.titles[:_MOST_TITLES]:
            words = f"标题“{_short(title.words)}”排成 {len(title.turns) + 1} 行"
            rows.append((words, 1, "只改这个标题，可以撤销", partial(self.desk.take_title, title)))
        for row, (words, lines, tip, act) in enumerate(rows):
            label = QLabel(words)
            label.setWordWrap(True)
            gained = QLabel(f"{verb} {lines} 行")
            gained.setProperty("role", "quiet")
            button = QPushButton("采用")
            button.setProperty("small", "true")
            button.setToolTip(tip)
            button.clicked.connect(act)
            grid.addWidget(label, row, 0)
            grid.addWidget(gained, row, 1)
            grid.addWidget(button, row, 2)
        kind = "撑行" if fill else "压行"
        self._steps_head.setText(f"{kind}的办法" if rows else f"版式上没有可以{kind}的办法了")

    def _show_places(self, advice: Advice) -> None:
        verb = "添" if advice.goal.fill else "删"
        gained = "多一行" if advice.goal.fill else "省一行"
        rows = [(end.page, end.place, _end_words(end, verb, gained)) for end in advice.finds.ends]
        rows += [(blank.page, blank.place, _blank_words(blank)) for blank in advice.finds.blanks]
        rows.sort(key=lambda row: row[0])
        self.places.clear()
        for _, place, words in rows:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, place)
            item.setSizeHint(QSize(0, _ROW_PX))
            item.setToolTip(words)
            self.places.addItem(item)
        missing = "没有添几个字就能多一行的段落" if advice.goal.fill else "没有删几个字就能省一行的段落"
        self._places_head.setText(f"可以改的地方（{len(rows)} 处，点一下就去那里）" if rows else missing)

    def _choose(self, item: QListWidgetItem) -> None:
        place: Place = item.data(Qt.ItemDataRole.UserRole)
        self.place_chosen.emit(place)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to work."""
        self.desk.watch(True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self.desk.watch(False)
        super().hideEvent(event)


def _end_words(end: LineEnd, verb: str, gained: str) -> str:
    return f"第 {end.page} 页　{verb} {end.count} 字可{gained}　“{_tail(end.words)}”"


def _blank_words(blank: Blank) -> str:
    return f"第 {blank.page} 页　空着一段" if blank.empty_paragraph else f"第 {blank.page} 页　下面空 {blank.lines} 行"


def _short(words: str) -> str:
    return words if len(words) <= _WORDS else words[: _WORDS - 1] + "…"


def _tail(words: str) -> str:
    return words if len(words) <= _TAIL else "…" + words[1 - _TAIL :]
