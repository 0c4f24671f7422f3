"""A newer version of a submission becomes three columns (原来的稿, 本期改过的, 新稿) and a choice for each place that differs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.text.merge import Region, Side, chosen_text, merge
from app.ui.colours import colours_of
from app.ui.compare_dialog import TextColumn, roll_together

_SIZE = (1080, 640)
_LIST_HEIGHT_PX = 170
_CONTEXT = 5
_TICK_PX = 48
"""A tick and the room round it."""
_WHY = {
    Side.OURS: "只有本期改过",
    Side.THEIRS: "只有新稿改了",
    Side.BOTH: "两边改得一样",
    Side.CONFLICT: "两边都改了",
}
_NEW, _OWN = "用新稿", "留本期"
_HEADS = ("勾上用新稿", "原来", "本期", "新稿", "替换以后")


class NewerDialog(QDialog):
    """`texts` is the outcome, a line for title and paragraphs each, by the choices made so far."""

    def __init__(self, title: str, base: str, ours: str, theirs: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"新稿替换：《{title}》")
        self.resize(*_SIZE)
        self.regions = merge(base, ours, theirs)
        self._rows = [at for at, region in enumerate(self.regions) if region.side is not Side.NOBODY]
        self._marks: list[QTableWidgetItem] = []
        self._outcomes: list[QTableWidgetItem] = []
        self.columns = tuple(TextColumn(name, text) for name, text in (("原来的稿", base), ("本期改过的", ours), ("新稿", theirs)))
        self._mark()
        grid = QGridLayout()
        grid.setSpacing(8)
        for at, column in enumerate(self.columns):
            head = QLabel(column.accessibleName())
            head.setProperty("role", "field")
            grid.addWidget(head, 0, at)
            grid.addWidget(column, 1, at)
        roll_together(self.columns)
        self.choices = self._choices()
        lead = QLabel(self._lead())
        lead.setWordWrap(True)
        buttons = QDialogButtonBox()
        accept = buttons.addButton("替换", QDialogButtonBox.ButtonRole.AcceptRole)
        accept.setProperty("main", "true")
        buttons.addButton("不替换", QDialogButtonBox.ButtonRole.RejectRole)
        for words, on in (("全用新稿", True), ("全留本期", False)):
            whole = buttons.addButton(words, QDialogButtonBox.ButtonRole.ResetRole)
            whole.setAutoDefault(False)
            whole.clicked.connect(lambda _=False, on=on: self.take_all(on))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(lead)
        layout.addLayout(grid, 1)
        layout.addWidget(self.choices)
        layout.addWidget(buttons)

    @property
    def texts(self) -> list[str]:
        """Title and paragraphs after the replacement."""
        new = {at for row, at in enumerate(self._rows) if self._takes_new(row)}
        return chosen_text(self.regions, new).split("\n")

    def take_new(self, row: int, on: bool) -> None:
        """Take the new words at a place, or keep those of the issue."""
        self._marks[row].setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def take_all(self, on: bool) -> None:
        """Take the new words everywhere, or keep the issue's."""
        for row in range(len(self._rows)):
            self.take_new(row, on)

    def _takes_new(self, row: int) -> bool:
        return self._marks[row].checkState() is Qt.CheckState.Checked

    def _lead(self) -> str:
        sides = [self.regions[at].side for at in self._rows]
        conflicts = sides.count(Side.CONFLICT)
        parts = [f"新稿改了 {sides.count(Side.THEIRS) + conflicts} 处", f"本期改过的 {sides.count(Side.OURS)} 处新稿没有动，都保留"]
        parts += [f"有 {conflicts} 处两边都改了，打勾用新稿，不打勾留本期的"] if conflicts else []
        return "，".join(parts) + "。替换以后还可以撤销。"

    def _choices(self) -> QTableWidget:
        table = QTableWidget(len(self._rows), len(_HEADS))
        table.setAccessibleName("不同的地方")
        table.setHorizontalHeaderLabels(_HEADS)
        table.setFixedHeight(_LIST_HEIGHT_PX)
        table.verticalHeader().hide()
        table.setWordWrap(True)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        longest = max((f"{_NEW}（{why}）" for why in _WHY.values()), key=len)
        table.setColumnWidth(0, table.fontMetrics().horizontalAdvance(longest) + _TICK_PX)
        for row, at in enumerate(self._rows):
            region = self.regions[at]
            mark = QTableWidgetItem()
            can_choose = Qt.ItemFlag.ItemIsUserCheckable if region.side is not Side.BOTH else Qt.ItemFlag.NoItemFlags
            mark.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | can_choose)
            mark.setCheckState(Qt.CheckState.Unchecked if region.side in (Side.OURS, Side.CONFLICT) else Qt.CheckState.Checked)
            table.setItem(row, 0, mark)
            self._marks.append(mark)
            for column, text in enumerate((region.base, region.ours, region.theirs), 1):
                table.setItem(row, column, _to_read(self._in_context(at, text)))
            self._outcomes.append(_to_read(""))
            table.setItem(row, len(_HEADS) - 1, self._outcomes[-1])
            self._say(row)
        table.itemChanged.connect(lambda item: self._say(item.row()) if item.column() == 0 else None)
        table.currentCellChanged.connect(lambda row, *_: self._show(row))
        return table

    def _say(self, row: int) -> None:
        """Put the choice of a row in words, and what it makes of the place."""
        region = self.regions[self._rows[row]]
        new = self._takes_new(row)
        words = _WHY[region.side] if region.side is Side.BOTH else f"{_NEW if new else _OWN}（{_WHY[region.side]}）"
        if self._marks[row].text() != words:
            self._marks[row].setText(words)
        self._outcomes[row].setText(self._in_context(self._rows[row], region.theirs if new else region.ours))

    def _in_context(self, at: int, text: str) -> str:
        """The words of a place with a few of those round it: …植树【260】人，当…"""
        before = self.regions[at - 1].ours[-_CONTEXT:] if at else ""
        behind = self.regions[at + 1].ours[:_CONTEXT] if at + 1 < len(self.regions) else ""
        return f"…{before}【{text}】{behind}…".replace("\n", "↵")

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            for column, place in zip(self.columns, self._places()[self._rows[row]], strict=True):
                column.show_place(place)

    def _places(self) -> list[tuple[int, int, int]]:
        """Where each region begins in the three texts."""
        return list(_starts(self.regions))

    def _mark(self) -> None:
        colours = colours_of(self.palette())
        for at, start in enumerate(_starts(self.regions)):
            region = self.regions[at]
            if region.side is Side.NOBODY:
                continue
            colour = QColor(colours.doubt if region.side is Side.CONFLICT else colours.done_bar).name()
            for column, begin, text in zip(self.columns, start, (region.base, region.ours, region.theirs), strict=True):
                column.mark([(begin, begin + len(text))], colour)


def _to_read(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item


def _starts(regions: tuple[Region, ...]) -> Iterator[tuple[int, int, int]]:
    base = ours = theirs = 0
    for region in regions:
        yield base, ours, theirs
        base, ours, theirs = base + len(region.base), ours + len(region.ours), theirs + len(region.theirs)
