"""校对设置: a clerk edits rules, leaders, units, wording and ignored words, and the pages show it at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.desk.library import open_library
from app.edit.state import Place
from app.errors import UserError
from app.model.office_lists import OFF, Kind, LeaderRow, OfficeLists, UnitRow, WordingRow
from app.proof.finding import Finding, Level
from app.store.library.library import Library
from app.ui.main_window import MainWindow
from app.ui.office_dialog import OfficeDialog
from app.ui.rule_model import LEVEL
from app.ui.sheet_model import Which
from app.ui.sheet_page import SheetPage
from tests.ui.conftest import PreparedAsker
from tests.ui.test_page_editor import article, click

Key, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TEXT = "市长张建惠主持会议，，要求云湖市府抓好落实。"
READ_MS = 20_000


def rest(window: MainWindow, qtbot: QtBot) -> tuple[Finding, ...]:
    """What is found once everything is written and read."""
    office, desk, library = window.checking.office, window.checking.desk, window.library
    qtbot.waitUntil(lambda: not (library.busy or office.busy or desk.busy), timeout=READ_MS)
    return desk.findings


def told(window: MainWindow, qtbot: QtBot) -> dict[str, tuple[str | None, Level]]:
    """The words that are marked in the first article, with what should stand there and how sure."""
    found, blocks = rest(window, qtbot), {paragraph.id for paragraph in article(window).paragraphs}
    return {one.words: (one.fix, one.level) for one in found if one.key in blocks}


def library_of(window: MainWindow) -> Library:
    assert window.library.library is not None
    return window.library.library


def lists_of(window: MainWindow, qtbot: QtBot) -> OfficeLists:
    """What the library says."""
    rest(window, qtbot)
    return library_of(window).office_lists()


@pytest.fixture
def written(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The bulletin with a sentence in which there is something to find."""
    opened.library.open_soon()
    qtbot.waitUntil(lambda: opened.library.library is not None, timeout=READ_MS)
    click(opened, qtbot, Place(article(opened).paragraphs[0].id, 0)).type(TEXT)
    assert set(told(opened, qtbot)) == {"，，"}
    return opened


def write_a_wrong_word(window: MainWindow, qtbot: QtBot) -> None:
    """In the place of the sentence another one, in which a word is told of and not a mark."""
    window.session.undo()
    window.pages.edit_at(Place(article(window).paragraphs[0].id, 0))
    window.pages.type("各单位再接再励，抓好落实。")
    assert set(told(window, qtbot)) == {"再接再励"}


@pytest.fixture
def dialog(written: MainWindow, qtbot: QtBot) -> OfficeDialog:
    """校对设置 over it."""
    return settings(written, qtbot)


def settings(window: MainWindow, qtbot: QtBot) -> OfficeDialog:
    window.actions_["check_settings"].trigger()
    found = window.checking.office.dialog
    assert found is not None
    qtbot.waitUntil(found.tabs.isEnabled, timeout=READ_MS)
    rest(window, qtbot)
    return found


def editor(page: SheetPage) -> QLineEdit | QComboBox:
    """The cell that is open for writing."""
    found: list[QWidget] = [*page.table.findChildren(QLineEdit), *page.table.findChildren(QComboBox)]
    (open_,) = [one for one in found if one.isVisible() and not isinstance(one.parent(), QComboBox)]
    assert isinstance(open_, QLineEdit | QComboBox)
    return open_


def write(page: SheetPage, qtbot: QtBot, *cells: str) -> None:
    """Write cells one after the other with Tab between them; Enter ends."""
    for at, cell in enumerate(cells):
        line = editor(page)
        assert isinstance(line, QLineEdit)
        line.insert(cell)
        last = at == len(cells) - 1
        qtbot.keyClick(line, Key.Key_Return if last else Key.Key_Tab)
        if last:  # which Qt takes over when it is back in its loop
            qtbot.waitUntil(lambda: not page.table.findChildren(QLineEdit))


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(page: SheetPage, row: int) -> list[str]:
    return [page.model.index(row, column).data() for column in range(1, page.model.columnCount())]


def level_index(dialog: OfficeDialog, rule: str) -> QModelIndex:
    return dialog.rules.model.index_of(rule).siblingAtColumn(LEVEL)


# Leaders


def test_a_leader_is_added_by_keys_and_the_wrong_name_is_underlined(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    dialog.tabs.setCurrentWidget(dialog.leaders)
    press(dialog.leaders.adds[0])
    write(dialog.leaders, qtbot, "张建慧", "市长")
    assert told(written, qtbot)["张建惠"] == ("张建慧", Level.ERROR)
    assert lists_of(written, qtbot).leaders == (LeaderRow("张建慧", "市长"),)
    assert dialog.said.text() == "存好了，已经生效。"
    press(dialog.undo)
    assert "张建惠" not in told(written, qtbot)
    assert dialog.leaders.model.rowCount() == 0 and lists_of(written, qtbot) == OfficeLists()


def test_leaders_are_pasted_moved_and_taken_out(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    page = dialog.leaders
    dialog.tabs.setCurrentWidget(page)
    QGuiApplication.clipboard().setText("序号\t姓名\t职务\n1\t王　强\t市委书记\n2\t张建慧\t市长\n3\t石磊\t副市长\n")
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_V, CTRL)
    assert dialog.said.text() == "添了 3 行。" and page.hint.text() == "共 3 位。"
    page.table.choose(2)
    qtbot.keyClick(page.table, Key.Key_Up, ALT)
    press(page.up)
    assert [texts(page, row)[0] for row in range(3)] == ["石磊", "王强", "张建慧"]
    assert not page.up.isEnabled() and page.down.isEnabled()
    assert [row.name for row in lists_of(written, qtbot).leaders] == ["石磊", "王强", "张建慧"]
    page.table.choose(1)
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert dialog.said.text() == "删去了“王强”。"
    assert [row.name for row in lists_of(written, qtbot).leaders] == ["石磊", "张建慧"]
    press(dialog.undo)
    assert [row.name for row in lists_of(written, qtbot).leaders] == ["石磊", "王强", "张建慧"]
    assert page.model.rowCount() == 3


def test_a_list_comes_from_a_file_and_goes_into_one(
    written: MainWindow, dialog: OfficeDialog, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path
) -> None:
    source, target = tmp_path / "名单.csv", tmp_path / "出.csv"
    source.write_bytes("姓名,职务\r\n张建慧,市长\r\n石磊,副市长\r\n".encode("gb18030"))
    asker.to_open, asker.to_save = [source], target
    press(dialog.leaders.bring)
    assert [row.name for row in lists_of(written, qtbot).leaders] == ["张建慧", "石磊"]
    press(dialog.leaders.send)
    assert asker.proposed is not None and asker.proposed.name == "领导名单.csv"
    assert target.read_text("utf-8-sig").splitlines() == ["姓名,职务,任职从,到", "张建慧,市长,,", "石磊,副市长,,"]
    asker.to_open = [tmp_path / "没有.csv"]
    press(dialog.leaders.bring)
    assert "不存在" in dialog.bar.text


def test_a_row_that_can_not_be_right_is_told_beside_it_and_not_taken(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    page = dialog.leaders
    dialog.tabs.setCurrentWidget(page)
    press(page.adds[0])
    assert texts(page, 0)[-1] == "", "nothing is wrong with a row that nobody has written in yet"
    write(page, qtbot, "市长张建慧")
    assert "姓名只写“张建慧”" in texts(page, 0)[-1] and "姓名只写“张建慧”" in page.hint.text()
    assert lists_of(written, qtbot).leaders == ()
    dialog.shut.click()
    assert dialog.isVisible() and "还没有写好" in dialog.bar.text
    page.table.write_in(0, 1)
    editor(page).clear()
    write(page, qtbot, "张建慧")
    assert [row.name for row in lists_of(written, qtbot).leaders] == ["张建慧"]
    page.table.write_in(0, 3)
    write(page, qtbot, "去年")
    assert "日期写成" in texts(page, 0)[-1]
    assert [row.name for row in lists_of(written, qtbot).leaders] == ["张建慧"], "as it was right last it stays"
    dialog.shut.click()
    dialog.shut.click()
    assert written.checking.office.dialog is None
    again = settings(written, qtbot)
    assert texts(again.leaders, 0)[:3] == ["张建慧", "", ""]


# Rules


def test_a_rule_is_switched_off_and_its_marks_go(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    index = level_index(dialog, "mark.double")
    assert index.data() == "必错" and index.siblingAtColumn(2).data() == "1 处"
    assert dialog.rules.model.setData(index, OFF)
    assert told(written, qtbot) == {}
    assert lists_of(written, qtbot).levels == {"mark.double": OFF}
    assert (level_index(dialog, "mark.double").data(), index.siblingAtColumn(2).data()) == ("不查", "")
    dialog.rules.tree.setCurrentIndex(level_index(dialog, "mark.double"))
    press(dialog.rules.reset)
    assert set(told(written, qtbot)) == {"，，"}
    assert not dialog.rules.reset.isEnabled() and not dialog.rules.reset_all.isEnabled()


@pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard", extend=True)  # an open list, on the offscreen platform
def test_a_level_is_chosen_by_one_click(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    tree = dialog.rules.tree
    dialog.rules.search.setText("标点 重复")
    index = level_index(dialog, "mark.double")
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center())
    (box,) = (one for one in tree.findChildren(QComboBox) if one.isVisible())
    assert [box.itemText(at) for at in range(box.count())] == ["必错（自带）", "疑似", "提示", "不查"]
    qtbot.waitUntil(lambda: box.view().isVisible())
    qtbot.keyClick(box.view(), Key.Key_Down)
    qtbot.keyClick(box.view(), Key.Key_Down)
    qtbot.keyClick(box.view(), Key.Key_Return)
    assert told(written, qtbot)["，，"] == ("，", Level.HINT)
    assert lists_of(written, qtbot).levels == {"mark.double": "hint"}


def test_a_whole_group_is_switched_off_and_back(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    group = dialog.rules.model.index_of("mark.double").parent().siblingAtColumn(LEVEL)
    size = dialog.rules.model.rowCount(group.siblingAtColumn(0))
    assert dialog.rules.model.setData(group, OFF)
    levels = lists_of(written, qtbot).levels
    assert len(levels) > 5 and set(levels.values()) == {OFF} and group.data() == "都不查"
    assert size - 2 <= len(levels) <= size, "a rule that was part of another one goes by its wish"
    dialog.rules.only_changed.setChecked(True)
    assert sum(dialog.rules.model.rowCount(dialog.rules.model.index(at, 0)) for at in range(dialog.rules.model.rowCount())) == size
    press(dialog.rules.reset_all)
    assert lists_of(written, qtbot).levels == {}
    assert "没有改过" in dialog.rules._empty.text() and dialog.rules._empty.isVisible()


def test_the_panel_leads_to_the_rule(written: MainWindow, qtbot: QtBot) -> None:
    written.actions_["check_panel"].trigger()
    written.checking.desk.choose(written.checking.desk.findings[0])
    assert "调整这条规则" in written.checking.panel.why.text()
    written.checking.panel.why.linkActivated.emit("mark.double")
    dialog = written.checking.office.dialog
    assert dialog is not None
    rest(written, qtbot)
    row = dialog.rules.model.rule(dialog.rules.tree.currentIndex())
    assert row is not None and row.id == "mark.double"


# Wording


def test_an_own_word_is_added_and_marked(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    page = dialog.wording
    dialog.tabs.setCurrentWidget(page)
    press(page.adds[0])
    write(page, qtbot, "云湖市府", "市政府")
    assert told(written, qtbot)["云湖市府"] == ("市政府", Level.ERROR)
    page.model.setData(page.model.index(0, 4), "hint")
    assert told(written, qtbot)["云湖市府"] == ("市政府", Level.HINT)
    assert texts(page, 0) == ["词语", "云湖市府", "市政府", "提示", "", "本单位加的"]
    page.model.setData(page.model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert "云湖市府" not in told(written, qtbot)
    assert page.hint.text().endswith("本单位的 1 条，不用的 1 条。")


def test_an_own_expression_is_added_and_its_near_misses_are_marked(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    page = dialog.wording
    dialog.tabs.setCurrentWidget(page)
    press(page.adds[1])
    write(page, qtbot, "云湖市第十五届人民代表大会第三次会议")
    assert texts(page, 0)[:4] == ["提法", "", "云湖市第十五届人民代表大会第三次会议", "必错"]
    written.session.select(Place(article(written).paragraphs[1].id, 0))
    written.pages.type("云湖市第十五届人民代表大第三次会议开幕。")
    assert any("云湖市第十五届人民代表大会第三次会议" in one.message for one in rest(written, qtbot))


def test_a_delivered_word_is_found_switched_off_and_changed(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    page = dialog.wording
    dialog.tabs.setCurrentWidget(page)
    written.session.select(Place(article(written).paragraphs[1].id, 0))
    written.pages.type("思想不能松驰。")
    assert told(written, qtbot)["松驰"] == ("松弛", Level.ERROR)
    page.search.setText("松驰")
    assert page.model.rowCount() == 1 and texts(page, 0)[-1] == "自带"
    assert not page.model.flags(page.model.index(0, 2)) & Qt.ItemFlag.ItemIsEditable, "it is known by its wrong form"
    page.table.choose(0)
    assert page.remove.text() == "不用"
    press(page.remove)
    assert told(written, qtbot).get("松驰", ("", Level.HINT))[1] is not Level.ERROR
    assert lists_of(written, qtbot).silenced == {(Kind.WORD, "松驰")}
    press(dialog.undo)
    assert told(written, qtbot)["松驰"] == ("松弛", Level.ERROR)
    row = page.model.row_of(("word", "松驰", "", "", ""))
    page.table.write_in(row, 3)
    editor(page).clear()
    write(page, qtbot, "放松")
    assert told(written, qtbot)["松驰"] == ("放松", Level.ERROR)
    assert texts(page, row)[-1] == "自带的，改过"
    page.table.choose(row)
    assert page.remove.text() == "恢复自带"
    press(page.remove)
    assert told(written, qtbot)["松驰"] == ("松弛", Level.ERROR) and lists_of(written, qtbot) == OfficeLists()


def test_rows_are_sifted_by_words_and_by_whose_they_are(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    page = dialog.wording
    dialog.tabs.setCurrentWidget(page)
    page.search.setText("党章 党中央")
    assert 0 < page.model.rowCount() < 100
    page.search.setText("没有这样的词语啊")
    assert page.model.rowCount() == 0 and "没有找到" in page._empty.text()
    page.search.clear()
    page.which.setCurrentText(Which.OWN.value)
    assert page.model.rowCount() == 0 and "还没有本单位自己的" in page._empty.text()
    press(page.adds[0])
    write(page, qtbot, "云湖市府", "市政府")
    assert page.model.rowCount() == 1
    page.which.setCurrentText(Which.ALL.value)
    assert page.model.rowCount() > 3000


@pytest.mark.parametrize(
    ("cells", "sentence"), [(("府", "政府"), "只有一个字"), (("市府", "市府"), "一样"), (("松驰", "放松"), "自带的表里已经有")]
)
def test_words_that_would_cry_wolf_are_told_beside_the_row(
    written: MainWindow, dialog: OfficeDialog, qtbot: QtBot, cells: tuple[str, str], sentence: str
) -> None:
    page = dialog.wording
    dialog.tabs.setCurrentWidget(page)
    press(page.adds[0])
    write(page, qtbot, *cells)
    assert sentence in texts(page, 0)[-1]
    assert lists_of(written, qtbot).wording == ()


# Units


def test_a_unit_is_added_and_its_old_name_is_marked(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    page = dialog.units
    dialog.tabs.setCurrentWidget(page)
    press(page.adds[0])
    write(page, qtbot, "云湖市城市更新办公室", "市更新办，更新办", "云湖市府")
    assert told(written, qtbot)["云湖市府"] == ("云湖市城市更新办公室", Level.QUERY)
    assert lists_of(written, qtbot).units == (UnitRow("云湖市城市更新办公室", ("市更新办", "更新办"), ("云湖市府",)),)


# Ignored words


def test_an_ignored_word_is_taken_back_and_the_mark_is_there_again(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    assert "还没有设为不再提示的词" in dialog.ignored._empty.text()
    write_a_wrong_word(written, qtbot)
    written.checking.desk.choose(written.checking.desk.findings[0])
    written.actions_["check_ignore"].trigger()
    assert told(written, qtbot) == {}
    page = dialog.ignored
    assert [page.words.item(at).text() for at in range(page.words.count())] == ["再接再励　（错别字）"]
    assert dialog.tabs.tabText(dialog.tabs.indexOf(page)) == "不再提示的词（1）"
    dialog.tabs.setCurrentWidget(page)
    item = page.words.item(0)
    QTest.mouseClick(page.words.viewport(), Qt.MouseButton.LeftButton, pos=page.words.visualItemRect(item).center() + QPoint(0, 1))
    press(page.heed)
    assert set(told(written, qtbot)) == {"再接再励"}
    assert page.words.count() == 0 and lists_of(written, qtbot).ignored_by == frozenset()


# The library behind it


def test_what_another_desk_set_counts_and_stays(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    other = open_library(written.memory.data)
    lists = other.office_lists()
    word = WordingRow(Kind.WORD, "云湖市府", "市政府")
    other.change_office_lists(lists, replace(lists, levels={"mark.double": OFF}, wording=(word,)))
    other.close()
    assert dialog.rules.model.setData(level_index(dialog, "voice.recent"), OFF)
    assert told(written, qtbot) == {"云湖市府": ("市政府", Level.ERROR)}
    assert lists_of(written, qtbot).levels == {"mark.double": OFF, "voice.recent": OFF}
    assert level_index(dialog, "mark.double").data() == "不查" and texts(dialog.wording, 0)[1] == "云湖市府"
    press(dialog.undo)
    assert lists_of(written, qtbot).levels == {"mark.double": OFF}, "only one's own step is undone"


def by_another_desk(window: MainWindow, qtbot: QtBot, *rows: WordingRow) -> None:
    """Another desk puts words in, and this window hears of it."""
    window.library.write_soon(lambda library: library.change_office_lists(OfficeLists(), OfficeLists(wording=rows)))
    rest(window, qtbot)


def test_rows_in_writing_outlive_what_another_desk_does(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    page = dialog.wording
    dialog.tabs.setCurrentWidget(page)
    press(page.adds[0])
    write(page, qtbot, "云湖市府", "市政府")
    press(page.adds[0])
    write(page, qtbot, "府")
    page.model.setData(page.model.index(1, 3), "云湖市府")
    rest(written, qtbot)
    by_another_desk(written, qtbot, WordingRow(Kind.WORD, "市府", "市政府"))
    assert [texts(page, row)[1:3] for row in range(3)] == [["府", ""], ["云湖市府", "云湖市府"], ["市府", "市政府"]]
    assert {row.words: row.right for row in lists_of(written, qtbot).wording} == {"云湖市府": "市政府", "市府": "市政府"}


def test_a_cell_in_writing_is_taken_over_before_rows_of_another_desk_come_in(
    written: MainWindow, dialog: OfficeDialog, qtbot: QtBot
) -> None:
    page = dialog.wording
    dialog.tabs.setCurrentWidget(page)
    press(page.adds[0])
    line = editor(page)
    assert isinstance(line, QLineEdit)
    line.insert("云湖市府")
    by_another_desk(written, qtbot, WordingRow(Kind.WORD, "市府", "市政府"))
    rest(written, qtbot)
    assert {row.words for row in lists_of(written, qtbot).wording} == {"云湖市府", "市府"}
    assert {texts(page, row)[1] for row in range(2)} == {"云湖市府", "市府"}


def test_one_row_after_the_other_is_written_without_being_disturbed(written: MainWindow, dialog: OfficeDialog, qtbot: QtBot) -> None:
    page = dialog.wording
    dialog.tabs.setCurrentWidget(page)
    press(page.adds[0])
    write(page, qtbot, "云湖市府", "市政府")
    press(page.adds[0])
    rest(written, qtbot)
    line = editor(page)
    assert isinstance(line, QLineEdit)
    line.insert("云湖府")
    written.library.write_soon(lambda library: library.same_unit("甲局", "乙局"))
    rest(written, qtbot)
    assert line.isVisible() and line.text() == "云湖府"
    dialog.shut.click()
    assert [row.words for row in lists_of(written, qtbot).wording] == ["云湖市府", "云湖府"], "what was being written is kept"


def test_a_library_for_reading_alone_is_shown_and_not_edited(written: MainWindow, qtbot: QtBot) -> None:
    library_of(written).change_office_lists(OfficeLists(), OfficeLists(leaders=(LeaderRow("张建慧", "市长"),), ignored=frozenset({"甲"})))
    library_of(written).access.read_only = True
    dialog = settings(written, qtbot)
    assert "只能看不能改" in dialog.bar.text
    assert texts(dialog.leaders, 0)[:2] == ["张建慧", "市长"]
    dialog.leaders.table.choose(0)
    assert not any(
        button.isEnabled() for button in (*dialog.leaders.adds, dialog.leaders.remove, dialog.leaders.paste, dialog.leaders.bring)
    )
    assert not dialog.rules.model.setData(level_index(dialog, "mark.double"), OFF)
    write_a_wrong_word(written, qtbot)
    written.checking.desk.choose(written.checking.desk.findings[0])
    written.actions_["check_ignore"].trigger()
    assert "没有记下来" in written.bar.text


def test_what_is_not_written_is_told_and_shown_as_it_stands(
    written: MainWindow, dialog: OfficeDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_before: OfficeLists, _after: OfficeLists) -> None:
        raise UserError("来稿库现在写不进去。")

    monkeypatch.setattr(library_of(written), "change_office_lists", fail)
    assert dialog.rules.model.setData(level_index(dialog, "mark.double"), OFF)
    rest(written, qtbot)
    assert "没有存下来" in dialog.bar.text and level_index(dialog, "mark.double").data() == "必错"
    assert not dialog.undo.isVisible()


def test_without_a_library_the_dialog_says_why(opened: MainWindow, qtbot: QtBot) -> None:
    data = opened.memory.data
    data.mkdir(parents=True, exist_ok=True)
    (data / "settings.json").write_text('{"library": "postgresql://nobody@/none?host=/nowhere"}', "utf-8")
    opened.actions_["check_settings"].trigger()
    dialog = opened.checking.office.dialog
    assert dialog is not None and "正在打开" in dialog.bar.text and not dialog.tabs.isEnabled()
    qtbot.waitUntil(lambda: "连不上" in dialog.bar.text, timeout=30_000)
    assert not dialog.tabs.isEnabled()


def test_it_opens_without_an_issue_and_closes_with_the_window(window: MainWindow, qtbot: QtBot) -> None:
    dialog = settings(window, qtbot)
    dialog.tabs.setCurrentWidget(dialog.leaders)
    press(dialog.leaders.adds[0])
    write(dialog.leaders, qtbot, "张建慧", "市长")
    data = window.memory.data
    window.close()
    assert window.checking.office.dialog is None
    library = open_library(data)
    assert [row.name for row in library.office_lists().leaders] == ["张建慧"]
    library.close()


def test_the_dialog_fits_a_small_screen(dialog: OfficeDialog) -> None:
    assert dialog.width() <= 1366 and dialog.height() <= 720
    assert dialog.minimumSizeHint().height() <= 560
