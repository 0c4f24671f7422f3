"""Going through an article beside the text that came - what is compared, the panel, the marks, another text - becomes commands (对校)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.edit.source_commands import link_sources
from app.model.submission import Source
from app.ui.asking import SUBMISSION_FILTER, Asker
from app.ui.collate_desk import CollateDesk
from app.ui.collate_marks import CollateMarks
from app.ui.collate_panel import CollatePanel
from app.ui.library_desk import LibraryDesk
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.page_editor import PageEditor
from app.ui.session import Session

if TYPE_CHECKING:
    from app.desk.collating import Came
    from app.model.issue import Article
    from app.ui.pick_dialog import PickDialog


class CollateTools:
    """Makes them for one window; `acts` are the commands, by the names of their actions. `show_panel` is to bring the panel into view."""

    def __init__(
        self, session: Session, pages: PageEditor, library: LibraryDesk, memory: Memory, bar: MessageBar, asker: Asker, window: QWidget
    ) -> None:
        self._session, self._library, self._memory, self._bar, self._window = session, library, memory, bar, window
        self._asker = asker
        self.desk = CollateDesk(session, pages, library, bar)
        self.marks = CollateMarks(session, self.desk, pages)
        self.panel = CollatePanel(self.desk)
        self.panel.pick_asked.connect(self.pick)
        self.picking: PickDialog | None = None
        self.show_panel: Callable[[], None] = self.panel.show
        self.acts: dict[str, Callable[[], object]] = {
            "collate": self._show,
            "collate_next": lambda: self._going(self.desk.next),
            "collate_previous": lambda: self._going(self.desk.previous),
            "collate_back": lambda: self._going(self.desk.put_back_here),
        }

    def pick(self) -> None:
        """Ask for another text to lay beside the article at hand."""
        from app.ui.pick_dialog import PickDialog

        article = self.desk.article_now
        if article is None:
            return
        dialog = self.picking = PickDialog(self._library.library, article, self._window)
        dialog.accepted.connect(lambda: self._take(article, dialog.submission, link=dialog.links))
        dialog.file_asked.connect(self._ask_file)
        dialog.finished.connect(lambda _: self._picked())
        dialog.open()

    def _picked(self) -> None:
        if self.picking is not None:
            self.picking.deleteLater()
            self.picking = None

    def _take(self, article: Article, submission: str, *, link: bool) -> None:
        from app.desk.collating import submission_beside

        library = self._library.library
        if library is None or not submission:
            return
        if link and self._session.perform(link_sources, article.id, (Source(submission),)):
            self._bar.say("done", "已记作这篇文章的来稿。", [("撤销", self._session.undo)], until_change=True)
            if len(article.sources) == 0:
                self.desk.lay_own_beside()
                return
        self.desk.lay_beside(lambda now: submission_beside(library, submission, now))

    def _ask_file(self) -> None:
        from app.desk.collating import file_beside
        from app.desk.files import read_file
        from app.desk.intake import LARGEST_DOCUMENT_BYTES

        path = self._asker.open_name("和哪一份来稿对", self._memory.folder, SUBMISSION_FILTER)
        if path is None:
            return

        def find(now: Article) -> tuple[Came, ...]:
            return file_beside(read_file(path, LARGEST_DOCUMENT_BYTES), path.name, now)

        self.desk.lay_beside(find)

    def _show(self) -> None:
        self.show_panel()
        self.panel.view.setFocus() if self.desk.beside else None

    def _going(self, act: Callable[[], object]) -> None:
        if not self.panel.isVisible():
            self.show_panel()
        act()
