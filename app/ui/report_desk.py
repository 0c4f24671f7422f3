"""A report becomes a window beside the pages: its places lead to the page, its buttons to the file, the clipboard, JSON and LibreOffice."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.atomic import write_atomically
from app.edit.state import Place
from app.errors import UserError
from app.ui.asking import Asker
from app.ui.export_desk import Reported, open_outside
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.desk.docx_check import DocxCheck
    from app.desk.publish import Task
    from app.exporters.measure.marked import Spot
    from app.ui.report_dialog import ReportDialog


_ASIDE_PX = 16


class ReportDesk(QObject):
    """Shows one report at a time; a new one takes the old one's place."""

    def __init__(self, runner: TaskRunner, pages: PageEditor, memory: Memory, bar: MessageBar, asker: Asker, window: QWidget) -> None:
        super().__init__(window)
        self._runner, self._pages, self._memory = runner, pages, memory
        self._bar, self._asker, self._window = bar, asker, window
        self._shown: Reported | None = None
        self.dialog: ReportDialog | None = None

    def show(self, shown: Reported) -> None:
        """Open the window of a report."""
        from app.ui.report_dialog import ReportDialog

        if self.dialog is not None:
            self.dialog.close()
        self._shown = shown
        dialog = self.dialog = ReportDialog(shown.report, shown.facts.lines, self._window)
        dialog.place_chosen.connect(self._go_to)
        dialog.open_asked.connect(lambda: self._open(folder=False))
        dialog.folder_asked.connect(lambda: self._open(folder=True))
        dialog.copy_asked.connect(self._copy)
        dialog.save_asked.connect(self._save)
        dialog.check_asked.connect(self._check)
        dialog.finished.connect(lambda _, closed=dialog: self._closed(closed))
        corner = self._window.frameGeometry().bottomRight()  # there the beginnings of the lines stay in sight
        dialog.move(corner.x() - dialog.width() - _ASIDE_PX, corner.y() - dialog.height() - 2 * _ASIDE_PX)
        dialog.show()

    def _closed(self, dialog: ReportDialog) -> None:
        if dialog is self.dialog:
            self.dialog = None
        dialog.deleteLater()

    def _go_to(self, spot: Spot) -> None:
        """To the words where they still stand, else to their page."""
        self._pages.show_page(spot.page)
        if spot.block:
            self._pages.edit_at(Place(spot.block, spot.offset))

    def _open(self, *, folder: bool) -> None:
        if self._shown is not None and self._shown.report.path is not None:
            open_outside(self._shown.report.path.parent if folder else self._shown.report.path)

    def _copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.report.text())
            self._bar.say("done", "报告复制好了。")

    def _save(self) -> None:
        if self._shown is None:
            return
        report = self._shown.report
        beside = report.path or Path(self._memory.folder) / "版面"
        path = self._asker.save_name("存为 JSON", beside.with_name(f"{beside.stem}_报告.json"), "JSON (*.json)")
        if path is None:
            return
        target = path if path.suffix.lower() == ".json" else path.with_name(f"{path.name}.json")
        try:
            write_atomically(target, f"{json.dumps(report.to_json(), ensure_ascii=False, indent=1)}\n".encode())
        except UserError as error:
            self._bar.say("error", error.sentence)
            return
        self._bar.say("done", f"报告已存为“{target.name}”。")

    def _check(self) -> None:
        """Let LibreOffice print the DOCX, and say how it compares; nothing else in the program ever starts it."""
        from app.desk.docx_check import check_docx

        shown = self._shown
        if shown is None or shown.report.path is None:
            return
        path = shown.report.path

        def job(task: Task) -> DocxCheck:
            return check_docx(path, shown.issue, shown.layout, shown.faces, task)

        def done(check: DocxCheck) -> None:
            if self._shown is shown and self.dialog is not None:
                self._shown = replace(shown, report=replace(shown.report, docx=check))
                self.dialog.show_docx(check)

        try:
            self._runner.start("正在核对 DOCX", job, done)
        except UserError as error:
            self._bar.say("warning", error.sentence)
