"""A proof comes back by pen and is gone through: entered, ticked, found again by keys alone; scenario 8 as a whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.edit.commands import delete_selection
from app.edit.state import Place, Selection
from app.layout.changes import change_bars
from app.model.pen import PenOrder, PenState
from app.store.jianbao import load
from app.ui.main_window import MainWindow
from app.ui.pen_panel import PenPanel
from app.ui.pen_view import TOUCHED, row_words
from app.ui.versions_dialog import VersionsDialog
from tests.ui.conftest import PreparedAsker
from tests.ui.penned import long_bulletin, sentence
from tests.ui.test_print import asked, press
from tests.ui.test_proofs import print_proof

Settle = Callable[[], None]
ENTER, SPACE, MINUS, F2, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Minus, Qt.Key.Key_F2, Qt.Key.Key_Escape


@pytest.fixture
def long(window: MainWindow, settle: Settle) -> MainWindow:
    """The window with a bulletin of six pages, every line of which is a sentence of its own."""
    window.files.new_composed(long_bulletin(), None)
    settle()
    window.activateWindow()
    return window


@pytest.fixture
def proofed(long: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> MainWindow:
    """... printed as 一校, with the panel open."""
    print_proof(long, settle, asker, tmp_path / "一校.pdf", "一校")
    long.activateWindow()
    long.actions_["pens"].trigger()
    return long


def enter(window: MainWindow, qtbot: QtBot, place: str, person: str, wish: str = "") -> None:
    """Enter a change as a clerk does; `person` "" is whoever was proposed."""
    panel = window.pens.panel
    window.activateWindow()
    panel.place.setFocus()
    qtbot.waitUntil(panel.place.hasFocus)
    qtbot.keyClicks(panel.place, place)
    qtbot.keyClick(panel.place, ENTER)
    if person:
        panel.person.setFocus()
        panel.person.setCurrentText(person)
        qtbot.keyClick(panel.person.lineEdit(), ENTER)
    assert panel.wish.hasFocus()
    panel.wish.insert(wish)
    qtbot.keyClick(panel.wish, ENTER)


def under_caret(window: MainWindow, length: int = 8) -> str:
    state = window.session.state
    assert state is not None and state.selection is not None
    head = state.selection.head
    return state.issue.block_index[head.block].text[head.offset :][:length]


def listed(panel: PenPanel) -> list[str]:
    return [row_words(row) for row in panel.view.rows]


def exchange(window: MainWindow, before: str, after: str) -> None:
    """Change words where they stand, "" to take them out."""
    issue = window.session.issue
    assert issue is not None
    block, at = next((block.id, block.text.index(before)) for block in issue.block_index.values() if before in block.text)
    window.pages.edit_at(Place(block, at))
    window.session.select_range(Selection(Place(block, at), Place(block, at + len(before))))
    if after:
        window.pages.type(after)
    else:
        window.session.perform(delete_selection)


def printed_words(path: Path, page: int, box: tuple[float, float, float, float]) -> str:
    """The words of a page within (left, bottom, right, top), points from the paper's lower left corner."""
    document = pypdfium2.PdfDocument(path)
    try:
        return str(document[page - 1].get_textpage().get_text_bounded(*box))
    finally:
        document.close()


def test_the_first_proof_by_pen(long: MainWindow, qtbot: QtBot, settle: Settle, asker: PreparedAsker, tmp_path: Path) -> None:
    """Scenario 8."""
    window, issue, layout = long, long.session.issue, long.session.layout
    assert issue is not None and layout is not None and len(layout.pages) == 6
    print_proof(window, settle, asker, tmp_path / "一校.pdf", "一校")
    window.exports.export_to(tmp_path / "定稿_清样.pdf")
    settle()
    paper = issue.template.paper
    left, right, top = paper.left / 20, (paper.left + paper.text_width) / 20, 842 - paper.top / 20
    head = printed_words(tmp_path / "一校.pdf", 3, (0, top, 596, 842))
    proof = window.proofs.kept[0]
    assert "清样·一校" in head and proof.mark in head
    numbers = printed_words(tmp_path / "一校.pdf", 3, (right + 1, 0, 596, top)).split()
    assert numbers == [str(number) for number in range(1, 23)]
    body = (left - 0.5, 0.0, right + 0.5, top)
    assert printed_words(tmp_path / "一校.pdf", 3, body).count("本月办了第") == 22
    assert printed_words(tmp_path / "一校.pdf", 3, body) == printed_words(tmp_path / "定稿_清样.pdf", 3, body)

    on_line = "本月办了第一百三十一件实事"
    assert layout.pages[2].lines[11].line.text.startswith(on_line)
    for number in (104, 108):  # two paragraphs of page 2 grow by a line each
        exchange(window, sentence(number), sentence(number) + sentence(number + 800))
    window.actions_["go_to"].trigger()
    bar = window.tools.go_to
    qtbot.keyClicks(bar.field, "3.12")
    qtbot.keyClick(bar.field, ENTER)
    assert under_caret(window, len(on_line)) == on_line
    assert window.session.layout is not None and window.session.layout.pages[2].lines[13].line.text.startswith(on_line)

    window.actions_["pens"].trigger()
    panel, desk = window.pens.panel, window.pens.desk
    for place, person, wish in (
        ("2.15", "张主任", "“实事”改为“好事”"),
        ("3.12", "", "“实事”改为“好事”"),
        ("3.17", "李书记", "这一句删去"),
        ("4.7", "", "这一句删去"),
        ("4.15", "张主任", ""),
    ):
        enter(window, qtbot, place, person, wish)
        assert under_caret(window).startswith("本月办了第")
    assert panel.count.text() == "5 处，已改 0 处，剩 5 处"
    assert [row.change.asked_by for row in panel.view.rows] == ["张主任", "张主任", "李书记", "李书记", "张主任"]
    changes = {row.change.written: row.change for row in panel.view.rows}

    def words_of(written: str) -> str:
        words = changes[written].words[0]
        return issue.block_index[words.block].text[words.start : words.end]

    for written in ("2.15", "3.12", "4.15"):
        exchange(window, words_of(written)[:14], words_of(written)[:14].replace("实事", "好事"))
    for written in ("3.17", "4.7"):
        exchange(window, words_of(written), "")
    window.pens.panel.refresh()
    assert all(row.touched for row in panel.view.rows), "each is told to be changed, and the tick stays the clerk's"
    assert panel.count.text() == "5 处，已改 0 处，剩 5 处"
    panel.view.enter()
    for row in range(5):
        panel.view.setCurrentIndex(panel.view.model().index(row, 0))
        qtbot.keyClick(panel.view, SPACE)
    assert panel.count.text() == "5 处，已改 5 处，过完了" and desk.left_over() == ""

    layout = window.session.layout
    assert layout is not None and len(layout.pages) == 6
    stretches = window.proofs.stretches()
    assert [page.number for page in layout.pages if change_bars(layout, stretches, page.number)] == [2, 3, 4]
    dialog = asked(window)
    dialog.proof.setCurrentText("二校")
    assert dialog.since.currentText().startswith("清样·一校") and dialog.job.changes is not None
    assert dialog.job.changes.pages == {2, 3, 4}
    dialog.changed_only.setChecked(True)
    assert "第 2-4 页有改动，要印的是第 1-2 张" in dialog.words.text()
    asker.to_save = tmp_path / "二校.pdf"
    press(dialog, "导出印刷用 PDF…")
    settle()
    dialog.reject()
    document = pypdfium2.PdfDocument(tmp_path / "二校.pdf")
    assert len(document) == 4, "both faces of two sheets"
    document.close()

    window.actions_["redline"].trigger()
    choice = next(one for one in window.findChildren(VersionsDialog) if one.isVisible())
    rows = [choice.list.item(row).text() for row in range(choice.list.count())]
    choice.list.setCurrentRow(next(row for row, words in enumerate(rows) if "一校" in words))
    asker.to_save = tmp_path / "花脸稿.pdf"
    choice.accept()
    settle()
    assert (tmp_path / "花脸稿.pdf").is_file() and "标出了 7 处" in window.bar.text


# Entering


def test_the_panel_says_how_to_begin_where_nothing_was_printed(long: MainWindow) -> None:
    long.actions_["pens"].trigger()
    panel = long.pens.panel
    assert "还没有打印过清样" in panel.nothing.text() and panel.nothing.isVisible() and not panel.place.isVisible()
    assert panel.print_button.hasFocus()


def test_the_place_leads_to_the_words_and_the_last_person_is_proposed(proofed: MainWindow, qtbot: QtBot) -> None:
    panel = proofed.pens.panel
    assert panel.place.hasFocus() and not panel.person.currentText()
    qtbot.keyClicks(panel.place, "3.12")
    qtbot.keyClick(panel.place, ENTER)
    assert under_caret(proofed) == "本月办了第一百三" and panel.person.hasFocus(), "nobody to propose yet"
    assert proofed.pens.desk.looked_at and not panel.view.rows
    panel.person.setCurrentText("张主任")
    qtbot.keyClick(panel.person.lineEdit(), ENTER)
    qtbot.keyClick(panel.wish, ENTER)
    assert listed(panel) == ["3.12 张主任：没有写怎样改（待改）"]
    assert panel.place.hasFocus() and not panel.place.text() and panel.person.currentText() == "张主任"
    qtbot.keyClicks(panel.place, "2.5")
    qtbot.keyClick(panel.place, ENTER)
    assert panel.wish.hasFocus()


@pytest.mark.parametrize(("written", "sentence_"), [("三", "请写页码"), ("9.1", "没有第 9 页"), ("3.40", "没有第 40 行")])
def test_a_place_that_is_none_is_one_sentence(proofed: MainWindow, qtbot: QtBot, written: str, sentence_: str) -> None:
    panel = proofed.pens.panel
    panel.place.insert(written)
    qtbot.keyClick(panel.place, ENTER)
    assert sentence_ in panel.error.text() and panel.error.isVisible() and panel.place.hasFocus()
    panel.wish.setFocus()
    assert panel.wish.hasFocus(), "nobody is held in the field"
    panel.enter()
    assert sentence_ in panel.error.text() and not panel.view.rows
    panel.place.selectAll()
    qtbot.keyClicks(panel.place, "3.12")
    assert not panel.error.isVisible()


def test_nothing_written_is_no_row_and_a_wish_alone_is_for_the_whole_issue(proofed: MainWindow, qtbot: QtBot) -> None:
    panel = proofed.pens.panel
    panel.enter()
    assert "请写清样上的页和行" in panel.error.text() and not panel.view.rows
    enter_alone = panel.wish
    enter_alone.insert("“我市”改为“全市”")
    qtbot.keyClick(enter_alone, ENTER)
    assert listed(panel) == ["全文：“我市”改为“全市”（待改）"]
    proofed.pens.desk.go(1)
    assert "说的是全文" in proofed.bar.text


# The list


def test_rows_are_worked_by_keys_alone(proofed: MainWindow, qtbot: QtBot, asker: PreparedAsker) -> None:
    panel, view = proofed.pens.panel, proofed.pens.panel.view
    enter(proofed, qtbot, "3.12", "张主任", "改一个字")
    enter(proofed, qtbot, "2.6", "李书记", "删去")
    qtbot.keyClick(panel.place, Qt.Key.Key_Down)
    assert view.hasFocus() and view.chosen is not None and view.chosen.written == "2.6"
    qtbot.keyClick(view, SPACE)
    assert panel.count.text() == "2 处，已改 1 处，剩 1 处" and panel.tick.text() == "取消已改"
    qtbot.keyClick(view, SPACE)
    asker.name = "以文件为准"
    qtbot.keyClick(view, MINUS)
    assert listed(panel)[0] == "2.6 李书记：删去（不改：以文件为准）" and panel.count.text() == "2 处，已改 0 处，不改 1 处，剩 1 处"
    qtbot.keyClick(view, MINUS)
    asker.name = None
    qtbot.keyClick(view, MINUS)
    assert listed(panel)[0] == "2.6 李书记：删去（待改）", "who closes the question leaves it open"
    qtbot.keyClick(view, F2)
    assert panel.wish.hasFocus() and (panel.place.text(), panel.person.currentText(), panel.wish.text()) == ("2.6", "李书记", "删去")
    panel.wish.setText("留着")
    qtbot.keyClick(panel.wish, ENTER)
    assert listed(panel)[0] == "2.6 李书记：留着（待改）" and len(view.rows) == 2
    view.enter()
    qtbot.keyClick(view, ENTER)
    assert view.hasFocus() and under_caret(proofed) == "本月办了第一百零"
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert len(view.rows) == 1 and "删去了 2.6" in proofed.bar.text and proofed.bar.choices == ["放回去"]
    proofed.session.undo()
    assert len(view.rows) == 1, "undo on the page takes no row back"
    qtbot.keyClick(view, ESCAPE)
    assert proofed.pages.hasFocus()


def test_a_click_on_the_box_ticks_and_one_beside_it_goes_there(proofed: MainWindow, qtbot: QtBot) -> None:
    enter(proofed, qtbot, "3.12", "张主任")
    view = proofed.pens.panel.view
    row = view.visualRect(view.model().index(0, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(17, 23))
    assert view.rows[0].change.state is PenState.DONE
    proofed.pages.edit_at(Place(next(proofed.session.issue.articles()).title.id, 0))  # type: ignore[union-attr]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert view.rows[0].change.state is PenState.DONE and under_caret(proofed) == "本月办了第一百三"


def test_rows_come_in_three_orders(proofed: MainWindow, qtbot: QtBot) -> None:
    panel = proofed.pens.panel
    for place, person in (("3.12", "张主任"), ("2.6", "李书记"), ("4.7", "张主任")):
        enter(proofed, qtbot, place, person)

    def order(name: PenOrder) -> list[str]:
        panel.order.setCurrentText(name.value)
        panel.order.activated.emit(panel.order.currentIndex())
        return [row.change.written for row in panel.view.rows]

    assert order(PenOrder.ENTRY) == ["3.12", "2.6", "4.7"]
    assert order(PenOrder.PERSON) == ["3.12", "4.7", "2.6"]
    assert order(PenOrder.PLACE) == ["2.6", "3.12", "4.7"]
    assert panel.view.chosen is not None and panel.view.chosen.written == "4.7", "the row at hand stays so"


def test_the_hint_comes_when_the_keys_pause_and_goes_with_undo(proofed: MainWindow, qtbot: QtBot) -> None:
    enter(proofed, qtbot, "3.12", "张主任")
    view = proofed.pens.panel.view
    exchange(proofed, "本月办了第一百三十一件实事", "本月办成第一百三十一件实事")
    qtbot.waitUntil(lambda: TOUCHED in row_words(view.rows[0]))
    assert view.rows[0].change.state is PenState.OPEN
    proofed.session.undo()
    qtbot.waitUntil(lambda: TOUCHED not in row_words(view.rows[0]))


def test_words_that_are_spoken_of_are_tinted_while_the_panel_is_open(proofed: MainWindow, qtbot: QtBot) -> None:
    enter(proofed, qtbot, "3.12", "张主任")
    view = proofed.pages.viewport()

    def tinted() -> int:
        image = view.grab().toImage()
        return sum(image.pixelColor(x, y).name() == "#ffd98a" for x in range(0, image.width(), 9) for y in range(0, image.height(), 5))

    proofed.pens.desk.go(1)
    qtbot.waitUntil(lambda: tinted() > 20)
    proofed.inspector.show_look()
    assert tinted() == 0


# Keeping


def test_rows_outlive_the_window_and_never_leave_with_the_file(
    proofed: MainWindow, qtbot: QtBot, settle: Settle, asker: PreparedAsker, tmp_path: Path
) -> None:
    enter(proofed, qtbot, "3.12", "张大主任", "改一个字")
    asker.to_save = tmp_path / "七.jianbao"
    assert proofed.files.save()
    settle()
    for name in ("七.pdf", "七.docx"):
        proofed.exports.export_to(tmp_path / name)
        settle()
        assert "一校还有 1 处没有过（3.12 张大主任）。" in proofed.bar.text
    asker.to_save = tmp_path / "外发.jianbao"
    proofed.actions_["save_clean"].trigger()
    settle()
    for file in tmp_path.iterdir():
        assert file.is_dir() or "张大主任".encode() not in file.read_bytes()
    assert load(tmp_path / "七.jianbao").issue == proofed.session.issue
    proofed.files.open_path(tmp_path / "七.jianbao")
    settle()
    assert listed(proofed.pens.panel) == ["3.12 张大主任：改一个字（待改）"]
    proofed.pens.desk.go(1)
    assert under_caret(proofed) == "本月办了第一百三"
    notes = list((tmp_path / "settings" / "proofs").rglob("*.pens.json"))
    assert len(notes) == 1 and "张大主任" in notes[0].read_text(encoding="utf-8")
    proofed.actions_["clear_traces"].trigger()
    assert not list((tmp_path / "settings" / "proofs").rglob("*.*")) and proofed.pens.panel.nothing.isVisible()


def test_the_next_proof_tells_what_is_left_and_the_old_one_stays_at_hand(
    proofed: MainWindow, qtbot: QtBot, settle: Settle, asker: PreparedAsker, tmp_path: Path
) -> None:
    desk = proofed.pens.desk
    enter(proofed, qtbot, "3.12", "张主任")
    exchange(proofed, sentence(104), "")
    dialog = asked(proofed)
    assert "一校还有 1 处没有过（3.12 张主任）。" in proofed.bar.text
    dialog.reject()
    print_proof(proofed, settle, asker, tmp_path / "二校.pdf", "二校")
    assert "留了底" in proofed.bar.text and "一校还有 1 处没有过" in proofed.bar.text
    assert desk.proof is not None and desk.proof.round == "一校" and proofed.pens.panel.proof.count() == 2
    desk.settle(1, PenState.DONE)
    exchange(proofed, sentence(108), "")
    print_proof(proofed, settle, asker, tmp_path / "三校.pdf", "三校")
    assert desk.proof.round == "三校" and desk.names() == ["张主任"] and not proofed.pens.panel.view.rows
    panel = proofed.pens.panel
    panel.proof.setCurrentIndex(2)
    panel.proof.activated.emit(2)
    assert listed(panel) == ["3.12 张主任：没有写怎样改（已改）"]


def test_damaged_notes_are_told_and_not_written_over(proofed: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    enter(proofed, qtbot, "3.12", "张主任")
    notes = next((tmp_path / "settings" / "proofs").rglob("*.pens.json"))
    notes.write_bytes(b"{")
    proofed.pens.desk.choose(proofed.pens.desk.kept[0])
    panel = proofed.pens.panel
    assert "过稿记录读不出来" in panel.error.text() and not panel.enter_button.isEnabled() and not panel.view.rows
    panel.wish.insert("改")
    panel.enter()
    assert "过稿记录读不出来" in panel.error.text() and notes.read_bytes() == b"{"


def test_another_issue_has_proofs_of_its_own(proofed: MainWindow, qtbot: QtBot, settle: Settle) -> None:
    enter(proofed, qtbot, "3.12", "张主任")
    proofed.files.new_composed(long_bulletin(), None)
    settle()
    assert proofed.pens.desk.proof is None and not proofed.pens.panel.view.rows and proofed.pens.desk.left_over() == ""


def test_the_panel_stays_while_the_caret_goes_from_article_to_article(
    opened: MainWindow, settle: Settle, asker: PreparedAsker, tmp_path: Path
) -> None:
    print_proof(opened, settle, asker, tmp_path / "一校.pdf", "一校")
    opened.actions_["pens"].trigger()
    assert opened.session.issue is not None
    for article in opened.session.issue.articles():
        opened.pages.edit_at(Place(article.title.id, 0))
        assert opened.pens.panel.isVisible()


def test_the_panel_fits_a_small_window(proofed: MainWindow, qtbot: QtBot) -> None:
    enter(proofed, qtbot, "3.12", "张主任")
    proofed.resize(1366, 728)
    panel = proofed.pens.panel
    shown: list[QWidget] = [panel.place, panel.person, panel.wish, panel.enter_button, panel.order, panel.tick, panel.refuse, panel.photos]
    for widget in shown:
        assert widget.width() >= widget.minimumSizeHint().width(), widget.accessibleName()
        assert panel.rect().contains(widget.geometry().translated(widget.parentWidget().mapTo(panel, QPoint())))
    assert proofed.width() == 1366 and panel.view.height() > 200
    assert panel.count.fontMetrics().horizontalAdvance("12 处，已改 10 处，不改 1 处，剩 1 处") <= panel.count.width() + 12
