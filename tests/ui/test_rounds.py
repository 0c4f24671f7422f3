"""三校记录: who read, when, how much changed, signed or not; kept in the issue as one step, printed as a sheet with room for ink."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.edit.commands import replace_text
from app.edit.state import Place
from app.model.people import ProofRound
from app.ui.main_window import MainWindow
from app.ui.rounds_dialog import RoundsDialog
from tests.ui.conftest import PreparedAsker
from tests.ui.test_print import PaperPrinters

NOW = datetime(2026, 3, 8, 15, 20)


def _edit(window: MainWindow, old: str, new: str) -> None:
    assert window.session.issue is not None
    block = next(block for block in window.session.issue.blocks() if old in block.text)
    at = block.text.index(old)
    assert window.session.perform(replace_text, Place(block.id, at), at + len(old), new)


def _proof(window: MainWindow, name: str) -> None:
    assert window.session.issue is not None
    window.proofs.keep(window.session.issue, name, NOW)


def _asked(window: MainWindow) -> RoundsDialog:
    window.actions_["proof_rounds"].trigger()
    assert window.rounds.dialog is not None
    return window.rounds.dialog


def _press(dialog: RoundsDialog, words: str) -> None:
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == words)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _rounds(window: MainWindow) -> tuple[ProofRound, ...]:
    assert window.session.issue is not None
    return window.session.issue.rounds


@pytest.fixture
def proofed(opened: MainWindow) -> MainWindow:
    """The bulletin of which two proofs were printed, with two changes between them and one since."""
    _proof(opened, "一校")
    _edit(opened, "三千二百户", "三千户")
    _edit(opened, "路灯", "街灯")
    _proof(opened, "二校")
    _edit(opened, "预计年底", "预计十月")
    return opened


def test_changes_are_counted_by_the_proofs_that_were_kept(proofed: MainWindow) -> None:
    dialog = _asked(proofed)
    second = dialog.forms["二校"]
    assert second.value.changes == 2
    assert second.value.what == "《老城区改造工程开工》1处、《临溪区办好群众身边小事》1处"
    assert dialog.forms["一校"].value.empty and dialog.forms["三校"].value.empty
    assert dialog.since.text() == "二校清样以后又改了 1 处（《老城区改造工程开工》1处）。"
    assert second.day.placeholderText() == "如 3月8日"
    third = dialog.forms["三校"]
    QTest.mouseClick(third.count, Qt.MouseButton.LeftButton)
    assert third.value.changes == 1  # its proof is not printed yet: to the issue as it is now
    first = dialog.forms["一校"]
    QTest.mouseClick(first.count, Qt.MouseButton.LeftButton)
    assert first.value.changes == -1 and "无法统计，请手工填写" in first.hint.text()
    dialog.reject()
    assert _rounds(proofed) == ()


def test_the_first_round_counts_from_the_first_save(
    opened: MainWindow, asker: PreparedAsker, settle: Callable[[], None], tmp_path: Path
) -> None:
    asker.to_save = tmp_path / "七.jianbao"
    opened.files.save()
    settle()
    _edit(opened, "三千二百户", "三千户")
    dialog = _asked(opened)
    QTest.mouseClick(dialog.forms["一校"].count, Qt.MouseButton.LeftButton)
    assert dialog.forms["一校"].value.changes == 1
    dialog.reject()


def test_what_is_entered_is_one_step_and_stands_on_the_sheet(proofed: MainWindow) -> None:
    dialog = _asked(proofed)
    form = dialog.forms["一校"]
    form.person.setText("张敏")
    form.day.setText("3月8日")
    form.changes.setValue(12)
    form.what.setText("改了人名")
    form.signed.setChecked(True)
    assert dialog.page is not None
    said = "\n".join(line.line.text for line in dialog.page.lines)
    assert all(words in said for words in ("张敏", "3月8日", "12 处", "改了人名", "已签字认可", "2 处"))
    _press(dialog, "记下")
    assert proofed.rounds.dialog is None
    assert _rounds(proofed)[0] == ProofRound("一校", "张敏", "3月8日", 12, "改了人名", signed=True)
    assert [one.name for one in _rounds(proofed)] == ["一校", "二校"]
    assert proofed.session.undo_label == "三校记录"
    proofed.session.undo()
    assert _rounds(proofed) == ()


def test_nobody_signs_without_a_name_and_a_day_is_written_out(proofed: MainWindow) -> None:
    dialog = _asked(proofed)
    form = dialog.forms["一校"]
    assert not form.signed.isEnabled() and form.signed.toolTip() == "先填校对人"
    form.person.setText("张敏")
    assert form.signed.isEnabled()
    form.day.setText("3.9")
    form.day.editingFinished.emit()
    assert form.value.day == "3月9日"
    dialog.reject()


def test_a_number_that_somebody_wrote_is_not_counted_over(proofed: MainWindow) -> None:
    dialog = _asked(proofed)
    dialog.forms["二校"].changes.setValue(5)
    dialog.forms["二校"].what.setText("自己数的")
    _press(dialog, "记下")
    again = _asked(proofed)
    assert (again.forms["二校"].value.changes, again.forms["二校"].value.what) == (5, "自己数的")
    QTest.mouseClick(again.forms["二校"].count, Qt.MouseButton.LeftButton)
    assert (again.forms["二校"].value.changes, again.forms["二校"].value.what) == (2, "自己数的")
    again.reject()


def test_the_sheet_goes_into_a_file_and_the_record_is_kept(proofed: MainWindow, asker: PreparedAsker, tmp_path: Path) -> None:
    dialog = _asked(proofed)
    dialog.forms["三校"].person.setText("王主任")
    asker.to_save = tmp_path / "记录.pdf"
    _press(dialog, "导出 PDF…")
    assert asker.proposed is not None and asker.proposed.name.endswith("_校对记录.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "记录.pdf")
    try:
        assert len(document) == 1
        assert "王主任" in document[0].get_textpage().get_text_range()
    finally:
        document.close()
    assert _rounds(proofed)[-1].person == "王主任"
    dialog.reject()
    assert _rounds(proofed)[-1].person == "王主任"


def test_the_sheet_goes_to_paper(proofed: MainWindow, tmp_path: Path) -> None:
    proofed.printing.printers = PaperPrinters(tmp_path / "纸.pdf")
    proofed.printing.confirm = lambda printer, _: True
    dialog = _asked(proofed)
    _press(dialog, "打印…")
    assert proofed.bar.text == "校对记录送去打印了。"
    document = pypdfium2.PdfDocument(tmp_path / "纸.pdf")
    try:
        assert [tuple(round(one * 25.4 / 72) for one in page.get_size()) for page in document] == [(210, 297)]
    finally:
        document.close()
    dialog.reject()


def test_what_is_too_long_for_the_sheet_is_said_and_not_sent(proofed: MainWindow) -> None:
    dialog = _asked(proofed)
    dialog.forms["一校"].what.setText("逐字核对了原件。" * 80)
    assert dialog.page is None and "写短些" in dialog.trouble.text()
    assert not next(one for one in dialog.findChildren(QPushButton) if one.text() == "导出 PDF…").isEnabled()
    dialog.forms["一校"].what.setText("")
    assert dialog.page is not None and dialog.trouble.text() == ""
    dialog.reject()


def test_a_damaged_proof_is_told(proofed: MainWindow) -> None:
    for proof in proofed.proofs.kept:
        proof.file.write_bytes(b"PK\x03\x04")
    proofed.proofs.refresh()
    dialog = _asked(proofed)
    assert dialog.forms["二校"].value.changes == -1
    assert dialog.forms["二校"].hint.text() and dialog.since.text()
    dialog.reject()
