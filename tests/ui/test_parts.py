"""Small parts of the window by themselves: settings, tasks, repairs, names, messages, the bug dialog."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.desk.publish import Task
from app.errors import UserError
from app.importers.intake import ReadOptions
from app.importers.left_out import whole
from app.importers.raw import LeftOut, Reason
from app.importers.read import read_text
from app.ui.application import catch_bugs
from app.ui.command_table import MENUS, OUTLINE_TOOLS, SPECS, SUBMENUS, TOOLS
from app.ui.dialogs import BugDialog
from app.ui.icons import icon
from app.ui.import_dialog import ImportDialog, Places, likely_template
from app.ui.main_window import MainWindow
from app.ui.message_bar import MessageBar
from app.ui.naming import bulletin_name, file_stem, window_title
from app.ui.paragraph_editor import LineChange, changed_lines
from app.ui.remarks_dialog import RemarksDialog
from app.ui.repairs import Choices, grouped, in_context, rule_names, summary
from app.ui.repairs_view import RepairsView
from app.ui.settings import Settings, SettingsFile
from app.ui.tasks import TaskRunner
from tests.ui import bulletins

COPY = (
    "\n全市城市更新推进会召开\n3月5日，全市城市更新推进会在云河大厦召开。会议总结了去年的工作，部署了今年的任务，市有关部门负责同志参加会议。\n"
    "会议要求，各区要把群众最盼的事放在前面，一个楼栋一个办法，把旧管线、旧路面、旧电梯一件一件改好。\n"
)


def test_settings_come_back_and_a_newer_versions_keys_stay(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "a" / "settings.json")
    assert file.load() == Settings()
    settings = Settings().with_recent(tmp_path / "一.jianbao").with_recent(tmp_path / "二.jianbao").with_recent(tmp_path / "一.jianbao")
    assert [Path(name).stem for name in settings.recent] == ["一", "二"]
    file.path.parent.mkdir()
    file.path.write_text(json.dumps({"version": 7, "colour": "blue", "zoom": 2, "recent": [1, "x"], "fit": 3}), encoding="utf-8")
    assert file.load() == Settings(zoom=2.0, recent=("x",))
    file.store(settings)
    table = json.loads(file.path.read_text(encoding="utf-8"))
    assert (table["version"], table["colour"]) == (7, "blue")
    assert file.load() == settings
    file.path.write_bytes(b"\xff\xfe broken")
    assert SettingsFile(file.path).load() == Settings()


def test_a_settings_folder_that_cannot_be_written_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    file = SettingsFile(tmp_path / "file" / "settings.json")
    file.store(Settings())
    assert file.load() == Settings()
    assert (tmp_path / "file").read_text() == "x"


def test_a_job_reports_fails_and_is_cancelled(dressed: QApplication, qtbot: QtBot) -> None:
    runner = TaskRunner()
    results: list[int] = []
    with qtbot.waitSignals([runner.started, runner.progressed, runner.ended]):
        runner.start("数数", lambda task: task.step("一", 0.5) or 42, results.append)
    assert results == [42]

    def refuse(task: Task) -> int:
        raise UserError("不行。")

    with qtbot.waitSignal(runner.failed) as failed:
        runner.start("失败", refuse, results.append)
    assert failed.args[0].sentence == "不行。"

    def endless(task: Task) -> int:
        while True:
            task.step("转", 0.1)

    runner.start("没完", endless, results.append)
    with pytest.raises(UserError):
        runner.start("再来", lambda task: 1, results.append)
    with qtbot.waitSignal(runner.cancelled):
        runner.cancel()
    assert results == [42] and not runner.busy
    runner.start("没完", endless, results.append)
    runner.wait()
    assert not runner.busy


def test_a_bug_in_a_job_is_raised_where_the_bug_dialog_sees_it(dressed: QApplication, qtbot: QtBot) -> None:
    runner = TaskRunner()

    def bug(task: Task) -> int:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught, qtbot.waitSignal(runner.ended):
        runner.start("坏", bug, lambda result: None)
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert not runner.busy


def test_every_action_has_its_place_icon_and_words() -> None:
    named = {name for _, names in MENUS for name in names.split()} | set(TOOLS) | set(OUTLINE_TOOLS)
    named |= {name for _, names in SUBMENUS.values() for name in names.split()}
    assert set(SPECS) == named - {"-", "recent", *SUBMENUS}
    for spec in SPECS.values():
        assert spec.text
        assert not spec.icon or not icon(spec.icon).isNull()
    keys = [spec.keys for spec in SPECS.values() if spec.keys]
    assert len(keys) == len(set(keys))


def test_icons_are_one_set() -> None:
    from app import paths

    files = sorted((paths.resources() / "icons").glob("*.svg"))
    assert len(files) > 30
    for file in files:
        text = file.read_text(encoding="utf-8")
        if file.stem != "bianbao":
            assert 'viewBox="0 0 24 24"' in text and 'stroke-width="1.5"' in text, file.name


def test_names_of_an_issue() -> None:
    issue = bulletins.composed().issue
    assert bulletin_name(issue) == "工作简报"
    assert file_stem(issue) == "工作简报第7期"
    assert window_title(issue, 8, True, False) == "工作简报 第7期 · 编辑中 · 8页 · 未保存 — 编报"
    assert window_title(issue, 8, False, True) == "工作简报 第7期 · 示例 · 8页 — 编报"
    assert window_title(None, 0, False, False) == "编报"


def test_changed_lines_is_the_smallest_stretch() -> None:
    assert changed_lines(["a", "b", "c"], ["a", "x", "c"], (1, 1)) == LineChange(1, 1, ("x",), (1, 1))
    assert changed_lines(["a", "a"], ["a", "a", "a"], (0, 0)) == LineChange(2, 0, ("a",), (0, 0))
    assert changed_lines(["a", "b"], ["b"], (0, 0)) == LineChange(0, 1, (), (0, 0))
    assert changed_lines(["a"], ["a"], (0, 0)) is None


def test_long_repairs_wait_until_they_are_decided() -> None:
    intake = read_text(bulletins.TEXT + COPY, "云河")
    pending = [repair for repair in intake.repairs if repair.pending]
    assert len(pending) == 1
    choices = Choices()
    assert summary(intake.repairs, choices).endswith("待确认 1 处")
    kept = read_text(bulletins.TEXT + COPY, "云河", choices.options(intake.repairs, None))
    assert kept.text.count("在云河大厦召开") == 2
    agreed = choices.decided(pending[0].key, drop=True)
    assert summary(intake.repairs, agreed).endswith("待确认 0 处")
    dropped = read_text(bulletins.TEXT + COPY, "云河", agreed.options(intake.repairs, None))
    assert dropped.text.count("在云河大厦召开") == 1
    refused = agreed.decided(pending[0].key, drop=False)
    assert not refused.undecided(intake.repairs)
    assert refused.options(intake.repairs, None) == choices.options(intake.repairs, None)


def test_repairs_are_listed_by_kind_with_their_surroundings() -> None:
    intake = read_text("云河市召开推进会\n会议指出,要抓紧;会议要求,要落实。", "")
    names = rule_names()
    (rule, found), *_ = grouped(intake.repairs)
    assert names[rule] == "中文里的半角标点改为全角"
    left, before, right = in_context(intake, found[0])
    assert (left[-2:], before, right[:2]) == ("指出", ",", "要抓")


def test_the_import_dialog_switches_repairs_and_decides(dressed: QApplication, qtbot: QtBot) -> None:
    text = bulletins.TEXT.replace("开工，涉及", "开工,涉及") + COPY

    def read(options: ReadOptions) -> object:
        return read_text(text, "云河", options)

    dialog = ImportDialog(read, read_text(text, "云河"), Places(["信息快报", "工作简报"]))  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.plan.new_issue and dialog.plan.template == "工作简报"
    assert dialog.summary_text.endswith("待确认 1 处")
    assert [words.split("\n")[0] for words in dialog.plan.unlooked] == [COPY.strip().split("\n")[0]]
    drop = next(button for button in dialog.findChildren(QPushButton) if button.text() == "删去")
    drop.click()
    assert dialog.summary_text.endswith("待确认 0 处") and not dialog.plan.unlooked
    assert len(dialog.plan.structure.articles) == 3
    marks = [repair.key for repair in read_text(text, "云河").repairs if repair.rule == "half_width_mark"]
    dialog._repairs.switched.emit(tuple(marks), False)
    assert "开工,涉及" in "".join(p.text for article in dialog.plan.structure.articles for p in article.paragraphs)


def test_a_long_text_is_read_again_without_stopping_the_window(
    dressed: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.import_dialog._LARGE_CHARACTERS", 10)
    monkeypatch.setattr("app.ui.repairs_view._MOST_ROWS", 3)
    text = bulletins.TEXT.replace("，", ",")

    def read(options: ReadOptions) -> object:
        return read_text(text, "云河", options)

    first = read_text(text, "云河")
    dialog = ImportDialog(read, first, Places(["工作简报"]))  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    keys = tuple(repair.key for repair in first.repairs if repair.rule == "half_width_mark")
    assert len(keys) > 3
    dialog._repairs.switched.emit(keys[:1], False)
    dialog._repairs.switched.emit(keys[1:], False)
    qtbot.waitUntil(lambda: not dialog._runner.busy and not dialog._stale)
    words = "".join(p.text for article in dialog.plan.structure.articles for p in article.paragraphs)
    assert "，" not in words and "," in words
    dialog._repairs.switched.emit(keys, True)
    dialog._repairs.switched.emit(keys[:1], False)
    dialog._repairs.switched.emit(keys[:1], True)  # overtakes the reading in the thread
    qtbot.waitUntil(lambda: not dialog._runner.busy)
    assert dialog.plan.structure == first.structure
    dialog.reject()
    assert not dialog._runner.busy


def test_switching_a_kind_switches_the_places_that_are_not_listed_too(
    dressed: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.repairs_view._MOST_ROWS", 3)
    intake = read_text(bulletins.TEXT.replace("，", ","), "云河")
    view = RepairsView()
    qtbot.addWidget(view)
    view.show_repairs(intake, intake.repairs, Choices())
    group = view._rows.item(0)
    with qtbot.waitSignal(view.switched) as switched:
        group.setCheckState(Qt.CheckState.Unchecked)
    keys, on = switched.args
    assert len(keys) > 3 and not on
    assert group.child(0).checkState() is Qt.CheckState.Unchecked
    with qtbot.waitSignal(view.switched) as switched:
        group.child(0).setCheckState(Qt.CheckState.Checked)
    assert len(switched.args[0]) == 1
    assert group.checkState() is Qt.CheckState.PartiallyChecked


def test_the_likely_template_is_the_one_the_masthead_names() -> None:
    found = read_text(bulletins.TEXT, "").structure
    assert likely_template(found, ["精神文明建设简报", "信息快报", "工作简报"]) == "工作简报"
    assert likely_template(read_text("一段话。", "").structure, ["甲", "乙"]) == "甲"


def test_the_message_bar_shows_one_message_with_its_choices(dressed: QApplication, qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    pressed: list[str] = []
    bar.say("error", "存不上。", [("换个位置", lambda: pressed.append("换"))])
    assert bar.text == "存不上。"
    bar.findChild(QPushButton).click()
    assert pressed == ["换"]
    bar.say("done", "好了。")
    assert bar.choices == [] and bar.text == "好了。"
    bar.hide()
    assert bar.text == ""


def test_a_bug_shows_a_report_and_the_program_goes_on(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BIANBAO_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_bugs(opened)
    try:
        raise RuntimeError("云河市的文稿 secret")
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    dialog = opened.findChild(BugDialog)
    assert dialog is not None
    assert "RuntimeError" in dialog.report.toPlainText() and "云河市" not in dialog.report.toPlainText()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "复制报告").click()
    assert "RuntimeError" in QGuiApplication.clipboard().text()
    dialog.accept()
    assert opened.session.issue is not None
    assert list((tmp_path / "data" / "reports").iterdir())


def test_qts_own_buttons_speak_chinese(dressed: QApplication, qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(box)
    assert {button.text().partition("(")[0] for button in box.buttons()} == {"取消", "保存"}


def test_about_names_faces_and_licence(opened: MainWindow) -> None:
    from PySide6.QtWidgets import QLabel

    from app.ui.dialogs import AboutDialog

    opened.actions_["about"].trigger()
    dialog = opened.findChild(AboutDialog)
    assert dialog is not None
    words = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "MIT" in words and "正文字体" in words and "0.1" in words
    dialog.reject()


def test_the_report_lists_what_was_measured(opened: MainWindow, settle: Callable[[], None]) -> None:
    opened.actions_["report"].trigger()
    settle()
    dialog = opened.reports.dialog
    assert dialog is not None and dialog.windowTitle() == "版面报告"
    assert len(dialog.tree.findItems("每面行数", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)) == 2
    dialog.reject()


def test_the_time_to_the_first_picture_is_printed(tmp_path: Path) -> None:
    environment = {**os.environ, "BIANBAO_DATA": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    for words in (["--startup-time"], ["--startup-time"], ["--startup-time", str(tmp_path / "没有.jianbao")]):
        command = [sys.executable, "-m", "app", *words]
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
        assert ended.returncode == 0, ended.stderr
        assert 0 < float(ended.stdout) < 60
    assert json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))["started_before"]


def test_the_import_view_shows_what_the_clerk_should_know(qtbot: QtBot) -> None:
    intake = replace(read_text(bulletins.TEXT, "云河"), notes=("批注没有放进正文（1 处）：“核实<b>”。",))
    dialog = ImportDialog(lambda options: intake, intake, Places(["工作简报"]))
    qtbot.addWidget(dialog)
    assert intake.notes[0] in [label.text() for label in dialog.findChildren(QLabel)]


def test_comments_and_deletions_are_read_in_full_beside_the_text(dressed: QApplication, qtbot: QtBot) -> None:
    remarks = (LeftOut(Reason.COMMENT, "请核实人数，" * 20, "张三", "二百余人"), LeftOut(Reason.DELETED, "旧话"))
    intake = replace(read_text(bulletins.TEXT, "云河"), remarks=remarks)
    dialog = ImportDialog(lambda options: intake, intake, Places(["工作简报"]))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.remarks.isVisible() and dialog.remarks.text() == "批注和修订（2 处）"
    dialog.remarks.click()
    shown = dialog.findChild(RemarksDialog)
    assert shown is not None and shown.words.toPlainText() == "\n\n".join(map(whole, remarks))
    shown.reject()


def test_a_kind_of_repair_can_be_refused_for_good_and_taken_back(dressed: QApplication, qtbot: QtBot) -> None:
    text = '云湖镇植树忙\n云湖镇组织干部群众二百余人到"云湖东岸"植树,当天栽下杨柳三千株。'
    dialog = ImportDialog(lambda options: read_text(text, "云河", options), read_text(text, "云河"), Places(["工作简报"]))
    qtbot.addWidget(dialog)
    heard: list[frozenset[str]] = []
    dialog.rules_changed.connect(heard.append)
    dialog._repairs.rule_refused.emit("quote")
    assert '"云湖东岸"' in dialog.plan.structure.articles[0].paragraphs[0].text
    assert heard == [frozenset({"quote"})]
    assert not dialog._off_line.isHidden() and "直引号" in dialog._off_words.text()
    again = ImportDialog(lambda options: read_text(text, "云河", options), read_text(text, "云河"), Places([]), None, heard[0])
    qtbot.addWidget(again)
    assert again._off_words.text() == dialog._off_words.text()
    dialog._set_off_rules(frozenset())
    assert "“云湖东岸”" in dialog.plan.structure.articles[0].paragraphs[0].text


def test_traditional_text_is_offered_for_conversion(dressed: QApplication, qtbot: QtBot) -> None:
    text = "雲湖鎮植樹忙\n雲湖鎮組織幹部群眾二百餘人到雲湖東岸植樹，當天栽下楊柳三千株，並落實專人管護。"
    dialog = ImportDialog(lambda options: read_text(text, "雲河", options), read_text(text, "雲河"), Places(["工作简报"]))
    qtbot.addWidget(dialog)
    assert not dialog.simplify.isHidden() and not dialog.simplify.isChecked()
    dialog.simplify.setChecked(True)
    assert dialog.plan.structure.articles[0].title == ("云湖镇植树忙",)
    assert "修正" in dialog.summary_text
    dialog.simplify.setChecked(False)
    assert dialog.plan.structure.articles[0].title == ("雲湖鎮植樹忙",)
