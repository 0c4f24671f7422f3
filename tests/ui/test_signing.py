"""Sign-off where something goes wrong or another way: numbers taken elsewhere, disks that are full, proofs, 印发, the list of numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.desk.library import open_library
from app.desk.sign_off import ToSign, sign_in_library
from app.desk.signing import filled, signed
from app.edit.text_commands import set_text
from app.errors import UserError
from app.model.issue import Issue
from app.model.signing import Series, Stage
from app.store.jianbao import load, save
from app.store.library.library import Library
from app.ui import save_desk
from app.ui.form_dialog import FormDialog
from app.ui.main_window import MainWindow
from app.ui.print_dialog import PrintDialog
from app.ui.trail_dialog import TrailDialog
from tests.layout.bulletins import bulletin, stories, template
from tests.ui.conftest import PreparedAsker
from tests.ui.final_rows import told
from tests.ui.signing import asked, at_hand

NOW = datetime(2021, 3, 5, 10, 0)


def an_issue(number: str = "第7期", key: str = "7") -> Issue:
    issue = bulletin(template(), stories(2, 3))
    head = issue.masthead
    head = replace(head, number=replace(head.number, text=number), date=replace(head.date, text="2021年　月　日"))
    return replace(issue, key=key * 32, masthead=head)


def put_in(library: Library, figure: int, key: str) -> None:
    """Another desk signs."""
    sign_in_library(library, ToSign(signed(filled(an_issue(key=key), figure, 0, "2021-03-05"), NOW), (), (), 4), NOW)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The library as another desk has it open."""
    (tmp_path / "settings").mkdir()
    opened = open_library(tmp_path / "settings")
    yield opened
    opened.close()


@pytest.fixture
def work(library: Library, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """第7期 in work, in a file."""
    path = tmp_path / "第7期.jianbao"
    save(an_issue(), path)
    window.open_file(path)
    window.library.open_soon()
    qtbot.waitUntil(lambda: window.session.issue is not None and window.library.library is not None, timeout=20_000)
    settled(qtbot, window)
    return window


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.runner.busy and not window.library.busy, timeout=30_000)


def sign(qtbot: QtBot, window: MainWindow) -> None:
    dialog = asked(qtbot, window)
    dialog.day.setText("2021年3月8日")
    dialog.sign.click()
    qtbot.waitUntil(lambda: at_hand(window).stage is Stage.SIGNED, timeout=20_000)


def rewrite(window: MainWindow, old: str, new: str) -> None:
    block = next(one for one in at_hand(window).blocks() if old in one.text)
    assert window.session.perform(set_text, block.id, block.text.replace(old, new, 1)), window.bar.text


def test_a_number_that_another_desk_takes_meanwhile_is_not_given_twice(work: MainWindow, library: Library, qtbot: QtBot) -> None:
    dialog = asked(qtbot, work)
    assert dialog.figure.value() == 7
    put_in(library, 7, "b")
    dialog.day.setText("2021年3月8日")
    dialog.sign.click()
    settled(qtbot, work)
    qtbot.waitUntil(lambda: "已经签发给别的一期" in work.bar.text, timeout=5_000)
    assert at_hand(work).stage is Stage.EDITING and library.signed.of("7" * 32) == ()
    path = work.session.path
    assert path is not None and load(path).issue.stage is Stage.EDITING
    rewrite(work, "植树", "栽树")  # it can be edited as before
    again = asked(qtbot, work)
    assert again.figure.value() == 8
    again.reject()


def test_a_file_that_cannot_be_written_leaves_the_signature_whole_in_the_library(
    work: MainWindow, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, asker: PreparedAsker
) -> None:
    dialog = asked(qtbot, work)
    path = work.session.path
    assert path is not None
    before = path.read_bytes()
    dialog.day.setText("2021年3月8日")

    def full(*_args: object, **_more: object) -> None:
        raise UserError("磁盘已满。")

    with monkeypatch.context() as patch:
        patch.setattr(save_desk, "save_issue_file", full)
        dialog.sign.click()
        qtbot.waitUntil(lambda: at_hand(work).stage is Stage.SIGNED, timeout=20_000)
        settled(qtbot, work)
    assert path.read_bytes() == before and work.session.unsaved and "换个位置保存" in work.bar.choices
    assert [one.figure for one in library.signed.standing()] == [7]
    signed_issue = at_hand(work)

    work.open_file(path)  # as after a power cut: the file is older than its signature
    settled(qtbot, work)
    qtbot.waitUntil(lambda: "这个文件是签发以前的" in work.bar.text, timeout=10_000)
    assert at_hand(work).stage is Stage.EDITING
    known = work.month.watch.known
    assert known is not None and known.last is not None
    work.month.signed.take(known.last)
    settled(qtbot, work)
    assert at_hand(work) == signed_issue and work.session.path == path and work.session.unsaved
    assert work.files.save() and load(path).issue == signed_issue


def test_what_is_written_is_what_the_library_keeps(work: MainWindow, library: Library, qtbot: QtBot) -> None:
    sign(qtbot, work)
    settled(qtbot, work)
    path = work.session.path
    assert path is not None and path.read_bytes() == library.signed.data("7" * 32, 1)
    assert "已签发" in work.bar.text and work.session.undo_label is None, "what was signed can't be undone"
    work.month.signing.sign()
    assert "已经签发了" in work.bar.text
    work.actions_["issued"].trigger()
    qtbot.waitUntil(lambda: at_hand(work).stage is Stage.ISSUED, timeout=10_000)
    settled(qtbot, work)
    assert library.signed.stage("7" * 32) is Stage.ISSUED and "已印发" in work.windowTitle() and not work.session.unsaved


def test_the_day_of_printing_is_asked_for_and_taken_back(work: MainWindow, library: Library, qtbot: QtBot, asker: PreparedAsker) -> None:
    sign(qtbot, work)
    settled(qtbot, work)
    asker.day = "2021-03-09"
    work.actions_["issued"].trigger()
    qtbot.waitUntil(lambda: at_hand(work).stage is Stage.ISSUED, timeout=10_000)
    settled(qtbot, work)
    assert library.signed.of("7" * 32)[-1].issued == "2021-03-09" and "2021年3月9日" in work.bar.text
    work.actions_["not_issued"].trigger()
    qtbot.waitUntil(lambda: at_hand(work).stage is Stage.SIGNED, timeout=10_000)
    settled(qtbot, work)
    assert library.signed.stage("7" * 32) is Stage.SIGNED and library.signed.of("7" * 32)[-1].issued == ""
    assert [(one.what, one.reason) for one in at_hand(work).trail[-2:]] == [("印发", "2021年3月9日"), ("撤销印发", "")]
    work.month.signing.issued.take_back()
    assert "没有记为已印发" in work.bar.text


def test_without_a_reason_a_signature_stays(work: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    work.month.signing.lift()
    assert "没有签发" in work.bar.text
    sign(qtbot, work)
    settled(qtbot, work)
    for reason in (None, "  "):
        asker.name = reason
        work.actions_["lift"].trigger()
        settled(qtbot, work)
        assert at_hand(work).stage is Stage.SIGNED
    assert "为什么" in work.bar.text


def test_a_taken_number_is_changed_once_and_may_be_put_back(work: MainWindow, library: Library, qtbot: QtBot) -> None:
    put_in(library, 7, "b")
    qtbot.waitUntil(lambda: at_hand(work).masthead.number.text == "第8期", timeout=6_000)
    assert "第7期已经签发给别的一期了" in work.bar.text and "撤销" in work.bar.choices
    work.session.undo()
    put_in(library, 9, "c")
    qtbot.waitUntil(lambda: work.month.watch.known is not None and len(work.month.watch.known.numbers) == 2, timeout=6_000)
    assert at_hand(work).masthead.number.text == "第7期", "the clerk wanted it so"


def test_a_printed_proof_moves_the_stage_on_and_the_library_hears_of_it(
    work: MainWindow, library: Library, qtbot: QtBot, asker: PreparedAsker
) -> None:
    work.actions_["print"].trigger()
    (dialog,) = (one for one in work.findChildren(PrintDialog) if one.isVisible())
    assert all(side.head is not None for side in dialog._sides), "unsigned pages say so"
    dialog.proof.setCurrentText("一校")
    asker.to_save = work.memory.data / "一校.pdf"
    dialog.file_asked.emit(dialog.job)
    settled(qtbot, work)
    dialog.reject()
    assert "一校" in work.windowTitle() and asker.to_save.exists()
    rewrite(work, "植树", "栽树")
    work.session.undo()
    assert at_hand(work).stage is Stage.FIRST_PROOF and work.session.unsaved
    assert work.files.save()
    settled(qtbot, work)
    assert library.signed.stage("7" * 32) is Stage.FIRST_PROOF
    work.session.close()
    qtbot.waitUntil(lambda: work.start._work.count() == 1, timeout=10_000)


def test_what_is_changed_while_it_is_out_for_signature_is_listed(work: MainWindow, qtbot: QtBot) -> None:
    work.memory.note(person="李编辑")
    work.actions_["trail"].trigger()
    assert "还没有送签" in work.bar.text
    work.actions_["submit"].trigger()
    settled(qtbot, work)
    assert at_hand(work).trail[0].who == "李编辑" and work.proofs.kept[0].round == "送签"
    rewrite(work, "植树", "栽树")
    assert work.files.save()
    work.memory.note(person="王主任")
    rewrite(work, "苗木", "树苗")
    work.actions_["trail"].trigger()
    dialog = work.month.signing.dialog
    assert isinstance(dialog, TrailDialog)
    rows = [dialog.tree.topLevelItem(at) for at in range(dialog.tree.topLevelItemCount())]
    assert [(row.text(1), row.text(2)) for row in rows if row is not None] == [
        ("李编辑", "送签"),
        ("李编辑", "改动 1 处"),
        ("", "改动 1 处"),
    ]
    last = rows[-1]
    assert last is not None and last.text(0) == "还没有保存" and last.child(0).text(4).find("树苗") >= 0
    dialog.reject()
    work.actions_["withdraw"].trigger()
    assert at_hand(work).stage is Stage.EDITING and len(at_hand(work).trail) == 2


def test_the_sample_is_not_signed(window: MainWindow, settle: Callable[[], None]) -> None:
    window.files.open_sample()
    settle()
    for name in ("sign", "submit"):
        window.actions_[name].trigger()
        assert "示例不用签发" in window.bar.text
    window.actions_["approval"].trigger()
    form = window.month.signing.dialog
    assert isinstance(form, FormDialog) and form.page.number == 1
    form.reject()


def test_without_its_library_nothing_is_signed(opened: MainWindow, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path) -> None:
    data = opened.memory.data
    data.mkdir(parents=True, exist_ok=True)
    (data / "settings.json").write_text('{"library": "postgresql://nobody@/none?host=/nowhere"}', "utf-8")
    asker.to_save = tmp_path / "七.jianbao"
    opened.actions_["sign"].trigger()
    qtbot.waitUntil(lambda: "来稿库" in opened.bar.text and "稍等" not in opened.bar.text, timeout=20_000)
    assert at_hand(opened).stage is Stage.EDITING and opened.month.signing.dialog is None


def test_the_list_of_numbers_shows_gaps_and_takes_where_the_count_began(work: MainWindow, library: Library, qtbot: QtBot) -> None:
    put_in(library, 5, "b")
    work.actions_["numbers"].trigger()
    dialog = work.month.series.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() > 0, timeout=10_000)
    assert dialog.bulletin.currentText() == an_issue().masthead.name and dialog.run.currentText() == "2021年"
    assert "空号：第1、2、3、4期" in dialog.told.text()
    dialog.year.setValue(2021)
    dialog.last.setValue(4)
    dialog.note.click()
    qtbot.waitUntil(lambda: "空号" not in dialog.told.text(), timeout=10_000)
    assert [(one.number, one.earlier) for one in library.signed.numbers(an_issue().masthead.name)] == [(4, True), (5, False)]
    dialog.last.setValue(5)
    dialog.note.click()
    qtbot.waitUntil(lambda: "第5期已经签发" in dialog.trouble.text(), timeout=10_000)
    dialog.series.setCurrentIndex(2)
    assert dialog.series.currentData() == Series.TOTAL and not dialog.year.isVisible() and not dialog.way.isVisible()
    dialog.series.setCurrentIndex(0)
    dialog.way.setCurrentIndex(1)
    assert dialog.way.isVisible() and not dialog.year.isVisible()
    dialog.reject()


def test_a_signed_issue_goes_into_the_archive_by_itself(work: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    work.memory.note(archive_folder=str(tmp_path / "档案"), archive_kinds=(".pdf", "sheet", "redline"))
    work.actions_["submit"].trigger()
    settled(qtbot, work)
    assert at_hand(work).stage is Stage.SUBMITTED
    block = next(at_hand(work).articles()).paragraphs[0]
    rewrite(work, block.text[:4], "签发前改")
    sign(qtbot, work)
    settled(qtbot, work)
    (folder,) = (tmp_path / "档案" / "2021年").iterdir()
    assert folder.name.endswith("第7期_20210308")
    ends = sorted(file.name.removeprefix(folder.name) for file in folder.iterdir())
    assert ends == [".jianbao", ".pdf", "_审签单.pdf", "_花脸稿.pdf"]
    assert load(folder / f"{folder.name}.jianbao").issue.stage is Stage.SIGNED
    assert "已签发" in work.bar.text and "已归档到“2021年/" in work.bar.text
    assert work.bar.choices == ["印刷…", "解除签发…", "打开归档文件夹"]


def test_where_no_folder_is_set_it_is_offered_and_done_by_the_command(work: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    work.actions_["archive_issue"].trigger()
    assert "还没有签发" in work.bar.text
    sign(qtbot, work)
    settled(qtbot, work)
    assert work.bar.choices == ["印刷…", "解除签发…", "归档…"]
    work.memory.note(archive_folder=str(tmp_path / "档案"), archive_kinds=())
    work.actions_["archive_issue"].trigger()
    qtbot.waitUntil(lambda: "已归档到" in work.bar.text, timeout=20_000)
    (folder,) = (tmp_path / "档案" / "2021年").iterdir()
    assert [file.suffix for file in folder.iterdir()] == [".jianbao"]


def test_the_question_of_the_signature_names_what_the_last_check_has_left(work: MainWindow, qtbot: QtBot) -> None:
    dialog = asked(qtbot, work)
    qtbot.waitUntil(lambda: "项要看" in dialog.check.text(), timeout=20_000)
    assert "来稿单位：2 篇没有" in dialog.check.text() and dialog.sign.text() == "仍然签发"
    dialog.check.linkActivated.emit("check")
    assert dialog.isHidden() and work.checking.final.pane.isVisible()
    assert work.month.signing.dialog is None and at_hand(work).stage is Stage.EDITING


def test_who_has_switched_the_proofreading_off_is_not_told_that_all_is_well(work: MainWindow, qtbot: QtBot) -> None:
    work.actions_["check_on"].setChecked(False)
    work.actions_["final_check"].trigger()
    rows = told(work.checking.final.pane)
    assert "关着" in rows["校对"][1] and not any(what.startswith("校对：") for what in rows)


def test_who_sends_an_issue_to_be_signed_says_the_name_once(work: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    asker.name = "李编辑"
    work.actions_["submit"].trigger()
    settled(qtbot, work)
    assert at_hand(work).trail[-1].who == "李编辑" and work.memory.settings.person == "李编辑"
    asked_once = len(asker.asked)
    work.actions_["withdraw"].trigger()
    work.actions_["submit"].trigger()
    settled(qtbot, work)
    assert len(asker.asked) == asked_once
