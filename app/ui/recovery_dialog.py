"""Issues that a dead program left unsaved become cards: a picture of the page, what it is, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.layout.frames import Page
from app.records import dataclass
from app.ui.colours import colours_of
from app.ui.glyphs import GlyphPainter
from app.ui.page_picture import page_picture

_PICTURE_PX = 168
_WIDTH_PX, _MOST_PX, _CARD_PX = 620, 640, 274


@dataclass(frozen=True, slots=True)
class Card:
    """What the person sees of one issue: the page on which the writing was, the name, and some lines of what it is."""

    page: Page
    name: str
    facts: tuple[str, ...]


class RecoveryDialog(QDialog):
    """`chosen` is the index of the card to bring back, None for later; `drop` removes one for good, if the person agrees."""

    def __init__(self, cards: Sequence[Card], drop: Callable[[int], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("恢复没有保存的稿子")
        self.chosen: int | None = None
        self._drop = drop
        self._glyphs = GlyphPainter()
        self._left = len(cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(12)
        lead = QLabel("上次编报没有正常关闭，下面的改动还没有存盘。恢复后先看一看，再自己保存；磁盘上的文件现在没有动。")
        lead.setWordWrap(True)
        column.addWidget(lead)
        column.addWidget(self._body(cards), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        later = QPushButton("以后再说")
        later.setToolTip("先放着，下次打开编报时再问；也可以从“文件”菜单里恢复")
        later.clicked.connect(self.reject)
        row.addWidget(later)
        column.addLayout(row)
        self.resize(_WIDTH_PX, min(_MOST_PX, 130 + _CARD_PX * len(cards)))

    def _body(self, cards: Sequence[Card]) -> QScrollArea:
        body = QWidget()
        body.setObjectName("listBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for index, card in enumerate(cards):
            column.addWidget(self._card(index, card))
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(body)
        return area

    def _card(self, index: int, card: Card) -> QFrame:
        frame = QFrame()
        frame.setObjectName("card")
        row = QHBoxLayout(frame)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(16)
        picture = QLabel()
        picture.setPixmap(page_picture(card.page, _PICTURE_PX, self.devicePixelRatioF(), self._glyphs))
        picture.setStyleSheet(f"border: 1px solid {colours_of(self.palette()).border};")
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(6)
        name = QLabel(card.name)
        name.setWordWrap(True)
        name.setProperty("role", "heading")
        words.addWidget(name)
        for fact in card.facts:
            label = QLabel(fact)
            label.setWordWrap(True)
            label.setProperty("role", "quiet")
            words.addWidget(label)
        words.addStretch(1)
        words.addLayout(self._buttons(index, frame))
        row.addLayout(words, 1)
        return frame

    def _buttons(self, index: int, frame: QFrame) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        restore = QPushButton("恢复")
        restore.setProperty("main", "true")
        restore.setDefault(index == 0)
        restore.clicked.connect(lambda: self._choose(index))
        row.addWidget(restore)
        drop = QPushButton("不要")
        drop.clicked.connect(lambda: self._drop_card(index, frame))
        row.addWidget(drop)
        row.addStretch(1)
        return row

    def _choose(self, index: int) -> None:
        self.chosen = index
        self.accept()

    def _drop_card(self, index: int, frame: QFrame) -> None:
        if not self._drop(index):
            return
        frame.hide()
        self._left -= 1
        if not self._left:
            self.reject()
