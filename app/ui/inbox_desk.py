"""What the person wants of the 来稿箱 becomes steps of the library and commands of the session."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.model.issue import Article, joined_title
from app.model.submission import State, SubmissionRecord, Way
from app.ui.asking import SUBMISSION_FILTER, Asker
from app.ui.background import Background
from app.ui.dialogs import ListDialog
from app.ui.inbox_files import InboxFiles
from app.ui.inbox_host import InboxHost
from app.ui.inbox_menu import show_menu
from app.ui.inbox_use import InboxUse
from app.ui.inbox_words import used_in
from app.ui.memory import Memory
from app.ui.message_bar import Choice, Kind
from app.ui.outline_nodes import NodeKey
from app.ui.received_words import details, summary
from app.ui.record_dialog import RecordDialog
from app.ui.sources_field import SourcesField

if TYPE_CHECKING:
    from app.desk.inbox_list import Listed
    from app.desk.receiving import Received
    from app.importers.intake import ReadOptions
    from app.store.library.library import Library, Query

_LONGEST_WAIT_S = 5.0


class InboxDesk(QObject):
    """Works on the library, once it is open. Everything that fails says so in the message bar.

    `article_wanted` brings the id of an article of the issue at hand that is to be seen.
    """

    article_wanted = Signal(int)

    def __init__(self, host: InboxHost, asker: Asker, memory: Memory, current_key: Callable[[], NodeKey], window: QWidget) -> None:
        super().__init__(host.session)
        self._host, self._asker, self._memory, self._window = host, asker, memory, window
        self._shown_here: frozenset[str] = frozenset()
        self._reading, self._again, self._shown = Background("inbox", self), False, 0
        self.use = InboxUse(host, asker, lambda: memory.folder, current_key, window)
        self.files = InboxFiles(host, asker, memory, self.receive)
        self.panel = panel = host.panel
        view, session, library = panel.view, host.session, host.desk
        for signal, act in (
            (panel.asked, self.refresh), (panel.dropped, self.files.take_dropped), (panel.receive_asked, self.ask_files),
            (panel.paste_asked, self.paste), (panel.enter_asked, self.enter), (panel.list_asked, self.use.open_selection),
            (view.opened, self.open), (view.used, self.use.use_chosen), (view.pasted, self.paste),
            (view.merged, self.use.merge_chosen), (view.removed, self.remove), (view.menu_asked, partial(show_menu, self)),
            (library.opened, self._show_opened), (library.written, self.refresh), (library.missing, panel.show_notice),
            (library.moved, self._refresh_shown),
            (session.changed, self._follow), (session.opened, self._follow),
        ):  # fmt: skip
            signal.connect(act)

    def serve(self, sources: SourcesField, article: Callable[[], int]) -> None:
        """Give the panel's list of submissions their titles, and do what is asked there for the article at hand."""
        sources.title_of = self._title_of
        for signal in (self._host.desk.opened, self._host.desk.written):
            signal.connect(sources.renew)
        sources.compared.connect(lambda: self.use.compare_article(article()))
        sources.opened.connect(self.see)

    def _title_of(self, submission: str) -> str:
        library = self._host.desk.library
        try:
            return library.record(submission).title if library else "来稿"
        except UserError:
            return "来稿箱里没有的来稿"

    @property
    def chosen(self) -> list[SubmissionRecord]:
        """The submissions that are chosen in the list."""
        return self._host.chosen

    @property
    def library(self) -> Library:
        """The open library. Raises `UserError` where there is none yet."""
        return self._host.library

    def refresh(self) -> None:
        """Ask the library anew and show what it says."""
        if self._host.desk.library is None:
            self._host.desk.open_soon(again=True)
            return
        self._host.attempt(self._refresh)

    def _refresh_shown(self) -> None:
        """Another desk has written: who looks at the list sees it; who opens it later does so then. Nobody asked, so nobody waits."""
        library = self._host.desk.library
        if not self.panel.isVisible() or library is None:
            return
        from app.desk.inbox_list import listed

        asked, shown = self._asked, self._shown

        def done(found: Listed) -> None:
            if self._again or (asked, shown, library) != (self._asked, self._shown, self._host.desk.library):
                self._refresh_shown()
            else:
                self._show(found)

        # A library that can't be reached says so by itself.
        self._again = not self._reading.start(lambda: listed(library, *asked), done, lambda _: None)

    def _show_opened(self) -> None:
        self.panel.show_notice(self.library.notice)
        self.refresh()

    def _refresh(self) -> None:
        from app.desk.inbox_list import listed

        self._show(listed(self.library, *self._asked))

    @property
    def _asked(self) -> tuple[frozenset[str], Query, tuple[State, ...]]:
        return self._host.here, self.panel.query, self.panel.wanted_states

    def _show(self, found: Listed) -> None:
        self._shown += 1
        self.panel.view.show_records(found.records, found.used, found.here)
        self.panel.show_count(len(found.records), found.in_all)

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._reading.wait(_LONGEST_WAIT_S)

    # Ways in

    def ask_files(self) -> None:
        """Ask for files and take them."""
        self.receive(self._asker.open_names("收来稿", self._memory.folder, SUBMISSION_FILTER))

    def receive(self, paths: Sequence[Path]) -> None:
        """Take files and folders in, off the window's thread."""
        from app.desk.receiving import receive

        if paths:
            self._host.run(
                "正在收来稿",
                lambda library, task: receive(library, paths, Way.OTHER, task=task, options=self._options()),
                self._say_received,
            )

    def paste(self) -> None:
        """Take in what was copied."""
        from app.desk.receiving import receive_pasted

        mime = QGuiApplication.clipboard().mimeData() or QMimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.receive(files)
            return
        text, page = mime.text() if mime.hasText() else "", mime.html() if mime.hasHtml() else ""
        self._host.run(
            "正在收剪贴板里的来稿",
            lambda library, _task: receive_pasted(library, text, page, Way.WECHAT, options=self._options()),
            self._say_received,
        )

    def _options(self) -> ReadOptions:
        """How this office wants its texts read."""
        from app.importers.intake import ReadOptions

        return ReadOptions(frozenset(self._memory.settings.off_rules))

    def enter(self) -> None:
        """Take down what came on paper or by telephone."""
        from app.desk.receiving import blank_record

        self._host.attempt(lambda: self._open_dialog(blank_record(), "", new=True))

    def set_way(self, way: Way) -> None:
        """Say how the chosen ones came in."""
        chosen = self.chosen

        def write(library: Library) -> None:
            for record in chosen:
                library.change(replace(record, way=way))

        self._change(write)

    # One submission

    def open(self) -> None:
        """See the first of the chosen ones and put its record right."""
        if self.chosen:
            self._host.attempt(lambda: self._see(self.chosen[0]))

    def see(self, submission: str) -> None:
        """See a submission by its id."""
        self._host.attempt(lambda: self._see(self.library.record(submission)))

    def _see(self, record: SubmissionRecord) -> None:
        self._open_dialog(record, self.library.text(record.id))

    def _open_dialog(self, record: SubmissionRecord, text: str, *, new: bool = False) -> None:
        library = self.library
        units = [unit.name for unit in library.units()]
        files = () if new else library.files(record.id)
        dialog = RecordDialog(record, text, units, files, new=new, read_only=library.read_only, parent=self._window)
        dialog.show_uses(used_in(library.uses().get(record.id, ())))
        dialog.accepted.connect(lambda: self._host.attempt(lambda: self._keep(dialog, new)))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.file_asked.connect(lambda file: self._host.attempt(lambda: self.files.save(file)))
        dialog.open()

    def _keep(self, dialog: RecordDialog, new: bool) -> None:
        from app.desk.receiving import enter

        record = dialog.record
        if new:
            enter(self.library, record, dialog.text)
        else:
            self.library.change(record)
        self._refresh()
        self.panel.view.choose(record.id)

    def set_state(self, state: State) -> None:
        """Say what became of the chosen ones; one that was withdrawn and stands in the issue at hand is pointed at."""
        chosen = self.chosen

        def act() -> None:
            self.library.set_state([record.id for record in chosen], state)
            self._refresh()
            if state is State.WITHDRAWN:
                self._warn_of_withdrawn(chosen)

        self._host.attempt(act)

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
                self._host.bar.say(
                    "done", f"以后“{record.unit}”和“{name}”算同一个单位。", [("分开", lambda: self.separate_unit(record.unit))]
                )

        self._host.attempt(act)

    def separate_unit(self, name: str) -> None:
        """Let a name be a unit of its own again."""
        self._change(lambda library: library.separate_unit(name))
        self._host.bar.say("done", f"“{name}”又是单独的单位了。")

    # Inner

    def _say_received(self, received: Received) -> None:
        self.refresh()
        for record in received.added[:1]:
            self.panel.view.choose(record.id)
        parts, rows = summary(received), details(received)
        buttons: list[Choice] = [("看详情", lambda: self._show_rows(rows))] if rows else []
        if received.related:
            buttons.append(("看相近的", lambda: self.use.versions.show_related(list(received.related))))
        newer = next((record for record in received.added if record.version_of and record.version_of in self._host.here), None)
        if newer is not None:
            parts.append(f"《{newer.title}》是本期用过的稿子的新稿")
            buttons.append(("新稿替换…", partial(self.use.replace_with, newer)))
        kind: Kind = "warning" if received.refused else "done"
        stopped = "（已停下，其余的没有收）" if received.stopped else ""
        self._host.bar.say(kind, "，".join(parts) + stopped + "。", buttons)

    def _show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        dialog = ListDialog("收稿的结果", "没有单独收下的文件和原因：", rows, self._window)
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def articles_of(self, submissions: Collection[str]) -> list[Article]:
        """The articles of the issue at hand that were made of these."""
        issue = self._host.session.issue
        return [one for one in issue.articles() if any(s.submission in submissions for s in one.sources)] if issue else []

    def _warn_of_withdrawn(self, records: Sequence[SubmissionRecord]) -> None:
        holding = self.articles_of({record.id for record in records})
        if holding:
            titles = "、".join(f"《{joined_title(article.title)}》" for article in holding)
            go: Choice = ("去看这一篇", partial(self.article_wanted.emit, holding[0].id))
            self._host.bar.say("warning", f"已标为撤稿。本期的{titles}用了它，请改写或删去这一篇。", [go])

    def _follow(self) -> None:
        """The issue at hand is another one: other submissions may be in it."""
        here = self._host.here
        if here != self._shown_here:
            self._shown_here = here
            if self._host.desk.library is not None:
                self._host.attempt(self._refresh)

    def _change(self, act: Callable[[Library], None]) -> None:
        def done() -> None:
            act(self.library)
            self._refresh()

        self._host.attempt(done)
