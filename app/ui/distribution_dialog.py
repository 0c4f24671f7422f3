"""Who gets how many copies is written beside the sheet that is printed of it, with the sum held against the print count (分发单)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.desk.distribution.listing import Balance, filled
from app.desk.distribution.sheets import SheetKind
from app.layout.frames import Page
from app.layout.label_sheet import LABEL_SHEETS
from app.model.distribution import Portion
from app.ui.asking import Answer
from app.ui.distribution_table import DistributionModel
from app.ui.side_view import SideView

_SIZE = (1180, 660)
_WIDTHS_PX = (64, 300, 60)
_PAUSE_MS = 250
_OTHER = "来稿库里的分发单和这里写的不一样，可能是别处刚改过。这里写的没有动，存下就以这里的为准。"
Make = Callable[[SheetKind, str, tuple[Portion, ...]], tuple[Page, ...]]


class DistributionDialog(QDialog):
    """`make` gives the pages of a sheet, `reckon` the sum against the print count, `anew` the list by the footer; `unsaved` asks what
    becomes of a list that was written and not kept.

    Signals: `kept` (the rows, and whether for every issue), `file_asked` and `paper_asked` (pages, kind).
    """

    kept = Signal(object, bool)
    file_asked = Signal(object, object)
    paper_asked = Signal(object, object)

    def __init__(
        self,
        make: Make,
        reckon: Callable[[Sequence[Portion]], Balance],
        anew: Callable[[], tuple[Portion, ...]],
        unsaved: Callable[[], Answer],
        *,
        can_print: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("分发单")
        self.resize(*_SIZE)
        self._make, self._reckon, self._anew, self._unsaved = make, reckon, anew, unsaved
        self.pages: tuple[Page, ...] = ()
        self._at = 0
        self.model = DistributionModel()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.undo = QPushButton("撤销")
        self.undo.setToolTip("撤销刚才这一步（Ctrl+Z）")
        self.undo.setAutoDefault(False)
        self.undo.setEnabled(False)
        self.undo.clicked.connect(self.model.undo)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.undo.click)
        self.sum = QLabel()
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("tone", "warning")
        self.trouble.hide()
        self.renew = QPushButton("换成那一份")
        self.renew.setAutoDefault(False)
        self.renew.setToolTip("不要这里写的，显示刚读到的分发单")
        self.renew.clicked.connect(self._renew)
        self.renew.hide()
        self._newer: tuple[Portion, ...] = ()
        self._written_in = False
        self.kind = QComboBox()
        for kind in SheetKind:
            self.kind.addItem(kind.value, kind)
        self.sheet = QComboBox()
        for name, one in LABEL_SHEETS.items():
            self.sheet.addItem(f"{name}（{one.width_mm:.0f}×{one.height_mm:.0f} 毫米）", name)
        self.sheet.setCurrentIndex(list(LABEL_SHEETS).index("3×8"))
        self.where = QLabel()
        self.view = SideView()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._show)
        self._assemble(can_print)
        self.model.changed.connect(self._changed)
        for box in (self.kind, self.sheet):
            box.activated.connect(lambda _: self._show())
        self.view.turned.connect(self._turn)
        self.finished.connect(self._gone)

    @property
    def portions(self) -> tuple[Portion, ...]:
        """What stands in the table."""
        return self.model.portions

    @property
    def chosen(self) -> SheetKind:
        """Which sheet is shown."""
        return SheetKind(self.kind.currentData())

    def serve(self, portions: Sequence[Portion]) -> None:
        """Show a list; where the clerk has written meanwhile, say that there is another one."""
        if self._written_in:
            self._newer = tuple(portions)
            differs = self._newer != self.portions
            self.say(_OTHER if differs else "")
            self.renew.setVisible(differs)
            return
        self.model.serve(portions)
        self.undo.setEnabled(False)
        self.table.setEnabled(True)
        self._show()

    def say(self, sentence: str) -> None:
        """Say what went wrong; "" takes it away."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def wait_for(self, sentence: str) -> None:
        """Say why the office's own list isn't there; what follows from the footer is shown all the same."""
        self.say(sentence)

    def _renew(self) -> None:
        self._written_in = False
        self.renew.hide()
        self.say("")
        self.serve(self._newer)

    def _assemble(self, can_print: bool) -> None:
        head = self.table.horizontalHeader()
        for at, width in enumerate(_WIDTHS_PX):
            self.table.setColumnWidth(at, width)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setDefaultSectionSize(28)
        self.table.verticalHeader().hide()
        self.table.setAccessibleName("分发的单位和份数")
        tools = QHBoxLayout()
        tools.setSpacing(6)
        for words, tip, act in (
            ("添加", "在这一行后面添一个单位", self._add),
            ("删去", "删去这一行", lambda: self.model.take_away(self._row)),
            ("上移", "", lambda: self._move(-1)),
            ("下移", "", lambda: self._move(1)),
            ("余数归这一行", "把还没有分的份数都给这一行", self._fill),
            ("按报尾重排", "按报尾的报送单位重新列出，份数照旧", lambda: self.model.replace_all(self._anew())),
        ):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, act=act: act())
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.undo)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(tools)
        left.addWidget(self.table, 1)
        left.addWidget(self.sum)
        row = QHBoxLayout()
        row.addWidget(self.trouble, 1)
        row.addWidget(self.renew)
        left.addLayout(row)
        choice = QHBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(QLabel("印成"))
        choice.addWidget(self.kind)
        choice.addWidget(self.sheet)
        choice.addStretch(1)
        choice.addWidget(self.where)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(choice)
        right.addWidget(self.view, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(left, 6)
        middle.addLayout(right, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addLayout(self._buttons(can_print))

    def _buttons(self, can_print: bool) -> QHBoxLayout:
        paper, file, always = QPushButton("打印…"), QPushButton("导出 PDF…"), QPushButton("存下，以后各期都用")
        paper.setEnabled(can_print)
        paper.clicked.connect(lambda: self.paper_asked.emit(self._fresh(), self.chosen))
        file.clicked.connect(lambda: self.file_asked.emit(self._fresh(), self.chosen))
        always.setToolTip("记成这份简报平常的分发单，下一期照用；本期增发的不记进去")
        always.clicked.connect(lambda: self._keep(for_good=True))
        once = QPushButton("存下，只用于本期")
        once.setProperty("main", "true")
        once.setDefault(True)
        once.clicked.connect(lambda: self._keep(for_good=False))
        leave = QPushButton("取消")
        leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (paper, file, always, leave):
            button.setAutoDefault(False)
        for widget in (paper, file, None, once, always, leave):
            row.addWidget(widget) if widget else row.addStretch(1)
        return row

    def reject(self) -> None:
        """Close; what was written and not kept is asked for first."""
        answer = self._unsaved() if self.model.can_undo else Answer.DROP
        if answer is Answer.SAVE:
            self._keep(for_good=False)
        elif answer is Answer.DROP:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross in the corner is no other way out."""
        self.reject()
        event.setAccepted(not self.isVisible())

    @property
    def _row(self) -> int:
        return self.table.currentIndex().row()

    def _add(self) -> None:
        place = self.model.index(self.model.add(self._row), 1)
        self.table.setCurrentIndex(place)
        self.table.edit(place)

    def _move(self, by: int) -> None:
        column = max(0, self.table.currentIndex().column())
        self.table.setCurrentIndex(self.model.index(self.model.move(self._row, by), column))

    def _fill(self) -> None:
        at, row = self.model.place_of(self._row), self._row
        if at >= 0:
            self.model.replace_all(filled(self.portions, at, self._reckon(self.portions).printed))
            self.table.setCurrentIndex(self.model.index(row, 2))

    def _keep(self, *, for_good: bool) -> None:
        self.kept.emit(self.portions, for_good)
        self.accept()

    def _changed(self) -> None:
        self._written_in = True
        self.undo.setEnabled(self.model.can_undo)
        self._say()
        self._soon.start()

    def _fresh(self) -> tuple[Page, ...]:
        self._show()
        return self.pages

    def _show(self) -> None:
        self._soon.stop()
        self._say()
        with QSignalBlocker(self.sheet):
            self.sheet.setVisible(self.chosen is SheetKind.LABELS)
        self.pages = self._make(self.chosen, str(self.sheet.currentData()), self.portions)
        self._turn(0)

    def _turn(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self.pages) - 1)
        self.where.setText(f"第 {self._at + 1} 页，共 {len(self.pages)} 页" if len(self.pages) > 1 else "")
        self.view.show_side(self.pages[self._at], self.chosen.value)

    def _say(self) -> None:
        found = self._reckon(self.portions)
        self.sum.setText(found.sentence)
        self.sum.setProperty("tone", "" if found.settled else "warning")
        self.sum.style().unpolish(self.sum)
        self.sum.style().polish(self.sum)

    def _gone(self) -> None:
        self._soon.stop()
        self.view.release()
