"""The 来稿箱: what is dropped comes in, is found, seen, put right, and goes into the issue with its link."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.edit.state import Place
from app.model.issue import Article
from app.model.submission import Share, Source, State, SubmissionRecord, Way
from app.store.library.library import Library, Query
from app.ui.inbox_menu import menu_for
from app.ui.main_window import MainWindow
from app.ui.outline_nodes import MASTHEAD_KEY, NodeKind
from app.ui.record_dialog import RecordDialog
from tests.importers.docx.files import p, packed
from tests.ui.conftest import PreparedAsker

Settle = Callable[[], None]
TITLE, BODY = "云湖镇开展春季植树活动", "三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳三千株，并落实专人管护。"
OTHER = "云河市税务局上门讲政策\n三月四日，云河市税务局组织业务骨干走访企业二十家，讲解新政策，解答问题三十五个。\n（市税务局供稿）"


@pytest.fixture
def inbox(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with a bulletin and the 来稿箱 open."""
    with qtbot.waitSignal(opened.library.opened, timeout=20_000):
        opened.actions_["show_inbox"].setChecked(True)
    return opened


def library(window: MainWindow) -> Library:
    assert window.library.library is not None
    return window.library.library


def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "来稿"
    folder.mkdir()
    (folder / "植树.docx").write_bytes(packed(p(TITLE) + p(BODY) + p("（云湖镇供稿）")))
    (folder / "税务.txt").write_text(OTHER, "gb18030")
    return [folder]


def received(window: MainWindow, settle: Settle, tmp_path: Path) -> None:
    window.inbox.receive(files(tmp_path))
    settle()


def choose(window: MainWindow, *titles: str) -> None:
    view = window.inbox.panel.view
    view.clearSelection()
    for record in view.rows.records:
        if record.title in titles:
            view.selectionModel().select(view.rows.index_of(record.id), view.selectionModel().SelectionFlag.Select)
    assert {record.title for record in window.inbox.chosen} == set(titles)


def titles(window: MainWindow) -> list[str]:
    return [record.title for record in window.inbox.panel.view.rows.records]


def issue_titles(window: MainWindow) -> list[str]:
    assert window.session.issue is not None
    return ["".join(article.title.text.split()) for article in window.session.issue.articles()]


def first_article(window: MainWindow) -> Article:
    assert window.session.issue is not None
    return next(window.session.issue.articles())


def test_a_folder_that_is_dropped_comes_in(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files(tmp_path)])
    at, action = QPoint(50, 80), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, action, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    inbox.inbox.panel.dragEnterEvent(enter)
    assert enter.isAccepted()
    inbox.inbox.panel.dropEvent(QDropEvent(QPointF(at), action, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    settle()
    assert sorted(titles(inbox)) == sorted([TITLE, OTHER.split("\n")[0]])
    assert "收下 2 份来稿" in inbox.bar.text


def test_a_photo_that_is_dropped_on_a_row_is_attached_and_a_text_beside_it_comes_in(
    inbox: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    panel, (row,) = inbox.inbox.panel, inbox.inbox.panel.view.selectedIndexes()
    photo, words = tmp_path / "现场.jpg", tmp_path / "供水.txt"
    photo.write_bytes(b"\xff\xd8\xff\xe0 photo")
    words.write_text("云河供水公司抢修管网\n三月六日，云河供水公司抢修老旧管网十二处，当天恢复供水。", "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo)), QUrl.fromLocalFile(str(words))])
    at, action = panel.view.viewport().mapTo(panel, panel.view.visualRect(row).center()), Qt.DropAction.CopyAction
    panel.dragMoveEvent(QDragMoveEvent(at, action, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    (record,) = inbox.inbox.chosen
    assert panel.view.target == record.id
    panel.dropEvent(QDropEvent(QPointF(at), action, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    settle()
    assert panel.view.target == ""
    assert [file.name for file in library(inbox).files(record.id)] == ["植树.docx", "现场.jpg"]
    assert len(titles(inbox)) == 3


def test_attachments_are_asked_for_by_the_menu(inbox: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    asker.to_open = [tmp_path / "来稿" / "税务.txt"]
    menu = menu_for(inbox.inbox)
    next(action for action in menu.actions() if action.text() == "添加附件…").trigger()
    settle()
    menu.deleteLater()
    assert inbox.bar.text == f"给《{TITLE}》加了 1 个附件。"
    assert [file.name for file in library(inbox).files(inbox.inbox.chosen[0].id)] == ["植树.docx", "税务.txt"]


def test_a_row_that_is_chosen_again_while_ctrl_is_held_stays_chosen(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    view = inbox.inbox.panel.view
    record = inbox.inbox.library.records()[0]
    QTest.keyPress(view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    for _ in range(3):
        view.choose(record.id)
        assert inbox.inbox.chosen == [record]
    QTest.keyRelease(view, Qt.Key.Key_Control)


def test_what_came_before_and_what_can_not_be_read_are_told_calmly(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    (tmp_path / "来稿" / "坏.docx").write_bytes(b"PK\3\4")
    inbox.inbox.receive([tmp_path / "来稿"])
    settle()
    assert "收下 0 份来稿，2 份早已收过，1 份没有收成。" in inbox.bar.text
    assert inbox.bar.choices == ["看详情"]


def test_search_state_and_order(inbox: MainWindow, settle: Settle, tmp_path: Path, qtbot: QtBot) -> None:
    received(inbox, settle, tmp_path)
    panel = inbox.inbox.panel
    panel.words.setText("企业")
    qtbot.waitUntil(lambda: titles(inbox) == [OTHER.split("\n")[0]], timeout=5_000)
    panel.words.clear()
    qtbot.waitUntil(lambda: len(titles(inbox)) == 2, timeout=5_000)
    panel.order.setCurrentIndex(panel.order.findData("unit"))
    assert titles(inbox) == [OTHER.split("\n")[0], TITLE]  # 市税务局 before 云湖镇
    choose(inbox, TITLE)
    inbox.inbox.set_state(State.KEPT)
    panel.states.setCurrentIndex(panel.states.findText("留用"))
    assert titles(inbox) == [TITLE]


def test_a_submission_becomes_a_linked_article_and_the_list_shows_it(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    before = issue_titles(inbox)
    inbox.inbox.use.use_chosen()
    settle()
    assert sorted(issue_titles(inbox)) == sorted([*before, TITLE])
    assert inbox.session.issue is not None
    record = next(found for found in inbox.inbox.panel.view.rows.records if found.title == TITLE)
    article = next(one for one in inbox.session.issue.articles() if one.title.text == TITLE)
    assert article.sources == (Source(record.id, Share.SOLE),)
    assert inbox.inbox.panel.view.rows.state_of(record) is State.ADOPTED
    inbox.session.undo()
    assert issue_titles(inbox) == before
    assert inbox.inbox.panel.view.rows.state_of(record) is State.WAITING


def test_merging_puts_the_text_at_the_caret(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    inbox.inbox.use.merge_chosen()
    settle()
    assert inbox.session.issue is not None
    first = next(inbox.session.issue.articles())
    inbox.session.select(Place(first.paragraphs[0].id, len(first.paragraphs[0].text)))
    inbox.inbox.use.merge_chosen()
    settle()
    first = next(inbox.session.issue.articles())
    assert any(BODY in paragraph.text for paragraph in first.paragraphs)
    assert [source.share for source in first.sources] == [Share.JOINT]


def test_a_drop_on_the_outline_puts_the_article_there(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    view, model = inbox.inbox.panel.view, inbox.outline.view.outline_model
    mime = view.rows.mimeData(view.selectedIndexes())
    assert inbox.session.issue is not None
    section = inbox.session.issue.sections[0]
    parent = model.index_of((NodeKind.SECTION, section.id))
    assert model.canDropMimeData(mime, Qt.DropAction.CopyAction, 0, 0, parent)
    model.dropMimeData(mime, Qt.DropAction.CopyAction, 0, 0, parent)
    settle()
    assert inbox.session.issue.sections[0].articles[0].title.text == TITLE


def test_a_drop_on_an_article_of_the_outline_with_ctrl_goes_behind_its_text(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    view = inbox.outline.view
    first = first_article(inbox)
    at = QPointF(view.visualRect(view.outline_model.index_of((NodeKind.ARTICLE, first.id))).center())
    rows = inbox.inbox.panel.view.rows
    mime = rows.mimeData(inbox.inbox.panel.view.selectedIndexes())
    drop_on(view.viewport(), at, mime, Qt.KeyboardModifier.ControlModifier)
    settle()
    merged = first_article(inbox)
    assert merged.paragraphs[: len(first.paragraphs)] == first.paragraphs
    assert BODY in "".join(paragraph.text for paragraph in merged.paragraphs[len(first.paragraphs) :])
    assert [source.share for source in merged.sources] == [Share.JOINT]
    count = len(issue_titles(inbox))
    drop_on(view.viewport(), at, mime, Qt.KeyboardModifier.NoModifier)
    settle()
    assert len(issue_titles(inbox)) == count + 1


def test_a_drop_on_a_page_follows_the_article_under_the_mouse(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    view = inbox.inbox.panel.view
    mime = view.rows.mimeData(view.selectedIndexes())
    viewport = inbox.pages.viewport()
    at = QPointF(viewport.width() / 2, viewport.height() / 2)
    count = len(issue_titles(inbox))
    drop_on(viewport, at, mime, Qt.KeyboardModifier.NoModifier)
    settle()
    assert len(issue_titles(inbox)) == count + 1
    assert inbox.session.issue is not None
    first = next(inbox.session.issue.articles())
    inbox.pages.edit_at(Place(first.paragraphs[0].id, 3))
    drop_on(viewport, QPointF(inbox.pages.caret_rect().center()), mime, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert len(issue_titles(inbox)) == count + 1
    assert len(next(inbox.session.issue.articles()).sources) == 1


def drop_on(target: QWidget, at: QPointF, mime: QMimeData, keys: Qt.KeyboardModifier) -> None:
    enter = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, keys)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(at, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, keys))


def test_a_record_is_put_right(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    inbox.inbox.open()
    (dialog,) = inbox.findChildren(RecordDialog)
    assert BODY in dialog.text and dialog.words.isReadOnly()
    dialog.unit.setCurrentText("云湖镇人民政府")
    dialog.telephone.setText("0635-1234567")
    dialog.accept()
    (record,) = [one for one in library(inbox).records() if one.title == TITLE]
    assert (record.unit, record.telephone) == ("云湖镇人民政府", "0635-1234567")


def test_a_day_that_is_none_is_not_kept(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    inbox.inbox.open()
    (dialog,) = inbox.findChildren(RecordDialog)
    dialog.received.setText("上周")
    dialog.buttons.accepted.emit()
    assert dialog.isVisible() and "收到的日期" in dialog.hint.text()
    dialog.received.setText("2026年3月5日 9:30")
    dialog.buttons.accepted.emit()
    assert [one.received for one in library(inbox).records() if one.title == TITLE] == ["2026-03-05T09:30"]


def test_paper_is_typed_and_the_empty_sheet_is_not_kept(inbox: MainWindow) -> None:
    inbox.inbox.enter()
    (dialog,) = inbox.findChildren(RecordDialog)
    dialog.buttons.accepted.emit()
    assert dialog.isVisible()
    dialog.words.setPlainText(f"{TITLE}\n{BODY}")
    dialog.unit.setCurrentText("云湖镇")
    dialog.buttons.accepted.emit()
    (record,) = library(inbox).records()
    assert (record.title, record.unit, record.way.value) == (TITLE, "云湖镇", "纸质")


def test_copied_text_comes_in(inbox: MainWindow, settle: Settle) -> None:
    QGuiApplication.clipboard().setText(OTHER)
    inbox.inbox.paste()
    settle()
    assert titles(inbox) == [OTHER.split("\n")[0]]


def test_a_withdrawn_submission_in_the_issue_is_pointed_at(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    inbox.inbox.use.use_chosen()
    settle()
    choose(inbox, TITLE)
    inbox.inbox.set_state(State.WITHDRAWN)
    assert f"本期的《{TITLE}》用了它" in inbox.bar.text
    inbox.outline.view.go_to(MASTHEAD_KEY)
    assert inbox.session.issue is not None
    article = next(one for one in inbox.session.issue.articles() if one.title.text == TITLE)
    next(button for button in inbox.bar.findChildren(QPushButton) if button.text() == "去看这一篇").click()
    assert inbox.outline.view.key == (NodeKind.ARTICLE, article.id)


def test_several_are_merged_in_one_step_and_each_is_linked(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    first = first_article(inbox)
    inbox.session.select(Place(first.paragraphs[0].id, len(first.paragraphs[0].text)))
    inbox.inbox.panel.view.selectAll()
    inbox.inbox.use.merge_chosen()
    settle()
    merged = first_article(inbox)
    assert len(merged.sources) == 2
    assert BODY in "".join(paragraph.text for paragraph in merged.paragraphs)
    inbox.session.undo()
    assert first_article(inbox) == first


def test_what_is_chosen_stays_chosen_and_the_next_row_follows_a_removed_one(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    inbox.inbox.panel.view.choose(inbox.inbox.chosen[0].id)
    order = inbox.inbox.panel.order
    for place in range(order.count()):
        order.setCurrentIndex(place)
        assert [record.title for record in inbox.inbox.chosen] == [TITLE]
    inbox.inbox.remove()
    assert [record.title for record in inbox.inbox.chosen] == titles(inbox) == [OTHER.split("\n")[0]]


def test_nobody_waits_for_what_another_desk_wrote(inbox: MainWindow, settle: Settle, tmp_path: Path, qtbot: QtBot) -> None:
    received(inbox, settle, tmp_path)
    asked, answered = Event(), Event()
    kept = library(inbox)

    def slow(query: Query | None = None) -> tuple[SubmissionRecord, ...]:
        asked.set()
        assert answered.wait(20)
        return Library.records(kept, query)[:1]

    kept.records = slow  # type: ignore[method-assign]
    inbox.library.moved.emit()
    inbox.library.moved.emit()
    assert asked.wait(20) and len(titles(inbox)) == 2
    answered.set()
    qtbot.waitUntil(lambda: len(titles(inbox)) == 1, timeout=20_000)


def test_the_head_counts_what_is_seen_and_all(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    panel = inbox.inbox.panel
    assert panel.count.text() == "2 份"
    panel.states.setCurrentIndex(panel.states.findText("退稿"))
    assert panel.count.text() == "0/2"
    panel.show_count(123, 1234)
    QApplication.processEvents()
    assert panel.count.width() >= panel.count.sizeHint().width()  # nothing is cut off beside the buttons


def test_the_record_of_an_article_is_opened_from_the_panel(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    inbox.inbox.use.use_chosen()
    settle()
    (see,) = [one for one in inbox.inspector.article.sources.findChildren(QToolButton) if one.toolTip() == "看这份来稿"]
    see.click()
    (dialog,) = inbox.findChildren(RecordDialog)
    assert dialog.record.title == TITLE
    dialog.reject()


def test_a_saved_issue_is_named_where_its_submission_is_seen(
    inbox: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path, qtbot: QtBot
) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    inbox.inbox.use.use_chosen()
    settle()
    asker.to_save = tmp_path / "一期.jianbao"
    with qtbot.waitSignal(inbox.library.written, timeout=10_000):
        inbox.files.save()
    choose(inbox, TITLE)
    (index,) = inbox.inbox.panel.view.selectedIndexes()
    assert "用在" in index.data(Qt.ItemDataRole.ToolTipRole)
    inbox.inbox.open()
    (dialog,) = inbox.findChildren(RecordDialog)
    assert any("（独立）" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()


def test_units_are_joined_once_for_all(inbox: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    asker.name = "市税务局"
    inbox.inbox.join_unit(inbox.inbox.chosen[0])
    assert [(unit.name, unit.aliases) for unit in library(inbox).units()] == [("市税务局", ("云湖镇",))]
    menu = menu_for(inbox.inbox)
    assert "“云湖镇”单独算一个单位" in [action.text() for action in menu.actions()]
    menu.deleteLater()
    inbox.inbox.separate_unit("云湖镇")
    assert len(library(inbox).units()) == 2


def test_removing_asks_first(inbox: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    asker.agrees = False
    inbox.inbox.remove()
    assert len(titles(inbox)) == 2
    asker.agrees = True
    inbox.inbox.remove()
    assert titles(inbox) == [OTHER.split("\n")[0]]


def test_keys_do_what_the_menu_says(inbox: MainWindow, settle: Settle, tmp_path: Path, qtbot: QtBot) -> None:
    received(inbox, settle, tmp_path)
    choose(inbox, TITLE)
    view = inbox.inbox.panel.view
    qtbot.keyClick(view, Qt.Key.Key_Return)
    settle()
    assert TITLE in issue_titles(inbox)
    choose(inbox, TITLE)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    (dialog,) = inbox.findChildren(RecordDialog)
    dialog.reject()


def test_the_keyboard_alone_leads_through_the_inbox(inbox: MainWindow, settle: Settle, tmp_path: Path, qtbot: QtBot) -> None:
    panel = inbox.inbox.panel
    inbox.actions_["show_inbox"].trigger()
    inbox.actions_["show_inbox"].trigger()
    assert panel.words.hasFocus()
    received(inbox, settle, tmp_path)
    library(inbox).remove([record.id for record in library(inbox).records() if record.title != TITLE])
    panel.enter()
    assert panel.view.hasFocus()
    QGuiApplication.clipboard().setText(OTHER)
    qtbot.keyClick(panel.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert sorted(titles(inbox)) == sorted([TITLE, OTHER.split("\n")[0]])
    panel.words.setFocus()
    panel.words.setText("税务")
    qtbot.waitUntil(lambda: len(titles(inbox)) == 1, timeout=5_000)
    qtbot.keyClick(panel.words, Qt.Key.Key_Down)
    assert panel.view.hasFocus() and len(inbox.inbox.chosen) == 1
    panel.words.setFocus()
    qtbot.keyClick(panel.words, Qt.Key.Key_Escape)
    assert panel.words.text() == ""
    panel.enter()
    inbox.actions_["next_pane"].trigger()
    assert not panel.isAncestorOf(QApplication.focusWidget())
    inbox.actions_["previous_pane"].trigger()
    assert panel.view.hasFocus()


def test_an_empty_inbox_offers_the_ways_in_to_the_keyboard(inbox: MainWindow) -> None:
    inbox.outline.view.setFocus()
    inbox.actions_["next_pane"].trigger()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton) and focus.text() == "收文件…"


def test_how_several_came_is_said_at_once(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    inbox.inbox.panel.view.selectAll()
    menu = menu_for(inbox.inbox)
    (ways,) = [action.menu() for action in menu.actions() if action.text() == "来稿方式"]
    assert isinstance(ways, QMenu)
    next(action for action in ways.actions() if action.text() == "微信").trigger()
    menu.deleteLater()
    assert {record.way for record in library(inbox).records()} == {Way.WECHAT}


def test_without_a_library_the_panel_says_why(opened: MainWindow, qtbot: QtBot) -> None:
    data = opened.memory.data
    data.mkdir(parents=True, exist_ok=True)
    (data / "settings.json").write_text('{"library": "nonsense"}', "utf-8")
    with qtbot.waitSignal(opened.library.missing, timeout=10_000):
        opened.actions_["show_inbox"].setChecked(True)
    assert "地址不对" in opened.bar.text and opened.bar.choices == ["再试"]
    assert any("地址不对" in label.text() for label in opened.inbox.panel.findChildren(QLabel))
    with qtbot.waitSignal(opened.library.missing, timeout=10_000):
        opened.inbox.receive([Path("x")])
    assert "地址不对" in opened.bar.text
    (data / "settings.json").unlink()
    with qtbot.waitSignal(opened.library.opened, timeout=20_000):  # what was put right is tried anew
        opened.bar.findChildren(QPushButton)[0].click()
    assert not any("地址不对" in label.text() for label in opened.inbox.panel.findChildren(QLabel))


def test_a_library_for_reading_alone_says_so_above_the_list(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    received(inbox, settle, tmp_path)
    library(inbox).access.read_only, library(inbox).notice = True, "来稿库现在只能看。"
    inbox.library.opened.emit()
    assert any(label.text() == "来稿库现在只能看。" and label.isVisible() for label in inbox.inbox.panel.findChildren(QLabel))
    choose(inbox, TITLE)
    inbox.inbox.set_state(State.KEPT)
    assert "只能看不能改" in inbox.bar.text
    inbox.inbox.use.use_chosen()
    settle()
    assert TITLE in issue_titles(inbox)
