"""What the parts of the 来稿箱 share: the open library, what is chosen, and one way to run and to fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.errors import UserError
from app.model.submission import SubmissionRecord
from app.ui.inbox_panel import InboxPanel
from app.ui.library_desk import LibraryDesk
from app.ui.message_bar import MessageBar
from app.ui.session import Session
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.desk.publish import Task
    from app.store.library.library import Library


class InboxHost:
    """`here` are the submissions that the issue at hand was made of."""

    def __init__(self, session: Session, runner: TaskRunner, desk: LibraryDesk, bar: MessageBar) -> None:
        self.session, self.runner, self.desk, self.bar = session, runner, desk, bar
        self.panel = InboxPanel()

    @property
    def chosen(self) -> list[SubmissionRecord]:
        """The submissions that are chosen in the list."""
        return self.panel.view.chosen

    @property
    def here(self) -> frozenset[str]:
        """The submissions that the issue at hand was made of."""
        issue = self.session.issue
        return frozenset(one.submission for article in issue.articles() for one in article.sources) if issue else frozenset()

    @property
    def library(self) -> Library:
        """The open library. Raises `UserError` where there is none yet."""
        if self.desk.library is None:
            self.desk.open_soon(again=True)
            raise UserError("来稿库还没有打开，请稍等再试。")
        return self.desk.library

    def run(self, what: str, job: Callable[[Library, Task], object], done: Callable[[object], None] | Callable[..., None]) -> None:
        """Do a long job with the library off the window's thread, with progress, and hand its outcome to `done`."""

        def start() -> None:
            library = self.library
            self.runner.start(what, lambda task: job(library, task), done)

        self.attempt(start)

    def attempt(self, act: Callable[[], object]) -> None:
        """Do something that may fail in a sentence."""
        try:
            act()
        except UserError as error:
            self.bar.say("warning", error.sentence)
