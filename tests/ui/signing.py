"""The issue at hand is signed as a person does it, for the tests of what comes before and after."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.model.issue import Issue
from app.ui.main_window import MainWindow
from app.ui.sign_dialog import SignDialog


def at_hand(window: MainWindow) -> Issue:
    assert window.session.issue is not None
    return window.session.issue


def asked(qtbot: QtBot, window: MainWindow) -> SignDialog:
    """The question of the signature, open."""
    window.actions_["sign"].trigger()
    qtbot.waitUntil(lambda: isinstance(window.month.signing.dialog, SignDialog) and window.month.signing.dialog.isVisible(), timeout=20_000)
    dialog = window.month.signing.dialog
    assert isinstance(dialog, SignDialog)
    return dialog
