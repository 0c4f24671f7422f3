"""采用统计 as a window: a month, quarter or year in a form of table, what each figure is made of, the chart, and what can be made of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableView,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.desk.statistics import months
from app.desk.statistics.months import Period, Reach
from app.desk.statistics.standing import today
from app.desk.statistics.statement import Statement, statement_of, strange_venues
from app.desk.statistics.workbook import bars_of
from app.ui.empty_words import EmptyWords
from app.ui.fields import field_label
from app.ui.message_bar import MessageBar
from app.ui.statistics_chart import PointsChart
from app.ui.statistics_detail import DetailList
from app.ui.statistics_head import LevelHeader
from app.ui.statistics_model import StatementModel

if TYPE_CHECKING:
    from app.desk.statistics.report import Report
    from app.desk.statistics.standing import Standing

_SIZE = (1180, 660)
_NAME_PX, _COLUMN_PX, _CHAR_PX, _ROW_PX = 168, 54, 13, 26
_MOST_SPARE_PX = 40
_MOST_NAMED = 5
_REACHES: tuple[tuple[str, Reach], ...] = (("这一个月", "month"), ("所在季度", "quarter"), ("年初至今", "year"))
_EMPTY = "还没有可以统计的。\n来稿箱里收到的来稿、签发了的各期会自动算进来；单位、分值在“统计设置”里定。"
_YEARS = 12


class StatisticsDialog(QDialog):
    """Shows what stands. What a person wants made is told: `line_asked` brings a `Line`, `close_asked` and `reopen_asked` a month.

    `extra_noted` brings a `Line`, the `Kind` of what its text got, and the month that is looked at.
    """

    settings_asked = Signal()
    xlsx_asked = Signal()
    pdf_asked = Signal()
    paper_asked = Signal()
    notice_asked = Signal()
    close_asked = Signal(str)
    reopen_asked = Signal(str)
    line_asked = Signal(object)
    extra_noted = Signal(object, object, str)

    def __init__(self, month: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("采用统计")
        self.resize(*_SIZE)
        self.standing: Standing | None = None
        self._waits = self._writable = False
        self.report: Report | None = None
        self.statement: Statement | None = None
        self.bar = MessageBar()
        self.month = QComboBox()
        self.reach, self.form, self.order = QComboBox(), QComboBox(), QComboBox()
        self.earlier, self.later = _arrow("‹", "前一个月"), _arrow("›", "后一个月")
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.model = StatementModel(self)
        self.table = QTableView()
        self.head = LevelHeader(self.table)
        self.detail, self.chart = DetailList(), PointsChart()
        self.behind = QTabWidget()
        self.buttons = {
            name: QPushButton(words) for name, words in (
                ("reopen", "撤销结账…"), ("close_month", "结账…"),
                ("notice", "写成通报…"), ("xlsx", "导出 XLSX…"), ("pdf", "导出 PDF…"), ("paper", "打印…"),
            )
        }  # fmt: skip
        self.settings, self.shut = QPushButton("统计设置…"), QPushButton("关闭")
        self._fill(month)
        self._assemble()
        self._wire()
        self.wait_for("正在打开来稿库……")

    def wait_for(self, sentence: str) -> None:
        """Say why nothing can be shown yet."""
        self._waits = True
        self._enable(on=False)
        self.bar.say("info", sentence)

    def serve(self, standing: Standing, *, writable: bool = True) -> None:
        """Show what stands now."""
        self.standing = standing
        if self._waits:
            self.bar.hide()
        self._waits = False
        self._enable(on=True)
        forms = list(dict.fromkeys(one.form for one in standing.rules.columns))
        _refill(self.form, forms)
        self._writable = self.detail.writable = writable
        self.show_report()

    @property
    def period(self) -> Period:
        """The time that is looked at."""
        return Period.around(self.month.currentData(), self.reach.currentData())

    def say(self, sentence: str) -> None:
        """Say what went wrong; "" takes it away."""
        if sentence:
            self.bar.say("warning", sentence)
        else:
            self.bar.hide()

    def show_month(self, month: str) -> None:
        """Look at another month."""
        at = self.month.findData(month)
        if at >= 0:
            self.month.setCurrentIndex(at)

    def show_report(self) -> None:
        """Reckon anew and show it; the cell that was chosen stays chosen where it still stands."""
        if self.standing is None:
            return
        at = self.table.currentIndex()
        chosen = (self.model.rows[at.row()].name, at.column()) if at.isValid() else None
        self.report = self.standing.report(self.period)
        columns = self.standing.columns(self.form.currentText())
        self.statement = statement_of(self.report, columns, by_rank=bool(self.order.currentData()))
        self.model.show_statement(self.statement if self.statement.blocks else None)
        self.head.show_heads(self.statement.heads, self.statement.levels)
        self._fit()
        self._span_groups()
        self.chart.show_bars(bars_of(self.report))
        self._say_state()
        if chosen is not None:
            row = next((row for row, shown in enumerate(self.model.rows) if shown.name == chosen[0] and shown.row), -1)
            if row >= 0 and chosen[1] < self.model.columnCount():
                self.table.setCurrentIndex(self.model.index(row, chosen[1]))
        self._show_detail()
        for name in ("notice", "xlsx", "pdf", "paper"):
            self.buttons[name].setEnabled(bool(self.statement.blocks))

    def choose(self, name: str, column: int) -> None:
        """Choose the figure of a unit or a sum."""
        row = next(row for row, shown in enumerate(self.model.rows) if shown.name == name and shown.row)
        self.table.setCurrentIndex(self.model.index(row, column))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns take the room that there is."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross in the corner is no other way out."""
        self.reject()
        event.setAccepted(not self.isVisible())

    # How it is put together

    def _fill(self, month: str) -> None:
        for back in range(-1, _YEARS * 12):
            one = months.later(month, -back)
            self.month.addItem(months.words(one), one)
        self.month.setCurrentIndex(1)
        self.month.setMaxVisibleItems(14)
        for words, reach in _REACHES:
            self.reach.addItem(words, reach)
        self.order.addItem("按单位次序", False)
        self.order.addItem("按得分名次", True)
        self.form.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def _assemble(self) -> None:
        self.table.setModel(self.model)
        self.table.setObjectName("officeRows")
        self.table.setHorizontalHeader(self.head)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName("统计表")
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        EmptyWords(_EMPTY, self.table)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.chart)
        self.behind.setDocumentMode(True)
        self.behind.addTab(self.detail, "明细")
        self.behind.addTab(scroll, "得分图")
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.earlier, self.month, self.later, self.reach):
            row.addWidget(widget)
        row.addSpacing(10)
        for words, field in (("表样", self.form), ("排列", self.order)):
            row.addWidget(field_label(words, field))
            row.addWidget(field)
        row.addStretch(1)
        row.addWidget(self.settings)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.behind)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        split.setSizes([350, 190])
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (*self.buttons.values(), self.shut, self.settings):
            button.setAutoDefault(False)
        for button in self.buttons.values():
            foot.addWidget(button)
        foot.addWidget(self.shut)
        within = QVBoxLayout()
        within.setContentsMargins(20, 12, 20, 0)
        within.setSpacing(10)
        within.addLayout(row)
        within.addWidget(split, 1)
        within.addWidget(self.state)
        within.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(within, 1)
        self.month.setAccessibleName("月份")
        self.reach.setAccessibleName("统计多长时间")

    def _wire(self) -> None:
        for box in (self.month, self.reach, self.form, self.order):
            box.currentIndexChanged.connect(lambda _: self.show_report())
        self.earlier.clicked.connect(lambda: self._step(1))
        self.later.clicked.connect(lambda: self._step(-1))
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_detail())
        self.table.activated.connect(lambda _: self._go_to_detail())
        self.detail.asked.connect(self.line_asked)
        self.detail.noted.connect(lambda line, kind: self.extra_noted.emit(line, kind, self.month.currentData()))
        asked = {"notice": self.notice_asked, "xlsx": self.xlsx_asked, "pdf": self.pdf_asked, "paper": self.paper_asked}
        for name, signal in asked.items():
            self.buttons[name].clicked.connect(partial(self._tell, signal))
        for name, told in (("close_month", self.close_asked), ("reopen", self.reopen_asked)):
            self.buttons[name].clicked.connect(partial(self._tell_month, told))
        self.settings.clicked.connect(lambda: self.settings_asked.emit())
        self.shut.clicked.connect(lambda: self.reject())

    def _tell(self, signal: SignalInstance, _checked: bool = False) -> None:
        signal.emit()

    def _tell_month(self, signal: SignalInstance, _checked: bool = False) -> None:
        signal.emit(self.month.currentData())

    def _step(self, by: int) -> None:
        self.month.setCurrentIndex(max(0, min(self.month.count() - 1, self.month.currentIndex() + by)))

    # What is shown

    def _go_to_detail(self) -> None:
        """Enter on a figure leads into its detail."""
        self.behind.setCurrentIndex(0)
        if self.detail.lines:
            self.detail.setFocus()
            self.detail.setCurrentCell(0, 0)

    def _show_detail(self) -> None:
        at = self.table.currentIndex()
        shown = self.model.rows[at.row()] if at.isValid() and at.row() < len(self.model.rows) else None
        if self.report is None or self.statement is None or shown is None or shown.row is None:
            self.detail.show_lines(None)
            self.behind.setTabText(0, "明细")
            return
        columns = self.statement.columns
        if at.column():
            lines, about = self.report.detail(shown.row.units, columns[at.column() - 1]), columns[at.column() - 1].heads[-1]
        else:
            lines, about = (
                tuple(line for line in self.report.lines if line.unit in shown.row.units and self.period.holds(line.month)),
                "全部",
            )
        self.detail.show_lines(lines)
        self.behind.setTabText(0, f"明细：{shown.name.replace('　', '')} · {about}（{len(lines)}）")

    def _say_state(self) -> None:
        standing = self.standing
        if standing is None or self.report is None:
            return
        month = self.month.currentData()
        closed = bool(standing.closed_through) and month <= standing.closed_through
        when = standing.closed_on(month)[:10] if closed else ""
        told = [
            f"{months.words(month)}已结账（{int(when[5:7])}月{int(when[8:10])}日），数字不再变。"
            if when
            else f"{months.words(month)}还没有结账。"
        ]
        told += self.statement.notes if self.statement else ()
        strange = strange_venues(self.report, self.statement.columns if self.statement else ())
        if strange:
            told.append(f"表样里的“{'、'.join(strange[:_MOST_NAMED])}”都没有签发过，请在“统计设置”里把这些栏改成本单位的刊物。")
        nameless = [one for one in standing.nameless if self.period.holds(one.day[:7])]
        if nameless:
            titles = "、".join(f"《{one.title}》" for one in nameless[:_MOST_NAMED])
            rest = "等" if len(nameless) > _MOST_NAMED else ""
            told.append(f"有 {len(nameless)} 篇没有填单位、也没有关联来稿，没有算进去：{titles}{rest}。")
        self.state.setText(" ".join(told))
        self._offer_closing(month, standing.closed_through)

    def _offer_closing(self, month: str, last: str) -> None:
        """The last closed month can be opened again, one that has begun closed."""
        close, reopen = self.buttons["close_month"], self.buttons["reopen"]
        reopen.setVisible(self._writable and month == last)
        close.setVisible(self._writable and month != last)
        ahead = month > months.of(today())
        close.setEnabled(month > last and not ahead)
        tip = f"{months.words(month)}还没有到，不能结账。" if ahead else ""
        if month < last:
            tip = f"已经结账到{months.words(last)}，要撤销的话，从{months.words(last)}撤起。"
        close.setToolTip(tip)

    def _fit(self) -> None:
        for column, width in enumerate(self._widths()):
            self.table.setColumnWidth(column, width)

    def _widths(self) -> list[int]:
        columns = self.statement.columns if self.statement else ()
        own = [max(_COLUMN_PX, _CHAR_PX * min(5, len(column.heads[-1])) + 10) for column in columns]
        room = self.table.contentsRect().width() - self.table.verticalScrollBar().sizeHint().width()  # which may come only with the rows
        spare = (room - _NAME_PX - sum(own)) // max(1, len(own))
        return [_NAME_PX, *(width + max(0, min(_MOST_SPARE_PX, spare)) for width in own)]

    def _span_groups(self) -> None:
        self.table.clearSpans()
        for row, shown in enumerate(self.model.rows):
            if shown.row is None and self.model.columnCount() > 1:
                self.table.setSpan(row, 0, 1, self.model.columnCount())

    def _enable(self, *, on: bool) -> None:
        for widget in (self.month, self.reach, self.form, self.order, self.earlier, self.later, self.settings, *self.buttons.values()):
            widget.setEnabled(on)


def _arrow(sign: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(sign)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


def _refill(box: QComboBox, words: list[str]) -> None:
    """Other words, with the one that was chosen chosen where it is still there."""
    standing = [box.itemText(at) for at in range(box.count())]
    if standing == words:
        return
    chosen = box.currentText()
    box.blockSignals(True)
    box.clear()
    box.addItems(words)
    box.setCurrentIndex(max(0, box.findText(chosen)))
    box.blockSignals(False)
