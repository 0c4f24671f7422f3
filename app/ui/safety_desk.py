"""Nothing is lost: the journal, its recovery, the earlier versions and what this computer remembers, wired to the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desk.holding import login_name, moment_words
from app.desk.journal import Keeper
from app.desk.proofing import PROOFS, forget_proofs
from app.desk.publish import Task
from app.desk.saving import earlier_versions, forget_versions, open_version
from app.ui.file_desk import FileDesk
from app.ui.journal_desk import JournalDesk
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.naming import issue_name
from app.ui.recovery_desk import RecoveryDesk
from app.ui.session import Origin, Ready, Session, prepare
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.store.backups import Version

JOURNALS = "journal"


class SafetyDesk(QObject):
    """Holds the desks that guard the issue at hand; `acts` are their menu commands by name. `cleared`: its traces are gone."""

    cleared = Signal()

    def __init__(self, session: Session, runner: TaskRunner, files: FileDesk, memory: Memory, bar: MessageBar, window: QWidget) -> None:
        super().__init__(session)
        self._session, self._files, self._memory, self._bar = session, files, memory, bar
        self._window = window
        journals = memory.data / JOURNALS
        self.journal = JournalDesk(session, Keeper(journals), bar)
        self.recovery = RecoveryDesk(session, runner, files, self.journal, bar, journals, window)
        files.saving.about_to_save.connect(self.journal.flush)

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """What the menu entries do."""
        return {
            "versions": self.show_versions,
            "recover": self.recovery.look,
            "person": self.ask_person,
            "clear_traces": self.clear_traces,
        }

    def end(self) -> None:
        """The window closes, and nothing would be lost."""
        self.journal.end()
        self._files.locks.end()

    def show_versions(self) -> None:
        """List the kept copies of the file at hand."""
        path = self._session.path
        found = earlier_versions(self._files.saving.copies, path) if path else []
        if path is None or not found:
            self._bar.say("info", "这一期还没有以前的版本；每次保存都会另留一份。")
            return
        from app.ui.versions_dialog import VersionsDialog

        dialog = VersionsDialog(path.name, [version_words(version) for version in found], self._window)
        dialog.accepted.connect(lambda: self._open_version(path, found[dialog.index]))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def _open_version(self, path: Path, version: Version) -> None:
        if not self._files.may_close():
            return
        what, resolver = "正在打开以前的版本", self._session.resolver

        def job(task: Task) -> Ready:
            task.step(what, 0.0)
            found = open_version(version)
            return prepare(found.issue, Origin(saved=False, originals=found.originals), resolver)

        def done(ready: Ready) -> None:
            self._session.open(ready)
            words = f"这是“{path.name}”{moment_words(version.saved_at)}保存的副本，原来的文件没有动；要留用的话，请另存为。"
            self._bar.say("info", words, [("另存为…", self._again), ("回到现在的文件", lambda: self._files.open_path(path))])

        self._files.replace_later(what, job, done)

    def _again(self) -> None:
        self._files.save_as()

    def ask_person(self) -> None:
        """Ask for the name that colleagues see on a file in use."""
        name = self._files.asker.person(self._memory.settings.person or login_name())
        if name is not None:
            self._memory.note(person=name)

    def clear_traces(self) -> None:
        """Remove what this computer keeps of the issue at hand: journal, copies and the entry among the recent files."""
        issue, path = self._session.issue, self._session.path
        if issue is None or not self._files.asker.clear_traces(path.name if path else issue_name(issue)):
            return
        self.journal.forget()
        forget_proofs(self._memory.data / PROOFS, issue)
        if path is not None:
            forget_versions(self._files.saving.copies, path)
            self._memory.gone(path)
        self.cleared.emit()
        self._bar.say("done", "这一期留在本机的痕迹清除了；再改动、再保存时，会重新留底稿和版本。")


def version_words(version: Version) -> str:
    """3月8日 9:12　8 页　5321 字."""
    pages = f"　{version.pages} 页" if version.pages else ""
    return f"{moment_words(version.saved_at)}{pages}　{version.characters} 字"
