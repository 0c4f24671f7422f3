"""What was found, and what was let stand, becomes a tree of rows that keeps what was opened and closed in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from app.desk.finding_rows import LevelRows, PartRows, Row, Stood, row_text
from app.model.issue import Issue
from app.proof.finding import LEVEL_WORDS, Finding
from app.ui.check_marks import COLOURS

_ROW_PX = 26
_THING = Qt.ItemDataRole.UserRole
"""The finding or `Stood` of a row; of a habit its first finding."""
_KEY = Qt.ItemDataRole.UserRole + 1
"""By what a row that opens is known, so that it stays open or closed."""
_STOOD = "stood"


class CheckRows(QTreeWidget):
    """Signals: `found_chosen` (a person went to the row of a finding), `stood_chosen` (to that of a place that was let stand)."""

    found_chosen = Signal(object)
    stood_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName("校对意见")
        self._turned: set[object] = set()
        self._habits: dict[Finding, QTreeWidgetItem] = {}
        self._filling = False
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.itemExpanded.connect(self._note)
        self.itemCollapsed.connect(self._note)

    def show_found(self, found: Sequence[LevelRows], let: Sequence[Stood], issue: Issue, names: dict[str, tuple[str, str]]) -> None:
        """Fill the tree anew; what a person opened or closed stays so, and the view where it was."""
        at = self.verticalScrollBar().value()
        self._filling = True
        self._habits.clear()  # first: an item that Python still holds when its tree is cleared may be deleted twice
        self.clear()
        for level in found:
            group = self._opening(f"{LEVEL_WORDS[level.level]}　{level.count}", (level.level,))
            group.setForeground(0, QBrush(COLOURS[level.level]))
            self.addTopLevelItem(group)
            for part in level.parts:
                group.addChild(self._part(level, part, issue))
        if let:
            group = self._opening(f"这一期不改的　{len(let)}", (_STOOD,))
            group.setToolTip(0, "点过“不改”的地方；选中一处，可以恢复提示")
            self.addTopLevelItem(group)
            for one in let:
                group.addChild(_item(f"{one.around}　{names.get(one.passed.rule, ('', ''))[0]}", one))
        for item in self._all():
            key = item.data(0, _KEY)
            if key is not None:  # what nobody touched is open, but for habits and what was let stand
                item.setExpanded((key in self._turned) is self._closed_at_first(key))
        self._filling = False
        self.verticalScrollBar().setValue(at)

    def show_chosen(self, finding: Finding | None) -> None:
        """Bring the row of a finding into view, or that of its habit as long as it is closed."""
        row = self._row_of(finding) if finding is not None else None
        if row is not None:
            self.setCurrentItem(row)
            self.scrollToItem(row)

    def forget(self) -> None:
        """Another issue is at hand: nothing was opened or closed in it."""
        self._turned.clear()

    def _part(self, level: LevelRows, part: PartRows, issue: Issue) -> QTreeWidgetItem:
        item = self._opening(f"{part.title}　{part.count}", (level.level, part.part))
        for row in part.rows:
            item.addChild(self._row(row, level, part, issue))
        return item

    def _row(self, row: Row, level: LevelRows, part: PartRows, issue: Issue) -> QTreeWidgetItem:
        first = row.findings[0]
        item = _item(row.text, first)
        item.setToolTip(0, first.message)
        if len(row.findings) > 1:
            item.setData(0, _KEY, (level.level, part.part, row.kind))
            for one in row.findings:
                place = _item(row_text(one, issue), one)
                place.setToolTip(0, one.message)
                item.addChild(place)
                self._habits[one] = item
        return item

    def _opening(self, words: str, key: object) -> QTreeWidgetItem:
        item = _item(words)
        item.setData(0, _KEY, key)
        return item

    @staticmethod
    def _closed_at_first(key: object) -> bool:
        return isinstance(key, tuple) and (len(key) > 2 or key == (_STOOD,))

    def _row_of(self, finding: Finding) -> QTreeWidgetItem | None:
        habit = self._habits.get(finding)
        if habit is not None and not habit.isExpanded():
            return habit
        return next((item for item in self._all() if item.data(0, _THING) == finding and item.data(0, _KEY) is None), None)

    def _all(self) -> Iterator[QTreeWidgetItem]:
        walk = QTreeWidgetItemIterator(self)
        while (item := walk.value()) is not None:
            yield item
            walk += 1

    def _choose(self, item: QTreeWidgetItem) -> None:
        thing = item.data(0, _THING)
        if isinstance(thing, Finding):
            self.found_chosen.emit(thing)
        elif isinstance(thing, Stood):
            self.stood_chosen.emit(thing)

    def _note(self, item: QTreeWidgetItem) -> None:
        key = item.data(0, _KEY)
        if key is not None and not self._filling:
            (self._turned.add if item.isExpanded() is self._closed_at_first(key) else self._turned.discard)(key)


def _item(words: str, thing: object = None) -> QTreeWidgetItem:
    item = QTreeWidgetItem([words])
    item.setSizeHint(0, QSize(0, _ROW_PX))
    item.setData(0, _THING, thing)
    return item
