"""What goes to paper and comes back - printing, 花脸稿, a review, 过稿 - by keys alone, in the dark, and on a small screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QFormLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import style
from app.ui.colours import DARK, LIGHT
from app.ui.main_window import MainWindow
from app.ui.versions_dialog import VersionsDialog
from tests.exporters.docx.reviewer import Reviewer
from tests.ui.conftest import PreparedAsker
from tests.ui.penned import long_bulletin
from tests.ui.test_print import asked
from tests.ui.test_proofs import print_proof
from tests.ui.test_review import sent, taken

Settle = Callable[[], None]
SCREEN_HEIGHT_PX = 728
KINDS = ("print", "redline", "review")


@pytest.fixture(autouse=True)
def light_again(dressed: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    style.dress(dressed, dark=False)


@pytest.fixture
def proofed(window: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> MainWindow:
    window.files.new_composed(long_bulletin(), None)
    settle()
    print_proof(window, settle, asker, tmp_path / "一校.pdf", "一校")
    window.activateWindow()
    return window


@pytest.fixture
def opened_dialog(proofed: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> Iterator[Callable[[str], QDialog]]:
    """Opens a dialog by its name; it is closed again."""
    made: list[QDialog] = []

    def open_dialog(kind: str) -> QDialog:
        if kind == "print":
            made.append(asked(proofed))
        elif kind == "redline":
            proofed.actions_["redline"].trigger()
            made.append(next(one for one in proofed.findChildren(VersionsDialog) if one.isVisible()))
        else:
            path = sent(proofed, settle, asker, tmp_path)
            reviewer = Reviewer(path.read_bytes())
            reviewer.tracked_insert("本月办了第一百零二件", "（东片）")
            path.write_bytes(reviewer.data())
            made.append(taken(proofed, settle, asker, path))
        return made[-1]

    yield open_dialog
    for dialog in made:
        dialog.reject()


def stops(dialog: QWidget) -> list[QWidget]:
    """The widgets that Tab comes to, from the first on and round to it again."""
    found: list[QWidget] = []
    widget = dialog.nextInFocusChain()
    while widget is not None and widget is not dialog:
        part = widget.objectName().startswith("qt_")  # the field within a spin box
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled() and not part:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def name_of(widget: QWidget) -> str:
    """What a voice says of it: its own name, its words, or those of the form's label."""
    parent = widget.parentWidget()
    form = parent.findChild(QFormLayout) if parent is not None else None
    label = form.labelForField(widget) if form is not None else None
    own = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or own or (label.property("text") if label is not None else "")


def mostly(image: QImage) -> int:
    """The lightness of a dialog's ground, along its left edge."""
    values = sorted(image.pixelColor(4, y).lightness() for y in range(6, image.height() - 6, 3))
    return values[len(values) // 2]


@pytest.mark.parametrize("kind", KINDS)
def test_keys_reach_everything_and_escape_leaves(opened_dialog: Callable[[str], QDialog], qtbot: QtBot, kind: str) -> None:
    dialog = opened_dialog(kind)
    controls = stops(dialog)
    assert [widget for widget in controls if not name_of(widget)] == []
    dialog.activateWindow()
    controls[0].setFocus()
    qtbot.waitUntil(controls[0].hasFocus)
    met: list[QWidget] = []
    for _ in controls:
        focus = QApplication.focusWidget()
        assert focus is not None
        met.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert set(map(id, met)) == set(map(id, controls)), "Tab goes round through all of them"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_dialogs_are_light_or_dark_as_the_window_is(
    proofed: MainWindow, opened_dialog: Callable[[str], QDialog], kind: str, dark: bool
) -> None:
    proofed.actions_["theme_dark" if dark else "theme_light"].trigger()
    dialog = opened_dialog(kind)
    ground = mostly(dialog.grab().toImage())
    assert ground < 80 if dark else ground > 230
    for combo in dialog.findChildren(QComboBox):
        assert combo.palette().text().color() == QColor((DARK if dark else LIGHT).text)


@pytest.mark.parametrize("kind", KINDS)
def test_dialogs_fit_a_small_screen(opened_dialog: Callable[[str], QDialog], kind: str) -> None:
    dialog = opened_dialog(kind)
    assert dialog.height() <= SCREEN_HEIGHT_PX and dialog.width() <= 1366
    assert dialog.minimumSizeHint().height() <= SCREEN_HEIGHT_PX


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_panel_of_pen_changes_and_the_photos_are_dark_with_the_window(proofed: MainWindow, qtbot: QtBot, dark: bool) -> None:
    proofed.actions_["theme_dark" if dark else "theme_light"].trigger()
    proofed.actions_["pens"].trigger()
    proofed.pens.desk.add("3.12", "张主任", "改一个字")
    proofed.actions_["show_photos"].trigger()
    for widget in (proofed.pens.panel, proofed.pens.panel.view, proofed.pens.photos.pane):
        image = widget.grab().toImage()
        grounds = sorted(image.pixelColor(x, y).lightness() for x in range(3, image.width(), 7) for y in range(3, image.height(), 7))
        assert grounds[len(grounds) // 2] < 80 if dark else grounds[len(grounds) // 2] > 230
        inks = {image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())}
        assert max(inks) > 180 if dark else min(inks) < 120, "words stand out from it"


def test_the_panel_is_gone_through_by_tab_and_by_f6(proofed: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(proofed, Qt.Key.Key_F11)
    panel = proofed.pens.panel
    qtbot.waitUntil(panel.place.hasFocus)
    met = []
    for _ in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        met.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert met == [
        panel.place,
        panel.person.lineEdit() if panel.person.lineEdit() in met else panel.person,
        panel.wish,
        panel.enter_button,
        panel.order,
    ]
    proofed.actions_["show_photos"].trigger()
    panel.place.setFocus()
    seen = []
    for _ in range(6):
        proofed.actions_["next_pane"].trigger()
        focus = QApplication.focusWidget()
        seen.append(focus)
    assert proofed.pages in seen
    assert any(focus is not None and proofed.pens.photos.pane.isAncestorOf(focus) for focus in seen)
    assert any(focus is not None and proofed.inspector.isAncestorOf(focus) for focus in seen)
