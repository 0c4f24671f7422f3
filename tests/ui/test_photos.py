"""Photos and scans of a proof beside the pages: taken in small and bare, following the words, turned, zoomed, put to another page."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.desk.publish import Task
from app.edit.state import Place
from app.errors import UserError
from app.ui.main_window import MainWindow
from app.ui.photo_file import LONGEST_PX, photos_in
from tests.model import pictures
from tests.ui.conftest import PreparedAsker
from tests.ui.penned import long_bulletin, sentence
from tests.ui.test_proofs import print_proof

Settle = Callable[[], None]


def photo(path: Path, colour: str = "white", size: tuple[int, int] = (600, 800)) -> Path:
    """A photo all of one colour but for a black corner, upper left."""
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 4, size[1] // 4), "black")
    image.save(path)
    return path


def colour_of(jpeg: bytes | Path) -> str:
    """red, green, blue, white: what most of a photo is."""
    with Image.open(BytesIO(jpeg) if isinstance(jpeg, bytes) else jpeg) as image:
        values = image.getpixel((image.width * 3 // 4, image.height * 3 // 4))
        assert isinstance(values, tuple)
        return "white" if min(values) > 200 else ("red", "green", "blue")[values.index(max(values))]


@pytest.fixture
def proofed(window: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> MainWindow:
    """A bulletin of six pages of which 一校 was printed."""
    window.files.new_composed(long_bulletin(), None)
    settle()
    print_proof(window, settle, asker, tmp_path / "一校.pdf", "一校")
    window.activateWindow()
    return window


@pytest.fixture
def photographed(proofed: MainWindow, settle: Settle, tmp_path: Path) -> MainWindow:
    """... with photos of pages 2 (red) and 3 (blue)."""
    proofed.pages.show_page(2)
    proofed.pens.photos._page = 2
    proofed.pens.photos.take([photo(tmp_path / "1.jpg", "red"), photo(tmp_path / "2.png", "blue")])
    settle()
    return proofed


def shown(window: MainWindow) -> str:
    """The colour of the photo that is seen, and its page; "" without one."""
    pane = window.pens.photos.pane
    if not pane.isVisible() or pane.stack.currentWidget() is not pane.view:
        return ""
    image: QImage = pane.view._item.pixmap().toImage()
    colour = image.pixelColor(image.width() * 3 // 4, image.height() * 3 // 4)
    names = {"red": colour.red(), "blue": colour.blue(), "green": colour.green()}
    return f"{max(names, key=lambda name: names[name])} {pane.page.value()}"


def test_photos_are_asked_for_and_lie_beside_the_page(
    proofed: MainWindow, qtbot: QtBot, settle: Settle, asker: PreparedAsker, tmp_path: Path
) -> None:
    pane = proofed.pens.photos.pane
    assert not pane.isVisible() and proofed.outline.isVisible()
    proofed.pages.show_page(3)
    proofed.pens.photos._page = 3
    asker.to_open = [photo(tmp_path / "微信图片.jpg", "red")]
    proofed.actions_["add_photos"].trigger()
    settle()
    assert shown(proofed) == "red 3" and "清样第 3 页旁边" in proofed.bar.text and "不进简报文件" in proofed.bar.text
    assert not proofed.outline.isVisible(), "a small window makes room"
    qtbot.waitUntil(lambda: min(pane.width(), proofed.pages.width()) > 400)
    assert proofed.width() == 1366
    proofed.actions_["show_photos"].trigger()
    assert not pane.isVisible() and proofed.outline.isVisible()


def test_the_photo_is_that_of_the_words_in_view(photographed: MainWindow, qtbot: QtBot) -> None:
    assert shown(photographed) == "red 2"
    photographed.pages.show_page(3)
    qtbot.waitUntil(lambda: shown(photographed) == "blue 3")
    photographed.pages.show_page(5)
    qtbot.waitUntil(lambda: not shown(photographed))
    assert "清样第 5 页还没有照片" in photographed.pens.photos.pane.nothing.text()


def test_it_follows_the_words_after_they_moved(photographed: MainWindow, qtbot: QtBot) -> None:
    issue = photographed.session.issue
    assert issue is not None
    first = next(issue.articles()).paragraphs[0]
    photographed.pages.edit_at(Place(first.id, len(first.text)))
    photographed.pages.type("".join(sentence(900 + number) for number in range(22)))
    desk = photographed.pens.desk
    desk.add("3.20", "张主任", "")
    desk.go(1)
    layout = photographed.session.layout
    assert layout is not None
    qtbot.waitUntil(lambda: photographed.pages.page == 4)
    qtbot.wait(300)
    assert shown(photographed) == "blue 3", "the words of the proof's page 3 are on page 4 now"


def test_a_photo_is_turned_and_stays_so(photographed: MainWindow, tmp_path: Path) -> None:
    pane = photographed.pens.photos.pane
    before = pane.view.sceneRect()
    pane.turn_asked.emit()
    after = pane.view.sceneRect()
    assert (round(after.width()), round(after.height())) == (round(before.height()), round(before.width()))
    assert photographed.pens.desk.notes.photos[0].turned == 90
    for _ in range(3):
        pane.turn_asked.emit()
    assert photographed.pens.desk.notes.photos[0].turned == 0


def test_it_is_zoomed_fitted_and_moved(photographed: MainWindow, qtbot: QtBot) -> None:
    view = photographed.pens.photos.pane.view
    fitted = view.transform().m11()
    assert abs(view.sceneRect().width() * fitted - view.viewport().width()) < 2
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.transform().m11() > fitted * 1.5 and not view.fitted
    across = view.horizontalScrollBar().value()
    middle = view.viewport().rect().center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(view.viewport(), middle - QPoint(60, 0))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=middle - QPoint(60, 0))
    assert view.horizontalScrollBar().value() >= across
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.fitted and abs(view.transform().m11() - fitted) < 0.001


def test_a_photo_put_to_another_page_changes_places(photographed: MainWindow) -> None:
    pane = photographed.pens.photos.pane
    pane.page.setValue(3)
    assert shown(photographed) == "red 3"
    notes = photographed.pens.desk.notes
    assert sorted(one.page for one in notes.photos) == [2, 3]
    pane.page.setValue(6)
    assert sorted(one.page for one in photographed.pens.desk.notes.photos) == [2, 6]


def test_a_photo_taken_away_is_gone_from_the_disk(photographed: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "settings" / "proofs"
    assert len(list(folder.rglob("*.jpg"))) == 2
    photographed.pens.photos.pane.remove_asked.emit()
    assert len(list(folder.rglob("*.jpg"))) == 1 and not shown(photographed)
    photographed.actions_["clear_traces"].trigger()
    assert not list(folder.rglob("*.jpg"))


def test_photos_leave_with_no_file(photographed: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    asker.to_save = tmp_path / "七.jianbao"
    assert photographed.files.save()
    settle()
    assert b".jpg" not in (tmp_path / "七.jianbao").read_bytes()


def test_a_scan_lies_beside_all_its_pages(proofed: MainWindow, settle: Settle, tmp_path: Path) -> None:
    scan = tmp_path / "扫描件.pdf"
    pages = [Image.new("RGB", (400, 560), colour) for colour in ("white", "red", "blue", "green", "red", "blue", "red")]
    pages[0].save(scan, save_all=True, append_images=pages[1:])
    proofed.pens.photos.take([scan])
    settle()
    assert [one.page for one in proofed.pens.desk.notes.photos] == [1, 2, 3, 4, 5, 6]
    assert "清样只有 6 页，多的 1 张没有放" in proofed.bar.text
    folder = proofed.proofs.kept[0].file.parent
    assert [colour_of(folder / one.name) for one in proofed.pens.desk.notes.photos][:4] == ["white", "red", "blue", "green"]


def test_without_a_proof_there_is_nowhere_to_lay_it(window: MainWindow, settle: Settle) -> None:
    window.files.new_composed(long_bulletin(), None)
    settle()
    window.actions_["add_photos"].trigger()
    assert "还没有打印过清样" in window.bar.text


# Files


def read(path: Path) -> list[bytes]:
    return list(photos_in(path, Task()))


def test_a_huge_photo_comes_in_small(tmp_path: Path) -> None:
    path = tmp_path / "IMG_0001.jpg"
    Image.new("RGB", (8000, 6000), "white").save(path)
    (jpeg,) = read(path)
    with Image.open(BytesIO(jpeg)) as image:
        assert max(image.size) == LONGEST_PX and image.size == (2400, 1800)
    assert len(jpeg) < 2**20


def test_it_lies_as_the_phone_was_held_and_tells_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "IMG.jpg"
    image = Image.new("RGB", (3200, 2400), "white")
    ImageDraw.Draw(image).rectangle((0, 0, 800, 600), "black")
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "SecretPhone"
    image.save(path, exif=exif, comment="SecretComment")
    (jpeg,) = read(path)
    with Image.open(BytesIO(jpeg)) as upright:
        assert upright.size == (1800, 2400)
        assert sum(upright.getpixel((1700, 100))) < 60, "what was left is on the right now"  # type: ignore[arg-type]
        assert not upright.getexif()
    assert b"Secret" not in jpeg


def test_the_words_in_a_png_do_not_come_along(tmp_path: Path) -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Author", "SecretName")
    path = tmp_path / "屏幕.png"
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(path, pnginfo=info)
    (jpeg,) = read(path)
    assert b"Secret" not in jpeg and colour_of(jpeg) == "white"


@pytest.mark.parametrize(
    ("name", "data", "sentence_"),
    [
        ("照片.heic", b"\0\0\0\x18ftypheic" + bytes(64), "是 HEIC 图片"),
        ("照片.jpg", b"", "不是 PNG 或 JPEG 图片"),
        ("照片.jpg", pictures.jpeg(400, 300)[:200], "不完整或已损坏"),
        ("说明.txt", "张主任".encode(), "不是 PNG 或 JPEG 图片"),
        ("扫描件.pdf", b"%PDF-1.7\n", "打不开，可能已损坏"),
    ],
)
def test_a_bad_file_is_one_sentence_that_names_it(tmp_path: Path, name: str, data: bytes, sentence_: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UserError, match=sentence_) as told:
        read(path)
    assert name in told.value.sentence


def test_a_file_that_is_gone_is_told_in_the_bar(proofed: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    proofed.pens.photos.take([tmp_path / "没有.jpg"])
    qtbot.waitUntil(lambda: "没有.jpg" in proofed.bar.text)
    assert not proofed.pens.desk.notes.photos
