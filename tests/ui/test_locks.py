"""A file that a colleague has is only read, and saved elsewhere; ours shows that we have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.edit.state import Place
from app.model.issue import Issue
from app.store.file_lock import Holder, acquire, holder_of, release, sign_of
from app.store.jianbao import load, save
from app.ui.asking import Changed, Occupied
from app.ui.main_window import MainWindow
from tests.ui import bulletins
from tests.ui.conftest import PreparedAsker
from tests.ui.test_safety import write

Settle = Callable[[], None]
COLLEAGUE = Holder("王敏", "BGS-03", 7, "2024-03-08T09:12:00+08:00", "hers")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A bulletin on the share."""
    path = tmp_path / "share" / "第7期.jianbao"
    path.parent.mkdir()
    save(bulletins.composed().issue, path)
    return path


def open_(window: MainWindow, path: Path, settle: Settle) -> None:
    window.files.open_path(path)
    settle()


@pytest.fixture
def looking(window: MainWindow, file: Path, settle: Settle) -> MainWindow:
    """The window with a colleague's file, only to be read."""
    acquire(file, COLLEAGUE)
    open_(window, file, settle)
    return window


def test_an_open_file_shows_who_has_it_and_closed_it_is_free(window: MainWindow, file: Path, settle: Settle, tmp_path: Path) -> None:
    window.memory.note(person="李华")
    open_(window, file, settle)
    holder = holder_of(file, "BGS-03")
    assert holder is not None and holder.person == "李华" and holder.since
    other = tmp_path / "other.jianbao"
    save(bulletins.composed().issue, other)
    open_(window, other, settle)
    assert holder_of(file, "BGS-03") is None and holder_of(other, "BGS-03") is not None
    window.close()
    assert not sign_of(other).exists()


def test_the_same_file_by_another_name_stays_held(window: MainWindow, file: Path, settle: Settle, asker: PreparedAsker) -> None:
    open_(window, file, settle)
    open_(window, file.parent / ".." / file.parent.name / file.name, settle)
    assert asker.asked == [] and holder_of(file, "BGS-03") is not None
    window.session.close()
    assert holder_of(file, "BGS-03") is None


def test_a_colleagues_file_is_only_read(looking: MainWindow, file: Path, asker: PreparedAsker, qtbot: QtBot) -> None:
    assert "王敏（电脑 BGS-03）从2024年3月8日" in asker.asked[0]
    assert "只读" in looking.windowTitle()
    issue = looking.session.issue
    assert issue is not None
    looking.session.select(Place(next(issue.articles()).paragraphs[0].id, 0))
    looking.pages.setFocus()
    qtbot.keyClick(looking.pages, Qt.Key.Key_A)
    assert looking.session.issue is issue
    assert "只能看" in looking.bar.text


def test_what_is_only_read_is_saved_elsewhere(looking: MainWindow, file: Path, asker: PreparedAsker, tmp_path: Path) -> None:
    asker.to_save = file
    looking.actions_["save"].trigger()
    assert "王敏" in looking.bar.text and looking.session.read_only
    asker.to_save = tmp_path / "我的.jianbao"
    looking.actions_["save"].trigger()
    assert "只读" not in looking.windowTitle() and looking.session.path == asker.to_save
    write(looking, "我的")
    assert holder_of(file, "BGS-01") == COLLEAGUE
    assert holder_of(asker.to_save, "BGS-01") is not None


def test_a_free_file_is_told_and_taken_with_what_was_saved_meanwhile(looking: MainWindow, file: Path, settle: Settle, qtbot: QtBot) -> None:
    looking.files.locks.look()
    qtbot.waitUntil(lambda: not looking.files.locks._background.busy)
    assert looking.bar.text == ""
    save(_renumbered(file), file)
    release(file, COLLEAGUE)
    looking.files.locks.look()
    qtbot.waitUntil(lambda: "没有人在编辑" in looking.bar.text, timeout=5000)
    next(button for button in looking.bar.findChildren(QPushButton) if button.text() == "接过来编辑").click()
    settle()
    assert not looking.session.read_only
    assert looking.session.issue is not None and looking.session.issue.masthead.number.text == "第8期"
    assert holder_of(file, "BGS-03") is not None


def _renumbered(file: Path) -> Issue:
    issue = load(file).issue
    return replace(issue, masthead=replace(issue.masthead, number=replace(issue.masthead.number, text="第8期")))


def test_a_copy_is_ones_own(window: MainWindow, file: Path, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    acquire(file, COLLEAGUE)
    asker.occupied_answer, asker.to_save = Occupied.COPY, tmp_path / "副本.jianbao"
    open_(window, file, settle)
    assert window.session.path == asker.to_save and not window.session.unsaved
    assert replace(load(asker.to_save).issue, key="") == load(file).issue  # the key is the copy's own


def test_cancelled_nothing_is_opened(window: MainWindow, file: Path, settle: Settle, asker: PreparedAsker) -> None:
    acquire(file, COLLEAGUE)
    asker.occupied_answer = Occupied.CANCEL
    open_(window, file, settle)
    assert window.session.issue is None


@pytest.mark.parametrize("answer", Changed)
def test_a_file_changed_by_somebody_else_is_not_overwritten_unasked(
    window: MainWindow, file: Path, settle: Settle, asker: PreparedAsker, tmp_path: Path, answer: Changed
) -> None:
    open_(window, file, settle)
    mine, theirs = write(window, "我写的"), _renumbered(file)
    save(theirs, file)
    asker.changed_answer, asker.to_save = answer, tmp_path / "我的.jianbao"
    assert window.files.save() is (answer is not Changed.CANCEL)
    assert asker.asked == ["第7期.jianbao 改过"]
    assert load(file).issue == (mine if answer is Changed.OVERWRITE else theirs)
    assert asker.to_save.exists() is (answer is Changed.SAVE_AS)
    assert window.session.unsaved is (answer is Changed.CANCEL)


def test_a_vanished_share_is_one_sentence_and_the_work_stays(
    window: MainWindow, file: Path, settle: Settle, asker: PreparedAsker, tmp_path: Path
) -> None:
    open_(window, file, settle)
    mine = write(window, "我写的")
    file.parent.rename(tmp_path / "gone")
    assert not window.files.save()
    assert "不存在" in window.bar.text and window.bar.choices == ["换个位置保存"]
    assert window.session.issue is mine and window.session.unsaved
    assert list((window.memory.data / "journal").rglob("moment"))
    asker.to_save = tmp_path / "本机.jianbao"
    window.bar.findChildren(QPushButton)[0].click()
    assert load(asker.to_save).issue == mine


def test_a_sign_that_another_took_is_told(window: MainWindow, file: Path, settle: Settle, qtbot: QtBot) -> None:
    open_(window, file, settle)
    sign_of(file).unlink()
    acquire(file, COLLEAGUE)
    window.files.locks._touch_sign()
    qtbot.waitUntil(lambda: "太久没有连上" in window.bar.text, timeout=5000)
    write(window, "我写的")
    assert not window.files.save()
    assert "王敏" in window.bar.text


def test_a_sign_that_was_swept_away_is_up_again_after_saving(window: MainWindow, file: Path, settle: Settle) -> None:
    open_(window, file, settle)
    sign_of(file).unlink()
    write(window, "我写的")
    assert window.files.save()
    assert holder_of(file, "BGS-03") is not None
    window.session.close()
    assert not sign_of(file).exists()


def test_a_dead_colleagues_file_is_taken_with_a_note(window: MainWindow, file: Path, settle: Settle) -> None:
    acquire(file, Holder("王敏", window.files.locks._me.computer, 2**22 + 1, "2024-03-08T09:12:00+08:00", "dead"))
    open_(window, file, settle)
    assert "王敏" in window.bar.text and not window.session.read_only


def test_the_name_is_asked_for_once(window: MainWindow, asker: PreparedAsker) -> None:
    asker.name = "李华"
    window.actions_["person"].trigger()
    window.actions_["person"].trigger()
    assert window.memory.settings.person == "李华" and asker.asked[1] == "李华"
