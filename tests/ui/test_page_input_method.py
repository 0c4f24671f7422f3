"""Scripted input method events on the pages: composed in place, committed once, asked and answered at every zoom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.edit.state import Place, Selection
from app.ui.main_window import MainWindow
from app.ui.page_input_method import code_points, preedit_of, utf16
from tests.ui.test_page_editor import article, click, selection

Kind = QInputMethodEvent.AttributeType
Query = Qt.InputMethodQuery


def compose(window: MainWindow, text: str, caret: int | None = None) -> None:
    """What an input method sends while it composes."""
    at = len(text) if caret is None else caret
    attributes = [QInputMethodEvent.Attribute(Kind.Cursor, at, 1, None)]
    QApplication.sendEvent(window.pages, QInputMethodEvent(text, attributes))


def commit(window: MainWindow, text: str, replace_from: int = 0, length: int = 0) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text, replace_from, length)
    QApplication.sendEvent(window.pages, event)


def asked(window: MainWindow, query: Qt.InputMethodQuery) -> object:
    """What the input method is told."""
    event = QInputMethodQueryEvent(query)
    QApplication.sendEvent(window.pages, event)
    return event.value(query)


def caret_rect(window: MainWindow) -> QRectF:
    found = asked(window, Query.ImCursorRectangle)
    return found if isinstance(found, QRectF) else QRectF(found)  # type: ignore[call-overload]


def shown(window: MainWindow) -> str:
    """The text on the pages as they are painted now."""
    return "".join(placed.line.text for page in window.pages.visible_pages() for placed in page.lines)


def test_what_is_composed_stands_in_its_place_and_is_no_part_of_the_issue(opened: MainWindow, qtbot: QtBot) -> None:
    before = opened.session.issue
    paragraph = article(opened).paragraphs[0]
    pages = click(opened, qtbot, Place(paragraph.id, 5))
    at_rest = caret_rect(opened)
    compose(opened, "xian'zai")
    assert pages.composing
    assert "xian'zai" in shown(opened)
    assert opened.session.issue is before
    composed = caret_rect(opened)
    assert composed.left() > at_rest.left() + 20 and composed.top() == at_rest.top(), "the candidates go with the preedit's caret"
    compose(opened, "xian'zai", caret=0)
    assert abs(caret_rect(opened).left() - at_rest.left()) < 8, "but for the space between Han and Latin"
    commit(opened, "现在")
    assert not pages.composing
    assert article(opened).paragraphs[0].text == paragraph.text[:5] + "现在" + paragraph.text[5:]
    assert selection(opened).head == Place(paragraph.id, 7)
    assert "xian" not in shown(opened)
    opened.actions_["undo"].trigger()
    assert opened.session.issue == before, "a commit is one step"


def test_an_abandoned_composition_leaves_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    before = opened.session.state
    paragraph = article(opened).paragraphs[0]
    pages = click(opened, qtbot, Place(paragraph.id, 5))
    selected = Selection(Place(paragraph.id, 5), Place(paragraph.id, 9))
    opened.session.select_range(selected)
    compose(opened, "hui")
    assert paragraph.text[:5] + "hui" + paragraph.text[9:14] in shown(opened), "the preedit stands for what is selected"
    compose(opened, "")
    assert not pages.composing
    assert before is not None and opened.session.issue is before.issue
    assert selection(opened) == selected, "Escape brings the selection back"
    assert opened.session.undo_label is None


def test_a_commit_takes_the_place_of_the_selection_in_one_step(opened: MainWindow, qtbot: QtBot) -> None:
    before = opened.session.issue
    paragraph = article(opened).paragraphs[0]
    click(opened, qtbot, Place(paragraph.id, 5))
    opened.session.select_range(Selection(Place(paragraph.id, 0), Place(paragraph.id, 5)))
    compose(opened, "ju")
    commit(opened, "据悉，")
    assert article(opened).paragraphs[0].text == "据悉，" + paragraph.text[5:]
    opened.actions_["undo"].trigger()
    assert opened.session.issue == before
    assert selection(opened) == Selection(Place(paragraph.id, 0), Place(paragraph.id, 5))


def test_a_click_elsewhere_or_the_loss_of_focus_ends_composing(opened: MainWindow, qtbot: QtBot) -> None:
    before = opened.session.issue
    paragraph = article(opened).paragraphs[0]
    pages = click(opened, qtbot, Place(paragraph.id, 5))
    compose(opened, "hui")
    opened.inspector.article.title.setFocus()
    assert not pages.composing and "hui" not in shown(opened)
    click(opened, qtbot, Place(paragraph.id, 5))
    compose(opened, "hui")
    click(opened, qtbot, Place(paragraph.id, 12))
    assert not pages.composing
    assert selection(opened).head == Place(paragraph.id, 12)
    assert opened.session.issue == before


def test_undo_in_the_middle_of_composing(opened: MainWindow, qtbot: QtBot) -> None:
    before = opened.session.issue
    paragraph = article(opened).paragraphs[0]
    pages = click(opened, qtbot, Place(paragraph.id, 5))
    commit(opened, "会议")
    compose(opened, "yao")
    opened.actions_["undo"].trigger()
    assert not pages.composing
    assert opened.session.issue == before and "yao" not in shown(opened)
    commit(opened, "要求")
    assert article(opened).paragraphs[0].text == paragraph.text[:5] + "要求" + paragraph.text[5:]


@pytest.mark.parametrize("zoom", [0.5, 1.0, 1.5, 2.0, 4.0])
def test_the_candidate_window_is_told_the_caret_at_every_zoom(opened: MainWindow, qtbot: QtBot, zoom: float) -> None:
    opened.pages.set_zoom(zoom)
    place = Place(article(opened, 2).paragraphs[0].id, 2)
    pages = click(opened, qtbot, place)
    box = pages.caret_rect()
    assert box is not None
    told = caret_rect(opened)
    assert told == box.translated(pages.viewport().pos().x(), pages.viewport().pos().y())
    assert told.height() == pytest.approx(16 * 1.17 * 96 / 72 * zoom, abs=1.5)
    before = pages.verticalScrollBar().value()
    pages.verticalScrollBar().setValue(before - 40)
    moved = before - pages.verticalScrollBar().value()
    assert caret_rect(opened).top() == told.top() + moved, "it goes along when the page is scrolled"


def test_surrounding_text_cursor_and_anchor_count_as_qt_does(opened: MainWindow, qtbot: QtBot) -> None:
    paragraph = article(opened).paragraphs[0]
    click(opened, qtbot, Place(paragraph.id, 0))
    commit(opened, "𠮷𠮷")
    assert asked(opened, Query.ImSurroundingText) == "𠮷𠮷" + paragraph.text
    assert asked(opened, Query.ImCursorPosition) == 4
    opened.session.select_range(Selection(Place(paragraph.id, 1), Place(paragraph.id, 3)))
    assert (asked(opened, Query.ImAnchorPosition), asked(opened, Query.ImCursorPosition)) == (2, 5)
    assert asked(opened, Query.ImCurrentSelection) == ("𠮷𠮷" + paragraph.text)[1:3]
    assert asked(opened, Query.ImEnabled) is True


def test_an_input_method_may_take_back_what_it_committed(opened: MainWindow, qtbot: QtBot) -> None:
    paragraph = article(opened).paragraphs[0]
    click(opened, qtbot, Place(paragraph.id, 0))
    commit(opened, "惠议")
    commit(opened, "会", replace_from=-2, length=1)
    assert article(opened).paragraphs[0].text.startswith("会议")


def test_no_composing_without_a_caret(opened: MainWindow) -> None:
    opened.pages.setFocus()
    assert asked(opened, Query.ImEnabled) is True, "input methods ask when the focus comes, before a click puts the caret"
    compose(opened, "hui")
    assert not opened.pages.composing


def test_offsets_go_to_utf16_and_back() -> None:
    text = "a𠮷b"
    assert [utf16(text, at) for at in range(4)] == [0, 1, 3, 4]
    assert [code_points(text, at) for at in (0, 1, 2, 3, 4, 9)] == [0, 1, 1, 2, 3, 3]


def test_a_preedit_has_a_caret_and_the_clause_at_hand() -> None:
    ground = QTextCharFormat()
    ground.setBackground(Qt.GlobalColor.yellow)
    attributes = [QInputMethodEvent.Attribute(Kind.Cursor, 3, 1, None), QInputMethodEvent.Attribute(Kind.TextFormat, 0, 2, ground)]
    preedit = preedit_of("𠮷xy", attributes)
    assert (preedit.text, preedit.caret, preedit.clause) == ("𠮷xy", 2, (0, 1))
    hidden = preedit_of("xy", [QInputMethodEvent.Attribute(Kind.Cursor, 0, 0, None)])
    assert hidden.caret is None
