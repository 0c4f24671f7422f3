"""The issue at hand goes to paper: what to print is asked, then it is printed or written to a file for the print room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.desk.print_order import OrderWishes, measuring_sheet, order_page, publish_page
from app.desk.printing import PrintJob, made_now, publish_print, sides_to_print
from app.desk.unsigned import leaving_name, mark_of
from app.errors import UserError
from app.ui.asking import Asker
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.naming import file_stem
from app.ui.printers import Printers
from app.ui.proof_desk import ProofDesk, proof_words
from app.ui.session import Session
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.desk.publish import Task
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Layout, Page
    from app.model.issue import Issue
    from app.ui.distribution_dialog import DistributionDialog
    from app.ui.form_dialog import FormDialog
    from app.ui.order_dialog import OrderDialog
    from app.ui.print_dialog import PrintDialog
    from app.ui.rounds_dialog import RoundsDialog
    from app.ui.statistics_dialog import StatisticsDialog

    Sheet = OrderDialog | RoundsDialog | FormDialog | StatisticsDialog | DistributionDialog

_MARK = "_印刷"


class PrintDesk(QObject):
    """`acts` are the commands, by the names of their actions; `confirm` shows a printer to the clerk, who may change or refuse it.

    `proofed` says which proof (一校) has been printed.
    """

    proofed = Signal(str)

    def __init__(
        self, session: Session, runner: TaskRunner, proofs: ProofDesk, memory: Memory, bar: MessageBar, asker: Asker, window: QWidget
    ) -> None:
        super().__init__(session)
        self._session, self._runner, self._memory, self._bar = session, runner, memory, bar
        self._proofs, self._asker, self._window = proofs, asker, window
        self.printers = Printers()
        self.confirm: Callable[[QPrinter, QWidget], bool] = _confirm
        self.reminders: list[Callable[[], str]] = []  # what is to be said of the issue before it is printed
        self.acts = {"print": self.ask}

    def ask(self) -> None:
        """Ask what to print."""
        from app.ui.print_dialog import PrintDialog

        issue, layout, faces = self._session.issue, self._session.layout, self._session.faces
        if issue is None or layout is None or faces is None:
            return
        reminder = "".join(reminder() for reminder in self.reminders)
        if reminder:
            self._bar.say("info", reminder)
        copies = issue.footer.copies.text if issue.footer.copies else ""
        dialog = PrintDialog(issue, layout, faces, int(copies) if copies.isdecimal() else 1, self.printers, self._window)
        dialog.choose_printer(self.printer_name, self._memory.settings.printer_shifts)
        kept = self._proofs.kept
        dialog.serve_proofs([proof_words(proof) for proof in kept], lambda at: self._proofs.changes(kept[at]))
        dialog.file_asked.connect(lambda job: self._to_file(issue, layout, faces, made_now(job)))
        dialog.paper_asked.connect(lambda _: self._to_paper(issue, layout, faces, dialog))
        dialog.order_asked.connect(lambda _: self._order(issue, layout, faces, dialog))
        dialog.sheet_asked.connect(lambda _: self._measure(issue, faces, layout, dialog))
        dialog.finished.connect(lambda _: self._note(dialog))
        dialog.open()

    def _note(self, dialog: PrintDialog) -> None:
        """Keep the printer and every printer's shift."""
        self._memory.note(printer=dialog.printer_name, printer_shifts=dialog.shifts)
        dialog.deleteLater()

    def _to_file(self, issue: Issue, layout: Layout, faces: FaceSet, job: PrintJob) -> None:
        folder = self._session.path.parent if self._session.path else Path(self._memory.folder)
        path = self._asker.save_name("导出印刷用 PDF", folder / f"{file_stem(issue)}{mark_of(issue)}{_MARK}.pdf", "PDF (*.pdf)")
        if path is None:
            return
        target = leaving_name(issue, path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf"))

        def work(task: Task) -> int:
            return publish_print(issue, layout, faces, job, target, task)

        def done(sides: int) -> None:
            self._done(issue, job, f"“{target.name}”写好了，共 {sides} 面。")

        try:
            self._runner.start("正在写出印刷用 PDF", work, done)
        except UserError as error:
            self._bar.say("warning", error.sentence)

    def _to_paper(self, issue: Issue, layout: Layout, faces: FaceSet, dialog: PrintDialog) -> None:
        """Print as the dialog says, on the printer that the system's own dialog ends with: each has its own shift."""
        job = dialog.job
        printer = self._chosen(dialog.printer_name, sides_to_print(layout, issue, faces, job)[0], dialog, copies=job.copies)
        if printer is None:
            return
        dialog.choose_printer(printer.printerName() or dialog.printer_name, dialog.shifts)
        job = made_now(dialog.job)
        sides = sides_to_print(layout, issue, faces, job)
        if self._print(printer, sides, dialog):
            self._done(issue, job, f"送去打印了，共 {len(sides)} 面。")

    def _chosen(self, name: str, side: Page, dialog: PrintDialog | Sheet, *, copies: int = 1, both_sides: bool = True) -> QPrinter | None:
        """A printer for sheets like this side, or None where the clerk thinks better of it or it can't print them, as the dialog says."""
        from app.ui.print_paper import paper_for, set_up

        if gone := self.printers.trouble(name, paper_for(side)):
            dialog.say(gone)
            return None
        printer = self.printers.make(name)
        set_up(printer, side, copies=copies, both_sides=both_sides)
        if not self.confirm(printer, dialog):
            return None
        trouble = self.printers.trouble(printer.printerName(), paper_for(side)) if printer.printerName() else ""
        if trouble:
            dialog.say(trouble)
        return None if trouble else printer

    def _print(self, printer: QPrinter, sides: Sequence[Page], dialog: PrintDialog | Sheet) -> bool:
        from app.ui.print_paper import print_sides
        from app.ui.printers import NOT_ACCEPTED

        printed = print_sides(printer, sides)
        dialog.say("" if printed else NOT_ACCEPTED)
        return printed

    def _measure(self, issue: Issue, faces: FaceSet, layout: Layout, dialog: PrintDialog) -> None:
        """A sheet to measure the printer's shift on: printed, or a file where it goes to the print room."""
        side = sides_to_print(layout, issue, faces, dialog.job)[0]
        page = measuring_sheet(side, dialog.shift, dialog.printer_name, faces)
        if not dialog.printer_name:
            self.page_to_file(page, issue, "对位试印页")
            return
        printer = self._chosen(dialog.printer_name, page, dialog, both_sides=False)
        if printer is not None and self._print(printer, [page], dialog):
            self._bar.say("done", "对位试印页送去打印了。")

    def _order(self, issue: Issue, layout: Layout, faces: FaceSet, dialog: PrintDialog) -> None:
        """Ask for what the 送印单 wants besides, and send it where it should go."""
        from app.ui.order_dialog import OrderDialog

        settings, job = self._memory.settings, dialog.job
        known = OrderWishes(settings.print_paper, settings.print_spare, "", settings.print_contact)
        order = OrderDialog(lambda wishes: order_page(issue, layout, faces, job, wishes), known, bool(dialog.printer_name), dialog)
        order.file_asked.connect(lambda page: self.page_to_file(page, issue, "送印单"))
        order.paper_asked.connect(lambda page: self.page_to_paper(page, "送印单", order, dialog.printer_name))
        order.finished.connect(lambda _: self._note_order(order))
        order.open()

    @property
    def printer_name(self) -> str:
        """The printer used last, or the system's own; "" without one."""
        name = self._memory.settings.printer
        return name if name in self.printers.names() else self.printers.default()

    def page_to_paper(self, page: Page, kind: str, dialog: Sheet, printer_name: str) -> None:
        """Print a page of a `kind` (送印单) that a dialog shows."""
        self.pages_to_paper([page], kind, dialog, printer_name)

    def pages_to_paper(self, pages: Sequence[Page], kind: str, dialog: Sheet, printer_name: str) -> None:
        """Print pages of one size, each on a sheet of its own."""
        printer = self._chosen(printer_name, pages[0], dialog, both_sides=False)
        if printer is not None and self._print(printer, pages, dialog):
            self._bar.say("done", f"{kind}送去打印了。")

    def _note_order(self, order: OrderDialog) -> None:
        wishes = order.wishes
        self._memory.note(print_paper=wishes.paper_kind, print_spare=wishes.spare, print_contact=wishes.contact)
        order.deleteLater()

    def page_to_file(self, page: Page, issue: Issue, kind: str) -> None:
        """Ask for a name and write such a page there as PDF."""
        folder = self._session.path.parent if self._session.path else Path(self._memory.folder)
        path = self._asker.save_name(f"导出{kind}", folder / f"{file_stem(issue)}_{kind}.pdf", "PDF (*.pdf)")
        if path is None:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        try:
            publish_page(page, issue, kind, target)
        except UserError as error:
            self._bar.say("warning", error.sentence)
        else:
            self._bar.say("done", f"“{target.name}”写好了。")

    def _done(self, issue: Issue, job: PrintJob, words: str) -> None:
        """It is on paper, or in a file: a proof is kept, so that what is written on it finds its place."""
        if job.proof and job.made_at:
            try:
                self._proofs.keep(issue, job.proof, job.made_at)
            except UserError as error:
                self._bar.say("warning", f"{words}清样没能留底：{error.sentence}")
                return
            words += "这份清样留了底，用“转到”能按它的页和行找。"
            self.proofed.emit(job.proof)
        self._bar.say("done", words + "".join(reminder() for reminder in self.reminders))


def _confirm(printer: QPrinter, window: QWidget) -> bool:
    """Ask in the system's own dialog."""
    from PySide6.QtPrintSupport import QPrintDialog

    return QPrintDialog(printer, window).exec() == QDialog.DialogCode.Accepted
