"""The distribution of the issue at hand is asked for, kept by the library, goes to paper and files, and is reminded of (分发单)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from app.errors import UserError
from app.ui.background import Background
from app.ui.naming import file_stem

if TYPE_CHECKING:
    from app.desk.distribution.sheets import SheetKind
    from app.layout.frames import Page
    from app.model.distribution import Portion
    from app.model.issue import Issue
    from app.store.library.library import Library
    from app.ui.distribution_dialog import DistributionDialog
    from app.ui.month_tools import Host

_NOT_KEPT = "分发单没有记下来。"
_LONGEST_WAIT_S = 5.0


class Kept(NamedTuple):
    """What the library holds: whose list, the one of the issue alone, and the standing one; None for one that nobody wrote."""

    bulletin: str
    issue: str
    own: tuple[Portion, ...] | None
    standing: tuple[Portion, ...] | None


class DistributionDesk(QObject):
    """`acts` are the commands, by the names of their actions."""

    def __init__(self, host: Host) -> None:
        super().__init__(host.session)
        self._host = host
        self._background = Background("distribution", self)
        self._kept: Kept | None = None
        self._again = False
        self.dialog: DistributionDialog | None = None
        self.acts: dict[str, Callable[[], object]] = {"distribution": self.open}
        host.session.opened.connect(self._read)
        for signal in (host.library.opened, host.library.written, host.library.moved):
            signal.connect(self._read)
        for desk in (host.exports, host.printing):
            desk.reminders.append(self.left_over)

    @property
    def busy(self) -> bool:
        """Whether the library is being read."""
        return self._background.busy

    def open(self) -> None:
        """Open the dialog with what is known now; the office's own list comes in when it is read."""
        from app.desk.distribution.listing import balance, proposed
        from app.desk.distribution.sheets import distribution_pages
        from app.ui.distribution_dialog import DistributionDialog

        issue, faces = self._host.session.issue, self._host.session.faces
        if issue is None or faces is None:
            return

        def make(kind: SheetKind, sheet: str, portions: tuple[Portion, ...]) -> tuple[Page, ...]:
            return distribution_pages(kind, issue, portions, balance(portions, issue), faces, sheet=sheet)

        dialog = self.dialog = DistributionDialog(
            make,
            lambda portions: balance(portions, issue),
            lambda: proposed(issue, self._standing),
            lambda: self._host.asker.unsaved("分发单"),
            can_print=bool(self._host.printing.printer_name),
            parent=self._host.window,
        )
        dialog.kept.connect(partial(self._keep, issue))
        dialog.file_asked.connect(partial(self._to_file, issue))
        dialog.paper_asked.connect(self._to_paper)
        dialog.finished.connect(lambda _: self._gone())
        dialog.serve(self._rows(issue))
        dialog.open()
        self._host.library.open_soon(again=True)
        self._read()

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._background.wait(_LONGEST_WAIT_S)
        if self.dialog is not None:
            self.dialog.done(0)

    def left_over(self) -> str:
        """分发单合计 259 份，比印数 260 份少 1 份。 - where a list was written that doesn't come to the print count; "" else."""
        from app.desk.distribution.listing import written_balance

        issue = self._host.session.issue
        if issue is None or self._kept is None or not self._knows(issue):
            return ""
        found = written_balance(issue, self._kept.own, self._kept.standing)
        return "" if found is None or found.settled else f"分发单{found.sentence}"

    @property
    def _standing(self) -> tuple[Portion, ...]:
        return (self._kept.standing if self._kept else None) or ()

    def _knows(self, issue: Issue) -> bool:
        return self._kept is not None and (self._kept.bulletin, self._kept.issue) == (issue.masthead.name, issue.key)

    def _rows(self, issue: Issue) -> tuple[Portion, ...]:
        from app.desk.distribution.listing import proposed

        if not self._knows(issue) or self._kept is None:
            return proposed(issue)
        return self._kept.own or proposed(issue, self._standing)

    def _read(self) -> None:
        issue, library = self._host.session.issue, self._host.library.library
        if issue is None or library is None or self._host.library.busy:
            return
        job = partial(_kept, library, issue.masthead.name, issue.key)
        self._again = not self._background.start(job, self._take, self._miss)

    def _take(self, kept: Kept) -> None:
        fresh, self._kept = kept != self._kept, kept
        issue = self._host.session.issue
        if self.dialog is not None and issue is not None and fresh:
            self.dialog.serve(self._rows(issue))
        if self._again:
            self._read()

    def _miss(self, error: UserError) -> None:
        if self.dialog is not None:
            self.dialog.wait_for(error.sentence)

    def _keep(self, issue: Issue, portions: Sequence[Portion], for_good: bool) -> None:
        from app.desk.distribution.listing import standing_of
        from app.store.library.distribution import STANDING

        bulletin, rows = issue.masthead.name, tuple(portions)
        standing = standing_of(rows) if for_good else self._kept.standing if self._kept and self._knows(issue) else None
        own = None if for_good and standing == rows else rows
        self._kept = Kept(bulletin, issue.key, own, standing)

        lists = {issue.key: own or (), **({STANDING: standing_of(rows)} if for_good else {})}

        def say() -> None:
            words = "分发单记下了，以后各期照用。" if for_good else "本期的分发单记下了。"
            self._host.bar.say("done", words + self.left_over(), until_change=True)

        self._host.library.write_soon(lambda library: library.distribution.write_all(bulletin, lists), _NOT_KEPT, say)

    def _to_file(self, issue: Issue, pages: tuple[Page, ...], kind: SheetKind) -> None:
        from app.desk.distribution.sheets import write_sheets

        host = self._host
        folder = host.session.path.parent if host.session.path else Path(host.memory.folder)
        path = host.asker.save_name(f"导出{kind.value}", folder / f"{file_stem(issue)}_{kind.value}.pdf", "PDF (*.pdf)")
        if path is None:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        try:
            write_sheets(pages, issue, kind, target)
        except UserError as error:
            host.bar.say("warning", error.sentence)
        else:
            host.bar.say("done", f"“{target.name}”写好了。")

    def _to_paper(self, pages: tuple[Page, ...], kind: SheetKind) -> None:
        if self.dialog is not None:
            self._host.printing.pages_to_paper(pages, kind.value, self.dialog, self._host.printing.printer_name)

    def _gone(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _kept(library: Library, bulletin: str, issue: str) -> Kept:
    """In the thread."""
    return Kept(bulletin, issue, library.distribution.read(bulletin, issue) if issue else None, library.distribution.read(bulletin))
