"""The window: outline, pages and fields beside one another, and the wires between them and the session."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.edit.change import Change
from app.errors import UserError
from app.model.issue import Issue
from app.ui.actions import Actions
from app.ui.asking import Asker
from app.ui.changed_row import changed_row
from app.ui.check_tools import CheckTools
from app.ui.copy_desk import CopyDesk
from app.ui.count_label import CountLabel
from app.ui.dialog_desk import DialogDesk
from app.ui.edit_desk import EditDesk
from app.ui.export_desk import ExportDesk
from app.ui.file_desk import FileDesk
from app.ui.format_desk import FormatDesk
from app.ui.inbox_desk import InboxDesk
from app.ui.inbox_drop import InboxDrop
from app.ui.inbox_host import InboxHost
from app.ui.inspector import Inspector
from app.ui.intake_desk import IntakeDesk, any_files
from app.ui.later import Later
from app.ui.library_desk import LibraryDesk
from app.ui.line_marks import LineMarks
from app.ui.look_desk import LookDesk
from app.ui.memory import Memory
from app.ui.message_bar import MessageBar
from app.ui.month_tools import Host, MonthTools
from app.ui.naming import window_title
from app.ui.navigator import Navigator, key_of
from app.ui.outline_nodes import MASTHEAD_KEY, NodeKind
from app.ui.outline_panel import OutlinePanel
from app.ui.page_editor import PageEditor
from app.ui.page_menu_desk import PageMenuDesk
from app.ui.page_tools import PageTools
from app.ui.pane_desk import PaneDesk, Panes
from app.ui.pen_tools import PenTools
from app.ui.picture_tools import PictureTools
from app.ui.places import page_of_titles
from app.ui.print_desk import PrintDesk
from app.ui.proof_desk import ProofDesk
from app.ui.redline_desk import RedlineDesk
from app.ui.report_desk import ReportDesk
from app.ui.review_desk import ReviewDesk
from app.ui.rounds_desk import RoundsDesk
from app.ui.safety_desk import SafetyDesk
from app.ui.session import Session
from app.ui.side_column import SideColumn
from app.ui.stage_marks import StageMarks
from app.ui.start_page import StartPage
from app.ui.status_line import StatusLine
from app.ui.steady_pages import SteadyPages
from app.ui.table_desk import MENU as TABLE_MENU
from app.ui.tasks import TaskRunner
from app.ui.theme_desk import ThemeDesk
from app.ui.title_desk import TitleDesk
from app.ui.view_desk import ViewDesk
from app.ui.web_desk import WebDesk

_LEFT_PX, _MIDDLE_PX, _RIGHT_PX = 250, 776, 340
_MIDDLE_LEAST_PX = 320
_ISSUE_SUFFIX = ".jianbao"


class MainWindow(QMainWindow):
    """Holds the parts and connects them."""

    def __init__(self, memory: Memory, asker: Asker | None = None) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.memory = memory
        self.runner = TaskRunner(self)
        self.session = Session(self)
        self.actions_ = Actions(self)
        self.themes = ThemeDesk(self.actions_, memory, self)
        self.bar = MessageBar()
        self.asker = asker or Asker(self)
        self.files = FileDesk(self.session, self.runner, memory, self.bar, self.asker)
        self.exports = ExportDesk(self.session, self.runner, memory, self.bar, self.asker)
        self.edits = EditDesk(self.session, self.bar, lambda: self.outline.view.key)
        self.library = LibraryDesk(self.session, self.bar, memory.data)
        self.intake = IntakeDesk(self.session, self.runner, self.files, self.bar, lambda: self.outline.view.key, memory, self.library, self)
        self.safety = SafetyDesk(self.session, self.runner, self.files, memory, self.bar, self)
        self.copies = CopyDesk(self.session, memory, self.bar, self.asker, self.library)
        self.reviews = ReviewDesk(self.session, self.runner, self.exports, memory, self.bar, self.asker, self)
        self.proofs = ProofDesk(self.session, memory)
        self.redlines = RedlineDesk(self.session, self.runner, self.files, self.exports, self.proofs, memory, self.bar, self)
        self.printing = PrintDesk(self.session, self.runner, self.proofs, memory, self.bar, self.asker, self)
        self.rounds = RoundsDesk(self.session, self.proofs, self.files.saving, self.printing, self.bar, self)
        self.web = WebDesk(self.session, self.bar)
        self.titles = TitleDesk(self.session, self.actions_)
        self.looks = LookDesk(self.session, self.runner, self.bar)
        self.dialogs = DialogDesk(self.session, self.files, self)
        self.outline = OutlinePanel(self.actions_, self.edits.move_to, self.edits.rename)
        self.pages = PageEditor(self.session, lambda count: self.asker.delete_articles(count))
        self.reports = ReportDesk(self.runner, self.pages, memory, self.bar, self.asker, self)
        self.tools = PageTools(self.session, self.pages, self.bar, self.actions_, self.asker, self)
        self.formats = FormatDesk(self.actions_, self.session, self.pages, self.bar, memory)
        self.pictures = PictureTools(self.session, self.runner, self.bar, self.asker, memory)
        PageMenuDesk(self.actions_, self.session, self.pages)
        self.start = StartPage()
        self.checking = CheckTools(self.session, self.pages, self.library, memory, self.bar, self.asker, self)
        self.pens = PenTools(self.session, self.runner, self.proofs, self.pages, self.actions_, memory, self.bar, self.asker)
        self.inspector = Inspector(self.session, self.checking.pane, self.pens.panel)
        self.pictures.wire(self.pages, self.inspector, self.intake.paste)
        host = InboxHost(self.session, self.runner, self.library, self.bar)
        self.inbox = InboxDesk(host, self.asker, memory, lambda: self.outline.view.key, self)
        self.inbox.serve(self.inspector.article.sources, lambda: self.inspector.article.article_id)
        self.inbox.use.look_asked.connect(self.intake.show)
        InboxDrop(self.session, self.pages, self.inbox.use)
        self.inbox.use.serve(self.outline.view.outline_model)
        self.ways = Navigator(self.session, self.outline.view, self.pages, self.inspector)
        self.counts = CountLabel(self.session, self.ways.article)
        self.status = StatusLine(self.actions_, self.counts)
        self.tools.go_to.serve(self.proofs)
        self.views = ViewDesk(self.actions_, self.pages, self.status, LineMarks(self.session, self.proofs, self.pages), memory)
        self.panes = PaneDesk(
            self.actions_,
            self.session,
            Panes(self.outline, self.inbox.panel, self.checking.final.pane, self.start, self.pens.photos.pane, self.pages, self.inspector),
            memory,
        )
        parts = (self.session, self.runner, self.library, self.files, self.exports, self.printing, self.proofs)
        more = (self.outline.view, self.start, self.redlines, self.checking.final)
        self.month = MonthTools(Host(*parts, memory, self.bar, self.asker, self, *more))
        StageMarks(self.session, self.actions_, self.outline)
        self._shown: Issue | None = None
        self._panels = Later(self._show_panels, self)
        self.ways.leaving.connect(self._panels.settle)
        self.ways.marked.connect(self.counts.count_soon)
        self._recent_menu = QMenu("最近打开", self)
        self._assemble()
        self._wire()
        self._show_issue()
        self._show_recent()

    def _assemble(self) -> None:
        self.addToolBar(self.actions_.tool_bar())
        self.actions_.fill_menus(self, self._recent_menu)
        self.tools.tables.watch(self.actions_.menus[TABLE_MENU])
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        for bar in self.tools.bars:
            column.addWidget(bar)
        self._middle = QStackedWidget()
        self._middle.setMinimumWidth(_MIDDLE_LEAST_PX)  # the start page asks for more than a small screen has
        self._middle.addWidget(self.start)
        self._middle.addWidget(self.pages)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.addWidget(self.pens.photos.pane)
        beside.addWidget(self._middle)
        column.addWidget(beside, 1)
        SteadyPages(beside, self.pages)
        column.addWidget(self.panes.reader)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        left = SideColumn(self.outline, self.inbox.panel, self.checking.final.pane, self.actions_)
        for widget, stretch in ((left, 0), (middle, 1), (self.inspector, 0)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.inspector.setMinimumWidth(280)
        self.splitter.setSizes([_LEFT_PX, _MIDDLE_PX, _RIGHT_PX])
        self.setCentralWidget(self.splitter)
        self.setStatusBar(self.status)
        self.resize(1366, 728)
        settings = self.memory.settings
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromHex(settings.geometry.encode("ascii")))
            self.splitter.restoreState(QByteArray.fromHex(settings.splitter.encode("ascii")))

    def _wire(self) -> None:
        session, view = self.session, self.outline.view
        session.opened.connect(self._show_issue)
        session.changed.connect(self._take_change)
        session.selected.connect(self.ways.follow_caret)
        session.status_changed.connect(self._show_status)
        session.failed.connect(self._say_error)
        session.failed.connect(lambda _: self.inspector.refresh())
        self.runner.started.connect(self.status.begin)
        self.runner.progressed.connect(self.status.progress)
        self.runner.ended.connect(self.status.end)
        self.runner.failed.connect(self._say_error)
        self.runner.cancelled.connect(lambda: self.bar.say("info", "已取消，什么也没有写。"))
        self.memory.changed.connect(self._show_recent)
        view.chosen.connect(self.ways.go_to_row)
        view.delete_asked.connect(self.edits.delete)
        self.pages.link_clicked.connect(self.ways.follow_link)
        self.pages.left.connect(self._panels.settle)
        self.status.cancel_asked.connect(self.runner.cancel)
        self.status.faces_asked.connect(self.dialogs.about)
        self.status.fit_asked.connect(self.actions_["copyfit"].trigger)
        self.inspector.copyfit.place_chosen.connect(self.pages.edit_at)
        self.inspector.look.all_asked.connect(self.actions_["issue_template"].trigger)
        self.looks.waiting.connect(lambda on: self.panes.wait(self.splitter, on))  # `loading` ends it with the work
        self.looks.left.connect(self.inspector.refresh)
        self.files.loading.connect(lambda on: self.panes.wait(self.splitter, on))
        self.files.loading.connect(session.hold)
        self.files.place_wanted.connect(self.pages.edit_at)
        self.files.template_wanted.connect(self.dialogs.choose_template)
        self.files.carried_over.connect(self.dialogs.show_carried)
        self.files.saving.saved.connect(self.status.say_saved)
        self.files.saving.saved.connect(self.library.take_saved)
        self.checking.wire(self.actions_, self.memory, view)
        self.actions_["show_inbox"].toggled.connect(lambda on: self.inbox.refresh() if on else None)
        self.month.archive.submission_asked.connect(self.inbox.see)
        self.inbox.article_wanted.connect(lambda number: view.go_to((NodeKind.ARTICLE, number)))
        self.files.noted.connect(self.dialogs.show_notes)
        self.exports.fill_asked.connect(lambda: self.panes.show_panel(self.inspector.fill_open))
        self.safety.cleared.connect(self.proofs.refresh)
        self.checking.show_pane = lambda: self.panes.show_panel(self.inspector.show_checks)
        self.checking.final.enter_field = lambda field, block: self.panes.show_panel(lambda: self.ways.enter(field, block))
        self.pens.show_panel = lambda: self.panes.show_panel(self.inspector.show_pens)
        for desk in (self.exports, self.printing):
            desk.reminders += [self.pens.desk.left_over, self.checking.comments.desk.left_over]
        self.exports.serve(self.actions_)
        self.exports.reported.connect(self.reports.show)
        self.start.next_issue.connect(self.files.new_next_issue)
        self.start.from_template.connect(self.dialogs.choose_template)
        self.start.open_file.connect(self.files.open_asked)
        self.start.open_sample.connect(self.files.open_sample)
        self.start.open_recent.connect(lambda name: self.open_file(Path(name)))
        working = (self.exports, self.tools, self.pictures, self.safety, self.copies, self.reviews, self.redlines)
        around = (self.printing, self.rounds, self.web, self.checking, self.pens, self.month)
        for name, act in {
            "next_issue": self.files.new_next_issue,
            "from_template": self.dialogs.choose_template,
            "open": self.files.open_asked,
            "open_sample": self.files.open_sample,
            "save": self.files.save,
            "save_as": self.files.save_under_another_name,
            "quit": self.close,
            "import": lambda: self.intake.ask(self.memory),
            "add_article": self._add_article,
            "add_section": self._add_section,
            "rename": self._rename,
            "move_up": lambda: self.edits.move(down=False),
            "move_down": lambda: self.edits.move(down=True),
            "delete": self.edits.delete,
            "shortcuts": self.dialogs.show_shortcuts,
            "about": self.dialogs.about,
            **{name: act for desk in (*working, *around) for name, act in desk.acts.items()},
        }.items():
            self.actions_[name].triggered.connect(lambda _=False, act=act: act())

    def open_file(self, path: Path) -> None:
        """Open an issue, or take any other file as a submission."""
        if not path.exists():
            self.memory.gone(path)
            self._say_error(UserError(f"“{path}”不存在，可能被移走或改名了，请用“打开”重新找到它。"))
        elif path.suffix.lower() == _ISSUE_SUFFIX:
            self.files.open_path(path)
        else:
            self.intake.take_files([path])

    def _say_error(self, error: UserError) -> None:
        self.bar.say("error", error.sentence)

    def _show_issue(self) -> None:
        """Another issue is at hand, or none."""
        issue = self.session.issue
        self.actions_.enable(issue is not None)
        self._middle.setCurrentWidget(self.pages if issue else self.start)
        self.outline.show_view(issue is not None)
        self.inspector.setVisible(issue is not None and self.actions_["show_inspector"].isChecked())
        self.pages.show_layout(None)
        self.status.another_issue()
        self._show_change()
        if issue is not None:
            self.outline.view.go_to(MASTHEAD_KEY)
            self.inspector.show_key(self.outline.view.key)
            self.pages.show_page(1)
            self.pages.set_fit(self.pages.fit)

    def _take_change(self, change: Change | None) -> None:
        was, now = self._shown, self.session.issue
        self.bar.issue_changed()
        self._show_pages()
        if change is not None and change.single_splice and self.pages.hasFocus():
            self._panels.soon()  # typed on the page, where the caret is: the panels follow when the keys pause
            return
        self._panels.now()
        state = self.session.state
        row = changed_row(was, now) if change is None and was and now else None
        if row is not None and (state is None or state.selection is None or key_of(state.issue, state.selection.head.block) != row):
            self.outline.view.go_to(row)  # undone or redone where the caret is not: show where
            return
        self.ways.follow_change(change)

    def _show_change(self) -> None:
        self._show_pages()
        self._panels.now()
        self._show_status()

    def _show_pages(self) -> None:
        self._shown = self.session.issue
        self.pages.show_layout(self.session.layout)
        self.ways.mark()

    def _show_panels(self) -> None:
        """Bring what stands round the pages to the issue as it is, the caret in the panel too."""
        state, issue, layout = self.session.state, self.session.issue, self.session.layout
        self.outline.view.show_issue(issue)
        self.outline.view.show_pages(page_of_titles(layout) if layout else {})
        self.outline.view.show_page_in_view(self.pages.page)
        self.inspector.refresh()
        if state is not None and state.selection is not None and self.pages.hasFocus():
            self.inspector.article.show_caret(state.issue, state.selection.head)
        self.status.show_layout(layout, self.session.faces, issue.template if issue else None)

    def _show_status(self) -> None:
        session = self.session
        pages = len(session.layout.pages) if session.layout else 0
        self.setWindowTitle(window_title(session.issue, pages, session.unsaved, session.sample, session.read_only))
        for name, label, word in (("undo", session.undo_label, "撤销"), ("redo", session.redo_label, "恢复")):
            action = self.actions_[name]
            action.setEnabled(label is not None)
            action.setText(f"{word} {label}" if label else word)
            action.setIconText(word)
            action.setToolTip(f"{action.text()}（{action.shortcut().toString()}）")

    def _show_recent(self) -> None:
        self._recent_menu.clear()
        for name in self.memory.recent:
            action = self._recent_menu.addAction(Path(name).name)
            action.setToolTip(name)
            action.triggered.connect(lambda _=False, name=name: self.open_file(Path(name)))
        self._recent_menu.setEnabled(bool(self.memory.recent))
        self.start.show_recent(self.memory.recent)

    def _add_article(self) -> None:
        state = self.session.state if self.edits.add_article() else None
        if state is not None and state.selection is not None:
            self.pages.edit_at(state.selection.head)

    def _add_section(self) -> None:
        number = self.edits.add_section()
        self.outline.view.go_to((NodeKind.SECTION, number))
        self._rename()

    def _rename(self) -> None:
        self.panes.show_rows()
        self.outline.view.rename()

    # Qt's own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the window."""
        if any_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or import what was dropped."""
        self.take_dropped(event.mimeData())
        event.acceptProposedAction()

    def take_dropped(self, mime: QMimeData) -> None:
        """One issue is opened; other files are submissions."""
        files = any_files(mime)
        if len(files) == 1:
            self.open_file(files[0])
        else:
            self.intake.take_files([path for path in files if path.suffix.lower() != _ISSUE_SUFFIX])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what isn't saved, stop what runs, remember the window's form."""
        if not self.files.may_close() or not self.library.may_close(self.asker):
            event.ignore()
            return
        self.runner.wait()
        self.inspector.copyfit.desk.wait()
        self.checking.wait()
        self.month.wait()
        self.inbox.wait()
        self.safety.end()
        self.library.close()
        self.pages.pixmaps.wait()
        self.memory.note(
            **self.views.values(),
            **self.panes.values(),
            geometry=bytes(self.saveGeometry().toHex().data()).decode("ascii"),
            splitter=bytes(self.splitter.saveState().toHex().data()).decode("ascii"),
        )
        super().closeEvent(event)
