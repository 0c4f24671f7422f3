"""A 花脸稿 against a version that was kept on saving, and against a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from app.edit.commands import type_text
from app.edit.state import Place
from app.ui.main_window import MainWindow
from app.ui.versions_dialog import VersionsDialog
from tests.ui.conftest import PreparedAsker

Settle = Callable[[], None]


def typed(window: MainWindow, words: str) -> None:
    assert window.session.issue is not None
    paragraph = next(window.session.issue.articles()).paragraphs[0]
    window.session.select(Place(paragraph.id, 0))
    window.session.perform(type_text, words)


def test_against_a_kept_version_and_a_file(opened: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    for words in ("头一稿。", "第二稿。"):
        typed(opened, words)
        asker.to_save = tmp_path / "七.jianbao"
        assert opened.files.save()
        settle()
    typed(opened, "第三稿。")
    opened.actions_["redline"].trigger()
    dialog = opened.findChild(VersionsDialog)
    assert dialog is not None and "花脸稿" in dialog.windowTitle()
    dialog.list.setCurrentRow(0)
    asker.to_save = tmp_path / "七_花脸稿"
    dialog.accept()
    settle()
    assert (tmp_path / "七_花脸稿.pdf").stat().st_size > 1000
    assert "标出了 1 处" in opened.bar.text
    asker.to_open, asker.to_save = [tmp_path / "七.jianbao"], tmp_path / "比文件.docx"
    opened.actions_["redline"].trigger()
    other = next(one for one in opened.findChildren(VersionsDialog) if one.isVisible())
    next(button for button in other.findChildren(QPushButton) if button.text() == "另选一份文件…").click()
    settle()
    assert (tmp_path / "比文件.docx").is_file()


def test_equal_versions_are_told(opened: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    asker.to_save = tmp_path / "七.jianbao"
    assert opened.files.save()
    settle()
    asker.to_open, asker.to_save = [tmp_path / "七.jianbao"], tmp_path / "花.pdf"
    opened.actions_["redline"].trigger()
    for dialog in opened.findChildren(VersionsDialog):
        dialog.accept()
    settle()
    assert "完全一样" in opened.bar.text and not (tmp_path / "花.pdf").exists()
