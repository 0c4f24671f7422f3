"""Steps with names to go back to, F4, and going to a page and line, with real keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.edit.commands import apply_preset, move_article_down, replace_all
from app.edit.state import Place, Selection
from app.model.issue import Role
from app.text.search import Query
from app.ui.main_window import MainWindow
from tests.ui.test_page_editor import ALT, CTRL, SHIFT, article, click, in_view, selection
from tests.ui.test_page_input_method import commit, compose, shown

Key = Qt.Key
# Qt's offscreen platform says of every popup that it can't raise it or give it the keyboard; that is no fault of ours.
a_popup = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)", extend=True)


def body(window: MainWindow, at: int = 0) -> str:
    return article(window, at).paragraphs[0].text


@pytest.fixture
def worked(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window after some steps."""
    pages = click(opened, qtbot, Place(article(opened).paragraphs[0].id, 0))
    commit(opened, "据悉")
    commit(opened, "今天")
    opened.session.perform(replace_all, Query("工程"), "项目")
    opened.session.perform(move_article_down, article(opened).id)
    pages.setFocus()
    return opened


@a_popup
def test_the_list_names_the_steps_and_leads_to_before_one(worked: MainWindow, qtbot: QtBot) -> None:
    steps = worked.tools.steps
    qtbot.keyClick(worked.pages, Key.Key_Z, CTRL | ALT)
    assert steps.isVisible()
    assert [steps.rows.item(row).text() for row in range(steps.rows.count())] == ["移动文章", "全部替换", "输入（连着 2 步）"]
    assert [steps.rows.item(row).font().bold() for row in range(3)] == [False, True, False]
    qtbot.keyClick(steps.rows, Key.Key_Down)
    qtbot.keyClick(steps.rows, Key.Key_Return)
    assert steps.isHidden() and worked.pages.hasFocus()
    assert body(worked, 1).count("工程") == 2 and body(worked).startswith("据悉今天")
    assert worked.session.undo_label == "输入" and worked.session.redo_label == "全部替换"
    worked.actions_["redo"].trigger()
    assert worked.session.redo_label == "移动文章"


@a_popup
def test_the_list_below_the_button_takes_a_click(worked: MainWindow, qtbot: QtBot) -> None:
    first = worked.session.history
    assert first is not None
    worked.actions_["go_back"].trigger()
    rows = worked.tools.steps.rows
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(2)).center())
    assert worked.session.undo_label is None and not worked.actions_["go_back"].isEnabled()
    assert len(worked.session.history.future) == len(first.past)  # type: ignore[union-attr]


@a_popup
def test_escape_leaves_everything(worked: MainWindow, qtbot: QtBot) -> None:
    before = worked.session.issue
    worked.actions_["go_back"].trigger()
    qtbot.keyClick(worked.tools.steps.rows, Key.Key_Escape)
    assert worked.tools.steps.isHidden() and worked.session.issue is before


def test_undo_and_redo_say_what_they_do(worked: MainWindow) -> None:
    assert worked.actions_["undo"].text() == "撤销 移动文章"
    assert worked.actions_["undo"].toolTip() == "撤销 移动文章（Ctrl+Z）"
    worked.actions_["undo"].trigger()
    assert worked.actions_["redo"].toolTip() == "恢复 移动文章（Ctrl+Y）"


def test_each_commit_is_a_step_and_letters_make_one(opened: MainWindow, qtbot: QtBot) -> None:
    paragraph = article(opened).paragraphs[0]
    pages = click(opened, qtbot, Place(paragraph.id, 0))
    for words in ("会议", "强调"):
        compose(opened, "pinyin")
        commit(opened, words)
    qtbot.keyClicks(pages, "abc")
    commit(opened, "，")  # a mark that an input method passes on goes with the letters
    compose(opened, "de")
    commit(opened, "的")
    expected = ["会议强调abc，的", "会议强调abc，", "会议强调", "会议", ""]
    for words in expected:
        assert body(opened) == words + paragraph.text
        if words:
            opened.actions_["undo"].trigger()
    assert opened.session.undo_label is None


def test_undo_while_composing_drops_what_is_composed_first(opened: MainWindow, qtbot: QtBot) -> None:
    paragraph = article(opened).paragraphs[0]
    pages = click(opened, qtbot, Place(paragraph.id, 0))
    compose(opened, "hui'yi")
    opened.actions_["undo"].setEnabled(True)
    qtbot.keyClick(pages, Key.Key_Z, CTRL)
    assert not pages.composing and "hui'yi" not in shown(opened) and body(opened) == paragraph.text
    commit(opened, "会议")
    compose(opened, "qiang")
    qtbot.keyClick(pages, Key.Key_Z, CTRL)
    assert not pages.composing and body(opened) == paragraph.text
    qtbot.keyClick(pages, Key.Key_Y, CTRL)
    assert body(opened) == "会议" + paragraph.text


def test_a_composition_is_committed_once_when_the_focus_goes(opened: MainWindow, qtbot: QtBot) -> None:
    paragraph = article(opened).paragraphs[0]
    pages = click(opened, qtbot, Place(paragraph.id, 0))
    compose(opened, "hui'yi")
    commit(opened, "会议")  # what an input method sends when it is asked to commit before the focus goes
    opened.inspector.article.title.setFocus()
    pages.setFocus()
    assert body(opened) == "会议" + paragraph.text
    opened.actions_["undo"].trigger()
    assert body(opened) == paragraph.text


def test_f4_types_deletes_and_styles_again(opened: MainWindow, qtbot: QtBot) -> None:
    first, second = article(opened).paragraphs[:2]
    pages = click(opened, qtbot, Place(first.id, 0))
    commit(opened, "据悉")
    commit(opened, "，")
    click(opened, qtbot, Place(second.id, 0))
    qtbot.keyClick(pages, Key.Key_F4)
    assert article(opened).paragraphs[1].text == "据悉，" + second.text
    qtbot.keyClick(pages, Key.Key_F4)
    assert article(opened).paragraphs[1].text == "据悉，据悉，" + second.text
    qtbot.keyClick(pages, Key.Key_Backspace)
    qtbot.keyClick(pages, Key.Key_F4)
    assert article(opened).paragraphs[1].text == "据悉，据" + second.text
    qtbot.keyClick(pages, Key.Key_3, CTRL | ALT)
    click(opened, qtbot, Place(first.id, 1))
    qtbot.keyClick(pages, Key.Key_F4)
    assert [paragraph.role for paragraph in article(opened).paragraphs[:2]] == [Role.HEADING_3, Role.HEADING_3]
    opened.actions_["undo"].trigger()
    assert article(opened).paragraphs[0].role is Role.BODY


def test_f4_pastes_what_was_pasted(opened: MainWindow, qtbot: QtBot) -> None:
    first, second = article(opened).paragraphs[:2]
    pages = click(opened, qtbot, Place(first.id, 0))
    mime = QMimeData()
    mime.setText("市政府")
    QGuiApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(pages, Key.Key_V, CTRL)
    QGuiApplication.clipboard().clear()
    click(opened, qtbot, Place(second.id, 0))
    qtbot.keyClick(pages, Key.Key_F4)
    assert [paragraph.text[:3] for paragraph in article(opened).paragraphs[:2]] == ["市政府", "市政府"]


@pytest.mark.parametrize("act", [lambda w: w.session.perform(apply_preset, "26x22"), lambda w: w.session.perform(move_article_down, 1)])
def test_f4_does_nothing_where_nothing_can_be_repeated(opened: MainWindow, qtbot: QtBot, act: Callable[[MainWindow], object]) -> None:
    pages = click(opened, qtbot, Place(article(opened).paragraphs[0].id, 0))
    act(opened)
    before = opened.session.issue
    pages.setFocus()
    qtbot.keyClick(pages, Key.Key_F4)
    assert opened.session.issue is before


def test_ctrl_g_leads_to_page_and_line(opened: MainWindow, qtbot: QtBot) -> None:
    pages = click(opened, qtbot, Place(article(opened).paragraphs[0].id, 3))
    before = selection(opened)
    qtbot.keyClick(pages, Key.Key_G, CTRL)
    bar = opened.tools.go_to
    assert bar.isVisible() and bar.field.hasFocus()
    qtbot.keyClicks(bar.field, "9")
    qtbot.keyClick(bar.field, Key.Key_Return)
    assert bar.error.text() == "没有第 9 页，这一期共 3 页。" and selection(opened) == before
    qtbot.keyClicks(bar.field, "2")
    assert bar.error.text() == ""
    qtbot.keyClick(bar.field, Key.Key_Return)
    assert bar.isHidden() and pages.hasFocus()
    assert selection(opened) != before and selection(opened).collapsed
    qtbot.waitUntil(lambda: pages.page == 2)
    qtbot.keyClick(pages, Key.Key_G, CTRL)
    assert bar.field.selectedText() == "2"
    qtbot.keyClicks(bar.field, "1.9")
    qtbot.keyClick(bar.field, Key.Key_Return)
    qtbot.waitUntil(lambda: in_view(opened))
    qtbot.keyClick(pages, Key.Key_G, CTRL)
    qtbot.keyClick(bar.field, Key.Key_Escape)
    assert bar.isHidden() and pages.hasFocus()


def test_shift_f4_is_no_key_of_ours(opened: MainWindow, qtbot: QtBot) -> None:
    pages = click(opened, qtbot, Place(article(opened).paragraphs[0].id, 0))
    commit(opened, "据悉")
    before = opened.session.issue
    opened.session.select_range(Selection(Place(article(opened).paragraphs[1].id, 0), Place(article(opened).paragraphs[1].id, 0)))
    qtbot.keyClick(pages, Key.Key_F4, SHIFT)
    assert opened.session.issue is before
