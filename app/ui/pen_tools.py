"""Going through a proof that came back - the list, the tints on the pages, photos beside them - becomes a panel, a pane and commands."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.actions import Actions
from app.ui.asking import Asker
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.pen_desk import PenDesk
from app.ui.pen_marks import PenMarks
from app.ui.pen_panel import PenPanel
from app.ui.photo_desk import PhotoDesk
from app.ui.proof_desk import ProofDesk
from app.ui.session import Session
from app.ui.tasks import TaskRunner


class PenTools:
    """Makes them for one window; `acts` are the commands, by the names of their actions. `show_panel` is to bring the panel into view."""

    def __init__(
        self,
        session: Session,
        runner: TaskRunner,
        proofs: ProofDesk,
        pages: PageEditor,
        actions: Actions,
        memory: Memory,
        bar: MessageBar,
        asker: Asker,
    ) -> None:
        self.desk = PenDesk(session, proofs, pages, bar)
        self.panel = PenPanel(self.desk, lambda of: asker.reason(of))
        self.photos = PhotoDesk(session, self.desk, runner, actions, memory, bar, asker)
        self.show_panel: Callable[[], None] = self.panel.show
        self.acts: dict[str, Callable[[], object]] = {"pens": self._begin, "add_photos": self.photos.ask}
        marks = PenMarks(session, self.desk, pages)
        self.panel.seen.connect(marks.show)
        self.panel.photos_asked.connect(self.photos.ask)
        self.panel.print_asked.connect(actions["print"].trigger)
        pages.page_changed.connect(lambda *_: self.photos.page_in_view())

    def _begin(self) -> None:
        self.show_panel()
        self.panel.begin()
