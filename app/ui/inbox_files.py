"""The files of a submission are put to it and copied out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.model.submission import SubmissionFile
from app.ui.asking import Asker
from app.ui.inbox_host import InboxHost
from app.ui.memory import Memory

if TYPE_CHECKING:
    from app.desk.attaching import Attached

_ANY_FILE = "所有文件 (*)"


class InboxFiles(QObject):
    """`receive` takes what turns out to be a text of its own."""

    def __init__(self, host: InboxHost, asker: Asker, memory: Memory, receive: Callable[[Sequence[Path]], None]) -> None:
        super().__init__(host.session)
        self._host, self._asker, self._memory, self._receive = host, asker, memory, receive

    def save(self, file: SubmissionFile) -> None:
        """Put a copy of a file where the person says. Raises `UserError`."""
        from app.atomic import write_atomically

        path = self._asker.save_name("另存原件", Path(self._memory.folder) / file.name, _ANY_FILE)
        if path is not None:
            write_atomically(path, self._host.library.data(file.digest))
            self._host.bar.say("done", f"原件已另存为“{path.name}”。")

    def ask(self) -> None:
        """Ask for files of any kind and put them to the first of the chosen ones."""
        if self._host.chosen:
            record = self._host.chosen[0]
            self._attach(record.id, self._asker.open_names("添加附件", self._memory.folder, _ANY_FILE), texts_too=True)

    def take_dropped(self, paths: Sequence[Path], submission: str) -> None:
        """Put pictures and tables to the submission that they were dropped on; the rest comes in as submissions."""
        if submission:
            self._attach(submission, paths)
        else:
            self._receive(paths)

    def _attach(self, submission: str, paths: Sequence[Path], *, texts_too: bool = False) -> None:
        from app.desk.attaching import attach

        def done(attached: Attached) -> None:
            title = self._host.library.record(submission).title
            parts = [f"给《{title}》加了 {len(attached.names)} 个附件。"] if attached.names else []
            if parts or attached.refused:
                self._host.bar.say("warning" if attached.refused else "done", "".join((*parts, *attached.refused)))
            if attached.texts:
                self._receive(attached.texts)

        if paths:
            self._host.run(
                "正在添加附件",
                lambda library, task: attach(library, submission, paths, texts_too=texts_too, task=task),
                lambda attached: self._host.attempt(lambda: done(attached)),
            )
