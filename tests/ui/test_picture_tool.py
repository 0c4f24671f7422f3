"""A picture on the page is chosen, resized by its corners, copied and removed; the panel has its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.edit.commands import insert_picture
from app.edit.state import Place
from app.layout.frames import PlacedImage
from app.layout.picture import printed_size, slots_of
from app.model.image_file import image_of
from app.model.issue import Paragraph
from app.model.picture import Picture
from app.ui.main_window import MainWindow
from tests.model.pictures import jpeg, picture

CAPTION = "图一现场"


@pytest.fixture
def pictured(opened: MainWindow) -> Iterator[MainWindow]:
    """The window with a captioned picture below the first paragraph of text, and the caret in another one."""
    put_in(opened, picture(width_mm=90), CAPTION)
    assert opened.session.issue
    last = next(opened.session.issue.articles()).paragraphs[-1]
    opened.session.select(Place(last.id, 0))
    yield opened
    opened.pages.pixmaps.wait()


def put_in(window: MainWindow, found: Picture, caption: str = "") -> None:
    assert window.session.issue
    first = next(window.session.issue.articles()).paragraphs[0]
    window.session.select(Place(first.id, 0))
    assert window.session.perform(insert_picture, found, caption)


def block_of(window: MainWindow) -> Paragraph | None:
    assert window.session.issue
    return next((block for block in window.session.issue.blocks() if block.picture), None)


def placed(window: MainWindow) -> tuple[int, PlacedImage]:
    assert window.session.layout
    return next((page.number, image) for page in window.session.layout.pages for image in page.images)


def point(window: MainWindow, across: float, down: float) -> QPoint:
    """A place of the picture in the viewport; (1, 1) is its lower right corner."""
    page, image = placed(window)
    on_page = QPointF(image.x_pt + across * image.width_pt, image.top_pt + down * image.height_pt)
    return (window.pages.page_corner(page) + on_page * window.pages.px_per_pt).toPoint()


def click(window: MainWindow, qtbot: QtBot, across: float = 0.5, down: float = 0.5) -> None:
    qtbot.mouseClick(window.pages.viewport(), Qt.MouseButton.LeftButton, pos=point(window, across, down))


def move(window: MainWindow, to: QPoint) -> None:
    view = window.pages.viewport()
    at, left, none = QPointF(to), Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), none, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)


def test_a_click_chooses_a_picture_and_delete_takes_it_with_its_caption(pictured: MainWindow, qtbot: QtBot) -> None:
    assert pictured.pictures.tool.chosen is None
    click(pictured, qtbot)
    assert pictured.pictures.tool.chosen == block_of(pictured)
    qtbot.keyClick(pictured.pages, Qt.Key.Key_Delete)
    assert block_of(pictured) is None and pictured.session.undo_label == "删除图片"
    pictured.session.undo()
    found = block_of(pictured)
    assert found and found.text == CAPTION


def test_moving_on_with_a_key_and_typing_leave_a_chosen_picture(pictured: MainWindow, qtbot: QtBot) -> None:
    click(pictured, qtbot)
    qtbot.keyClick(pictured.pages, Qt.Key.Key_Left)
    assert pictured.pictures.tool.chosen is None
    qtbot.keyClick(pictured.pages, Qt.Key.Key_Backspace)
    found = block_of(pictured)
    assert found and found.text == "图一场"  # a caret in the caption deletes characters
    click(pictured, qtbot)
    qtbot.keyClicks(pictured.pages, "a")
    qtbot.keyClick(pictured.pages, Qt.Key.Key_Escape)
    found = block_of(pictured)
    assert found and found.text == "图一场a" and pictured.pictures.tool.chosen is None


def test_a_corner_is_drawn_in_whole_slots_and_undone_in_one_step(pictured: MainWindow, qtbot: QtBot) -> None:
    assert pictured.session.issue
    look = pictured.session.issue.template
    click(pictured, qtbot)
    before = block_of(pictured)
    assert before and before.picture
    slots = slots_of(printed_size(before.picture, 1, look)[1], look)
    corner = point(pictured, 1, 1)
    view, step = pictured.pages.viewport(), round(look.line_twips / 20 * pictured.pages.px_per_pt)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=corner)
    move(pictured, corner - QPoint(10, step * 3))
    assert block_of(pictured) == before  # nothing changes before the button is let go
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=corner - QPoint(10, step * 3))
    after = block_of(pictured)
    assert after and after.picture
    width, height = printed_size(after.picture, 1, look)
    assert slots_of(height, look) in (slots - 3, slots - 4) and height / width == pytest.approx(0.75)
    assert abs(height + 20 - slots_of(height, look) * look.line_twips) < 2  # it fills its slots
    pictured.session.undo()
    assert block_of(pictured) == before


def test_a_chosen_picture_is_copied_and_pasted_elsewhere(pictured: MainWindow, qtbot: QtBot) -> None:
    assert pictured.session.issue
    click(pictured, qtbot)
    qtbot.keyClick(pictured.pages, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert block_of(pictured) is None
    assert "data:image/png;base64," in QGuiApplication.clipboard().mimeData().html()
    title = next(pictured.session.issue.articles()).title
    pictured.session.select(Place(title.id, len(title.text)))
    qtbot.keyClick(pictured.pages, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert next(pictured.session.issue.articles()).paragraphs[0].text == CAPTION and block_of(pictured) is not None


def test_a_picture_without_a_caption_is_chosen_by_the_caret_and_typing_gives_it_one(opened: MainWindow, qtbot: QtBot) -> None:
    put_in(opened, picture(width_mm=60))
    opened.pages.setFocus()
    found = block_of(opened)
    assert found and opened.pictures.tool.chosen == found
    qtbot.keyClicks(opened.pages, "b")
    found = block_of(opened)
    assert found and found.text == "b" and opened.pictures.tool.chosen is None
    qtbot.keyClick(opened.pages, Qt.Key.Key_Backspace)
    qtbot.keyClick(opened.pages, Qt.Key.Key_Backspace)
    assert block_of(opened) is None
    opened.pages.pixmaps.wait()


def test_the_panel_edits_the_picture_at_hand(pictured: MainWindow, qtbot: QtBot) -> None:
    form = pictured.inspector.picture
    assert not form.isVisible()
    qtbot.mouseDClick(pictured.pages.viewport(), Qt.MouseButton.LeftButton, pos=point(pictured, 0.5, 0.5))
    assert form.isVisible() and form.caption.text() == CAPTION
    form.caption.selectAll()
    qtbot.keyClicks(form.caption, "xy")
    form.width_mm.setValue(60.0)
    form.placing.setCurrentIndex(form.placing.findData("right"))
    form.placing.activated.emit(form.placing.currentIndex())
    found = block_of(pictured)
    assert found and found.picture and (found.text, found.picture.width_mm, found.picture.placing) == ("xy", 60.0, "right")
    form.slots.setValue(3)
    assert pictured.session.issue
    look = pictured.session.issue.template
    found = block_of(pictured)
    assert found and found.picture and slots_of(printed_size(found.picture, 1, look)[1], look) == 3 == form.slots.value()
    form.own_size.click()
    found = block_of(pictured)
    assert found and found.picture and found.picture.width_mm == pytest.approx(80 / 96 * 25.4, abs=0.01)
    form.remove.click()
    assert block_of(pictured) is None and not form.isVisible()


def test_a_file_is_compressed_only_when_the_person_says_so(opened: MainWindow, settle: Callable[[], None], qtbot: QtBot) -> None:
    came = image_of(jpeg(3000, 2000), "a.jpg")
    put_in(opened, Picture(came, 60.0))
    found = block_of(opened)
    assert found and found.picture and found.picture.image.data is came.data
    form = opened.inspector.picture
    assert form.isVisible() and form.compress.isEnabled()
    form.compress.click()
    settle()
    found = block_of(opened)
    assert found and found.picture and found.picture.image.width_px == 709  # 60 mm of 300 dpi
    assert len(found.picture.image.data) < len(came.data) and opened.session.undo_label == "压缩图片"
    assert not form.compress.isEnabled()
    opened.session.undo()
    found = block_of(opened)
    assert found and found.picture and found.picture.image == came
    opened.pages.pixmaps.wait()
