"""The footer's fields in the right panel: a new line is written in where it was asked for, and printed once it names somebody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from app.edit.frame_commands import set_recipients
from app.edit.state import Place
from app.ui.footer_form import FooterForm
from app.ui.main_window import MainWindow
from app.ui.outline_nodes import FOOTER_KEY, MASTHEAD_KEY
from app.ui.session import Origin, prepare
from tests.ui.signing import at_hand


@pytest.fixture
def form(opened: MainWindow) -> FooterForm:
    """The footer's form, with the caret of the pages in an article."""
    opened.session.select(Place(next(at_hand(opened).articles()).title.id, 0))
    opened.outline.view.go_to(FOOTER_KEY)
    opened.inspector.footer.recipients.setFocus()
    return opened.inspector.footer


def lines(window: MainWindow) -> list[tuple[str, str]]:
    return [(line.label, line.paragraph.text) for line in at_hand(window).footer.recipients]


def printed(window: MainWindow) -> str:
    layout = window.session.layout
    assert layout is not None
    return "\n".join(paragraph.text for paragraph in layout.footer)


@pytest.mark.parametrize("extra", [True, False])
def test_a_new_line_is_written_in_at_once(opened: MainWindow, form: FooterForm, qtbot: QtBot, extra: bool) -> None:
    button = form.extra if extra else form.recipients.findChildren(QToolButton)[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.outline.view.key == FOOTER_KEY and form.isVisible()
    label, field = form.recipients._rows_shown[-1]
    assert QApplication.focusWidget() is field
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())
    assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()) + 16
    assert f"{label.text()}：" not in printed(opened)
    QTest.keyClicks(field, "abc")
    assert lines(opened)[-1] == (label.text(), "abc") and f"{label.text()}：abc" in printed(opened)
    assert opened.outline.view.key == FOOTER_KEY


def test_a_line_begun_on_the_page_goes_on_in_its_field(opened: MainWindow, form: FooterForm) -> None:
    opened.session.perform(set_recipients, [("报", "市委常委")])
    block = at_hand(opened).footer.recipients[0].paragraph
    opened.pages.edit_at(Place(block.id, len(block.text)))
    QTest.keyClick(opened.pages, Qt.Key.Key_Return)
    assert lines(opened) == [("报", "市委常委"), ("送", "")]
    assert QApplication.focusWidget() is form.recipients._rows_shown[-1][1]


def test_a_new_unit_of_the_masthead_is_written_in_at_once(opened: MainWindow) -> None:
    opened.session.select(Place(next(at_hand(opened).articles()).title.id, 0))
    masthead = opened.inspector.masthead
    opened.outline.view.go_to(MASTHEAD_KEY)

    QTest.mouseClick(masthead.issuers.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert opened.outline.view.key == MASTHEAD_KEY and QApplication.focusWidget() is masthead.issuers._fields[-1]


def test_what_another_issue_had_is_not_said_of_this_one(opened: MainWindow, form: FooterForm) -> None:
    session = opened.session
    session.perform(set_recipients, [("报", "市委常委")])
    form.for_good.click()
    assert form.set.currentText() == "常规" and not form.for_good.isVisible()
    other = at_hand(opened)
    session.perform(set_recipients, [("报", "市委常委，市政协主席")])
    assert form.set.placeholderText() == "改动过（原为常规）" and "“常规”" in form.for_good.toolTip()
    changed = at_hand(opened)
    session.open(prepare(replace(changed, key=other.key), Origin(), session.resolver))
    opened.outline.view.go_to(FOOTER_KEY)
    assert form.set.placeholderText() == "和常规不同" and form.for_good.isVisible()
