"""统一称谓 beside the pages, and scenario 5: the sender's voice, names in several forms, one step to undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.edit.state import Place
from app.ui.main_window import MainWindow
from app.ui.unify_panel import UnifyPanel
from tests.ui import bulletins

TEXT = """云河市城市更新行动
工作简报
第7期
云河市城市更新办公室　2026年3月8日

市税务局推进创城工作
税收服务进园区

市税务局推进创城工作
今天上午，我局召开会议，部署创城工作。
市国税局干部职工参加，一位同志说：“市国税局要走在前列。”
（市税务局）
2026年3月5日
税收服务进园区
3月4日，云河市税务局组织志愿者进园区，市税务局负责人参加。
（市税务局）

报：市委、市政府领导同志
发：各区人民政府，市国税局
共印260份
"""


@pytest.fixture
def read(window: MainWindow, settle: Callable[[], None], qtbot: QtBot) -> MainWindow:
    """The bulletin of scenario 5, read."""
    window.show()
    window.files.new_composed(bulletins.composed_of(TEXT), None)
    settle()
    qtbot.waitUntil(lambda: not window.checking.desk.busy, timeout=20_000)
    return window


def _text(window: MainWindow) -> str:
    assert window.session.issue is not None
    return "\n".join(block.text for block in window.session.issue.blocks())


def _unifying(window: MainWindow, qtbot: QtBot) -> UnifyPanel:
    window.actions_["unify"].trigger()
    panel = window.checking.unity.panel
    assert panel.isVisible() and panel.names.hasFocus()
    _followed(window, qtbot)
    return panel


def _ticked(panel: UnifyPanel) -> list[bool]:
    return [panel.places.item(at).checkState() is Qt.CheckState.Checked for at in range(panel.places.count())]


def _named(panel: UnifyPanel) -> list[str]:
    return [panel.names.item(at).text() for at in range(panel.names.count())]


def test_scenario_5_voice_and_names(read: MainWindow, qtbot: QtBot) -> None:
    found = {(one.rule, one.words): one.fix for one in read.checking.desk.findings}
    assert found["voice.sender", "我局"] == "市税务局"
    assert found["voice.day", "今天上午"] == "3月5日上午"
    panel = _unifying(read, qtbot)
    first = panel.names.item(0).text()
    assert all(form in first for form in ("市国税局（3）", "市税务局（", "云河市税务局（1）"))
    assert panel.form.currentText() == "市税务局"  # and not the name that occurs most, for there is no such unit any more
    before = _text(read)
    rows = panel.places.rows()
    changed = [(row.place.words, ticked) for row, ticked in zip(rows, _ticked(panel), strict=True) if row.changes]
    assert changed == [("市国税局", True), ("市国税局", False), ("云河市税务局", True), ("市国税局", False)]
    assert [row.place.spot.kept for row in rows if row.place.words == "市国税局"] == ["", "引文", "报尾"]
    QTest.mouseClick(panel.unify, Qt.MouseButton.LeftButton)
    assert not panel.unify.isEnabled(), "at once, for a second click would find nothing"
    after = _text(read)
    assert "市税务局干部职工参加，一位同志说：“市国税局要走在前列。”" in after
    assert "3月4日，市税务局组织志愿者" in after
    assert after.count("市国税局") == 2
    assert read.session.undo_label == "统一称谓"
    read.session.undo()
    assert _text(read) == before


def test_while_names_are_looked_for_the_panel_says_so(read: MainWindow, qtbot: QtBot) -> None:
    read.actions_["unify"].trigger()
    unity = read.checking.unity
    assert unity.panel.lead.text() == "正在找单位和人名…" and not unity.panel.names.count()
    qtbot.waitUntil(lambda: not unity.busy, timeout=20_000)
    assert unity.panel.lead.text() == "选一行，看各处，再统一" and unity.panel.names.count()


def test_nothing_ticked_is_nothing_to_do(read: MainWindow, qtbot: QtBot) -> None:
    panel = _unifying(read, qtbot)
    assert panel.unify.text() == "统一（改 2 处）"
    for at, ticked in enumerate(_ticked(panel)):
        if ticked:
            panel.places.toggle(panel.places.item(at))
    assert not panel.unify.isEnabled() and panel.unify.text() == "统一"


def test_a_place_says_where_it_is_and_shows_itself_on_the_page(read: MainWindow, qtbot: QtBot) -> None:
    panel = _unifying(read, qtbot)
    rows = panel.places.rows()
    at = next(at for at, row in enumerate(rows) if row.place.words == "市国税局" and row.place.spot.kept == "引文")
    assert rows[at].where == "第2页　市税务局推进创城工作"
    assert rows[at].before.endswith("一位同志说：“") and rows[at].after == "要走在前列。”"
    item = panel.places.item(at)
    panel.places.scrollToItem(item)
    QTest.mouseClick(panel.places.viewport(), Qt.MouseButton.LeftButton, pos=panel.places.visualItemRect(item).center())
    state = read.session.state
    assert state is not None and state.selection is not None
    ends = sorted((state.selection.anchor.offset, state.selection.head.offset))
    assert state.issue.block_index[state.selection.head.block].text[slice(*ends)] == "市国税局"
    assert panel.isVisible() and read.pages.isVisible() and _ticked(panel)[at] is False


def test_the_box_is_ticked_by_mouse_and_by_key(read: MainWindow, qtbot: QtBot) -> None:
    panel = _unifying(read, qtbot)
    at = next(at for at, row in enumerate(panel.places.rows()) if row.changes and row.place.spot.kept)
    item = panel.places.item(at)
    panel.places.scrollToItem(item)
    rect = panel.places.visualItemRect(item)
    QTest.mouseClick(panel.places.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(16, rect.center().y()))
    assert _ticked(panel)[at]
    panel.places.setCurrentItem(item)
    QTest.keyClick(panel.places, Qt.Key.Key_Space)
    assert not _ticked(panel)[at]


def test_the_first_mention_of_each_article_keeps_the_full_name(read: MainWindow, qtbot: QtBot) -> None:
    panel = _unifying(read, qtbot)
    assert panel.full.currentText() == "云河市税务局" and not panel.first.isChecked()
    panel.first.setChecked(True)
    QTest.mouseClick(panel.unify, Qt.MouseButton.LeftButton)
    after = _text(read)
    assert "云河市税务局干部职工参加，一位同志说：“市国税局" in after
    assert "3月4日，云河市税务局组织志愿者进园区，市税务局负责人参加。" in after


def test_two_rows_are_put_together_and_parted_again(read: MainWindow, qtbot: QtBot) -> None:
    issue = read.session.issue
    assert issue is not None
    panel = _unifying(read, qtbot)
    read.pages.edit_at(_end_of(read, "3月4日"))
    read.pages.type("市文明办、市创城指挥中心参加。")
    read.checking.unity.unify()
    _followed(read, qtbot)
    names = _named(panel)
    rows = [names.index("市文明办（1）"), names.index("市创城指挥中心（1）")]
    assert not panel.join.isEnabled()
    panel.names.clearSelection()
    for row in rows:
        panel.names.item(row).setSelected(True)
    assert panel.join.isEnabled() and not panel.part.isEnabled()
    panel.join.click()
    _followed(read, qtbot)
    both = next(at for at, words in enumerate(_named(panel)) if "市文明办（1）" in words)
    assert "市创城指挥中心（1）" in _named(panel)[both]
    panel.names.setCurrentRow(both)
    assert panel.part.isEnabled()
    panel.part.click()
    _followed(read, qtbot)
    assert sorted(_named(panel)) == sorted(names)


def _end_of(window: MainWindow, words: str) -> Place:
    issue = window.session.issue
    assert issue is not None
    block = next(block for block in issue.blocks() if block.text.startswith(words))
    return Place(block.id, len(block.text))


def test_posts_of_one_person_are_listed_with_the_person(read: MainWindow, qtbot: QtBot) -> None:
    panel = _unifying(read, qtbot)
    read.pages.edit_at(_end_of(read, "3月4日"))
    read.pages.type("区长马强主持会议，代区长马强讲话，区长马强总结。")
    read.checking.unity.unify()
    _followed(read, qtbot)
    row = _named(panel).index("马强：区长（2）　代区长（1）")
    panel.names.setCurrentRow(row)
    assert panel.form.currentText() == "区长" and [one.place.words for one in panel.places.rows() if one.changes] == ["代区长"]
    assert not panel.first.isEnabled()


def test_where_nothing_tells_a_form_is_chosen_by_the_clerk(read: MainWindow, qtbot: QtBot) -> None:
    panel = _unifying(read, qtbot)
    read.pages.edit_at(_end_of(read, "3月4日"))
    read.pages.type("区长马强主持会议，代区长马强讲话。")
    read.checking.unity.unify()
    _followed(read, qtbot)
    panel.names.setCurrentRow(_named(panel).index("马强：区长（1）　代区长（1）"))
    assert panel.form.currentText() == "" and panel.places.count() == 2 and not panel.unify.isEnabled()
    panel.form.setCurrentText("代区长")
    assert panel.unify.text() == "统一（改 1 处）"


def test_the_panel_follows_what_is_typed(read: MainWindow, qtbot: QtBot) -> None:
    panel = _unifying(read, qtbot)
    read.pages.edit_at(_end_of(read, "3月4日"))
    read.pages.type("市财政局参加。")
    qtbot.waitUntil(lambda: "市财政局（1）" in _named(panel), timeout=20_000)
    read.session.close()
    qtbot.waitUntil(lambda: not panel.names.count() or not panel.isVisible(), timeout=5_000)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)", extend=True)  # said of any menu
def test_rows_are_put_together_by_a_right_click_too(read: MainWindow, qtbot: QtBot) -> None:
    panel = _unifying(read, qtbot)
    panel.names.selectAll()
    assert panel.join.isEnabled() is (len(_named(panel)) > 1)
    panel.names.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [(action.text(), action.isEnabled()) for action in menu.actions()] == [("并为一组", panel.join.isEnabled()), ("拆开", False)]
    before = len(_named(panel))
    menu.actions()[0].trigger()
    menu.close()
    _followed(read, qtbot)
    assert before == 1 or len(_named(panel)) == 1


def _first(panel: UnifyPanel) -> int:
    """The row of the first place that is ticked."""
    return _ticked(panel).index(True)


def _typed(window: MainWindow, qtbot: QtBot, at: Place, words: str) -> None:
    """Words typed on the page while the panel stands beside it, until it has followed."""
    window.session.select(at)
    window.pages.type(words)
    _followed(window, qtbot)


def _followed(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not (window.checking.desk.busy or window.checking.unity.busy), timeout=20_000)


def test_what_was_excluded_stays_excluded_while_one_types(read: MainWindow, qtbot: QtBot) -> None:
    panel = _unifying(read, qtbot)
    at = _first(panel)
    spot = panel.places.rows()[at].place.spot
    panel.places.toggle(panel.places.item(at))
    assert panel.unify.text() == "统一（改 1 处）"
    _typed(read, qtbot, Place(spot.key, 0), "近日，")
    assert panel.places.rows()[at].place.spot.start == spot.start + 3
    assert not _ticked(panel)[at] and panel.unify.text() == "统一（改 1 处）"
    _typed(read, qtbot, Place(spot.key, 0), "市国税局说，")  # the same words before it are another place
    assert [row.place.words for row in panel.places.rows()][at : at + 2] == ["市国税局", "市国税局"]
    assert _ticked(panel)[at : at + 2] == [True, False]
    QTest.mouseClick(panel.unify, Qt.MouseButton.LeftButton)
    assert "市税务局说，近日，市国税局干部职工参加" in _text(read)
    _followed(read, qtbot)
    assert not panel.unify.isEnabled()
    read.session.undo()
    _followed(read, qtbot)
    assert _ticked(panel)[at : at + 2] == [True, False]


def test_what_was_ticked_by_hand_stays_ticked_where_a_paragraph_is_split(read: MainWindow, qtbot: QtBot) -> None:
    panel = _unifying(read, qtbot)
    quoted = next(at for at, row in enumerate(panel.places.rows()) if row.place.spot.kept == "引文")
    panel.places.toggle(panel.places.item(quoted))
    spot = panel.places.rows()[quoted].place.spot
    read.session.select(Place(spot.key, 4))
    qtbot.keyClick(read.pages, Qt.Key.Key_Return)
    _followed(read, qtbot)
    moved = panel.places.rows()[quoted].place.spot
    assert (moved.key, moved.start) != (spot.key, spot.start) and _ticked(panel)[quoted]


def test_what_was_chosen_stays_chosen_while_one_types(read: MainWindow, qtbot: QtBot) -> None:
    panel = _unifying(read, qtbot)
    panel.first.setChecked(True)
    panel.full.setCurrentText("市税务局")
    panel.form.setCurrentText("云河市税务局")
    _typed(read, qtbot, _end_of(read, "3月4日"), "市国税局、市财政局参加。")
    assert "市国税局（4）" in panel.names.item(0).text()
    assert (panel.form.currentText(), panel.full.currentText(), panel.first.isChecked()) == ("云河市税务局", "市税务局", True)
    panel.names.setCurrentRow(_named(panel).index("市财政局（1）"))
    assert not panel.first.isChecked()
    panel.names.setCurrentRow(0)
    assert panel.form.currentText() == "云河市税务局" and panel.first.isChecked()


def test_another_issue_begins_without_what_was_ticked_and_chosen(read: MainWindow, settle: Callable[[], None], qtbot: QtBot) -> None:
    panel = _unifying(read, qtbot)
    panel.places.toggle(panel.places.item(_first(panel)))
    panel.form.setCurrentText("云河市税务局")
    read.files.new_composed(bulletins.composed_of(TEXT), None)
    settle()
    read.checking.unity.unify()
    _followed(read, qtbot)
    assert panel.form.currentText() == "市税务局" and panel.unify.text() == "统一（改 2 处）"


def test_what_is_ticked_before_the_panel_has_followed_is_the_place_that_is_seen(read: MainWindow, qtbot: QtBot) -> None:
    panel = _unifying(read, qtbot)
    at = _first(panel)
    spot = panel.places.rows()[at].place.spot
    read.session.select(Place(spot.key, 0))
    read.pages.type("市国税局说，")
    assert panel.places.rows()[at].place.spot == spot
    panel.places.toggle(panel.places.item(at))
    _followed(read, qtbot)
    assert _ticked(panel)[at : at + 2] == [True, False]
    read.session.select(Place(spot.key, 0))
    read.pages.type("市国税局说，")
    QTest.mouseClick(panel.unify, Qt.MouseButton.LeftButton)
    assert "市国税局说，市税务局说，市国税局干部职工参加" in _text(read)
