"""Finding and replacing as a slim bar above the pages: what is looked for, how, how often it is there, and what goes in its place."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QToolButton, QWidget

from app.text.search import Query
from app.ui.icons import give_icon


class FindBar(QFrame):
    """Asks and shows; `FindDesk` does the work.

    Signals: `query_changed`, `scope_asked` (only in what is selected, or everywhere), `next_asked`, `previous_asked`, `replace_asked`
    (and whether to go on to the next one), `all_asked`, `closed`.
    """

    query_changed = Signal()
    scope_asked = Signal(bool)
    next_asked = Signal()
    previous_asked = Signal()
    replace_asked = Signal(bool)
    all_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.words = _field("查找", "查找内容")
        self.template = _field("替换为", "替换为，空着就是删去")
        self.case = _toggle("Aa", "区分大小写")
        self.whole = _toggle("全字", "英文和数字只找整个的词，AI 不会在 AIR 里找到")
        self.regex = _toggle(".*", "正则表达式：. 是任意一个字，.* 是任意多个字，\\d 是数字，( ) 是一组；替换时 \\1 代表第一组")
        self.scope = _toggle("所选", "只在选中的文字里找")
        self.count = QLabel()
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance("第 188 处，共 188 处"))
        self.error = QLabel()
        self.error.setObjectName("findError")
        self.error.setWordWrap(True)
        self.one = _button("替换", "替换这一处")
        self.one_and_next = _button("替换并找下一处", "替换这一处，再找下一处（Enter）")
        self.every = _button("全部替换", "一次替换所有的，可以一步撤销")
        self._fold = _tool("chevron_down", "显示替换（Ctrl+H）")
        self.previous = _tool("up", "上一处（Shift+F3）")
        self.next = _tool("down", "下一处（F3 或 Enter）")
        self._close = _tool("close", "关闭（Esc）")
        self._arrange()
        self._wire()
        self.show_replace(False)
        self.say_error("")
        self.hide()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 5, 8, 5)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        options, replacing = QHBoxLayout(), QHBoxLayout()
        options.setSpacing(2)
        for widget in (self.case, self.whole, self.regex, self.scope):
            options.addWidget(widget)
        options.addSpacing(6)
        options.addWidget(self.count)
        for widget in (self.previous, self.next, self._close):
            options.addWidget(widget)
        self._replacing = QWidget()
        self._replacing.setLayout(replacing)
        replacing.setContentsMargins(0, 0, 0, 0)
        replacing.setSpacing(6)
        for button in (self.one, self.one_and_next, self.every):
            replacing.addWidget(button)
        replacing.addStretch(1)
        grid.addWidget(self._fold, 0, 0)
        grid.addWidget(self.words, 0, 1)
        grid.addLayout(options, 0, 2)
        grid.addWidget(self.error, 1, 1, 1, 2)
        grid.addWidget(self.template, 2, 1)
        grid.addWidget(self._replacing, 2, 2)
        grid.setColumnStretch(1, 1)

    def _wire(self) -> None:
        self.words.textChanged.connect(self.query_changed)
        for option in (self.case, self.whole, self.regex):
            option.toggled.connect(self.query_changed)
        self.scope.toggled.connect(self.scope_asked)
        self._fold.clicked.connect(lambda: self.show_replace(not self.replacing))
        self.previous.clicked.connect(self.previous_asked)
        self.next.clicked.connect(self.next_asked)
        self._close.clicked.connect(self.closed)
        self.one.clicked.connect(lambda: self.replace_asked.emit(False))
        self.one_and_next.clicked.connect(lambda: self.replace_asked.emit(True))
        self.every.clicked.connect(self.all_asked)
        for field in (self.words, self.template):
            field.installEventFilter(self)
        rest = (self.one, self.one_and_next, self.every, self.case, self.whole, self.regex, self.scope)
        for before, after in pairwise((self._fold, self.words, self.template, *rest, self.previous, self.next, self._close)):
            QWidget.setTabOrder(before, after)

    @property
    def query(self) -> Query:
        """What is looked for."""
        return Query(self.words.text(), self.case.isChecked(), self.whole.isChecked(), self.regex.isChecked())

    @property
    def replacing(self) -> bool:
        """Whether its second row is open."""
        return not self._replacing.isHidden()

    def show_replace(self, shown: bool) -> None:
        """Open or close the second row."""
        self.template.setVisible(shown)
        self._replacing.setVisible(shown)
        give_icon(self._fold, "chevron_up" if shown else "chevron_down")
        self._fold.setToolTip("收起替换" if shown else "显示替换（Ctrl+H）")

    def say_count(self, at: int | None, count: int) -> None:
        """Say which of how many matches is selected; `at` counts from 0."""
        here = f"第 {at + 1} 处，共 {count} 处" if at is not None else f"共 {count} 处"
        self.count.setText((here if count else "没有找到") if self.words.text() and not self.error.text() else "")
        for button in (self.previous, self.next, self.one, self.one_and_next, self.every):
            button.setEnabled(count > 0)

    def say_error(self, sentence: str) -> None:
        """Say under the field what is wrong with it, "" for nothing."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter goes back; in the lower field Enter replaces."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return super().eventFilter(watched, event)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.previous_asked.emit()
        elif watched is self.template:
            self.replace_asked.emit(True)
        else:
            self.next_asked.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _field(name: str, hint: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setMinimumWidth(120)
    return field


def _toggle(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setCheckable(True)
    return button


def _tool(name: str, tip: str) -> QToolButton:
    button = QToolButton()
    give_icon(button, name)
    button.setIconSize(QSize(16, 16))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setProperty("toggle", True)  # a small one
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button
