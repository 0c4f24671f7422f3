"""The lines of a title on the page: proposed while it is typed, moved and taken away by keys and by the menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.edit.state import Place
from app.layout.motion import Motion
from app.model.issue import Article, Role
from app.ui.main_window import MainWindow
from tests.ui.writing import commit

OFFICE = "市机关事务局贯彻落实创城动员会精神"
ALT = Qt.KeyboardModifier.AltModifier


def article(window: MainWindow) -> Article:
    assert window.session.issue is not None
    return next(window.session.issue.articles())


def lines(window: MainWindow) -> list[str]:
    """The lines of the first title as they print."""
    assert window.session.layout is not None
    paragraph = next(found for found in window.session.layout.flow if found.role is Role.TITLE)
    return [line.text for line in paragraph.lines]


def contents(window: MainWindow) -> list[str]:
    """The lines of the contents as they print."""
    assert window.session.layout is not None
    return [line.text for found in window.session.layout.flow if found.role is Role.TOC_TITLE for line in found.lines]


@pytest.fixture
def titled(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The caret stands in the first article's empty title."""
    title = article(opened).title
    opened.activateWindow()
    opened.pages.setFocus()
    opened.session.select(Place(title.id, len(title.text)))
    for _ in title.text:
        qtbot.keyClick(opened.pages, Qt.Key.Key_Backspace)
    assert not article(opened).title.text
    return opened


def test_a_title_typed_on_the_page_turns_behind_the_unit_and_stays_one_line_in_the_contents(titled: MainWindow) -> None:
    commit(titled.pages, OFFICE)
    assert lines(titled) == ["市机关事务局", "贯彻落实创城动员会精神"]
    assert contents(titled)[1] == f"●　{OFFICE}"
    assert article(titled).title.text == OFFICE


def test_alt_down_and_alt_up_move_the_turn_by_a_word_and_undo_names_it(titled: MainWindow, qtbot: QtBot) -> None:
    commit(titled.pages, OFFICE)
    qtbot.keyClick(titled.pages, Qt.Key.Key_Down, ALT)
    moved = lines(titled)
    assert "".join(moved) == OFFICE and len(moved) == 2 and len(moved[0]) in (8, 10)
    assert titled.actions_["undo"].text() == "撤销 标题转行"
    qtbot.keyClick(titled.pages, Qt.Key.Key_Up, ALT)
    assert lines(titled) == ["市机关事务局", "贯彻落实创城动员会精神"]
    titled.actions_["undo"].trigger()
    assert lines(titled) == moved


def test_without_a_caret_in_a_title_the_menu_is_grey_from_the_beginning(opened: MainWindow) -> None:
    names = ("turn_title", "turn_left", "turn_right", "auto_turns")
    assert not any(opened.actions_[name].isEnabled() for name in names)


def test_the_menu_does_what_the_keys_do_and_is_grey_elsewhere(titled: MainWindow) -> None:
    commit(titled.pages, OFFICE)
    titled.actions_["turn_right"].trigger()
    assert len(lines(titled)[0]) > 6
    titled.actions_["auto_turns"].trigger()
    assert lines(titled) == ["市机关事务局", "贯彻落实创城动员会精神"]
    assert not titled.actions_["auto_turns"].isEnabled()
    titled.session.select(Place(article(titled).paragraphs[0].id, 2))
    names = ("turn_title", "turn_left", "turn_right", "auto_turns")
    assert not any(titled.actions_[name].isEnabled() for name in names)


def test_a_title_of_41_characters_takes_three_lines(titled: MainWindow) -> None:
    long = "云河市住房和城乡建设局聚焦群众急难愁盼问题扎实推进老旧小区改造和城市更新行动见实效"
    assert len(long) == 41
    commit(titled.pages, long)
    assert lines(titled) == ["云河市住房和城乡建设局", "聚焦群众急难愁盼问题扎实推进", "老旧小区改造和城市更新行动见实效"]


def test_a_title_that_begins_with_a_persons_name_stays_on_one_line(titled: MainWindow) -> None:
    commit(titled.pages, "张建国深入社区开展志愿服务活动")
    assert lines(titled) == ["张建国深入社区开展志愿服务活动"]


def test_backspace_at_the_head_of_a_proposed_line_joins_the_lines(titled: MainWindow, qtbot: QtBot) -> None:
    commit(titled.pages, OFFICE)
    titled.pages._move(Motion.LINE_START, extend=False)
    qtbot.keyClick(titled.pages, Qt.Key.Key_Backspace)
    assert lines(titled) == [OFFICE]
    qtbot.keyClick(titled.pages, Qt.Key.Key_Backspace)
    assert lines(titled) == ["市机关事务贯彻落实创城动员会精神"]


def test_delete_at_the_end_of_a_line_joins_it_with_the_next(titled: MainWindow, qtbot: QtBot) -> None:
    commit(titled.pages, OFFICE)
    for motion in (Motion.UP, Motion.LINE_END):
        titled.pages._move(motion, extend=False)
    qtbot.keyClick(titled.pages, Qt.Key.Key_Delete)
    assert lines(titled) == [OFFICE]


def test_a_short_title_for_the_contents_stays_when_the_title_is_edited(titled: MainWindow, qtbot: QtBot) -> None:
    commit(titled.pages, OFFICE)
    form = titled.inspector.article
    form.toc_title.setText("机关事务局贯彻创城精神")
    form.toc_title.textEdited.emit("机关事务局贯彻创城精神")
    commit(titled.pages, "神")
    assert contents(titled)[1] == "●　机关事务局贯彻创城精神"
    assert form.toc_title.text() == "机关事务局贯彻创城精神"
    qtbot.waitUntil(form.toc_hint.isVisible)
    assert "和标题不同" in form.toc_hint.text()
