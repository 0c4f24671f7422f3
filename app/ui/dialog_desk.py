"""Dialogs that show something: templates to choose, what was carried over, about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from app.ui.file_desk import FileDesk
from app.ui.naming import number_words
from app.ui.session import Session

if TYPE_CHECKING:
    from app.desk.next_issue import NextIssue


class DialogDesk:
    """Opens dialogs over the window; they are gone when they are closed."""

    def __init__(self, session: Session, files: FileDesk, window: QWidget) -> None:
        self._session, self._files, self._window = session, files, window

    def choose_template(self) -> None:
        """Let the person choose a template, and start an issue from it."""
        from app.ui.new_dialog import NewDialog

        dialog = NewDialog(self._session.resolver, self._window)
        dialog.accepted.connect(lambda: self._files.new_from_template(dialog.template_name))
        self._open(dialog)

    def show_carried(self, found: NextIssue) -> None:
        """List what the new issue took over from the last one."""
        rows = [(item.what, item.text) for item in found.carried]
        lead = f"新的一期是{number_words(found.issue)}，下面这些沿用了上一期，请看一眼有没有要改的。日期等签发时再填。"
        self._list("新建下一期", lead, rows)

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """List what to look over after a text was composed."""
        self._list("请核对", "编成这一期时，下面这些地方和原文不一样，请看一眼：", [(f"{at}.", note) for at, note in enumerate(notes, 1)])

    def about(self) -> None:
        """Say what this program is."""
        from app.ui.dialogs import AboutDialog

        self._open(AboutDialog(self._session.faces, self._window))

    def show_shortcuts(self) -> None:
        """Show all keys."""
        from app.ui.shortcut_sheet import ShortcutSheet

        self._open(ShortcutSheet(self._window))

    def _list(self, title: str, lead: str, rows: list[tuple[str, str]]) -> None:
        from app.ui.dialogs import ListDialog

        self._open(ListDialog(title, lead, rows, self._window))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()
