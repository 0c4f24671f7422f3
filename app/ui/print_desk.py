"""The issue at hand goes to paper: what to print is asked, then it is printed or written to a file for the print room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from app.desk.printing import Arrangement, PrintJob, made_now, publish_print, sides_to_print
from app.errors import UserError
from app.ui.asking import Asker
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.naming import file_stem
from app.ui.proof_desk import ProofDesk, proof_words
from app.ui.session import Session
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.desk.publish import Task
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Layout
    from app.model.issue import Issue

_MARK = "_印刷"


class PrintDesk(QObject):
    """`acts` are the commands, by the names of their actions; `choose_printer` asks for a printer and gives it, or None."""

    def __init__(
        self, session: Session, runner: TaskRunner, proofs: ProofDesk, memory: Memory, bar: MessageBar, asker: Asker, window: QWidget
    ) -> None:
        super().__init__(session)
        self._session, self._runner, self._memory, self._bar = session, runner, memory, bar
        self._proofs, self._asker, self._window = proofs, asker, window
        self.choose_printer: Callable[[PrintJob, QWidget], QPrinter | None] = _choose_printer
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
        dialog = PrintDialog(issue, layout, faces, int(copies) if copies.isdecimal() else 1, self._window)
        kept = self._proofs.kept
        dialog.serve_proofs([proof_words(proof) for proof in kept], lambda at: self._proofs.changes(kept[at]))
        dialog.file_asked.connect(lambda job: self._to_file(issue, layout, faces, made_now(job)))
        dialog.paper_asked.connect(lambda job: self._to_paper(issue, layout, faces, made_now(job), dialog))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def _to_file(self, issue: Issue, layout: Layout, faces: FaceSet, job: PrintJob) -> None:
        folder = self._session.path.parent if self._session.path else Path(self._memory.folder)
        path = self._asker.save_name("导出印刷用 PDF", folder / f"{file_stem(issue)}{_MARK}.pdf", "PDF (*.pdf)")
        if path is None:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")

        def work(task: Task) -> int:
            return publish_print(issue, layout, faces, job, target, task)

        def done(sides: int) -> None:
            self._done(issue, job, f"“{target.name}”写好了，共 {sides} 面。")

        try:
            self._runner.start("正在写出印刷用 PDF", work, done)
        except UserError as error:
            self._bar.say("warning", error.sentence)

    def _to_paper(self, issue: Issue, layout: Layout, faces: FaceSet, job: PrintJob, dialog: QDialog) -> None:
        from app.ui.print_paper import print_sides

        printer = self.choose_printer(job, dialog)
        if printer is None:
            return
        sides = sides_to_print(layout, issue, faces, job)
        if print_sides(printer, sides):
            self._done(issue, job, f"送去打印了，共 {len(sides)} 面。")
        else:
            self._bar.say("warning", "打印机没有接受，请检查打印机是否打开、有没有连上。")

    def _done(self, issue: Issue, job: PrintJob, words: str) -> None:
        """It is on paper, or in a file: a proof is kept, so that what is written on it finds its place."""
        if job.proof and job.made_at:
            try:
                self._proofs.keep(issue, job.proof, job.made_at)
            except UserError as error:
                self._bar.say("warning", f"{words}清样没能留底：{error.sentence}")
                return
            words += "这份清样留了底，用“转到”能按它的页和行找。"
        self._bar.say("done", words + "".join(reminder() for reminder in self.reminders))


def _choose_printer(job: PrintJob, window: QWidget) -> QPrinter | None:
    """Ask in the system's own dialog."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from app.ui.print_paper import set_paper

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_paper(printer, a3=job.is_a3, folded=job.arrangement is Arrangement.BOOKLET)
    dialog = QPrintDialog(printer, window)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None
