"""The picture in the place of the bulletin's name: chosen in the panel, shown on the page, taken away, each a step to undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.outline_nodes import MASTHEAD_KEY
from tests.model.pictures import png
from tests.ui.conftest import PreparedAsker


def _chosen(window: MainWindow, asker: PreparedAsker, settle: Callable[[], None], path: Path, data: bytes) -> None:
    path.write_bytes(data)
    asker.to_open = [path]
    window.inspector.show_key(MASTHEAD_KEY)
    window.inspector.masthead.picture.choose.click()
    settle()


def test_it_is_chosen_sized_and_taken_away_in_steps_that_undo(
    opened: MainWindow, asker: PreparedAsker, settle: Callable[[], None], tmp_path: Path
) -> None:
    before = opened.session.issue
    title = opened.windowTitle()
    field = opened.inspector.masthead.picture
    _chosen(opened, asker, settle, tmp_path / "题字.png", png(120, 30))
    assert opened.session.issue and opened.session.layout and before
    assert opened.session.issue.masthead.picture and len(opened.session.layout.pages[0].images) == 1
    assert opened.session.undo_label == "改报头图片"
    assert opened.windowTitle().replace("*", "") == title.replace("*", "")  # the name stays the name
    opened.inspector.refresh()
    assert field.width_mm.isVisible() and field.width_mm.value() == 120.0
    field.width_mm.setValue(100.0)
    assert opened.session.issue.masthead.picture.width_mm == 100.0
    field.remove.click()
    assert opened.session.issue.masthead.picture is None
    opened.inspector.refresh()
    assert not field.width_mm.isVisible() and not field.remove.isVisible()
    for _ in range(3):
        opened.session.undo()
    assert opened.session.issue == before


def test_a_file_that_cannot_be_used_is_said_and_nothing_changes(
    opened: MainWindow, asker: PreparedAsker, settle: Callable[[], None], tmp_path: Path
) -> None:
    _chosen(opened, asker, settle, tmp_path / "题字.png", b"GIF89a")
    assert "另存为 PNG 或 JPEG" in opened.bar.text
    assert opened.session.issue and opened.session.issue.masthead.picture is None


def test_a_click_on_it_goes_to_the_text_nearest_and_chooses_no_picture(
    opened: MainWindow, asker: PreparedAsker, settle: Callable[[], None], tmp_path: Path, qtbot: QtBot
) -> None:
    _chosen(opened, asker, settle, tmp_path / "题字.png", png(120, 30))
    assert opened.session.layout and opened.session.issue
    (placed,) = opened.session.layout.pages[0].images
    corner, scale = opened.pages.page_corner(1), opened.pages.px_per_pt
    at = QPoint(round(corner.x() + (placed.x_pt + 20) * scale), round(corner.y() + (placed.top_pt + placed.height_pt / 2) * scale))
    qtbot.mouseClick(opened.pages.viewport(), Qt.MouseButton.LeftButton, pos=at)
    state = opened.session.state
    assert state and state.selection and state.selection.head.block == opened.session.issue.masthead.number.id
    assert opened.pictures.tool.chosen is None
