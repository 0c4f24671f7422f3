"""A window that asks gets its two answers: the one it is there for, set off and taken by Enter, and 取消."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


def yes_or_cancel(dialog: QDialog, yes: str) -> tuple[QDialogButtonBox, QPushButton]:
    """The row of buttons that accepts the dialog with the words of ``yes`` or rejects it, and the button that accepts."""
    box = QDialogButtonBox()
    button = box.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
    button.setProperty("main", "true")
    button.setDefault(True)
    box.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box, button
