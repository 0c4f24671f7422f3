"""Scenarios 1 and 10 of the month: the next issue from the archive, and the sign-off, in the window as a clerk does them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.desk.library import open_library
from app.desk.sign_off import ToSign, sign_in_library
from app.desk.signing import signed
from app.edit.state import Place
from app.edit.text_commands import set_text
from app.model.issue import Issue
from app.model.signing import Series, Stage
from app.store.jianbao import load, save
from app.ui.dialogs import ListDialog
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.outline_model import SIGNED_ROLE
from app.ui.outline_nodes import NodeKind
from app.ui.settings import SettingsFile
from app.ui.sign_dialog import SignDialog
from tests.layout.bulletins import bulletin, stories, template
from tests.ui.conftest import PreparedAsker

Settle = Callable[[], None]
SIXTH = datetime(2021, 3, 5, 10, 0)


def sixth() -> Issue:
    """第6期, signed on 5 March 2021, 260 copies."""
    issue = bulletin(template(), stories(3, 4))
    head = issue.masthead
    head = replace(head, number=replace(head.number, text="第6期"), date=replace(head.date, text="2021年3月5日"))
    return signed(replace(issue, key="6" * 32, masthead=head), SIXTH, "张市长")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The file of 第6期, which the library holds as signed."""
    data = tmp_path / "settings"
    data.mkdir()
    library = open_library(data)
    sign_in_library(library, ToSign(sixth(), (), (), 4, "张市长"), SIXTH)
    library.close()
    path = tmp_path / "工作简报第6期.jianbao"
    save(sixth(), path)
    return path


@pytest.fixture
def second(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Another window on the same library."""
    made = MainWindow(Memory(SettingsFile(tmp_path / "settings" / "settings.json")), PreparedAsker())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.runner.wait()
    made.close()


def at_hand(window: MainWindow) -> Issue:
    assert window.session.issue is not None
    return window.session.issue


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """Its long work is done, and the library knows all of it."""
    qtbot.waitUntil(lambda: not window.runner.busy and not window.library.busy, timeout=30_000)


def next_one(qtbot: QtBot, window: MainWindow) -> None:
    window.start.next_issue.emit()
    settled(qtbot, window)
    assert window.session.issue is not None, window.bar.text


def sign(qtbot: QtBot, window: MainWindow, day: str) -> None:
    """签发 by the dialog."""
    window.actions_["sign"].trigger()
    qtbot.waitUntil(lambda: isinstance(window.month.signing.dialog, SignDialog), timeout=10_000)
    dialog = window.month.signing.dialog
    assert isinstance(dialog, SignDialog)
    assert not dialog.sign.isEnabled(), "no date is filled in by itself"
    dialog.day.setText(day)
    assert dialog.sign.isEnabled(), dialog.hint.text()
    dialog.sign.click()
    qtbot.waitUntil(lambda: at_hand(window).stage is Stage.SIGNED, timeout=20_000)
    settled(qtbot, window)


def written(window: MainWindow, words: str) -> None:
    """Put a title and words into the first article."""
    article = next(at_hand(window).articles())
    assert window.session.perform(set_text, article.title.id, "青石镇开展植树活动")
    assert window.session.perform(set_text, article.paragraphs[0].id, words)


def test_scenario_1_the_next_issue(
    qtbot: QtBot, archive: Path, window: MainWindow, asker: PreparedAsker, second: MainWindow, tmp_path: Path
) -> None:
    before = archive.read_bytes()
    next_one(qtbot, window)
    issue = at_hand(window)
    assert (issue.masthead.number.text, issue.masthead.date.text) == ("第7期", "2021年　月　日")
    assert issue.footer == replace(sixth().footer, recipients=issue.footer.recipients, copies=issue.footer.copies)
    assert [line.paragraph.text for line in issue.footer.recipients] == [line.paragraph.text for line in sixth().footer.recipients]
    assert issue.footer.copies is not None and issue.footer.copies.text == "260"
    listed = window.findChild(ListDialog)
    assert isinstance(listed, ListDialog)
    carried = [label.text() for label in listed.findChildren(QLabel)]
    assert "期号（建议，待签发）" in carried and "日期（待签发）" in carried and "260" in carried
    listed.reject()
    assert window.inspector.masthead.standing.text() == "期号（待签发）"
    (article,) = issue.articles()
    assert article.title.text == "" and window.session.state is not None and window.session.state.selection is not None
    assert window.session.state.selection.head == Place(article.title.id, 0)
    assert issue.stage is Stage.EDITING and "第7期 · 编辑中" in window.windowTitle()
    written(window, "三月八日，青石镇栽树一千株。")
    asker.to_save = tmp_path / "工作简报第7期.jianbao"
    assert window.files.save() and window.session.path == asker.to_save
    settled(qtbot, window)

    next_one(qtbot, second)
    assert at_hand(second).masthead.number.text == "第7期", "both are proposals until one is signed"
    written(second, "三月九日，柳湾村开会。")

    sign(qtbot, window, "2021年3月8日")
    assert at_hand(window).masthead.number.text == "第7期" and at_hand(window).masthead.date.text == "2021年3月8日"
    qtbot.waitUntil(lambda: at_hand(second).masthead.number.text == "第8期", timeout=6_000)
    assert "第7期已经签发给别的一期了" in second.bar.text and "第8期" in second.bar.text
    assert archive.read_bytes() == before
    second.asker.to_save = tmp_path / "工作简报第8期.jianbao"  # type: ignore[attr-defined]
    sign(qtbot, second, "2021-03-09")
    assert at_hand(second).masthead.number.text == "第8期"
    library = open_library(tmp_path / "settings")
    numbers = [(one.series, one.number) for one in library.signed.numbers(sixth().masthead.name)]
    library.close()
    assert numbers == [(Series.YEARLY, 6), (Series.YEARLY, 7), (Series.YEARLY, 8)]


@pytest.fixture
def work(archive: Path, window: MainWindow, asker: PreparedAsker, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """第7期 in work, with a file of its own."""
    issue = bulletin(template(), stories(3, 4))
    head = issue.masthead
    head = replace(head, number=replace(head.number, text="第　期"), date=replace(head.date, text="2021年3月　日"))
    path = tmp_path / "工作简报第7期.jianbao"
    save(replace(issue, key="7" * 32, masthead=head), path)
    window.open_file(path)
    settled(qtbot, window)
    qtbot.waitUntil(lambda: window.library.library is not None, timeout=20_000)
    assert at_hand(window).masthead.number.text == "第　期"
    return window


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def export(qtbot: QtBot, window: MainWindow, path: Path) -> str:
    """Export a PDF under a name; the name that was proposed."""
    asker = window.asker
    assert isinstance(asker, PreparedAsker)
    asker.to_save = path
    window.actions_["export_pdf"].trigger()
    settled(qtbot, window)
    if window.reports.dialog is not None:
        window.reports.dialog.close()
    assert asker.proposed is not None
    return asker.proposed.name


def rewrite(window: MainWindow, old: str, new: str) -> int:
    """Change a word of the second article; its id."""
    article = list(at_hand(window).articles())[1]
    block = next(one for one in article.paragraphs if old in one.text)
    assert window.session.perform(set_text, block.id, block.text.replace(old, new, 1)), window.bar.text
    return article.id


def test_scenario_10_sign_off(qtbot: QtBot, work: MainWindow, asker: PreparedAsker, tmp_path: Path) -> None:
    window = work
    proposed = export(qtbot, window, tmp_path / "一.pdf")
    assert proposed == "工作简报_清样.pdf" and all("清样" in page for page in texts(tmp_path / "一_清样.pdf"))

    window.actions_["submit"].trigger()
    assert at_hand(window).stage is Stage.SUBMITTED and "送签" in window.windowTitle() and not window.session.unsaved
    window.actions_["approval"].trigger()
    form = window.month.signing.dialog
    assert form is not None
    asker.to_save = tmp_path / "审签单.pdf"
    form.file_asked.emit(form.page)  # type: ignore[union-attr]
    (sheet,) = texts(tmp_path / "审签单.pdf")
    assert all(word in sheet for word in ("拟稿", "核稿", "会签", "签发", "第期", "260份")), "the number is still open"
    form.reject()
    rewrite(window, "植树", "栽树")
    assert window.files.save()
    assert [(entry.what, len(entry.places)) for entry in at_hand(window).trail] == [("送签", 0), ("改动", 1)]
    path = window.session.path
    assert path is not None and load(path).issue == at_hand(window)

    sign(qtbot, window, "2021年3月8日")
    assert (at_hand(window).masthead.number.text, at_hand(window).masthead.date.text) == ("第7期", "2021年3月8日")
    assert window.inspector.masthead.standing.text() == "期号（已签发，只能看）"
    assert "第7期 · 已签发" in window.windowTitle() and load(path).issue == at_hand(window)
    before = at_hand(window)
    window.pages.setFocus()
    article = next(before.articles())
    window.pages.edit_at(Place(article.paragraphs[0].id, 2))
    qtbot.keyClicks(window.pages, "x")
    qtbot.keyClick(window.pages, Qt.Key.Key_Backspace)
    window.actions_["undo"].trigger()
    assert at_hand(window) is before and "已经签发，不能再改" in window.bar.text
    assert export(qtbot, window, tmp_path / "二.pdf") == "工作简报第7期.pdf"
    assert not any("清样" in page for page in texts(tmp_path / "二.pdf"))

    asker.name = "第二篇一个字有误"
    window.actions_["lift"].trigger()
    qtbot.waitUntil(lambda: at_hand(window).stage is Stage.SUBMITTED, timeout=10_000)
    settled(qtbot, window)
    qtbot.waitUntil(lambda: window.month.signed.before() is not None, timeout=10_000)
    assert at_hand(window).trail[-1].reason == "第二篇一个字有误"
    changed = rewrite(window, "栽树", "种树")
    model = window.outline.view.outline_model
    qtbot.waitUntil(lambda: bool(model.index_of((NodeKind.ARTICLE, changed)).data(SIGNED_ROLE)), timeout=5_000)
    others = [one.id for one in at_hand(window).articles() if one.id != changed]
    assert not any(model.index_of((NodeKind.ARTICLE, one)).data(SIGNED_ROLE) for one in others)
    assert export(qtbot, window, tmp_path / "三.pdf") == "工作简报第7期_清样.pdf"
    assert (tmp_path / "三_清样.pdf").exists()
    window.actions_["report"].trigger()
    settled(qtbot, window)
    dialog = window.reports.dialog
    assert dialog is not None
    red = [
        item
        for item in (dialog.tree.topLevelItem(at) for at in range(dialog.tree.topLevelItemCount()))
        if item and "签发以后改动" in item.text(0)
    ]
    assert len(red) == 1 and "种" in red[0].text(0) and red[0].foreground(0).color().red() > 120
    dialog.close()
    signed_rows = window.redlines.signed()
    assert [words for words, _ in signed_rows] == ["和签发的那一份比：第 1 次签发　第7期　2021年3月8日（已解除：第二篇一个字有误）"]
    assert signed_rows[0][1]() == before

    sign_again = datetime(2021, 3, 8)
    window.actions_["sign"].trigger()
    qtbot.waitUntil(lambda: isinstance(window.month.signing.dialog, SignDialog), timeout=10_000)
    signing = window.month.signing.dialog
    assert isinstance(signing, SignDialog) and signing.figure.value() == 7 and "仍用它" in signing.hint.text()
    assert signing.wishes.day == sign_again.date().isoformat(), "the date that stands stays"
    signing.sign.click()
    qtbot.waitUntil(lambda: at_hand(window).stage is Stage.SIGNED, timeout=20_000)
    settled(qtbot, window)
    known = window.month.watch.known
    qtbot.waitUntil(lambda: window.month.watch.known is not None and len(window.month.watch.known.signatures) == 2, timeout=10_000)
    known = window.month.watch.known
    assert known is not None and [one.stands for one in known.signatures] == [False, True]
    window.actions_["signed_versions"].trigger()
    versions = window.month.signed.dialog
    assert versions is not None and versions.list.count() == 2
    versions.list.setCurrentRow(1)
    versions.open_asked.emit(known.signatures[0])
    versions.reject()
    settled(qtbot, window)
    assert at_hand(window) == before and window.session.read_only
    window.actions_["lift"].trigger()
    assert "只能看" in window.bar.text and at_hand(window).stage is Stage.SIGNED
    window.open_file(path)
    settled(qtbot, window)
    asker.to_save = tmp_path / "旧.pdf"
    qtbot.waitUntil(lambda: window.month.watch.known is not None, timeout=10_000)
    window.month.signed.export(known.signatures[0])
    settled(qtbot, window)
    old = "".join(texts(tmp_path / "旧.pdf"))
    assert "栽树" in old and "种树" not in old and "清样" not in old
