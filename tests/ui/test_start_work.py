"""The start page lists the issues in work with how far they have come, above what was open lately, and both fit a small screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton

from app.desk.sign_off import InWork
from app.ui.main_window import MainWindow


def rows(window: MainWindow) -> list[str]:
    buttons = [button for button in window.start.findChildren(QPushButton) if button.property("quiet") == "true"]
    return [button.text() for button in sorted(buttons, key=lambda one: one.mapTo(window.start, one.rect().topLeft()).y())]


def test_issues_in_work_stand_above_and_are_not_repeated(window: MainWindow, tmp_path: Path) -> None:
    paths = [str(tmp_path / f"第{number}期.jianbao") for number in range(1, 9)]
    window.start.show_recent(paths)
    assert len(rows(window)) == 5
    work = [
        InWork("云河市城市更新行动工作简报", f"第{number}期", stage, paths[number - 1])
        for number, stage in ((1, "二校"), (2, "送签"), (3, "编辑中"))
    ]
    window.start.show_work(work)
    window.start.layout().activate()
    assert rows(window) == [
        "云河市城市更新行动工作简报　第1期",
        "云河市城市更新行动工作简报　第2期",
        "云河市城市更新行动工作简报　第3期",
        "第4期",
        "第5期",
        "第6期",
    ]
    said = {label.text() for label in window.start.findChildren(QLabel)}
    assert {"手头的几期", "二校", "送签", "编辑中"} <= said
    assert window.height() <= 728 and window.start.minimumSizeHint().height() <= 640
    chosen: list[str] = []
    window.start.open_recent.disconnect()
    window.start.open_recent.connect(chosen.append)
    next(button for button in window.start.findChildren(QPushButton) if "第2期" in button.text()).click()
    assert chosen == [paths[1]]
    window.start.show_work(())
    assert len(rows(window)) == 5 and not window.start._work_head.isVisible()
