"""Questions to the person that stop everything else: file names and whether to save. One door, so that tests can answer."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

ISSUE_FILTER = "编报简报 (*.jianbao)"
SUBMISSION_FILTER = "来稿 (*.txt *.text *.md *.jianbao);;所有文件 (*)"


class Answer(Enum):
    """What to do with an issue that isn't saved."""

    SAVE = "save"
    DROP = "drop"
    CANCEL = "cancel"


class Asker:
    """Asks in dialogs over `window`."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def open_name(self, title: str, folder: str, files: str) -> Path | None:
        """A file to open."""
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, files)
        return Path(name) if name else None

    def open_names(self, title: str, folder: str, files: str) -> list[Path]:
        """Some files to open."""
        names, _ = QFileDialog.getOpenFileNames(self._window, title, folder, files)
        return [Path(name) for name in names]

    def save_name(self, title: str, proposed: Path, files: str) -> Path | None:
        """A name to save under; the dialog asks itself before a file is replaced."""
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(proposed), files)
        return Path(name) if name else None

    def unsaved(self, name: str) -> Answer:
        """Whether to save an issue before it is closed."""
        box = QMessageBox(self._window)
        box.setWindowTitle("编报")
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(f"“{name}”还没有保存。")
        box.setInformativeText("要先保存吗？不保存的话，刚才的改动就没有了。")
        save = box.addButton("保存", QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton("不保存", QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return {id(save): Answer.SAVE, id(drop): Answer.DROP}.get(id(clicked), Answer.CANCEL)
