"""A signed issue is written into the archive's folder off the window's thread: after it was signed, and by 归档… later on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.desk.archive_names import ArchiveRules
from app.errors import UserError
from app.ui.export_desk import open_outside

if TYPE_CHECKING:
    from app.desk.archiving import Archived, ToArchive
    from app.desk.publish import Task
    from app.model.issue import Issue
    from app.model.signing import SignedIssue
    from app.store.library.library import Library
    from app.ui.archive_dialog import ArchiveDialog
    from app.ui.message_bar import Choice
    from app.ui.month_tools import Host

_FOLDER = "简报档案"


class ArchiveKeeper(QObject):
    """Signal `kept`, when a folder was written."""

    kept = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__(host.session)
        self._host = host
        self.dialog: ArchiveDialog | None = None

    @property
    def rules(self) -> ArchiveRules:
        """How this office keeps issues."""
        settings = self._host.memory.settings
        on = set(settings.archive_kinds)
        formats = tuple(name for name in settings.archive_kinds if name.startswith("."))
        folder = Path(settings.archive_folder) if settings.archive_folder else Path(self._host.memory.folder) / _FOLDER
        return ArchiveRules(folder, settings.archive_pattern, formats, "redline" in on, "sheet" in on, "originals" in on)

    @property
    def is_set(self) -> bool:
        """Whether a person has said where issues go."""
        return bool(self._host.memory.settings.archive_folder)

    def after_signing(self, signed: SignedIssue, words: str, choices: Sequence[Choice]) -> None:
        """Archive what was signed just now, or offer it where nobody has said yet where issues go; `words` were said of it."""
        if self.is_set:
            self._start(signed, words, choices)
        else:
            self._host.bar.say("done", f"{words}还没有设归档的文件夹。", [*choices, ("归档…", lambda: self.archive(signed))])

    def archive(self, signed: SignedIssue) -> None:
        """Write the folder of a signed issue; ask first where it goes if nobody has said."""
        if not self.is_set:
            self.set_rules(lambda: self._start(signed), signed)
            return
        self._start(signed)

    def set_rules(self, then: Callable[[], None] | None = None, example: SignedIssue | None = None) -> None:
        """Ask how issues are kept."""
        from app.ui.archive_dialog import ArchiveDialog

        dialog = self.dialog = ArchiveDialog(
            self.rules, self._named(example), lambda present: self._host.asker.folder("归档文件夹", present), self._host.window
        )

        def accept() -> None:
            self._note(dialog.rules)
            if then is not None:
                then()

        dialog.accepted.connect(accept)
        dialog.finished.connect(lambda _: self._gone())
        dialog.open()

    def _named(self, example: SignedIssue | None) -> tuple[SignedIssue, str] | None:
        """The example with the short name of its bulletin, which the issue at hand knows."""
        from app.desk.archive_names import short_bulletin

        issue = self._host.session.issue
        if example is None:
            return None
        return example, short_bulletin(issue) if issue is not None and issue.key == example.issue else example.bulletin

    def wait(self) -> None:
        """Stop, for the window closes."""
        if self.dialog is not None:
            self.dialog.done(0)

    def _note(self, rules: ArchiveRules) -> None:
        kinds = (*rules.formats, *(name for name in ("sheet", "redline", "originals") if getattr(rules, name)))
        self._host.memory.note(archive_folder=str(rules.folder), archive_pattern=rules.pattern, archive_kinds=kinds)

    def _gone(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _start(self, signed: SignedIssue, words: str = "", choices: Sequence[Choice] = ()) -> None:
        library, resolver, rules = self._host.library.library, self._host.session.resolver, self.rules
        if library is None:
            self._host.bar.say("warning", "来稿库还没有打开，请稍后再归档。")
            return
        proofs, forms = self._host.proofs, self._host.memory.data

        def job(task: Task) -> Archived:
            from app.desk.archiving import archive_signed
            from app.desk.faces import faces_for

            try:
                what = replace(_to_archive(signed, library, rules), earlier=proofs.earlier(signed.issue), forms=forms)
                return archive_signed(what, rules, lambda template: faces_for(template, {}, resolver), task)
            except UserError as error:
                raise UserError(f"没有归档：{error.sentence}改好以后，点“签发”菜单里的“归档…”再试。") from error

        try:
            self._host.runner.start("正在归档", job, lambda done: self._say(done, words, choices))
        except UserError as error:
            self._host.bar.say("warning", error.sentence, [("再试", lambda: self._start(signed))])

    def _say(self, done: Archived, before: str, choices: Sequence[Choice]) -> None:
        place = f"{done.folder.parent.name}/{done.folder.name}"
        words = f"{before}已归档到“{place}”，共 {len(done.files)} 个文件。{''.join(done.notices)}"
        self._host.bar.say("done", words, [*choices, ("打开归档文件夹", lambda: open_outside(done.folder))], until_change=True)
        self.kept.emit()


def _to_archive(signed: SignedIssue, library: Library, rules: ArchiveRules) -> ToArchive:
    """In the thread: what belongs to the signature."""
    from app.desk.archiving import ToArchive
    from app.desk.clean_copy import linked_originals

    data = library.signed.data(signed.issue, signed.turn)
    originals = tuple(linked_originals(_issue(data), library)) if rules.originals else ()
    return ToArchive(signed, data, originals=originals)


def _issue(data: bytes) -> Issue:
    from app.store.jianbao import from_bytes

    return from_bytes(data, "签发的简报").issue
