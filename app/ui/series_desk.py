"""The numbers that the library knows are shown, and where the count began before the program came is written down (期号)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.desk.signing import this_moment
from app.ui.background import Background

if TYPE_CHECKING:
    from app.errors import UserError
    from app.model.signing import Series
    from app.ui.month_tools import Host
    from app.ui.series_dialog import SeriesDialog

_LONGEST_WAIT_S = 5.0


class SeriesDesk(QObject):
    """`acts` are the commands, by the names of their actions."""

    def __init__(self, host: Host) -> None:
        super().__init__(host.session)
        self._host = host
        self._background = Background("signing", self)
        self._again = False
        self._wanted: Callable[[], None] | None = None
        self.dialog: SeriesDialog | None = None
        self.acts: dict[str, Callable[[], object]] = {"numbers": self.show}
        host.library.opened.connect(self._ask)
        host.library.moved.connect(self._ask)

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._background.wait(_LONGEST_WAIT_S)

    def show(self) -> None:
        """Show the series, those of the bulletin at hand first."""
        from app.ui.series_dialog import SeriesDialog

        issue = self._host.session.issue
        bulletin = issue.masthead.name if issue is not None and not self._host.session.sample else ""
        dialog = self.dialog = SeriesDialog(bulletin, this_moment().year, self._host.window)
        dialog.begin_asked.connect(self._begin)
        dialog.open_asked.connect(lambda path: self._host.files.open_path(Path(path)))
        dialog.finished.connect(lambda _: self._gone())
        dialog.open()
        self._host.library.open_soon(again=True)
        self._ask()

    def _ask(self) -> None:
        from app.desk.numbers import runs_of

        library = self._host.library.library
        if self.dialog is not None and library is not None:
            started = self._background.start(lambda: runs_of(library), self._show, self._say)
            self._again = self._again or not started

    def _show(self, runs: object) -> None:
        if self.dialog is not None:
            self.dialog.show_runs(runs)  # type: ignore[arg-type]  # what the thread gave
        self._next()

    def _begin(self, bulletin: str, series: Series, year: int, number: int) -> None:
        library = self._host.library.library
        if library is None or self.dialog is None:
            return
        self.dialog.say("")
        self._wanted = partial(library.signed.begin_after, bulletin, series, year, number)
        self._write()

    def _write(self) -> None:
        """Write down what was entered last, now or when the library has been looked at."""
        if self._wanted is not None and self._background.start(self._wanted, lambda _: self._ask_again(), self._say):
            self._wanted = None

    def _ask_again(self) -> None:
        self._ask()
        self._next()

    def _say(self, error: UserError) -> None:
        if self.dialog is not None:
            self.dialog.say(error.sentence)
        self._next()

    def _next(self) -> None:
        self._write()
        if self._again:
            self._again = False
            self._ask()

    def _gone(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
            self._wanted = None
