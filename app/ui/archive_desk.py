"""往期档案 is opened, read anew whenever the library changes, searched, and opens, exports, archives and goes on from signed issues."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.ui.archive_keeper import ArchiveKeeper
from app.ui.archive_words import number_line
from app.ui.background import Background
from app.ui.export_desk import open_outside
from app.ui.selected_words import selected_words
from app.ui.session import Origin, Ready, prepare

if TYPE_CHECKING:
    from app.desk.archive_names import ArchiveRules
    from app.desk.looking_up import Line, LookedUp
    from app.desk.publish import Published, Task
    from app.model.issue import Issue
    from app.model.signing import SignedIssue
    from app.store.library.archive import ArchivedIssue
    from app.store.library.library import Library
    from app.store.library.search import Wanted
    from app.ui.archive_window import ArchiveWindow
    from app.ui.month_tools import Host

_LONGEST_WAIT_S = 5.0
_MOST_WAITING = 40
"""Pictures that wait to be drawn; who scrolls past hundreds of issues doesn't want them all."""
_LONGEST_WORDS = 40
_LOOKS = "这是签发的那一份，只能看。"


class ArchiveDesk(QObject):
    """`acts` are the commands, by the names of their actions; `keeper` writes folders.

    `submission_asked` brings the id of a submission that is to be seen.
    """

    submission_asked = Signal(str)

    def __init__(self, host: Host) -> None:
        super().__init__(host.session)
        self._host = host
        self.keeper = ArchiveKeeper(host)
        self._reading = Background("archive", self)
        self._searching = Background("search", self)
        self._drawing = Background("first pages", self)
        self._fetching = Background("archived issue", self)
        self._finding = Background("archive folder", self)
        self._asking = Background("signature", self)
        self._all = (self._reading, self._searching, self._drawing, self._fetching, self._finding, self._asking)
        self._again = False
        self._folder: Path | None = None
        self._next: Callable[[Library], LookedUp] | None = None
        self._pictures: deque[ArchivedIssue] = deque()
        self.window: ArchiveWindow | None = None
        self.acts: dict[str, Callable[[], object]] = {
            "archive": self.open,
            "archive_find": self.find_selected,
            "archive_issue": self.archive_at_hand,
        }
        host.library.opened.connect(self._read)
        host.library.written.connect(self._read)
        host.library.moved.connect(self._read)
        host.library.missing.connect(self._miss)
        self.keeper.kept.connect(self._look_for_folder)

    @property
    def busy(self) -> bool:
        """Whether something is being read, searched or drawn."""
        return any(one.busy for one in self._all)

    def open(self) -> None:
        """Open the window."""
        from app.ui.archive_window import ArchiveWindow

        if self.window is None:
            window = self.window = ArchiveWindow(self._host.window)
            window.wait_for("正在打开档案……")
            window.asked.connect(self._look_up)
            window.mentions_asked.connect(self._mentions)
            window.year_list_asked.connect(self._write_year_list)
            window.rules_asked.connect(lambda: self.keeper.set_rules())
            window.view.wanted.connect(self._draw)
            window.view.opened.connect(self._open_issue)
            window.results.opened.connect(self._open_line)
            window.view.chosen.connect(lambda _: self._look_for_folder())
            window.results.chosen.connect(lambda _: self._look_for_folder())
            details = window.details
            details.submission_asked.connect(self.submission_asked)
            details.open_asked.connect(self._open_issue)
            details.next_asked.connect(self._begin_next)
            details.export_asked.connect(self._export)
            details.archive_asked.connect(lambda issue: self.keeper.archive(issue.signed))
            details.folder_asked.connect(lambda _: self._open_folder())
            window.finished.connect(lambda _: self._gone())
        self._host.library.open_soon(again=True)
        self._read()
        self.window.show()
        self.window.activateWindow()
        self.window.field.setFocus()

    def find_selected(self) -> None:
        """Open the window and look for what is selected on the pages."""
        words = selected_words(self._host.session.state, _LONGEST_WORDS)
        self.open()
        if self.window is not None and words:
            self.window.field.setText(words)

    def archive_at_hand(self) -> None:
        """Archive the issue at hand, as it was signed."""
        issue, library = self._host.session.issue, self._host.library.library
        if issue is None:
            return
        if not issue.stage.closed:
            self._host.bar.say("info", "这一期还没有签发；签发以后再归档。")
        elif library is None:
            self._host.library.open_soon(again=True)
            self._host.bar.say("info", "正在打开来稿库，请稍后再点一次“归档…”。")
        else:
            key = issue.key
            self._asking.start(lambda: library.signed.of(key), self._archive_last, self._warn)

    def _archive_last(self, signatures: tuple[SignedIssue, ...]) -> None:
        if signatures and signatures[-1].stands:
            self.keeper.archive(signatures[-1])
        else:
            self._host.bar.say("warning", "来稿库里没有这一期的签发记录，可能是在别处签发的，没有归档。")

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._pictures.clear()
        self._next = None
        for background in self._all:
            background.wait(_LONGEST_WAIT_S)
        self.keeper.wait()
        if self.window is not None:
            self.window.done(0)

    def _read(self) -> None:
        library = self._host.library.library
        if self.window is not None and library is not None:
            self._again = not self._reading.start(lambda: _standing(library), self._show, lambda error: self._miss(error.sentence))

    def _show(self, found: tuple[tuple[ArchivedIssue, ...], tuple[str, ...]]) -> None:
        if self.window is not None:
            self.window.serve(*found)
            self._look_for_folder()
            if self._next is not None and not self._searching.busy:
                find, self._next = self._next, None
                self._search(find)
        if self._again:
            self._read()

    def _miss(self, sentence: str) -> None:
        if self.window is not None:
            self.window.wait_for(sentence)

    def _look_up(self, typed: str, wanted: Wanted) -> None:
        from app.desk.looking_up import look_up

        self._search(lambda library: look_up(library, typed, wanted))

    def _mentions(self, names: tuple[str, ...], wanted: Wanted) -> None:
        from app.desk.looking_up import forms_of, mentions

        def find(library: Library) -> LookedUp:
            known = names if len(names) > 1 else forms_of(names[0], library) or names
            return mentions(library, known, wanted)

        self._search(find)

    def _search(self, find: Callable[[Library], LookedUp]) -> None:
        """Look for it as soon as what is being looked for is found; of what is typed meanwhile the last counts."""
        library = self._host.library.library
        if library is None:
            self._next = find  # as soon as it is open
        elif not self._searching.start(lambda: find(library), self._show_found, lambda error: self._miss(error.sentence)):
            self._next = find

    def _show_found(self, found: LookedUp) -> None:
        find, self._next = self._next, None
        if find is not None:
            self._search(find)
        elif self.window is not None and self.window.field.text().strip():
            self.window.show_found(found)

    def _draw(self, issue: ArchivedIssue) -> None:
        self._pictures.appendleft(issue)  # what came into view last is what is looked at
        while len(self._pictures) > _MOST_WAITING and self.window is not None:
            self.window.view.forget(self._pictures.pop().digest)
        self._draw_next()

    def _draw_next(self) -> None:
        library, resolver = self._host.library.library, self._host.session.resolver
        if not self._pictures or library is None or self._drawing.busy:
            return
        issue = self._pictures.popleft()

        def job() -> bytes:
            from app.desk.faces import faces_for
            from app.desk.first_pages import first_page

            signed = issue.signed
            try:
                return first_page(
                    issue.digest, lambda: library.signed.data(signed.issue, signed.turn), lambda template: faces_for(template, {}, resolver)
                )
            except UserError:  # a picture less; the issue can be opened and says what is wrong then
                return b""

        self._drawing.start(job, lambda jpeg: self._take_picture(issue.digest, jpeg), lambda _: None)

    def _take_picture(self, digest: str, jpeg: bytes) -> None:
        if self.window is not None:
            self.window.view.take_picture(digest, jpeg)
            self._draw_next()

    def _open_line(self, line: Line) -> None:
        if line.hit.submission:
            self.submission_asked.emit(line.hit.submission)
        elif self.window is not None:
            self._open_issue(self.window.issue_of(line))

    def _open_issue(self, issue: ArchivedIssue | None) -> None:
        if issue is not None:
            self.open_signed(issue.signed)

    def open_signed(self, signed: SignedIssue) -> None:
        """Open what was signed in the place of the issue at hand, to be read."""
        library, resolver = self._host.library.library, self._host.session.resolver
        if library is None or not self._host.files.may_close():
            return

        def job(task: Task) -> Ready:
            task.step("正在打开签发的简报", 0.0)
            return prepare(_issue_of(library, signed), Origin(read_only=True), resolver)

        def done(ready: Ready) -> None:
            self._host.session.open(ready)
            self._host.bar.say("info", f"{number_line(signed)}：{_LOOKS}")
            if self.window is not None:
                self.window.reject()

        self._host.files.replace_later("正在打开签发的简报", job, done)

    def _begin_next(self, issue: ArchivedIssue) -> None:
        library = self._host.library.library
        if library is None:
            return

        def done(base: Issue) -> None:
            if self.window is not None:
                self.window.reject()
            self._host.files.begin_after(base)

        self._fetching.start(lambda: _issue_of(library, issue.signed), done, self._warn)

    def _export(self, issue: ArchivedIssue, suffix: str) -> None:
        """Write what was signed once more, where the person says."""
        from app.desk.archive_names import stem_of
        from app.desk.publish import FORMATS

        library, resolver = self._host.library.library, self._host.session.resolver
        if library is None:
            return
        stem = stem_of(issue.signed, issue.signed.bulletin)
        named = f"{FORMATS[suffix]} (*{suffix})"
        path = self._host.asker.save_name(f"导出{FORMATS[suffix]}", Path(self._host.memory.folder) / f"{stem}{suffix}", named)
        if path is None:
            return
        target = path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")

        def job(task: Task) -> tuple[Published, str]:
            from app.desk.faces import faces_for
            from app.desk.publish import publish

            kept = _issue_of(library, issue.signed)
            published = publish(kept, target, faces_for(kept.template, {}, resolver), final=True, task=task)
            return published, f"已导出“{target.name}”，共 {published.pages} 页，和签发时一样。"

        self._start(f"正在导出{FORMATS[suffix]}", job, self._host.exports.say_done)

    def _write_year_list(self, bulletin: str, year: int, grouping: str) -> None:
        """Ask for a name and write the 年度总目录 there."""
        from app.desk.publish import Published
        from app.desk.year_list import Grouping, article_pages, publish_year_list, year_list

        library, resolver = self._host.library.library, self._host.session.resolver
        if library is None:
            return
        title = f"{bulletin or '简报'}{f'{year}年' if year else ''}总目录"
        path = self._host.asker.save_name("年度总目录", Path(self._host.memory.folder) / f"{title}.docx", "Word 文档 (*.docx)")
        if path is None:
            return
        target = path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")

        def job(task: Task) -> tuple[Published, str]:
            from app.desk.faces import faces_for

            issues, pages = library.archive.issues(bulletin, year), dict[str, tuple[int, ...]]()
            for at, one in enumerate(issues):
                task.step("正在数各篇的页码", at / len(issues))
                with suppress(UserError):  # one that can't be read any more stands there without pages
                    data = library.signed.data(one.signed.issue, one.signed.turn)
                    pages[one.digest] = article_pages(data, lambda template: faces_for(template, {}, resolver))
            listed = year_list(issues, bulletin, year, Grouping(grouping), pages)
            publish_year_list(listed, target)
            return Published(target, 0, ()), f"“{target.name}”写好了，{listed.count}。"

        self._start("正在编年度总目录", job, self._host.exports.say_done)

    def _start(self, what: str, job: Callable[[Task], tuple[Published, str]], done: Callable[[tuple[Published, str]], None]) -> None:
        def tell(result: tuple[Published, str]) -> None:
            done(result)
            if self.window is not None:
                path = result[0].path
                self.window.bar.say("done", result[1], [("打开文件", lambda: open_outside(path))])

        try:
            self._host.runner.start(what, job, tell)
        except UserError as error:
            self._warn(error)

    def _warn(self, error: UserError) -> None:
        bar = self.window.bar if self.window is not None else self._host.bar
        bar.say("warning", error.sentence)

    def _look_for_folder(self) -> None:
        """Find out, off the window's thread, whether the issue at hand has its folder; a share may be slow."""
        library, rules = self._host.library.library, self.keeper.rules
        issue = self.window.details.issue if self.window is not None else None
        self._folder = None
        if self.window is None or issue is None or library is None or not self.keeper.is_set:
            return

        def done(folder: Path | None) -> None:
            if self.window is None:
                return
            if self.window.details.issue is not issue:
                self._look_for_folder()
                return
            self._folder = folder
            self.window.details.show_folder(folder is not None)

        self._finding.start(lambda: _folder_of(library, issue, rules), done, lambda _: None)

    def _open_folder(self) -> None:
        if self._folder is not None:
            open_outside(self._folder)

    def _gone(self) -> None:
        window, self.window = self.window, None
        self._pictures.clear()
        self._next = None
        if window is not None:
            window.deleteLater()


def _standing(library: Library) -> tuple[tuple[ArchivedIssue, ...], tuple[str, ...]]:
    """In the thread: the issues, and the units that stand in them, those with most articles first."""
    issues = library.archive.issues()
    counts: dict[str, int] = {}
    for issue in issues:
        for article in issue.articles:
            if article.unit:
                counts[article.unit] = counts.get(article.unit, 0) + 1
    return issues, tuple(sorted(counts, key=lambda unit: (-counts[unit], unit)))


def _folder_of(library: Library, issue: ArchivedIssue, rules: ArchiveRules) -> Path | None:
    """In the thread: where the signature stands in the archive."""
    from app.desk.archiving import archived_folder
    from app.store.jianbao import from_bytes

    data = library.signed.data(issue.signed.issue, issue.signed.turn)
    return archived_folder(issue.signed, from_bytes(data, issue.signed.number).issue, data, rules)


def _issue_of(library: Library, signed: SignedIssue) -> Issue:
    """What was signed. Raises `UserError`."""
    from app.store.jianbao import from_bytes

    return replace(from_bytes(library.signed.data(signed.issue, signed.turn), number_line(signed)).issue, sample=False)
