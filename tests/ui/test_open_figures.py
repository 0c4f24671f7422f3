"""A number and a date that are open: filled on the page and in the panel, printed on proofs, stopping a final export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.edit.state import Place
from app.model.issue import Masthead
from app.ui.asking import OpenAnswer
from app.ui.main_window import MainWindow
from app.ui.outline_nodes import MASTHEAD_KEY
from tests.ui.conftest import PreparedAsker
from tests.ui.signed import sign_at_once
from tests.ui.test_page_editor import click
from tests.ui.writing import commit

Settle = Callable[[], None]


def masthead(window: MainWindow) -> Masthead:
    assert window.session.issue is not None
    return window.session.issue.masthead


@pytest.fixture
def waiting(opened: MainWindow) -> MainWindow:
    """Number and date are open."""
    opened.outline.view.go_to(MASTHEAD_KEY)
    form = opened.inspector.masthead
    form._open_number.click()
    form._open_date.click()
    assert (masthead(opened).number.text, masthead(opened).date.text) == ("第　期", "2024年　月　日")
    return opened


@pytest.mark.parametrize("side", [1, 2])
def test_a_figure_typed_beside_the_blank_on_the_page_fills_it(waiting: MainWindow, qtbot: QtBot, side: int) -> None:
    pages = click(waiting, qtbot, Place(masthead(waiting).number.id, side))
    qtbot.keyClicks(pages, "12")
    assert masthead(waiting).number.text == "第12期"
    for _ in range(2):
        qtbot.keyClick(pages, Qt.Key.Key_Backspace)
    assert masthead(waiting).number.text == "第　期"


def test_a_date_is_filled_month_and_day_on_the_page(waiting: MainWindow, qtbot: QtBot) -> None:
    pages = click(waiting, qtbot, Place(masthead(waiting).date.id, 6))
    qtbot.keyClicks(pages, "3")
    waiting.session.select(Place(masthead(waiting).date.id, 7))
    commit(pages, "8")
    assert masthead(waiting).date.text == "2024年3月8日"


def test_the_panel_takes_a_figure_into_the_blank_too(waiting: MainWindow, qtbot: QtBot) -> None:
    field = waiting.inspector.masthead.number
    field.setFocus()
    field.setCursorPosition(2)
    qtbot.keyClicks(field, "7")
    assert masthead(waiting).number.text == field.text() == "第7期"


def test_an_open_figure_is_as_wide_as_two_figures(waiting: MainWindow) -> None:
    layout = waiting.session.layout
    assert layout is not None
    number = masthead(waiting).number.id
    line = next(found.lines[0] for found in layout.flow if found.block == number)
    run = line.runs[0]
    face = run.face
    assert run.xs[2] - run.xs[1] == pytest.approx(2 * face.advances["7"] * run.size_pt, abs=0.05 * run.size_pt)


def test_a_final_export_is_stopped_and_a_proof_copy_offered(
    waiting: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path
) -> None:
    asker.to_save = tmp_path / "样_清样.pdf"
    waiting.actions_["export_pdf"].trigger()
    settle()
    assert asker.asked == ["期号和日期还没有填，不能导出定稿；请先填写，或者导出清样。"]
    assert asker.proposed is not None and asker.proposed.name == "工作简报_清样.pdf"
    assert asker.to_save.is_file()


@pytest.mark.parametrize("answer", [OpenAnswer.FILL, OpenAnswer.CANCEL])
def test_instead_of_a_proof_copy_the_figures_are_filled_in_or_nothing_is_done(
    waiting: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path, answer: OpenAnswer
) -> None:
    asker.to_save = tmp_path / "样_清样.pdf"
    asker.open_answer = answer
    waiting.activateWindow()
    waiting.actions_["export_pdf"].trigger()
    settle()
    assert asker.proposed is None and not asker.to_save.exists()
    assert waiting.inspector.masthead.number.hasFocus() is (answer is OpenAnswer.FILL)


def test_a_filled_issue_is_exported_without_a_question(opened: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    sign_at_once(opened)
    asker.to_save = tmp_path / "定.pdf"
    opened.actions_["export_pdf"].trigger()
    settle()
    assert asker.asked == []
    assert asker.proposed is not None and asker.proposed.name == "工作简报第7期.pdf"


def test_the_proof_copy_prints_the_open_places_as_the_page_shows_them(
    waiting: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path
) -> None:
    from pypdfium2 import PdfDocument

    asker.to_save = tmp_path / "样_清样.pdf"
    waiting.actions_["export_pdf"].trigger()
    settle()
    document = PdfDocument(str(asker.to_save))
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "".join(text.split()).find("第期") >= 0
