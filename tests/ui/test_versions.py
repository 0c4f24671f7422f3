"""Newer versions, doubles and originals are seen side by side, and a newer version goes in beside what was edited."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QDialog
from pytestqt.qtbot import QtBot

from app.edit.commands import type_text
from app.edit.state import Place
from app.model.submission import Share, Source
from app.text.merge import Side
from app.ui.compare_dialog import CompareDialog
from app.ui.main_window import MainWindow
from app.ui.newer_dialog import NewerDialog

Settle = Callable[[], None]
TITLE = "云湖镇开展春季植树活动"
FIRST = "三月五日，云湖镇组织干部群众二百余人到云湖东岸植树，当天栽下杨柳3000株，并落实专人管护。"
LAST = "下一步，云湖镇将把管护责任落实到人，每月检查一次，检查结果在村务公开栏里公布。"
NEW_FIRST = FIRST.replace("3000株", "3600株")


@pytest.fixture
def inbox(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    with qtbot.waitSignal(opened.library.opened, timeout=20_000):
        opened.actions_["show_inbox"].setChecked(True)
    return opened


def send(window: MainWindow, settle: Settle, folder: Path, name: str, *lines: str) -> str:
    """Receive a text; the id of its record."""
    path = folder / name
    path.write_text("\n".join(lines), "utf-8")
    before = {record.id for record in window.inbox.library.records()}
    window.inbox.receive([path])
    settle()
    (new,) = {record.id for record in window.inbox.library.records()} - before
    return new


def dialogs(window: MainWindow, kind: type[QDialog]) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]


def used(window: MainWindow, settle: Settle, submission: str) -> int:
    """Make an article of a submission; its id."""
    window.inbox.panel.view.choose(submission)
    window.inbox.use.use_chosen()
    settle()
    assert window.session.issue is not None
    return next(one.id for one in window.session.issue.articles() if Source(submission) in one.sources)


def text_of(window: MainWindow, article: int) -> str:
    assert window.session.issue is not None
    found = next(one for one in window.session.issue.articles() if one.id == article)
    return "\n".join((found.title.text, *(paragraph.text for paragraph in found.paragraphs)))


def test_a_newer_version_goes_in_beside_what_was_edited(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    old = send(inbox, settle, tmp_path, "一.txt", TITLE, FIRST, LAST)
    article = used(inbox, settle, old)
    assert inbox.session.issue is not None
    last = next(one for one in inbox.session.issue.articles() if one.id == article).paragraphs[-1]
    inbox.session.select(Place(last.id, 0))
    inbox.session.perform(type_text, "镇党委书记强调，")
    new = send(inbox, settle, tmp_path, "二.txt", TITLE, NEW_FIRST, LAST)
    assert inbox.inbox.library.record(new).version_of == old
    assert "新稿替换…" in inbox.bar.choices
    inbox.inbox.panel.view.choose(new)
    inbox.inbox.use.use_chosen()
    (dialog,) = dialogs(inbox, NewerDialog)
    assert isinstance(dialog, NewerDialog)
    assert {region.side for region in dialog.regions} == {Side.NOBODY, Side.OURS, Side.THEIRS}
    dialog.accept()
    assert text_of(inbox, article) == f"{TITLE}\n{NEW_FIRST}\n镇党委书记强调，{LAST}"
    found = next(one for one in inbox.session.issue.articles() if one.id == article)
    assert found.sources == (Source(new, Share.SOLE),)
    assert found.paragraphs[-1].id == last.id
    inbox.session.undo()
    assert text_of(inbox, article) == f"{TITLE}\n{FIRST}\n镇党委书记强调，{LAST}"


def test_a_conflict_is_the_clerks_to_settle(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    old = send(inbox, settle, tmp_path, "一.txt", TITLE, FIRST, LAST)
    article = used(inbox, settle, old)
    assert inbox.session.issue is not None
    first = next(one for one in inbox.session.issue.articles() if one.id == article).paragraphs[0]
    inbox.session.select(Place(first.id, first.text.index("3000") + 4))
    inbox.session.perform(type_text, "余")
    new = send(inbox, settle, tmp_path, "二.txt", TITLE, NEW_FIRST, LAST)
    for take_new, expected in ((False, "3000余株"), (True, "3600株")):
        assert inbox.inbox.use.offer_newer(inbox.inbox.library.record(new))
        dialog = dialogs(inbox, NewerDialog)[-1]
        assert isinstance(dialog, NewerDialog)
        dialog.take_new(0, take_new)
        assert expected in "\n".join(dialog.texts)
        dialog.reject()


TEXTS = (
    "植树\n来了200人。栽了白杨。大家都说好。",
    "植树\n来了200余人。栽了白杨。大家都说很好。",
    "植树\n来了260人。栽了垂柳。大家都说好。",
)


def test_each_place_says_what_is_chosen_and_what_comes_of_it(inbox: MainWindow, qtbot: QtBot) -> None:
    dialog = NewerDialog("植树", *TEXTS, inbox)
    qtbot.addWidget(dialog)

    def rows() -> list[tuple[str, str]]:
        texts = [[dialog.choices.item(row, column).text() for column in (0, 4)] for row in range(dialog.choices.rowCount())]
        return [(choice, outcome) for choice, outcome in texts]

    assert [choice for choice, _ in rows()] == ["留本期（两边都改了）", "用新稿（只有新稿改了）", "留本期（只有本期改过）"]
    assert dialog.texts == ["植树", "来了200余人。栽了垂柳。大家都说很好。"]
    dialog.take_all(True)
    assert "\n".join(dialog.texts) == TEXTS[2] and all(choice.startswith("用新稿") for choice, _ in rows())
    assert "【260】" in rows()[0][1]
    dialog.take_all(False)
    assert "\n".join(dialog.texts) == TEXTS[1] and "【200余】" in rows()[0][1]
    dialog.take_new(1, True)
    assert "栽了垂柳" in dialog.texts[1] and "【垂柳】" in rows()[1][1]
    dialog.reject()


def test_a_change_made_on_both_sides_asks_for_no_choice(inbox: MainWindow, qtbot: QtBot) -> None:
    dialog = NewerDialog("植树", TEXTS[0], TEXTS[2], TEXTS[2], inbox)
    qtbot.addWidget(dialog)
    marks = [dialog.choices.item(row, 0) for row in range(dialog.choices.rowCount())]
    assert marks and all(mark.text() == "两边改得一样" and not mark.flags() & Qt.ItemFlag.ItemIsUserCheckable for mark in marks)
    dialog.reject()


def test_columns_roll_together(inbox: MainWindow, qtbot: QtBot) -> None:
    long = "\n".join(f"第{number}段，云湖镇组织干部群众植树。" for number in range(200))
    dialog = NewerDialog("植树", long, long, long + "\n完", inbox)
    qtbot.addWidget(dialog)
    dialog.show()
    bars = [column.verticalScrollBar() for column in dialog.columns]
    bars[1].triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    qtbot.waitUntil(lambda: all(bar.value() == bar.maximum() for bar in bars))
    dialog.reject()


def test_the_same_text_again_and_a_printed_one_are_told(inbox: MainWindow, settle: Settle, tmp_path: Path, qtbot: QtBot) -> None:
    old = send(inbox, settle, tmp_path, "一.txt", TITLE, FIRST, LAST)
    used(inbox, settle, old)
    inbox.asker.to_save = tmp_path / "七.jianbao"  # type: ignore[attr-defined]
    with qtbot.waitSignal(inbox.library.written, timeout=10_000):
        assert inbox.files.save()
    again = send(inbox, settle, tmp_path, "又一份.txt", TITLE, FIRST, LAST + "特此报告。")
    assert "1 份和以前的稿子相近" in inbox.bar.text
    inbox.inbox.panel.view.choose(again)
    inbox.inbox.use.compare_with_relative()
    (dialog,) = dialogs(inbox, CompareDialog)
    assert isinstance(dialog, CompareDialog)
    assert FIRST in dialog.earlier.toPlainText() and "特此报告" in dialog.later.toPlainText()
    dialog.reject()


def test_an_article_is_compared_with_its_original(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    article = used(inbox, settle, send(inbox, settle, tmp_path, "一.txt", TITLE, FIRST, LAST))
    sources = inbox.inspector.article.sources
    inbox.inspector.article.show_article(inbox.session.issue, article)  # type: ignore[arg-type]
    assert not sources.isHidden()
    sources.compare.click()
    (dialog,) = dialogs(inbox, CompareDialog)
    dialog.reject()
    inbox.inbox.use.compare_article(next(inbox.session.issue.articles()).id)  # type: ignore[union-attr]
    assert "没有关联来稿" in inbox.bar.text


def test_shares_and_links_are_set_in_the_panel(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    submission = send(inbox, settle, tmp_path, "一.txt", TITLE, FIRST, LAST)
    article = used(inbox, settle, submission)
    inbox.inspector.article.show_article(inbox.session.issue, article)  # type: ignore[arg-type]
    inbox.inspector.article.sources.shared.emit(submission, Share.BRIEF.value)
    found = next(one for one in inbox.session.issue.articles() if one.id == article)  # type: ignore[union-attr]
    assert found.sources == (Source(submission, Share.BRIEF),)
    inbox.inspector.article.sources.unlinked.emit(submission)
    found = next(one for one in inbox.session.issue.articles() if one.id == article)  # type: ignore[union-attr]
    assert found.sources == ()


def test_two_articles_in_a_file_are_two_submissions(inbox: MainWindow, settle: Settle, tmp_path: Path) -> None:
    path = tmp_path / "两篇.txt"
    other = "市税务局上门讲政策\n三月四日，云河市税务局组织业务骨干走访企业二十家，讲解新政策，解答问题三十五个。"
    path.write_text(f"{TITLE}\n{FIRST}\n{LAST}\n（云湖镇供稿）\n{other}\n（市税务局供稿）", "utf-8")
    inbox.inbox.receive([path])
    settle()
    records = {record.part: record for record in inbox.inbox.library.records()}
    assert [records[part].title for part in (1, 2)] == [TITLE, "市税务局上门讲政策"]
    assert [records[part].unit for part in (1, 2)] == ["云湖镇", "市税务局"]
    article = used(inbox, settle, records[2].id)
    assert "走访企业二十家" in text_of(inbox, article) and FIRST not in text_of(inbox, article)
