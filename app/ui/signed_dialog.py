"""The versions of an issue that were signed become a list to open or to export one from (签发过的版本)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from app.model.signing import SignedIssue
from app.ui.fields import quiet_label
from app.ui.icons import icon

_SIZE = (600, 340)


class SignedDialog(QDialog):
    """The newest first. `open_asked` and `export_asked` bring the `SignedIssue` that was chosen."""

    open_asked = Signal(object)
    export_asked = Signal(object)

    def __init__(self, signatures: Sequence[SignedIssue], parent: QWidget | None = None) -> None:
        from app.ui.signed_changes import version_words

        super().__init__(parent)
        self.setWindowTitle("签发过的版本")
        self.resize(*_SIZE)
        self._shown = tuple(reversed(signatures))
        self.list = QListWidget()
        self.list.setAccessibleName("签发过的版本")
        for at, one in enumerate(self._shown):
            self.list.addItem(version_words(one))
            self.list.item(at).setIcon(icon("file"))
            self.list.item(at).setToolTip(version_words(one))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _: self._send(self.open_asked))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for words, signal, main in (("打开来看", self.open_asked, True), ("导出…", self.export_asked, False)):
            button = QPushButton(words)
            button.setProperty("main", "true" if main else "false")
            button.setDefault(main)
            button.setAutoDefault(main)
            button.clicked.connect(lambda _=False, signal=signal: self._send(signal))
            buttons.addWidget(button)
        close = QPushButton("关闭")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addWidget(quiet_label("每次签发时的整期都留在来稿库里。打开的是副本，只能看和导出，不动现在的文件。"))
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def _send(self, signal: SignalInstance) -> None:
        chosen = self._shown[self.list.currentRow()]
        self.accept()
        signal.emit(chosen)
