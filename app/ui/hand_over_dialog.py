"""The wish to hand over the office becomes a choice: with the submissions as they came, or without."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QVBoxLayout, QWidget

from app.ui.answers import yes_or_cancel

_PARTS = (
    "收到的来稿（文字、单位、状态、备注）和编过的简报",
    "签发过的每一期，连同原样的 .jianbao 和期号",
    "采用统计、分值和分组，已经结过的月份",
    "版式模板、审签单、词表、领导名单、单位名称和校对设置",
)


class HandOverDialog(QDialog):
    """Accepted where the file shall be written; `with_originals` says what goes along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("交接")
        self.setMinimumWidth(560)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(10)
        title = QLabel("把整个单位的工作存成一个文件")
        title.setProperty("role", "title")
        column.addWidget(title)
        said = QLabel("放进 U 盘交给接手的人，在那边“办公 → 打开交接文件”，就能接着编。里面有：")
        said.setWordWrap(True)
        column.addWidget(said)
        for part in _PARTS:
            line = QLabel(f"·　{part}")
            line.setWordWrap(True)
            column.addWidget(line)
        self._originals = QCheckBox("连同来稿原件（收到的文件、照片、聊天记录），文件会大得多")
        column.addSpacing(4)
        column.addWidget(self._originals)
        note = QLabel("里面有电话和没有公开的文字，只交给接手的人。没有保存的稿子、清样和过稿记录不在里面。")
        note.setProperty("role", "quiet")
        note.setWordWrap(True)
        column.addWidget(note)
        buttons, _ = yes_or_cancel(self, "选位置导出…")
        column.addWidget(buttons)

    @property
    def with_originals(self) -> bool:
        """Whether the files that submissions came in go along."""
        return self._originals.isChecked()
