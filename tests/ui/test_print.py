"""Asking what to print, to a file and to paper; scenario 11."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.desk.print_order import OrderWishes
from app.desk.printing import Arrangement, Ink, PrintJob
from app.layout.imposition import imposed
from app.layout.sheet_marks import marked
from app.ui.main_window import MainWindow
from app.ui.order_dialog import OrderDialog
from app.ui.print_dialog import PrintDialog
from app.ui.print_paper import paper_for, set_up
from app.ui.printers import NONE_INSTALLED, NOT_ACCEPTED, Printers
from tests.ui.conftest import PreparedAsker
from tests.ui.signed import sign_at_once

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


def button(dialog: QDialog, words: str) -> QPushButton:
    buttons = dialog.findChild(QDialogButtonBox, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert buttons is not None
    return next(one for one in buttons.findChildren(QPushButton) if one.text() == words)


def press(dialog: QDialog, words: str) -> None:
    button(dialog, words).click()


def ordered(window: MainWindow, dialog: PrintDialog) -> OrderDialog:
    press(dialog, "送印单…")
    found = next(one for one in window.findChildren(OrderDialog) if one.isVisible())
    assert isinstance(found, OrderDialog)
    return found


class DuplexPrinter(QPrinter):
    """Notes how it is told to turn sheets: Qt's PDF writer forgets it."""

    told = QPrinter.DuplexMode.DuplexAuto

    def setDuplex(self, mode: QPrinter.DuplexMode) -> None:  # noqa: N802 - Qt's name
        self.told = mode


class NamedPrinter(QPrinter):
    """A printer with a name that the system doesn't know."""

    name = ""

    def printerName(self) -> str:  # noqa: N802 - Qt's name
        return self.name


class PaperPrinters(Printers):
    """Printers that print into a file."""

    def __init__(self, path: Path | None = None, installed: tuple[str, ...] = ("惠普", "理光"), *, a4_alone: bool = False) -> None:
        self.path, self.installed, self.a4_alone = path, installed, a4_alone

    def names(self) -> list[str]:
        return list(self.installed)

    def default(self) -> str:
        return "理光" if self.installed else ""

    def papers(self, name: str) -> list[QPageSize]:
        return [QPageSize(QPageSize.PageSizeId.A4)] if self.a4_alone else []

    def make(self, name: str) -> QPrinter:
        printer = NamedPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        printer.name = name
        return printer


def test_a_booklet_goes_to_a_file(opened: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    dialog = asked(sign_at_once(opened))
    assert opened.session.layout is not None
    pages = len(opened.session.layout.pages)
    assert f"{pages} 页" in dialog.words.text() and not dialog.right.isEnabled() and not dialog.marks.isEnabled()
    dialog.arrangement.setCurrentText(Arrangement.BOOKLET.value)
    dialog.copies.setValue(260)
    sheets = -(-pages // 4)
    assert f"= {sheets} 张 A3（双面），260 份 = {260 * sheets} 张" in dialog.words.text()
    assert dialog.side.count() == 2 * sheets and dialog.preview.page is not None
    assert dialog.preview.page.width_pt > dialog.preview.page.height_pt
    dialog.side.setCurrentIndex(1)
    asker.to_save = tmp_path / "七_印刷"
    press(dialog, "导出印刷用 PDF…")
    settle()
    assert sizes(tmp_path / "七_印刷.pdf") == [(420, 297)] * (2 * sheets)
    assert "写好了" in opened.bar.text
    dialog.reject()


def test_paper_printed_red_before_is_shifted(opened: MainWindow) -> None:
    dialog = asked(sign_at_once(opened))
    dialog.ink.setCurrentText(Ink.NO_RED.value)
    dialog.right.setValue(0.5)
    dialog.down.setValue(-1.0)
    assert dialog.job == PrintJob(Arrangement.PAGES, Ink.NO_RED, dialog.copies.value(), (0.5, -1.0), False)
    assert "红色" not in dialog.words.text() and "红头纸放在第 1 张正面" in dialog.words.text()
    copies = dialog.copies.value()
    dialog.proof.setCurrentText("二校")
    assert dialog.job.proof == "二校" and dialog.job.copies == 1
    dialog.proof.setCurrentIndex(0)
    assert dialog.job.copies == copies > 1
    dialog.reject()


def test_sides_are_printed(opened: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "纸.pdf"
    opened.printing.printers = PaperPrinters(path)
    opened.printing.confirm = lambda printer, window: True
    dialog = asked(opened)
    dialog.arrangement.setCurrentText(Arrangement.BOOKLET.value)
    dialog.copies.setValue(2)
    press(dialog, "打印…")
    assert sizes(path) == [(420, 297)] * dialog.side.count() * 2
    assert "送去打印了" in opened.bar.text
    path.unlink()
    opened.printing.confirm = lambda printer, window: False
    press(dialog, "打印…")
    assert not path.exists()
    dialog.reject()


def test_each_printer_keeps_its_shift(opened: MainWindow) -> None:
    opened.printing.printers = PaperPrinters()
    dialog = asked(opened)
    assert dialog.printer_name == "理光"
    dialog.ink.setCurrentText(Ink.NO_RED.value)
    dialog.right.stepUp()
    dialog.down.stepDown()
    dialog.down.stepDown()
    assert dialog.job.shift_mm == (0.5, -1.0)
    dialog.printer.setCurrentText("惠普")
    assert dialog.job.shift_mm == (0.0, 0.0)
    dialog.reject()
    opened.printing.printers = PaperPrinters()
    again = asked(opened)
    assert again.printer_name == "惠普"
    again.printer.setCurrentText("理光")
    again.ink.setCurrentText(Ink.RED_ALONE.value)
    assert again.job.shift_mm == (0.5, -1.0) == again.shift
    again.reject()


def test_the_printer_of_the_systems_dialog_prints_with_its_own_shift(opened: MainWindow, tmp_path: Path) -> None:
    """The clerk may still choose another printer there."""

    def another(printer: QPrinter, _: QWidget) -> bool:
        assert isinstance(printer, NamedPrinter)
        printer.name = "惠普"
        return True

    opened.printing.printers = PaperPrinters(tmp_path / "纸.pdf")
    opened.memory.note(printer_shifts=("3,0 惠普",))
    opened.printing.confirm = another
    dialog = asked(opened)
    dialog.ink.setCurrentText(Ink.NO_RED.value)
    dialog.copies.setValue(1)
    assert (dialog.printer_name, dialog.shift) == ("理光", (0.0, 0.0))
    press(dialog, "打印…")
    assert (dialog.printer_name, dialog.shift) == ("惠普", (3.0, 0.0)) and (tmp_path / "纸.pdf").is_file()
    dialog.reject()
    assert opened.memory.settings.printer == "惠普" and opened.memory.settings.printer_shifts == ("3,0 惠普",)


def test_what_a_printer_is_told(opened: MainWindow) -> None:
    assert opened.session.layout is not None
    page = opened.session.layout.pages[0]
    sheet = imposed([page, page], [(1, 1)])[0]
    for side, cuts, paper in ((page, False, "A4"), (sheet, False, "A3"), (page, True, "A3"), (sheet, True, "SRA3")):
        assert paper_for(marked(side, folds=False, cuts=cuts)).name().split(" ")[0] == paper
    printer = DuplexPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    set_up(printer, sheet, copies=260)
    told = printer.pageLayout()
    assert told.orientation() is QPageLayout.Orientation.Landscape and told.pageSize().id() is QPageSize.PageSizeId.A3
    assert printer.told is QPrinter.DuplexMode.DuplexShortSide and printer.copyCount() == 260 and printer.collateCopies()
    set_up(printer, page, both_sides=False)
    assert printer.told is QPrinter.DuplexMode.DuplexNone and printer.pageLayout().orientation() is QPageLayout.Orientation.Portrait
    set_up(printer, page)
    assert printer.told is QPrinter.DuplexMode.DuplexLongSide


def test_a_sheet_that_is_cut_lies_in_the_middle_of_its_paper(opened: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "裁.pdf"
    opened.printing.printers = PaperPrinters(path)
    opened.printing.confirm = lambda printer, window: True
    dialog = asked(opened)
    dialog.cuts.setChecked(True)
    dialog.copies.setValue(1)
    press(dialog, "打印…")
    assert set(sizes(path)) == {(297, 420)}
    document = pypdfium2.PdfDocument(path)
    try:
        picture = document[0].render(scale=2, grayscale=True).to_pil()
    finally:
        document.close()
    per_mm = 2 * 72 / 25.4
    left, top, right, bottom = (at / per_mm for at in picture.point(lambda grey: 255 - grey).getbbox())
    assert abs(left - (297 - right)) < 0.6 and abs(top - (420 - bottom)) < 0.6  # the outermost marks, the same way in on all sides
    dialog.reject()


def test_a_measuring_sheet(opened: MainWindow, asker: PreparedAsker, tmp_path: Path) -> None:
    dialog = asked(opened)
    assert not dialog.sheet.isEnabled()
    dialog.ink.setCurrentText(Ink.NO_RED.value)
    dialog.arrangement.setCurrentText(Arrangement.BOOKLET.value)
    asker.to_save = tmp_path / "对位.pdf"
    dialog.sheet.click()
    assert sizes(tmp_path / "对位.pdf") == [(420, 297)] and "写好了" in opened.bar.text
    opened.printing.printers = PaperPrinters(tmp_path / "纸.pdf")
    opened.printing.confirm = lambda printer, window: True
    dialog.reject()
    dialog = asked(opened)
    dialog.ink.setCurrentText(Ink.NO_RED.value)
    dialog.sheet.click()
    assert sizes(tmp_path / "纸.pdf") == [(210, 297)] and "试印页送去打印" in opened.bar.text
    dialog.reject()


@pytest.mark.qt_log_ignore("QPainter::begin", "propagateSizeHints", extend=True)
def test_what_is_wrong_with_a_printer_is_told_with_the_way_to_a_file(opened: MainWindow, tmp_path: Path) -> None:
    opened.printing.printers = PaperPrinters(installed=())
    dialog = asked(opened)
    assert dialog.trouble.text() == NONE_INSTALLED and not button(dialog, "打印…").isEnabled() and dialog.trouble.isVisible()
    assert button(dialog, "导出印刷用 PDF…").isDefault()
    dialog.reject()
    opened.printing.printers = printers = PaperPrinters(tmp_path / "没有" / "纸.pdf", a4_alone=True)
    dialog = asked(opened)
    assert not dialog.trouble.isVisible() and button(dialog, "打印…").isDefault()
    dialog.arrangement.setCurrentText(Arrangement.BOOKLET.value)
    assert "不能印 A3" in dialog.trouble.text() and "PDF" in dialog.trouble.text() and not button(dialog, "打印…").isEnabled()
    dialog.arrangement.setCurrentText(Arrangement.PAGES.value)
    opened.printing.confirm = lambda printer, window: True
    press(dialog, "打印…")
    assert dialog.trouble.text() == NOT_ACCEPTED and dialog.trouble.isVisible()
    printers.installed = ("惠普",)
    dialog.copies.setValue(3)
    assert not dialog.trouble.isVisible()
    press(dialog, "打印…")
    assert "“理光”不在了" in dialog.trouble.text()
    dialog.reject()


def test_sides_are_turned_and_zoomed(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = asked(opened)
    dialog.arrangement.setCurrentText(Arrangement.BOOKLET.value)
    view = dialog.preview
    assert view.page is not None and dialog.side.currentText().startswith("第 1 张正面") and "有红色" in dialog.side.currentText()
    fitted = view.scale
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert dialog.side.currentText().startswith("第 1 张背面") and view.page.number == 2 and "红" not in dialog.side.currentText()
    assert view.accessibleName().startswith("第 1 张背面")
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert dialog.side.currentIndex() == 0
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale == pytest.approx(fitted * 1.25**2) and view.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.scale == pytest.approx(fitted)
    assert dialog.minimumSizeHint().height() <= 700 and dialog.width() <= 1366
    dialog.reject()


def test_an_order_for_the_print_room(opened: MainWindow, asker: PreparedAsker, tmp_path: Path) -> None:
    dialog = asked(opened)
    dialog.arrangement.setCurrentText(Arrangement.BOOKLET.value)
    order = ordered(opened, dialog)
    assert order.page is not None and not button(order, "打印…").isEnabled()
    order.paper_kind.setEditText("70克双胶纸")
    order.spare.setValue(5)
    order.contact.setText("张三 8866")
    order.remarks.setPlainText("封面朝上。")
    words = "".join(line.line.text for line in order.page.lines)
    assert all(said in words for said in ("70克双胶纸", "加放 5 份", "张三 8866", "封面朝上。", "骑马钉"))
    asker.to_save = tmp_path / "送印单"
    press(order, "导出 PDF…")
    assert sizes(tmp_path / "送印单.pdf") == [(210, 297)]
    order.remarks.setPlainText("很长的备注。" * 300)
    assert "放不下" in order.trouble.text() and not button(order, "导出 PDF…").isEnabled()
    order.remarks.clear()
    assert not order.trouble.text() and button(order, "导出 PDF…").isEnabled()
    order.reject()
    dialog.reject()
    opened.printing.printers = PaperPrinters(tmp_path / "纸.pdf")
    opened.printing.confirm = lambda printer, window: True
    dialog = asked(opened)
    again = ordered(opened, dialog)
    assert again.wishes == OrderWishes("70克双胶纸", 5, "", "张三 8866", "")
    press(again, "打印…")
    assert sizes(tmp_path / "纸.pdf") == [(210, 297)] and "送印单送去打印" in opened.bar.text
    opened.printing.printers = PaperPrinters(installed=())
    press(again, "打印…")
    assert "“理光”不在了" in again.trouble.text() and not dialog.trouble.isVisible()
    again.reject()
    dialog.reject()
