"""Text and contents on the clipboard, for web editors and chats."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from app.ui.main_window import MainWindow


def test_the_text_and_the_contents_are_copied(opened: MainWindow) -> None:
    assert opened.session.issue is not None
    title = next(opened.session.issue.articles()).title.text.replace("\n", "")
    opened.actions_["copy_web"].trigger()
    mime = QGuiApplication.clipboard().mimeData()
    assert title in mime.text() and "<p style=" in mime.html() and "报：" not in mime.text()
    assert "公众号" in opened.bar.text
    opened.actions_["copy_contents"].trigger()
    assert title in QGuiApplication.clipboard().text() and "目录复制好了" in opened.bar.text
