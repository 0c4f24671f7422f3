"""Proofreading along with writing: lines under the words, F7, fixes by key, the panel, and what is to be let stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from app.desk.finding_rows import alike
from app.edit.state import Place, Selection
from app.model.office_lists import OFF, OfficeLists
from app.proof.finding import Finding, Level
from app.ui.check_panel import CheckPanel
from app.ui.main_window import MainWindow
from app.ui.outline_model import UNREAD_ROLE
from app.ui.outline_nodes import NodeKind
from app.ui.session import Origin, Ready
from tests.ui.test_page_editor import ALT, CTRL, SHIFT, article, click, point_of, selection

Key = Qt.Key
_WRONG = "2月30日，会议召开，，要求抓落实。"


def read(window: MainWindow, qtbot: QtBot) -> tuple[Finding, ...]:
    """What is found once the issue has been read."""
    qtbot.waitUntil(lambda: not window.checking.desk.busy, timeout=20_000)
    return window.checking.desk.findings


def rules(window: MainWindow) -> list[str]:
    return [one.rule for one in window.checking.desk.findings]


@pytest.fixture
def wrong(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The bulletin with two errors typed into its first paragraph."""
    read(opened, qtbot)
    pages = click(opened, qtbot, Place(article(opened).paragraphs[0].id, 0))
    pages.type(_WRONG)
    found = read(opened, qtbot)
    assert [one.rule for one in found][:2] == ["date.impossible", "mark.double"]
    return opened


def test_a_clean_bulletin_has_no_sure_error(opened: MainWindow, qtbot: QtBot) -> None:
    assert not [one for one in read(opened, qtbot) if one.level is Level.ERROR]


def test_f7_goes_from_one_to_the_next_and_round(wrong: MainWindow, qtbot: QtBot) -> None:
    block = article(wrong).paragraphs[0].id
    wrong.session.select(Place(block, 0))
    qtbot.keyClick(wrong.pages, Key.Key_F7)
    assert selection(wrong).anchor == Place(block, 0) and selection(wrong).head == Place(block, 5)
    qtbot.keyClick(wrong.pages, Key.Key_F7)
    assert selection(wrong).anchor.offset == _WRONG.index("，，")
    qtbot.keyClick(wrong.pages, Key.Key_F7, SHIFT)
    assert selection(wrong).anchor.offset == 0


def test_the_end_of_a_round_is_said(wrong: MainWindow, qtbot: QtBot) -> None:
    desk = wrong.checking.desk
    desk.choose(desk.findings[0])
    for _ in desk.findings[1:]:
        qtbot.keyClick(wrong.pages, Key.Key_F7)
        assert "又从" not in wrong.bar.text
    qtbot.keyClick(wrong.pages, Key.Key_F7)
    assert desk.at_hand is desk.findings[0] and "已经看到最后，又从第一处看起" in wrong.bar.text
    qtbot.keyClick(wrong.pages, Key.Key_F7, SHIFT)
    assert desk.at_hand is desk.findings[-1] and "已经看到最前" in wrong.bar.text


def test_f7_says_what_is_wrong_under_the_words_where_the_panel_is_out_of_sight(wrong: MainWindow, qtbot: QtBot) -> None:
    label = wrong.checking.tip.label
    wrong.session.select(Place(article(wrong).paragraphs[0].id, 0))
    qtbot.keyClick(wrong.pages, Key.Key_F7)
    qtbot.waitUntil(label.isVisible)
    assert "没有“2月30日”这一天" in label.text()
    qtbot.keyClick(wrong.pages, Key.Key_F7)
    qtbot.waitUntil(lambda: "标点" in label.text() and label.isVisible())
    assert label.parentWidget().rect().contains(label.geometry())
    wrong.actions_["check_on"].trigger()
    assert not label.isVisible()
    wrong.actions_["check_on"].trigger()
    read(wrong, qtbot)
    wrong.session.select(Place(article(wrong).paragraphs[0].id, 0))
    qtbot.keyClick(wrong.pages, Key.Key_F7)
    qtbot.waitUntil(label.isVisible)
    wrong.pages.type("一")
    assert not label.isVisible()
    wrong.session.undo()
    read(wrong, qtbot)
    wrong.actions_["check_panel"].trigger()
    qtbot.keyClick(wrong.pages, Key.Key_F7)
    qtbot.wait(300)
    assert not label.isVisible() and wrong.checking.panel.message.text()


def test_the_next_sure_error_passes_over_what_is_less_sure(wrong: MainWindow, qtbot: QtBot) -> None:
    block = article(wrong).paragraphs[0].id
    wrong.session.select(Place(article(wrong, 1).paragraphs[0].id, 0))
    wrong.pages.type("好，，")
    read(wrong, qtbot)
    wrong.session.select(Place(block, 0))
    wrong.checking.desk.point_at(None)
    gone_to = []
    for _ in range(4):
        qtbot.keyClick(wrong.pages, Key.Key_F7, ALT | SHIFT)
        assert wrong.checking.desk.at_hand is not None and wrong.checking.desk.at_hand.level is Level.ERROR
        gone_to.append((wrong.checking.desk.at_hand.key == block, wrong.checking.desk.at_hand.rule))
    assert gone_to == [(True, "date.impossible"), (True, "mark.double"), (False, "mark.double"), (True, "date.impossible")]


def test_without_a_sure_error_it_says_so(opened: MainWindow, qtbot: QtBot) -> None:
    read(opened, qtbot)
    opened.actions_["check_next_error"].trigger()
    assert "没有必错了" in opened.bar.text


def test_a_fix_by_key_is_one_step_to_undo(wrong: MainWindow, qtbot: QtBot) -> None:
    before = article(wrong).paragraphs[0].text
    wrong.checking.desk.choose(wrong.checking.desk.findings[1])
    qtbot.keyClick(wrong.pages, Key.Key_F7, ALT)
    assert article(wrong).paragraphs[0].text == before.replace("，，", "，", 1)
    assert wrong.session.undo_label == "按校对改正"
    assert "mark.double" not in [one.rule for one in read(wrong, qtbot)]
    wrong.session.undo()
    assert article(wrong).paragraphs[0].text == before
    assert "mark.double" in [one.rule for one in read(wrong, qtbot)]


def test_what_has_no_single_fix_is_told_and_not_touched(wrong: MainWindow, qtbot: QtBot) -> None:
    before = article(wrong).paragraphs[0].text
    wrong.checking.desk.choose(wrong.checking.desk.findings[0])
    qtbot.keyClick(wrong.pages, Key.Key_F7, ALT)
    assert article(wrong).paragraphs[0].text == before
    assert "没有唯一的改法" in wrong.bar.text


def test_a_place_that_was_let_stand_is_told_no_more(wrong: MainWindow, qtbot: QtBot) -> None:
    wrong.checking.desk.choose(wrong.checking.desk.findings[0])
    qtbot.keyClick(wrong.pages, Key.Key_F7, CTRL)
    assert "date.impossible" not in [one.rule for one in read(wrong, qtbot)]
    wrong.session.undo()
    assert "date.impossible" in [one.rule for one in read(wrong, qtbot)]


def test_words_to_ignore_are_kept_in_the_library(wrong: MainWindow, qtbot: QtBot) -> None:
    wrong.pages.type("布署工作。")
    slip = next(one for one in read(wrong, qtbot) if one.words == "布署")
    wrong.checking.desk.choose(slip)
    wrong.actions_["check_ignore"].trigger()
    assert slip.rule not in rules(wrong)
    kept = frozenset({("布署", slip.rule)})
    qtbot.waitUntil(lambda: wrong.library.library is not None and wrong.library.library.office_lists().ignored_by == kept, timeout=20_000)
    assert slip.rule not in [one.rule for one in read(wrong, qtbot)]


def test_a_mark_is_no_word_to_ignore(wrong: MainWindow, qtbot: QtBot) -> None:
    wrong.checking.desk.choose(next(one for one in wrong.checking.desk.findings if one.rule == "mark.double"))
    wrong.actions_["check_ignore"].trigger()
    assert "不能对各期都放过" in wrong.bar.text
    assert "mark.double" in [one.rule for one in read(wrong, qtbot)]


def test_findings_go_along_while_one_types_before_them(wrong: MainWindow, qtbot: QtBot) -> None:
    block = article(wrong).paragraphs[0].id
    wrong.pages.edit_at(Place(block, 0))
    wrong.pages.type("日前，")
    moved = next(one for one in wrong.checking.desk.findings if one.rule == "date.impossible")
    assert (moved.start, moved.end) == (3, 8)


def test_words_that_are_written_over_are_marked_no_more_at_once(wrong: MainWindow, qtbot: QtBot) -> None:
    wrong.checking.desk.choose(wrong.checking.desk.findings[0])
    wrong.pages.type("2月3日")
    assert "date.impossible" not in rules(wrong)


def test_wavy_lines_are_painted_by_level(wrong: MainWindow, qtbot: QtBot) -> None:
    wrong.session.select(Place(article(wrong).paragraphs[-1].id, 0))
    wrong.pages.show_page(2)

    def reddish() -> bool:
        image = wrong.pages.viewport().grab().toImage()
        points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
        return any(one.red() > 190 and one.green() < 110 and one.blue() < 110 for one in points)

    assert reddish()
    wrong.actions_["check_on"].setChecked(False)
    assert wrong.checking.desk.findings == () and not reddish()
    wrong.actions_["check_on"].setChecked(True)
    assert read(wrong, qtbot)
    assert wrong.memory.settings.check


def test_the_pointer_at_rest_reads_what_is_wrong(wrong: MainWindow, qtbot: QtBot) -> None:
    finding = wrong.checking.desk.findings[1]
    told = wrong.checking.marks.words(finding)
    assert "必错" in told and "标点重复" in told and "GB/T 15834" in told and "Alt+F7" in told
    point = point_of(wrong, Place(finding.key, finding.start)) + QPoint(4, 0)
    assert wrong.checking.marks.under(point.toPointF()) == finding


def test_the_panel_lists_by_level_and_article_and_goes_there(wrong: MainWindow, qtbot: QtBot) -> None:
    wrong.actions_["check_panel"].trigger()
    panel = wrong.checking.panel
    assert panel.isVisible()
    qtbot.waitUntil(lambda: panel.rows.topLevelItemCount() > 0)
    group = panel.rows.topLevelItem(0)
    assert group is not None and group.text(0).startswith("必错　2")
    part = group.child(0)
    assert part is not None and part.text(0) == "全市城市更新推进会召开　2"
    row = part.child(1)
    assert row is not None and "标点重复" in row.text(0)
    assert row.text(0).startswith("…议召开，，要求"), row.text(0)
    panel.rows.itemClicked.emit(row, 0)
    assert wrong.checking.desk.at_hand is not None and wrong.checking.desk.at_hand.rule == "mark.double"
    assert panel.fix.isEnabled() and "GB/T 15834" in panel.why.text()
    QTest.mouseClick(panel.fix, Qt.MouseButton.LeftButton)
    assert "，，" not in article(wrong).paragraphs[0].text


def test_all_of_one_kind_are_put_right_as_one_step(wrong: MainWindow, qtbot: QtBot) -> None:
    wrong.pages.edit_at(Place(article(wrong).paragraphs[1].id, 0))
    wrong.pages.type("好，，")
    read(wrong, qtbot)
    desk, mend = wrong.checking.desk, wrong.checking.mend
    mend.fix_all(alike(desk.findings, next(one for one in desk.findings if one.rule == "mark.double")))
    assert all("，，" not in paragraph.text for paragraph in article(wrong).paragraphs)
    wrong.session.undo()
    assert sum("，，" in paragraph.text for paragraph in article(wrong).paragraphs) == 2


def test_the_outline_shows_which_articles_have_errors(wrong: MainWindow, qtbot: QtBot) -> None:
    assert wrong.outline.view.outline_model.level_of(article(wrong).id) is Level.ERROR
    assert wrong.outline.view.outline_model.level_of(article(wrong, 2).id) is None
    assert not wrong.outline.view.outline_model.index_of((NodeKind.ARTICLE, article(wrong, 2).id)).data(UNREAD_ROLE)


def test_what_is_not_read_yet_is_not_told_clean(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_["check_panel"].trigger()
    panel, model = opened.checking.panel, opened.outline.view.outline_model
    row = model.index_of((NodeKind.ARTICLE, article(opened).id))
    read(opened, qtbot)
    qtbot.waitUntil(lambda: panel.counts.text() != "正在校对…")
    assert not row.data(UNREAD_ROLE)
    opened.actions_["check_on"].setChecked(False)
    qtbot.waitUntil(lambda: "没有打开" in panel.counts.text())
    assert not row.data(UNREAD_ROLE)
    opened.actions_["check_on"].setChecked(True)
    panel._later.now()
    assert panel.counts.text() == "正在校对…" and row.data(UNREAD_ROLE)
    assert row.data(Qt.ItemDataRole.ToolTipRole).endswith("（正在校对）")
    read(opened, qtbot)
    panel._later.now()
    assert panel.counts.text() != "正在校对…" and not row.data(UNREAD_ROLE)


def test_a_click_on_marked_words_has_them_at_hand_and_leaves_the_keys_on_the_page(wrong: MainWindow, qtbot: QtBot) -> None:
    finding, desk = wrong.checking.desk.findings[1], wrong.checking.desk
    click(wrong, qtbot, Place(finding.key, finding.start + 1))
    assert desk.at_hand == finding and wrong.pages.hasFocus()
    assert selection(wrong).collapsed and not wrong.checking.panel.isVisible()
    wrong.actions_["check_panel"].trigger()
    assert wrong.checking.panel.rows.currentItem() is not None and "标点重复" in wrong.checking.panel.message.text()
    click(wrong, qtbot, Place(article(wrong).paragraphs[-1].id, 1))
    assert desk.at_hand is None and "按 F7" in wrong.checking.panel.message.text()


def test_what_is_let_stand_is_listed_and_told_of_again(wrong: MainWindow, qtbot: QtBot) -> None:
    wrong.actions_["check_panel"].trigger()
    panel, desk = wrong.checking.panel, wrong.checking.desk
    desk.choose(next(one for one in desk.findings if one.rule == "date.impossible"))
    QTest.mouseClick(panel.stand, Qt.MouseButton.LeftButton)
    assert "这一期不再提示“2月30日”" in wrong.bar.text and "date.impossible" not in rules(wrong)
    read(wrong, qtbot)
    panel._later.now()
    group = panel.rows.topLevelItem(panel.rows.topLevelItemCount() - 1)
    assert group is not None and group.text(0) == "这一期不改的　1" and not group.isExpanded()
    row = group.child(0)
    assert row is not None and row.text(0) == "2月30日，会议召开…　不存在的日期"
    panel.rows.itemClicked.emit(row, 0)
    del row, group  # an item that is held here while the tree is filled anew may be deleted twice
    assert selection(wrong) == Selection(Place(article(wrong).paragraphs[0].id, 0), Place(article(wrong).paragraphs[0].id, 5))
    assert panel.stand.text() == "恢复提示" and "不存在的日期" in panel.why.text()
    QTest.mouseClick(panel.stand, Qt.MouseButton.LeftButton)
    assert "date.impossible" in [one.rule for one in read(wrong, qtbot)]
    panel._later.now()
    assert panel.stand.text() == "不改" and wrong.session.undo_label == "校对：恢复提示"


def test_a_habit_is_one_row_that_stays_open_once_opened(wrong: MainWindow, qtbot: QtBot) -> None:
    wrong.actions_["check_panel"].trigger()
    panel, desk = wrong.checking.panel, wrong.checking.desk
    wrong.pages.edit_at(Place(article(wrong).paragraphs[1].id, 0))
    wrong.pages.type("好，，对，，是，，")
    read(wrong, qtbot)
    panel._later.now()

    def habit() -> QTreeWidgetItem:
        found = panel.rows.findItems("4 处", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        assert len(found) == 1 and found[0].childCount() == 4
        return found[0]

    assert not habit().isExpanded()
    panel.rows.itemClicked.emit(habit(), 0)
    assert panel.rows.currentItem() is habit() and panel.fix_all.text() == "同类全改（4）"
    panel.rows.expandItem(habit())
    desk.next()
    assert panel.rows.currentItem() is not None and panel.rows.currentItem().parent() is habit()
    wrong.pages.edit_at(Place(article(wrong, 1).paragraphs[0].id, 0))
    wrong.pages.type("一")
    read(wrong, qtbot)
    panel._later.now()
    assert habit().isExpanded()


def _group(panel: CheckPanel, words: str) -> int:
    """The place of a group in the tree, -1 where there is none. No item is handed out: it would outlive the next filling."""
    told = [panel.rows.topLevelItem(at).text(0) for at in range(panel.rows.topLevelItemCount())]
    return next((at for at, text in enumerate(told) if text.startswith(words)), -1)


@pytest.mark.parametrize("along", [True, False])
def test_a_place_that_is_told_of_again_by_undo_is_listed_no_more(wrong: MainWindow, qtbot: QtBot, along: bool) -> None:
    wrong.actions_["check_panel"].trigger()
    panel, desk = wrong.checking.panel, wrong.checking.desk
    desk.choose(next(one for one in desk.findings if one.rule == "date.impossible"))
    wrong.actions_["check_stand"].trigger()
    read(wrong, qtbot)
    wrong.library.write_soon(
        lambda library: library.change_office_lists(OfficeLists(), OfficeLists(levels={"date.impossible": OFF}))
    )  # so that nothing else is found once it is taken back
    qtbot.waitUntil(lambda: "date.impossible" in desk.off, timeout=20_000)
    wrong.actions_["check_on"].setChecked(along)
    read(wrong, qtbot)
    panel._later.now()
    assert _group(panel, "这一期不改的") >= 0
    wrong.session.undo()
    qtbot.waitUntil(lambda: _group(panel, "这一期不改的") < 0, timeout=3_000)


def test_another_issue_begins_with_every_group_as_nobody_left_it(wrong: MainWindow, settle: Callable[[], None], qtbot: QtBot) -> None:
    wrong.actions_["check_panel"].trigger()
    panel, desk = wrong.checking.panel, wrong.checking.desk
    desk.choose(next(one for one in desk.findings if one.rule == "date.impossible"))
    wrong.actions_["check_stand"].trigger()
    read(wrong, qtbot)
    panel._later.now()
    panel.rows.itemClicked.emit(panel.rows.topLevelItem(_group(panel, "这一期不改的")).child(0), 0)
    assert panel.stand.text() == "恢复提示"
    panel.rows.topLevelItem(_group(panel, "必错")).setExpanded(False)
    issue = wrong.session.issue
    assert issue is not None
    layout, faces, work = wrong.session.layout, wrong.session.faces, wrong.session._work
    assert layout is not None and faces is not None and work is not None
    wrong.session.open(Ready(issue, faces, work.compositor, layout, Origin()))  # one whose ids are the same
    read(wrong, qtbot)
    panel._later.now()
    assert panel.rows.topLevelItem(_group(panel, "必错")).isExpanded()
    assert panel.stand.text() == "不改" and not panel.stand.isEnabled()
