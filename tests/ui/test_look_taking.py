"""从现有简报取版式: a file is chosen, what was found is looked through beside both pages, changed, and saved as the user's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.desk.templates import template_named
from app.errors import UserError
from app.model.template_fields import value_of
from app.ui.look_dialog import LookDialog
from app.ui.main_window import MainWindow
from tests.desk.look import clerks
from tests.ui.conftest import PreparedAsker

SETTLED_MS = 20_000


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data in a folder of the test's own."""
    monkeypatch.setenv("BIANBAO_DATA", str(tmp_path / "data"))
    return tmp_path / "data" / "templates"


@pytest.fixture
def dialog(window: MainWindow, asker: PreparedAsker, settle: Callable[[], None], tmp_path: Path, qtbot: QtBot) -> Iterator[LookDialog]:
    """What was found in a clerk's file."""
    file = tmp_path / "第7期.docx"
    file.write_bytes(clerks.with_blanks())
    asker.to_open = [file]
    window.actions_["take_look"].trigger()
    settle()
    made = window.month.look_taking.dialog
    assert made is not None
    qtbot.waitUntil(lambda: not made.pages.busy and made.pages.ours is not None, timeout=SETTLED_MS)
    yield made
    window.month.look_taking.wait()


def row(dialog: LookDialog, key: str) -> QModelIndex:
    """The cell of a value."""
    return dialog.values._items[key][1].index()


def words(dialog: LookDialog, key: str) -> list[str]:
    """The cells of a value's row."""
    at = row(dialog, key)
    return [str(at.sibling(at.row(), column).data()) for column in range(1, 4)]


def write(dialog: LookDialog, key: str, text: str, qtbot: QtBot) -> None:
    """Write over a value as a person does."""
    at = row(dialog, key)
    dialog.values.setCurrentIndex(at)
    dialog.values.edit(at)
    line = dialog.values.findChildren(QLineEdit)[-1]  # an earlier one waits to be deleted
    line.selectAll()
    line.insert(text)  # Qt's tests know no key for Chinese
    qtbot.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()  # the delegate takes it over when the key has been dealt with


def test_every_value_says_how_it_was_come_by_and_both_pages_show(dialog: LookDialog) -> None:
    assert words(dialog, "paper.left_mm") == ["28 毫米", "读到", "页面设置"]
    assert words(dialog, "grid.characters")[:2] == ["27 字", "推算"]
    assert words(dialog, "masthead.rule.width_pt")[:2] == ["1 磅", "估计"]
    assert words(dialog, "body.gap_em") == ["0.2 字", "默认", "版式“工作简报”的值"]
    assert "读到" in dialog.told.text() and "默认" in dialog.told.text()
    assert dialog.pages.ours is not None and dialog.pages.our_view.page is dialog.pages.ours.pages[0]
    assert len(dialog.pages.theirs) == 3 and "示意" in dialog.pages.their_name.text()
    dialog.pages.turn(1)
    assert dialog.pages.their_view.page is dialog.pages.theirs[1]


def test_only_what_was_not_read_is_shown_where_that_is_wished(dialog: LookDialog) -> None:
    dialog.only.setChecked(True)
    values = dialog.values
    read, guessed = row(dialog, "paper.left_mm"), row(dialog, "grid.characters")
    assert values.isRowHidden(read.row(), read.parent()) and not values.isRowHidden(guessed.row(), guessed.parent())
    assert values.isRowHidden(read.parent().row(), QModelIndex())  # nothing of that group is left
    dialog.only.setChecked(False)
    assert not values.isRowHidden(read.row(), read.parent())


def test_a_value_is_written_over_undone_and_refused_in_words(dialog: LookDialog, qtbot: QtBot) -> None:
    before = dialog.pages.ours
    write(dialog, "grid.lines", "20", qtbot)
    assert words(dialog, "grid.lines")[:2] == ["20 行", "自己改的"]
    qtbot.waitUntil(lambda: dialog.pages.ours is not before and not dialog.pages.busy, timeout=SETTLED_MS)
    write(dialog, "grid.lines", "200", qtbot)
    assert dialog.bar.text == "“每面行数”要在 20 到 26 行之间。"
    assert words(dialog, "grid.lines")[0] == "20 行"
    dialog.undo.click()
    assert words(dialog, "grid.lines")[:2] == ["22 行", "推算"] and not dialog.undo.isEnabled()
    write(dialog, "grid.pitch_pt", "28.5 磅", qtbot)  # of a number a nought may mean something, and any number may be written
    assert words(dialog, "grid.pitch_pt")[:2] == ["28.5 磅", "自己改的"]
    write(dialog, "faces.digits", "随正文", qtbot)
    assert words(dialog, "faces.digits")[0] == "随正文" and dialog.draft.template.faces.digits == "body"
    write(dialog, "contents.bullet", "●", qtbot)
    assert words(dialog, "contents.bullet")[0] == "●"


def test_it_is_saved_as_the_user_s_own_under_a_name(dialog: LookDialog, asker: PreparedAsker, window: MainWindow, own_folder: Path) -> None:
    asker.name = "创城简报"
    dialog.save.click()
    assert asker.asked[-1] == "存为自己的版式：云河市创建文明城市工作简报"
    template = template_named("创城简报")
    assert value_of(template, "masthead.lines.2.size_pt") == 60.0 and list(own_folder.glob("*.toml"))
    assert "创城简报" in window.bar.text and not dialog.isVisible()


def test_closing_asks_for_what_was_changed_alone(dialog: LookDialog, asker: PreparedAsker, qtbot: QtBot) -> None:
    asked = len(asker.asked)
    write(dialog, "grid.lines", "21", qtbot)
    asker.agrees = False
    dialog.shut.click()
    assert len(asker.asked) == asked + 1 and dialog.isVisible()
    dialog.undo.click()
    dialog.shut.click()
    assert len(asker.asked) == asked + 1 and not dialog.isVisible()


def test_it_goes_on_in_the_editor_of_templates_with_what_was_changed(dialog: LookDialog, window: MainWindow, qtbot: QtBot) -> None:
    write(dialog, "grid.lines", "20", qtbot)
    dialog.tune.click()
    editor = window.month.templates.dialog
    assert editor is not None and editor.slot.kind == "found" and editor.slot.draft is not None
    assert value_of(editor.slot.draft.template, "grid.lines") == 20
    assert editor.slot.draft.notes["paper.left_mm"].how == "read"
    window.month.templates.wait()


def test_the_original_is_printed_by_another_program_only_when_asked(
    dialog: LookDialog, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def refuse(_taken: object, _cancelled: object) -> None:
        asked.append("")
        raise UserError("LibreOffice 没能打开原件。")

    monkeypatch.setattr("app.ui.look_pages.printed_pages", refuse)
    assert asked == []
    dialog.pages.print.setEnabled(True)
    dialog.pages.print.click()
    qtbot.waitUntil(lambda: not dialog.pages.busy, timeout=SETTLED_MS)
    assert asked == [""] and dialog.bar.text == "LibreOffice 没能打开原件。"
    assert "示意" in dialog.pages.their_name.text() and dialog.pages.print.isEnabled()


def test_a_file_that_is_no_bulletin_gets_one_sentence(
    window: MainWindow, asker: PreparedAsker, settle: Callable[[], None], tmp_path: Path
) -> None:
    file = tmp_path / "信.docx"
    file.write_bytes(clerks.letter())
    asker.to_open = [file]
    window.actions_["take_look"].trigger()
    settle()
    assert window.month.look_taking.dialog is None
    assert "没有认出" in window.bar.text
