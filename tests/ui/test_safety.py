"""What is typed is in the journal at once, comes back after a crash, and earlier versions can be opened."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.desk.journal import find_lost
from app.edit.commands import type_text
from app.edit.state import Place, Selection
from app.model.issue import Issue
from app.store.jianbao import Original, load
from app.ui.journal_desk import JournalDesk
from app.ui.main_window import MainWindow
from app.ui.recovery_dialog import RecoveryDialog
from app.ui.versions_dialog import VersionsDialog
from tests.ui.conftest import PreparedAsker

Settle = Callable[[], None]


def journals(window: MainWindow) -> Path:
    return window.memory.data / "journal"


def journal(window: MainWindow) -> JournalDesk:
    return window.safety.journal


def write(window: MainWindow, text: str) -> Issue:
    """Type at the head of the first article's first paragraph."""
    issue = window.session.issue
    assert issue is not None
    window.session.select(Place(next(issue.articles()).paragraphs[0].id, 0))
    assert window.session.perform(type_text, text)
    assert window.session.issue is not None
    return window.session.issue


def crash(window: MainWindow) -> None:
    """What the dead program leaves: the journal of this window under another name, held by nobody."""
    journal(window).flush()
    (folder,) = journals(window).iterdir()
    shutil.copytree(folder, journals(window) / f"dead{len(list(journals(window).iterdir()))}")


def dialog_of(window: MainWindow, qtbot: QtBot) -> RecoveryDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(RecoveryDialog)), timeout=10_000)
    return window.findChildren(RecoveryDialog)[0]


def press(dialog: RecoveryDialog, label: str, at: int = 0) -> None:
    [button for button in dialog.findChildren(QPushButton) if button.text() == label][at].click()


@pytest.fixture
def saved(opened: MainWindow, asker: PreparedAsker, tmp_path: Path) -> MainWindow:
    """The window with an issue that has its file."""
    asker.to_save = tmp_path / "第7期.jianbao"
    assert opened.files.save()
    return opened


def moments(window: MainWindow) -> list[Path]:
    return list(journals(window).rglob("moment"))


def test_what_is_typed_is_in_the_journal_and_saved_it_is_out_of_it(saved: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not moments(saved), timeout=5000)
    write(saved, "新写的")
    qtbot.waitUntil(lambda: bool(moments(saved)), timeout=5000)
    saved.files.save()
    qtbot.waitUntil(lambda: not moments(saved), timeout=5000)
    saved.close()
    assert list(journals(saved).iterdir()) == []


def test_a_failing_journal_is_told_once_and_stops_nobody(saved: MainWindow, qtbot: QtBot) -> None:
    shutil.rmtree(journals(saved), ignore_errors=True)
    journals(saved).write_bytes(b"")
    journal(saved)._keeper._slot = None
    write(saved, "一")
    qtbot.waitUntil(lambda: "Ctrl+S" in saved.bar.text, timeout=5000)
    saved.bar.hide()
    write(saved, "二")
    journal(saved).flush()
    assert saved.bar.text == ""
    assert "二一" in next(saved.session.issue.articles()).paragraphs[0].text  # type: ignore[union-attr]
    journals(saved).unlink()


def test_a_lost_issue_comes_back_unsaved_over_its_path(saved: MainWindow, settle: Settle, qtbot: QtBot, asker: PreparedAsker) -> None:
    saved.session.add_original(Original("来稿.txt", b"x"))
    file, issue = saved.session.path, write(saved, "断电前写的")
    assert file is not None
    selection = saved.session.state.selection  # type: ignore[union-attr]
    before = file.read_bytes()
    crash(saved)
    saved.session.close()
    saved.safety.recovery.offer()
    dialog = dialog_of(saved, qtbot)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(str(file) in text for text in words) and any("改了 5 字" in text for text in words)
    assert any(label.pixmap().width() > 100 for label in dialog.findChildren(QLabel) if not label.pixmap().isNull())
    press(dialog, "恢复")
    settle()
    assert saved.session.issue == issue and saved.session.unsaved and saved.session.path == file
    assert isinstance(selection, Selection) and saved.session.state.selection == selection  # type: ignore[union-attr]
    assert [item.name for item in saved.session.originals] == ["来稿.txt"]
    assert file.read_bytes() == before
    assert saved.files.save() and asker.asked == []
    assert load(file).issue == issue


def test_later_leaves_it_and_not_wanted_removes_it(opened: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    write(opened, "写")
    crash(opened)
    opened.actions_["recover"].trigger()
    press(dialog_of(opened, qtbot), "以后再说")
    qtbot.waitUntil(lambda: not opened.findChildren(RecoveryDialog))
    opened.actions_["recover"].trigger()
    dialog = dialog_of(opened, qtbot)
    asker.agrees = False
    press(dialog, "不要")
    assert dialog.isVisible() and len(moments(opened)) == 2
    asker.agrees = True
    press(dialog, "不要")
    assert not dialog.isVisible() and len(moments(opened)) == 1
    opened.actions_["recover"].trigger()
    qtbot.waitUntil(lambda: "没有要恢复的" in opened.bar.text, timeout=5000)


def test_an_unreadable_journal_is_told(window: MainWindow, qtbot: QtBot) -> None:
    folder = journals(window) / "broken"
    folder.mkdir(parents=True)
    (folder / "moment").write_bytes(b"noise")
    window.safety.recovery.offer()
    qtbot.waitUntil(lambda: "损坏" in window.bar.text, timeout=5000)


def test_nothing_lost_asks_nothing(window: MainWindow) -> None:
    window.safety.recovery.offer()
    assert not window.runner.busy


def test_an_issue_given_up_is_not_offered(opened: MainWindow, settle: Settle) -> None:
    write(opened, "写")
    journal(opened).flush()
    opened.files.open_sample()  # the prepared answer is not to save
    settle()
    assert moments(opened) == []


def test_an_earlier_version_opens_as_a_copy(saved: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    first, file = saved.session.issue, saved.session.path
    write(saved, "第二次")
    saved.files.save()
    saved.actions_["versions"].trigger()
    dialog = saved.findChild(VersionsDialog)
    assert isinstance(dialog, VersionsDialog) and dialog.list.count() == 2
    assert saved.session.layout is not None
    assert f"{len(saved.session.layout.pages)} 页" in dialog.list.item(0).text()
    dialog.list.setCurrentRow(1)
    dialog.accept()
    assert not saved.session.perform(type_text, "会被换掉的一期里没有人能写"), "nobody would be asked about it"
    settle()
    assert saved.session.issue == first and saved.session.path is None and saved.session.unsaved
    assert file is not None and load(file).issue != first


def test_without_versions_it_is_said(opened: MainWindow) -> None:
    opened.actions_["versions"].trigger()
    assert "还没有以前的版本" in opened.bar.text


def test_traces_are_removed_after_one_question(saved: MainWindow, asker: PreparedAsker) -> None:
    write(saved, "写")
    journal(saved).flush()
    asker.agrees = False
    saved.actions_["clear_traces"].trigger()
    assert moments(saved) and saved.memory.recent
    asker.agrees = True
    saved.actions_["clear_traces"].trigger()
    assert moments(saved) == [] and saved.memory.recent == ()
    assert list(saved.files.saving.copies.rglob("*.jianbao")) == []
    assert asker.asked == ["清除 第7期.jianbao"] * 2
    assert saved.session.unsaved


def test_a_changed_sample_is_kept_too(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    window.files.open_sample()
    settle()
    write(window, "试一试")
    crash(window)
    (lost,) = find_lost(journals(window)).lost
    assert lost.moment.sample and lost.moment.path is None
    lost.slot.release()
