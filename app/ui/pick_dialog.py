"""The library's submissions become a list to choose one from: first those that the article is likely to go back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.edit.article_text import ArticleText
from app.errors import UserError
from app.model.issue import joined_title
from app.ui.inbox_words import second_line
from app.ui.later import Later

if TYPE_CHECKING:
    from app.model.issue import Article
    from app.model.submission import SubmissionRecord
    from app.store.library.library import Library

_SIZE = (560, 480)
_ROW_PX = 28
_MOST_ROWS = 300
_DATA = Qt.ItemDataRole.UserRole


class PickDialog(QDialog):
    """`submission` is the chosen one's id, `links` whether it shall count as one that the article was made of.

    `file_asked`: a file that is not in the library is wanted instead.
    """

    file_asked = Signal()

    def __init__(self, library: Library | None, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("选一份来稿来对")
        self.resize(*_SIZE)
        self._library, self._article = library, article
        self._near: list[str] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        lead = QLabel(f"和文章《{joined_title(article.title) or '（没有标题）'}》对的来稿：")
        lead.setWordWrap(True)
        column.addWidget(lead)
        self.words = QLineEdit()
        self.words.setAccessibleName("查找来稿")
        self.words.setPlaceholderText("标题、单位、正文里的字")
        self.words.setClearButtonEnabled(True)
        column.addWidget(self.words)
        self.rows = QListWidget()
        self.rows.setAccessibleName("来稿")
        self.rows.setUniformItemSizes(True)
        self.rows.itemActivated.connect(lambda _: self.accept())
        self.rows.currentItemChanged.connect(lambda *_: self._show_buttons())
        column.addWidget(self.rows, 1)
        self.hint = QLabel()
        self.hint.setProperty("role", "quiet")
        self.hint.setWordWrap(True)
        column.addWidget(self.hint)
        self.link = QCheckBox("记作这篇文章的来稿（统计采用时算上）")
        self.link.setChecked(not article.sources)
        column.addWidget(self.link)
        row = QHBoxLayout()
        self.file = QPushButton("从文件选…")
        self.file.setAutoDefault(False)
        self.file.clicked.connect(self._ask_file)
        row.addWidget(self.file)
        row.addStretch(1)
        cancel = QPushButton("取消")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        self.take = QPushButton("对这一份")
        self.take.setProperty("main", "true")
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        row.addWidget(self.take)
        column.addLayout(row)
        self._later = Later(self._list, self)
        self.words.textChanged.connect(lambda _: self._later.soon())
        self._list()
        self.words.setFocus()

    @property
    def submission(self) -> str:
        """The chosen one's id, "" for none."""
        item = self.rows.currentItem()
        return str(item.data(_DATA)) if item is not None else ""

    @property
    def links(self) -> bool:
        """Whether it shall count as one that the article was made of."""
        return self.link.isChecked()

    def _list(self) -> None:
        self.rows.clear()
        try:
            near, rest = self._found()
        except UserError as error:
            near, rest = [], []
            self.hint.setText(error.sentence)
        else:
            self.hint.setText(self._hint(len(near) + len(rest)))
        for record in near:
            self._add(record, "【相近】")
        for record in rest[:_MOST_ROWS]:
            self._add(record, "")
        self.hint.setVisible(bool(self.hint.text()))
        if self.rows.count():
            self.rows.setCurrentRow(0)
        self._show_buttons()

    def _found(self) -> tuple[list[SubmissionRecord], list[SubmissionRecord]]:
        """The submissions that the article is like, and the others, both as far as they hold the words."""
        if self._library is None:
            return [], []
        from app.desk.relating import relatives
        from app.store.library.library import Query

        records = {record.id: record for record in self._library.records(Query(self.words.text()))}
        if self._near is None:
            own = relatives(self._library, ArticleText(self._article).text)
            self._near = [one.record.id for one in own if one.record is not None]
        near = [one for one in self._near if one in records]
        return [records[one] for one in near], [record for record in records.values() if record.id not in near]

    def _hint(self, count: int) -> str:
        if self._library is None:
            return "来稿箱还没有打开，可以从文件选。"
        if not count:
            return "来稿箱里没有这样的来稿，可以从文件选。" if self.words.text().strip() else "来稿箱里还没有来稿，可以从文件选。"
        return f"只列出了前 {_MOST_ROWS} 份，请写几个字再找。" if count > _MOST_ROWS else ""

    def _add(self, record: SubmissionRecord, mark: str) -> None:
        head = f"{mark}　{record.title}" if mark else record.title
        item = QListWidgetItem(f"{head}　　{second_line(record)}")
        item.setData(_DATA, record.id)
        item.setToolTip(f"{head}\n{second_line(record)}\n{record.opening}")
        item.setSizeHint(QSize(0, _ROW_PX))
        self.rows.addItem(item)

    def _show_buttons(self) -> None:
        self.take.setEnabled(bool(self.submission))

    def _ask_file(self) -> None:
        self.reject()
        self.file_asked.emit()
