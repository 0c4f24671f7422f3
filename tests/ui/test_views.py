"""Single, continuous and facing pages at every zoom: the caret stands where a click puts it, and what was chosen is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.edit.state import Place, Selection
from app.layout.motion import Cursor
from app.ui.grid_painter import column_edges, row_edges
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.page_geometry import Arrangement
from app.ui.settings import SettingsFile
from app.ui.zoom import ZOOM_STEPS, Fit
from tests.ui import bulletins

_SECOND, _THIRD = "老城区改造工程开工\n", "临溪区办好群众身边小事\n"
LONG = bulletins.TEXT.replace(f"{_SECOND}3", f"{_SECOND}{'施工单位把工地的时间表贴在街口。' * 60}\n3").replace(
    f"{_THIRD}临", f"{_THIRD}{'办一件销一件，群众满意。' * 3}\n临" + f"\n{'群众满意不满意，要看小事办没办。' * 3}" * 25 + "\n临"
)
NAMES = {Arrangement.CONTINUOUS: "view_continuous", Arrangement.SINGLE: "view_single", Arrangement.SPREADS: "view_spreads"}


@pytest.fixture
def several(window: MainWindow, settle: Callable[[], None]) -> MainWindow:
    """The window with an issue of five pages."""
    window.files.new_composed(bulletins.composed_of(LONG), None)
    settle()
    assert window.session.layout is not None and len(window.session.layout.pages) >= 4
    return window


def sampled(window: MainWindow) -> list[Place]:
    """A place inside of every third block, on every page."""
    assert window.session.issue is not None and window.session.layout is not None
    blocks = [block for block in window.session.issue.blocks() if len(block.text) > 4 and block.id in window.session.layout.blocks]
    return [Place(block.id, len(block.text) // 2) for block in blocks[::3]]


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("zoom", [0.5, 0.9, 1.0, 1.25, 2.0, 4.0])
def test_caret_and_click_are_inverse(several: MainWindow, qtbot: QtBot, arrangement: Arrangement, zoom: float) -> None:
    pages = several.pages
    several.actions_[NAMES[arrangement]].trigger()
    pages.set_zoom(zoom)
    pages.setFocus()
    for place in sampled(several):
        pages.set_cursor(Cursor(Selection(place, place)))
        box = pages.caret_rect()
        assert box is not None
        assert pages.viewport().rect().contains(box.center().toPoint()), "the caret is brought into view"
        asked = pages.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        assert asked.topLeft() == box.topLeft() + QPointF(pages.viewport().pos())  # type: ignore[attr-defined]
        number, *_ = pages.nearest_page(box.center()) or (0,)
        on_page = box.center() - pages.page_corner(number)
        elsewhere = Place(place.block, place.offset + 1)
        several.session.select_range(Selection(elsewhere, elsewhere))
        pages.scroll_into_view(box.translated(pages.page_corner(number) + on_page - box.center()))
        point = (pages.page_corner(number) + on_page).toPoint()
        QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert several.session.state is not None and several.session.state.selection is not None
        assert several.session.state.selection.head == place


@pytest.mark.parametrize("arrangement", Arrangement)
def test_a_drag_selects_in_every_arrangement(several: MainWindow, arrangement: Arrangement) -> None:
    pages = several.pages
    several.actions_[NAMES[arrangement]].trigger()
    pages.set_fit(Fit.PAGE)
    block = next(p for article in several.session.issue.articles() for p in article.paragraphs)  # type: ignore[union-attr]
    start, end = Place(block.id, 2), Place(block.id, 9)
    boxes = []
    for place in (end, start):
        pages.set_cursor(Cursor(Selection(place, place)))
        box = pages.caret_rect()
        assert box is not None
        boxes.append(box.center().toPoint())
    QTest.mousePress(pages.viewport(), Qt.MouseButton.LeftButton, pos=boxes[1])
    QTest.mouseMove(pages.viewport(), boxes[0])
    QTest.mouseRelease(pages.viewport(), Qt.MouseButton.LeftButton, pos=boxes[0])
    assert several.session.state is not None
    assert several.session.state.selection == Selection(start, end)


def test_single_pages_are_turned_by_wheel_and_key(several: MainWindow) -> None:
    pages = several.pages
    several.actions_["view_single"].trigger()
    pages.set_fit(Fit.PAGE)
    pages.show_page(1)
    assert [page.number for page in pages.visible_pages()] == [1]
    turn_wheel(several, -120)
    assert [page.number for page in pages.visible_pages()] == [2]
    turn_wheel(several, -40)
    turn_wheel(several, -40)
    assert pages.page == 2, "a third of a step turns no page"
    turn_wheel(several, -40)
    assert pages.page == 3
    several.actions_["previous_page"].trigger()
    assert [page.number for page in pages.visible_pages()] == [2]


def test_the_page_in_view_outlives_arrangement_and_size(several: MainWindow) -> None:
    pages = several.pages
    pages.show_page(3)
    for arrangement in (Arrangement.SINGLE, Arrangement.SPREADS, Arrangement.CONTINUOUS):
        several.actions_[NAMES[arrangement]].trigger()
        assert pages.page == 3
        several.resize(1000, 640)
        assert pages.page == 3
        several.resize(1366, 728)
        assert pages.page == 3


def test_the_page_that_fills_the_view_is_the_page_at_hand(several: MainWindow) -> None:
    pages = several.pages
    assert several.session.layout is not None
    for percent in range(50, 200, 3):
        pages.set_zoom(percent / 100)
        for number in range(1, len(several.session.layout.pages) + 1):
            pages.show_page(number)
            bar = pages.verticalScrollBar()
            if bar.value() < bar.maximum():
                assert pages.page == number, percent


def test_who_asks_for_two_pages_sees_both(several: MainWindow) -> None:
    several.actions_["zoom_100"].trigger()
    several.pages.set_zoom(1.5)
    several.actions_["view_spreads"].trigger()
    several.pages.show_page(2)
    viewport = several.pages.viewport().rect()
    assert all(viewport.left() <= sheet.left() and sheet.right() <= viewport.right() for sheet in map(several.pages.sheet, (1, 2)))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_after_the_zoom_the_keys_go_to_the_page_again(several: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    several.activateWindow()
    box = several.status.zoom
    box.setFocus()
    box.lineEdit().selectAll()  # type: ignore[union-attr]
    qtbot.keyClicks(box, "150")
    qtbot.keyClick(box, key)
    assert several.pages.hasFocus()
    assert (several.pages.zoom == 1.5) is (key is Qt.Key.Key_Return)


def test_words_stay_where_they_are_when_a_message_comes_and_goes(several: MainWindow, qtbot: QtBot) -> None:
    several.pages.set_zoom(1.0)
    several.pages.show_page(2)
    several.pages.verticalScrollBar().setValue(several.pages.verticalScrollBar().value() + 100)

    def top() -> int:
        several.centralWidget().layout()
        QApplication.processEvents()
        return several.pages.viewport().mapToGlobal(several.pages.page_corner(2).toPoint()).y()

    several.bar.hide()
    before = top()
    several.bar.say("info", "有一句话。")
    assert abs(top() - before) <= 1
    several.bar.hide()
    assert abs(top() - before) <= 1


def test_next_page_goes_by_pairs_where_two_lie_side_by_side(several: MainWindow) -> None:
    several.actions_["view_spreads"].trigger()
    several.pages.set_fit(Fit.PAGE)
    seen = []
    for _ in range(3):
        seen.append(several.pages.page)
        several.actions_["next_page"].trigger()
    assert seen == [1, 2, 4]
    several.actions_["previous_page"].trigger()
    assert several.pages.page == 2


def test_zoom_is_typed_chosen_and_stepped(several: MainWindow, qtbot: QtBot) -> None:
    box = several.status.zoom
    box.setEditText("135%")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert several.pages.zoom == 1.35
    box.setEditText("到处")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert (several.pages.zoom, box.currentText()) == (1.35, "135%")
    box.setCurrentText("9999")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert several.pages.zoom == ZOOM_STEPS[-1] == 4.0
    several.actions_["zoom_out"].trigger()
    assert box.currentText() == "300%"
    box.setCurrentIndex(box.findText("适合整页"))
    box.activated.emit(box.currentIndex())
    assert several.pages.fit is Fit.PAGE
    assert box.currentText() == f"{round(several.pages.zoom * 100)}%"


def test_what_is_seen_is_remembered(several: MainWindow, dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    several.actions_["view_spreads"].trigger()
    several.actions_["show_grid"].trigger()
    several.pages.set_fit(Fit.PAGE)
    several.close()
    again = MainWindow(Memory(SettingsFile(tmp_path / "settings" / "settings.json")), several.asker)
    qtbot.addWidget(again)
    assert again.pages.arrangement is Arrangement.SPREADS
    assert again.pages.fit is Fit.PAGE
    assert again.actions_["view_spreads"].isChecked() and not again.actions_["view_continuous"].isChecked()
    assert again.actions_["show_grid"].isChecked()


def test_the_line_says_page_and_characters(several: MainWindow, qtbot: QtBot) -> None:
    issue, layout = several.session.issue, several.session.layout
    assert issue is not None and layout is not None
    assert several.status.page.text() == f"第 1 页，共 {len(layout.pages)} 页"
    first = next(issue.articles())
    written = sum(len(text.replace("\n", "")) for text in (first.title.text, *(p.text for p in first.paragraphs)))
    several.session.select_range(Selection(Place(first.title.id, 0), Place(first.title.id, 3)))
    qtbot.waitUntil(lambda: several.counts.text().startswith(f"选中 3 字　本篇 {written} 字　本期"))
    several.pages.setFocus()
    several.session.select(Place(first.title.id, 3))
    several.pages.type("加　1字")
    qtbot.waitUntil(lambda: several.counts.text().startswith(f"本篇 {written + 3} 字"))


def test_the_grid_is_exact_with_the_body(several: MainWindow) -> None:
    """A full line of characters has its pens on the upright edges, and every body line stands in a slot."""
    issue, layout = several.session.issue, several.session.layout
    assert issue is not None and layout is not None
    columns, rows = column_edges(issue.template), row_edges(issue.template)
    grid = issue.template.grid
    assert (len(columns), len(rows)) == (grid.characters + 1, grid.lines + 1)
    full = 0
    for page in layout.pages[1:]:
        for placed in page.lines:
            pens = [x for run in placed.line.runs for x in run.xs]
            if len(pens) == grid.characters and all("\u4e00" <= char <= "\u9fff" or char in "，。" for char in placed.line.text):
                full += 1
                assert pens == pytest.approx(columns[:-1], abs=0.05)
                assert placed.line.end_x_pt == pytest.approx(columns[-1], abs=0.05)
                assert min(abs(placed.top / 20 - y) for y in rows) < 0.01
    assert full > 5


def test_the_grid_is_painted_when_asked(several: MainWindow) -> None:
    several.pages.show_page(2)
    plain = several.pages.viewport().grab().toImage()
    several.actions_["show_grid"].trigger()
    assert several.pages.viewport().grab().toImage() != plain
    several.actions_["show_grid"].trigger()
    assert several.pages.viewport().grab().toImage() == plain


def turn_wheel(window: MainWindow, delta: int) -> None:
    """Turn the wheel over the pages."""
    point = QPointF(300, 300)
    held, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    there = window.pages.mapToGlobal(point)
    window.pages.wheelEvent(QWheelEvent(point, there, QPoint(), QPoint(0, delta), held, keys, Qt.ScrollPhase.NoScrollPhase, False))


def test_the_window_fits_half_of_a_full_hd_screen(several: MainWindow) -> None:
    """1920 x 1080 at 200 % has 960 logical pixels."""
    first = next(several.session.issue.articles())  # type: ignore[union-attr]
    several.session.select_range(Selection(Place(first.title.id, 0), Place(first.title.id, 3)))
    several.counts.count()
    several.status.sheets.setText("共 9 页，A3 折页需补 3 页，报尾将移至第 12 页。报尾单独占了一页，正文少 2 行就能收回。")
    several.resize(960, 500)
    assert several.width() == 960
    assert several.counts.width() < several.counts.sizeHint().width(), "what has no room is cut with dots"
    several.resize(1920, 1000)
    assert several.counts.width() >= several.counts.sizeHint().width()
