"""All about proofreading on the pages - marks, panels, 统一称谓, 定稿前检查, 对校, 批注, 校对设置 - becomes a part of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.proof.finding import Level
from app.ui.actions import Actions
from app.ui.asking import Asker
from app.ui.check_desk import CheckDesk, levels_by_article
from app.ui.check_marks import CheckMarks
from app.ui.check_menu import CheckMenu
from app.ui.check_panel import CheckPanel
from app.ui.check_tip import CheckTip
from app.ui.collate_tools import CollateTools
from app.ui.comment_tools import CommentTools
from app.ui.final_desk import FinalDesk
from app.ui.later import Later
from app.ui.library_desk import LibraryDesk
from app.ui.memory import Memory
from app.ui.mend_desk import MendDesk
from app.ui.message_bar import MessageBar
from app.ui.office_desk import OfficeDesk
from app.ui.outline_model import OutlineModel
from app.ui.outline_nodes import NodeKey, NodeKind
from app.ui.outline_view import OutlineView
from app.ui.page_editor import PageEditor
from app.ui.proof_pane import ProofPane
from app.ui.session import Session
from app.ui.unify_desk import UnifyDesk


class CheckTools(QObject):
    """Makes them for one window. `acts` are the commands, by the names of their actions.

    `show_pane` is to bring the page of the right panel into view that holds the panels.
    """

    def __init__(
        self, session: Session, pages: PageEditor, library: LibraryDesk, memory: Memory, bar: MessageBar, asker: Asker, window: QWidget
    ) -> None:
        super().__init__(session)
        self._session = session
        self._shown: tuple[bool, list[tuple[int, Level]]] | None = None
        self.desk = CheckDesk(session, pages, library, bar)
        self.mend = MendDesk(session, self.desk, library, bar)
        self.marks = CheckMarks(session, self.desk, pages)
        self.menu = CheckMenu(session, self.desk, self.mend, self.marks, pages)
        self.panel = CheckPanel(session, self.desk, self.mend)
        self.tip = CheckTip(session, self.desk, self.marks, pages, self.panel)
        self.unity = UnifyDesk(session, pages, self.desk, bar)
        self.final = FinalDesk(session, pages, self.desk, library, bar)
        self.final.show_findings = lambda: self._show(self.panel)
        self.collation = CollateTools(session, pages, library, memory, bar, asker, window)
        self.comments = CommentTools(session, pages, memory, bar)
        parts = (("意见", self.panel), ("对校", self.collation.panel), ("批注", self.comments.panel), ("称谓", self.unity.panel))
        self.pane = ProofPane(parts)
        self.show_pane: Callable[[], None] = self.pane.show
        self.collation.show_panel = lambda: self._show(self.collation.panel)
        self.unity.show_panel = lambda: self._show(self.unity.panel)
        self.comments.show_panel = lambda: self._show(self.comments.panel)
        self.office = OfficeDesk(self.desk, library, asker, memory, window)
        self.panel.rule_asked.connect(self.office.open)
        self.menu.why = lambda: self._show(self.panel)
        self.acts: dict[str, Callable[[], object]] = {
            **self.desk.acts,
            **self.mend.acts,
            "check_panel": lambda: self._show(self.panel),
            **self.unity.acts,
            **self.final.acts,
            **self.collation.acts,
            **self.comments.acts,
            **self.office.acts,
        }

    def wire(self, actions: Actions, memory: Memory, outline: OutlineView) -> None:
        """Read along as it was wished last; let the outline show what was found."""
        action = actions["check_on"]
        action.toggled.connect(self.desk.switch)
        action.setChecked(memory.settings.check)
        action.toggled.connect(lambda on: memory.note(check=on))
        levels = Later(lambda: self._show_levels(outline.outline_model), self)
        self.desk.found.connect(lambda: levels.soon() if self._told() == self._shown else levels.now())
        outline.chosen.connect(self._go_to)

    def _go_to(self, key: NodeKey) -> None:
        kind, number = key
        self.collation.desk.go_to(number if kind is NodeKind.ARTICLE else 0)

    def wait(self) -> None:
        """Stop, for the window closes."""
        self.desk.wait()
        self.unity.wait()
        self.final.wait()
        self.collation.desk.wait()
        self.office.wait()

    def _show(self, panel: QWidget) -> None:
        self.show_pane()
        self.pane.show_part(panel)

    def _show_levels(self, outline: OutlineModel) -> None:
        self._shown = self._told()
        issue, unread = self._session.issue, self._shown[0]
        levels = levels_by_article(self.desk.findings, issue) if issue else {}
        outline.show_levels(levels, unread=unread)

    def _told(self) -> tuple[bool, list[tuple[int, Level]]]:
        """All that the outline says of the findings: whether they have still to come, and in which blocks which levels are."""
        unread = self.desk.on and self.desk.unread and self.desk.busy and self._session.issue is not None
        return unread, [(one.key, one.level) for one in self.desk.findings]
