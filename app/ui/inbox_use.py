"""Submissions become articles of the issue at hand, parts of its text, newer versions of what it holds, or views beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.edit.arrange import arrange_articles
from app.edit.article_commands import insert_articles
from app.edit.source_commands import merge_submissions
from app.edit.state import Place
from app.errors import UserError
from app.model.issue import Paragraph
from app.model.submission import Share, Source, SubmissionRecord
from app.ui.asking import Asker
from app.ui.inbox_host import InboxHost
from app.ui.outline_model import OutlineModel
from app.ui.outline_nodes import NodeKey
from app.ui.places import article_by_id, article_place
from app.ui.selection_dialog import SelectionDialog
from app.ui.version_desk import VersionDesk

if TYPE_CHECKING:
    from app.desk.using import Made

_NO_ISSUE = "先新建或打开一期简报，再把来稿加进去。"


class InboxUse(QObject):
    """Works on what is chosen in the list, or on what is dropped. `look_asked` brings a text, read again, and its record."""

    look_asked = Signal(object, object)

    def __init__(
        self, host: InboxHost, asker: Asker, folder: Callable[[], str], current_key: Callable[[], NodeKey], window: QWidget
    ) -> None:
        super().__init__(host.session)
        self._host, self._asker, self._folder = host, asker, folder
        self._current_key, self._window = current_key, window
        self.versions = VersionDesk(host.session, host.bar, window)

    def serve(self, outline: OutlineModel) -> None:
        """Do what drops on the outline mean."""
        outline.take, outline.merge = self.use, self.merge_into

    def use_chosen(self) -> None:
        """Make articles of the chosen ones behind the row of the outline that is at hand."""
        issue = self._host.session.issue
        if issue is None:
            self._host.bar.say("info", _NO_ISSUE)
        elif self._host.chosen and not (len(self._host.chosen) == 1 and self.offer_newer(self._host.chosen[0])):
            self.use([record.id for record in self._host.chosen], *article_place(issue, self._current_key()))

    def open_selection(self) -> None:
        """The 选题单 of what is chosen in the list, or of all that is shown there."""
        view = self._host.panel.view
        records = self._host.chosen if len(self._host.chosen) > 1 else view.rows.records
        dialog = SelectionDialog("选题单", records, self._window)
        dialog.accepted.connect(lambda: self.take_order(dialog.chosen))
        dialog.export_asked.connect(lambda: self._host.attempt(lambda: self._export(dialog)))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.open()

    def take_order(self, ids: Sequence[str]) -> None:
        """Put submissions into the issue in an order: those that it holds are rearranged, the others come in behind them."""
        issue = self._host.session.issue
        if issue is None:
            self._host.bar.say("info", _NO_ISSUE)
            return
        holding = {source.submission: article.id for article in issue.articles() for source in article.sources}
        kept = list(dict.fromkeys(holding[one] for one in ids if one in holding))
        new = [one for one in ids if one not in holding]
        if kept and new:
            self.use(new, *article_place(issue, self._current_key()), then=lambda: self.take_order(ids))
        elif new:
            self.use(new, *article_place(issue, self._current_key()))
        elif self._host.session.perform(arrange_articles, kept):
            self._host.bar.say("done", f"{len(kept)} 篇文章按次序排好了。", [("撤销", self._host.session.undo)], until_change=True)

    def _export(self, dialog: SelectionDialog) -> None:
        path = self._asker.save_name("导出选题单", Path(self._folder()) / "选题单.pdf", "PDF (*.pdf);;网页 (*.html)")
        if path is not None:
            dialog.write(path)
            dialog.hint.setText(f"已导出“{path.name}”。")

    def look_over(self) -> None:
        """See what was repaired in the chosen one, switch off what should not be, and take it in then."""
        from app.desk.using import submission_from

        record = self._host.chosen[0]
        self._host.run(
            "正在读原稿",
            lambda library, _task: submission_from(library, record.id),
            lambda found: self.look_asked.emit(found, record),
        )

    def offer_newer(self, record: SubmissionRecord) -> bool:
        """Offer 新稿替换 where the issue holds the earlier version; False where there is nothing to replace."""
        if record.version_of not in self._host.here:
            return False
        try:
            return self.versions.offer(self._host.library, record)
        except UserError as error:
            self._host.bar.say("warning", error.sentence)
            return True

    def replace_chosen(self) -> None:
        """Offer 新稿替换 for the chosen one."""
        self.replace_with(self._host.chosen[0])

    def replace_with(self, record: SubmissionRecord) -> None:
        """Offer 新稿替换, or say why there is none."""
        if not self.offer_newer(record):
            self._host.bar.say("info", "本期没有用过它的旧稿，可以直接作为文章加入。")

    def compare_with_relative(self) -> None:
        """The chosen one beside the nearest text that it goes back to."""
        from app.desk.relating import relatives

        def act() -> None:
            record = self._host.chosen[0]
            text = self._host.library.text(record.id)
            found = relatives(self._host.library, text, frozenset({record.id}))
            if found:
                self.versions.compare_with_relative(record, text, found[0])
            else:
                self._host.bar.say("info", "来稿箱和登过的稿子里，没有和它相近的。")

        self._host.attempt(act)

    def compare_article(self, number: int) -> None:
        """An article beside its submissions."""
        issue = self._host.session.issue
        article = article_by_id(issue, number) if issue else None
        if article is not None:
            self._host.attempt(lambda: self.versions.compare_with_original(self._host.library, article))

    def use(self, ids: Sequence[str], section: int, at: int, then: Callable[[], None] | None = None) -> None:
        """Make articles of submissions, before index `at` of a 栏目; `then` something more."""
        from app.desk.using import articles_from

        def done(made: Made) -> None:
            if self._host.session.perform(insert_articles, section, at, made.articles):
                told = "".join(made.notes)
                self._host.bar.say(
                    "done", f"加进了 {len(made.articles)} 篇文章。{told}", [("撤销", self._host.session.undo)], until_change=True
                )
                if then is not None:
                    then()

        self._host.run("正在加入来稿", lambda library, _task: articles_from(library, ids, 1), done)

    def merge_chosen(self) -> None:
        """Put the text of the chosen ones at the caret."""
        if self._host.session.issue is None:
            self._host.bar.say("info", _NO_ISSUE)
        elif self._host.chosen:
            self.merge([record.id for record in self._host.chosen])

    def merge(self, ids: Sequence[str], *, behind: bool = False) -> None:
        """Put the text of submissions at the caret, one behind the other, and link them to the article there (并入当前文章)."""
        from app.desk.using import paragraphs_from

        def done(paragraphs: Sequence[Paragraph]) -> None:
            sources = [Source(item, Share.JOINT) for item in ids]
            lead = (Paragraph(0, ""),) if behind else ()
            if self._host.session.perform(merge_submissions, (*lead, *paragraphs), sources):
                self._host.bar.say("done", f"并入了 {len(ids)} 份来稿。", [("撤销", self._host.session.undo)], until_change=True)
            else:
                self._host.bar.say("info", "请先把光标放在文章里要并入的地方。")

        self._host.run("正在并入来稿", lambda library, _task: [one for item in ids for one in paragraphs_from(library, item)], done)

    def merge_into(self, ids: Sequence[str], number: int) -> None:
        """Put the text of submissions behind that of an article, and link them to it."""
        issue = self._host.session.issue
        article = article_by_id(issue, number) if issue else None
        if article is not None:
            last = article.paragraphs[-1] if article.paragraphs else article.title
            self._host.session.select(Place(last.id, len(last.text)))
            self.merge(ids, behind=True)
