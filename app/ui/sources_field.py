"""The submissions that an article was made of become rows in the panel: title, share, and the ways to the original."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.model.submission import Share, Source
from app.ui.elided_label import ElidedLabel
from app.ui.fields import ChoiceField, field_label, small_button


class SourcesField(QWidget):
    """Hidden where there is none.

    `shared` brings a submission and its share, `unlinked` and `opened` a submission; `compared` asks for 与原稿比较.
    """

    shared = Signal(str, str)
    unlinked = Signal(str)
    opened = Signal(str)
    compared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title_of: Callable[[str], str] = lambda _: "来稿"
        self._shown: tuple[tuple[Source, str], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 0)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.addWidget(field_label("来稿"), 1)
        self.compare = QPushButton("与原稿比较")
        self.compare.setProperty("quiet", "true")
        self.compare.setProperty("small", "true")
        self.compare.clicked.connect(self.compared)
        head.addWidget(self.compare)
        column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(3)
        column.addLayout(self._rows)
        self.hide()

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Show the rows; nothing is made anew where they stay the same."""
        shown = tuple((source, self.title_of(source.submission)) for source in sources)
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for source, title in shown:
            self._rows.addWidget(self._row(source, title))

    def renew(self) -> None:
        """Ask for the titles again: the library was opened or written."""
        self.show_sources(tuple(source for source, _ in self._shown))

    def _row(self, source: Source, title: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        name = ElidedLabel()
        name.setText(title)
        line.addWidget(name, 1)
        share = ChoiceField([(one.value, one.value) for one in Share])
        share.setAccessibleName(f"《{title}》怎样采用")
        share.setToolTip("独立成篇、几份综合、作为简讯，还是只取一句话；统计时分开计")
        share.show_value(source.share.value)
        share.chosen.connect(lambda value: self.shared.emit(source.submission, value))
        line.addWidget(share)
        see = small_button("article", "看这份来稿")
        see.clicked.connect(lambda: self.opened.emit(source.submission))
        line.addWidget(see)
        gone = small_button("close", "取消关联：这篇文章不是用它编的")
        gone.clicked.connect(lambda: self.unlinked.emit(source.submission))
        line.addWidget(gone)
        return row
