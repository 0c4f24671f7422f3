"""往期档案: years and bulletins on the left, first pages or what was found in the middle, the issue at hand on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.desk.looking_up import Line, LookedUp
from app.desk.year_list import Grouping
from app.store.library.archive import ArchivedIssue
from app.store.library.search import Wanted
from app.text.phrases import phrases
from app.ui.archive_details import ArchiveDetails
from app.ui.archive_results import ArchiveResults
from app.ui.archive_view import ArchiveView
from app.ui.archive_words import short_names
from app.ui.message_bar import MessageBar

_SIZE = (1180, 664)
_SEARCH_AFTER_MS = 180
_PLACE = int(Qt.ItemDataRole.UserRole)
_EMPTY = "这里会排着每一期签发过的简报。\n\n签发一期以后，它就自动到这里来，\n全文都能查，首页也能看见。"
_NONE_HERE = "这里还没有签发过的简报。"
_NOT_FOUND = "没有找到。\n\n换个说法、少写几个字试试，\n或者在左边选“全部”，右上角改查“简报和来稿”。"
_HINT = "查文字、单位、人名；几个词用空格隔开，要一字不差就加引号"
_SCOPES = (("签发的简报", True, False), ("来稿", False, True), ("简报和来稿", True, True))
_ALL_UNITS = "全部单位"

Place = tuple[int, str]
"""A year and a bulletin; 0 and "" for all."""


class ArchiveWindow(QDialog):
    """Shows what it is given and says what is wanted. Signals: `asked` (what was typed, and a `Wanted` that says where),
    `mentions_asked` (names, and where), `year_list_asked` (a bulletin, a year, and how it is
    grouped), `rules_asked`.
    """

    asked = Signal(str, object)
    mentions_asked = Signal(object, object)
    year_list_asked = Signal(str, int, str)
    rules_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("往期档案")
        self.resize(*_SIZE)
        self._all: Sequence[ArchivedIssue] = ()
        self._names: tuple[str, ...] = ()
        self._mentioned: tuple[str, ...] = ()
        self._by_place = False
        self._short: dict[str, str] = {}
        self.bar = MessageBar()
        self.field = QLineEdit()
        self.field.setPlaceholderText(_HINT)
        self.field.setAccessibleName("查找")
        self.field.setClearButtonEnabled(True)
        self.scope = QComboBox()
        self.scope.setAccessibleName("在哪里查")
        for words, *_ in _SCOPES:
            self.scope.addItem(words)
        self.units = QComboBox()
        self.units.setAccessibleName("单位")
        self.units.setMinimumWidth(150)
        self.units.setMaximumWidth(190)
        self.places = QTreeWidget()
        self.places.setHeaderHidden(True)
        self.places.setAccessibleName("年份和简报")
        self.places.setIndentation(14)
        self.places.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.view = ArchiveView()
        self.results = ArchiveResults()
        self.details = ArchiveDetails()
        self.empty = QLabel(_EMPTY)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("role", "quiet")
        self.said = QLabel()
        self.said.setProperty("role", "quiet")
        self.mention = QPushButton()
        self.mention.setProperty("quiet", "true")
        self.mention.setAutoDefault(False)
        self.mention.hide()
        self.list_year = QPushButton("年度总目录")
        menu = QMenu(self.list_year)
        for grouping in Grouping:
            menu.addAction(f"{grouping.value}…").triggered.connect(lambda _=False, grouping=grouping: self._ask_list(grouping))
        self.list_year.setMenu(menu)
        self.list_year.setAutoDefault(False)
        self.list_year.setToolTip("把这一年这一种简报的全部文章排成一份目录（Word 文档）")
        self.rules = QPushButton("归档设置…")
        self.rules.setAutoDefault(False)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SEARCH_AFTER_MS)
        self._assemble()
        self._connect()

    def serve(self, issues: Sequence[ArchivedIssue], units: Sequence[str]) -> None:
        """Show the archive as it is now; what is chosen stays chosen."""
        self._all = issues
        self._short = self.view.names = self.results.names = short_names(one.signed.bulletin for one in issues)
        chosen = self.units.currentData() or ""
        self.units.blockSignals(True)
        self.units.clear()
        self.units.addItem(_ALL_UNITS, "")
        for unit in units:
            self.units.addItem(unit, unit)
        self.units.setCurrentIndex(max(0, self.units.findData(chosen)))
        self.units.blockSignals(False)
        self._show_places()
        if not self.field.text().strip():  # what was found stays until something else is looked for
            self._show_place()

    def wait_for(self, words: str) -> None:
        """Say why there is nothing to show yet."""
        self.empty.setText(words)
        self._stack.setCurrentWidget(self.empty)

    def show_found(self, found: LookedUp) -> None:
        """Show what was found."""
        self._names = found.names
        self.said.setText(found.said)
        text = self.field.text().strip()
        self._by_place = found.by_place
        self.mention.setVisible(found.by_place or (len(phrases(text)) == 1 and bool(found.lines)))
        self.mention.setText(f"逐处列出“{text}”" + (f"和 {len(found.names) - 1} 个别名" if len(found.names) > 1 else ""))
        if found.by_place:
            self.mention.setText("回到按篇列出")
        self.mention.setToolTip("、".join(found.names))
        self.results.show_lines(found.lines)
        if not found.lines:
            self.empty.setText(_NOT_FOUND)
        self._stack.setCurrentWidget(self.results if found.lines else self.empty)

    def issue_of(self, line: Line | None) -> ArchivedIssue | None:
        """The issue that a line was found in."""
        if line is None:
            return None
        return next((one for one in self._all if (one.signed.issue, one.signed.turn) == (line.hit.issue, line.hit.turn)), None)

    @property
    def place(self) -> Place:
        """The year and the bulletin at hand."""
        item = self.places.currentItem()
        found: Place = item.data(0, _PLACE) if item is not None else (0, "")
        return found

    def wanted(self) -> Wanted:
        """Where is looked."""
        year, bulletin = self.place
        _, articles, submissions = _SCOPES[self.scope.currentIndex()]
        unit = self.units.currentData() or ""
        return Wanted(articles=articles, submissions=submissions, year=year, bulletin=bulletin, units=(unit,) if unit else ())

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(self.scope)
        top.addWidget(self.units)
        self._stack = QStackedWidget()
        for page in (self.empty, self.view, self.results):
            self._stack.addWidget(page)
        below = QHBoxLayout()
        below.setContentsMargins(12, 4, 12, 4)
        below.addWidget(self.said)
        below.addStretch(1)
        below.addWidget(self.mention)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(below)
        column.addWidget(self._stack, 1)
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.places, 1)
        rows.addWidget(self.list_year)
        rows.addWidget(self.rules)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        for part in (left, middle, self.details):
            split.addWidget(part)
        split.setSizes([190, 720, 250])
        split.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(10)
        whole.addLayout(top)
        whole.addWidget(self.bar)
        whole.addWidget(split, 1)
        self._stack.setCurrentWidget(self.empty)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._ask)
        self.field.textChanged.connect(lambda _: self._typed())
        self.field.returnPressed.connect(self._ask)
        self.scope.currentIndexChanged.connect(lambda _: self._ask())
        self.units.currentIndexChanged.connect(lambda _: self._ask())
        self.places.currentItemChanged.connect(lambda *_: self._ask())
        self.view.chosen.connect(self.details.show_issue)
        self.results.chosen.connect(lambda line: self.details.show_issue(self.issue_of(line), line))
        self.results.mentions_asked.connect(lambda name: self.ask_mentions(name, (name,)))
        self.mention.clicked.connect(lambda _=False: self._mention())
        self.details.mentions_asked.connect(lambda name: self.ask_mentions(name, (name,)))
        self.rules.clicked.connect(lambda _=False: self.rules_asked.emit())
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.field.setFocus)

    def ask_mentions(self, name: str, names: Sequence[str]) -> None:
        """Ask for every place that names a unit or a person."""
        self.field.blockSignals(True)
        self.field.setText(name)
        self.field.blockSignals(False)
        self._mentioned = tuple(names) or (name,)
        self._ask()

    def _mention(self) -> None:
        """Every place instead of the articles, or the articles again."""
        if self._by_place:
            self._mentioned = ()
            self._ask()
        else:
            self.ask_mentions(self.field.text().strip(), self._names)

    def _typed(self) -> None:
        self._mentioned = ()
        self._soon.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the field to what is shown; Enter there opens it, and Enter in the field looks for it."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            shown = self.results if self._stack.currentWidget() is self.results else self.view
            shown.setFocus()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _ask_list(self, grouping: Grouping) -> None:
        year, bulletin = self.place
        self.year_list_asked.emit(bulletin, year, grouping.value)

    def _ask(self) -> None:
        self._soon.stop()
        if self._mentioned:
            self.mentions_asked.emit(self._mentioned, self.wanted())
        elif self.field.text().strip():
            self.asked.emit(self.field.text(), self.wanted())
        else:
            self._show_place()

    def _show_place(self) -> None:
        """Show the issues of the place at hand, those of a unit alone where one is chosen."""
        year, bulletin = self.place
        unit = self.units.currentData() or ""
        shown = [
            one
            for one in self._all
            if (not year or one.signed.day[:4] == f"{year:04}")
            and (not bulletin or one.signed.bulletin == bulletin)
            and (not unit or any(article.unit == unit for article in one.articles))
        ]
        self.mention.hide()
        self.view.show_issues(shown)
        self.empty.setText(_NONE_HERE if self._all else _EMPTY)
        self.said.setText(f"{len(shown)} 期" if shown else "")
        self.list_year.setEnabled(bool(self._all))
        self._stack.setCurrentWidget(self.view if shown else self.empty)

    def _show_places(self) -> None:
        at_hand = self.place
        counts: dict[Place, int] = {}
        for one in self._all:
            year = int(one.signed.day[:4] or 0)
            for place in ((0, ""), (year, ""), (year, one.signed.bulletin)):
                counts[place] = counts.get(place, 0) + 1
        self.places.blockSignals(True)
        self.places.clear()
        chosen = whole = self._item(None, f"全部　{counts.get((0, ''), 0)} 期", (0, ""))
        for year in sorted({year for year, _ in counts if year}, reverse=True):
            item = self._item(None, f"{year}年　{counts[year, '']} 期", (year, ""))
            chosen = item if at_hand == (year, "") else chosen
            bulletins = sorted(bulletin for found, bulletin in counts if found == year and bulletin)
            for bulletin in bulletins if len(self._short) > 1 else ():
                child = self._item(item, f"{self._short[bulletin] or bulletin}　{counts[year, bulletin]} 期", (year, bulletin))
                chosen = child if at_hand == (year, bulletin) else chosen
            item.setExpanded(True)
        self.places.setCurrentItem(chosen or whole)
        self.places.blockSignals(False)

    def _item(self, parent: QTreeWidgetItem | None, words: str, place: Place) -> QTreeWidgetItem:
        item = QTreeWidgetItem([words])
        item.setData(0, _PLACE, place)
        item.setToolTip(0, place[1] or words)
        if parent is None:
            self.places.addTopLevelItem(item)
        else:
            parent.addChild(item)
        return item
