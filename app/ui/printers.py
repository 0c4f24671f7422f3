"""The machine's printers become names to choose from, a `QPrinter` that is set up, and a sentence where one can't print a sheet."""

from __future__ import annotations

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

NONE_INSTALLED = "这台电脑没有装打印机：可以导出印刷用 PDF，送印室或者拿到别的电脑上印。"
NOT_ACCEPTED = "打印机没有接受，请检查它是否打开、有没有连上；也可以导出印刷用 PDF。"
_NEAR_MM = 2.0
"""Drivers round the sizes of their papers."""


class Printers:
    """Asks the system anew each time: printers come and go."""

    def names(self) -> list[str]:
        """Those installed."""
        return QPrinterInfo.availablePrinterNames()

    def default(self) -> str:
        """The one that the system proposes, "" without one."""
        return QPrinterInfo.defaultPrinterName()

    def papers(self, name: str) -> list[QPageSize]:
        """The papers that a printer says it takes; none where it says nothing, or takes any."""
        info = QPrinterInfo.printerInfo(name)
        return [] if info.supportsCustomPageSizes() else info.supportedPageSizes()

    def make(self, name: str) -> QPrinter:
        """A printer of this name."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(name)
        return printer

    def trouble(self, name: str, paper: QPageSize) -> str:
        """Why a printer can't print on a paper, and what else there is; "" where it can."""
        if name not in self.names():
            return f"打印机“{name}”不在了，请另选一台，或者导出印刷用 PDF。"
        papers = self.papers(name)
        if papers and not any(_same(paper, one) for one in papers):
            return f"打印机“{name}”不能印 {paper.name()} 纸，请另选一台，或者导出印刷用 PDF。"
        return ""


def _same(one: QPageSize, other: QPageSize) -> bool:
    mine, its = one.size(QPageSize.Unit.Millimeter), other.size(QPageSize.Unit.Millimeter)
    return abs(mine.width() - its.width()) <= _NEAR_MM and abs(mine.height() - its.height()) <= _NEAR_MM
