"""The report of an export: it comes by itself, stands beside the window, leads to places, and its buttons do what they say."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTreeWidgetItem

from app.desk.docx_check import DocxCheck
from app.desk.publish import Published
from app.exporters.measure.marked import Measure, Spot
from app.ui import report_desk
from app.ui.main_window import MainWindow
from app.ui.report_dialog import ReportDialog
from tests.ui.conftest import PreparedAsker
from tests.ui.signed import sign_at_once

Settle = Callable[[], None]


@pytest.fixture
def exported(opened: MainWindow, settle: Settle, tmp_path: Path) -> Iterator[ReportDialog]:
    """The report of a PDF."""
    sign_at_once(opened).exports.export_to(tmp_path / "甲.pdf")
    settle()
    dialog = opened.reports.dialog
    assert dialog is not None
    yield dialog
    if opened.reports.dialog is not None:
        opened.reports.dialog.close()


def test_lines_of_a_docx_are_locked_until_somebody_frees_them(
    opened: MainWindow, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked: list[bool] = []

    def publish(*_: object, lock_lines: bool, **__: object) -> Published:
        locked.append(lock_lines)
        return Published(tmp_path / "甲.docx", 1, ())

    monkeypatch.setattr("app.ui.export_desk.publish_layout", publish)
    for _ in range(2):
        opened.exports.export_to(tmp_path / "甲.docx", for_review=True)
        settle()
        opened.actions_["lock_lines"].setChecked(False)
    assert locked == [True, False]
    assert not opened.memory.settings.lock_lines


def press(dialog: ReportDialog, words: str) -> None:
    [button] = [button for button in dialog.findChildren(QPushButton) if button.text() == words]
    button.click()


def rows(dialog: ReportDialog) -> list[QTreeWidgetItem]:
    return [item for at in range(dialog.tree.topLevelItemCount()) if (item := dialog.tree.topLevelItem(at))]


def a_report(opened: MainWindow, **changes: object) -> None:
    """Show the report anew with something else in it."""
    shown = opened.reports._shown
    assert shown is not None
    opened.reports.show(replace(shown, report=replace(shown.report, **changes)))  # type: ignore[arg-type]


def test_it_comes_by_itself_and_stands_beside_the_window(opened: MainWindow, exported: ReportDialog) -> None:
    assert exported.isVisible() and not exported.isModal()
    assert "已导出“甲.pdf”" in opened.bar.text
    assert exported.lead.text().startswith(("全部使用公文规定字体", "用了代替字体"))
    assert "在这份 PDF 上" in exported.rules.text() and "全部符合" in exported.rules.text()
    assert [row.text(0) for row in rows(exported)][-2:][1] == "这一期"
    buttons = [button.text() for button in exported.findChildren(QPushButton)]
    assert buttons == ["打开文件", "打开文件夹", "复制报告", "存为 JSON…", "关闭"]
    assert exported.height() <= 700 and exported.width() <= 900


def test_a_rule_that_fails_leads_to_its_places_by_mouse_and_keys(opened: MainWindow, exported: ReportDialog) -> None:
    assert opened.session.issue is not None
    block = list(opened.session.issue.articles())[-1].paragraphs[0].id
    failing = Measure("L13", "行距", "30 磅", "28.95 磅", False, (Spot(2, "字", block, 3),))
    a_report(opened, measures=(failing,), faces=())
    dialog = opened.reports.dialog
    assert dialog is not None and not exported.isVisible()
    assert dialog.lead.text() == "全部使用公文规定字体" and "1 项不符合" in dialog.rules.text()
    row = rows(dialog)[0]
    assert (row.text(0), row.text(1), row.text(2), row.childCount()) == ("行距", "30 磅", "28.95 磅", 1)
    dialog.tree.setFocus()
    dialog.tree.setCurrentItem(row)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    state = opened.session.state
    assert state is not None and state.selection is not None
    assert (state.selection.head.block, state.selection.head.offset) == (block, 3)
    place = dialog.tree.visualItemRect(row.child(0)).center()
    QTest.mouseClick(dialog.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.session.state is not None and opened.session.state.selection == state.selection
    dialog.close()


def test_a_place_without_words_of_the_issue_is_its_page(opened: MainWindow, exported: ReportDialog) -> None:
    exported.place_chosen.emit(Spot(3))
    assert opened.pages.page == 3
    exported.place_chosen.emit(Spot(2, "不在了", 99_999, 4))  # what was there is gone meanwhile
    assert opened.pages.page == 2


def test_the_report_is_copied_and_saved(opened: MainWindow, exported: ReportDialog, asker: PreparedAsker, tmp_path: Path) -> None:
    press(exported, "复制报告")
    assert QGuiApplication.clipboard().text().startswith(exported.lead.text()) and "√ L13" in QGuiApplication.clipboard().text()
    asker.to_save = tmp_path / "报告"
    press(exported, "存为 JSON…")
    assert asker.proposed == tmp_path / "甲_报告.json"
    found = json.loads((tmp_path / "报告.json").read_text("utf-8"))
    assert found["file"].endswith("甲.pdf") and found["rules"]
    asker.to_save = tmp_path / "没有" / "报告.json"
    press(exported, "存为 JSON…")
    assert "不存在" in opened.bar.text


def test_the_file_and_its_folder_are_opened(exported: ReportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(report_desk, "open_outside", asked.append)
    press(exported, "打开文件")
    press(exported, "打开文件夹")
    assert asked == [tmp_path / "甲.pdf", tmp_path]


def test_a_docx_is_compared_when_asked_and_only_then(
    opened: MainWindow, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def check(path: Path, *_: object) -> DocxCheck:
        asked.append(path)
        return DocxCheck("different", "DOCX 与 PDF 逐行一致 8/9，头一处不同在第 2 页。", 8, 9, Spot(2, "甲乙"))

    monkeypatch.setattr("app.desk.docx_check.check_docx", check)
    sign_at_once(opened).exports.export_to(tmp_path / "甲.docx")
    settle()
    dialog = opened.reports.dialog
    assert dialog is not None and asked == [] and dialog.docx.isHidden()
    press(dialog, "核对 DOCX")
    settle()
    assert asked == [tmp_path / "甲.docx"] and "逐行一致 8/9" in dialog.docx.text()
    row = rows(dialog)[0]
    assert "第 2 页“甲乙”" in row.text(0)
    opened.pages.show_page(1)
    dialog.tree.itemActivated.emit(row, 0)
    assert opened.pages.page == 2
    press(dialog, "复制报告")
    assert "逐行一致 8/9" in QGuiApplication.clipboard().text()
    dialog.close()


def test_warnings_stand_first_with_their_place(opened: MainWindow, exported: ReportDialog) -> None:
    from app.desk.export_report import Warned

    a_report(opened, warnings=(Warned("期号待定。", Spot(1, "报头", 1)), Warned("授权。")))
    dialog = opened.reports.dialog
    assert dialog is not None
    assert [row.text(0) for row in rows(dialog)[:2]] == ["期号待定。　第 1 页“报头”", "授权。"]
    dialog.close()


def test_a_copy_for_review_has_no_report(opened: MainWindow, settle: Settle, tmp_path: Path) -> None:
    sign_at_once(opened).exports.export_to(tmp_path / "送审.docx", for_review=True)
    settle()
    assert opened.reports.dialog is None


def test_a_file_open_elsewhere_is_told_in_the_window(
    opened: MainWindow, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "甲.pdf"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "拒绝访问")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        sign_at_once(opened).exports.export_to(path)
        settle()
    assert "正在别的程序" in opened.bar.text and path.read_bytes() == b"old" and opened.reports.dialog is None
