"""What the office tells the proofreading is read from the library, edited in a dialog, written back at once, and told to the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.model.office_lists import OfficeLists
from app.ui.asking import Asker
from app.ui.background import Background
from app.ui.check_desk import CheckDesk
from app.ui.library_desk import LibraryDesk
from app.ui.memory import Memory

if TYPE_CHECKING:
    from app.proof.office import Office
    from app.store.library.library import Library
    from app.ui.office_dialog import OfficeDialog

_NOT_KEPT = "校对设置没有存下来。"
_READ_ONLY = "来稿库现在只能看不能改。"
_LONGEST_WAIT_S = 5.0


class OfficeDesk(QObject):
    """Opens 校对设置. What is edited there goes to the library by what changed, so that two desks don't undo one another."""

    def __init__(self, checks: CheckDesk, library: LibraryDesk, asker: Asker, memory: Memory, window: QWidget) -> None:
        super().__init__(checks)
        self._checks, self._library, self._asker, self._memory, self._window = checks, library, asker, memory, window
        self._background = Background("office", self)
        self._lists: OfficeLists | None = None
        self._done: list[tuple[OfficeLists, OfficeLists]] = []
        self._edits = 0
        self._again = False
        self._rule = ""
        self.dialog: OfficeDialog | None = None
        library.opened.connect(self._read)
        library.missing.connect(self._miss)
        library.written.connect(self._read)
        library.moved.connect(self._read)
        library.failed.connect(self._fail)
        checks.found.connect(self._show_findings)

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """The commands, by the names of their actions."""
        return {"check_settings": self.open}

    @property
    def busy(self) -> bool:
        """Whether the library is being read."""
        return self._background.busy

    def open(self, rule: str = "") -> None:
        """Open the dialog, at a rule where one is named."""
        from app.ui.office_dialog import OfficeDialog

        self._rule = rule
        if self.dialog is None:
            self._lists, self._done = None, []
            self.dialog = OfficeDialog(self._asker, lambda: self._memory.folder, self._window)
            self.dialog.edited.connect(self._take)
            self.dialog.undo_asked.connect(self._undo)
            self.dialog.finished.connect(lambda _: self._gone())
            self._library.open_soon(again=True)
            self._read()
            self._show_findings()
        elif self._lists is None:
            self._library.open_soon(again=True)
            self._read()
        elif rule:
            self.dialog.show_rule(rule)
        self.dialog.show()
        self.dialog.activateWindow()

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._background.wait(_LONGEST_WAIT_S)
        if self.dialog is not None:
            self.dialog.finish()
            self.dialog.done(0)

    def _take(self, lists: OfficeLists) -> None:
        before, self._lists = self._lists, lists
        if before is not None:
            self._done.append((before, lists))
            self._write(before, lists)

    def _undo(self) -> None:
        """Make the last step undone, and nothing that came from elsewhere since."""
        if self._done and self.dialog is not None:
            before, after = self._done.pop()
            self._write(after, before)
            self.dialog.say("撤销了。")

    def _write(self, before: OfficeLists, after: OfficeLists) -> None:
        self._edits += 1
        self._library.write_soon(lambda library: library.change_office_lists(before, after), _NOT_KEPT)
        if self.dialog is not None:
            self.dialog.allow_undo(bool(self._done))

    def _read(self) -> None:
        """Read what the library says, unless more is to be written first."""
        library = self._library.library
        if self.dialog is None or library is None or self._library.busy:
            return
        edits, first = self._edits, self._lists is None
        self._again = not self._background.start(
            lambda: _standing(library, tables=first), lambda found: self._show(edits, *found), lambda error: self._miss(error.sentence)
        )

    def _show(self, edits: int, lists: OfficeLists, delivered: Office | None) -> None:
        if self.dialog is None:
            return
        if (
            edits == self._edits and self._lists is not None and not lists.same(self._lists)
        ):  # another desk: its rows come in when the cell at hand is written
            self.dialog.finish()
        if edits == self._edits:  # else what was read is older than what stands in the dialog
            self._take_over(self.dialog, lists, delivered)
        if self._again or edits != self._edits:
            self._read()

    def _take_over(self, dialog: OfficeDialog, lists: OfficeLists, delivered: Office | None) -> None:
        self._lists = lists
        if delivered is None:
            dialog.show_lists(lists)
            if self._done:
                dialog.say_kept()
            return
        library = self._library.library
        dialog.serve(lists, delivered, library.notice or _READ_ONLY if library is not None and library.read_only else "")
        if self._rule:
            dialog.show_rule(self._rule)

    def _show_findings(self) -> None:
        if self.dialog is not None:
            self.dialog.show_findings(self._checks.findings)

    def _miss(self, sentence: str) -> None:
        if self.dialog is not None:
            self._lists = None
            self.dialog.wait_for(sentence)

    def _fail(self, sentence: str) -> None:
        """Something was not written: show what stands."""
        if self.dialog is not None:
            self._done.clear()
            self.dialog.allow_undo(False)
            self.dialog.fail(sentence)
            self._read()

    def _gone(self) -> None:
        dialog, self.dialog = self.dialog, None
        self._background.wait(0.0)
        if dialog is not None:
            dialog.deleteLater()


def _standing(library: Library, *, tables: bool) -> tuple[OfficeLists, Office | None]:
    """In the thread: what the library says, and the delivered tables where they are wanted."""
    from app.desk.proofreading import office_knowledge

    return library.office_lists(), office_knowledge() if tables else None
