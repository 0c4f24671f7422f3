"""Light and dark chrome round white pages: chosen, remembered, readable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from app import paths
from app.ui import icons, style
from app.ui.colours import DARK, LIGHT, Colours, is_dark
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.settings import SettingsFile


@pytest.fixture(autouse=True)
def light_again(dressed: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    style.dress(dressed, dark=False)


def contrast(one: str, other: str) -> float:
    """The ratio of two colours' luminances, as WCAG counts it."""

    def luminance(name: str) -> float:
        parts = [value / 255 for value in QColor(name).getRgb()[:3]]  # type: ignore[operator]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_every_ground(colours: Colours) -> None:
    for ground in ("panel", "base", "alternate", "tint", "hover", "error_bar", "warning_bar", "info_bar", "done_bar", "doubt"):
        assert contrast(colours.text, getattr(colours, ground)) >= 7, ground
    for ground in ("panel", "base"):
        for ink in ("quiet", "accent", "warning", "error", "done"):
            assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5, (ink, ground)
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert contrast(colours.accent_strong, colours.tint) >= 4.5


def test_the_style_sheet_knows_no_colours_of_its_own() -> None:
    for colours in (LIGHT, DARK):
        left = style.style_sheet(colours)
        for colour in sorted(set(asdict(colours).values())):
            left = left.replace(colour, "")
        assert "#FF" not in left and "$" not in left
    assert Path(paths.resources() / "icons" / "chevron_down_dark.svg").is_file()


def test_dark_is_chosen_seen_and_remembered(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    pages = opened.pages
    pages.show_page(1)
    sheet = pages.sheet(0).center().toPoint()
    white = pages.viewport().grab().toImage().pixelColor(sheet.x(), 40)
    assert white == QColor("white")
    opened.actions_["theme_dark"].trigger()
    assert is_dark(QGuiApplication.palette())
    assert pages.viewport().grab().toImage().pixelColor(sheet.x(), 40) == white
    assert pages.viewport().grab().toImage().pixelColor(2, 60) == QColor(DARK.desk)
    assert opened.outline.grab().toImage().pixelColor(4, 300).lightness() < 80
    again = MainWindow(Memory(SettingsFile(tmp_path / "settings" / "settings.json")), opened.asker)
    qtbot.addWidget(again)
    assert again.actions_["theme_dark"].isChecked()
    opened.actions_["theme_light"].trigger()
    assert not is_dark(QGuiApplication.palette())


def test_icons_are_drawn_anew_in_light_ink(opened: MainWindow) -> None:
    button = next(b for b in opened.findChildren(QToolButton) if b.defaultAction() is opened.actions_["open"])
    before = lightness(button.icon())
    opened.actions_["theme_dark"].trigger()
    assert lightness(button.icon()) > before + 60
    assert lightness(button.icon(), QIcon.Mode.Disabled, alpha=True) < lightness(button.icon(), alpha=True)
    opened.actions_["theme_light"].trigger()
    assert lightness(button.icon()) == before


def test_a_tinted_icon_is_sharp_on_dense_screens(dressed: QApplication) -> None:
    style.dress(dressed, dark=True)
    for size, ratio in ((18, 1.0), (20, 1.25), (20, 1.5), (18, 1.75), (20, 2.0)):
        assert icons.icon("save").actualSize(QSize(size, size) * ratio).width() >= size * ratio - 1


def lightness(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, *, alpha: bool = False) -> int:
    """The lightest ink of an icon, or how dense it is at the most."""
    image: QImage = icon.pixmap(QSize(20, 20), 1.0, mode).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixel.alpha() if alpha else pixel.lightness() for pixel in pixels if pixel.alpha() > 40)
