"""The issue at hand becomes its file: saving, saving elsewhere, and the questions that stand before them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.desk.holding import Hold, login_name, words_on
from app.desk.keys import as_another
from app.desk.saving import ChangedMeanwhileError, Saved, ToSave, save_issue_file
from app.errors import UserError
from app.model.issue import Issue
from app.ui.asking import ISSUE_FILTER, Answer, Asker, Changed, SavedAs
from app.ui.lock_desk import LockDesk
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.naming import file_stem, issue_name
from app.ui.session import Session

_SUFFIX = ".jianbao"


class SaveDesk(QObject):
    """Works on the session. `about_to_save` comes before a file is touched, `saved` brings the path."""

    about_to_save = Signal()
    saved = Signal(object)

    def __init__(self, session: Session, memory: Memory, bar: MessageBar, asker: Asker, locks: LockDesk) -> None:
        super().__init__(session)
        self._session, self._memory, self._bar, self._asker, self._locks = session, memory, bar, asker, locks

    @property
    def copies(self) -> Path:
        """Where the numbered copies of saved files are kept."""
        return self._memory.data / "backups"

    def save(self) -> bool:
        """Save to the issue's file; ask for a name where it has none, or where a colleague has it."""
        path = self._session.path
        if path is None or self._session.read_only:
            return self.save_as()
        return self._save_to(path)

    def save_as(self) -> bool:
        """Ask for a name and save there."""
        path = self._ask_name()
        return path is not None and self._save_to(path)

    def save_under_another_name(self) -> bool:
        """The same where the person wants it (另存为): who makes the next issue of the last one's file is not to change the last one.

        Two files of one issue have one key, by which the library counts, numbers and finds it: signing the second would unsign the first.
        """
        session = self._session
        path = self._ask_name()
        if session.issue is None or path is None:
            return False
        if self._is_a_second_file(path):
            match self._asker.saved_as(path.name, issue_name(session.issue), signed=session.issue.stage.closed):
                case SavedAs.CANCEL:
                    return False
                case SavedAs.ANOTHER:
                    session.begin_another(as_another(session.issue))  # as it is now: a field may have been left for the questions
                    if self._save_to(path):
                        self._bar.say("done", "这是另编的一期了：原来的没有动，请改期号、日期和文章。")
                        return True
                    return False
        return self._save_to(path)

    def _is_a_second_file(self, path: Path) -> bool:
        """Whether the issue at hand has a file already, and this is not that one, however it is spelled."""
        session = self._session
        if session.sample or session.path is None or not session.path.exists():
            return session.read_only and not session.sample
        return not (path.exists() and path.samefile(session.path))

    def _ask_name(self) -> Path | None:
        issue = self._session.issue
        if issue is None:
            return None
        stem = file_stem(issue) + ("（我的示例）" if self._session.sample else "")
        path = self._asker.save_name("保存简报", Path(self._memory.folder) / f"{stem}{_SUFFIX}", ISSUE_FILTER)
        return path if path is None or path.suffix.lower() == _SUFFIX else path.with_name(path.name + _SUFFIX)

    def may_close(self) -> bool:
        """Whether the issue at hand may go; asks where it would lose something."""
        issue = self._session.issue
        if issue is None or not self._session.unsaved:
            return True
        answer = self._asker.unsaved(issue_name(issue))
        return self.save() if answer is Answer.SAVE else answer is Answer.DROP

    def _save_to(self, path: Path, overwrite: bool = False) -> bool:
        self.about_to_save.emit()
        claimed = self._locks.claim(path)
        if not isinstance(claimed, Hold):
            self._say(f"“{path.name}”正由{words_on(claimed)}打开着，没有存上；您写的都还在，请换一个名字或位置。")
            return False
        try:
            issue, saved = self._write(path, overwrite)
        except ChangedMeanwhileError:
            self._locks.give_back(claimed)
            return self._settle_change(path)
        except UserError as error:
            self._locks.give_back(claimed)
            self._say(f"{error.sentence}您写的都还在。")
            return False
        self._locks.keep(claimed)
        self._session.stand(issue)
        self._session.mark_saved(path, saved.digest)
        self._memory.opened(path)
        self._bar.hide()
        if saved.no_copy:
            self._bar.say("warning", f"“{path.name}”存好了，但这一次的版本没有另留一份。原因：{saved.no_copy}")
        self.saved.emit(path)
        return True

    def _recorded(self, issue: Issue) -> Issue:
        """The issue with what was changed since the save before, and by whom, once it has gone to be signed."""
        from app.desk.signing import this_moment, with_changes

        history = self._session.history
        before = (history.saved if history else None) or (self._standing() if issue.trail else None)
        if before is None:
            return issue
        return with_changes(issue, before, this_moment(), self._memory.settings.person or login_name())

    def _standing(self) -> Issue | None:
        """What stands in the file of an issue that came back from a journal."""
        from app.store.jianbao import load

        try:
            return load(self._session.path).issue if self._session.path else None
        except UserError:  # gone or damaged: nothing to hold the issue against
            return None

    def _write(self, path: Path, overwrite: bool) -> tuple[Issue, Saved]:
        """The issue as it was written, which the window takes over when it is: a save that fails has recorded nothing."""
        session = self._session
        issue, faces, layout = session.issue, session.faces, session.layout
        if issue is None or faces is None or layout is None:
            raise UserError("现在没有打开的简报。")
        issue = self._recorded(issue)
        digest = session.origin.digest if path == session.path else ""
        what = ToSave(own_copy(issue), session.originals, faces.fingerprints(), len(layout.pages), digest, session.unlooked)
        return issue, save_issue_file(what, path, self.copies, overwrite=overwrite)

    def _settle_change(self, path: Path) -> bool:
        match self._asker.changed_meanwhile(path.name):
            case Changed.OVERWRITE:
                return self._save_to(path, overwrite=True)
            case Changed.SAVE_AS:
                return self.save_as()
        return False

    def _say(self, sentence: str) -> None:
        self._bar.say("error", sentence, [("换个位置保存", self._again)])

    def _again(self) -> None:
        self.save_as()


def own_copy(issue: Issue) -> Issue:
    """The issue as a file holds it: nobody's sample."""
    return replace(issue, sample=False) if issue.sample else issue
