"""对校: the text that came beside the page follows the caret, differences are gone through by keys, each goes back as one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.desk.receiving import receive_pasted
from app.edit.commands import replace_text
from app.edit.state import Place
from app.model.issue import Article
from app.model.submission import Source, SubmissionRecord, Way
from app.store.jianbao import Original
from app.text.collation import By
from app.ui.collate_panel import CollatePanel
from app.ui.main_window import MainWindow
from app.ui.outline_nodes import NodeKind
from tests.ui import bulletins
from tests.ui.conftest import PreparedAsker

TITLE = "云湖镇开展春季植树活动"
TEXT = f"""{TITLE}
　　3 月 5 日,云湖镇组织干部群众二百余人到云湖东岸植树。镇长亲自参加。
　　当天栽下杨柳三千株，落实专人管护，做到栽一棵、活一棵。
— 2 —
"""


@pytest.fixture
def used(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The bulletin with one more article that was made of a submission and edited since; the caret is in its first paragraph."""
    window = opened
    window.library.open_soon()
    qtbot.waitUntil(lambda: window.library.library is not None, timeout=20_000)
    record = _receive(window, TEXT)
    window.inbox.use.use([record.id], window.session.issue.sections[0].id, 0)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not window.runner.busy, timeout=20_000)
    for old, new in (("二百余人", "260人"), ("镇长亲自参加。", ""), ("活一棵。", "活一棵。群众说好。")):
        _edit(window, old, new)
    window.pages.edit_at(Place(_article(window).paragraphs[0].id, 0))
    return window


def _receive(window: MainWindow, text: str) -> SubmissionRecord:
    assert window.library.library is not None
    return receive_pasted(window.library.library, text, "", Way.WECHAT, "云湖镇").added[0]


def _edit(window: MainWindow, old: str, new: str) -> None:
    assert window.session.issue is not None
    block = next(block for block in window.session.issue.blocks() if old in block.text)
    at = block.text.index(old)
    assert window.session.perform(replace_text, Place(block.id, at), at + len(old), new)


def _article(window: MainWindow, title: str = TITLE) -> Article:
    assert window.session.issue is not None
    return next(article for article in window.session.issue.articles() if article.title.text.replace("\n", "") == title)


def _panel(window: MainWindow) -> CollatePanel:
    return window.checking.collation.panel


def _wait(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.checking.collation.desk.busy, timeout=20_000)


def _open(window: MainWindow, qtbot: QtBot) -> CollatePanel:
    window.actions_["collate"].trigger()
    _wait(window, qtbot)
    panel = _panel(window)
    assert panel.isVisible()
    return panel


def _selected(window: MainWindow) -> str:
    state = window.session.state
    assert state is not None and state.selection is not None
    start, end = sorted((state.selection.anchor, state.selection.head), key=lambda place: place.offset)
    return state.issue.block_index[start.block].text[start.offset : end.offset]


def test_the_original_stands_beside_the_page_with_what_went_and_who_changed_it(used: MainWindow, qtbot: QtBot) -> None:
    panel = _open(used, qtbot)
    assert panel.name.text() == f"《{TITLE}》"
    assert panel.counts.text() == "人工改动 3 处"
    assert panel.program.text() == "也看程序修正的 2 处"
    assert panel.view.marked() == [
        (",", By.PROGRAM),
        ("二百余", By.HAND),
        ("镇长亲自参加。", By.HAND),
        ("", By.HAND),
        ("— 2 —", By.PROGRAM),
    ]
    assert panel.view.toPlainText().rstrip("\n") == TEXT.rstrip("\n")


def test_keys_go_from_difference_to_difference_on_both_sides(used: MainWindow, qtbot: QtBot) -> None:
    panel = _open(used, qtbot)
    used.actions_["collate_next"].trigger()
    assert _selected(used) == "260"
    assert panel.told.text() == "原文：二百余\n现在：260"
    used.actions_["collate_next"].trigger()
    assert panel.told.text() == "原文：镇长亲自参加。\n现在：（删去了）"
    used.actions_["collate_next"].trigger()
    assert _selected(used) == "群众说好。"
    assert panel.told.text() == "原文：（没有）\n现在：群众说好。"
    used.actions_["collate_next"].trigger()
    assert _selected(used) == "260"
    assert "第一处" in used.bar.text
    used.actions_["collate_previous"].trigger()
    assert _selected(used) == "群众说好。"
    _wait(used, qtbot)
    assert panel.told.text() == "原文：（没有）\n现在：群众说好。"


def test_the_key_alone_opens_the_panel_and_goes(used: MainWindow, qtbot: QtBot) -> None:
    assert not _panel(used).isVisible()
    QTest.keyClick(used.pages, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: _selected(used) == "260", timeout=20_000)
    assert _panel(used).isVisible()


def test_what_the_program_did_is_gone_through_only_where_that_is_wished(used: MainWindow, qtbot: QtBot) -> None:
    panel = _open(used, qtbot)
    panel.program.setChecked(True)
    used.actions_["collate_next"].trigger()
    assert panel.told.text() == "程序修正：,\n现在：，"
    assert _selected(used) == "，"


def test_original_words_go_back_as_one_step(used: MainWindow, qtbot: QtBot) -> None:
    panel = _open(used, qtbot)
    before = used.session.issue
    used.actions_["collate_next"].trigger()
    QTest.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    assert "干部群众二百余人到" in _article(used).paragraphs[0].text
    assert used.session.undo_label == "恢复原文"
    _wait(used, qtbot)
    assert panel.counts.text() == "人工改动 2 处"
    used.actions_["collate_next"].trigger()
    used.actions_["collate_back"].trigger()
    assert _article(used).paragraphs[0].text.endswith("植树。镇长亲自参加。")
    used.session.undo()
    used.session.undo()
    assert used.session.issue == before
    _wait(used, qtbot)
    assert panel.counts.text() == "人工改动 3 处"


def test_without_a_difference_at_hand_nothing_goes_back(used: MainWindow, qtbot: QtBot) -> None:
    panel = _open(used, qtbot)
    assert not panel.back.isEnabled()
    before = used.session.issue
    used.actions_["collate_back"].trigger()
    assert used.session.issue is before
    assert "F5" in used.bar.text


def test_a_click_on_a_red_word_goes_to_its_place_on_the_page(used: MainWindow, qtbot: QtBot) -> None:
    panel = _open(used, qtbot)
    cursor = panel.view.textCursor()
    cursor.setPosition(panel.view.toPlainText().index("亲自参加"))
    point: QPoint = panel.view.cursorRect(cursor).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert panel.told.text().startswith("原文：镇长亲自参加。")
    state = used.session.state
    assert state is not None and state.selection is not None
    assert state.selection.head == Place(_article(used).paragraphs[0].id, len(_article(used).paragraphs[0].text))


def test_the_caret_on_a_changed_word_brings_its_difference(used: MainWindow, qtbot: QtBot) -> None:
    panel = _open(used, qtbot)
    paragraph = _article(used).paragraphs[0]
    used.pages.edit_at(Place(paragraph.id, paragraph.text.index("260") + 1))
    _wait(used, qtbot)
    assert panel.told.text() == "原文：二百余\n现在：260"
    used.pages.edit_at(Place(paragraph.id, 1))
    _wait(used, qtbot)
    assert not panel.back.isEnabled()


def test_the_panel_follows_the_caret_from_article_to_article(used: MainWindow, qtbot: QtBot) -> None:
    panel = _open(used, qtbot)
    used.pages.edit_at(Place(_article(used, "老城区改造工程开工").paragraphs[0].id, 0))
    _wait(used, qtbot)
    assert panel.nothing.text() == "这篇文章没有对应的来稿。"
    assert panel.pick.isVisible() and not panel.body.isVisible()
    assert used.session.issue is not None
    used.pages.edit_at(Place(used.session.issue.masthead.date.id, 0))
    _wait(used, qtbot)
    assert panel.nothing.text().startswith("在大纲里点一篇文章")
    assert not panel.pick.isVisible()
    used.pages.edit_at(Place(_article(used).paragraphs[1].id, 3))
    _wait(used, qtbot)
    assert panel.body.isVisible() and panel.counts.text() == "人工改动 3 处"


def test_a_file_that_the_issue_has_kept_is_the_original(window: MainWindow, settle: Callable[[], None], qtbot: QtBot) -> None:
    window.files.new_composed(bulletins.composed(), Original("第7期.txt", bulletins.TEXT.encode()))
    settle()
    _edit(window, "三千二百户", "三千户")
    article = _article(window, "老城区改造工程开工")
    window.pages.edit_at(Place(article.paragraphs[0].id, 0))
    panel = _open(window, qtbot)
    assert panel.name.text() == "“第7期.txt”"
    assert [words for words, by in panel.view.marked() if by is By.HAND] == ["二百"]
    assert "临溪区从路灯" not in panel.view.toPlainText()


def test_a_submission_can_be_chosen_and_counts_as_the_articles_own(used: MainWindow, qtbot: QtBot) -> None:
    article = _article(used, "老城区改造工程开工")
    record = _receive(used, f"老城区改造开工\n{article.paragraphs[0].text[:-1]}，居民都很高兴。\n{article.paragraphs[1].text}")
    used.pages.edit_at(Place(article.paragraphs[0].id, 0))
    panel = _open(used, qtbot)
    QTest.mouseClick(panel.pick, Qt.MouseButton.LeftButton)
    dialog = used.checking.collation.picking
    assert dialog is not None
    assert dialog.rows.count() == 2
    assert "相近" in dialog.rows.item(0).text() and dialog.submission == record.id
    dialog.words.setText("植树")
    qtbot.waitUntil(lambda: dialog.rows.count() == 1)
    dialog.words.setText("")
    qtbot.waitUntil(lambda: dialog.rows.count() == 2)
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    _wait(used, qtbot)
    assert _article(used, "老城区改造工程开工").sources == (Source(record.id),)
    assert panel.counts.text() == "人工改动 2 处"
    assert used.checking.collation.picking is None


def test_a_file_can_be_laid_beside_for_a_while(used: MainWindow, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path) -> None:
    panel = _open(used, qtbot)
    path = tmp_path / "另一稿.txt"
    path.write_text(f"{TITLE}\n3月5日，云湖镇组织干部群众到云湖东岸植树。\n当天栽下杨柳三千株。\n", encoding="utf-8")
    asker.to_open = [path]
    QTest.mouseClick(panel.other, Qt.MouseButton.LeftButton)
    dialog = used.checking.collation.picking
    assert dialog is not None
    QTest.mouseClick(dialog.file, Qt.MouseButton.LeftButton)
    _wait(used, qtbot)
    assert panel.name.text() == "“另一稿.txt”"
    sources = _article(used).sources
    QTest.mouseClick(panel.own, Qt.MouseButton.LeftButton)
    _wait(used, qtbot)
    assert panel.name.text() == f"《{TITLE}》"
    assert _article(used).sources == sources


def test_a_file_that_cannot_be_read_is_told(used: MainWindow, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path) -> None:
    panel = _open(used, qtbot)
    asker.to_open = [tmp_path / "没有.txt"]
    panel.pick_asked.emit()
    dialog = used.checking.collation.picking
    assert dialog is not None
    QTest.mouseClick(dialog.file, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "没有.txt" in used.bar.text, timeout=20_000)
    _wait(used, qtbot)
    assert panel.name.text() == f"《{TITLE}》"


def test_an_article_of_two_submissions_is_held_against_both_or_one(used: MainWindow, qtbot: QtBot) -> None:
    other = _receive(used, "柳湾街道清理楼道\n近日，柳湾街道发动居民清理楼道杂物，腾出公共空间，消除火灾隐患。")
    used.pages.edit_at(Place(_article(used).paragraphs[-1].id, len(_article(used).paragraphs[-1].text)))
    used.inbox.use.merge([other.id])
    qtbot.waitUntil(lambda: len(_article(used).sources) == 2, timeout=20_000)
    panel = _open(used, qtbot)
    names = [panel.which.itemText(at) for at in range(panel.which.count())]
    assert names == ["全部 2 份", f"《{TITLE}》", "《柳湾街道清理楼道》"]
    assert "柳湾街道发动居民" in panel.view.toPlainText()
    panel.which.setCurrentIndex(1)
    panel.which.activated.emit(1)
    assert "柳湾街道发动居民" not in panel.view.toPlainText()
    assert panel.told.text().startswith("原文：（没有）\n现在：")  # the caret stands behind what only the other one has


def test_marks_are_on_the_page_only_while_the_panel_is_seen(used: MainWindow, qtbot: QtBot) -> None:
    plain = used.pages.viewport().grab().toImage()
    _open(used, qtbot)
    marked = used.pages.viewport().grab().toImage()
    used.inspector.show_look()
    assert marked != plain
    assert not used.checking.collation.desk.looking


def test_an_article_gone_to_in_the_outline_is_compared_until_the_caret_is_put(used: MainWindow, qtbot: QtBot) -> None:
    assert used.session.issue is not None
    number = used.session.issue.masthead.number
    used.pages.edit_at(Place(number.id, 0))
    panel = _open(used, qtbot)
    assert "在大纲里点一篇文章" in panel.nothing.text()
    used.outline.view.go_to((NodeKind.ARTICLE, _article(used).id))
    _wait(used, qtbot)
    assert panel.body.isVisible() and panel.counts.text() == "人工改动 3 处"
    used.actions_["collate_next"].trigger()
    assert _selected(used) == "260"
    used.pages.edit_at(Place(number.id, 0))
    _wait(used, qtbot)
    assert not panel.body.isVisible()
