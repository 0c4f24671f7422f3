"""Templates are edited in a dialog beside the pages, and what was made there becomes the open issue's look in one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.desk.found_look import FoundLook
from app.edit.look_commands import adjust_template, apply_template
from app.errors import UserError
from app.model.template import Template
from app.ui.asking import Asker
from app.ui.memory import Memory
from app.ui.session import Session

if TYPE_CHECKING:
    from app.ui.template_dialog import TemplateDialog


class TemplateDesk(QObject):
    """Opens 版式模板 on the template that is wished for."""

    def __init__(self, session: Session, asker: Asker, memory: Memory, window: QWidget) -> None:
        super().__init__(session)
        self._session, self._asker, self._memory, self._window = session, asker, memory, window
        self.dialog: TemplateDialog | None = None
        self._applying = False
        session.failed.connect(self._tell)
        session.opened.connect(lambda: self._follow(another=True))
        session.changed.connect(lambda _: self._follow(another=False))

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """The commands, by the names of their actions."""
        return {"templates": self.open, "issue_template": self.open_issue}

    def open(self) -> TemplateDialog:
        """Open the dialog."""
        from app.desk.template_shelf import Shelf
        from app.ui.template_dialog import TemplateDialog

        if self.dialog is None:
            self.dialog = TemplateDialog(
                Shelf(), self._session.resolver, self._asker, lambda: self._session.issue, lambda: self._memory.folder, self._window
            )
            self.dialog.apply_asked.connect(self._apply)
            self.dialog.finished.connect(lambda _: self._gone())
        self.dialog.show()
        self.dialog.activateWindow()
        return self.dialog

    def open_issue(self) -> None:
        """Open the dialog on the open issue's own look."""
        self.open().show_issue_slot()

    def open_look(self, look: FoundLook) -> None:
        """Open the dialog on what was taken from a printed issue."""
        self.open().show_look(look)

    def wait(self) -> None:
        """Stop, for the window closes."""
        if self.dialog is not None:
            self.dialog.done(0)

    def _apply(self, template: Template, own: bool) -> None:
        self._applying = True
        done = self._session.perform(adjust_template if own else apply_template, template)
        self._applying = False
        if done and self.dialog is not None:
            self.dialog.say("眼前这一期用上了，可以在主窗口撤销。")

    def _tell(self, error: UserError) -> None:
        """Say in the dialog, too, why the issue doesn't take a template."""
        if self._applying and self.dialog is not None:
            self.dialog.bar.say("warning", error.sentence)

    def _follow(self, *, another: bool) -> None:
        if self.dialog is not None:
            self.dialog.show_issue(another=another)

    def _gone(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.pages.wait()
            dialog.deleteLater()
