"""Finding and replacing with real keys: the bar, the marks on the pages, one step to undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.edit.commands import set_title
from app.edit.state import Place, Selection
from app.ui.find_bar import FindBar
from app.ui.main_window import MainWindow
from tests.ui.test_page_editor import CTRL, LEFT, SHIFT, article, click, selection
from tests.ui.test_page_input_method import commit, compose
from tests.ui.writing import commit as commit_words

Key = Qt.Key


@pytest.fixture
def bar(opened: MainWindow, qtbot: QtBot) -> FindBar:
    """The bar, opened by its key, with the caret at the head of the first article's text."""
    pages = click(opened, qtbot, Place(article(opened).paragraphs[0].id, 0))
    qtbot.keyClick(pages, Key.Key_F, CTRL)
    assert opened.tools.finds.bar.isVisible() and opened.tools.finds.bar.words.hasFocus()
    return opened.tools.finds.bar


def selected(window: MainWindow) -> str:
    at = selection(window)
    assert window.session.issue is not None and at.anchor.block == at.head.block
    start, end = sorted((at.anchor.offset, at.head.offset))
    return window.session.issue.block_index[at.head.block].text[start:end]


def text(window: MainWindow) -> str:
    assert window.session.issue is not None
    return "\n".join(block.text for block in window.session.issue.blocks())


def colours(window: MainWindow) -> list[str]:
    """The colours on the pages as they are painted."""
    image = window.pages.viewport().grab().toImage()
    return [image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]


def test_esc_on_the_page_puts_the_bar_away(opened: MainWindow, bar: FindBar, qtbot: QtBot) -> None:
    commit_words(bar.words, "工程")
    opened.pages.setFocus()
    qtbot.keyClick(opened.pages, Key.Key_Escape)
    assert bar.isHidden() and opened.pages.hasFocus()


def test_tab_leads_from_what_is_looked_for_to_what_takes_its_place(opened: MainWindow, bar: FindBar, qtbot: QtBot) -> None:
    commit_words(bar.words, "工程")
    bar.show_replace(True)
    for expected in (bar.template, bar.one, bar.one_and_next, bar.every, bar.case):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        assert QApplication.focusWidget() is expected
    bar.show_replace(False)
    bar.words.setFocus()
    qtbot.keyClick(bar.words, Key.Key_Tab)
    assert QApplication.focusWidget() is bar.case


def test_after_all_are_replaced_the_keys_are_the_pages(opened: MainWindow, bar: FindBar, qtbot: QtBot) -> None:
    before = text(opened)
    commit_words(bar.words, "工程")
    bar.show_replace(True)
    commit_words(bar.template, "项目")
    press_button(qtbot, bar.every)
    assert "工程" not in text(opened) and opened.pages.hasFocus()
    qtbot.keyClick(opened.pages, Key.Key_Z, CTRL)
    assert text(opened) == before
    qtbot.keyClick(opened.pages, Key.Key_Escape)
    assert bar.isHidden()


def press_button(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, LEFT)


def test_words_are_found_as_they_are_written_and_gone_through(opened: MainWindow, bar: FindBar, qtbot: QtBot) -> None:
    commit_words(bar.words, "工程")
    assert selected(opened) == "工程"
    assert bar.count.text() == "第 1 处，共 3 处"
    assert selection(opened).head.block == article(opened, 1).title.id
    assert {"#ffe9a8", "#ffbe5c"} <= set(colours(opened))
    qtbot.keyClick(bar.words, Key.Key_Return)
    assert bar.count.text() == "第 2 处，共 3 处" and selection(opened).head.block == article(opened, 1).paragraphs[0].id
    qtbot.keyClick(bar.words, Key.Key_F3)
    assert bar.count.text() == "第 3 处，共 3 处"
    qtbot.keyClick(bar.words, Key.Key_F3)
    assert bar.count.text() == "第 1 处，共 3 处", "round to the first"
    qtbot.keyClick(bar.words, Key.Key_F3, SHIFT)
    assert bar.count.text() == "第 3 处，共 3 处"
    qtbot.keyClick(bar.words, Key.Key_Return, SHIFT)
    assert bar.count.text() == "第 2 处，共 3 处"
    at = selection(opened)
    qtbot.keyClick(bar.words, Key.Key_Escape)
    assert bar.isHidden() and opened.pages.hasFocus() and selection(opened) == at
    assert not {"#ffe9a8", "#ffbe5c"} & set(colours(opened))


def test_what_is_selected_is_looked_for(opened: MainWindow, qtbot: QtBot) -> None:
    body = article(opened, 1).paragraphs[0]
    pages = click(opened, qtbot, Place(body.id, 5))
    at = body.text.index("工程")
    opened.session.select_range(Selection(Place(body.id, at), Place(body.id, at + 2)))
    qtbot.keyClick(pages, Key.Key_F, CTRL)
    assert opened.tools.finds.bar.words.text() == "工程"
    assert opened.tools.finds.bar.count.text() == "第 2 处，共 3 处"
    assert selected(opened) == "工程" and opened.tools.finds.bar.words.selectedText() == "工程"


def test_the_words_are_kept_and_f3_goes_on_without_the_bar(opened: MainWindow, bar: FindBar, qtbot: QtBot) -> None:
    commit_words(bar.words, "工程")
    qtbot.keyClick(bar.words, Key.Key_Escape)
    qtbot.keyClick(opened.pages, Key.Key_F3)
    assert bar.isVisible() and opened.pages.hasFocus(), "the caret stays on the pages"
    assert bar.count.text() == "第 2 处，共 3 处"


def test_a_turn_in_a_title_hides_nothing(opened: MainWindow, bar: FindBar) -> None:
    title = article(opened, 1)
    opened.session.perform(set_title, title.id, "老城区改造\n工程开工")
    commit_words(bar.words, "改造工程开")
    assert bar.count.text() == "第 1 处，共 1 处"
    assert selected(opened) == "改造\n工程开"


def test_counts_follow_the_text_and_wait_while_somebody_types(opened: MainWindow, bar: FindBar, qtbot: QtBot) -> None:
    commit_words(bar.words, "工程")
    body = article(opened).paragraphs[0]
    pages = click(opened, qtbot, Place(body.id, 3))
    commit_words(pages, "工")
    assert len(opened.tools.finds.matches) == 3
    commit_words(pages, "程")
    qtbot.waitUntil(lambda: bar.count.text() == "共 4 处", timeout=3000)
    assert {match.block for match in opened.tools.finds.matches} >= {body.id}
    opened.actions_["undo"].trigger()
    assert len(opened.tools.finds.matches) == 3, "undo is followed at once"


def test_replace_goes_from_one_to_the_next(opened: MainWindow, bar: FindBar, qtbot: QtBot) -> None:
    commit_words(bar.words, "工程")
    qtbot.keyClick(bar.words, Key.Key_H, CTRL)
    assert bar.template.isVisible()
    commit_words(bar.template, "项目")
    qtbot.keyClick(bar.template, Key.Key_Return)
    assert article(opened, 1).title.text.count("项目") == 1
    assert bar.count.text() == "第 1 处，共 2 处" and selected(opened) == "工程"
    press_button(qtbot, bar.one)
    assert selected(opened) == "项目" and bar.count.text() == "共 1 处", "it stays at what it replaced"
    opened.actions_["undo"].trigger()
    assert opened.session.redo_label == "替换"


def test_replace_all_is_one_step_and_says_how_many(opened: MainWindow, bar: FindBar, qtbot: QtBot) -> None:
    before = opened.session.issue
    qtbot.keyClick(bar.words, Key.Key_H, CTRL)
    commit_words(bar.words, "工程")
    commit_words(bar.template, "项目")
    press_button(qtbot, bar.every)
    assert "工程" not in text(opened) and text(opened).count("项目") == 3
    assert opened.bar.text == "替换了 3 处。" and bar.count.text() == "没有找到"
    assert opened.session.undo_label == "全部替换"
    press_button(qtbot, next(button for button in opened.bar.findChildren(QPushButton) if button.text() == "撤销"))
    assert opened.session.issue is before
    assert len(opened.tools.finds.matches) == 3


def test_groups_of_a_pattern_are_put_in(opened: MainWindow, bar: FindBar, qtbot: QtBot) -> None:
    qtbot.keyClick(bar.words, Key.Key_H, CTRL)
    press_button(qtbot, bar.regex)
    bar.words.setText(r"(\d)月(\d)日，")
    assert bar.count.text() == "第 1 处，共 2 处"
    bar.template.setText(r"\1月\3日")
    press_button(qtbot, bar.every)
    assert "没有" not in bar.count.text() and "替换内容里" in bar.error.text() and bar.error.isVisible()
    assert opened.session.undo_label is None
    bar.template.setText(r"\2日（\1月）")
    assert not bar.error.isVisible()
    press_button(qtbot, bar.every)
    assert "5日（3月）全市" in text(opened)


def test_a_bad_pattern_is_said_under_the_field(bar: FindBar, qtbot: QtBot) -> None:
    press_button(qtbot, bar.regex)
    bar.words.setText("(3月")
    assert bar.error.isVisible() and "缺少右括号" in bar.error.text() and not bar.every.isEnabled()
    bar.words.setText("(.+)+x")
    assert "要试的情况太多" in bar.error.text()
    bar.words.setText("3月")
    assert not bar.error.isVisible()


def test_a_selection_over_paragraphs_limits_the_search(opened: MainWindow, qtbot: QtBot) -> None:
    first, second = article(opened), article(opened, 1)
    pages = click(opened, qtbot, Place(first.title.id, 0))
    opened.session.select_range(Selection(Place(first.title.id, 0), Place(second.title.id, len(second.title.text))))
    qtbot.keyClick(pages, Key.Key_H, CTRL)
    bar = opened.tools.finds.bar
    assert bar.scope.isChecked() and bar.words.hasFocus() and bar.words.text() == ""
    commit_words(bar.words, "工程")
    assert bar.count.text() == "第 1 处，共 1 处"
    press_button(qtbot, bar.scope)
    assert bar.count.text() == "第 1 处，共 3 处"
    press_button(qtbot, bar.scope)
    assert bar.count.text() == "第 1 处，共 1 处", "what was selected when the bar was opened"
    bar.template.setText("大工程")
    press_button(qtbot, bar.every)
    assert text(opened).count("大工程") == 1
    assert bar.count.text().endswith("共 1 处"), "the limit went along"


def test_chinese_input_in_the_field(opened: MainWindow, bar: FindBar) -> None:
    before = opened.session.issue
    QApplication.sendEvent(bar.words, QInputMethodEvent("gong'cheng", []))
    assert bar.count.text() == "" and bar.words.text() == ""
    event = QInputMethodEvent()
    event.setCommitString("工程")
    QApplication.sendEvent(bar.words, event)
    assert bar.count.text() == "第 1 处，共 3 处"
    assert opened.session.issue is before


def test_opening_ends_a_composition_on_the_page(opened: MainWindow, qtbot: QtBot) -> None:
    before = opened.session.issue
    pages = click(opened, qtbot, Place(article(opened).paragraphs[0].id, 2))
    compose(opened, "gong")
    opened.actions_["find"].trigger()
    assert not pages.composing and opened.session.issue is before
    opened.tools.finds.bar.words.setText("工程")
    click(opened, qtbot, Place(article(opened, 1).paragraphs[0].id, 0))
    compose(opened, "gong'cheng")
    pages.viewport().grab()
    commit(opened, "工程")
    qtbot.waitUntil(lambda: len(opened.tools.finds.matches) == 4, timeout=3000)


def test_the_bar_goes_with_the_issue(opened: MainWindow, bar: FindBar) -> None:
    commit_words(bar.words, "工程")
    opened.session.close()
    assert bar.isHidden() and opened.tools.finds.matches == ()
    opened.actions_["find_next"].trigger()
    assert bar.isHidden()
