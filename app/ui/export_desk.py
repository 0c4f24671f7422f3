"""The issue at hand becomes a PDF or a DOCX, and one line says how it went and what to know about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.desk.publish import FORMATS, Published, Task, final_refusal, open_places, publish_layout
from app.desk.unsigned import is_final, leaving, leaving_name, mark_of
from app.errors import UserError
from app.records import dataclass
from app.ui.actions import Actions
from app.ui.asking import Asker, OpenAnswer
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.naming import file_stem
from app.ui.session import Session
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.desk.export_report import ExportReport
    from app.desk.report import LayoutReport
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Layout
    from app.model.issue import Issue


@dataclass(frozen=True, slots=True)
class Reported:
    """A report with what it was made of: a later comparison of the DOCX asks for it."""

    report: ExportReport
    facts: LayoutReport
    issue: Issue
    layout: Layout
    faces: FaceSet


class ExportDesk(QObject):
    """Works on a snapshot of the session's issue.

    `reported` brings a `Reported`, `exported` a `Published`; `fill_asked`: the person wants to fill in number and date first.
    """

    fill_asked = Signal()
    reported = Signal(object)
    exported = Signal(object)

    def __init__(self, session: Session, runner: TaskRunner, memory: Memory, bar: MessageBar, asker: Asker) -> None:
        super().__init__(session)
        self._session, self._runner, self._memory, self._bar = session, runner, memory, bar
        self.asker = asker
        self.reminders: list[Callable[[], str]] = []  # what else is to be said of the issue when it leaves
        self.signed_before: Callable[[], Issue | None] = lambda: None  # the issue as it was signed, where it was opened again

    def serve(self, actions: Actions) -> None:
        """Lock the lines of a DOCX or not, as it was chosen last."""
        action = actions["lock_lines"]
        action.setChecked(self._memory.settings.lock_lines)
        action.toggled.connect(lambda on: self._memory.note(lock_lines=on))

    @property
    def acts(self) -> dict[str, Callable[[], object]]:
        """The commands, by the names of their actions."""
        return {
            "export_pdf": lambda: self.ask(".pdf"),
            "export_docx": lambda: self.ask(".docx"),
            "export_ofd": lambda: self.ask(".ofd"),
            "export_small": self.ask_small,
            "export_pictures": lambda: self.ask_pictures(long=False),
            "export_long": lambda: self.ask_pictures(long=True),
            "report": self.report,
        }

    def ask(self, suffix: str) -> None:
        """Ask for a name and export there; `suffix` is .pdf or .docx. While number or date is open there is a proof copy alone (清样)."""
        issue = self._session.issue
        if issue is None:
            return
        places = open_places(issue)
        answer = self.asker.open_places(final_refusal(places)) if places else None
        if answer is OpenAnswer.FILL:
            self.fill_asked.emit()
        if answer in (OpenAnswer.FILL, OpenAnswer.CANCEL):
            return
        place = self._session.path.parent if self._session.path else Path(self._memory.folder)
        proposed = place / f"{file_stem(issue)}{mark_of(issue)}{suffix}"
        path = self.asker.save_name(f"导出{FORMATS[suffix]}", proposed, f"{FORMATS[suffix]} (*{suffix})")
        if path is not None:
            self.export_to(_free(issue, path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)))

    def ask_small(self) -> None:
        """Ask for a name and write a PDF that a chat takes there."""
        from app.desk.chat_copy import publish_for_chat

        self._ask_for("导出 PDF（微信发送）", ".pdf", "_微信", publish_for_chat)

    def ask_pictures(self, *, long: bool) -> None:
        """Ask for a name and write pictures for telephones there."""
        from app.desk.page_pictures import publish_pictures

        self._ask_for("导出长图" if long else "导出图片", ".jpg", "", partial(publish_pictures, long=long))

    def _ask_for(self, title: str, suffix: str, mark: str, write: Callable[[Issue, Layout, FaceSet, Path, Task], Published]) -> None:
        issue, layout, faces = self._session.issue, self._session.layout, self._session.faces
        if issue is None or layout is None or faces is None:
            return
        place = self._session.path.parent if self._session.path else Path(self._memory.folder)
        proposed = place / f"{file_stem(issue)}{mark_of(issue)}{mark}{suffix}"
        path = self.asker.save_name(title, proposed, f"{suffix[1:].upper()} (*{suffix})")
        if path is None:
            return
        target = _free(issue, path if path.suffix.lower() == suffix else path.with_name(path.name + suffix))

        def done(published: Published) -> None:
            notes = "".join(published.notices[:1]) if mark else ""
            self.say_done((published, f"已导出“{published.path.name}”，共 {published.pages} 页。{notes}"))

        try:
            self._runner.start(f"正在{title}", lambda task: write(issue, layout, faces, target, task), done)
        except UserError as error:
            self._bar.say("warning", error.sentence)

    def export_to(self, path: Path, *, for_review: bool = False) -> None:
        """Export to a file; its suffix decides the format. A DOCX `for_review` brings its changes back.

        What is not signed is written as a 清样, under the name of one.
        """
        issue, layout, faces = self._session.issue, self._session.layout, self._session.faces
        if issue is None or layout is None or faces is None:
            return

        lock_lines, before = self._memory.settings.lock_lines, self.signed_before()

        def job(task: Task) -> tuple[Published, str, Reported | None]:
            shown = leaving(issue, layout, faces)
            published = publish_layout(issue, shown, path, faces, for_review=for_review, lock_lines=lock_lines, task=task)
            line = result_line(published.path, issue, layout, faces)
            task.progress("正在核对版面", 1.0)  # the file stands: this can't be cancelled any more
            return published, line, None if for_review else _reported(published.path, issue, shown, faces, before)

        def done(result: tuple[Published, str, Reported | None]) -> None:
            published, line, report = result
            self.say_done((published, line))
            if report is not None:
                self.reported.emit(report)

        try:
            self._runner.start(f"正在导出{FORMATS.get(path.suffix.lower(), '')}", job, done)
        except UserError as error:
            self._bar.say("warning", error.sentence)

    def report(self) -> None:
        """Measure the pages at hand."""
        issue, layout, faces = self._session.issue, self._session.layout, self._session.faces
        if issue is not None and layout is not None and faces is not None:
            before = self.signed_before()
            try:
                self._runner.start("正在核对版面", lambda _: _reported(None, issue, layout, faces, before), self.reported.emit)
            except UserError as error:
                self._bar.say("warning", error.sentence)

    def say_done(self, result: tuple[Published, str]) -> None:
        """Say what was written, with buttons that open it."""
        published, line = result
        path = published.path
        self._bar.say(
            "done",
            line + "".join(reminder() for reminder in self.reminders),
            [("打开文件", lambda: open_outside(path)), ("打开文件夹", lambda: open_outside(path.parent))],
            until_change=True,
        )
        self.exported.emit(published)


def result_line(path: Path, issue: Issue, layout: Layout, faces: FaceSet) -> str:
    """已导出“…pdf”，共 8 页。 with what the clerk should know: open places, faces that others stand in for, characters without a glyph.

    What stands in for them is in the tip of the status line and in the report: here it would fill half a small screen.
    """
    from app.desk.export_report import PLACEHOLDER, unfilled

    words = [f"已导出“{path.name}”，共 {len(layout.pages)} 页。"]
    places = open_places(issue)
    if places:
        words.append(f"{'和'.join(places)}待定，这份只能作清样。")
    elif not is_final(issue):
        words.append("还没有签发，这份是清样。")
    blanks = unfilled(issue)
    if blanks:
        words.append(f"{'和'.join(blanks)}里还有“{PLACEHOLDER}”没有填。")
    others = dict.fromkeys(found.official for found in faces.substitutions if found.substituted)
    if others:
        words.append(f"用了代替字体：{'、'.join(others)}。")
    missing = "".join(dict.fromkeys(glyph.char for glyph in layout.missing))
    if missing:
        words.append(f"没有字形的字：{missing[:20]}。")
    return "".join(words)


def _free(issue: Issue, path: Path) -> Path:
    """The name under which it leaves; where 清样 had to be put to it and such a file is there, which nobody was asked about, another."""
    named = leaving_name(issue, path)
    number = 2
    while named != path and named.exists():
        named = leaving_name(issue, path)
        named = named.with_name(f"{named.stem}{number}{named.suffix}")
        number += 1
    return named


def _reported(path: Path | None, issue: Issue, layout: Layout, faces: FaceSet, before: Issue | None = None) -> Reported:
    from app.desk.export_report import report_export
    from app.desk.report import layout_report

    report = report_export(path, issue, layout, faces, signed=before)
    return Reported(report, layout_report(issue, layout, faces), issue, layout, faces)


def open_outside(path: Path) -> None:
    """Let the system open a file or a folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
