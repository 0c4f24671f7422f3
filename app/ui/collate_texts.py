"""An article becomes the texts that it goes back to, read off the window's thread and kept, or those that a person laid beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import UserError
from app.ui.background import Background
from app.ui.library_desk import LibraryDesk
from app.ui.session import Session

if TYPE_CHECKING:
    from app.desk.collating import Came, Read
    from app.model.issue import Article

_LONGEST_WAIT_S = 5.0
Done = Callable[[], None]
Failed = Callable[[UserError], None]


class CollateTexts(QObject):
    """Knows the texts of the articles of one issue, until `forget`."""

    def __init__(self, session: Session, library: LibraryDesk) -> None:
        super().__init__(session)
        self._session, self._library = session, library
        self._background = Background("collate", self)
        self._known: dict[object, tuple[Came, ...]] = {}
        self._picked: dict[int, tuple[Came, ...]] = {}
        self._read: Read = {}

    @property
    def busy(self) -> bool:
        """Whether texts are being looked for."""
        return self._background.busy

    def of(self, article: Article) -> tuple[Came, ...] | None:
        """The texts of an article; None where they have still to be looked for."""
        return self._picked.get(article.id, self._known.get(self._key(article)))

    def fetch(self, article: Article, done: Done, failed: Failed) -> bool:
        """Look for the texts of an article: files are read again. False where others are still being looked for."""
        from app.desk.collating import originals_of

        library, kept, read, key = self._library.library, self._session.originals, self._read, self._key(article)

        def take(came: tuple[Came, ...]) -> None:
            self._known[key] = came
            done()

        def fail(error: UserError) -> None:
            self._known[key] = ()
            failed(error)
            done()

        return self._background.start(lambda: originals_of(library, article, kept, read), take, fail)

    def pick(self, article: Article, find: Callable[[Article], tuple[Came, ...]], done: Done, failed: Failed) -> bool:
        """Let the article have other texts, which `find` reads. False where others are still being looked for."""

        def take(came: tuple[Came, ...]) -> None:
            self._picked[article.id] = came
            done()

        return self._background.start(lambda: find(article), take, failed)

    def is_picked(self, article: int) -> bool:
        """Whether a person has chosen what an article has."""
        return article in self._picked

    def unpick(self, article: int) -> None:
        """Let it have its own texts again."""
        self._picked.pop(article, None)

    def forget(self) -> None:
        """Another issue is at hand."""
        self._known.clear()
        self._picked.clear()
        self._read = {}

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._background.wait(_LONGEST_WAIT_S)

    def _key(self, article: Article) -> object:
        """What its texts depend on."""
        return article.id, article.sources, self._library.library is None, len(self._session.originals)
