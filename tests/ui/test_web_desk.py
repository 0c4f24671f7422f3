"""Text and contents on the clipboard, for web editors and chats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from app.model.issue import Paragraph, Role
from app.ui.main_window import MainWindow
from tests.ui import bulletins


def test_the_text_and_the_contents_are_copied(opened: MainWindow) -> None:
    assert opened.session.issue is not None
    title = next(opened.session.issue.articles()).title.text.replace("\n", "")
    opened.actions_["copy_web"].trigger()
    mime = QGuiApplication.clipboard().mimeData()
    assert title in mime.text() and "<p style=" in mime.html() and "报：" not in mime.text()
    assert "公众号" in opened.bar.text
    assert mime.hasHtml() and mime.hasText() and opened.bar.choices == []
    opened.actions_["copy_contents"].trigger()
    assert title in QGuiApplication.clipboard().text() and "目录复制好了" in opened.bar.text


def test_who_sent_it_in_comes_along_when_wanted(window: MainWindow, settle: Callable[[], None]) -> None:
    plain = bulletins.composed()
    section = plain.issue.sections[0]
    signed = replace(section.articles[0], paragraphs=(*section.articles[0].paragraphs, Paragraph(9000, "（市供水公司供稿）", Role.BYLINE)))
    issue = replace(
        plain.issue, sections=(replace(section, articles=(signed, *section.articles[1:])), *plain.issue.sections[1:]), next_id=9001
    )
    window.files.new_composed(replace(plain, issue=issue), None)
    settle()
    window.actions_["copy_web"].trigger()
    assert "供水公司供稿" not in QGuiApplication.clipboard().mimeData().html() and window.bar.choices == ["带上供稿单位"]
    [button] = [button for button in window.bar.findChildren(QPushButton) if button.text() == "带上供稿单位"]
    button.click()
    mime = QGuiApplication.clipboard().mimeData()
    assert "（市供水公司供稿）" in mime.html() and "（市供水公司供稿）" in mime.text()
    assert "供稿单位" not in window.bar.text
