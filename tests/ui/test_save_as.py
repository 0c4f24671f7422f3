"""A signed issue that is saved under another name, as the pattern for the next one, stays what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.edit.text_commands import set_text
from app.errors import UserError
from app.model.signing import Stage
from app.store.jianbao import load
from app.store.library.library import Library
from app.ui import save_desk
from app.ui.asking import SavedAs
from app.ui.main_window import MainWindow
from tests.ui.conftest import PreparedAsker
from tests.ui.signing import asked, at_hand

Settle = Callable[[], None]


def sign(window: MainWindow, qtbot: QtBot) -> None:
    asked(qtbot, window).accept()
    qtbot.waitUntil(lambda: at_hand(window).stage is Stage.SIGNED and not window.session.unsaved, timeout=20_000)


@pytest.fixture
def signed(opened: MainWindow, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    asker.to_save = tmp_path / "第7期.jianbao"
    assert opened.files.save()
    with qtbot.waitSignal(opened.library.opened, timeout=20_000):
        opened.library.open_soon()
    sign(opened, qtbot)
    return opened


def library(window: MainWindow) -> Library:
    assert window.library.library is not None
    return window.library.library


def test_the_next_issue_made_of_a_signed_one_leaves_that_one(
    signed: MainWindow, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path
) -> None:
    seventh, first = at_hand(signed), signed.session.path
    asker.to_save, asker.saved_as_answer = tmp_path / "第8期.jianbao", SavedAs.ANOTHER
    signed.actions_["save_as"].trigger()
    assert asker.asked[-1].endswith("（已签发）")
    eighth = at_hand(signed)
    assert eighth.key != seventh.key and eighth.stage is Stage.EDITING and eighth.trail == () and not signed.session.unsaved
    assert signed.session.path == asker.to_save and load(asker.to_save).issue.key == eighth.key and signed.session.undo_label is None
    assert first is not None and load(first).issue.stage is Stage.SIGNED
    sign(signed, qtbot)
    standing = library(signed).signed.standing()
    assert {(one.issue, one.number) for one in standing} == {(seventh.key, "第7期"), (eighth.key, "第8期")}


def test_a_copy_of_an_issue_is_the_same_issue(signed: MainWindow, asker: PreparedAsker, tmp_path: Path) -> None:
    key = at_hand(signed).key
    asker.to_save = tmp_path / "副本.jianbao"
    signed.actions_["save_as"].trigger()
    assert at_hand(signed).key == key and at_hand(signed).stage is Stage.SIGNED and signed.session.path == asker.to_save


def test_nothing_happens_where_the_question_is_left_open(signed: MainWindow, asker: PreparedAsker, tmp_path: Path) -> None:
    before, path = at_hand(signed), signed.session.path
    asker.to_save, asker.saved_as_answer = tmp_path / "第8期.jianbao", SavedAs.CANCEL
    signed.actions_["save_as"].trigger()
    assert at_hand(signed) is before and signed.session.path == path and not asker.to_save.exists()


def test_another_number_at_the_second_signature_is_asked_about(signed: MainWindow, asker: PreparedAsker, qtbot: QtBot) -> None:
    asker.name, asker.agrees = "期号写错", False
    signed.actions_["lift"].trigger()
    qtbot.waitUntil(lambda: at_hand(signed).stage is Stage.SUBMITTED and not signed.session.unsaved, timeout=20_000)
    dialog = asked(qtbot, signed)
    dialog.figure.setValue(8)
    dialog.accept()
    assert asker.asked[-1] == "7 改成 8" and at_hand(signed).stage is Stage.SUBMITTED
    assert library(signed).signed.standing() == ()


def test_two_drafts_of_one_pattern_are_signed_apart(opened: MainWindow, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path) -> None:
    asker.to_save = tmp_path / "七.jianbao"
    assert opened.files.save()
    asker.to_save, asker.saved_as_answer = tmp_path / "八.jianbao", SavedAs.ANOTHER
    opened.actions_["save_as"].trigger()
    assert "（已签发）" not in asker.asked[-1]
    with qtbot.waitSignal(opened.library.opened, timeout=20_000):
        opened.library.open_soon()
    sign(opened, qtbot)
    opened.files.open_path(tmp_path / "七.jianbao")
    qtbot.waitUntil(lambda: opened.session.path == tmp_path / "七.jianbao", timeout=10_000)
    sign(opened, qtbot)
    assert len(library(opened).signed.standing()) == 2


def test_the_first_save_and_a_sample_are_not_asked_about(opened: MainWindow, asker: PreparedAsker, tmp_path: Path) -> None:
    asker.to_save = tmp_path / "七.jianbao"
    opened.actions_["save_as"].trigger()
    assert asker.asked == [] and asker.to_save.exists()
    opened.actions_["save_as"].trigger()
    assert asker.asked == [], "onto its own file"
    asker.to_save.unlink()
    asker.to_save = tmp_path / "别处.jianbao"
    opened.actions_["save_as"].trigger()
    assert asker.asked == [], "the file was moved away"


def test_a_save_that_fails_records_nothing(signed: MainWindow, asker: PreparedAsker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asker.name = "错一字"
    signed.actions_["lift"].trigger()
    qtbot.waitUntil(lambda: at_hand(signed).stage is Stage.SUBMITTED and not signed.session.unsaved, timeout=20_000)
    title = next(at_hand(signed).articles()).title
    assert signed.session.perform(set_text, title.id, f"{title.text}情况")
    with monkeypatch.context() as broken:

        def full(*_args: object, **_options: object) -> None:
            raise UserError("磁盘满了。")

        broken.setattr(save_desk, "save_issue_file", full)
        assert not signed.files.save()
    assert signed.files.save()
    assert [entry.what for entry in at_hand(signed).trail].count("改动") == 1


def test_what_is_written_while_the_questions_stand_is_not_lost(
    opened: MainWindow, asker: PreparedAsker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asker.to_save = tmp_path / "七.jianbao"
    assert opened.files.save()
    title = next(at_hand(opened).articles()).title

    def name(*_: object) -> Path:  # the file dialog takes the keyboard, and the field at hand hands over what was typed
        assert opened.session.perform(set_text, title.id, "刚刚写的题目")
        return tmp_path / "八.jianbao"

    monkeypatch.setattr(asker, "save_name", name)
    asker.saved_as_answer = SavedAs.ANOTHER
    opened.actions_["save_as"].trigger()
    assert next(load(tmp_path / "八.jianbao").issue.articles()).title.text == "刚刚写的题目"


def test_its_own_file_is_no_other_however_it_is_spelled(
    opened: MainWindow, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asker.to_save = tmp_path / "七.jianbao"
    assert opened.files.save()
    key = at_hand(opened).key
    opened.files.open_path(Path("七.jianbao"))
    qtbot.waitUntil(lambda: opened.session.path == Path("七.jianbao"), timeout=10_000)
    asker.saved_as_answer = SavedAs.ANOTHER
    opened.actions_["save_as"].trigger()
    assert asker.asked == [] and at_hand(opened).key == load(asker.to_save).issue.key == key
