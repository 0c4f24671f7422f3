"""What the person wants of the 来稿箱 becomes steps of the library and commands of the session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.edit.article_commands import insert_articles
from app.edit.source_commands import merge_submission
from app.errors import UserError
from app.model.submission import Share, Source, State, SubmissionRecord, Way
from app.ui.asking import SUBMISSION_FILTER, Asker
from app.ui.dialogs import ListDialog
from app.ui.inbox_menu import show_menu
from app.ui.inbox_panel import InboxPanel
from app.ui.library_desk import LibraryDesk
from app.ui.memory import Memory
from app.ui.message_bar import Kind, MessageBar
from app.ui.outline_nodes import NodeKey
from app.ui.places import article_place
from app.ui.record_dialog import RecordDialog
from app.ui.session import Session
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.desk.publish import Task
    from app.desk.receiving import Received
    from app.desk.using import Made
    from app.model.issue import Paragraph
    from app.store.library.library import Library

_NO_ISSUE = "先新建或打开一期简报，再把来稿加进去。"


class InboxDesk(QObject):
    """Works on the library, once it is open, and on the session. Everything that fails says so in the message bar."""

    def __init__(
        self, session: Session, runner: TaskRunner, library: LibraryDesk, bar: MessageBar, asker: Asker, memory: Memory,
        current_key: Callable[[], NodeKey], window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(session)
        self._session, self._runner, self._desk, self._bar = session, runner, library, bar
        self._asker, self._memory, self._current_key, self._window = asker, memory, current_key, window
        self.panel = panel = InboxPanel()
        self._here: frozenset[str] = frozenset()
        view = panel.view
        for signal, act in (
            (panel.asked, self.refresh), (panel.dropped, self.receive), (panel.receive_asked, self.ask_files),
            (panel.paste_asked, self.paste), (panel.enter_asked, self.enter), (view.opened, self.open), (view.used, self.use_chosen),
            (view.merged, self.merge_chosen), (view.removed, self.remove), (view.menu_asked, partial(show_menu, self)),
            (library.opened, self.refresh), (library.written, self.refresh), (library.missing, panel.show_notice),
            (session.changed, self._follow), (session.opened, self._follow),
        ):  # fmt: skip
            signal.connect(act)

    @property
    def chosen(self) -> list[SubmissionRecord]:
        """The submissions that are chosen in the list."""
        return self.panel.view.chosen

    @property
    def library(self) -> Library:
        """The open library. Raises `UserError` where there is none yet."""
        if self._desk.library is None:
            self._desk.open_soon()
            raise UserError("来稿库还没有打开，请稍等再试。")
        return self._desk.library

    def refresh(self) -> None:
        """Ask the library anew and show what it says."""
        if self._desk.library is None:
            self._desk.open_soon()
            return
        self._try(self._refresh)

    def _refresh(self) -> None:
        from app.store.library.library import Query

        used = self.library.uses()
        rows = self.panel.view.rows
        found = self.library.records(self.panel.query)
        wanted = self.panel.wanted_states
        rows.show_records(found, used, self._here)
        if wanted:
            rows.show_records([record for record in found if rows.state_of(record) in wanted], used, self._here)
        narrowed = bool(self.panel.query.words.strip())
        in_all = len(self.library.records(Query())) if narrowed else len(found)
        self.panel.show_count(len(rows.records), in_all)

    # Ways in

    def ask_files(self) -> None:
        """Ask for files and take them."""
        self.receive(self._asker.open_names("收来稿", self._memory.folder, SUBMISSION_FILTER))

    def receive(self, paths: Sequence[Path]) -> None:
        """Take files and folders in, off the window's thread."""
        from app.desk.receiving import receive

        if paths:
            self._run("正在收来稿", lambda library, task: receive(library, paths, Way.OTHER, task=task), self._say_received)

    def paste(self) -> None:
        """Take in what was copied."""
        from app.desk.receiving import receive_pasted

        mime = QGuiApplication.clipboard().mimeData() or QMimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.receive(files)
            return
        text, page = mime.text() if mime.hasText() else "", mime.html() if mime.hasHtml() else ""
        self._run(
            "正在收剪贴板里的来稿",
            lambda library, _task: receive_pasted(library, text, page, Way.WECHAT),
            self._say_received,
        )

    def enter(self) -> None:
        """Take down what came on paper or by telephone."""
        from app.desk.receiving import blank_record

        self._try(lambda: self._open_dialog(blank_record(), "", new=True))

    # One submission

    def open(self) -> None:
        """See the first of the chosen ones and put its record right."""
        if self.chosen:
            record = self.chosen[0]
            self._try(lambda: self._open_dialog(record, self.library.text(record.id)))

    def _open_dialog(self, record: SubmissionRecord, text: str, *, new: bool = False) -> None:
        library = self.library
        units = [unit.name for unit in library.units()]
        files = () if new else library.files(record.id)
        dialog = RecordDialog(record, text, units, files, new=new, read_only=library.read_only, parent=self._window)
        dialog.accepted.connect(lambda: self._try(lambda: self._keep(dialog, new)))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.file_asked.connect(lambda file: self._try(lambda: self.save_file(file.digest, file.name)))
        dialog.open()

    def _keep(self, dialog: RecordDialog, new: bool) -> None:
        from app.desk.receiving import enter

        record = replace(dialog.record, received=dialog.record.received.replace(" ", "T"))
        if new:
            enter(self.library, record, dialog.text)
        else:
            self.library.change(record)
        self._refresh()
        self.panel.view.choose(record.id)

    def save_file(self, digest: str, name: str) -> None:
        """Put a copy of a file where the person says."""
        from app.atomic import write_atomically

        path = self._asker.save_name("另存原件", Path(self._memory.folder) / name, "所有文件 (*)")
        if path is not None:
            write_atomically(path, self.library.data(digest))
            self._bar.say("done", f"原件已另存为“{path.name}”。")

    def set_state(self, state: State) -> None:
        """Say what became of the chosen ones; one that was withdrawn and stands in the issue at hand is pointed at."""
        chosen = self.chosen

        def act() -> None:
            self.library.set_state([record.id for record in chosen], state)
            self._refresh()
            if state is State.WITHDRAWN:
                self._warn_of_withdrawn(chosen)

        self._try(act)

    def remove(self) -> None:
        """Take the chosen ones out for good, once the person has agreed."""
        chosen = self.chosen
        if chosen and self._asker.remove_submissions(len(chosen)):
            self._change(lambda library: library.remove([record.id for record in chosen]))

    def join_unit(self, record: SubmissionRecord) -> None:
        """Let the unit of a submission count as another one, for all submissions."""

        def act() -> None:
            names = [unit.name for unit in self.library.units() if unit.name != record.unit]
            name = self._asker.same_unit(record.unit, names)
            if name:
                self.library.same_unit(record.unit, name)
                self._refresh()
                self._bar.say("done", f"以后“{record.unit}”和“{name}”算同一个单位。", [("分开", lambda: self.separate_unit(record.unit))])

        self._try(act)

    def separate_unit(self, name: str) -> None:
        """Let a name be a unit of its own again."""
        self._change(lambda library: library.separate_unit(name))
        self._bar.say("done", f"“{name}”又是单独的单位了。")

    # Into the issue

    def use_chosen(self) -> None:
        """Make articles of the chosen ones behind the row of the outline that is at hand."""
        issue = self._session.issue
        if issue is None:
            self._bar.say("info", _NO_ISSUE)
        elif self.chosen:
            self.use([record.id for record in self.chosen], *article_place(issue, self._current_key()))

    def use(self, ids: Sequence[str], section: int, at: int) -> None:
        """Make articles of submissions, before index `at` of a 栏目."""
        from app.desk.using import articles_from

        def done(made: Made) -> None:
            if self._session.perform(insert_articles, section, at, made.articles):
                told = "".join(made.notes)
                self._bar.say("done", f"加进了 {len(made.articles)} 篇文章。{told}", [("撤销", self._session.undo)], until_change=True)

        self._run("正在加入来稿", lambda library, _task: articles_from(library, ids, 1), done)

    def merge_chosen(self) -> None:
        """Put the text of the chosen ones at the caret."""
        if self._session.issue is None:
            self._bar.say("info", _NO_ISSUE)
        elif self.chosen:
            self.merge([record.id for record in self.chosen])

    def merge(self, ids: Sequence[str]) -> None:
        """Put the text of submissions at the caret, one behind the other, and link them to the article there (并入当前文章)."""
        from app.desk.using import paragraphs_from

        def done(read: list[tuple[str, tuple[Paragraph, ...]]]) -> None:
            merged = [self._session.perform(merge_submission, paragraphs, Source(item, Share.JOINT)) for item, paragraphs in read]
            if any(merged):
                self._bar.say("done", f"并入了 {sum(merged)} 份来稿。", [("撤销", self._session.undo)], until_change=True)
            else:
                self._bar.say("info", "请先把光标放在文章里要并入的地方。")

        self._run("正在并入来稿", lambda library, _task: [(item, paragraphs_from(library, item)) for item in ids], done)

    # Inner

    def _run(self, what: str, job: Callable[[Library, Task], object], done: Callable[[object], None] | Callable[..., None]) -> None:
        def start() -> None:
            library = self.library
            self._runner.start(what, lambda task: job(library, task), done)

        self._try(start)

    def _say_received(self, received: Received) -> None:
        self.refresh()
        for record in received.added[:1]:
            self.panel.view.choose(record.id)
        parts = [f"收下 {len(received.added)} 份来稿"]
        parts += [f"{len(received.doubles)} 份早已收过"] if received.doubles else []
        parts += [f"{len(received.refused)} 份没有收成"] if received.refused else []
        stopped = "（已停下，其余的没有收）" if received.stopped else ""
        rows = [(one.name, one.sentence) for one in received.refused]
        rows += [(one.name, "早已收过，没有再收一份") for one in received.doubles]
        rows += [(name, "放在同来的文稿里，作附件") for name in received.attached]
        rows += [("", note) for note in received.notes]
        kind: Kind = "warning" if received.refused else "done"
        self._bar.say(kind, "，".join(parts) + stopped + "。", [("看详情", lambda: self._show_rows(rows))] if rows else [])

    def _show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        dialog = ListDialog("收稿的结果", "没有单独收下的文件和原因：", rows, self._window)
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def _warn_of_withdrawn(self, records: Sequence[SubmissionRecord]) -> None:
        issue = self._session.issue
        withdrawn = {record.id for record in records}
        holding = [article for article in issue.articles() if withdrawn & {one.submission for one in article.sources}] if issue else []
        if holding:
            titles = "、".join(f"《{''.join(article.title.text.split())}》" for article in holding)
            self._bar.say("warning", f"已标为撤稿。本期的{titles}用了它，请改写或删去这一篇。")

    def _follow(self) -> None:
        """The issue at hand is another one: other submissions may be in it."""
        issue = self._session.issue
        here = frozenset(one.submission for article in issue.articles() for one in article.sources) if issue else frozenset[str]()
        if here != self._here:
            self._here = here
            if self._desk.library is not None:
                self._try(self._refresh)

    def _change(self, act: Callable[[Library], None]) -> None:
        def done() -> None:
            act(self.library)
            self._refresh()

        self._try(done)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._bar.say("warning", error.sentence)
