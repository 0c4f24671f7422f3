"""The record of the rounds of proofreading is asked for, kept in the issue, and goes to paper or into a file (三校记录)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.desk.saving import earlier_versions, open_version
from app.edit.round_commands import set_rounds
from app.errors import UserError
from app.model.people import ProofRound, RoundName
from app.ui.message_bar import MessageBar
from app.ui.print_desk import PrintDesk
from app.ui.proof_desk import ProofDesk
from app.ui.save_desk import SaveDesk
from app.ui.session import Session

if TYPE_CHECKING:
    from app.desk.proof_record import Counted
    from app.layout.frames import Page
    from app.model.issue import Issue
    from app.ui.rounds_dialog import RoundsDialog


class RoundsDesk(QObject):
    """`acts` are the commands, by the names of their actions."""

    def __init__(
        self, session: Session, proofs: ProofDesk, saving: SaveDesk, printing: PrintDesk, bar: MessageBar, window: QWidget
    ) -> None:
        super().__init__(session)
        self._session, self._proofs, self._saving, self._printing = session, proofs, saving, printing
        self._bar, self._window = bar, window
        self.dialog: RoundsDialog | None = None
        self.acts: dict[str, Callable[[], object]] = {"proof_rounds": self.ask}

    def ask(self) -> None:
        """Ask for the record; of rounds whose proof was printed the changes are counted where nobody wrote a number."""
        from app.desk.proof_record import record_page
        from app.ui.rounds_dialog import RoundsDialog

        issue, faces = self._session.issue, self._session.faces
        if issue is None or faces is None:
            return

        since = self._since(issue)

        def make(rounds: tuple[ProofRound, ...]) -> Page:
            return record_page(replace(issue, rounds=rounds), faces, since=since)

        days = {one.round: f"{one.printed_at.month}月{one.printed_at.day}日" for one in reversed(self._proofs.kept)}
        can_print = bool(self._printing.printer_name)
        dialog = self.dialog = RoundsDialog(make, issue.rounds, lambda name: self._counted(issue, name), days, can_print, self._window)
        dialog.say_since(since)
        for name, form in dialog.forms.items():
            if name in days and form.value.changes < 0:
                form.count_changes(unasked=True)
        dialog.accepted.connect(lambda: self._keep(dialog.rounds))
        dialog.file_asked.connect(lambda page: self._to_file(page, issue, dialog))
        dialog.paper_asked.connect(lambda page: self._to_paper(page, dialog))
        dialog.finished.connect(lambda _: self._gone())
        dialog.open()

    def _keep(self, rounds: tuple[ProofRound, ...]) -> None:
        if self._session.perform(set_rounds, rounds):
            self._bar.say("done", "三校记录记下了。", [("撤销", self._session.undo)], until_change=True)

    def _to_file(self, page: Page, issue: Issue, dialog: RoundsDialog) -> None:
        from app.desk.proof_record import RECORD

        self._keep(dialog.rounds)
        self._printing.page_to_file(page, issue, RECORD)

    def _to_paper(self, page: Page, dialog: RoundsDialog) -> None:
        from app.desk.proof_record import RECORD

        self._keep(dialog.rounds)
        self._printing.page_to_paper(page, RECORD, dialog, self._printing.printer_name)

    def _counted(self, issue: Issue, name: RoundName) -> Counted | None:
        from app.desk.proof_record import counted_for

        return counted_for(name, issue, self._proofs.kept, self._proofs.printed, self._first())

    def _first(self) -> Issue | None:
        """The issue as its file was first saved, where that copy is still kept."""
        path = self._session.path
        kept = earlier_versions(self._saving.copies, path) if path else []
        return open_version(kept[-1]).issue if kept and kept[-1].number == 1 else None

    def _since(self, issue: Issue) -> str:
        from app.desk.proof_record import since_last

        try:
            return since_last(issue, self._proofs.kept, self._proofs.printed)
        except UserError as error:
            return error.sentence

    def _gone(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
