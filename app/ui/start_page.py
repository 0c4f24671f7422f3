"""With nothing open, the middle of the window says kindly what to do first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import give_icon, pixmap

if TYPE_CHECKING:
    from app.desk.sign_off import InWork

_FOLDER_PX, _LONGEST_NAME = 380, 16
_MOST_RECENT, _MOST_BESIDE = 5, 3
"""Recent files: alone, and below issues in work, so that both fit a small screen."""


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    return label


class StartPage(QWidget):
    """Signals name what was pressed; `open_recent` carries the path."""

    next_issue = Signal()
    from_template = Signal()
    open_file = Signal()
    open_sample = Signal()
    open_recent = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self._in_work: frozenset[str] = frozenset()
        self._lately: tuple[str, ...] = ()
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(14)
        outer.addLayout(column)
        outer.addStretch(1)
        column.addStretch(2)
        column.addLayout(self._head())
        column.addSpacing(8)
        column.addWidget(self._cards())
        column.addSpacing(8)
        self._work_head = _label("手头的几期", "field")
        column.addWidget(self._work_head)
        self._work = QVBoxLayout()
        self._work.setSpacing(0)
        column.addLayout(self._work)
        self._work_head.hide()
        self._recent_head = _label("最近打开", "field")
        column.addWidget(self._recent_head)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        column.addLayout(self._recent)
        column.addStretch(3)
        self.show_recent(())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        mark = QLabel()
        mark.setPixmap(pixmap("bianbao", 52, self.devicePixelRatioF()))
        row.addWidget(mark)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(_label("编报", "title"))
        words.addWidget(_label("把来稿编成一期简报，屏幕上看到的就是印出来的。", "quiet"))
        row.addLayout(words)
        row.addStretch(1)
        return row

    def _cards(self) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(560)
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(12)
        for icon_name, title, words, signal, main in (
            ("next_issue", "新建下一期", "沿用上一期的版式、报头、报送单位和印数，期号自动加一。", self.next_issue, True),
            ("from_template", "从模板新建", "第一次编这种简报时，从工作简报等模板开始。", self.from_template, False),
            ("open", "打开", "继续编已有的简报，也可以把文件拖到窗口里。", self.open_file, False),
            ("article", "看示例", "打开一期编好的示例，随便试，不会改坏。", self.open_sample, False),
        ):
            row = QHBoxLayout()
            row.setSpacing(16)
            button = QPushButton(title)
            give_icon(button, icon_name + ("_white" if main else ""))
            button.setIconSize(QSize(18, 18))
            button.setFixedSize(140, 34)
            button.setProperty("main", "true" if main else "false")
            button.clicked.connect(signal)
            row.addWidget(button)
            row.addWidget(_label(words, "quiet"), 1)
            column.addLayout(row)
        return card

    def show_work(self, rows: Sequence[InWork]) -> None:
        """List the issues in work that the library knows, with how far each has come; nothing where there are none."""
        self._in_work = frozenset(row.path for row in rows)
        _emptied(self._work)
        self._work_head.setVisible(bool(rows))
        for row in rows:
            name = row.bulletin[-_LONGEST_NAME:]
            self._add(self._work, f"{name}　{row.number}", row.path, row.stage, "masthead")
        self.show_recent(self._lately)

    def show_recent(self, recent: Sequence[str]) -> None:
        """List the files that were open lately, without those in work; say so when there are none."""
        self._lately = tuple(recent)
        recent = [name for name in recent if name not in self._in_work]
        _emptied(self._recent)
        self._recent_head.setVisible(bool(recent) or not self._in_work)
        if not recent and not self._in_work:
            self._recent.addWidget(_label("还没有。保存过的简报会列在这里。", "quiet"))
        for name in recent[: _MOST_BESIDE if self._in_work else _MOST_RECENT]:
            path = Path(name)
            self._add(self._recent, path.stem, name, str(path.parent), "file")

    def _add(self, column: QVBoxLayout, words: str, path: str, beside: str, picture: str) -> None:
        button = QPushButton(words)
        give_icon(button, picture)
        button.setProperty("quiet", "true")
        button.setStyleSheet("text-align: left;")
        button.setToolTip(path)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _=False, path=path: self.open_recent.emit(path))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(button)
        quiet = _label("", "quiet")
        quiet.setWordWrap(False)
        quiet.setText(quiet.fontMetrics().elidedText(beside, Qt.TextElideMode.ElideMiddle, _FOLDER_PX))
        line.addWidget(quiet, 1)
        column.addWidget(row)


def _emptied(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.setParent(None)
            old.deleteLater()
