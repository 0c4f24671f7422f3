"""The settings while the window is open: what was opened last, and where dialogs start."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, Signal

from app.ui.settings import Settings, SettingsFile


class Memory(QObject):
    """Keeps the settings and their file in step. `changed` when the recent files are other ones."""

    changed = Signal()

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.settings: Settings = file.load()

    @property
    def recent(self) -> tuple[str, ...]:
        """Paths of the files that were opened or saved lately, newest first."""
        return self.settings.recent

    @property
    def data(self) -> Path:
        """The folder of the user's own data, where the settings are."""
        return self._file.path.parent

    @property
    def folder(self) -> str:
        """Where file dialogs start: the folder used last, or the person's documents."""
        if self.settings.folder and Path(self.settings.folder).is_dir():
            return self.settings.folder
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return documents if Path(documents).is_dir() else str(Path.home())

    def opened(self, path: Path) -> None:
        """Note a file of the person's own."""
        self._set(self.settings.with_recent(path.absolute()))

    def gone(self, path: Path) -> None:
        """Forget a file that can't be opened."""
        self._set(self.settings.without_recent(path.absolute()))

    def note(self, **values: Any) -> None:  # noqa: ANN401 - the fields of Settings
        """Note other values."""
        self._set(replace(self.settings, **values))

    def _set(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self._file.store(settings)
            self.changed.emit()
