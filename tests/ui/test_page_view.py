"""Pages are painted from frames at every zoom; only those in view; a point on a page is a character."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.layout.frames import Page
from app.ui.glyphs import GlyphPainter
from app.ui.hits import hit_page, marked_stretches
from app.ui.page_geometry import MARGIN_PX, Strip
from app.ui.page_painter import paint_page
from app.ui.page_view import PageView
from app.ui.zoom import ZOOM_STEPS, Fit, step_zoom
from tests.ui.layouts import WORDS, hand_layout


@pytest.fixture
def view(dressed: QApplication, qtbot: QtBot) -> PageView:
    made = PageView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.show_layout(hand_layout(12))
    return made


def painted(page: Page, px_per_pt: float, ratio: float = 1.0) -> QImage:
    size = (round(page.width_pt * px_per_pt * ratio), round(page.height_pt * px_per_pt * ratio))
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    paint_page(painter, page, GlyphPainter(), px_per_pt, QRectF(0, 0, page.width_pt * px_per_pt, page.height_pt * px_per_pt))
    painter.end()
    return image


def ink(image: QImage, left: int, top: int, width: int, height: int) -> float:
    """The mean darkness of a part of an image, 0 white to 1 black."""
    part = image.copy(left, top, width, height).convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = bytes(part.constBits())
    rows = [pixels[row * part.bytesPerLine() : row * part.bytesPerLine() + width] for row in range(height)]
    return 1 - sum(map(sum, rows)) / (255 * width * height)


@pytest.mark.parametrize(("px_per_pt", "ratio"), [(0.5, 1.0), (4 / 3, 1.0), (4 / 3, 2.0), (3.0, 1.0), (16 / 3, 1.0)])
def test_text_is_painted_at_every_size_and_ratio(dressed: QApplication, px_per_pt: float, ratio: float) -> None:
    """Among them sizes above 64 device pixels, where a raw font of Qt's own paints nothing."""
    page = hand_layout(1).pages[0]
    image = painted(page, px_per_pt, ratio)
    scale = px_per_pt * ratio
    title = page.lines[0]
    body = page.lines[3]
    for placed, least, most in ((title, 0.04, 0.5), (body, 0.04, 0.4)):
        line = placed.line
        size = line.runs[0].size_pt
        top = placed.baseline / 20 - size * 0.85
        box = [round(value * scale) for value in (line.x_pt, top, line.end_x_pt - line.x_pt, size)]
        assert least < ink(image, *box) < most
    above = round((page.lines[0].baseline / 20 - 70) * scale)
    assert ink(image, 0, 0, image.width(), max(1, above)) == 0
    rule = page.rules[0]
    at = QPoint(round((rule.x_pt + 100) * scale), int((rule.top_pt + rule.thickness_pt / 2) * scale))
    assert image.pixelColor(at) == QColor("#FF0000")


def test_bold_is_darker(dressed: QApplication) -> None:
    page = hand_layout(1).pages[0]
    placed = page.lines[3]
    run = placed.line.runs[0]
    bold = page._replace(lines=(placed._replace(line=placed.line._replace(runs=(run._replace(bold=True),))),), rules=())
    plain = page._replace(lines=(placed,), rules=())
    size = (round(page.width_pt * 2), round(page.height_pt * 2))
    assert ink(painted(bold, 2.0), 0, 0, *size) > 1.2 * ink(painted(plain, 2.0), 0, 0, *size)


def test_a_thousand_pages_are_places_not_objects() -> None:
    strip = Strip(1000, 595.3, 841.9, 4 / 3)
    assert strip.page_at(0, strip.top(567) + 5) == 567
    assert list(strip.visible(strip.top(10) + 3, 600)) == [10]
    assert list(strip.visible(strip.top(10) - 100, 300)) == [9, 10]
    assert replace(strip, view_width=838).fit_width() * strip.width_pt == pytest.approx(838 - 2 * MARGIN_PX)
    assert Strip(0, 595.3, 841.9, 1.0).visible(0, 500) == range(0)


def test_only_pages_in_view_are_looked_at(view: PageView) -> None:
    assert [page.number for page in view.visible_pages()] == [1]
    view.show_page(7)
    assert 7 in [page.number for page in view.visible_pages()]
    assert view.page == 7


def test_zoom_by_wheel_keeps_the_point_under_the_pointer(view: PageView) -> None:
    view.show_page(3)
    point = QPointF(400, 300)
    before = view.hit(point)
    event = QWheelEvent(
        point,
        view.mapToGlobal(point),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    zoom = view.zoom
    view.wheelEvent(event)
    assert view.zoom > zoom
    assert view.fit is Fit.FREE
    after = view.hit(point)
    assert before is not None and after is not None
    assert before.block == after.block


def test_fit_width_and_page_follow_the_window(view: PageView) -> None:
    view.set_fit(Fit.WIDTH)
    wide = view.zoom
    view.resize(1000, 600)
    assert view.zoom > wide
    view.set_fit(Fit.PAGE)
    assert view.zoom < wide
    view.set_zoom(1.0)
    view.resize(900, 600)
    assert view.zoom == 1.0


def test_zoom_steps_stay_within_bounds() -> None:
    assert step_zoom(1.0, 1) == 1.1
    assert step_zoom(0.93, -1) == 0.9
    assert step_zoom(4.0, 1) == ZOOM_STEPS[-1]
    assert step_zoom(0.1, -1) == ZOOM_STEPS[0]


def test_a_point_is_a_character_and_a_contents_line_leads_on(view: PageView, qtbot: QtBot) -> None:
    page = hand_layout(1).pages[0]
    placed = page.lines[5]
    hit = hit_page(page, placed.line.x_pt + 16 * 4 + 3, placed.baseline / 20)
    assert hit is not None and (hit.block, hit.offset) == (placed.line.block, 4)
    hit = hit_page(page, placed.line.x_pt + 16 * 4 + 13, placed.baseline / 20)
    assert hit is not None and hit.offset == 5
    end = hit_page(page, 590, placed.baseline / 20)
    assert end is not None and end.offset == len(WORDS[:27])
    view.set_zoom(1.0)
    scale = 96 / 72
    left = view._strip.left(0)
    title = page.lines[0]
    at = QPoint(round(left + (title.line.x_pt + 20) * scale), round(MARGIN_PX + (title.baseline / 20 - 10) * scale))
    with qtbot.waitSignal(view.link_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clicked.args == [101]


def test_stretches_of_an_article_are_joined() -> None:
    page = hand_layout(1).pages[0]
    blocks = frozenset(placed.line.block for placed in page.lines[2:5])
    assert marked_stretches(page, blocks) == [(page.lines[2].top, page.lines[4].top + page.lines[4].line.height)]
    assert marked_stretches(page, frozenset()) == []


def test_a_face_that_qt_cannot_reach_is_traced(dressed: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another file may answer to its family and style; the outlines then come from the font file itself."""
    page = hand_layout(1).pages[0]
    size = (round(page.width_pt * 3), round(page.height_pt * 3))
    by_qt = ink(painted(page, 3.0), 0, 0, *size)
    monkeypatch.setattr("app.ui.glyphs._registered", lambda face: None)
    traced = ink(painted(page, 3.0), 0, 0, *size)
    assert by_qt < traced < 1.25 * by_qt, "Qt lightens small text a little, outlines are what they are"
