"""往期档案: signed issues with their first pages, found by their words, opened to be read, gone on from, exported and archived."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desk.signing import signed_issue_of
from app.edit.state import Place, Selection
from app.model.issue import Issue
from app.model.signing import SignedIssue, Stage
from app.store.jianbao import Opened, load, to_bytes
from app.ui.archive_desk import ArchiveDesk
from app.ui.archive_words import number_line, short_names
from app.ui.main_window import MainWindow
from app.ui.record_dialog import RecordDialog
from tests.store.library.records import record
from tests.ui.conftest import PreparedAsker

Settle = Callable[[], None]
NAME = "青石市工作简报"


def signed_copy(issue: Issue, key: str, number: int, day: str) -> Issue:
    """An issue as it was signed on a day."""
    year, month, date = map(int, day.split("-"))
    head = issue.masthead
    head = replace(head, number=replace(head.number, text=f"第{number}期"), date=replace(head.date, text=f"{year}年{month}月{date}日"))
    return replace(issue, key=key * 32, masthead=head, stage=Stage.SIGNED)


@pytest.fixture
def archive(opened: MainWindow, qtbot: QtBot) -> ArchiveDesk:
    """The archive's window with three signed issues of two years."""
    with qtbot.waitSignal(opened.library.opened, timeout=20_000):
        opened.library.open_soon()
    library, issue = opened.library.library, opened.session.issue
    assert library is not None and issue is not None
    for key, number, day in (("a", 7, "2025-03-08"), ("b", 1, "2026-01-05"), ("c", 2, "2026-02-09")):
        made = signed_copy(issue, key, number, day)
        signed, articles = signed_issue_of(made, datetime.fromisoformat(f"{day}T15:20"), "王建国", 4)
        library.signed.sign(signed, articles, to_bytes(Opened(made), day))
    desk = opened.month.archive
    desk.open()
    qtbot.waitUntil(lambda: not desk.busy and desk.window is not None and desk.window.view.at_hand is not None, timeout=30_000)
    return desk


def shown(desk: ArchiveDesk) -> list[str]:
    assert desk.window is not None
    model = desk.window.view.model()
    return [str(model.data(model.index(row, 0), Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())]


def search(desk: ArchiveDesk, qtbot: QtBot, words: str) -> list[str]:
    """Type words; the titles that are found."""
    assert desk.window is not None
    desk.window.field.setText(words)
    desk.window.field.returnPressed.emit()
    qtbot.waitUntil(lambda: not desk.busy, timeout=10_000)
    return [line.hit.title for line in desk.window.results.lines]


def test_issues_stand_by_year_with_their_first_pages(archive: ArchiveDesk, qtbot: QtBot) -> None:
    window = archive.window
    assert window is not None
    assert [words.rpartition("，")[2] for words in shown(archive)] == ["2026年2月9日", "2026年1月5日", "2025年3月8日"]
    at_hand = window.view.at_hand
    assert at_hand is not None
    window.view.viewport().repaint()
    qtbot.waitUntil(lambda: window.view.picture(at_hand) is not None and not archive.busy, timeout=20_000)
    picture = window.view.picture(at_hand)
    assert picture is not None and not picture.isNull()
    assert [window.places.topLevelItem(row).text(0) for row in range(3)] == ["全部　3 期", "2026年　2 期", "2025年　1 期"]
    window.places.setCurrentItem(window.places.topLevelItem(2))
    assert [words.rpartition("，")[2] for words in shown(archive)] == ["2025年3月8日"]
    assert "王建国" in window.details.facts.text()
    first = at_hand.articles[0]
    assert first.title.split("\n")[0][:4] in window.details.titles.text()


def test_words_are_found_and_what_names_a_unit(archive: ArchiveDesk, qtbot: QtBot) -> None:
    window = archive.window
    assert window is not None
    title = window.view.at_hand.articles[0].title if window.view.at_hand else ""
    piece = title[:4]
    assert search(archive, qtbot, piece) == [title] * 3
    assert window.said.text() == "找到 3 篇。"
    assert window.results.lines[0].marks == ((0, 4),)
    window.places.setCurrentItem(window.places.topLevelItem(2))
    qtbot.waitUntil(lambda: not archive.busy and len(window.results.lines) == 1, timeout=10_000)
    window.places.setCurrentItem(window.places.topLevelItem(0))
    qtbot.waitUntil(lambda: not archive.busy and len(window.results.lines) == 3, timeout=10_000)
    window.mention.click()
    qtbot.waitUntil(lambda: not archive.busy and "处" in window.said.text(), timeout=10_000)
    assert all(piece in line.shown.text for line in window.results.lines)
    assert window.mention.text() == "回到按篇列出"
    window.places.setCurrentItem(window.places.topLevelItem(2))  # it stays what is looked for
    qtbot.waitUntil(lambda: not archive.busy and window.said.text().startswith("1 篇里提到"), timeout=10_000)
    window.places.setCurrentItem(window.places.topLevelItem(0))
    window.field.setFocus()
    qtbot.keyClick(window.field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not archive.busy and window.said.text().startswith("3 篇"), timeout=10_000)
    assert window.focusWidget() is window.results
    assert search(archive, qtbot, "没有人写过这几个字") == []
    assert window.said.text() == "没有找到。"
    window.field.clear()
    qtbot.waitUntil(lambda: window.said.text() == "3 期", timeout=5_000)


def test_what_is_selected_on_the_pages_is_looked_for(archive: ArchiveDesk, qtbot: QtBot) -> None:
    session, window = archive._host.session, archive._host.window
    assert session.issue is not None and isinstance(window, MainWindow)
    title = next(session.issue.articles()).title
    session.select_range(Selection(Place(title.id, 0), Place(title.id, 4)))
    window.actions_["archive_find"].trigger()
    qtbot.waitUntil(lambda: archive.window is not None and len(archive.window.results.lines) == 3, timeout=10_000)
    assert archive.window is not None and archive.window.field.text() == title.text[:4]


def test_a_signed_issue_is_opened_to_be_read(archive: ArchiveDesk, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    window = archive.window
    assert window is not None
    window.details.open.click()
    settle()
    session = archive._host.session
    assert session.issue is not None and session.issue.key == "c" * 32
    assert session.read_only and session.path is None
    assert archive.window is None
    window_ = archive._host.window
    assert isinstance(window_, MainWindow)
    window_.actions_["lift"].trigger()
    assert "只能看" in window_.bar.text
    library = archive._host.library.library
    assert library is not None and library.signed.of("c" * 32)[-1].stands
    asker.to_save = tmp_path / "取回.jianbao"
    assert window_.files.save_as()
    assert load(asker.to_save).issue.key and not session.read_only


def test_the_next_issue_goes_on_from_one(archive: ArchiveDesk, qtbot: QtBot, settle: Settle) -> None:
    window, session = archive.window, archive._host.session
    assert window is not None
    window.details.next.click()
    qtbot.waitUntil(lambda: not archive.busy, timeout=10_000)
    settle()
    assert session.issue is not None and session.issue.key not in ("", "c" * 32)
    assert not session.issue.stage.closed
    assert not any(article.title.text for article in session.issue.articles())


def test_it_is_archived_once_the_folder_is_set(archive: ArchiveDesk, settle: Settle, qtbot: QtBot, tmp_path: Path) -> None:
    window, keeper = archive.window, archive.keeper
    assert window is not None and not keeper.is_set
    window.details.archive.click()
    dialog = keeper.dialog
    assert dialog is not None
    dialog.folder.setText("档案")
    assert not dialog.ok.isEnabled() and "全路径" in dialog.example.text()
    dialog.folder.setText(str(tmp_path / "档案"))
    dialog.pattern.setText("{简报}")
    assert not dialog.ok.isEnabled() and "同一个名字" in dialog.example.text()
    dialog.pattern.setText("{简报}第{期号}期_{日期}")
    for name in (".docx", ".ofd", "sheet"):
        dialog.kinds[name].setChecked(False)
    dialog.ok.click()
    settle()
    (folder,) = (tmp_path / "档案" / "2026年").iterdir()
    assert folder.name.endswith("第2期_20260209")
    assert sorted(file.suffix for file in folder.iterdir()) == [".jianbao", ".pdf"]
    qtbot.waitUntil(lambda: not archive.busy and window.details.folder.isVisible(), timeout=10_000)
    assert not window.details.archive.isVisible()
    issue = window.details.issue
    assert issue is not None
    keeper.archive(issue.signed)
    settle()
    assert "归过档了" in archive._host.bar.text
    assert len(list((tmp_path / "档案" / "2026年").iterdir())) == 1


def test_what_can_not_be_archived_is_told_with_what_to_do(archive: ArchiveDesk, settle: Settle, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    host = archive._host
    host.memory.note(archive_folder=str(tmp_path / "file"))
    issue = archive.window.details.issue if archive.window else None
    assert issue is not None
    archive.keeper.archive(issue.signed)
    settle()
    assert host.bar.text.startswith("没有归档：") and "再试" in host.bar.text


def test_files_are_written_anew(archive: ArchiveDesk, asker: PreparedAsker, settle: Settle, tmp_path: Path) -> None:
    window = archive.window
    assert window is not None and window.details.issue is not None
    asker.to_save = tmp_path / "再来一份.pdf"
    window.details.export_asked.emit(window.details.issue, ".pdf")
    settle()
    assert (tmp_path / "再来一份.pdf").read_bytes().startswith(b"%PDF")
    asker.to_save = tmp_path / "目录.docx"
    window.year_list_asked.emit("", 2026, "按月份")
    settle()
    assert (tmp_path / "目录.docx").stat().st_size > 5000
    asker.to_save = tmp_path / "没有.docx"
    window.year_list_asked.emit("", 1999, "按月份")
    settle()
    assert not (tmp_path / "没有.docx").exists()


def test_an_empty_archive_says_what_will_be_there(window: MainWindow, qtbot: QtBot) -> None:
    window.month.archive.open()
    desk = window.month.archive
    qtbot.waitUntil(lambda: not desk.busy and desk.window is not None and "签发一期以后" in desk.window.empty.text(), timeout=20_000)
    assert desk.window is not None and not desk.window.list_year.isEnabled()


def test_names_are_as_short_as_tells_them_apart() -> None:
    assert short_names(["云河市工作简报", "云河市信息快报"]) == {"云河市信息快报": "信息快报", "云河市工作简报": "工作简报"}
    assert short_names([NAME, NAME]) == {NAME: ""}
    assert short_names(["简报", "简报二"]) == {"简报": "简报", "简报二": "简报二"}
    assert short_names([]) == {}
    signed = SignedIssue("", 2, NAME, "第7期", "", "", "")
    assert number_line(signed) == f"{NAME} 第7期（第2次签发）"
    assert number_line(signed, {NAME: ""}) == "第7期（第2次签发）"


def test_a_submission_that_was_found_is_seen_in_the_inbox(archive: ArchiveDesk, opened: MainWindow, qtbot: QtBot) -> None:
    library, window = opened.library.library, archive.window
    assert library is not None and window is not None
    item = record("石桥村装上路灯", "石桥乡")
    library.add(item, "石桥村装上路灯四十盏，夜里出门不摸黑。")
    window.scope.setCurrentIndex(1)
    assert search(archive, qtbot, "路灯") == ["石桥村装上路灯"]
    assert window.details.see.isVisible() and not window.details.open.isVisible()
    window.results.setFocus()
    for act in (window.details.see.click, lambda: window.results.activated.emit(window.results.currentIndex())):
        act()
        dialog = opened.findChild(RecordDialog)
        assert dialog is not None and dialog.isVisible() and dialog.record.id == item.id
        dialog.reject()
        qtbot.waitUntil(lambda: opened.findChild(RecordDialog) is None)


def test_from_every_place_one_button_leads_back_to_the_articles(archive: ArchiveDesk, qtbot: QtBot) -> None:
    window = archive.window
    assert window is not None
    assert window.view.at_hand is not None
    before = search(archive, qtbot, window.view.at_hand.articles[0].title[:4])
    assert before and "逐处列出" in window.mention.text()
    window.mention.click()
    qtbot.waitUntil(lambda: not archive.busy and window.mention.text() == "回到按篇列出", timeout=10_000)
    window.mention.click()
    qtbot.waitUntil(lambda: not archive.busy and "逐处列出" in window.mention.text(), timeout=10_000)
    assert [line.hit.title for line in window.results.lines] == before
