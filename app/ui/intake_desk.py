"""Text from the clipboard or a file becomes, after the clerk's look, articles of the issue at hand or a new issue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.desk.publish import Task
from app.edit.commands import insert_articles, insert_sections
from app.errors import UserError
from app.model.submission import Source, SubmissionRecord, Way
from app.ui.asking import SUBMISSION_FILTER, Asker
from app.ui.file_desk import FileDesk
from app.ui.library_desk import LibraryDesk
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.naming import issue_name
from app.ui.outline_nodes import NodeKey
from app.ui.places import article_place
from app.ui.session import Session
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.desk.intake import Read, Submission
    from app.model.issue import Issue, Section
    from app.store.jianbao import Original
    from app.ui.import_dialog import ImportPlan, Places


_MOST_SAID = 3
"""More refused files than these are only counted."""


class IntakeDesk(QObject):
    """Works on the session; `current_key` says which row of the outline is at hand."""

    def __init__(
        self,
        session: Session,
        runner: TaskRunner,
        files: FileDesk,
        bar: MessageBar,
        current_key: Callable[[], NodeKey],
        memory: Memory,
        library: LibraryDesk,
        window: QWidget,
    ) -> None:
        super().__init__(session)
        self._memory, self._library = memory, library
        self._session, self._runner, self._files, self._bar = session, runner, files, bar
        self._current_key = current_key
        self._window = window
        self._waiting: list[Path] = []
        self._read_already: list[Submission] = []
        self._refused: list[tuple[Path | None, UserError]] = []

    @property
    def asker(self) -> Asker:
        """Who asks the person."""
        return self._files.asker

    @property
    def _off_rules(self) -> frozenset[str]:
        """The kinds of repairs that this office does not want."""
        return frozenset(self._memory.settings.off_rules)

    def paste(self) -> None:
        """Take what is on the clipboard."""
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()  # some platforms give none where nothing was copied
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        text, page = mime.text() if mime.hasText() else "", mime.html() if mime.hasHtml() else ""
        if files:
            self.take_files(files)
        elif text.strip() or (page.strip() and not mime.hasImage()):
            self._read("正在读剪贴板", partial(_pasted, text, page, self._off_rules))
        elif mime.hasImage():
            self._bar.say("info", "剪贴板里是图片，图片里的文字不能识别，请让报送单位发文字稿。")
        else:
            self._bar.say("info", "剪贴板里没有文字，请先在来稿里复制，再回来粘贴。")

    def ask(self, memory: Memory) -> None:
        """Ask for files and take them."""
        self.take_files(self.asker.open_names("导入来稿", memory.folder, SUBMISSION_FILTER))

    def take_files(self, paths: list[Path]) -> None:
        """Read files one after the other, each with its own look."""
        self._waiting += paths
        self._next_file()

    def _next_file(self) -> None:
        if self._runner.busy:
            return
        if self._read_already:
            self.show(self._read_already.pop(0))
            return
        if not self._waiting:
            self._say_refused()
            return
        path = self._waiting.pop(0)
        self._read(f"正在读“{path.name}”", partial(_from_file, path, self._off_rules), path)

    def _read(self, what: str, read: Callable[[], Read], path: Path | None = None) -> None:
        def job(task: Task) -> Read | UserError:
            task.step(what, 0.0)
            try:
                found = read()
            except UserError as error:  # told when the other files are through
                return error
            task.step(what, 0.9)
            return found

        def done(outcome: Read | UserError) -> None:
            if isinstance(outcome, UserError):
                self._refused.append((path, outcome))
            else:
                self._read_already += outcome.submissions
                self._refused += [(None, UserError(sentence)) for sentence in outcome.told]
            self._next_file()

        try:
            self._runner.start(what, job, done)
        except UserError as error:
            self._bar.say("warning", error.sentence)

    def _say_refused(self) -> None:
        """Say which files could not be read; one that another program opens has a button that opens it there."""
        from app.importers.readers import ForAnotherProgram

        refused, self._refused = self._refused, []
        if not refused:
            return
        path, error = refused[0]
        opens = path is not None and len(refused) == 1 and isinstance(error, ForAnotherProgram)
        more = f"另有 {len(refused) - _MOST_SAID} 个文件也没有读成。" if len(refused) > _MOST_SAID else ""
        text = "".join(error.sentence for _, error in refused[:_MOST_SAID]) + more
        self._bar.say("info" if opens else "warning", text, [("打开它", lambda: _open(path))] if opens else [])

    def show(self, found: Submission, record: SubmissionRecord | None = None) -> None:
        """Let the clerk look over a text with its repairs, and take it in; `record` is that of one which is in the 来稿箱 already."""
        from app.store.jianbao import Original
        from app.ui.import_dialog import ImportDialog

        self._bar.hide()

        dialog = ImportDialog(found.again, found.intake, self._places(), self._window, self._off_rules)
        dialog.rules_changed.connect(lambda rules: self._memory.note(off_rules=tuple(sorted(rules))))
        original = Original(found.name, found.data)
        dialog.accepted.connect(lambda: self.apply(dialog.plan, original, dialog.summary_text, found, record))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.finished.connect(lambda _: self._next_file())
        dialog.open()

    def _places(self) -> Places:
        from app.desk.templates import available_templates
        from app.ui.import_dialog import Places

        issue = self._session.issue
        names = [entry.name for entry in available_templates() if entry.template]
        if issue is None:
            return Places(names)
        if issue.template.name in names:
            names = [issue.template.name, *(name for name in names if name != issue.template.name)]
        sections = [(section.id, section.name.text) for section in issue.sections if section.name]
        return Places(names, sections, issue_name(issue))

    def apply(
        self, plan: ImportPlan, original: Original, summary: str, found: Submission | None = None, record: SubmissionRecord | None = None
    ) -> None:
        """Do what the clerk decided. What goes straight into the issue is in the 来稿箱, too, where there is one, and linked."""
        from app.desk.articles import articles_of
        from app.desk.compose import compose
        from app.desk.templates import template_and_folder

        issue = self._session.issue
        if plan.new_issue or issue is None:
            if self._files.may_close():
                template, folder = template_and_folder(plan.template)
                self._files.new_composed(compose(plan.structure, template), original, summary, folder, plan.unlooked)
            return
        sections, _ = articles_of(plan.structure, issue.next_id)
        kept = self._record_of(found) if found is not None and record is None and plan.structure.kind == "document" else None
        kept = (record, True) if record is not None else kept
        if kept is not None:
            sections = tuple(_linked(section, kept[0]) for section in sections)
        articles = [article for section in sections for article in section.articles]
        if not articles:
            self._bar.say("info", "这份来稿里没有认出文章，什么也没有加进去。")
            return
        if self._insert(issue, sections, plan.section):
            self._session.wait_for_look(plan.unlooked)
            if kept is None:
                self._session.add_original(original)
            elif not kept[1] and found is not None:
                from app.desk.receiving import keep_source

                self._library.write_soon(partial(keep_source, record=kept[0], found=found))
            self._bar.say("done", f"加进了 {len(articles)} 篇文章，{summary}。", [("撤销", self._session.undo)], until_change=True)

    def _record_of(self, found: Submission) -> tuple[SubmissionRecord, bool] | None:
        """The record of what comes in, and whether it is there already; None without a library that can be written to."""
        from app.desk.receiving import source_record

        library = self._library.library
        if library is None or library.read_only:
            return None
        try:
            return source_record(library, found, Way.OTHER)
        except UserError as error:
            self._bar.say("warning", error.sentence)
            return None

    def _insert(self, issue: Issue, sections: tuple[Section, ...], section_id: int) -> bool:
        articles = [article for section in sections for article in section.articles]
        own = next((section for section in issue.sections if section.id == section_id), None)
        if own is not None:
            return self._session.perform(insert_articles, own.id, len(own.articles), articles)
        if any(section.name for section in sections):
            return self._session.perform(insert_sections, sections)
        place = article_place(issue, self._current_key())
        return self._session.perform(insert_articles, *place, articles)


def _linked(section: Section, record: SubmissionRecord) -> Section:
    articles = tuple(replace(article, sources=(Source(record.id),), unit=article.unit or record.unit) for article in section.articles)
    return replace(section, articles=articles)


def _pasted(text: str, page: str, off_rules: frozenset[str]) -> Read:
    from app.desk.intake import Read, pasted_submission
    from app.importers.intake import ReadOptions

    return Read((pasted_submission(text, page, ReadOptions(off_rules)),))


def _from_file(path: Path, off_rules: frozenset[str]) -> Read:
    from app.desk.intake import read_submissions
    from app.importers.intake import ReadOptions

    return read_submissions(str(path), ReadOptions(off_rules))


def _open(path: Path | None) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def any_files(mime: QMimeData) -> list[Path]:
    """The local files that are being dragged."""
    urls: list[Any] = mime.urls() if mime.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
