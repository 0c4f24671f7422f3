"""从现有简报取版式: a file of the office's last issue is read off the window's thread, and what was found opens in a dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.ui.asking import Asker
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.session import Session
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.desk.taking import Taken
    from app.ui.look_dialog import LookDialog

_FILTER = "Word 或 WPS 文档 (*.docx *.doc *.docm *.dotx *.wps);;所有文件 (*)"


class LookTakingDesk(QObject):
    """`tuning_asked` brings a found look for the editor of templates."""

    tuning_asked = Signal(object)

    def __init__(self, session: Session, runner: TaskRunner, asker: Asker, memory: Memory, bar: MessageBar, window: QWidget) -> None:
        super().__init__(session)
        self._session, self._runner, self._asker = session, runner, asker
        self._memory, self._bar, self._window = memory, bar, window
        self.dialog: LookDialog | None = None

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """The commands, by the names of their actions."""
        return {"take_look": self.choose}

    def choose(self) -> None:
        """Ask for a file and read it."""
        path = self._asker.open_name("从现有简报取版式", self._memory.folder, _FILTER)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read a file, and show what was found in it."""
        from app.desk.taking import take_look

        try:
            self._runner.start(f"正在读“{path.name}”的版式", lambda _task: take_look(path), self._show)
        except UserError as error:
            self._bar.say("warning", error.sentence)

    def wait(self) -> None:
        """Stop, for the window closes."""
        if self.dialog is not None:
            self.dialog.done(0)

    def _show(self, taken: Taken) -> None:
        from app.desk.own_templates import OwnTemplates
        from app.ui.look_dialog import LookDialog

        self.wait()
        dialog = self.dialog = LookDialog(taken, OwnTemplates(), self._session.resolver, self._asker, self._window)
        dialog.tuning_asked.connect(self.tuning_asked)
        dialog.saved.connect(lambda name: self._bar.say("done", f"版式“{name}”存好了，新建简报时可以选它。"))
        dialog.finished.connect(lambda _: self._gone(dialog))
        dialog.show()

    def _gone(self, dialog: LookDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
        dialog.pages.wait()
        dialog.deleteLater()
