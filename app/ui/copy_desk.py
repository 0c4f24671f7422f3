"""The issue at hand becomes a copy for others; the file that is being worked on stays what it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from app.errors import UserError
from app.ui.asking import ISSUE_FILTER, Asker
from app.ui.library_desk import LibraryDesk
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.naming import file_stem
from app.ui.session import Session

_SUFFIX = ".jianbao"


class CopyDesk(QObject):
    """Asks where to put a copy and writes it. `acts` are the commands, by the names of their actions."""

    def __init__(self, session: Session, memory: Memory, bar: MessageBar, asker: Asker, library: LibraryDesk) -> None:
        super().__init__(session)
        self._session, self._memory, self._bar, self._asker, self._library = session, memory, bar, asker, library
        self.acts = {"save_clean": self.save_clean, "save_with_originals": self.save_with_originals}

    def save_clean(self) -> None:
        """A copy with what prints alone."""
        self._save("外发", with_originals=False)

    def save_with_originals(self) -> None:
        """A copy with the files that the submissions came in, for another desk of the office."""
        self._save("附来稿原件", with_originals=True)

    def _save(self, tail: str, *, with_originals: bool) -> None:
        from app.desk.clean_copy import linked_originals, save_copy

        issue = self._session.issue
        if issue is None:
            return
        proposed = Path(self._memory.folder) / f"{file_stem(issue)}（{tail}）{_SUFFIX}"
        path = self._asker.save_name("另存副本", proposed, ISSUE_FILTER)
        if path is None:
            return
        path = path if path.suffix.lower() == _SUFFIX else path.with_name(path.name + _SUFFIX)
        try:
            if path == self._session.path:
                raise UserError("这是正在编的文件，副本请换一个名字。")
            originals = [*self._session.originals, *linked_originals(issue, self._library.library)] if with_originals else []
            save_copy(issue, path, originals)
        except UserError as error:
            self._bar.say("error", error.sentence)
            return
        within = f"连同 {len(originals)} 份来稿原件" if with_originals else "不含来稿原件、批注、电话和聊天内容"
        self._bar.say("done", f"副本已存为“{path.name}”，{within}。")
