"""What comes before and after an issue - signing, archive, statistics, distribution, templates, hand-over - becomes part of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.records import dataclass
from app.ui.archive_desk import ArchiveDesk
from app.ui.asking import Asker
from app.ui.distribution_desk import DistributionDesk
from app.ui.export_desk import ExportDesk
from app.ui.file_desk import FileDesk
from app.ui.final_desk import FinalDesk
from app.ui.handing_desk import HandingDesk
from app.ui.library_desk import LibraryDesk
from app.ui.look_taking_desk import LookTakingDesk
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.number_guard import NumberGuard
from app.ui.outline_view import OutlineView
from app.ui.print_desk import PrintDesk
from app.ui.proof_desk import ProofDesk
from app.ui.redline_desk import RedlineDesk
from app.ui.series_desk import SeriesDesk
from app.ui.session import Session
from app.ui.signed_changes import SignedChanges
from app.ui.signed_watch import SignedWatch
from app.ui.signing_desk import SigningDesk
from app.ui.start_page import StartPage
from app.ui.statistics_desk import StatisticsDesk
from app.ui.tasks import TaskRunner
from app.ui.template_desk import TemplateDesk
from app.ui.work_list import WorkList


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
    outline: OutlineView
    start: StartPage
    redlines: RedlineDesk
    final: FinalDesk


class MonthTools(QObject):
    """Makes the desks for one window. `acts` are the commands, by the names of their actions."""

    def __init__(self, host: Host) -> None:
        super().__init__(host.session)
        self.templates = TemplateDesk(host.session, host.asker, host.memory, host.window)
        self.look_taking = LookTakingDesk(host.session, host.runner, host.asker, host.memory, host.bar, host.window)
        self.look_taking.tuning_asked.connect(self.templates.open_look)
        self.statistics = StatisticsDesk(host)
        self.archive = ArchiveDesk(host)
        self.statistics.copy_wanted.connect(self.archive.open_signed)
        self.handing = HandingDesk(host)
        self.watch = SignedWatch(host.session, host.library)
        self.guard = NumberGuard(host.session, self.watch, host.bar)
        self.signing = SigningDesk(host, self.watch)
        self.signing.was_signed.connect(self.archive.keeper.after_signing)
        self.signed = SignedChanges(host, self.watch)
        self.series = SeriesDesk(host)
        self.distribution = DistributionDesk(host)
        self.work = WorkList(host)
        kept = (self.statistics, self.archive, self.handing, self.signing, self.series, self.distribution)
        waited = (self.templates, self.look_taking, *kept)
        self._desks = (*waited, self.watch, self.work)
        desks = (*waited, self.signed)
        self.acts: dict[str, Callable[[], object]] = {name: act for desk in desks for name, act in desk.acts.items()}

    def wait(self) -> None:
        """Stop, for the window closes."""
        for desk in self._desks:
            desk.wait()
