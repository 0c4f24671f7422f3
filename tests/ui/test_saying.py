"""What the window says after an import and an export, and about files of other programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton

from app.desk.export_report import unfilled
from app.ui.dialogs import ListDialog
from app.ui.export_desk import result_line
from app.ui.import_dialog import ImportDialog
from app.ui.main_window import MainWindow
from tests.importers.mail.writing import attached, mail, several, text
from tests.importers.packing import packed
from tests.ui import bulletins
from tests.ui.conftest import PreparedAsker


def test_a_file_of_another_program_is_answered_with_a_way(window: MainWindow, settle: Callable[[], None], tmp_path: Path) -> None:
    path = tmp_path / "来稿.docx"
    path.write_bytes(packed([("xl/workbook.xml", b"<x/>")]))
    window.intake.take_files([path])
    settle()
    assert "“来稿.docx”是电子表格" in window.bar.text
    assert window.bar.choices == ["打开它"]
    assert not window.runner.busy


def test_a_mail_is_shown_text_after_text(window: MainWindow, settle: Callable[[], None], tmp_path: Path) -> None:
    path = tmp_path / "信.eml"
    pack = attached('filename="a.rar"', b"Rar!\x1a\x07\0x")
    path.write_bytes(mail(several("mixed", text(bulletins.TEXT), attached('filename="二.txt"', bulletins.TEXT.encode()), pack)))
    window.intake.take_files([path])
    for _ in range(2):
        settle()
        (dialog,) = [one for one in window.findChildren(ImportDialog) if one.isVisible()]
        dialog.reject()
    settle()
    assert "a.rar" in window.bar.text


def test_refused_files_are_told_together_and_the_others_come_in(window: MainWindow, settle: Callable[[], None], tmp_path: Path) -> None:
    good = tmp_path / "好.txt"
    good.write_text(bulletins.TEXT, encoding="utf-8")
    bad = [tmp_path / f"{number}.rar" for number in range(5)]
    for path in bad:
        path.write_bytes(b"Rar!\x1a\x07\x00")
    window.intake.take_files([bad[0], good, *bad[1:]])
    settle()
    dialog = window.findChild(ImportDialog)
    assert dialog is not None
    dialog.reject()
    settle()
    assert window.bar.text.count("是压缩包") == 3
    assert "另有 2 个文件也没有读成。" in window.bar.text
    assert window.bar.choices == []


def test_a_missing_word_file_is_missing(window: MainWindow, settle: Callable[[], None], tmp_path: Path) -> None:
    window.intake.take_files([tmp_path / "没有.docx"])
    settle()
    assert window.bar.text
    assert "Ctrl+V" not in window.bar.text


def test_a_composed_issue_says_what_came_of_the_text(window: MainWindow, settle: Callable[[], None]) -> None:
    window.files.new_composed(bulletins.composed(), None, "修正 3 处，待确认 0 处")
    settle()
    assert "编成了新的一期：3 篇文章，修正 3 处，待确认 0 处。" in window.bar.text


def test_an_export_names_the_faces_that_are_not_here(opened: MainWindow) -> None:
    session = opened.session
    assert session.issue is not None and session.layout is not None and session.faces is not None
    line = result_line(Path("a.pdf"), session.issue, session.layout, session.faces)
    assert f"共 {len(session.layout.pages)} 页" in line
    for found in session.faces.substitutions:
        assert (found.official in line) == any(
            other.substituted for other in session.faces.substitutions if other.official == found.official
        )


def test_what_the_template_leaves_open_is_told(window: MainWindow, settle: Callable[[], None]) -> None:
    window.files.new_from_template("工作简报")
    settle()
    assert "“××”" in window.bar.text
    issue = window.session.issue
    assert issue is not None
    assert unfilled(issue) == ["报头", "报尾"]
    session = window.session
    assert session.layout is not None and session.faces is not None
    assert "报头和报尾里还有“××”没有填" in result_line(Path("a.pdf"), issue, session.layout, session.faces)
    assert unfilled(bulletins.composed().issue) == []


def test_recent_files_say_where_they_are(window: MainWindow, tmp_path: Path) -> None:
    window.start.show_recent([str(tmp_path / "甲" / "简报.jianbao"), str(tmp_path / "乙" / "简报.jianbao")])
    words = [label.text() for label in window.start.findChildren(QLabel)]
    assert any(word.endswith("甲") for word in words) and any(word.endswith("乙") for word in words)


def test_many_notes_stand_in_a_window_of_their_own(window: MainWindow, settle: Callable[[], None]) -> None:
    shown: list[tuple[str, ...]] = []
    window.files.noted.connect(shown.append)
    notes = tuple(f"《文章{at}》在目录里是另外的字，请核对。" for at in range(40))
    window.files.new_composed(replace(bulletins.composed(), notes=notes), None)
    settle()
    assert "有 40 处请核对" in window.bar.text
    window.bar.findChild(QPushButton).click()  # type: ignore[union-attr]
    assert shown == [notes]
    dialog = window.findChild(ListDialog)
    assert isinstance(dialog, ListDialog)
    assert dialog.height() <= 560
    assert any(notes[39] == label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()


def test_saving_is_acknowledged(opened: MainWindow, asker: PreparedAsker, tmp_path: Path) -> None:
    asker.to_save = tmp_path / "第七期.jianbao"
    opened.actions_["save"].trigger()
    assert "第七期.jianbao" in opened.status.currentMessage()
    assert asker.to_save.is_file()
