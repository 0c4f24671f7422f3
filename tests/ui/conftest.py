"""A window in our dress with answers prepared instead of dialogs; a test that leaves a window or a thread behind fails."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.application import make_application
from app.ui.asking import Answer, Asker, Changed, Occupied, OpenAnswer, SavedAs
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.settings import SettingsFile
from tests.ui import bulletins


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's offscreen platform says of every window that it can't hold its size; that is no fault of ours."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


class PreparedAsker(Asker):
    """Answers as the test has prepared, and notes what it was asked."""

    def __init__(self) -> None:
        self.to_open: list[Path] = []
        self.to_save: Path | None = None
        self.answer = Answer.DROP
        self.occupied_answer = Occupied.READ_ONLY
        self.changed_answer = Changed.CANCEL
        self.saved_as_answer = SavedAs.SAME
        self.agrees = True
        self.name: str | None = None
        self.day = ""
        self.open_answer = OpenAnswer.PROOF
        self.proposed: Path | None = None
        self.asked: list[str] = []
        self.size: tuple[int, int] | None = None

    def open_name(self, title: str, folder: str, files: str) -> Path | None:
        return self.to_open[0] if self.to_open else None

    def open_names(self, title: str, folder: str, files: str) -> list[Path]:
        return self.to_open

    def save_name(self, title: str, proposed: Path, files: str) -> Path | None:
        self.proposed = proposed
        return self.to_save

    def table_size(self) -> tuple[int, int] | None:
        return self.size

    def unsaved(self, name: str) -> Answer:
        self.asked.append(name)
        return self.answer

    def open_places(self, sentence: str) -> OpenAnswer:
        self.asked.append(sentence)
        return self.open_answer

    def delete_articles(self, count: int) -> bool:
        self.asked.append(f"{count} 篇")
        return self.answer is not Answer.CANCEL

    def remove_submissions(self, count: int) -> bool:
        self.asked.append(f"{count} 份来稿")
        return self.agrees

    def same_unit(self, name: str, names: Sequence[str]) -> str | None:
        self.asked.append(f"{name}：{'、'.join(names)}")
        return self.name

    def occupied(self, name: str, holder: str) -> Occupied:
        self.asked.append(f"{name}：{holder}")
        return self.occupied_answer

    def changed_meanwhile(self, name: str) -> Changed:
        self.asked.append(f"{name} 改过")
        return self.changed_answer

    def drop_lost(self, name: str) -> bool:
        self.asked.append(f"不要 {name}")
        return self.agrees

    def clear_traces(self, name: str) -> bool:
        self.asked.append(f"清除 {name}")
        return self.agrees

    def saved_as(self, name: str, issue: str, *, signed: bool) -> SavedAs:
        self.asked.append(f"另存 {name} {issue}{'（已签发）' if signed else ''}")
        return self.saved_as_answer

    def other_number(self, held: int, wanted: int) -> bool:
        self.asked.append(f"{held} 改成 {wanted}")
        return self.agrees

    def leave_unwritten(self, count: int) -> bool:
        self.asked.append(f"没有记 {count} 件")
        return self.agrees

    def close_month(self, month: str, also: str, *, running: bool) -> bool:
        self.asked.append(f"{month}{'没过完就' if running else ''}结账{also}")
        return self.agrees

    def reopen_month(self, month: str) -> bool:
        self.asked.append(f"{month}撤销结账")
        return self.agrees

    def reason(self, of: str) -> str | None:
        self.asked.append(f"不改 {of}")
        return self.name

    def why_lifted(self) -> str | None:
        self.asked.append("解除签发")
        return self.name

    def issued_day(self, today: str, signed: str) -> str | None:
        self.asked.append(f"印发 {signed}")
        return self.day or max(today, signed)

    def person(self, present: str) -> str | None:
        self.asked.append(present)
        return self.name

    def template_name(self, title: str, words: str, present: str) -> str | None:
        self.asked.append(f"{title}：{present}")
        return self.name

    def drop_template_edits(self, names: Sequence[str]) -> bool:
        self.asked.append(f"不要 {'、'.join(names)}")
        return self.agrees


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["bianbao"]


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application as the program makes it, without animations."""
    app = make_application()
    app.setEffectEnabled(Qt.UIEffect.UI_General, False)
    yield app
    app.clipboard().clear()  # the offscreen platform would drop what Python put there after Python itself has ended


@pytest.fixture(autouse=True)
def nothing_left_behind(dressed: QApplication) -> Iterator[None]:
    """Fails a test after which a window or a running thread is still there."""
    before = set(map(id, dressed.topLevelWidgets()))
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    left = [widget for widget in dressed.topLevelWidgets() if id(widget) not in before and widget.objectName() != "qt_tooltip_label"]
    assert not left, f"left behind: {left}"
    names = (
        "task",
        "journal",
        "lock",
        "library",
        "collate",
        "templates",
        "statistics",
        "archive",
        "search",
        "first pages",
        "archived issue",
        "archive folder",
        "signature",
        "look",
        "original",
    )
    threads = [thread for thread in threading.enumerate() if thread.name in names]
    assert not threads, f"still running: {threads}"


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with no issue, its settings in a folder of the test's own."""
    made = MainWindow(Memory(SettingsFile(tmp_path / "settings" / "settings.json")), PreparedAsker())
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    yield made
    made.asker.answer = Answer.DROP  # type: ignore[attr-defined]
    made.runner.wait()
    made.close()


@pytest.fixture
def settle(qtbot: QtBot, window: MainWindow) -> Callable[[], None]:
    """Waits until the window's long work is done."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not window.runner.busy, timeout=30_000)

    return wait


@pytest.fixture
def asker(window: MainWindow) -> PreparedAsker:
    """The window's prepared answers."""
    assert isinstance(window.asker, PreparedAsker)
    return window.asker


@pytest.fixture
def opened(window: MainWindow, settle: Callable[[], None]) -> MainWindow:
    """The window with a bulletin of three articles in two 栏目."""
    window.files.new_composed(bulletins.composed(), None)
    settle()
    assert window.session.issue is not None
    return window
