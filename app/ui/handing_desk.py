"""交接, 打开交接文件 and the shared library become long jobs off the window's thread, each after one dialog that says what will happen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from app.errors import UserError

if TYPE_CHECKING:
    from app.desk.handing import HandingPlan, Incoming, Outcome
    from app.desk.publish import Task
    from app.store.library.library import Library
    from app.ui.incoming_dialog import IncomingDialog
    from app.ui.month_tools import Host


class HandingDesk(QObject):
    """Works on the library of the window, once it is open. `dialog` is the one that is asked in just now."""

    def __init__(self, host: Host) -> None:
        super().__init__(host.session)
        self._desk, self._runner, self._memory, self._bar = host.library, host.runner, host.memory, host.bar
        self._asker, self._window = host.asker, host.window
        self._open = ExitStack()
        self.dialog: QDialog | None = None

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """The commands, by the names of their actions."""
        return {"hand_over": self.hand_over, "open_handover": self.open_handover, "shared_library": self.share}

    def wait(self) -> None:
        """Stop, for the window closes; whatever was under way is stopped, and nothing of it written."""
        if self.dialog is not None:
            self.dialog.done(0)
        self._runner.wait()
        self._let_go()

    def hand_over(self) -> None:
        """Ask what goes along and where to, and write the file."""
        from app.ui.hand_over_dialog import HandOverDialog

        dialog = HandOverDialog(self._window)
        dialog.accepted.connect(lambda: self._ask_where(originals=dialog.with_originals))
        self._show(dialog)

    def open_handover(self) -> None:
        """Ask for a file, look what is in it, and ask what shall be done."""
        from app.desk.handing import FILTER

        path = self._asker.open_name("打开交接文件", self._memory.folder, FILTER)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Look what is in a file, and ask what shall be done."""
        self._with_library(lambda library: self._start("正在打开交接文件", lambda task: self._look(library, path, task), self._ask))

    def share(self) -> None:
        """Ask where the office's library shall be."""
        from app.desk.library import library_address
        from app.desk.moving import OWN, place_words
        from app.ui.shared_dialog import SharedDialog

        data = self._memory.data
        dialog = SharedDialog(place_words(data), on_server=bool(library_address(data)), parent=self._window)
        dialog.move_asked.connect(self._move)
        dialog.home_asked.connect(lambda: self._move(OWN))
        dialog.use_asked.connect(self._use)
        self._show(dialog)

    def _ask_where(self, *, originals: bool) -> None:
        from app.desk.handing import FILTER, export_office, proposed_name

        proposed = Path(self._memory.folder) / proposed_name()
        path = self._asker.save_name("导出交接文件", proposed, FILTER)
        if path is None:
            return
        if path.suffix.lower() != proposed.suffix:
            path = path.with_name(path.name + proposed.suffix)
        data = self._memory.data

        def start(library: Library) -> None:
            self._start(
                "正在导出交接文件",
                lambda task: export_office(library, data, path, task, originals=originals),
                lambda comes: self._bar.say("done", f"已存为“{path.name}”。{comes.words()}"),
            )

        self._with_library(start)

    def _look(self, library: Library, path: Path, task: Task) -> tuple[ExitStack, Incoming, HandingPlan]:
        """In the thread."""
        from app.desk.handing import incoming

        with ExitStack() as stack:
            came = stack.enter_context(incoming(path, self._memory.data, task))
            return stack.pop_all(), came, came.plan(library, self._memory.data)

    def _ask(self, looked: tuple[ExitStack, Incoming, HandingPlan]) -> None:
        from app.ui.incoming_dialog import IncomingDialog

        self._let_go()
        self._open, came, plan = looked
        dialog = IncomingDialog(came.comes, plan, self._window)
        dialog.rejected.connect(self._let_go)
        dialog.accepted.connect(lambda: self._with_library(lambda library: self._take(library, came, dialog)))
        self._show(dialog)

    def _take(self, library: Library, came: Incoming, dialog: IncomingDialog) -> None:
        decisions, data, stack = dict(dialog.decisions), self._memory.data, self._open.pop_all()

        def job(task: Task) -> Outcome:
            with stack:
                return came.take(library, data, decisions, task)

        if not self._start("正在并入", job, self._took):
            stack.close()

    def _took(self, outcome: Outcome) -> None:
        if outcome.settings:
            self._memory.note(**outcome.settings)
        self._bar.say("warning" if outcome.failed else "done", outcome.words())
        self._desk.written.emit()

    def _move(self, to: str) -> None:
        from app.desk.moving import move_library

        data = self._memory.data
        self._start("正在搬来稿库", lambda task: move_library(data, to, task), lambda moved: self._moved(moved.words()))

    def _use(self, address: str) -> None:
        from app.desk.moving import use_library

        data = self._memory.data
        self._start("正在改用单位的来稿库", lambda _task: use_library(data, address), lambda _: self._moved("改用单位的来稿库了。"))

    def _moved(self, words: str) -> None:
        self._bar.say("done", words)
        self._desk.reopen()

    def _start(self, what: str, job: Callable[[Task], object], done: Callable[..., None]) -> bool:
        """Begin a long job; False where another one is under way, which is said."""
        try:
            self._runner.start(what, job, done)
        except UserError as error:
            self._bar.say("warning", error.sentence)
            return False
        return True

    def _with_library(self, act: Callable[[Library], object]) -> None:
        """Do something with the open library, or as soon as it is open."""
        if self._desk.library is not None:
            act(self._desk.library)
            return
        self._desk.opened.connect(lambda: self._with_library(act), Qt.ConnectionType.SingleShotConnection)
        self._desk.open_soon(again=True)

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(lambda _: self._gone(dialog))
        dialog.open()

    def _gone(self, dialog: QDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
        dialog.deleteLater()

    def _let_go(self) -> None:
        """Close the hand-over file that stands open."""
        stack, self._open = self._open, ExitStack()
        stack.close()
