"""The issue goes out for review as a DOCX, and the copy that comes back is gone through change by change."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.edit.ordinal_gaps import Gap, close_gaps, ordinal_gaps
from app.edit.review.apply import apply_review
from app.errors import UserError
from app.ui.asking import Asker
from app.ui.export_desk import ExportDesk
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.naming import file_stem
from app.ui.session import Session
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.desk.publish import Task
    from app.edit.review.change import Review, ReviewChange
    from app.model.issue import Issue

_REVIEW_MARK = "_送审"
_MOST_SAID = 3
_FILTER = "改回的送审稿 (*.docx *.docm *.doc *.wps *.rtf);;所有文件 (*)"


class ReviewDesk(QObject):
    """`acts` are the commands, by the names of their actions."""

    def __init__(
        self, session: Session, runner: TaskRunner, exports: ExportDesk, memory: Memory, bar: MessageBar, asker: Asker, window: QWidget
    ) -> None:
        super().__init__(session)
        self._session, self._runner, self._exports, self._memory = session, runner, exports, memory
        self._bar, self._asker, self._window = bar, asker, window
        self.acts = {"send_review": self.send, "take_review": self.ask}

    def send(self) -> None:
        """Ask for a name and export the copy for review; number and date may still be open."""
        issue = self._session.issue
        if issue is None:
            return
        path = self._asker.save_name("导出送审稿", self._folder() / f"{file_stem(issue)}{_REVIEW_MARK}.docx", "Word 文档 (*.docx)")
        if path is not None:
            path = path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")
            self._exports.export_to(path, for_review=True)

    def ask(self) -> None:
        """Ask for the copy that came back, and go through it."""
        path = self._asker.open_name("送审稿改回", str(self._folder()), _FILTER)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read a copy that came back and show what was changed in it."""
        issue, layout = self._session.issue, self._session.layout
        if issue is None or layout is None:
            return

        def job(task: Task) -> Review:
            from app.desk.files import read_file
            from app.desk.intake import LARGEST_DOCUMENT_BYTES
            from app.desk.reviewing import review_of

            task.step(f"正在读“{path.name}”", 0.1)
            return review_of(read_file(path, LARGEST_DOCUMENT_BYTES), path.name, issue, layout)

        try:
            self._runner.start("读送审稿", job, lambda review: self._show(review, issue, path.name))
        except UserError as error:
            self._bar.say("warning", error.sentence)

    def _show(self, review: Review, issue: Issue, name: str) -> None:
        from app.ui.review_dialog import ReviewDialog

        if not review.changes and not review.remarks:
            self._bar.say("info", f"“{name}”和送出去的时候一样，没有改动，也没有批注。")
            return
        dialog = ReviewDialog(review, issue, name, self._window)
        dialog.accepted.connect(lambda: self._apply(review, dialog.accepted_changes))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def _apply(self, review: Review, changes: Sequence[ReviewChange]) -> None:
        before = {gap.block for gap in self._gaps()}
        if self._session.perform(apply_review, review.base, changes):
            left = len(review.changes) - len(changes)
            rest = f"，{left} 处没有采用" if left else ""
            gaps = [gap for gap in self._gaps() if gap.block not in before]
            broken = f"标题编号断了：{'，'.join(f'“{gap.old}”应为“{gap.new}”' for gap in gaps[:_MOST_SAID])}。" if gaps else ""
            renumber = [("改好编号", partial(self._renumber, gaps))] if gaps else []
            words = f"采用了 {len(changes)} 处改动{rest}。{broken}"
            self._bar.say("done", words, [*renumber, ("撤销", self._session.undo)], until_change=True)
        else:
            self._bar.say("info", "这些改动稿子里已经有了，没有要改的。")

    def _renumber(self, gaps: Sequence[Gap]) -> None:
        self._session.perform(close_gaps, gaps)

    def _gaps(self) -> list[Gap]:
        """The headings that are out of turn."""
        issue = self._session.issue
        return [gap for article in issue.articles() for gap in ordinal_gaps(article)] if issue else []

    def _folder(self) -> Path:
        return self._session.path.parent if self._session.path else Path(self._memory.folder)
