"""版式模板: values edited beside their pages, undone, compared, saved as the user's own, and given to the open issue in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.desk.found_look import FoundLook, FoundValue
from app.desk.templates import template_file, template_named
from app.model.template_fields import template_fields, with_all
from app.ui.fields import TextArea, TextField
from app.ui.main_window import MainWindow
from app.ui.template_dialog import TemplateDialog
from tests.model.pictures import png
from tests.ui.conftest import PreparedAsker

SETTLED_MS = 5000


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data in a folder of the test's own."""
    monkeypatch.setenv("BIANBAO_DATA", str(tmp_path / "data"))
    return tmp_path / "data" / "templates"


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[TemplateDialog]:
    """版式模板 with no issue at hand, on the shipped 工作简报."""
    window.actions_["templates"].trigger()
    made = window.month.templates.dialog
    assert made is not None
    go_to(made, "工作简报")
    qtbot.waitUntil(lambda: made.pages.found is not None and not made.pages.busy, timeout=SETTLED_MS)
    yield made
    window.month.templates.wait()


def go_to(dialog: TemplateDialog, name: str, kind: str = "shipped") -> None:
    slots = dialog._shelf.slots
    dialog.list.templates.setCurrentRow(next(at for at, slot in enumerate(slots) if slot.name == name and slot.kind == kind))


def group(dialog: TemplateDialog, name: str) -> None:
    rows = dialog.list.groups
    rows.setCurrentItem(next(rows.item(at) for at in range(rows.count()) if rows.item(at).text().startswith(name)))


def number(dialog: TemplateDialog, key: str) -> QDoubleSpinBox:
    box = dialog.values.form.rows[key].editor.box
    assert isinstance(box, QDoubleSpinBox)
    return box


def value(dialog: TemplateDialog, key: str) -> object:
    from app.model.template_fields import value_of

    assert dialog.slot.draft is not None
    return value_of(dialog.slot.draft.template, key)


def test_a_number_typed_changes_the_pages_soon_and_is_one_step(dialog: TemplateDialog, qtbot: QtBot) -> None:
    group(dialog, "字格")
    before = dialog.pages.found
    box = number(dialog, "grid.lines")
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "20")
    assert value(dialog, "grid.lines") == 20 and not dialog.pages.view.hasFocus()
    qtbot.waitUntil(lambda: dialog.pages.found is not before and not dialog.pages.busy, timeout=SETTLED_MS)
    assert dialog.pages.found is not None and before is not None
    assert len(dialog.pages.found.layout.pages) >= len(before.layout.pages)
    row = dialog.values.form.rows["grid.lines"]
    assert row.name.property("changed") == "true" and row.there.text() == "对照：22 行"
    assert box.suffix() == " 行" and (box.minimum(), box.maximum()) == (20, 26)
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert value(dialog, "grid.lines") == 22 and box.value() == 22 and not dialog.undo.isEnabled()
    dialog.redo.click()
    assert value(dialog, "grid.lines") == 20


def test_every_value_has_a_row_and_shows_what_it_holds(dialog: TemplateDialog) -> None:
    template = template_named("工作简报")
    seen = set()
    for at in range(dialog.list.groups.count()):
        dialog.list.groups.setCurrentRow(at)
        seen |= set(dialog.values.form.rows)
    assert seen == {spec.key for spec in template_fields(template)}
    assert not dialog.slot.unsaved, "showing a value is no edit"


def test_a_number_is_typed_over_the_words_for_none(dialog: TemplateDialog, qtbot: QtBot) -> None:
    group(dialog, "字格")
    box = number(dialog, "grid.pitch_pt")
    assert box.text() == "撑满版心"
    box.setFocus()
    box.lineEdit().setCursorPosition(2)
    qtbot.keyClicks(box, "28.5")
    assert value(dialog, "grid.pitch_pt") == 28.5 and box.text() == "28.5 磅"
    box.selectAll()
    qtbot.keyClicks(box, "0")
    assert value(dialog, "grid.pitch_pt") == 0


def test_every_row_edits_its_value(dialog: TemplateDialog) -> None:
    """Each editor is given another value; the template holds it, or the reason stands below."""
    told: set[str] = set()
    for at in range(dialog.list.groups.count()):
        dialog.list.groups.setCurrentRow(at)
        for key in list(dialog.values.form.rows):
            box, was = dialog.values.form.rows[key].editor.box, value(dialog, key)
            if isinstance(box, QDoubleSpinBox):
                box.stepBy(-1 if box.value() > box.minimum() else 1)
            elif isinstance(box, QCheckBox):
                box.click()
            elif isinstance(box, QComboBox):
                row = (box.currentIndex() + 1) % box.count()
                box.setCurrentIndex(row)
                box.activated.emit(row)
            elif isinstance(box, TextField | TextArea):
                box.edited.emit(f"甲{was}")
            else:
                assert key == "masthead.image"
                continue
            refused = dialog.values.form.rows[key].name.property("wrong") == "true"
            assert refused or value(dialog, key) != was, key
            told |= {key} if refused else set()
            dialog._leave()
    assert told == {"colours.red_cmyk"}, "a letter before its figures"
    assert len(dialog.slot.draft.past) > 120  # type: ignore[union-attr]
    while dialog.undo.isEnabled():
        dialog.undo.click()
    assert not dialog.slot.unsaved


def test_what_is_refused_is_told_and_shown_as_it_was_when_left(dialog: TemplateDialog, qtbot: QtBot) -> None:
    group(dialog, "期号")
    row = dialog.values.form.rows["masthead.number_form"]
    field = row.editor.box
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "No. 1")
    assert "期号写法" in row.trouble.text() and row.trouble.isVisible() and row.name.property("wrong") == "true"
    assert value(dialog, "masthead.number_form") == "第{}期"
    dialog.values.search.setFocus()
    assert field.text() == "第{}期" and row.trouble.text().endswith("。仍用“第{}期”。") and row.trouble.isVisible()
    field.setFocus()
    dialog.values.search.setFocus()
    assert row.trouble.text().count("仍用") == 1
    other = next(row.editor.box for row in dialog.values.form.rows.values() if isinstance(row.editor.box, QDoubleSpinBox))
    other.stepUp()
    assert not row.trouble.isVisible() and row.name.property("wrong") == "false"


def test_figures_on_the_way_to_a_refused_one_do_not_stay(dialog: TemplateDialog, qtbot: QtBot) -> None:
    group(dialog, "纸张")
    box = number(dialog, "paper.left_mm")
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "35")
    assert value(dialog, "paper.left_mm") == 35
    box.selectAll()
    qtbot.keyClicks(box, "60")
    trouble = dialog.values.form.rows["paper.left_mm"].trouble
    assert trouble.text().startswith("“左边距”不能是 60 毫米：“每行字数”填的是 28，不能大于版心宽度")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert value(dialog, "paper.left_mm") == 28 == box.value() and not dialog.slot.unsaved
    assert trouble.text().endswith("。仍用 28 毫米。") and trouble.isVisible()


def test_nothing_moves_when_the_first_value_differs(dialog: TemplateDialog, qtbot: QtBot) -> None:
    group(dialog, "纸张")
    rows = dialog.values.form.rows
    before = [row.geometry() for row in rows.values()]
    number(dialog, "paper.left_mm").setValue(30)
    qtbot.wait(50)
    assert rows["paper.left_mm"].back.isVisible() and [row.geometry() for row in rows.values()] == before


def test_without_a_difference_that_is_said(dialog: TemplateDialog) -> None:
    dialog.values.only.setChecked(True)
    words = [label.text() for label in dialog.values.form.findChildren(QLabel)]
    assert words == [f"没有不同，各项都和“{dialog.values.other.currentText()}”一样。"]


def test_a_value_a_group_and_all_go_back(dialog: TemplateDialog) -> None:
    group(dialog, "纸张")
    number(dialog, "paper.left_mm").setValue(30)
    number(dialog, "paper.right_mm").setValue(30)
    group(dialog, "文章标题")
    number(dialog, "title.before_slots").setValue(2)
    assert dialog.values.only.text() == "只看不同（3）"
    dialog.values.only.setChecked(True)
    assert set(dialog.values.form.rows) == {"paper.left_mm", "paper.right_mm", "title.before_slots"}
    dialog.values.form.rows["title.before_slots"].back.click()
    assert value(dialog, "title.before_slots") == 1 and "title.before_slots" in dialog.values.form.rows
    dialog.values.form.group_reset.emit("纸张和版心")
    assert value(dialog, "paper.left_mm") == 28 and not dialog.slot.unsaved
    dialog.undo.click()
    assert value(dialog, "paper.left_mm") == 30
    dialog.values.reset_all.click()
    assert not dialog.slot.unsaved


def test_lists_grow_and_shrink(dialog: TemplateDialog) -> None:
    group(dialog, "报送单位")
    dialog.values.form.entry_asked.emit("add", "footer.recipients", 0)
    assert "footer.recipients.3.label" in dialog.values.form.rows
    dialog.values.form.entry_asked.emit("up", "footer.recipients", 3)
    dialog.values.form.entry_asked.emit("remove", "footer.recipients", 1)
    assert value(dialog, "footer.recipients.1.label") == "送" and value(dialog, "footer.recipients.3.label") is None
    group(dialog, "报头名称")
    dialog.values.form.entry_asked.emit("add", "masthead.lines.2.words", 0)
    assert value(dialog, "masthead.lines.2.words.1.text") == "简报"
    dialog.values.reset_all.click()
    assert not dialog.slot.unsaved


def test_a_shipped_one_is_saved_as_an_own_one_which_is_saved_renamed_and_removed(
    dialog: TemplateDialog, asker: PreparedAsker, own_folder: Path
) -> None:
    group(dialog, "字格")
    number(dialog, "grid.lines").setValue(21)
    asker.name = "城建简报"
    dialog.save.click()
    file = own_folder / "城建简报.toml"
    assert template_file(file).grid.lines == 21 and dialog.slot.kind == "own" and asker.asked[-1].endswith("工作简报 2")
    assert dialog.values.other.currentText() == "工作简报（自带）" and not dialog.save.isEnabled()
    number(dialog, "grid.lines").setValue(20)
    dialog.save.click()
    assert template_file(file).grid.lines == 20 and "存好了" in dialog.said.text()
    asker.name = "城建专报"
    dialog.list.rename.click()
    assert template_file(file).name == "城建专报"
    asker.name = "工作简报"
    dialog.list.rename.click()
    assert "已经有" in dialog.bar.text and template_file(file).name == "城建专报"
    dialog.list.remove.click()
    assert not file.exists() and "城建专报" not in {slot.name for slot in dialog._shelf.slots}
    next(button for button in dialog.bar.findChildren(QPushButton) if button.text() == "撤销").click()
    assert template_file(file).name == "城建专报" and dialog.slot.name == "城建专报"


def test_unsaved_edits_are_asked_for(dialog: TemplateDialog, asker: PreparedAsker) -> None:
    group(dialog, "字格")
    number(dialog, "grid.lines").setValue(21)
    asker.agrees = False
    dialog.shut.click()
    assert dialog.isVisible() and asker.asked[-1] == "不要 工作简报"
    asker.agrees = True
    dialog.shut.click()
    assert not dialog.isVisible()


def test_two_templates_side_by_side(dialog: TemplateDialog, qtbot: QtBot) -> None:
    dialog.values.other.setCurrentIndex(dialog.values.other.findText("信息快报（自带）"))
    dialog.values.other.activated.emit(dialog.values.other.currentIndex())
    dialog.values.only.setChecked(True)
    assert "contents.show" in dialog.values.form.rows and "masthead.lines.2.text" in dialog.values.form.rows
    assert not dialog.pages.other_view.isVisible()
    dialog.pages.both.setChecked(True)
    qtbot.waitUntil(lambda: dialog.pages.other_found is not None and not dialog.pages.busy, timeout=SETTLED_MS)
    assert dialog.pages.other_view.isVisible() and dialog.pages.other_view.page is not None
    assert dialog.pages.other_view.page is not dialog.pages.view.page
    assert dialog.pages.other_name.text() == "信息快报（自带）"


def test_a_group_shows_the_page_on_which_it_is_seen(dialog: TemplateDialog) -> None:
    group(dialog, "报尾")
    assert dialog.pages.number.text().startswith("第 7 页")
    group(dialog, "目录")
    assert dialog.pages.number.text().startswith("第 1 页")
    dialog.pages.on.click()
    assert dialog.pages.number.text().startswith("第 2 页")


def test_searching_finds_values_in_all_groups(dialog: TemplateDialog) -> None:
    dialog.values.search.setText("行距")
    assert {"grid.pitch_pt", "contents.pitch_pt", "table.pitch_pt", "footer.pitch_pt"} <= set(dialog.values.form.rows)
    group(dialog, "红线")
    assert dialog.values.search.text() == "" and "masthead.rule.style" in dialog.values.form.rows
    dialog.values.search.setText("没有这样的")
    assert not dialog.values.form.rows


def test_the_wheel_rolls_the_list_and_not_a_value_that_has_no_keyboard(dialog: TemplateDialog) -> None:
    group(dialog, "字格")
    box = number(dialog, "grid.lines")
    dialog.values.search.setFocus()
    where = QPointF(box.rect().center())
    wheel = QWheelEvent(
        where, where, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(box, wheel)
    assert box.value() == 22


def test_families_say_whether_this_machine_has_them(dialog: TemplateDialog, qtbot: QtBot) -> None:
    group(dialog, "字体")
    rows = dialog.values.form.rows
    box = rows["faces.body"].editor.box
    assert isinstance(box, QComboBox) and box.currentText() == "仿宋_GB2312"
    assert box.findText("仿宋_GB2312", Qt.MatchFlag.MatchStartsWith) >= 0
    assert rows["faces.body"].face.text() in ("本机已装",) or "代替" in rows["faces.body"].face.text()
    digits = rows["faces.digits"].editor.box
    assert isinstance(digits, QComboBox) and digits.currentText() == "随正文"
    box.setEditText("Noto Serif SC")
    line = box.lineEdit()
    assert line is not None
    line.editingFinished.emit()
    assert value(dialog, "faces.body") == "Noto Serif SC"
    qtbot.waitUntil(lambda: not dialog.pages.busy, timeout=SETTLED_MS)
    digits.setEditText("随正文")
    digits.lineEdit().editingFinished.emit()  # type: ignore[union-attr]
    assert value(dialog, "faces.digits") == "body"


def test_a_picture_in_the_place_of_the_name(dialog: TemplateDialog, asker: PreparedAsker, tmp_path: Path, own_folder: Path) -> None:
    (tmp_path / "题字.png").write_bytes(png(400, 100))
    asker.to_open = [tmp_path / "题字.png"]
    group(dialog, "报头名称")
    dialog.values.form.picture_asked.emit()
    assert value(dialog, "masthead.image") == "题字.png"
    asker.name = "题字简报"
    dialog.save.click()
    assert (own_folder / "题字.png").read_bytes() == png(400, 100)
    row = dialog.values.form.rows["masthead.image"]
    row.editor.edited.emit("")
    assert value(dialog, "masthead.image") == "" and dialog.slot.draft and dialog.slot.draft.present.picture is None


def test_what_was_taken_from_an_issue_is_shown_with_how(dialog: TemplateDialog, window: MainWindow, asker: PreparedAsker) -> None:
    template = with_all(template_named("工作简报"), {"name": "信访简报", "paper.left_mm": 30.0})
    look = FoundLook(template, (FoundValue("paper.left_mm", "3 厘米", "read", "第一节"),), ("页眉没有读。",))
    window.month.templates.open_look(look)
    assert dialog.slot.kind == "found" and dialog.bar.text == "页眉没有读。"
    group(dialog, "纸张")
    row = dialog.values.form.rows["paper.left_mm"]
    assert row.how.text() == "读出" and not row.how.isHidden() and dialog.values.form.rows["paper.right_mm"].how.isHidden()
    row.pointed.emit(row.spec)
    assert "3 厘米" in dialog.values.help.text() and "第一节" in dialog.values.help.text()
    asker.name = "信访简报"
    dialog.save.click()
    assert dialog.slot.kind == "own" and dialog.slot.name == "信访简报"


def test_the_open_issue_takes_it_in_one_step(opened: MainWindow, qtbot: QtBot, settle: Callable[[], None]) -> None:
    opened.actions_["look"].trigger()
    opened.inspector.look.all_values.click()
    dialog = opened.month.templates.dialog
    assert dialog is not None and dialog.slot.kind == "issue" and dialog.pages.source.currentText() == "眼前这一期"
    assert opened.session.issue is not None
    before = opened.session.issue
    group(dialog, "字格")
    number(dialog, "grid.lines").setValue(21)
    number(dialog, "grid.characters").setValue(27)
    assert opened.session.issue is before, "nothing is taken before it is asked for"
    dialog.apply.click()
    settle()
    assert opened.session.issue.template.grid.lines == 21 and not dialog.slot.unsaved and not dialog.apply.isEnabled()
    assert opened.session.undo_label == "调整版式"
    opened.session.undo()
    assert opened.session.issue.template == before.template and value(dialog, "grid.lines") == 22
    go_to(dialog, "信息快报")
    dialog.apply.click()
    assert opened.session.issue.template.name == "信息快报" and opened.session.undo_label == "更换版式"
    opened.month.templates.wait()


def test_another_issue_leaves_what_was_being_edited(opened: MainWindow) -> None:
    opened.month.templates.open_issue()
    dialog = opened.month.templates.dialog
    assert dialog is not None
    group(dialog, "字格")
    number(dialog, "grid.lines").setValue(21)
    opened.session.close()
    assert dialog.slot.kind == "found" and value(dialog, "grid.lines") == 21
    assert not dialog.pages.source.isEnabled() and not dialog.apply.isEnabled()


def test_the_look_form_lists_a_template_made_meanwhile(opened: MainWindow, asker: PreparedAsker) -> None:
    opened.actions_["look"].trigger()
    opened.month.templates.open()
    dialog = opened.month.templates.dialog
    assert dialog is not None
    asker.name = "城建简报"
    go_to(dialog, "信息快报")
    dialog.list.copy.click()
    opened.month.templates.wait()
    opened.inspector.look.template.opening.emit()
    assert opened.inspector.look.template.findText("城建简报") >= 0
    assert opened.inspector.look.template.currentText() == "工作简报"


def test_the_grid_is_kept_as_a_preset_and_chosen_again(dialog: TemplateDialog) -> None:
    group(dialog, "字格")
    number(dialog, "grid.lines").setValue(21)
    assert not dialog.values.drop_preset.isEnabled()
    dialog.values.keep_preset.click()
    assert dialog.values.preset.currentText() == "每行 28 字，每面 21 行"
    dialog.values.preset.chosen.emit("26x22")
    assert value(dialog, "grid.characters") == 26 and value(dialog, "paper.left_mm") == 30
    dialog.values.preset.chosen.emit("28x21")
    dialog.values.drop_preset.click()
    assert value(dialog, "grid.lines") == 21 and dialog.values.preset.findData("28x21") < 0


def test_what_only_the_other_one_has_is_told(dialog: TemplateDialog) -> None:
    at = dialog.values.other.findText("信息快报（自带）")
    dialog.values.other.setCurrentIndex(at)
    dialog.values.other.activated.emit(at)
    dialog.values.only.setChecked(True)
    words = [label.text() for label in dialog.values.form.findChildren(QLabel)]
    assert "报送单位　第3行　报、送、发：发" in words
    dialog.values.reset_all.click()
    assert value(dialog, "footer.recipients.3.label") == "发" and value(dialog, "name") == "工作简报"


def test_guessed_values_are_found_at_a_click(dialog: TemplateDialog, window: MainWindow) -> None:
    template = with_all(template_named("工作简报"), {"name": "信访简报"})
    values = (FoundValue("paper.left_mm", "28 毫米", "read"), FoundValue("paper.right_mm", "26 毫米", "guessed"))
    window.month.templates.open_look(FoundLook(template, values))
    assert "1 项是推测的" in dialog.bar.text
    next(button for button in dialog.bar.findChildren(QPushButton) if button.text() == "只看推测的").click()
    assert set(dialog.values.form.rows) == {"paper.right_mm"}


def test_a_file_that_can_only_be_read_says_so_here_too(opened: MainWindow) -> None:
    opened.month.templates.open()
    dialog = opened.month.templates.dialog
    assert dialog is not None and opened.session._work is not None
    opened.session._work.origin = replace(opened.session._work.origin, read_only=True)
    go_to(dialog, "信息快报")
    dialog.apply.click()
    assert "只能看" in dialog.bar.text


def test_a_click_on_the_page_leads_to_the_group(dialog: TemplateDialog, qtbot: QtBot) -> None:
    view = dialog.pages.view
    page = view.page
    assert page is not None
    for words, name in (("工作简报", "报头名称"), ("第5期", "期号和编发单位")):
        placed = next(line for line in page.lines if words in line.line.text)
        x, y = (placed.line.x_pt + placed.line.end_x_pt) / 2, placed.baseline / 20 - 3
        paper = view.widget()
        at = QPoint(round(14 + x * view.scale), round(14 + y * view.scale))
        qtbot.mouseClick(paper, Qt.MouseButton.LeftButton, pos=at)
        assert dialog.values.group == name and dialog.list.groups.currentItem().text().startswith(name)
    dialog.pages.go_to(2)
    view.pressed.emit(1.0, 1.0)
    assert dialog.values.group == "期号和编发单位", "nothing stands there"


def test_a_file_goes_out_and_comes_in(dialog: TemplateDialog, asker: PreparedAsker, tmp_path: Path) -> None:
    asker.to_save = tmp_path / "给别人.toml"
    dialog.list.write_out_asked.emit()
    assert template_file(asker.to_save) == template_named("工作简报") and "给别人.toml" in dialog.said.text()
    asker.to_open = [asker.to_save]
    dialog.list.take_in_asked.emit()
    assert dialog.slot.kind == "own" and dialog.slot.name == "工作简报 2" and "已经有" in dialog.bar.text


def test_it_fits_a_small_screen(dialog: TemplateDialog) -> None:
    hint = dialog.minimumSizeHint()
    assert hint.width() <= 1366 and hint.height() <= 700
