"""After a signature was taken back, what is not as it was signed is red in outline and report; signed versions are opened and exported."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import UserError
from app.ui.later import Later
from app.ui.outline_nodes import FOOTER_KEY, MASTHEAD_KEY, NodeKey, NodeKind
from app.ui.signed_watch import SignedWatch

if TYPE_CHECKING:
    from app.desk.publish import Task
    from app.model.issue import Issue
    from app.model.signing import SignedIssue
    from app.store.library.library import Library
    from app.ui.month_tools import Host
    from app.ui.session import Ready
    from app.ui.signed_dialog import SignedDialog


class SignedChanges(QObject):
    """`acts` are the commands, by the names of their actions."""

    def __init__(self, host: Host, watch: SignedWatch) -> None:
        super().__init__(host.session)
        self._host, self._session, self._watch = host, host.session, watch
        self._offered: tuple[str, int] = ("", 0)
        self.dialog: SignedDialog | None = None
        self.acts: dict[str, Callable[[], object]] = {"signed_versions": self.show_versions}
        self._marks = Later(self._mark, self)
        host.exports.signed_before = self.before
        host.redlines.signed = self._versions
        watch.learned.connect(self._learned)
        host.session.changed.connect(lambda _: self._marks.soon())

    def before(self) -> Issue | None:
        """The issue as it was signed last, where that signature was taken back."""
        known, issue = self._watch.known, self._session.issue
        if known is None or issue is None or issue.stage.closed or known.last is None or known.last.stands:
            return None
        return known.signed

    def _learned(self) -> None:
        self._mark()
        known, issue, session = self._watch.known, self._session.issue, self._session
        last = known.last if known is not None else None
        if issue is None or last is None or not last.stands or issue.stage.closed or session.unsaved or self._host.runner.busy:
            return
        if self._offered == (issue.key, last.turn):
            return
        self._offered = issue.key, last.turn
        words = f"这一期已经签发（{last.number}，{last.date}），这个文件是签发以前的，不要再改它。"
        self._host.bar.say("warning", words, [("打开签发的那一份", partial(self.take, last))])

    def _mark(self) -> None:
        from app.desk.signing import changed_parts

        signed, issue = self.before(), self._session.issue
        keys: frozenset[NodeKey] = frozenset()
        if signed is not None and issue is not None:
            articles, head, foot = changed_parts(signed, issue)
            keys = frozenset((NodeKind.ARTICLE, number) for number in articles)
            keys |= {key for key, unlike in ((MASTHEAD_KEY, head), (FOOTER_KEY, foot)) if unlike}
        self._host.outline.outline_model.show_unlike_signed(keys)

    def _versions(self) -> list[tuple[str, Callable[[], Issue]]]:
        """What 花脸稿 may hold the issue against, the newest first."""
        known, library = self._watch.known, self._host.library.library
        if known is None or library is None:
            return []
        return [(f"和签发的那一份比：{version_words(one)}", partial(_issue_of, library, one)) for one in reversed(known.signatures)]

    def show_versions(self) -> None:
        """List the signed versions of the issue at hand."""
        from app.ui.signed_dialog import SignedDialog

        known = self._watch.known
        if known is None or not known.signatures:
            self._host.bar.say("info", "这一期还没有签发过；签发时的样子会一直留着，在这里打开。")
            return
        dialog = self.dialog = SignedDialog(known.signatures, self._host.window)
        dialog.open_asked.connect(self.open_copy)
        dialog.export_asked.connect(self.export)
        dialog.finished.connect(lambda _: self._gone())
        dialog.open()

    def _gone(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def open_copy(self, signature: SignedIssue) -> None:
        """Open a signed version to look at, in the place of the issue at hand."""
        path = self._session.path

        def done(ready: Ready) -> None:
            self._session.open(ready)
            back = [("回到现在的文件", lambda: self._host.files.open_path(path))] if path is not None else []
            self._host.bar.say("info", f"这是签发的那一份（{version_words(signature)}），只能看和导出，现在的文件没有动。", back)

        self._open(signature, done, copy=True)

    def take(self, signature: SignedIssue) -> None:
        """Put the signed version in the place of a file that is older than its signature."""
        path = self._session.path

        def done(ready: Ready) -> None:
            if not self._host.files.open_ready(ready):
                return
            words = "这是签发的那一份。"
            if path is not None:
                words += f"保存以后，“{path.name}”就和签发的一样；原来的留在“以前保存的版本”里。"
            self._host.bar.say("info", words)

        self._open(signature, done, copy=False)

    def _open(self, signature: SignedIssue, done: Callable[[Ready], None], *, copy: bool) -> None:
        from app.desk.sign_off import signed_version
        from app.ui.session import Origin, prepare

        library, session = self._host.library.library, self._session
        if library is None or not self._host.files.may_close():
            return
        what, old = "正在打开签发的那一份", session.origin

        def job(task: Task) -> Ready:
            task.step(what, 0.0)
            found = signed_version(library, signature)
            own = Origin(old.path, saved=False, originals=found.originals, digest=old.digest)
            origin = Origin(saved=True, originals=found.originals, read_only=True) if copy else own
            return prepare(found.issue, origin, session.resolver)

        self._host.files.replace_later(what, job, done)

    def export(self, signature: SignedIssue) -> None:
        """Write a signed version as PDF, without opening it."""
        from app.desk.faces import faces_for
        from app.desk.publish import publish
        from app.desk.sign_off import signed_version
        from app.ui.export_desk import open_outside
        from app.ui.naming import file_stem

        host, library, session = self._host, self._host.library.library, self._session
        issue = session.issue
        if library is None or issue is None:
            return
        folder = session.path.parent if session.path else None
        name = f"{file_stem(issue)}_第{signature.turn}次签发.pdf"
        proposed = folder / name if folder is not None else host.memory.data / name
        path = host.asker.save_name("导出签发的那一份", proposed, "PDF (*.pdf);;Word 文档 (*.docx);;OFD (*.ofd)")
        if path is None:
            return
        target = path if path.suffix.lower() in (".pdf", ".docx", ".ofd") else path.with_name(f"{path.name}.pdf")
        resolver = session.resolver

        def job(task: Task) -> int:
            found = signed_version(library, signature).issue
            return publish(found, target, faces_for(found.template, {}, resolver), task=task).pages

        def done(pages: int) -> None:
            words = f"签发的那一份已导出为“{target.name}”，共 {pages} 页。"
            host.bar.say("done", words, [("打开文件", lambda: open_outside(target))], until_change=True)

        try:
            host.runner.start("正在导出签发的那一份", job, done)
        except UserError as error:
            host.bar.say("warning", error.sentence)


def _issue_of(library: Library, signature: SignedIssue) -> Issue:
    """What was signed. Raises `UserError`."""
    from app.desk.sign_off import signed_version

    return signed_version(library, signature).issue


def version_words(signature: SignedIssue) -> str:
    """第 1 次签发　第7期　2021年3月8日　张市长（已解除：错一字）."""
    words = [f"第 {signature.turn} 次签发", signature.number, signature.date] + ([signature.signer] if signature.signer else [])
    lifted = f"（已解除：{signature.reason}）" if not signature.stands else ""
    return "　".join(words) + lifted
