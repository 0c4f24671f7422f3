"""A printed proof is kept: its pages and lines are found after later changes, which stand in the margin; scenario 8."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2

from app.edit.state import Place
from app.layout.caret import caret_at
from app.layout.goto import spot_of
from app.ui.main_window import MainWindow
from tests.ui.conftest import PreparedAsker
from tests.ui.test_print import asked, press

Settle = Callable[[], None]


def print_proof(window: MainWindow, settle: Settle, asker: PreparedAsker, path: Path, round_: str) -> None:
    dialog = asked(window)
    dialog.proof.setCurrentText(round_)
    asker.to_save = path
    press(dialog, "导出印刷用 PDF…")
    settle()
    dialog.reject()


def change_page_two(window: MainWindow) -> Place:
    """Put many words at the head of a paragraph; where words stood that are now further down."""
    issue = window.session.issue
    assert issue is not None
    article = next(issue.articles())
    block = article.paragraphs[0]
    window.pages.edit_at(Place(block.id, 0))
    window.pages.type("这里按领导的意见补写了几句，" * 8)
    return Place(block.id, 0)


def test_a_line_of_a_proof_is_found_after_changes(opened: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    layout, issue = opened.session.layout, opened.session.issue
    assert layout is not None and issue is not None
    print_proof(opened, settle, asker, tmp_path / "一校.pdf", "一校")
    assert "留了底" in opened.bar.text and [proof.round for proof in opened.proofs.kept] == ["一校"]
    first = spot_of(layout, "2.12", issue.template.grid.lines, issue.template.line_twips)
    words = issue.block_index[first.place.block].text[first.place.offset :][:8]
    changed = change_page_two(opened)
    bar = opened.tools.go_to
    opened.actions_["go_to"].trigger()
    assert bar.of.isVisible() and bar.of.currentText().startswith("清样·一校")
    bar.field.setText("2.12")
    bar.go()
    state = opened.session.state
    assert state is not None and state.selection is not None
    head = state.selection.head
    assert state.issue.block_index[head.block].text[head.offset :][:8] == words
    opened.actions_["go_to"].trigger()
    bar.of.setCurrentIndex(0)
    bar.field.setText("2.99")
    bar.go()
    assert "没有第 99 行" in bar.error.text()
    assert set(opened.proofs.stretches()) == {changed.block}


def test_the_next_proof_marks_what_changed_and_only_changed_sheets_are_printed(
    opened: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path
) -> None:
    print_proof(opened, settle, asker, tmp_path / "一校.pdf", "一校")
    dialog = asked(opened)
    dialog.since.setCurrentIndex(1)
    assert "没有改动" in dialog.words.text() and not dialog.changed_only.isEnabled()
    dialog.reject()
    changed = change_page_two(opened)
    layout = opened.session.layout
    assert layout is not None
    caret = caret_at(layout, changed)
    assert caret is not None
    dialog = asked(opened)
    dialog.proof.setCurrentText("二校")
    assert dialog.since.currentIndex() == 1 and dialog.changed_only.isEnabled()
    job = dialog.job
    assert job.changes is not None and caret.page in job.changes.pages and 1 not in job.changes.pages
    dialog.changed_only.setChecked(True)
    assert dialog.job.changed_only
    asker.to_save = tmp_path / "二校.pdf"
    press(dialog, "导出印刷用 PDF…")
    settle()
    document = pypdfium2.PdfDocument(tmp_path / "二校.pdf")
    try:
        assert len(document) == dialog.side.count() <= len(layout.pages)
    finally:
        document.close()
    dialog.reject()


def test_line_numbers_and_bars_are_painted_when_asked(opened: MainWindow) -> None:
    opened.pages.show_page(2)
    plain = opened.pages.viewport().grab().toImage()
    opened.actions_["show_lines"].trigger()
    assert opened.pages.viewport().grab().toImage() != plain
    opened.actions_["show_lines"].trigger()
    assert opened.pages.viewport().grab().toImage() == plain


def test_clearing_traces_takes_the_proofs(opened: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    print_proof(opened, settle, asker, tmp_path / "一校.pdf", "一校")
    assert opened.proofs.kept
    opened.actions_["clear_traces"].trigger()
    assert not opened.proofs.kept
