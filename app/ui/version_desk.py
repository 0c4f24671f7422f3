"""Texts that go back to one another become views side by side, and a newer version of a submission a step of the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from app.edit.newer_version import take_newer, texts_of
from app.errors import UserError
from app.model.issue import Article
from app.ui.compare_dialog import Column, CompareDialog
from app.ui.dialogs import ListDialog
from app.ui.message_bar import MessageBar
from app.ui.newer_dialog import NewerDialog
from app.ui.session import Session

if TYPE_CHECKING:
    from app.desk.newer import Newer
    from app.desk.receiving import Related
    from app.desk.relating import Relative
    from app.model.submission import SubmissionRecord
    from app.store.library.library import Library


class VersionDesk(QObject):
    """Opens the views over the window."""

    def __init__(self, session: Session, bar: MessageBar, window: QWidget) -> None:
        super().__init__(session)
        self._session, self._bar, self._window = session, bar, window

    def compare_with_relative(self, record: SubmissionRecord, text: str, relative: Relative) -> None:
        """A submission beside what it goes back to."""
        where = relative.issue.where + "登过的" if relative.issue else f"{relative.record.received[:10]} 收到的" if relative.record else ""
        self._open(CompareDialog("对比", Column(f"{where}《{relative.title}》", relative.text), Column(f"这份《{record.title}》", text)))

    def compare_with_original(self, library: Library, article: Article) -> None:
        """An article beside the submissions that it was made of (与原稿比较). Raises `UserError` where there is none."""
        from app.desk.newer import original_texts

        originals = original_texts(library, article)
        if not originals:
            raise UserError("这篇文章没有关联来稿，没有原稿可以比较。")
        title = "、".join(f"《{title}》" for title, _ in originals)
        earlier = Column(f"原稿{title}", "\n".join(text for _, text in originals))
        self._open(CompareDialog("与原稿比较", earlier, Column("本期的文章", "\n".join(texts_of(article)))))

    def offer(self, library: Library, record: SubmissionRecord) -> bool:
        """Show the three texts where the issue at hand holds what `record` is a newer version of; False where it doesn't."""
        from app.desk.newer import newer_versions

        issue = self._session.issue
        found = newer_versions(library, issue, record) if issue else ()
        if not found:
            return False
        newer = found[0]
        dialog = NewerDialog(newer.title, newer.base, newer.ours, newer.theirs, self._window)
        dialog.accepted.connect(lambda: self._replace(newer, dialog.texts))
        self._open(dialog)
        return True

    def show_related(self, related: list[Related]) -> None:
        """List what new submissions go back to."""
        rows = [(f"《{one.record.title}》", f"与{one.relative.sentence()}") for one in related]
        self._open(ListDialog("相近的稿子", "收下的来稿里，有几份和以前的稿子相近：", rows, self._window))

    def _replace(self, newer: Newer, texts: list[str]) -> None:
        from app.desk.articles import paragraph_roles

        if self._session.perform(take_newer, newer.article, texts, newer.old, newer.new, paragraph_roles):
            self._bar.say("done", f"《{newer.title}》已换成新稿。", [("撤销", self._session.undo)], until_change=True)

    def _open(self, dialog: QDialog) -> None:
        if dialog.parent() is None:
            dialog.setParent(self._window, dialog.windowFlags())
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()
