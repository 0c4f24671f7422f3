"""Spin boxes look like the fields beside them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.spins import DecimalSpin, WholeSpin


def test_figures_keep_off_the_border(dressed: QApplication, qtbot: QtBot) -> None:
    for spin in (WholeSpin(), DecimalSpin()):
        qtbot.addWidget(spin)
        assert spin.lineEdit().textMargins().left() > 4
