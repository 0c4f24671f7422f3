"""What the proofreading knows of the issue at hand becomes a window beside the pages: 统一称谓."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from app.edit.change import Label
from app.edit.proof_commands import Fix, fix
from app.ui.check_desk import CheckDesk
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.session import Session

if TYPE_CHECKING:
    from app.ui.unify_dialog import UnifyDialog


class UnifyDesk(QObject):
    """Opens it; it follows the issue while it is open."""

    def __init__(self, session: Session, pages: PageEditor, checks: CheckDesk, bar: MessageBar, window: QWidget) -> None:
        super().__init__(session)
        self._session, self._pages, self._checks, self._bar, self._window = session, pages, checks, bar, window
        self.unifying: UnifyDialog | None = None
        checks.found.connect(self._show_namings)
        session.opened.connect(self._close)

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """The commands, by the names of their actions."""
        return {"unify": self.unify}

    def unify(self) -> None:
        """Open 统一称谓."""
        from app.ui.unify_dialog import UnifyDialog

        if self.unifying is None:
            self.unifying = UnifyDialog(self._window)
            self.unifying.wanted.connect(self._take)
            self.unifying.finished.connect(lambda _: self._gone())
        self._show_namings()
        _open(self.unifying)

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._close()

    def _take(self, fixes: tuple[Fix, ...]) -> None:
        if self._session.perform(fix, fixes, Label.UNIFY):
            self._bar.say("done", f"统一了 {len(fixes)} 处。", [("撤销", self._session.undo)], until_change=True)
            self._show_namings()

    def _show_namings(self) -> None:
        issue, dialog = self._session.issue, self.unifying
        if issue is not None and dialog is not None:
            dialog.show_namings(issue, self._checks.namings(issue))

    def _close(self) -> None:
        if self.unifying is not None:
            self.unifying.close()

    def _gone(self) -> None:
        dialog, self.unifying = self.unifying, None
        if dialog is not None:
            dialog.deleteLater()


def _open(dialog: QDialog) -> None:
    dialog.show()
    dialog.activateWindow()
