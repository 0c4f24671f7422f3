"""The window opens the library when it has time, lets it know of every issue that is saved, and works on without it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from pytestqt.qtbot import QtBot

from app.desk.library import library_address, open_library
from app.desk.next_issue import next_issue
from app.desk.unremembered import unremembered
from app.edit.source_commands import link_sources
from app.errors import UserError
from app.model.submission import Source
from app.store.jianbao import Original, load
from app.store.library.access import OutOfReach
from app.store.library.library import Library
from app.ui.asking import Answer
from app.ui.library_desk import LibraryDesk, _Errand
from app.ui.main_window import MainWindow
from app.ui.session import Origin, prepare
from app.ui.settings import SettingsFile
from tests.ui.conftest import PreparedAsker

Settle = Callable[[], None]
SOURCE = Source("a" * 32)


def link(window: MainWindow) -> int:
    """Link the first article to a submission; its id."""
    assert window.session.issue is not None
    article = next(window.session.issue.articles()).id
    assert window.session.perform(link_sources, article, [SOURCE])
    return article


def test_a_saved_issue_is_known_to_the_library(opened: MainWindow, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path) -> None:
    article, asker.to_save = link(opened), tmp_path / "七.jianbao"
    with qtbot.waitSignal(opened.library.written, timeout=10_000):
        assert opened.files.save()
    library = opened.library.library
    assert library is not None and opened.session.issue is not None
    (kept,) = library.issues()
    assert (kept.key, kept.path) == (opened.session.issue.key, str(asker.to_save))
    ((use,),) = library.uses().values()
    assert (use.submission, use.article, use.issue) == (SOURCE.submission, article, kept.key)
    assert load(asker.to_save).issue.key == kept.key


def test_closing_right_after_saving_loses_nothing(opened: MainWindow, asker: PreparedAsker, tmp_path: Path) -> None:
    link(opened)
    for name in ("七", "八"):
        asker.to_save = tmp_path / f"{name}.jianbao"
        assert opened.files.save_as()
    opened.close()
    library = open_library(opened.memory.data)
    assert [Path(kept.path).stem for kept in library.issues()] in (["七"], ["八"])  # one issue, whichever copy was saved last
    assert list(library.uses()) == [SOURCE.submission]
    library.close()


def test_a_library_out_of_reach_is_told_and_saving_works(opened: MainWindow, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path) -> None:
    data = opened.memory.data
    data.mkdir(parents=True, exist_ok=True)
    (data / "settings.json").write_text('{"library": "postgresql://nobody@/none?host=/nowhere"}', "utf-8")
    asker.to_save = tmp_path / "七.jianbao"
    with qtbot.waitSignal(opened.library.missing, timeout=30_000):
        opened.library.open_soon()
    assert "连不上" in opened.bar.text
    assert opened.files.save()
    assert asker.to_save.exists()


def test_the_administrators_address_stays_in_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"library": "postgresql://bianbao@server/library"}', "utf-8")
    file = SettingsFile(path)
    file.store(file.load())
    assert library_address(tmp_path) == "postgresql://bianbao@server/library"


def test_the_next_issue_is_another_one(opened: MainWindow, settle: Settle) -> None:
    last = opened.session.issue
    assert last is not None and len(last.key) == 32
    following = prepare(next_issue(last).issue, Origin(), opened.session.resolver).issue
    assert following.key not in ("", last.key)


def test_copies_for_others_and_for_colleagues(opened: MainWindow, asker: PreparedAsker, tmp_path: Path) -> None:
    link(opened)
    opened.session.add_original(Original("来稿.txt", b"0635-8234567"))
    asker.to_save = tmp_path / "外发"
    opened.actions_["save_clean"].trigger()
    copy = load(tmp_path / "外发.jianbao")
    assert copy.originals == () and not any(article.sources for article in copy.issue.articles())
    assert "不含来稿原件" in opened.bar.text and opened.session.path is None and opened.session.unsaved
    asker.to_save = tmp_path / "附原件.jianbao"
    opened.actions_["save_with_originals"].trigger()
    assert [original.name for original in load(asker.to_save).originals] == ["来稿.txt"]


def at_once(window: MainWindow, qtbot: QtBot) -> LibraryDesk:
    """The library of the window stands open."""
    with qtbot.waitSignal(window.library.opened, timeout=20_000):
        window.library.open_soon()
    return window.library


def test_a_window_that_closes_in_the_middle_of_a_write_writes_it_once(opened: MainWindow, qtbot: QtBot) -> None:
    desk, begun, times = at_once(opened, qtbot), Event(), list[int]()

    def slow(library: Library) -> None:
        begun.set()
        sleep(0.3)
        library.ignore_word("甲")
        times.append(1)

    desk.write_soon(slow)
    desk.write_soon(lambda library: library.ignore_word("乙"))
    assert begun.wait(10)
    desk.close()
    library = open_library(opened.memory.data)
    assert times == [1] and library.ignored_words() == ("乙", "甲")
    library.close()


def test_a_write_under_way_that_fails_as_the_window_closes_is_remembered(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    desk, begun, tried = at_once(opened, qtbot), Event(), list[int]()

    def lost(_library: Library) -> None:
        begun.set()
        tried.append(1)
        sleep(0.3)
        raise OutOfReach

    desk._put(_Errand(lost, "简报存好了，但没有记上。", tmp_path / "七.jianbao"))
    assert begun.wait(10)
    desk.close()
    assert unremembered(opened.memory.data) == [tmp_path / "七.jianbao"]


def test_what_would_be_lost_is_asked_about_before_the_window_closes(opened: MainWindow, asker: PreparedAsker, qtbot: QtBot) -> None:
    desk = at_once(opened, qtbot)
    asker.answer, asker.agrees = Answer.DROP, False
    desk._watch.note_lost()
    said: list[str] = []
    desk.write_soon(lambda library: library.ignore_word("甲"), done=lambda: said.append("记下了"))
    assert "连不上了" in opened.bar.text and said == []
    assert not opened.close() and asker.asked[-1] == "没有记 1 件"
    with qtbot.waitSignal(desk.written, timeout=10_000):
        desk._watch.away = False
        desk._watch.back.emit()
    assert said == ["记下了"] and desk.unwritten == 0 and opened.close()


def test_a_library_that_is_only_for_reading_says_so_at_once(opened: MainWindow, qtbot: QtBot) -> None:
    desk = at_once(opened, qtbot)
    assert desk.library is not None
    desk.library.access.read_only = True
    said: list[str] = []
    with qtbot.waitSignal(desk.failed, timeout=1_000):
        desk.write_soon(lambda library: library.ignore_word("甲"), "分发单没有记下来。", lambda: said.append("记下了"))
    assert opened.bar.text == "分发单没有记下来。原因：来稿库现在只能看不能改。" and said == [] and not desk.busy


def test_a_bug_in_one_errand_holds_up_no_other(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    desk, tried = at_once(opened, qtbot), list[str]()

    def broken(_library: Library) -> None:
        tried.append("broken")
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        desk.write_soon(broken)
        desk.write_soon(lambda library: library.ignore_word("甲"))
        qtbot.waitUntil(lambda: not desk.busy, timeout=10_000)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError] and tried == ["broken"]
    assert desk.library is not None and desk.library.ignored_words() == ("甲",)
    desk._waiting.extend([_Errand(broken, "没有记。"), _Errand(broken, "没有记。", tmp_path / "七.jianbao")])
    with pytest.raises(ZeroDivisionError):
        desk.close()
    assert unremembered(opened.memory.data) == [tmp_path / "七.jianbao"] and desk.library is None


def test_what_is_refused_as_the_window_closes_holds_up_no_other(opened: MainWindow, qtbot: QtBot) -> None:
    desk, begun, tried = at_once(opened, qtbot), Event(), list[int]()

    def refused(_library: Library) -> None:
        tried.append(1)
        begun.set()
        sleep(0.2)
        raise UserError("不行。")

    for act in (refused, lambda library: library.ignore_word("甲"), refused, lambda library: library.ignore_word("乙")):
        desk.write_soon(act)
    assert begun.wait(10)
    desk.close()
    library = open_library(opened.memory.data)
    assert tried == [1, 1] and library.ignored_words() == ("乙", "甲")
    library.close()


def test_a_server_that_is_being_tried_is_no_open_library(opened: MainWindow, qtbot: QtBot) -> None:
    data = opened.memory.data
    data.mkdir(parents=True, exist_ok=True)
    (data / "settings.json").write_text('{"library": "postgresql://nobody@/none?host=/nowhere"}', "utf-8")
    desk = opened.library
    desk.write_soon(lambda library: library.ignore_word("甲"))
    assert desk.unwritten == 1
    desk._waiting.append(_Errand(lambda _: None, "", noted=True))
    assert desk.unwritten == 1
    desk._waiting.clear()
