"""A right click on the pages offers what belongs to the place under the pointer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.edit.state import Place, Selection
from app.model.issue import MarkKind, Role
from app.ui.main_window import MainWindow
from app.ui.outline_nodes import NodeKind
from app.ui.zoom import Fit
from tests.ui.test_page_editor import article, click, point_of, selection

said_of_any_menu = pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture(autouse=True)
def closed(opened: MainWindow) -> Iterator[None]:
    yield
    for menu in opened.pages.findChildren(QMenu):
        menu.close()


def menu_at(window: MainWindow, at: QPoint) -> QMenu:
    """The menu that a right click on a point of the viewport opens."""
    viewport = window.pages.viewport()
    QApplication.sendEvent(viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words(menu: QMenu) -> list[str]:
    """What a menu offers, without the keys."""
    return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]


def entry(menu: QMenu, word: str) -> QMenu:
    """A menu inside of the menu."""
    inner = next(action for action in menu.actions() if action.text() == word).menu()
    assert isinstance(inner, QMenu)
    return inner


@said_of_any_menu
def test_on_text_roles_marks_article_and_search(opened: MainWindow, qtbot: QtBot) -> None:
    paragraph = article(opened).paragraphs[0]
    click(opened, qtbot, Place(paragraph.id, 1))
    opened.session.select_range(Selection(Place(paragraph.id, 2), Place(paragraph.id, 5)))
    menu = menu_at(opened, point_of(opened, Place(paragraph.id, 5)))
    assert selection(opened) == Selection(Place(paragraph.id, 2), Place(paragraph.id, 5)), "its last character is selected, too"
    assert words(menu)[5:] == ["段落样式", "段首句", "加粗", "楷体", "这篇文章", "加批注", "查找…", "替换…", "在往期档案里查"]
    next(action for action in menu.actions() if action.text().startswith("加粗")).trigger()
    assert [mark.kind for mark in article(opened).paragraphs[0].marks] == [MarkKind.BOLD]
    next(action for action in entry(menu, "段落样式").actions() if action.text().startswith("一级标题")).trigger()
    assert article(opened).paragraphs[0].role is Role.HEADING_1


@said_of_any_menu
def test_away_from_what_is_selected_the_caret_goes_there_first(opened: MainWindow, qtbot: QtBot) -> None:
    first, second = article(opened).paragraphs[0], article(opened, 1).paragraphs[0]
    click(opened, qtbot, Place(first.id, 1))
    opened.session.select_range(Selection(Place(first.id, 2), Place(first.id, 5)))
    menu = menu_at(opened, point_of(opened, Place(second.id, 3)))
    assert selection(opened).collapsed and selection(opened).head == Place(second.id, 3)
    assert "加粗" not in words(menu)
    next(action for action in entry(menu, "这篇文章").actions() if action.text() == "上移").trigger()
    assert article(opened).paragraphs[0].id == second.id


@said_of_any_menu
def test_on_a_title_its_lines(opened: MainWindow, qtbot: QtBot) -> None:
    title = article(opened).title
    click(opened, qtbot, Place(title.id, 2))
    menu = menu_at(opened, point_of(opened, Place(title.id, 3)))
    assert words(menu)[5:] == [
        "标题在此转行",
        "转行处左移一词",
        "转行处右移一词",
        "标题自动转行",
        "这篇文章",
        "加批注",
        "查找…",
        "替换…",
        "在往期档案里查",
    ]
    next(action for action in menu.actions() if action.text() == "标题在此转行").trigger()
    assert "\n" in article(opened).title.text


@said_of_any_menu
def test_on_masthead_and_footer_nothing_of_articles(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.session.issue is not None
    for block in (opened.session.issue.masthead.number, opened.session.issue.footer.recipients[0].paragraph):
        click(opened, qtbot, Place(block.id, 1))
        assert words(menu_at(opened, point_of(opened, Place(block.id, 1))))[5:] == ["加批注", "查找…", "替换…", "在往期档案里查"]


@said_of_any_menu
def test_on_the_contents_the_way_to_the_article(opened: MainWindow) -> None:
    opened.pages.set_fit(Fit.PAGE)
    opened.pages.show_page(1)
    target = article(opened, 2).title.id
    viewport = opened.pages.viewport()
    points = [QPoint(x, y) for y in range(0, viewport.height(), 6) for x in range(0, viewport.width(), 24)]
    at = next(point for point in points if opened.pages.link_under(point.toPointF()) == target)
    menu = menu_at(opened, at)
    assert words(menu) == ["转到这一处", "查找…", "替换…", "在往期档案里查"]
    menu.actions()[0].trigger()
    assert opened.outline.view.key == (NodeKind.ARTICLE, article(opened, 2).id)


@pytest.fixture
def slip(opened: MainWindow, qtbot: QtBot) -> Place:
    """A place in the middle of a word that the proofreading knows a fix for."""
    block = article(opened).paragraphs[0].id
    click(opened, qtbot, Place(block, 0))
    opened.pages.type("各单位再接再励，抓好落实。")
    desk = opened.checking.desk
    qtbot.waitUntil(lambda: not desk.busy, timeout=20_000)
    assert desk.at(Place(block, 5)) is not None
    click(opened, qtbot, Place(article(opened).paragraphs[1].id, 0))
    return Place(block, 5)


@said_of_any_menu
def test_on_marked_words_first_what_can_be_done_about_them(opened: MainWindow, slip: Place) -> None:
    menu = menu_at(opened, point_of(opened, slip))
    assert words(menu)[:5] == ["改为“再接再厉”", "不改", "不再提示此词", "为什么", "剪切"]
    menu.actions()[0].trigger()
    assert article(opened).paragraphs[0].text.startswith("各单位再接再厉，抓好落实。") and opened.session.undo_label == "按校对改正"
    assert selection(opened).head == Place(slip.block, 7), "the caret stays where it was put right"


@said_of_any_menu
def test_marked_words_may_stand_and_tell_why(opened: MainWindow, slip: Place) -> None:
    menu = menu_at(opened, point_of(opened, slip))
    menu.actions()[3].trigger()
    assert opened.checking.panel.isVisible() and "再接再" in opened.checking.panel.message.text()
    menu.close()
    menu_at(opened, point_of(opened, slip)).actions()[1].trigger()
    assert opened.checking.desk.at(slip) is None and "这一期不再提示“再接再励”" in opened.bar.text


@said_of_any_menu
def test_beside_marked_words_nothing_of_them(opened: MainWindow, slip: Place) -> None:
    assert words(menu_at(opened, point_of(opened, Place(slip.block, 10))))[0] == "剪切"


@said_of_any_menu
def test_a_key_asks_for_what_is_at_the_caret(opened: MainWindow, slip: Place) -> None:
    desk, viewport = opened.checking.desk, opened.pages.viewport()

    def by_key() -> list[str]:
        at = QPoint(5, 5)
        QApplication.sendEvent(viewport, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, viewport.mapToGlobal(at)))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found = words(menu)
        menu.close()
        return found

    finding = desk.at(slip)
    assert finding is not None
    desk.choose(finding)
    assert by_key()[0] == "改为“再接再厉”"
    opened.session.select(Place(article(opened).paragraphs[1].id, 0))  # as the arrows do: what was chosen stays at hand
    assert desk.here() == finding and "改为“再接再厉”" not in by_key()
