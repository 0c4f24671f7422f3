"""Tables on the pages by real keys and clicks: inserted from the menu, walked through by Tab and arrows, changed by a right click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.edit.state import Place
from app.model.issue import Paragraph, Role, Table
from app.model.table_grid import grid_texts
from app.ui.main_window import MainWindow
from app.ui.role_names import ROLE_NAMES
from app.ui.spoken import spot_of
from app.ui.table_dialog import TableDialog
from tests.ui.conftest import PreparedAsker
from tests.ui.test_page_editor import article, click, drag, point_of, selection

K, M = Qt.Key, Qt.KeyboardModifier


def table(window: MainWindow) -> Table:
    found = next(p.table for p in article(window).paragraphs if p.table)
    return found


def texts(window: MainWindow) -> list[list[str]]:
    return grid_texts(table(window))


def head_text(window: MainWindow) -> Paragraph:
    assert window.session.issue
    return window.session.issue.block_index[selection(window).head.block]


def insert(window: MainWindow, qtbot: QtBot, asker: PreparedAsker, rows: int, columns: int) -> None:
    """A table behind the first paragraph, by the menu."""
    first = article(window).paragraphs[0]
    click(window, qtbot, Place(first.id, 1))
    asker.size = rows, columns
    window.actions_["insert_table"].trigger()
    assert len(texts(window)) == rows
    QApplication.processEvents()  # the message above the pages goes, and they scroll with it


def write(window: MainWindow, qtbot: QtBot, words: list[str]) -> None:
    for number, word in enumerate(words):
        if number:
            qtbot.keyClick(window.pages, K.Key_Tab)
        window.pages.type(word)


def test_a_table_is_filled_by_typing_and_tab(opened: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    insert(opened, qtbot, asker, 2, 2)
    write(opened, qtbot, ["单位", "条数", "青石镇", "12", "柳湾镇"])  # Tab behind the last cell adds a row
    assert texts(opened) == [["单位", "条数"], ["青石镇", "12"], ["柳湾镇", ""]]
    qtbot.keyClick(opened.pages, K.Key_Backtab, M.ShiftModifier)
    assert head_text(opened).text == "12" and not selection(opened).collapsed
    assert opened.pages.hasFocus()
    qtbot.keyClick(opened.pages, K.Key_Backspace)
    qtbot.keyClick(opened.pages, K.Key_Backspace)  # at the head of a cell it does nothing
    assert head_text(opened).text == "" and texts(opened)[1] == ["青石镇", ""]
    opened.session.undo()
    assert texts(opened)[1] == ["青石镇", "12"]


def test_enter_turns_a_line_in_a_cell(opened: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    insert(opened, qtbot, asker, 1, 2)
    opened.pages.type("甲")
    qtbot.keyClick(opened.pages, K.Key_Return)
    opened.pages.type("乙")
    assert texts(opened) == [["甲\n乙", ""]]


def test_arrows_walk_through_the_cells_and_out_of_the_table(opened: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    insert(opened, qtbot, asker, 2, 2)
    write(opened, qtbot, ["甲", "乙", "丙", "丁"])
    qtbot.keyClick(opened.pages, K.Key_Up)
    assert head_text(opened).text == "乙"
    qtbot.keyClick(opened.pages, K.Key_Left)
    qtbot.keyClick(opened.pages, K.Key_Left)
    assert head_text(opened).text == "甲"
    qtbot.keyClick(opened.pages, K.Key_Up)
    assert head_text(opened).table is not None  # the caption
    qtbot.keyClick(opened.pages, K.Key_Down)
    qtbot.keyClick(opened.pages, K.Key_Down)
    qtbot.keyClick(opened.pages, K.Key_Down)
    assert head_text(opened) == article(opened).paragraphs[2]


def test_a_click_in_the_empty_part_of_a_cell_goes_into_it(opened: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    insert(opened, qtbot, asker, 2, 3)
    cells = [cell.paragraph.id for cell in table(opened).cells()]
    for block in cells:
        click(opened, qtbot, Place(block, 0))
        assert selection(opened).head == Place(block, 0)
    beside = point_of(opened, Place(cells[4], 0)) + QPoint(40, 8)
    qtbot.mouseClick(opened.pages.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert selection(opened).head.block == cells[4]


def test_a_selection_passes_the_table_over_and_deleting_takes_it(opened: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    insert(opened, qtbot, asker, 2, 2)
    first = article(opened).paragraphs[0]
    click(opened, qtbot, Place(first.id, len(first.text)))
    for _ in range(2):
        qtbot.keyClick(opened.pages, K.Key_Right, M.ShiftModifier)
    assert head_text(opened) == article(opened).paragraphs[2]
    qtbot.keyClick(opened.pages, K.Key_Delete)
    assert not any(p.table for p in article(opened).paragraphs)


def test_shift_and_arrows_stay_in_a_cell(opened: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    insert(opened, qtbot, asker, 2, 2)
    write(opened, qtbot, ["甲乙", "丙", "丁"])
    for _ in range(5):
        qtbot.keyClick(opened.pages, K.Key_Left, M.ShiftModifier)
    chosen = selection(opened)
    assert chosen.anchor.block == chosen.head.block and chosen.head.offset == 0


@pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)", extend=True)  # said of any menu
def test_the_right_click_menu_changes_the_table(opened: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    insert(opened, qtbot, asker, 2, 2)
    write(opened, qtbot, ["甲", "乙", "丙", "丁"])
    point = point_of(opened, Place(next(table(opened).cells()).paragraph.id, 0))
    where = opened.pages.viewport().mapToGlobal(point)
    QApplication.sendEvent(opened.pages.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where))
    menu = next(menu for menu in opened.pages.findChildren(QMenu) if menu.isVisible())
    entries = {action.text(): action for action in menu.actions()}
    assert entries["与右边一格合并"].isEnabled() and not entries["与下边一格合并"].isEnabled()  # it would reach out of the head
    entries["在下方插入行"].trigger()
    menu.close()
    assert texts(opened) == [["甲", "乙"], ["", ""], ["丙", "丁"]]


def test_the_menu_bar_greys_what_does_not_apply(opened: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    insert(opened, qtbot, asker, 2, 2)
    menu = opened.actions_.menus["表格(&T)"]
    menu.aboutToShow.emit()
    assert opened.actions_["merge_right"].isEnabled()
    click(opened, qtbot, Place(article(opened).title.id, 0))
    menu.aboutToShow.emit()
    assert not opened.actions_["row_below"].isEnabled()
    menu.aboutToHide.emit()


def test_the_dialog_takes_squares_and_figures(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = TableDialog(opened)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.field, Qt.MouseButton.LeftButton, pos=QPoint(22 * 4 + 5, 22 + 5))
    assert dialog.size_chosen == (2, 5) and dialog.result() == TableDialog.DialogCode.Accepted
    dialog.rows.setValue(30)
    assert dialog.size_chosen == (30, 5)


def test_columns_of_a_spreadsheet_are_a_table_on_an_empty_paragraph(opened: MainWindow, qtbot: QtBot) -> None:
    first = article(opened).paragraphs[0]
    click(opened, qtbot, Place(first.id, len(first.text)))
    qtbot.keyClick(opened.pages, K.Key_Return)
    mime = QMimeData()
    mime.setText("单位\t条数\n青石镇\t12\n")
    QGuiApplication.clipboard().setMimeData(mime)
    opened.pages.paste()
    assert texts(opened) == [["单位", "条数"], ["青石镇", "12"]]
    opened.pages.paste()  # in a cell it stays text
    assert texts(opened)[0][0] == "单位 条数\n青石镇 12\n单位"


def test_a_border_between_columns_is_drawn_with_the_mouse(opened: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    insert(opened, qtbot, asker, 2, 2)
    view = opened.pages.viewport()
    row = next(p.row for p in opened.session.layout.flow if p.row) if opened.session.layout else None
    assert row and opened.session.layout
    middle = point_of(opened, Place(next(table(opened).cells()).paragraph.id, 0))
    left_px = opened.pages.page_corner(2).x() + opened.session.layout.plan.paper.left / 20 * opened.pages.px_per_pt
    border = QPoint(round(left_px + row.columns[1] / 20 * opened.pages.px_per_pt), middle.y())
    qtbot.mouseMove(view, border)
    assert view.cursor().shape() is Qt.CursorShape.SplitHCursor
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=border)
    drag(opened, border + QPoint(60, 0))
    assert table(opened).widths == (1, 1)  # nothing is taken over yet
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=border + QPoint(60, 0))
    wide, narrow = table(opened).widths
    assert wide / (wide + narrow) > 0.55
    opened.session.undo()
    assert table(opened).widths == (1, 1)


def test_chinese_is_composed_in_a_cell(opened: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    insert(opened, qtbot, asker, 1, 2)
    QApplication.sendEvent(opened.pages, QInputMethodEvent("dan wei", []))
    assert opened.pages.composing and texts(opened) == [["", ""]]
    commit = QInputMethodEvent("", [])
    commit.setCommitString("单位")
    QApplication.sendEvent(opened.pages, commit)
    assert texts(opened) == [["单位", ""]]


def test_a_cell_is_told_to_a_screen_reader(opened: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    insert(opened, qtbot, asker, 2, 2)
    write(opened, qtbot, ["单位", "条数"])
    assert opened.session.state and opened.session.layout
    first = spot_of(opened.session.state, opened.session.layout)
    qtbot.keyClick(opened.pages, K.Key_Down)
    below = spot_of(opened.session.state, opened.session.layout)
    assert first and below and (first.role, first.line_text) == ("单元格", "条数")
    assert below.line > first.line > 0
    assert set(ROLE_NAMES) == set(Role)  # every kind of block has a name
