"""采用统计 is opened, read anew whenever the library changes, closed by the month, and sent to files, to paper and into the issue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.edit.article_commands import insert_articles
from app.edit.change import Label
from app.edit.state import Place
from app.errors import UserError
from app.ui.background import Background

if TYPE_CHECKING:
    from app.desk.publish import Task
    from app.desk.statistics.standing import Standing
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Page
    from app.model.statistics import Kind, Line, StatisticsRules
    from app.store.library.library import Library
    from app.ui.month_closing import MonthClosing
    from app.ui.month_tools import Host
    from app.ui.notice_dialog import NoticeDialog
    from app.ui.statistics_dialog import StatisticsDialog
    from app.ui.statistics_settings import StatisticsSettings

KIND = "采用统计表"
_LONGEST_WAIT_S = 5.0
_NOT_KEPT = "统计设置没有存下来。"


class StatisticsDesk(QObject):
    """`acts` are the commands, by the names of their actions. `copy_wanted`: a `SignedIssue`, whose file isn't here, is to be seen."""

    copy_wanted = Signal(object)

    def __init__(self, host: Host) -> None:
        super().__init__(host.session)
        self._host = host
        self._background = Background("statistics", self)
        self._again = False
        self._edits = 0
        self._standing: Standing | None = None
        self._done: list[tuple[StatisticsRules, StatisticsRules]] = []
        self._closing: MonthClosing | None = None
        self._to_show: tuple[str, int] = "", 0
        self._to_put: Any = None
        self.dialog: StatisticsDialog | None = None
        self.settings: StatisticsSettings | None = None
        self.notice: NoticeDialog | None = None
        self.acts: dict[str, Callable[[], object]] = {"statistics": self.open}
        host.library.opened.connect(self._read)
        host.library.written.connect(self._read)
        host.library.moved.connect(self._read)
        host.library.missing.connect(self._miss)
        host.library.failed.connect(self._fail)
        host.session.opened.connect(self._opened)

    @property
    def busy(self) -> bool:
        """Whether the library is being read."""
        return self._background.busy

    def open(self) -> None:
        """Open the window."""
        from app.desk.statistics.standing import first_month, today
        from app.ui.month_closing import MonthClosing
        from app.ui.statistics_dialog import StatisticsDialog

        if self.dialog is None:
            dialog = self.dialog = StatisticsDialog(first_month(today()), self._host.window)
            dialog.settings_asked.connect(self._set)
            dialog.xlsx_asked.connect(self._to_xlsx)
            dialog.pdf_asked.connect(self._to_pdf)
            dialog.paper_asked.connect(self._to_paper)
            dialog.notice_asked.connect(self._write_notice)
            dialog.line_asked.connect(self._go_to)
            dialog.extra_noted.connect(self._note)
            dialog.finished.connect(lambda _: self._gone())
            self._closing = MonthClosing(dialog, self._host.library, self._host.asker)
        self._host.library.open_soon(again=True)
        self._read()
        self.dialog.show()
        self.dialog.activateWindow()

    def wait(self) -> None:
        """Stop, for the window closes."""
        self._background.wait(_LONGEST_WAIT_S)
        for dialog in (self.notice, self.settings, self.dialog):
            if dialog is not None:
                if dialog is self.settings:
                    self.settings.finish()
                dialog.done(0)

    # What stands

    def _read(self) -> None:
        library = self._host.library.library
        if self.dialog is None or library is None or self._host.library.busy:
            return
        edits = self._edits
        self._again = not self._background.start(
            lambda: _standing(library), lambda found: self._show(edits, found), lambda error: self._miss(error.sentence)
        )

    def _show(self, edits: int, standing: Standing) -> None:
        self._standing = standing
        library = self._host.library
        if self.dialog is not None:
            self.dialog.serve(standing, writable=not library.read_only)
        if self._closing is not None:
            self._closing.follow(standing)
        if self.settings is not None and edits == self._edits and self.settings.rules != standing.rules:
            self.settings.finish()  # another desk: its rows come in when the cell at hand is written
        if self.settings is not None and edits == self._edits:  # else what was read is older than what stands there
            self.settings.serve(standing.rules, standing.ungrouped, writable=not library.read_only)
        if self._again or edits != self._edits:
            self._read()

    def _miss(self, sentence: str) -> None:
        if self.dialog is not None:
            self.dialog.wait_for(sentence)

    def _fail(self, sentence: str) -> None:
        """Something was not written: show what stands."""
        if self._closing is not None:
            self._closing.forget()
        for dialog in (self.settings, self.dialog):
            if dialog is not None:
                dialog.bar.say("error", sentence)
                break
        if self.settings is not None:
            self._done.clear()
            self.settings.allow_undo(on=False)
        self._read()

    # What the office sets

    def _set(self) -> None:
        from app.ui.statistics_settings import StatisticsSettings

        if self.dialog is None or self._standing is None:
            return
        self._done.clear()
        settings = self.settings = StatisticsSettings(self._host.asker, lambda: self._host.memory.folder, self.dialog)
        settings.edited.connect(self._take)
        settings.undo_asked.connect(self._undo)
        settings.finished.connect(lambda _: self._settings_gone())
        settings.serve(self._standing.rules, self._standing.ungrouped, writable=not self._host.library.read_only)
        settings.open()

    def _take(self, before: StatisticsRules, after: StatisticsRules) -> None:
        self._done.append((before, after))
        self._write(before, after)

    def _undo(self) -> None:
        if self._done and self.settings is not None:
            before, after = self._done.pop()
            self._write(after, before)
            self.settings.say("撤销了。")

    def _write(self, before: StatisticsRules, after: StatisticsRules) -> None:
        self._edits += 1
        self._host.library.write_soon(lambda library: library.statistics.change(before, after), _NOT_KEPT)
        if self.settings is not None:
            self.settings.allow_undo(on=bool(self._done))

    def _note(self, line: Line, kind: Kind, month: str) -> None:
        """A text got an extra: write it down among the lines by hand."""
        from app.desk.statistics.months import words
        from app.desk.statistics.sheets.hands import noted

        if self._standing is None or self.dialog is None:
            return
        before = self._standing.rules
        after = noted(before, line, kind, month)
        if after is before:
            self.dialog.bar.say("info", f"“{line.title}”在{words(month)}已经登记过{kind}。")
            return
        self._write(before, after)
        closed = month <= self._standing.closed_through
        also = "这个月已经结账，记在下一个没有结账的月份里。" if closed else ""
        said = f"{line.unit}“{line.title}”登记了一条{kind}，记在{words(month)}，按分值表计分。{also}"
        self.dialog.bar.say("done", said, [("撤销", lambda: self._take_back(after, before))])

    def _take_back(self, after: StatisticsRules, before: StatisticsRules) -> None:
        if self.dialog is not None:
            self.dialog.bar.hide()
        self._write(after, before)

    def _settings_gone(self) -> None:
        settings, self.settings = self.settings, None
        if settings is not None:
            settings.deleteLater()
        self._read()

    # What is made of it

    def _to_xlsx(self) -> None:
        from app.desk.statistics.standing import today
        from app.desk.statistics.workbook import write_workbook

        dialog = self.dialog
        if dialog is None or dialog.report is None or dialog.statement is None:
            return
        report, statement, day = dialog.report, dialog.statement, today()
        path = self._name(statement.title, ".xlsx", "Excel 工作簿 (*.xlsx)")
        if path is not None:
            self._run("正在导出统计表", lambda _: write_workbook(report, statement, day, path), lambda _: self._said(path))

    def _to_pdf(self) -> None:
        from app.desk.statistics.paper import write_pdf
        from app.desk.statistics.standing import today

        dialog = self.dialog
        if dialog is None or dialog.statement is None:
            return
        title = dialog.statement.title
        path = self._name(title, ".pdf", "PDF (*.pdf)")
        if path is not None:
            pages = self._pages()
            self._run("正在导出统计表", lambda task: write_pdf(pages(task), title, today(), path), lambda _: self._said(path))

    def _to_paper(self) -> None:
        dialog = self.dialog
        if dialog is not None and dialog.statement is not None:
            printing = self._host.printing
            if not printing.printer_name:
                dialog.bar.say("warning", "这台电脑没有打印机，可以导出 PDF，拿到别处打印。")
                return
            self._run("正在排统计表", self._pages(), lambda pages: printing.pages_to_paper(pages, KIND, dialog, printing.printer_name))

    def _pages(self) -> Callable[[Task], tuple[Page, ...]]:
        """A job that lays the table out, in the faces of the issue at hand or those of the first template."""
        from app.desk.statistics.paper import statement_pages
        from app.desk.statistics.standing import today

        assert self.dialog is not None and self.dialog.statement is not None
        statement, day = self.dialog.statement, today()
        faces, resolver = self._host.session.faces, self._host.session.resolver

        def job(_task: Task) -> tuple[Page, ...]:
            return statement_pages(statement, faces or _faces(resolver), day)

        return job

    def _run(self, what: str, job: Callable[[Task], Any], done: Callable[[Any], None]) -> None:
        try:
            self._host.runner.start(what, job, done)
        except UserError as error:
            if self.dialog is not None:
                self.dialog.bar.say("warning", error.sentence)

    def _name(self, title: str, suffix: str, files: str) -> Path | None:
        path = self._host.asker.save_name("导出统计表", Path(self._host.memory.folder) / f"{title}{suffix}", files)
        return path if path is None or path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")

    def _said(self, path: Path) -> None:
        from app.ui.export_desk import open_outside

        if self.dialog is not None:
            choices = [("打开文件", lambda: open_outside(path)), ("打开文件夹", lambda: open_outside(path.parent))]
            self.dialog.bar.say("done", f"已导出“{path.name}”。", choices)

    # The notice

    def _write_notice(self) -> None:
        from app.desk.statistics.notice import article_of, notice_of
        from app.ui.notice_dialog import NoticeDialog

        if self.dialog is None or self.dialog.report is None:
            return
        report, session = self.dialog.report, self._host.session
        notice, issue = notice_of(report), session.issue
        able = issue is not None and not (session.read_only or session.closed or session.sample)
        name = f"{issue.masthead.name}{issue.masthead.number.text}" if issue is not None and able else ""
        dialog = self.notice = NoticeDialog(notice.text, name, self.dialog)
        dialog.copied.connect(self._say_copied)
        article = article_of(notice, report)
        dialog.accepted.connect(lambda: self._put(article) if name else self._put_in_new(article))
        dialog.finished.connect(lambda _: self._notice_gone())
        dialog.open()

    def _say_copied(self) -> None:
        if self.dialog is not None:
            self.dialog.bar.say("done", "通报稿复制了，可以到别处粘贴。")

    def _put(self, article: Any) -> None:  # noqa: ANN401 - an Article
        session = self._host.session
        issue = session.issue
        if issue is None or not issue.sections:
            return
        section = issue.sections[-1]
        if session.perform(insert_articles, section.id, len(section.articles), [article], Label.IMPORT):
            self._host.bar.say("done", "通报稿放进本期了。", [("撤销", session.undo)], until_change=True)
            if self.dialog is not None:
                self.dialog.bar.say("done", f"通报稿放进了{issue.masthead.name}{issue.masthead.number.text}，是最后一篇。")

    def _put_in_new(self, article: Any) -> None:  # noqa: ANN401 - an Article
        """Begin the next issue, and put it in when that is there."""
        self._to_put = article
        self._host.files.new_next_issue()

    def _opened(self) -> None:
        """Another issue is at hand: the one that a notice or a line waits for."""
        session = self._host.session
        article, self._to_put = self._to_put, None
        if article is not None and session.issue is not None and session.path is None and not session.sample:
            self._put(article)
        self._show_article()

    def _notice_gone(self) -> None:
        notice, self.notice = self.notice, None
        if notice is not None:
            notice.deleteLater()

    # To what was printed

    def _go_to(self, line: Line) -> None:
        """Show the article that a line is of, in the issue at hand, in its file or in the copy that was signed."""
        session, library = self._host.session, self._host.library.library
        if not line.issue or self.dialog is None or library is None:
            return
        self._to_show = line.issue, line.article
        if session.issue is not None and session.issue.key == line.issue:
            self._show_article()
            return
        kept = [Path(one.path) for one in library.issues() if one.key == line.issue]
        path = next((one for one in kept if one.is_file()), None)
        if path is not None:
            self._host.files.open_path(path)
        elif signatures := library.signed.of(line.issue):
            self.copy_wanted.emit(signatures[-1])
        else:
            self.dialog.bar.say("info", f"“{line.label}”的文件不在这台电脑上，打不开。")

    def _show_article(self) -> None:
        issue, (key, article) = self._host.session.issue, self._to_show
        if issue is None or not key or issue.key != key:
            return
        self._to_show = "", 0
        found = next((one for section in issue.sections for one in section.articles if one.id == article), None)
        if found is not None:
            self._host.session.select(Place(found.title.id, 0))
            self._host.window.activateWindow()

    def _gone(self) -> None:
        dialog, self.dialog, self._closing = self.dialog, None, None
        self._to_put = None
        self._background.wait(0.0)
        if dialog is not None:
            dialog.deleteLater()


def _standing(library: Library) -> Standing:
    """In the thread: read everything."""
    from app.desk.statistics.standing import read_standing

    return read_standing(library)


def _faces(resolver: Any) -> FaceSet:  # noqa: ANN401 - a FaceResolver
    from app.desk.faces import faces_for
    from app.desk.templates import available_templates

    template = next((entry.template for entry in available_templates() if entry.template is not None), None)
    if template is None:
        raise UserError("没有可用的版式模板，排不了统计表；可以导出 XLSX。")
    return faces_for(template, {}, resolver)
