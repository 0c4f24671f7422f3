"""Commands become panes that are seen and have the keyboard: thumbnails, the reading pane, F6 from one to the next."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.ui.actions import Actions
from app.ui.inspector import Inspector
from app.ui.memory import Memory
from app.ui.outline_panel import OutlinePanel
from app.ui.page_editor import PageEditor
from app.ui.pane_cycle import PaneCycle
from app.ui.reader_pane import ReaderPane
from app.ui.session import Session
from app.ui.start_page import StartPage


@dataclass(frozen=True, slots=True)
class Panes:
    """The parts of the window between which the keyboard goes round."""

    outline: OutlinePanel
    start: StartPage
    pages: PageEditor
    reader: ReaderPane
    inspector: Inspector


class PaneDesk(QObject):
    """Works on the panes."""

    def __init__(self, actions: Actions, session: Session, panes: Panes, memory: Memory) -> None:
        super().__init__(session)
        self._actions, self._session, self._memory = actions, session, memory
        self._thumbnails = panes.outline.thumbnails
        outline = panes.outline
        cycle = PaneCycle((outline.view, outline.thumbnails, panes.start, panes.pages, panes.reader, panes.inspector))
        actions["next_pane"].triggered.connect(lambda: cycle.go())
        actions["previous_pane"].triggered.connect(lambda: cycle.go(back=True))
        actions["show_outline"].toggled.connect(outline.setVisible)
        actions["show_reader"].toggled.connect(panes.reader.setVisible)
        actions["show_thumbnails"].toggled.connect(lambda shown: actions["show_outline"].setChecked(True) if shown else None)
        self._thumbnails.chosen.connect(panes.pages.show_page)
        panes.pages.page_changed.connect(lambda page, _: self._thumbnails.show_page(page))
        session.opened.connect(self._show_layout)
        session.changed.connect(self._show_layout)

    def restore(self) -> None:
        """Show the panes that were seen last."""
        self._actions["show_thumbnails"].setChecked(self._memory.settings.thumbnails)
        self._actions["show_reader"].setChecked(self._memory.settings.reader)

    def remember(self) -> None:
        """Note which panes are seen."""
        self._memory.note(thumbnails=self._actions["show_thumbnails"].isChecked(), reader=self._actions["show_reader"].isChecked())

    def _show_layout(self) -> None:
        self._thumbnails.show_layout(self._session.layout)
