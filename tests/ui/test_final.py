"""定稿前检查 beside the pages: its rows lead from place to place, and nothing lies over the page."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import final_check as final_checks
from app.desk.final_check import Earlier
from app.desk.office_reader import OfficeReader
from app.edit.article_commands import set_unit
from app.edit.frame_commands import set_copies
from app.edit.proof_commands import Fix, fix
from app.edit.state import Place
from app.errors import UserError
from app.importers.read import read_text
from app.model.issue import Issue
from app.model.office_lists import LeaderRow, OfficeLists
from app.model.unlooked import Unlooked
from app.proof.engine import Proofreader
from app.store.jianbao import Opened, Original, to_bytes
from app.store.library.library import Library
from app.ui.final_pane import FinalPane
from app.ui.import_dialog import ImportPlan
from app.ui.main_window import MainWindow
from app.ui.outline_model import UNREAD_ROLE
from app.ui.outline_nodes import NodeKind
from tests.ui import bulletins
from tests.ui.final_rows import row_of, said, told
from tests.ui.test_unify import TEXT

UNSIGNED = TEXT.replace("（市税务局）\n", "")
COPY = "3月4日，云河市税务局组织志愿者进园区，向企业讲政策、送资料、听意见，现场办结了三件事，企业负责人都说方便。"


@pytest.fixture
def read(window: MainWindow, settle: Callable[[], None], qtbot: QtBot) -> MainWindow:
    """A bulletin whose articles name no sender, read."""
    window.show()
    return opened(window, UNSIGNED, settle, qtbot)


def opened(window: MainWindow, text: str, settle: Callable[[], None], qtbot: QtBot) -> MainWindow:
    window.files.new_composed(bulletins.composed_of(text), None)
    settle()
    wait(window, qtbot)
    return window


def wait(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.checking.desk.busy, timeout=20_000)


def checked(window: MainWindow) -> FinalPane:
    window.actions_["final_check"].trigger()
    pane = window.checking.final.pane
    assert pane.isVisible() and not window.outline.isVisible()
    return pane


def selected(window: MainWindow) -> str:
    """The words that are selected on the page."""
    state = window.session.state
    assert state is not None and state.selection is not None
    first, last = sorted((state.selection.anchor.offset, state.selection.head.offset))
    return state.issue.block_index[state.selection.head.block].text[first:last]


def click(pane: FinalPane, what: str) -> None:
    item = row_of(pane, what)
    pane.rows.scrollToItem(item)
    QTest.mouseClick(pane.rows.viewport(), Qt.MouseButton.LeftButton, pos=pane.rows.visualItemRect(item).center())


def test_it_stands_in_the_place_of_the_outline_and_gives_it_back(read: MainWindow) -> None:
    sizes = read.splitter.sizes()
    pane = checked(read)
    assert read.pages.isVisible() and read.inspector.isVisible()
    assert pane.rows.hasFocus() and pane.width() > sizes[0]
    QTest.keyClick(pane.rows, Qt.Key.Key_Escape)
    assert not pane.isVisible() and read.outline.isVisible()
    assert read.splitter.sizes() == sizes and read.pages.hasFocus()


def test_the_room_of_a_larger_window_and_of_panels_opened_meanwhile_stays(read: MainWindow) -> None:
    left, _, right = read.splitter.sizes()
    pane = checked(read)
    QApplication.processEvents()
    read.resize(read.width() + 200, read.height())
    QApplication.processEvents()
    first, middle, last = read.splitter.sizes()
    read.splitter.setSizes([first, middle - 60, last + 60])
    pane.close_asked.emit()
    QApplication.processEvents()
    assert read.splitter.sizes()[0] == left and read.splitter.sizes()[2] == right + 60
    checked(read)
    read.actions_["show_inspector"].setChecked(False)
    QApplication.processEvents()
    pane.close_asked.emit()
    QApplication.processEvents()
    assert read.splitter.sizes()[0] == left and read.splitter.sizes()[2] == 0


def test_it_comes_where_the_left_column_is_hidden_too(read: MainWindow) -> None:
    read.actions_["show_outline"].setChecked(False)
    pane = checked(read)
    pane.close_asked.emit()
    assert not pane.isVisible() and not read.outline.isVisible()
    assert checked(read).isVisible()
    read.session.close()
    assert not pane.isVisible()


@pytest.mark.parametrize("action", ["show_outline", "show_thumbnails", "show_inbox", "rename"])
def test_who_wants_what_it_covers_sees_it(read: MainWindow, action: str) -> None:
    pane = checked(read)
    read.actions_[action].trigger()
    assert not pane.isVisible()
    shown = {"show_outline": False, "show_thumbnails": True, "show_inbox": True, "rename": True}[action]
    assert read.outline.isVisible() is shown
    assert read.inbox.panel.isVisible() is (action == "show_inbox")


def test_what_is_to_be_seen_to_stands_above_what_is_right(read: MainWindow) -> None:
    pane = checked(read)
    marks = [mark for mark, _ in told(pane).values()]
    assert marks == sorted(marks, key="！○✓".index) and set(marks) == set("！○✓")
    assert told(pane)["人名职务"] == ("○", "前后一致；领导名单是空的，没有和名单核对")
    assert pane.verdict.text() == f"还有 {marks.count('！')} 项要看"


def test_a_row_leads_through_its_findings_and_selects_them_in_the_panel(read: MainWindow) -> None:
    pane = checked(read)
    assert "2 处" in said(pane, "来稿口气")
    seen = []
    for turn in (1, 2, 1):
        click(pane, "来稿口气")
        assert f"{turn}/2" in said(pane, "来稿口气")
        found = read.checking.desk.at_hand
        assert found is not None and found.words == selected(read)
        assert read.checking.panel.isVisible() and read.checking.panel.message.text().startswith(found.message)
        assert found.message in said(pane, "来稿口气")
        seen.append(found.words)
    assert seen[0] == seen[2] != seen[1]


def test_what_is_put_right_goes_and_the_next_is_next(read: MainWindow, qtbot: QtBot) -> None:
    pane = checked(read)
    click(pane, "来稿口气")
    first = read.checking.desk.at_hand
    assert first is not None and first.fix is not None
    assert read.session.perform(fix, (Fix(first.key, first.start, first.end, first.words, first.fix),))
    wait(read, qtbot)
    click(pane, "来稿口气")
    second = read.checking.desk.at_hand
    assert second is not None and second.rule != first.rule and "/2" not in said(pane, "来稿口气")
    assert read.session.perform(fix, (Fix(second.key, second.start, second.end, second.words, "市税务局"),))
    wait(read, qtbot)
    assert told(pane)["来稿口气"] == ("✓", "没有我局、今天")


def test_the_keys_lead_as_the_mouse_does(read: MainWindow) -> None:
    pane = checked(read)
    pane.rows.setCurrentItem(row_of(pane, "来稿口气"))
    QTest.keyClick(pane.rows, Qt.Key.Key_Return)
    assert "1/2" in said(pane, "来稿口气")
    assert read.pages.hasFocus()


def test_articles_without_a_sender_lead_to_its_field_one_after_the_other(read: MainWindow) -> None:
    pane = checked(read)
    assert told(pane)["来稿单位"][0] == "！"
    form, titles = read.inspector.article, []
    for _ in range(2):
        click(pane, "来稿单位")
        assert form.unit.hasFocus() and form.unit.isVisible()
        titles.append(form.title.toPlainText())
    assert titles == ["市税务局推进创城工作", "税收服务进园区"]
    QTest.keyClicks(form.unit, "x")
    assert form.unit.text() == "x"


def test_nothing_is_green_while_the_issue_is_read_first(window: MainWindow, settle: Callable[[], None], qtbot: QtBot) -> None:
    window.show()
    window.files.new_composed(bulletins.composed_of(UNSIGNED), None)
    settle()
    assert window.checking.desk.busy
    pane = checked(window)
    assert told(pane)["校对"] == ("！", "正在校对，请稍候") and "来稿口气" not in told(pane)
    wait(window, qtbot)
    assert "校对" not in told(pane) and told(pane)["来稿口气"][0] == "！"


def test_what_nobody_decided_on_is_told_until_somebody_looks(read: MainWindow) -> None:
    issue = read.session.issue
    assert issue is not None
    words = next(block.text for block in issue.blocks() if "云河市税务局组织" in block.text)
    read.session.wait_for_look((words,))
    pane = checked(read)
    assert told(pane)["未确认的修正"][0] == "！"
    click(pane, "未确认的修正")
    state = read.session.state
    assert state is not None and state.selection is not None and state.issue.block_index[state.selection.head.block].text == words
    assert told(pane)["未确认的修正"] == ("○", "1 处看过了，保留着")


def test_an_article_that_stands_there_twice_is_told(window: MainWindow, settle: Callable[[], None], qtbot: QtBot) -> None:
    window.show()
    text = UNSIGNED.replace("\n报：市委", f"\n税收服务又进园区\n{COPY}\n\n报：市委").replace(
        "3月4日，云河市税务局组织志愿者进园区", COPY[:-1], 1
    )
    text = text.replace("税收服务进园区\n\n", "税收服务进园区\n税收服务又进园区\n\n", 1)
    pane = checked(opened(window, text, settle, qtbot))
    assert told(pane)["重复"][0] == "！" and "大半相同" in told(pane)["重复"][1]


def test_what_was_not_decided_at_the_import_is_remembered(window: MainWindow, settle: Callable[[], None], tmp_path: Path) -> None:
    structure, original = read_text(UNSIGNED, "云河").structure, Original("来稿.txt", UNSIGNED.encode())
    window.intake.apply(ImportPlan(structure, True, "工作简报", 0, ("一处",)), original, "")
    settle()
    assert window.session.unlooked == (Unlooked("一处"),)
    window.intake.apply(ImportPlan(structure, False, "工作简报", 0, ("又一处",)), original, "")
    window.session.looked_at("一处")
    assert window.session.unlooked == (Unlooked("一处", looked=True), Unlooked("又一处"))
    path = tmp_path / "第7期.jianbao"
    assert window.session.issue is not None
    path.write_bytes(to_bytes(Opened(window.session.issue, unlooked=window.session.unlooked), "第7期"))
    window.session.close()
    assert not window.session.unlooked
    window.open_file(path)
    settle()
    assert window.session.unlooked == (Unlooked("一处", looked=True), Unlooked("又一处"))


# What the proofreading says nothing about


def test_a_number_of_copies_that_is_written_over_is_shown(read: MainWindow, qtbot: QtBot) -> None:
    pane, before = checked(read), read.checking.desk.findings
    qtbot.waitUntil(lambda: not read.checking.final.busy, timeout=5_000)
    assert "260" in told(pane)["印数"][1]
    assert read.session.perform(set_copies, "300")
    wait(read, qtbot)
    qtbot.waitUntil(lambda: "300" in told(pane)["印数"][1], timeout=3_000)
    assert read.checking.desk.findings == before, "or else the findings would have told"


def test_it_follows_who_has_switched_the_proofreading_off(read: MainWindow, qtbot: QtBot) -> None:
    read.actions_["check_on"].setChecked(False)
    pane = checked(read)
    assert told(pane)["来稿单位"][0] == "！" and read.session.issue is not None
    for article in read.session.issue.articles():
        assert read.session.perform(set_unit, article.id, "市税务局")
    qtbot.waitUntil(lambda: told(pane)["来稿单位"][0] == "✓", timeout=3_000)
    read.session.undo()
    qtbot.waitUntil(lambda: told(pane)["来稿单位"][0] == "！", timeout=3_000)


def test_what_the_office_sets_is_shown_though_nothing_else_is_found(read: MainWindow, qtbot: QtBot) -> None:
    pane, before = checked(read), read.checking.desk.findings
    rows = OfficeLists(leaders=(LeaderRow("孙建平", "市长"),))
    read.library.write_soon(lambda library: library.change_office_lists(OfficeLists(), rows))
    qtbot.waitUntil(lambda: told(pane)["人名职务"] == ("✓", "前后一致"), timeout=20_000)
    assert read.checking.desk.findings == before


# A library that is slow, or not there


def test_the_library_is_asked_off_the_windows_thread(read: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, current = [], OfficeReader.current

    def noted(reader: OfficeReader, library: Library | None) -> Proofreader:
        asked.append(threading.current_thread())
        return current(reader, library)

    monkeypatch.setattr(OfficeReader, "current", noted)
    pane = checked(read)
    read.actions_["unify"].trigger()
    assert read.session.issue is not None
    read.session.select(Place(next(block.id for block in read.session.issue.blocks() if block.text.startswith("3月4日")), 0))
    read.pages.type("近日，")
    wait(read, qtbot)
    qtbot.waitUntil(lambda: not read.checking.unity.busy, timeout=20_000)
    read.actions_["check_on"].setChecked(False)
    read.pages.type("市财政局参加。")
    names = read.checking.unity.panel.names
    qtbot.waitUntil(lambda: any("市财政局" in names.item(at).text() for at in range(names.count())), timeout=20_000)
    assert pane.isVisible() and asked and threading.main_thread() not in asked


def test_a_reading_that_fails_is_not_waited_for(
    window: MainWindow, settle: Callable[[], None], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_reader: OfficeReader, _library: Library | None) -> Proofreader:
        raise UserError("自己的词表第 3 行读不懂。")

    window.show()
    with monkeypatch.context() as patched:
        patched.setattr(OfficeReader, "current", fail)
        pane = checked(opened(window, UNSIGNED, settle, qtbot))
        assert told(pane)["校对"] == ("！", "这一次没有校对成，没有查错别字和前后不一致") and "来稿口气" not in told(pane)
        issue = window.session.issue
        assert issue is not None and "读不懂" in window.bar.text
        row = window.outline.view.outline_model.index_of((NodeKind.ARTICLE, next(issue.articles()).id))
        assert not row.data(UNREAD_ROLE)
    window.checking.desk.renew()
    wait(window, qtbot)
    assert "校对" not in told(pane) and told(pane)["来稿口气"][0] == "！"
    monkeypatch.setattr(OfficeReader, "current", fail)
    window.checking.desk.renew()
    wait(window, qtbot)
    assert told(pane)["校对"] == ("！", "最近改的没有校对成，下面是改以前查到的") and told(pane)["来稿口气"][0] == "！"


def test_what_is_read_late_for_one_issue_is_not_shown_for_the_next(
    read: MainWindow, settle: Callable[[], None], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, go = read.session.issue, threading.Event()
    assert first is not None

    def slow(issue: Issue, _library: Library | None) -> Earlier:
        if issue.key == first.key:
            go.wait(10)
        return Earlier((first,)) if issue.key == first.key else Earlier()

    monkeypatch.setattr(final_checks, "earlier_issues", slow)
    checked(read)
    opened(read, UNSIGNED, settle, qtbot)
    pane = checked(read)
    qtbot.waitUntil(lambda: not read.checking.final.busy, timeout=5_000)
    go.set()
    QTest.qWait(50)
    assert told(pane)["期号"] == ("✓", "第7期")
    read.checking.final.look()
    qtbot.waitUntil(lambda: not read.checking.final.busy, timeout=5_000)
    assert told(pane)["期号"] == ("✓", "第7期")
