"""Pictures in the window: put in from a file, the clipboard and a drop, decoded off the paint path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.edit.state import Place
from app.layout.caret import caret_at
from app.model.issue import Paragraph
from app.ui.main_window import MainWindow
from app.ui.pixmaps import Pixmaps
from app.ui.session import Origin, prepare
from tests.layout.pictured import pictured_bulletin
from tests.model.pictures import image, jpeg, png
from tests.ui.conftest import PreparedAsker


def _pictures(window: MainWindow) -> list[Paragraph]:
    assert window.session.issue
    return [block for block in window.session.issue.blocks() if block.picture]


def _into_text(window: MainWindow) -> Paragraph:
    """Put the caret at the end of the first paragraph of text."""
    assert window.session.issue
    first = next(window.session.issue.articles()).paragraphs[0]
    window.session.select(Place(first.id, len(first.text)))
    return first


def _files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_the_menu_puts_files_in_below_the_caret(
    opened: MainWindow, asker: PreparedAsker, settle: Callable[[], None], tmp_path: Path
) -> None:
    first = _into_text(opened)
    (tmp_path / "a.jpg").write_bytes(jpeg(900, 600, dpi=300))
    (tmp_path / "b.png").write_bytes(png())
    asker.to_open = [tmp_path / "a.jpg", tmp_path / "b.png"]
    opened.actions_["insert_picture"].trigger()
    settle()
    one, two = _pictures(opened)
    assert opened.session.issue
    ids = [paragraph.id for paragraph in next(opened.session.issue.articles()).paragraphs]
    assert ids[:3] == [first.id, one.id, two.id]
    assert one.picture and one.picture.image.data == jpeg(900, 600, dpi=300)
    assert 70 < one.picture.width_mm <= 76.2  # 900 pixels of 300 dpi, less what is over the last slot
    assert opened.session.undo_label == "插入图片"
    opened.session.undo()
    opened.session.undo()
    assert not _pictures(opened)


def test_a_caret_that_goes_elsewhere_meanwhile_takes_no_picture_along(
    opened: MainWindow, settle: Callable[[], None], tmp_path: Path
) -> None:
    first = _into_text(opened)
    (tmp_path / "a.png").write_bytes(png())
    opened.pictures.desk.take_files([tmp_path / "a.png"])
    assert opened.session.issue
    last = list(opened.session.issue.articles())[-1]
    opened.session.select(Place(last.paragraphs[0].id, 0))
    settle()
    (made,) = _pictures(opened)
    assert [paragraph.id for paragraph in next(opened.session.issue.articles()).paragraphs][:2] == [first.id, made.id]


@pytest.mark.parametrize(("data", "told"), [(b"RIFF\0\0\0\0WEBPVP8 ", "另存为 PNG 或 JPEG"), (png()[:-30], "不完整"), (png(shade=7), "")])
def test_what_cannot_be_used_is_said_and_nothing_changes(
    opened: MainWindow, asker: PreparedAsker, settle: Callable[[], None], tmp_path: Path, data: bytes, told: str
) -> None:
    _into_text(opened)
    spoilt = bytearray(data)
    if not told:  # the pixels are no packed rows: only decoding tells
        at = data.index(b"IDAT") + 4
        spoilt[at : at + 10] = b"\xff" * 10
        told = "损坏"
    (tmp_path / "a.png").write_bytes(spoilt)
    asker.to_open = [tmp_path / "a.png"]
    opened.actions_["insert_picture"].trigger()
    settle()
    assert told in opened.bar.text and not _pictures(opened)


def test_without_a_caret_the_person_is_told_where_a_picture_goes(
    opened: MainWindow, asker: PreparedAsker, settle: Callable[[], None], tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(png())
    asker.to_open = [tmp_path / "a.png"]
    opened.actions_["insert_picture"].trigger()
    settle()
    assert "点一下" in opened.bar.text and not _pictures(opened)


def test_a_copied_image_is_pasted_and_words_beside_one_win(opened: MainWindow, settle: Callable[[], None], qtbot: QtBot) -> None:
    _into_text(opened)
    opened.pages.setFocus()
    mime = QMimeData()
    copied = QImage(60, 40, QImage.Format.Format_RGB32)
    copied.fill(Qt.GlobalColor.darkGreen)
    mime.setImageData(copied)
    mime.setHtml('<img src="http://example.invalid/a.png">')
    QGuiApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(opened.pages, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    (found,) = _pictures(opened)
    assert found.picture and found.picture.image.name.endswith(".png") and found.picture.image.width_px == 60
    both = QMimeData()
    both.setImageData(copied)
    both.setText("抄来的字")
    QGuiApplication.clipboard().setMimeData(both)
    qtbot.keyClick(opened.pages, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert len(_pictures(opened)) == 1 and _pictures(opened)[0].text == "抄来的字"


def test_image_files_dropped_on_the_page_go_in_under_the_mouse_and_other_files_to_the_window(
    opened: MainWindow, settle: Callable[[], None], tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(png())
    (tmp_path / "b.txt").write_text("来稿")
    first = _into_text(opened)
    assert opened.session.issue and opened.session.layout
    opened.session.select(Place(next(opened.session.issue.articles()).title.id, 0))
    place = caret_at(opened.session.layout, Place(first.id, len(first.text)))
    assert place is not None
    on_page = QPointF(place.x_pt, (place.top + place.height / 2) / 20) * opened.pages.px_per_pt
    _drop(opened, opened.pages.page_corner(place.page) + on_page, _files(tmp_path / "a.png"))
    settle()
    assert next(opened.session.issue.articles()).paragraphs[1].picture
    target = opened.pages.viewport()
    other = _files(tmp_path / "b.txt")
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, other, Qt.MouseButton.LeftButton, _NO_KEYS)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()  # by the window


_NO_KEYS = Qt.KeyboardModifier.NoModifier


def _drop(window: MainWindow, point: QPointF, mime: QMimeData) -> None:
    target = window.pages.viewport()
    enter = QDragEnterEvent(point.toPoint(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, _NO_KEYS)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(point, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, _NO_KEYS))


def test_a_pixmap_is_decoded_off_the_paint_path_and_kept_by_size(dressed: QApplication, qtbot: QtBot) -> None:
    pixmaps = Pixmaps()
    found = image(90, 80, 60)
    assert pixmaps.pixmap(found, (40, 30)) is None  # the first look only asks
    qtbot.waitSignal(pixmaps.ready).wait()
    small = pixmaps.pixmap(found, (40, 30))
    assert small is not None and (small.width(), small.height()) == (40, 30)
    while_waiting = pixmaps.pixmap(found, (400, 300))  # no larger than the file is
    assert while_waiting is not None and while_waiting.width() == 40
    qtbot.waitUntil(lambda: not pixmaps.busy)
    large = pixmaps.pixmap(found, (400, 300))
    assert large is not None and large.width() == 80
    pixmaps.wait()


@pytest.mark.parametrize("orientation", [1, 6, 8, 5])
def test_a_photo_is_decoded_upright(dressed: QApplication, qtbot: QtBot, orientation: int) -> None:
    from app.model.image_file import image_of
    from app.ui.pixmaps import decoded

    found = image_of(jpeg(80, 60, orientation=orientation), "a.jpg")
    shown = decoded(found.data, (found.width_px, found.height_px))
    assert (shown.width(), shown.height()) == (found.width_px, found.height_px)


def test_thumbnails_show_pictures_once_they_are_decoded(window: MainWindow, qtbot: QtBot) -> None:
    window.session.open(prepare(pictured_bulletin(), Origin(), window.session.resolver))
    window.actions_["show_thumbnails"].trigger()
    layout, thumbnails = window.session.layout, window.outline.thumbnails
    assert layout is not None
    page = next(page for page in layout.pages if page.images)
    placed = page.images[0]

    def lightness() -> int:
        shown = thumbnails.picture(page.number - 1).toImage()
        scale = shown.width() / page.width_pt
        x, y = placed.x_pt + placed.width_pt / 2, placed.top_pt + placed.height_pt / 2
        return shown.pixelColor(round(x * scale), round(y * scale)).lightness()

    assert lightness() > 200, "a light box at first"
    qtbot.waitUntil(lambda: lightness() < 150)
    window.pages.pixmaps.wait()
