"""Asking what to print, to a file and to paper; scenario 11."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from app.desk.printing import Arrangement, Ink, PrintJob
from app.ui.main_window import MainWindow
from app.ui.print_dialog import PrintDialog
from app.ui.print_paper import set_paper
from tests.ui.conftest import PreparedAsker

Settle = Callable[[], None]


def sizes(path: Path) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [(round(page.get_width() * 25.4 / 72), round(page.get_height() * 25.4 / 72)) for page in document]
    finally:
        document.close()


def asked(window: MainWindow) -> PrintDialog:
    window.actions_["print"].trigger()
    dialog = next(one for one in window.findChildren(PrintDialog) if one.isVisible())
    assert isinstance(dialog, PrintDialog)
    return dialog


def press(dialog: PrintDialog, words: str) -> None:
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    next(button for button in buttons.findChildren(QPushButton) if button.text() == words).click()


def test_a_booklet_goes_to_a_file(opened: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    dialog = asked(opened)
    assert opened.session.layout is not None
    pages = len(opened.session.layout.pages)
    assert f"{pages} 页" in dialog.words.text() and not dialog.right.isEnabled() and not dialog.marks.isEnabled()
    dialog.arrangement.setCurrentText(Arrangement.BOOKLET.value)
    dialog.copies.setValue(260)
    sheets = -(-pages // 4)
    assert f"= {sheets} 张 A3（双面），260 份 = {260 * sheets} 张" in dialog.words.text()
    assert dialog.side.maximum() == 2 * sheets and dialog.preview.pixmap().width() > dialog.preview.pixmap().height()
    dialog.side.setValue(2)
    asker.to_save = tmp_path / "七_印刷"
    press(dialog, "导出印刷用 PDF…")
    settle()
    assert sizes(tmp_path / "七_印刷.pdf") == [(420, 297)] * (2 * sheets)
    assert "写好了" in opened.bar.text
    dialog.reject()


def test_paper_printed_red_before_is_shifted(opened: MainWindow) -> None:
    dialog = asked(opened)
    dialog.ink.setCurrentText(Ink.NO_RED.value)
    dialog.right.setValue(0.5)
    dialog.down.setValue(-1.0)
    assert dialog.job == PrintJob(Arrangement.PAGES, Ink.NO_RED, dialog.copies.value(), (0.5, -1.0), False)
    assert "红色" not in dialog.words.text()
    dialog.proof.setCurrentText("二校")
    assert dialog.job.proof == "二校"
    dialog.reject()


def test_sides_are_printed(opened: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "纸.pdf"

    def choose(job: PrintJob, _: QWidget) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        set_paper(printer, a3=job.is_a3, folded=True)
        return printer

    opened.printing.choose_printer = choose
    dialog = asked(opened)
    dialog.arrangement.setCurrentText(Arrangement.BOOKLET.value)
    press(dialog, "打印…")
    assert sizes(path) == [(420, 297)] * dialog.side.maximum()
    assert "送去打印了" in opened.bar.text
    opened.printing.choose_printer = lambda job, window: None
    press(dialog, "打印…")
    dialog.reject()
