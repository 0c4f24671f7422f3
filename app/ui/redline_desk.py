"""What was changed since an earlier version becomes a 花脸稿 in a file: the person chooses the version and the name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.desk.saving import earlier_versions, open_version
from app.errors import UserError
from app.ui.asking import ISSUE_FILTER
from app.ui.export_desk import ExportDesk
from app.ui.file_desk import FileDesk
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.naming import file_stem, issue_name
from app.ui.proof_desk import ProofDesk, proof_words
from app.ui.safety_desk import version_words
from app.ui.session import Session
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.desk.publish import Published, Task
    from app.model.issue import Issue
    from app.store.backups import Version

_MARK = "_花脸稿"
_FILTER = "PDF (*.pdf);;Word 文档 (*.docx)"
_SUFFIXES = frozenset({".pdf", ".docx"})


class RedlineDesk(QObject):
    """`acts` are the commands, by the names of their actions."""

    def __init__(
        self,
        session: Session,
        runner: TaskRunner,
        files: FileDesk,
        exports: ExportDesk,
        proofs: ProofDesk,
        memory: Memory,
        bar: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(session)
        self._session, self._runner, self._files, self._exports = session, runner, files, exports
        self._proofs, self._memory, self._bar, self._window = proofs, memory, bar, window
        self.acts = {"redline": self.ask}
        self.signed: Callable[[], list[tuple[str, Callable[[], Issue]]]] = list  # the versions that were signed: words, and what reads one

    def ask(self) -> None:
        """Ask which version to hold the issue at hand against: one that was signed, a printed proof, one that was saved, or a file."""
        path, issue = self._session.path, self._session.issue
        proofs = self._proofs.kept
        saved = earlier_versions(self._files.saving.copies, path) if path else []
        signed = self.signed()
        if issue is None or not (proofs or saved or signed):
            self._ask_file()
            return
        rows = [*(words for words, _ in signed), *map(proof_words, proofs), *map(version_words, saved)]
        reads: list[Callable[[], Issue]] = [
            *(read for _, read in signed),
            *(partial(self._proofs.printed, proof) for proof in proofs),
            *(partial(_saved, version) for version in saved),
        ]
        from app.ui.versions_dialog import VersionsDialog

        dialog = VersionsDialog(path.name if path else issue_name(issue), rows, self._window, compares=True)
        dialog.accepted.connect(lambda: self._write(reads[dialog.index]))
        dialog.file_asked.connect(self._ask_file)
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def _ask_file(self) -> None:
        """Hold it against a file."""
        from app.desk.intake import open_issue

        path = self._files.asker.open_name("花脸稿：和哪一份比", self._memory.folder, ISSUE_FILTER)
        if path is not None:
            self._write(lambda: open_issue(path).issue)

    def _write(self, earlier: Callable[[], Issue]) -> None:
        """Ask for a name and write the 花脸稿 there."""
        from app.desk.redlining import publish_redline

        issue, faces = self._session.issue, self._session.faces
        if issue is None or faces is None:
            return
        folder = self._session.path.parent if self._session.path else Path(self._memory.folder)
        path = self._files.asker.save_name("导出花脸稿", folder / f"{file_stem(issue)}{_MARK}.pdf", _FILTER)
        if path is None:
            return
        target = path if path.suffix.lower() in _SUFFIXES else path.with_name(f"{path.name}.pdf")

        def job(task: Task) -> tuple[Published, str]:
            task.step("正在比较两份", 0.0)
            published, changed = publish_redline(earlier(), issue, target, faces, task)
            return published, f"花脸稿已存为“{target.name}”，标出了 {changed} 处改过的段落。"

        try:
            self._runner.start("正在做花脸稿", job, self._exports.say_done)
        except UserError as error:
            self._bar.say("warning", error.sentence)


def _saved(version: Version) -> Issue:
    """What was saved. Raises `UserError`."""
    return open_version(version).issue
