"""Commands become panes that are seen and have the keyboard: thumbnails, the reading pane, F6 from one to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.records import dataclass
from app.ui.actions import Actions
from app.ui.final_pane import FinalPane
from app.ui.inbox_panel import InboxPanel
from app.ui.inspector import Inspector
from app.ui.memory import Memory
from app.ui.outline_panel import OutlinePanel
from app.ui.page_editor import PageEditor
from app.ui.pane_cycle import PaneCycle
from app.ui.photo_pane import PhotoPane
from app.ui.reader_pane import ReaderPane
from app.ui.session import Session
from app.ui.start_page import StartPage


@dataclass(frozen=True, slots=True)
class Panes:
    """The parts of the window between which the keyboard goes round."""

    outline: OutlinePanel
    inbox: InboxPanel
    final: FinalPane
    start: StartPage
    photos: PhotoPane
    pages: PageEditor
    inspector: Inspector


class PaneDesk(QObject):
    """Works on the panes, which are seen at first as they were last; makes the reading pane."""

    def __init__(self, actions: Actions, session: Session, panes: Panes, memory: Memory) -> None:
        super().__init__(session)
        self._actions, self._session = actions, session
        self.reader = ReaderPane(session, panes.pages)
        self._thumbnails, self._outline = panes.outline.thumbnails, panes.outline.view
        self._thumbnails.share(panes.pages.pixmaps)
        self._kept: QWidget | None = None
        outline = panes.outline
        left = (outline.view, outline.thumbnails, panes.inbox.stack, panes.final.rows)
        cycle = PaneCycle((*left, panes.start, panes.photos.stack, panes.pages, self.reader, panes.inspector))
        actions["next_pane"].triggered.connect(lambda: cycle.go())
        actions["previous_pane"].triggered.connect(lambda: cycle.go(back=True))
        self._final = panes.final
        for name in ("show_outline", "show_thumbnails", "show_inbox"):  # what 定稿前检查 covers, somebody wants to see
            actions[name].triggered.connect(lambda: panes.final.ask(False))
        actions["show_outline"].toggled.connect(outline.setVisible)
        actions["show_inbox"].toggled.connect(panes.inbox.setVisible)
        actions["show_inbox"].triggered.connect(lambda shown: panes.inbox.enter() if shown else outline.view.setFocus())
        actions["show_inspector"].toggled.connect(panes.inspector.setVisible)
        actions["show_reader"].toggled.connect(self.reader.setVisible)
        actions["look"].triggered.connect(lambda: self.show_panel(panes.inspector.show_look))
        actions["copyfit"].triggered.connect(lambda: self.show_panel(panes.inspector.show_copyfit))
        actions["show_thumbnails"].toggled.connect(lambda shown: actions["show_outline"].setChecked(True) if shown else None)
        self._thumbnails.chosen.connect(panes.pages.show_page)
        panes.pages.page_changed.connect(self._show_page)
        session.opened.connect(self._show_layout)
        session.changed.connect(self._show_layout)
        actions["show_thumbnails"].setChecked(memory.settings.thumbnails)
        actions["show_reader"].setChecked(memory.settings.reader)
        panes.inbox.setVisible(memory.settings.inbox)
        panes.inbox.close_asked.connect(lambda: actions["show_inbox"].setChecked(False))
        actions["show_inbox"].setChecked(memory.settings.inbox)

    def values(self) -> dict[str, bool]:
        """Which panes are seen, as the settings keep it."""
        return {name: self._actions[f"show_{name}"].isChecked() for name in ("thumbnails", "reader", "inbox")}

    def wait(self, whole: QWidget, waiting: bool) -> None:
        """Make all panes grey for a while; the keyboard goes to whatever is left then, and comes back afterwards."""
        focus = QApplication.focusWidget()
        if waiting and whole.isEnabled():
            self._kept = focus if focus is not None and whole.isAncestorOf(focus) else self._outline
        whole.setDisabled(waiting)
        if not waiting and self._kept is not None:
            kept, self._kept = self._kept, None
            (kept if isValid(kept) and kept.isVisible() else self._outline).setFocus()

    def show_rows(self) -> None:
        """See the outline itself: its rows are renamed where they stand."""
        self._final.ask(False)
        self._actions["show_outline"].setChecked(True)
        self._actions["show_thumbnails"].setChecked(False)

    def show_panel(self, show: Callable[[], None]) -> None:
        """Open the right panel on one of its pages."""
        self._actions["show_inspector"].setChecked(True)
        show()

    def _show_page(self, page: int) -> None:
        """Let the page in view stand out in outline and thumbnails."""
        self._outline.show_page_in_view(page)
        self._thumbnails.show_page(page)

    def _show_layout(self) -> None:
        self._thumbnails.show_layout(self._session.layout)
