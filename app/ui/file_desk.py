"""New and open: the commands of the file menu, each ending in an issue at hand or one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.desk.holding import Hold, words_on
from app.desk.publish import Task
from app.edit.state import Place
from app.errors import UserError
from app.model.unlooked import unlooked as as_unlooked
from app.ui.asking import ISSUE_FILTER, Asker, Occupied
from app.ui.lock_desk import LockDesk
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.save_desk import SaveDesk
from app.ui.session import Origin, Ready, Session, prepare
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.desk.compose import Composed
    from app.desk.next_issue import NextIssue
    from app.fonts.faceset import FaceFingerprint
    from app.model.issue import Issue
    from app.store.jianbao import Original

_MOST_NOTES = 2
"""More would push the pages out of a small screen; they stand in a window of their own."""
T = TypeVar("T")


class FileDesk(QObject):
    """Works on the session.

    `loading`: an issue is about to take the place of the one at hand, which must not be edited meanwhile. `carried_over` brings a
    `NextIssue` to be looked over, `place_wanted` where to begin in it, `noted` the sentences on a composed text.
    """

    place_wanted = Signal(object)
    loading = Signal(bool)
    carried_over = Signal(object)
    template_wanted = Signal()
    noted = Signal(object)

    def __init__(self, session: Session, runner: TaskRunner, memory: Memory, bar: MessageBar, asker: Asker) -> None:
        super().__init__(session)
        self._session, self._runner, self._memory, self._bar = session, runner, memory, bar
        self.asker = asker
        self.archive: Callable[[str], Issue | None] = lambda _bulletin: None  # the newest signed issue of a bulletin; called in a thread
        self.locks = LockDesk(session, memory, bar)
        self.locks.free_again.connect(self._offer_to_take)
        self.saving = SaveDesk(session, memory, bar, asker, self.locks)
        runner.ended.connect(lambda: self.loading.emit(False))

    def open_asked(self) -> None:
        """Ask for a file and open it."""
        path = self.asker.open_name("打开简报", self._memory.folder, ISSUE_FILTER)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a .jianbao file in the place of the issue at hand."""
        if not self.may_close():
            return

        def job(task: Task) -> tuple[Ready, str]:
            from app.store.jianbao import load

            task.step(f"正在打开“{path.name}”", 0.0)
            found = load(path)
            task.step("正在排版", 0.3)
            origin = Origin(path, originals=found.originals, unlooked=found.unlooked, digest=found.digest)
            ready = prepare(found.issue, origin, self._session.resolver)
            task.step("正在核对字体", 0.9)
            other = [own.role.label for own, then in _pairs(ready, found.faces_record) if own.sha256 != then.sha256]
            return ready, "、".join(other)

        def done(result: tuple[Ready, str]) -> None:
            ready, other = result
            self._memory.opened(path)
            self._bar.hide()
            if not self.open_ready(ready):
                return
            if other:
                self._bar.say("warning", f"这一期上次是用另外的{other}字体排的，本机没有，页数和转行可能不一样，请核对。")

        self.replace_later(f"正在打开“{path.name}”", job, done)

    def open_sample(self) -> None:
        """Open the sample; it has no file and is never among the recent ones."""
        if self.may_close():
            self._lay_out("正在打开示例", _sample, Origin(sample=True), self._say_sample)

    def new_from_template(self, name: str) -> None:
        """Start an issue from a template."""
        if self.may_close():
            self._lay_out("正在新建", lambda: _blank(name), Origin(), self._say_blank)

    def new_composed(
        self, composed: Composed, original: Original | None, repaired: str = "", folder: Path | None = None, unlooked: tuple[str, ...] = ()
    ) -> None:
        """Open an issue that was composed from a text; `repaired` says how much was put right (修正 26 处，待确认 0 处).

        `folder` is where the template's file and the picture for its masthead stand, `unlooked` the words of what is said in `Origin`.
        """
        from app.desk.pictures import with_masthead_picture

        def make() -> Issue:
            return with_masthead_picture(composed.issue, folder) if folder else composed.issue

        origin = Origin(saved=False, originals=(original,) if original else (), unlooked=tuple(map(as_unlooked, unlooked)))
        self._lay_out("正在排版", make, origin, lambda: self._say_composed(composed, repaired))

    def new_next_issue(self) -> None:
        """Start the issue after the newest signed one of the bulletin at hand, of any bulletin without one at hand; where none was signed,
        after the one at hand, or after the one that was saved last.
        """
        at_hand = None if self._session.sample else self._session.issue  # the sample is nobody's bulletin
        bulletin = at_hand.masthead.name if at_hand is not None else ""
        self._begin_after(lambda: self._newest_signed(bulletin) or at_hand or self._last_saved())

    def begin_after(self, base: Issue) -> None:
        """Start the issue after one."""
        self._begin_after(lambda: base)

    def _begin_after(self, last: Callable[[], Issue | None]) -> None:
        """Start the issue after the one that `last` gives; it is called in a thread."""
        from app.desk.next_issue import begun, next_issue

        if not self.may_close():
            return

        def job(task: Task) -> tuple[Ready, NextIssue] | None:
            task.step("正在新建下一期", 0.0)
            base = last()
            if base is None:
                return None
            found = next_issue(base)
            ready = prepare(begun(found.issue), Origin(), self._session.resolver)
            task.step("正在新建下一期", 0.9)  # the last moment to be cancelled
            return ready, found

        def done(result: tuple[Ready, NextIssue] | None) -> None:
            if result is None:
                self._bar.say("info", "还没有上一期可以沿用，先从模板编出第一期；以后就能直接新建下一期。")
                self.template_wanted.emit()
                return
            self._bar.hide()
            self._session.open(result[0])
            self._show_carried(result[1])

        self.replace_later("正在新建下一期", job, done)

    def _newest_signed(self, bulletin: str) -> Issue | None:
        """In the thread: what the archive has; a library that is away leaves the files of this machine."""
        try:
            return self.archive(bulletin)
        except UserError:
            return None

    def save(self) -> bool:
        """Save to the issue's file; ask for a name where it has none."""
        return self.saving.save()

    def save_as(self) -> bool:
        """Ask for a name and save there."""
        return self.saving.save_as()

    def save_under_another_name(self) -> bool:
        """另存为: ask for a name, and whether that is another issue, and save there."""
        return self.saving.save_under_another_name()

    def may_close(self) -> bool:
        """Whether the issue at hand may go; asks where it would lose something."""
        return self.saving.may_close()

    def open_ready(self, ready: Ready) -> bool:
        """Put a laid-out issue in the place of the one at hand, with its file held, or as the person wants where a colleague has it."""
        path = ready.origin.path
        if path is None:
            self._session.open(ready)
            return True
        claimed = self.locks.claim(path)
        if isinstance(claimed, Hold):
            self._session.open(ready)
            self.locks.keep(claimed)
            return True
        match self.asker.occupied(path.name, words_on(claimed)):
            case Occupied.READ_ONLY:
                self._session.open(replace(ready, origin=replace(ready.origin, read_only=True)))
                self.locks.watch()
            case Occupied.COPY:
                self._session.open(replace(ready, origin=replace(ready.origin, path=None, digest="", saved=False)))
                self.save_as()
            case Occupied.CANCEL:
                return False
        return True

    def _offer_to_take(self, path: Path) -> None:
        words = f"“{path.name}”现在没有人在编辑了，可以接过来，会重新读入别人存的内容。"
        self._bar.say("info", words, [("接过来编辑", lambda: self.open_path(path))])

    def _last_saved(self) -> Issue | None:
        """The issue in the newest recent file that can be read."""
        from app.store.jianbao import load

        for name in self._memory.recent:
            try:
                return load(Path(name)).issue
            except UserError:  # moved or removed since: the one before serves
                continue
        return None

    def _lay_out(self, what: str, make: Callable[[], Issue], origin: Origin, after: Callable[[], None] | None = None) -> None:
        def job(task: Task) -> Ready:
            task.step(what, 0.0)
            ready = prepare(make(), origin, self._session.resolver)
            task.step(what, 0.9)  # the last moment to be cancelled
            return ready

        def done(ready: Ready) -> None:
            self._bar.hide()
            self._session.open(ready)
            if after is not None:
                after()

        self.replace_later(what, job, done)

    def replace_later(self, what: str, job: Callable[[Task], T], done: Callable[[T], None]) -> None:
        """Run what makes another issue ready; the one at hand is not edited meanwhile, for nobody would be asked about that."""
        try:
            self._runner.start(what, job, done)
            self.loading.emit(True)
        except UserError as error:
            self._bar.say("warning", error.sentence)

    def _say_empty(self) -> None:
        issue = self._session.issue
        if issue is None or any(block.text for article in issue.articles() for block in article.blocks()):
            return  # something was put in as soon as it was there
        words = "这一期还没有文章：在光标处写，或复制来稿后点“粘贴来稿”、点“导入”选文件，也可以把文件拖进来。"
        self._bar.say("info", words, until_change=True)

    def _say_blank(self) -> None:
        words = "先把“××”改成本单位的，Ctrl+H 能一次换完；再从第一个标题写起，或点“粘贴来稿”“导入”。"
        self._bar.say("info", words)

    def _say_sample(self) -> None:
        self._bar.say(
            "info", "这是编好的示例，随便改；保存时会另存成您自己的一份，示例不会变。", [("从模板新建", self.template_wanted.emit)]
        )

    def _say_composed(self, composed: Composed, repaired: str) -> None:
        count = len(list(composed.issue.articles()))
        done = f"编成了新的一期：{count} 篇文章" + (f"，{repaired}。" if repaired else "。")
        notes = composed.notes
        if len(notes) > _MOST_NOTES:
            self._bar.say("info", f"{done}有 {len(notes)} 处请核对。", [("看一看", lambda: self.noted.emit(notes))])
        elif notes:
            self._bar.say("info", "\n".join((done, *notes)))
        else:
            self._bar.say("done", done, until_change=True)

    def _show_carried(self, found: NextIssue) -> None:
        issue = self._session.issue
        if issue is not None:
            self.place_wanted.emit(Place(next(issue.articles()).title.id, 0))
        self._say_empty()
        self.carried_over.emit(found)


def _sample() -> Issue:
    from app.desk.sample import sample_issue

    return sample_issue()


def _blank(template_name: str) -> Issue:
    from app.desk.next_issue import begun, blank_issue
    from app.desk.pictures import with_masthead_picture
    from app.desk.templates import template_and_folder

    template, folder = template_and_folder(template_name)
    return begun(with_masthead_picture(blank_issue(template), folder))


def _pairs(ready: Ready, record: tuple[FaceFingerprint, ...]) -> list[tuple[FaceFingerprint, FaceFingerprint]]:
    """Faces of this machine beside those that the file was saved with; the files are hashed only where there is a record."""
    then = {found.role: found for found in record}
    return [(own, then[own.role]) for own in ready.faces.fingerprints() if own.role in then] if then else []
