"""Questions to the person that stop everything else: file names and whether to save. One door, so that tests can answer."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.ui.icons import pixmap

ISSUE_FILTER = "编报简报 (*.jianbao)"
SUBMISSION_FILTER = "来稿 (*.txt *.text *.md *.jianbao *.docx *.doc *.wps *.pdf);;所有文件 (*)"
"""Word, WPS and PDF files can't be read yet, but a clerk who looks for one is to find it, and to be told what to do."""

_FILE_LABELS = {
    QFileDialog.DialogLabel.LookIn: "位置：",
    QFileDialog.DialogLabel.FileName: "文件名：",
    QFileDialog.DialogLabel.FileType: "类型：",
    QFileDialog.DialogLabel.Accept: "打开",
    QFileDialog.DialogLabel.Reject: "取消",
}


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
        dialog = self._file_dialog(title, folder, files)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return next(iter(_chosen(dialog)), None)

    def open_names(self, title: str, folder: str, files: str) -> list[Path]:
        """Some files to open."""
        dialog = self._file_dialog(title, folder, files)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return _chosen(dialog)

    def save_name(self, title: str, proposed: Path, files: str) -> Path | None:
        """A name to save under; the dialog asks itself before a file is replaced."""
        dialog = self._file_dialog(title, str(proposed.parent), files)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "保存")
        dialog.setDefaultSuffix(proposed.suffix.lstrip("."))
        dialog.selectFile(proposed.name)
        return next(iter(_chosen(dialog)), None)

    def _file_dialog(self, title: str, folder: str, files: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, folder, files)
        for label, word in _FILE_LABELS.items():  # Qt's own Chinese leaves some of them in English
            dialog.setLabelText(label, word)
        return dialog

    def unsaved(self, name: str) -> Answer:
        """Whether to save an issue before it is closed."""
        box = QMessageBox(self._window)
        box.setWindowTitle("编报")
        box.setIconPixmap(pixmap("info", 36, box.devicePixelRatioF()))
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
        if clicked == save:
            return Answer.SAVE
        return Answer.DROP if clicked == drop else Answer.CANCEL

    def delete_articles(self, count: int) -> bool:
        """Whether to delete several articles at once."""
        box = QMessageBox(self._window)
        box.setWindowTitle("编报")
        box.setIconPixmap(pixmap("info", 36, box.devicePixelRatioF()))
        box.setText(f"选中的文字里有 {count} 篇完整的文章，要一起删去吗？")
        box.setInformativeText("删去以后还可以撤销。")
        delete = box.addButton("删去", QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton("不删", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(delete)
        box.setEscapeButton(keep)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return clicked == delete


def _chosen(dialog: QFileDialog) -> list[Path]:
    """Ask, and let the dialog go."""
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    names = dialog.selectedFiles() if accepted else []
    dialog.deleteLater()
    return [Path(name) for name in names]
