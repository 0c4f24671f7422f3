"""The issue at hand becomes a PDF or a DOCX, and one line says how it went and what to know about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.desk.publish import FORMATS, Published, Task, final_refusal, open_places, publish_layout
from app.errors import UserError
from app.ui.asking import Asker, OpenAnswer
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.naming import file_stem
from app.ui.session import Session
from app.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from app.fonts.faceset import FaceSet
    from app.layout.frames import Layout
    from app.model.issue import Issue


PROOF_MARK = "_清样"
"""Behind the name of a file that is no final copy."""

PLACEHOLDER = "××"
"""Stands in the templates for the name of a place or office."""


class ExportDesk(QObject):
    """Works on a snapshot of the session's issue.

    `reported` brings a `LayoutReport`, `exported` a `Published`; `fill_asked`: the person wants to fill in number and date first.
    """

    fill_asked = Signal()
    reported = Signal(object)
    exported = Signal(object)

    def __init__(self, session: Session, runner: TaskRunner, memory: Memory, bar: MessageBar, asker: Asker) -> None:
        super().__init__(session)
        self._session, self._runner, self._memory, self._bar = session, runner, memory, bar
        self.asker = asker
        self.reminders: list[Callable[[], str]] = []  # what else is to be said of the issue when it leaves

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
        proposed = place / f"{file_stem(issue)}{PROOF_MARK if places else ''}{suffix}"
        path = self.asker.save_name(f"导出{FORMATS[suffix]}", proposed, f"{FORMATS[suffix]} (*{suffix})")
        if path is not None:
            self.export_to(path if path.suffix.lower() == suffix else path.with_name(path.name + suffix))

    def export_to(self, path: Path, *, for_review: bool = False) -> None:
        """Export to a file; its suffix decides the format. A DOCX `for_review` brings its changes back."""
        issue, layout, faces = self._session.issue, self._session.layout, self._session.faces
        if issue is None or layout is None or faces is None:
            return

        def job(task: Task) -> tuple[Published, str]:
            return publish_layout(issue, layout, path, faces, for_review=for_review, task=task), result_line(path, issue, layout, faces)

        try:
            self._runner.start(f"正在导出{FORMATS.get(path.suffix.lower(), '')}", job, self.say_done)
        except UserError as error:
            self._bar.say("warning", error.sentence)

    def report(self) -> None:
        """Measure the pages at hand."""
        issue, layout, faces = self._session.issue, self._session.layout, self._session.faces
        if issue is not None and layout is not None and faces is not None:
            from app.desk.report import layout_report

            self.reported.emit(layout_report(issue, layout, faces))

    def say_done(self, result: tuple[Published, str]) -> None:
        """Say what was written, with buttons that open it."""
        published, line = result
        path = published.path
        self._bar.say(
            "done",
            line + "".join(reminder() for reminder in self.reminders),
            [("打开文件", lambda: _open(path)), ("打开文件夹", lambda: _open(path.parent))],
            until_change=True,
        )
        self.exported.emit(published)


def result_line(path: Path, issue: Issue, layout: Layout, faces: FaceSet) -> str:
    """已导出“…pdf”，共 8 页。 with what the clerk should know: open places, faces that others stand in for, characters without a glyph.

    What stands in for them is in the tip of the status line and in the report: here it would fill half a small screen.
    """
    words = [f"已导出“{path.name}”，共 {len(layout.pages)} 页。"]
    places = open_places(issue)
    if places:
        words.append(f"{'和'.join(places)}待定，这份只能作清样。")
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


def unfilled(issue: Issue) -> list[str]:
    """报头, 报尾: the parts in which the template's ×× still stands for the office's own name."""
    head, foot = issue.masthead, issue.footer
    parts = {
        "报头": [paragraph.text for paragraph in (*head.lines, *head.issuers)],
        "报尾": [line.paragraph.text for line in foot.recipients],
    }
    return [name for name, texts in parts.items() if any(PLACEHOLDER in text for text in texts)]


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
