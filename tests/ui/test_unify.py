"""统一称谓 beside the pages, and scenario 5: the sender's voice, names in several forms, one step to undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.unify_dialog import UnifyDialog
from tests.ui import bulletins

TEXT = """云河市城市更新行动
工作简报
第7期
云河市城市更新办公室　2026年3月8日

市税务局推进创城工作
税收服务进园区

市税务局推进创城工作
今天上午，我局召开会议，部署创城工作。
市国税局干部职工参加，一位同志说：“市国税局要走在前列。”
（市税务局）
2026年3月5日
税收服务进园区
3月4日，云河市税务局组织志愿者进园区，市税务局负责人参加。
（市税务局）

报：市委、市政府领导同志
发：各区人民政府，市国税局
共印260份
"""


@pytest.fixture
def read(window: MainWindow, settle: Callable[[], None], qtbot: QtBot) -> MainWindow:
    """The bulletin of scenario 5, read."""
    window.files.new_composed(bulletins.composed_of(TEXT), None)
    settle()
    _wait(window, qtbot)
    return window


def _wait(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.checking.desk.busy, timeout=20_000)


def _text(window: MainWindow) -> str:
    assert window.session.issue is not None
    return "\n".join(block.text for block in window.session.issue.blocks())


def _unifying(window: MainWindow) -> UnifyDialog:
    window.actions_["unify"].trigger()
    dialog = window.checking.unity.unifying
    assert dialog is not None and dialog.isVisible()
    return dialog


def test_scenario_5_voice_and_names(read: MainWindow, qtbot: QtBot) -> None:
    found = {(one.rule, one.words): one.fix for one in read.checking.desk.findings}
    assert found["voice.sender", "我局"] == "市税务局"
    assert found["voice.day", "今天上午"] == "3月5日上午"
    dialog = _unifying(read)
    first = dialog.names.item(0).text()
    assert all(form in first for form in ("市国税局（3）", "市税务局（", "云河市税务局（1）"))
    before = _text(read)
    dialog.form.setCurrentText("市税务局")
    rows = [dialog.places.item(at) for at in range(dialog.places.count())]
    assert [row.checkState() is Qt.CheckState.Checked for row in rows] == [True, False, True, False]  # a quotation and the footer are not
    QTest.mouseClick(dialog.unify, Qt.MouseButton.LeftButton)
    after = _text(read)
    assert "市税务局干部职工参加，一位同志说：“市国税局要走在前列。”" in after
    assert "3月4日，市税务局组织志愿者" in after
    assert after.count("市国税局") == 2
    assert read.session.undo_label == "统一称谓"
    read.session.undo()
    assert _text(read) == before


def test_nothing_ticked_is_nothing_to_do(read: MainWindow) -> None:
    dialog = _unifying(read)
    dialog.form.setCurrentText("市税务局")
    for at in range(dialog.places.count()):
        dialog.places.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.unify.isEnabled()
    dialog.close()
    assert read.checking.unity.unifying is None
