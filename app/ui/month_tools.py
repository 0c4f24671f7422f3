"""What comes before and after an issue - signing, archive, statistics, distribution, templates, hand-over - becomes part of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.ui.archive_desk import ArchiveDesk
from app.ui.asking import Asker
from app.ui.export_desk import ExportDesk
from app.ui.file_desk import FileDesk
from app.ui.handing_desk import HandingDesk
from app.ui.library_desk import LibraryDesk
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.print_desk import PrintDesk
from app.ui.proof_desk import ProofDesk
from app.ui.session import Session
from app.ui.statistics_desk import StatisticsDesk
from app.ui.tasks import TaskRunner
from app.ui.template_desk import TemplateDesk


@dataclass(frozen=True, slots=True)
class Host:
    """The parts of the window that the desks of the month lean on."""

    session: Session
    runner: TaskRunner
    library: LibraryDesk
    files: FileDesk
    exports: ExportDesk
    printing: PrintDesk
    proofs: ProofDesk
    memory: Memory
    bar: MessageBar
    asker: Asker
    window: QWidget


class MonthTools(QObject):
    """Makes the desks for one window. `acts` are the commands, by the names of their actions."""

    def __init__(self, host: Host) -> None:
        super().__init__(host.session)
        self.templates = TemplateDesk(host.session, host.asker, host.memory, host.window)
        self.statistics = StatisticsDesk(host)
        self.archive = ArchiveDesk(host)
        self.handing = HandingDesk(host)
        desks = self._desks = (self.templates, self.statistics, self.archive, self.handing)
        self.acts: dict[str, Callable[[], object]] = {name: act for desk in desks for name, act in desk.acts.items()}

    def wait(self) -> None:
        """Stop, for the window closes."""
        for desk in self._desks:
            desk.wait()
