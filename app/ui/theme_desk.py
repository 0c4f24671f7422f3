"""界面颜色: the system's choice or the person's becomes light or dark chrome round the white pages, at once and at the next start."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import style
from app.ui.actions import Actions
from app.ui.icons import draw_anew
from app.ui.memory import Memory

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class ThemeDesk(QObject):
    """Dresses the application. Signal `dressed`: the colours are other ones now."""

    dressed = Signal()

    def __init__(self, actions: Actions, memory: Memory, window: QWidget) -> None:
        super().__init__(window)
        self._memory, self._window = memory, window
        for theme in _SCHEMES:
            actions[f"theme_{theme}"].triggered.connect(lambda _=False, theme=theme: self._choose(theme))
        chosen = memory.settings.theme if memory.settings.theme in _SCHEMES else "system"
        actions[f"theme_{chosen}"].setChecked(True)
        self._theme = chosen
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()

    def _choose(self, theme: str) -> None:
        self._theme = theme
        self._memory.note(theme=theme)
        self._dress()

    def _dress(self) -> None:
        app, hints = QApplication.instance(), QGuiApplication.styleHints()
        if not isinstance(app, QApplication):
            return
        hints.setColorScheme(_SCHEMES[self._theme])  # the frame of the window and the system's own dialogs follow it
        dark = self._theme == "dark" or (self._theme == "system" and hints.colorScheme() is Qt.ColorScheme.Dark)
        if style.dress(app, dark=dark):
            draw_anew(self._window)
            self.dressed.emit()
