"""Arguments become a running window; a bug in it becomes a report, and the program goes on."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from app.ui import style
from app.ui.icons import icon
from app.ui.idle_faces import IdleFaces
from app.ui.long_lived import spare_open_issues
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.preload import preload_quietly
from app.ui.settings import SettingsFile

STARTUP_OPTION = "--startup-time"
_PRELOAD_AFTER_MS = 600


def run(words: Sequence[str]) -> int:
    """Open the window, with the file that is named or with the sample at the first start. The exit status is Qt's.

    With --startup-time it prints how many seconds the process took until the window was painted, and ends.
    """
    app = make_application()
    window = MainWindow(Memory(SettingsFile()))
    catch_bugs(window)
    spare_open_issues(window.session)
    window.show()
    names = [word for word in words if word != STARTUP_OPTION]
    first_start = not window.memory.settings.started_before
    if names:
        QTimer.singleShot(0, lambda: window.open_file(Path(names[0])))
    elif first_start:
        QTimer.singleShot(0, window.files.open_sample)
    if STARTUP_OPTION in words:
        from app.ui.startup import report_when_painted

        report_when_painted(window, opens=bool(names) or first_start)
    else:
        QTimer.singleShot(_PRELOAD_AFTER_MS, preload_quietly)
        QTimer.singleShot(_PRELOAD_AFTER_MS, window.library.open_soon)
        IdleFaces(window.session, window.runner)
        QTimer.singleShot(0, window.safety.recovery.offer)
    window.memory.note(started_before=True)
    status = app.exec()
    sys.excepthook = sys.__excepthook__
    return status


_SWITCH_S = 0.0005


def make_application() -> QApplication:
    """Qt's application in our dress, speaking Chinese."""
    sys.setswitchinterval(_SWITCH_S)  # what is worked out beside it, such as the proofreading, lets a key go first
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Script.SimplifiedChineseScript, QLocale.Country.China))
    own = QApplication.instance()
    app = own if isinstance(own, QApplication) else QApplication(["bianbao"])
    app.setApplicationName("bianbao")
    app.setApplicationDisplayName("编报")
    app.setDesktopFileName("bianbao")
    app.setWindowIcon(icon("bianbao"))
    _speak_chinese(app)
    style.dress(app, dark=app.styleHints().colorScheme() is Qt.ColorScheme.Dark)
    return app


def _speak_chinese(app: QApplication) -> None:
    """Qt's own dialogs and buttons in Chinese, from the translations that come with Qt."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)


def catch_bugs(window: MainWindow) -> None:
    """From now on an exception that nobody expected shows a report that can be copied."""
    from app.desk.log import LOGGER

    def show(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        from app.desk.crash import crash_report, save_report
        from app.paths import user_data
        from app.ui.dialogs import BugDialog

        LOGGER.error("bug %s", type(error).__name__)
        report = crash_report(error, "window")
        path = save_report(report, user_data() / "reports")
        dialog = BugDialog(report, str(path) if path else "", window)
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    sys.excepthook = show
