"""Roles, marks, typing helps, pasting with repairs and dragging words, as a person meets them in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.edit.state import Place, Selection
from app.edit.typing_help import Help
from app.model.issue import MarkKind, Paragraph, Role
from app.ui.command_table import SPECS
from app.ui.format_desk import ROLES
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.role_names import ROLE_NAMES
from app.ui.settings import SettingsFile
from tests.ui.conftest import PreparedAsker
from tests.ui.test_page_editor import article, click, point_of, selection
from tests.ui.writing import commit

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def paragraph(opened: MainWindow, qtbot: QtBot) -> Callable[[], Paragraph]:
    """The first paragraph of the first article as it stands now, with the caret at its head."""
    click(opened, qtbot, Place(article(opened).paragraphs[0].id, 0))
    return lambda: article(opened).paragraphs[0]


def select(window: MainWindow, block: Paragraph, start: int, end: int) -> None:
    window.session.select_range(Selection(Place(block.id, start), Place(block.id, end)))


def copy(text: str = "", html: str = "") -> None:
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def choose(window: MainWindow, words: str) -> None:
    """Press a button of the message."""
    next(button for button in window.bar.findChildren(QPushButton) if button.text() == words).click()


def test_words_are_made_bold_and_plain_again(opened: MainWindow, qtbot: QtBot, paragraph: Callable[[], Paragraph]) -> None:
    select(opened, paragraph(), 2, 6)
    qtbot.keyClick(opened.pages, Qt.Key.Key_B, CTRL)
    assert [(mark.start, mark.end, mark.kind) for mark in paragraph().marks] == [(2, 6, MarkKind.BOLD)]
    assert opened.session.undo_label == "加粗"
    layout = opened.session.layout
    assert layout
    runs = [run for page in layout.pages for line in page.lines for run in line.line.runs if run.block == paragraph().id]
    assert [run.text for run in runs if run.bold] == [paragraph().text[2:6]]
    opened.actions_["mark_bold"].trigger()
    assert paragraph().marks == ()


def test_kai_by_the_menu(opened: MainWindow, paragraph: Callable[[], Paragraph]) -> None:
    select(opened, paragraph(), 0, 3)
    opened.actions_["mark_kai"].trigger()
    assert [mark.kind for mark in paragraph().marks] == [MarkKind.KAI]


def test_a_role_by_the_menu_and_by_ctrl_and_a_digit(opened: MainWindow, qtbot: QtBot, paragraph: Callable[[], Paragraph]) -> None:
    opened.actions_["role_editor_note"].trigger()
    assert paragraph().role is Role.EDITOR_NOTE
    qtbot.keyClick(opened.pages, Qt.Key.Key_2, CTRL)
    assert paragraph().role is Role.EDITOR_NOTE, "off until it is switched on"
    opened.actions_["digits_set_headings"].setChecked(True)
    qtbot.keyClick(opened.pages, Qt.Key.Key_2, CTRL)
    assert paragraph().role is Role.HEADING_2
    opened.actions_["role_body"].trigger()
    assert paragraph().role is Role.BODY


def test_typed_marks_become_chinese_ones_and_one_undo_gives_them_back(
    opened: MainWindow, qtbot: QtBot, paragraph: Callable[[], Paragraph]
) -> None:
    commit(opened.pages, "会议")
    for key in (Qt.Key.Key_Comma,):
        qtbot.keyClick(opened.pages, key)
    assert paragraph().text.startswith("会议，")
    opened.actions_["undo"].trigger()
    assert paragraph().text.startswith("会议,")
    opened.actions_["help_marks"].setChecked(False)
    qtbot.keyClick(opened.pages, Qt.Key.Key_Comma)
    assert paragraph().text.startswith("会议,,")


def test_helps_are_remembered(opened: MainWindow) -> None:
    opened.actions_["help_quotes"].setChecked(False)
    opened.actions_["help_ordinals"].setChecked(True)
    settings = SettingsFile(opened.memory._file.path).load()
    assert set(settings.helps) == {"dashes", "marks", "ordinals"}


def test_a_window_that_opens_leaves_the_remembered_helps_as_they_are(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    memory = Memory(SettingsFile(tmp_path / "settings.json"))
    memory.note(helps=("dashes", "marks"), digits_set_headings=True)
    window = MainWindow(memory, PreparedAsker())
    qtbot.addWidget(window)
    assert memory.settings.helps == ("dashes", "marks")
    assert window.pages.helps.on == {Help.DASHES, Help.MARKS} and window.pages.digits_set_headings
    assert not window.actions_["help_quotes"].isChecked()
    window.close()


def test_enter_goes_on_counting_where_it_is_asked_to(opened: MainWindow, qtbot: QtBot, paragraph: Callable[[], Paragraph]) -> None:
    opened.actions_["help_ordinals"].setChecked(True)
    commit(opened.pages, "一是排查。")
    qtbot.keyClick(opened.pages, Qt.Key.Key_Home)
    head = paragraph()
    opened.session.select(Place(head.id, len(head.text)))
    qtbot.keyClick(opened.pages, Qt.Key.Key_Return)
    assert article(opened).paragraphs[1].text == "二是"
    opened.actions_["undo"].trigger()
    assert article(opened).paragraphs[1].text == ""


def test_the_same_word_typed_over_itself_leaves_the_caret_behind(
    opened: MainWindow, qtbot: QtBot, paragraph: Callable[[], Paragraph]
) -> None:
    before = paragraph().text
    select(opened, paragraph(), 0, 1)
    commit(opened.pages, before[0])
    assert paragraph().text == before
    assert selection(opened) == Selection(Place(paragraph().id, 1), Place(paragraph().id, 1))


def test_pasted_words_are_repaired_and_it_says_so(opened: MainWindow, qtbot: QtBot, paragraph: Callable[[], Paragraph]) -> None:
    copy(html="<p>3 月 5 日,<b>全市</b>开展行动.</p>")
    qtbot.keyClick(opened.pages, Qt.Key.Key_V, CTRL)
    assert paragraph().text.startswith("3月5日，全市开展行动")
    assert [paragraph().text[mark.start : mark.end] for mark in paragraph().marks] == ["全市"]
    assert opened.bar.text.startswith("粘贴时修正了")


def test_only_the_characters(opened: MainWindow, paragraph: Callable[[], Paragraph]) -> None:
    copy(text="3 月 5 日,好")
    opened.pages.paste()
    choose(opened, "只粘贴文字")
    assert paragraph().text.startswith("3 月 5 日,好")
    opened.actions_["undo"].trigger()
    assert not paragraph().text.startswith("3 月")


def test_a_paste_of_paragraphs_brings_headings(opened: MainWindow, paragraph: Callable[[], Paragraph]) -> None:
    copy(html="<p>一、加强领导</p><p>成立专班，每周会商。</p><p>二、抓好落实</p>")
    opened.pages.paste()
    assert [p.role for p in article(opened).paragraphs[:2]] == [Role.HEADING_1, Role.BODY]


def test_a_numbered_list_of_a_word_processor_is_no_table(opened: MainWindow, qtbot: QtBot, paragraph: Callable[[], Paragraph]) -> None:
    select(opened, paragraph(), 0, len(paragraph().text))
    qtbot.keyClick(opened.pages, Qt.Key.Key_Delete)
    copy(text="A\t排查隐患\nB\t逐一整改", html="<p>A<span>&nbsp; </span>排查隐患</p><p>B<span>&nbsp; </span>逐一整改</p>")
    opened.pages.paste()
    assert all(one.role is not Role.TABLE for one in article(opened).paragraphs)
    assert "排查隐患" in article(opened).paragraphs[0].text


def drop(window: MainWindow, mime: QMimeData, point: QPoint, action: Qt.DropAction) -> QDropEvent:
    """Let something hover over the page and fall."""
    port, actions = window.pages.viewport(), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    held = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(point, actions, mime, LEFT, held)
    enter.setDropAction(action)
    QApplication.sendEvent(port, enter)
    move = QDragMoveEvent(point, actions, mime, LEFT, held)
    QApplication.sendEvent(port, move)
    event = QDropEvent(QPointF(point), actions, mime, LEFT, held)
    event.setDropAction(action)
    QApplication.sendEvent(port, event)
    return event


def test_words_from_elsewhere_are_dropped_at_the_pointer(opened: MainWindow, paragraph: Callable[[], Paragraph]) -> None:
    mime = QMimeData()
    mime.setText("会议指出,")
    point = point_of(opened, Place(paragraph().id, 0))
    assert drop(opened, mime, point, Qt.DropAction.CopyAction).isAccepted()
    assert paragraph().text.startswith("会议指出，")


def test_dropped_words_are_put_in_as_they_are_where_they_fell(opened: MainWindow, paragraph: Callable[[], Paragraph]) -> None:
    copy(text="剪贴板里是别的话")
    mime = QMimeData()
    mime.setText("会议指出,")
    drop(opened, mime, point_of(opened, Place(paragraph().id, 4)), Qt.DropAction.CopyAction)
    before = paragraph().text
    choose(opened, "只粘贴文字")
    assert paragraph().text == before.replace("会议指出，", "会议指出,")
    assert paragraph().text.index("会议指出,") == 4


def test_the_look_of_several_articles_changes_without_a_question(
    opened: MainWindow, qtbot: QtBot, asker: PreparedAsker, paragraph: Callable[[], Paragraph]
) -> None:
    for _ in range(2):
        qtbot.keyClick(opened.pages, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(opened.pages, Qt.Key.Key_B, CTRL)
    assert asker.asked == [] and paragraph().marks[0].kind is MarkKind.BOLD
    qtbot.keyClick(opened.pages, Qt.Key.Key_Delete)
    assert asker.asked == ["3 篇"]


def test_a_selection_is_pulled_to_another_place(
    opened: MainWindow, qtbot: QtBot, paragraph: Callable[[], Paragraph], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = paragraph().text[:4]
    rest = paragraph().text[4:]
    select(opened, paragraph(), 0, 4)
    target = point_of(opened, Place(paragraph().id, 8))
    start = point_of(opened, Place(paragraph().id, 2))

    def fall(drag: QDrag, *_: object) -> Qt.DropAction:
        drop(opened, drag.mimeData(), target, Qt.DropAction.MoveAction)
        return Qt.DropAction.MoveAction

    monkeypatch.setattr(QDrag, "exec", fall)
    port = opened.pages.viewport()
    qtbot.mousePress(port, LEFT, Qt.KeyboardModifier.NoModifier, start)
    qtbot.mouseMove(port, start + QPoint(40, 0))
    qtbot.mouseRelease(port, LEFT, Qt.KeyboardModifier.NoModifier, target)
    assert paragraph().text == rest[:4] + words + rest[4:]
    assert opened.session.undo_label == "移动文字"


def test_a_press_on_a_selection_that_pulls_nothing_is_a_click(opened: MainWindow, qtbot: QtBot, paragraph: Callable[[], Paragraph]) -> None:
    select(opened, paragraph(), 0, 6)
    point = point_of(opened, Place(paragraph().id, 3))
    qtbot.mousePress(opened.pages.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point)
    assert not selection(opened).collapsed
    qtbot.mouseRelease(opened.pages.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point)
    assert selection(opened).collapsed and selection(opened).head == Place(paragraph().id, 3)


def test_every_role_has_one_name_wherever_it_is_shown() -> None:
    assert set(ROLE_NAMES) == set(Role)
    assert {role: SPECS[name].text.split("\t")[0] for name, role in ROLES.items()} == {role: ROLE_NAMES[role] for role in ROLES.values()}
