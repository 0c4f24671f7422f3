"""What a dead program left unsaved is offered at the next start, and comes back unsaved over its file's path."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.desk.holding import Hold, moment_words, words_on
from app.desk.journal import Found, Lost, find_lost, may_hold_lost
from app.desk.publish import Task
from app.errors import UserError
from app.ui.file_desk import FileDesk
from app.ui.journal_desk import JournalDesk
from app.ui.message_bar import MessageBar
from app.ui.naming import issue_name
from app.ui.places import find_place
from app.ui.session import Origin, Ready, Session, prepare
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.fonts.roles import FaceResolver
    from app.layout.frames import Page
    from app.ui.recovery_dialog import Card

Laid = tuple[Lost, Ready]


class RecoveryDesk(QObject):
    """Works on the session; the journals of living programs are held by those and never seen here."""

    def __init__(
        self, session: Session, runner: TaskRunner, files: FileDesk, journal: JournalDesk, bar: MessageBar, journals: Path, window: QWidget
    ) -> None:
        super().__init__(session)
        self._session, self._runner, self._files, self._journal, self._bar = session, runner, files, journal, bar
        self._journals, self._window = journals, window

    def offer(self) -> None:
        """At the start: look, and ask only where there is something."""
        if not may_hold_lost(self._journals):
            return
        if self._runner.busy:  # the file that the program was started with comes first; nothing is typed in between
            self._runner.ended.connect(self.offer, Qt.ConnectionType.SingleShotConnection)
            return
        self._look(say_none=False)

    def look(self) -> None:
        """The person asks: look, and say so where there is nothing."""
        self._look(say_none=True)

    def _look(self, say_none: bool) -> None:
        what, resolver, journals = "正在查看没有保存的稿子", self._session.resolver, self._journals

        def job(task: Task) -> tuple[Found, list[Laid]]:
            task.step(what, 0.0)
            found = find_lost(journals)
            return found, list(_laid_out(found.lost, resolver))

        self._files.replace_later(what, job, lambda result: self._show(result[0], result[1], say_none))

    def _show(self, found: Found, laid: list[Laid], say_none: bool) -> None:
        if found.unreadable:
            self._bar.say("warning", "".join(found.unreadable))
        elif not laid and say_none:
            self._bar.say("info", "没有要恢复的稿子，都已经保存好了。")
        if not laid:
            return
        from app.ui.recovery_dialog import RecoveryDialog

        gone: set[int] = set()

        def drop(index: int) -> bool:
            lost = laid[index][0]
            agreed = self._files.asker.drop_lost(issue_name(lost.issue))
            if agreed:
                lost.slot.remove()
                gone.add(index)
            return agreed

        def end() -> None:
            for index, (lost, ready) in enumerate(laid):
                if index == dialog.chosen and self.restore(lost, ready):
                    continue
                if index not in gone:
                    lost.slot.release()
            dialog.deleteLater()

        dialog = RecoveryDialog([_card(lost, ready) for lost, ready in laid], drop, self._window)
        dialog.finished.connect(end)
        dialog.open()

    def restore(self, lost: Lost, ready: Ready) -> bool:
        """Put an issue that was lost in the place of the one at hand, unsaved; False where the person keeps that one."""
        if not self._files.may_close():
            return False
        path, held = ready.origin.path, None
        claimed = self._files.locks.claim(path) if path else None
        if claimed is not None and not isinstance(claimed, Hold):
            held, ready = claimed, replace(ready, origin=replace(ready.origin, path=None, digest=""))
        self._session.open(ready)
        self._journal.adopt(lost.slot)
        words = f"恢复到了{moment_words(lost.moment.edited_at)} 的样子，还没有存盘，请看一看再保存。"
        if isinstance(claimed, Hold):
            self._files.locks.keep(claimed)
        if held is not None and path is not None:
            words += f"“{path.name}”正由{words_on(held)}打开着，请存成另一份。"
        self._bar.say("info", words, [("另存为…", self._again)])
        if lost.moment.state.selection is not None:
            self._session.select_range(lost.moment.state.selection)
        return True

    def _again(self) -> None:
        self._files.save_as()


def _laid_out(found: Sequence[Lost], resolver: FaceResolver) -> list[Laid]:
    laid = []
    for lost in found:
        moment = lost.moment
        origin = Origin(moment.path, moment.sample, saved=False, originals=moment.originals, unlooked=moment.unlooked, digest=moment.digest)
        with suppress(UserError):  # without faces nothing can be shown here; the journal waits
            laid.append((lost, prepare(lost.issue, origin, resolver)))
            continue
        lost.slot.release()
    return laid


def _card(lost: Lost, ready: Ready) -> Card:
    from app.ui.recovery_dialog import Card

    path = lost.moment.path
    facts = [
        f"文件：{path}" if path else ("由示例改成，还没有自己的文件" if lost.moment.sample else "还没有存成过文件"),
        f"最后改动：{moment_words(lost.moment.edited_at)}",
        f"比磁盘上的文件改了 {lost.changed} 字" if path else f"共 {lost.changed} 字",
    ]
    if lost.moved_on:
        facts.append("磁盘上的文件后来被改过或移走了，保存时会先问您")
    return Card(_page_of(lost, ready), issue_name(lost.issue), tuple(facts))


def _page_of(lost: Lost, ready: Ready) -> Page:
    """The page that was written on last."""
    selection = lost.moment.state.selection
    place = find_place(ready.layout, selection.head) if selection else None
    return ready.layout.pages[place.page - 1 if place else 0]
