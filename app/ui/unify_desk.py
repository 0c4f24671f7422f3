"""What the proofreading knows of the issue at hand becomes two windows beside the pages: 统一称谓 and 定稿前检查."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.edit.change import Label
from app.edit.proof_commands import Fix, fix
from app.errors import UserError
from app.ui.background import Background
from app.ui.check_desk import CheckDesk
from app.ui.library_desk import LibraryDesk
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.session import Session

if TYPE_CHECKING:
    from app.desk.final_check import Earlier
    from app.ui.final_dialog import FinalDialog
    from app.ui.unify_dialog import UnifyDialog


class UnifyDesk(QObject):
    """Opens them; both follow the issue while they are open. `looked` brings the lines of 定稿前检查, whenever they are another."""

    looked = Signal(object)

    def __init__(
        self, session: Session, pages: PageEditor, checks: CheckDesk, library: LibraryDesk, bar: MessageBar, window: QWidget
    ) -> None:
        super().__init__(session)
        self._session, self._pages, self._checks, self._library, self._bar, self._window = session, pages, checks, library, bar, window
        self._background = Background("earlier", self)
        self.unifying: UnifyDialog | None = None
        self.final: FinalDialog | None = None
        self._earlier: Earlier | None = None
        checks.found.connect(self._refresh)
        session.opened.connect(self._close)

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """The commands, by the names of their actions."""
        return {"unify": self.unify, "final_check": self.check}

    def unify(self) -> None:
        """Open 统一称谓."""
        from app.ui.unify_dialog import UnifyDialog

        if self.unifying is None:
            self.unifying = UnifyDialog(self._window)
            self.unifying.wanted.connect(self._take)
            self.unifying.finished.connect(lambda _: self._gone("unifying"))
        self._show_namings()
        _open(self.unifying)

    def check(self) -> None:
        """Open 定稿前检查; earlier issues are read off the window's thread."""
        from app.ui.final_dialog import FinalDialog

        if self.final is None:
            self.final = FinalDialog(self._window)
            self.final.place_chosen.connect(self._pages.edit_at)
            self.final.finished.connect(lambda _: self._gone("final"))
            self.looked.connect(self.final.show_lines)
        self.look()
        _open(self.final)

    def look(self) -> None:
        """Look through the issue: `looked` tells at once what shows on it, and again what the earlier ones add."""
        from app.desk.final_check import earlier_issues

        issue, library = self._session.issue, self._library.library
        self._earlier = None
        self._look_through()
        if issue is not None:
            self._background.start(lambda: earlier_issues(issue, library), self._take_earlier, self._fail)

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._background.wait(5.0)
        self._close()

    def _take(self, fixes: tuple[Fix, ...]) -> None:
        if self._session.perform(fix, fixes, Label.UNIFY):
            self._bar.say("done", f"统一了 {len(fixes)} 处。", [("撤销", self._session.undo)], until_change=True)
            self._show_namings()

    def _take_earlier(self, earlier: Earlier) -> None:
        self._earlier = earlier
        self._look_through()

    def _fail(self, error: UserError) -> None:
        self._bar.say("warning", error.sentence)

    def _refresh(self) -> None:
        if self.isSignalConnected(QMetaMethod.fromSignal(self.looked)):
            self._look_through()
        self._show_namings()

    def _show_namings(self) -> None:
        issue, dialog = self._session.issue, self.unifying
        if issue is not None and dialog is not None:
            dialog.show_namings(issue, self._checks.namings(issue))

    def _look_through(self) -> None:
        session = self._session
        if session.issue is None or session.layout is None or session.faces is None:
            return
        from app.desk.final_check import Earlier, final_check

        findings = self._checks.findings if self._checks.on else None
        self.looked.emit(final_check(session.issue, session.layout, session.faces, findings, self._earlier or Earlier()))

    def _close(self) -> None:
        for dialog in (self.unifying, self.final):
            if dialog is not None:
                dialog.close()

    def _gone(self, name: str) -> None:
        dialog = getattr(self, name)
        setattr(self, name, None)
        if dialog is not None:
            dialog.deleteLater()


def _open(dialog: QDialog) -> None:
    dialog.show()
    dialog.activateWindow()
