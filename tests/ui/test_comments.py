"""批注: words are selected and commented by keys, marked on the page, listed, settled and taken away, each as one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.edit.commands import replace_text
from app.edit.state import Place, Selection
from app.model.issue import Paragraph
from app.model.people import Comment
from app.ui.comment_panel import CommentPanel
from app.ui.comment_view import row_words
from app.ui.main_window import MainWindow
from tests.ui.conftest import PreparedAsker
from tests.ui.final_rows import row_of, told
from tests.ui.writing import commit

WORDS = "南门街"


def _block(window: MainWindow, words: str) -> Paragraph:
    assert window.session.issue is not None
    return next(block for block in window.session.issue.blocks() if words in block.text)


def _select(window: MainWindow, words: str) -> None:
    block = _block(window, words)
    at = block.text.index(words)
    window.pages.edit_at(Place(block.id, at))
    window.session.select_range(Selection(Place(block.id, at), Place(block.id, at + len(words))))


def _panel(window: MainWindow) -> CommentPanel:
    return window.checking.comments.panel


def _comments(window: MainWindow) -> tuple[Comment, ...]:
    assert window.session.issue is not None
    return window.session.issue.comments


def _comment(window: MainWindow, words: str, text: str, who: str = "张敏") -> None:
    _select(window, words)
    window.actions_["comment"].trigger()
    panel = _panel(window)
    panel.who.setText(who)
    panel.entry.insertPlainText(text)
    QTest.keyClick(panel.entry, Qt.Key.Key_Return)


@pytest.fixture
def commented(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The bulletin with two comments, the caret behind them."""
    _comment(opened, "三千二百户", "核对户数")
    _comment(opened, WORDS, "写全称", "李军")
    qtbot.waitUntil(lambda: _panel(opened).view.count() == 2)
    return opened


def test_selected_words_are_commented_by_keys_alone(opened: MainWindow, qtbot: QtBot) -> None:
    _select(opened, WORDS)
    QTest.keyClick(opened.pages, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    panel = _panel(opened)
    assert panel.isVisible() and panel.entry.hasFocus()
    assert panel.target.text() == f"批注“{WORDS}”："
    panel.who.setText("张敏")
    panel.entry.insertPlainText("哪个南门街？")
    QTest.keyClick(panel.entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    panel.entry.insertPlainText("写全称")
    QTest.keyClick(panel.entry, Qt.Key.Key_Return)
    (one,) = _comments(opened)
    block = _block(opened, WORDS)
    assert (one.block, one.start, one.end) == (block.id, block.text.index(WORDS), block.text.index(WORDS) + len(WORDS))
    assert (one.text, one.who, one.words, one.done) == ("哪个南门街？\n写全称", "张敏", WORDS, False)
    assert one.when
    assert panel.entry.toPlainText() == "" and opened.pages.hasFocus()
    assert opened.session.undo_label == "加批注" and opened.session.unsaved
    opened.session.undo()
    assert _comments(opened) == ()
    assert opened.memory.settings.commenter == "张敏"


def test_at_the_caret_the_place_is_commented(opened: MainWindow) -> None:
    block = _block(opened, WORDS)
    opened.pages.edit_at(Place(block.id, 3))
    opened.actions_["comment"].trigger()
    panel = _panel(opened)
    assert panel.target.text() == "批注光标处："
    panel.entry.insertPlainText("这里缺一句")
    QTest.mouseClick(panel.note, Qt.MouseButton.LeftButton)
    (one,) = _comments(opened)
    assert (one.block, one.start, one.end, one.words) == (block.id, 3, 3, "")


def test_nothing_is_noted_without_a_word(opened: MainWindow) -> None:
    _comment(opened, WORDS, "   ")
    assert _comments(opened) == ()
    assert "请写上" in opened.bar.text


def test_comments_are_listed_in_reading_order_and_lead_to_their_words(commented: MainWindow) -> None:
    panel = _panel(commented)
    assert [one.words for one in panel.view.shown()] == [WORDS, "三千二百户"]
    assert panel.count.text() == "2 处没有处理"
    assert row_words(panel.view.shown()[1]).startswith("“三千二百户”张敏 今天")
    panel.view.setFocus()
    panel.view.setCurrentRow(1)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    state = commented.session.state
    assert state is not None and state.selection is not None
    block = state.issue.block_index[state.selection.head.block]
    assert block.text[state.selection.anchor.offset : state.selection.head.offset] == "三千二百户"
    assert commented.checking.comments.desk.at_hand == 1


def test_one_is_settled_and_comes_back(commented: MainWindow, qtbot: QtBot) -> None:
    panel = _panel(commented)
    panel.view.setFocus()
    panel.view.setCurrentRow(0)
    QTest.keyClick(panel.view, Qt.Key.Key_Space)
    assert [one.done for one in _comments(commented)] == [False, True]
    qtbot.waitUntil(lambda: panel.view.count() == 1)
    assert panel.count.text() == "1 处没有处理"
    panel.done.setChecked(True)
    assert panel.view.count() == 2
    panel.view.setCurrentRow(0)
    assert panel.settle.text() == "取消处理"
    QTest.mouseClick(panel.settle, Qt.MouseButton.LeftButton)
    assert not any(one.done for one in _comments(commented))


def test_one_is_written_anew(commented: MainWindow) -> None:
    panel = _panel(commented)
    panel.view.setFocus()
    panel.view.setCurrentRow(0)
    QTest.keyClick(panel.view, Qt.Key.Key_F2)
    assert panel.entry.toPlainText() == "写全称" and panel.note.text() == "改好"
    panel.entry.insertPlainText("写明是哪个区")
    QTest.keyClick(panel.entry, Qt.Key.Key_Return)
    assert [one.text for one in _comments(commented)] == ["核对户数", "写明是哪个区"]
    assert panel.note.text() == "记下" and panel.entry.toPlainText() == ""


def test_writing_anew_is_left_by_escape(commented: MainWindow) -> None:
    panel = _panel(commented)
    panel.view.setCurrentRow(0)
    panel.view.pressed_for.emit(*_press(panel, "EDIT"))
    QTest.keyClick(panel.entry, Qt.Key.Key_Escape)
    assert panel.note.text() == "记下" and commented.pages.hasFocus()
    assert [one.text for one in _comments(commented)] == ["核对户数", "写全称"]


def _press(panel: CommentPanel, name: str) -> tuple[object, int]:
    from app.ui.pen_keys import PenPress

    assert panel.view.chosen is not None
    return PenPress[name], panel.view.chosen.number


def test_one_is_taken_away_and_undone_by_the_message(commented: MainWindow, qtbot: QtBot) -> None:
    panel = _panel(commented)
    panel.view.setFocus()
    panel.view.setCurrentRow(0)
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert [one.text for one in _comments(commented)] == ["核对户数"]
    assert "删去了这处批注" in commented.bar.text
    commented.session.undo()
    qtbot.waitUntil(lambda: panel.view.count() == 2)


def test_it_stays_with_its_words_while_the_page_is_edited(commented: MainWindow, qtbot: QtBot) -> None:
    block = _block(commented, WORDS)
    commented.pages.edit_at(Place(block.id, 0))
    commit(commented.pages, "据悉，")
    one = next(one for one in _comments(commented) if one.words == WORDS)
    assert _block(commented, WORDS).text[one.start : one.end] == WORDS
    at = _block(commented, WORDS).text.index(WORDS)
    assert commented.session.perform(replace_text, Place(block.id, at), at + len(WORDS), "")
    qtbot.waitUntil(lambda: "（已删去）" in row_words(_panel(commented).view.shown()[0]))


def test_a_bubble_stands_beside_the_line_and_is_clicked(commented: MainWindow, qtbot: QtBot) -> None:
    commented.actions_["show_inspector"].setChecked(False)
    bubbles = commented.checking.comments.marks.bubbles()
    assert sum(len(bubble.comments) for bubble in bubbles) == 2
    first = bubbles[0]
    _select(commented, "老城区改造工程在")
    view = commented.pages
    sheet = view.sheet(first.page - 1)
    scale = view.px_per_pt
    point = QPoint(round(sheet.left() + (first.x_pt + 6) * scale), round(sheet.top() + (first.y_pt + 5) * scale))
    assert view.viewport().rect().contains(point)
    before = commented.session.state
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert _panel(commented).isVisible()
    assert commented.checking.comments.desk.at_hand in [one.number for one in first.comments]
    assert before is not None and commented.session.issue is before.issue


def test_marks_are_painted_while_a_comment_waits(commented: MainWindow, qtbot: QtBot) -> None:
    commented.actions_["show_inspector"].setChecked(False)
    _select(commented, "出入口")
    qtbot.waitUntil(lambda: not commented.checking.desk.busy, timeout=20_000)
    marked = commented.pages.viewport().grab().toImage()
    for number in (1, 2):
        commented.checking.comments.desk.remove(number)
    commented.bar.hide()
    QApplication.processEvents()
    assert commented.checking.comments.marks.bubbles() == ()
    assert commented.pages.viewport().grab().toImage() != marked


def test_who_sends_the_issue_out_is_told_of_what_waits(
    commented: MainWindow, asker: PreparedAsker, settle: Callable[[], None], tmp_path: Path
) -> None:
    asker.to_save = tmp_path / "第7期.txt"
    left = commented.checking.comments.desk.left_over()
    assert left == "还有 2 处批注没有处理（李军：写全称、张敏：核对户数）。"
    for number in (1, 2):
        commented.checking.comments.desk.settle(number, True)
    assert commented.checking.comments.desk.left_over() == ""


def test_the_check_before_an_issue_goes_out_leads_to_a_waiting_comment(commented: MainWindow, qtbot: QtBot) -> None:
    commented.actions_["final_check"].trigger()
    pane = commented.checking.final.pane
    assert told(pane)["批注"][0] == "！"
    pane.rows.lead(row_of(pane, "批注"))
    state = commented.session.state
    assert state is not None and state.selection is not None
    assert WORDS in state.issue.block_index[state.selection.head.block].text


def test_comments_are_in_the_file_and_come_back(
    commented: MainWindow, asker: PreparedAsker, settle: Callable[[], None], tmp_path: Path
) -> None:
    asker.to_save = tmp_path / "七.jianbao"
    commented.files.save()
    settle()
    kept = _comments(commented)
    assert not commented.session.unsaved
    commented.open_file(asker.to_save)
    settle()
    assert _comments(commented) == kept
    commented.actions_["comments"].trigger()
    assert _panel(commented).view.count() == 2


def test_a_comment_over_two_paragraphs_speaks_of_both(
    opened: MainWindow, asker: PreparedAsker, settle: Callable[[], None], tmp_path: Path
) -> None:
    state = opened.session.state
    assert state is not None
    first = _block(opened, WORDS)
    blocks = list(state.issue.block_index.values())
    second = blocks[blocks.index(first) + 1]
    whole = Selection(Place(first.id, first.text.index(WORDS)), Place(second.id, 5))
    opened.pages.edit_at(whole.anchor)
    opened.session.select_range(whole)
    opened.actions_["comment"].trigger()
    _panel(opened).entry.insertPlainText("两段并成一段？")
    QTest.keyClick(_panel(opened).entry, Qt.Key.Key_Return)
    (one,) = _comments(opened)
    assert [part.block for part in one.stretches] == [first.id, second.id]
    desk = opened.checking.comments.desk
    assert desk.at(Place(second.id, 2)) == one and desk.at(Place(second.id, 5)) is None
    asker.to_save = tmp_path / "七.jianbao"
    opened.files.save()
    settle()
    opened.open_file(asker.to_save)
    settle()
    assert _comments(opened) == (one,)
    desk.go(one.number)
    state = opened.session.state
    assert state is not None and state.selection == whole
