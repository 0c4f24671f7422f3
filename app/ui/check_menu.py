"""A right click on words with a wavy line becomes what can be done about them, above all else in the pages' menu; a click, that at hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.desk.check_line import clipped
from app.proof.finding import Finding
from app.ui.check_desk import CheckDesk
from app.ui.check_marks import CheckMarks
from app.ui.mend_desk import MendDesk
from app.ui.page_editor import PageEditor
from app.ui.session import Session

_LONGEST = 16


class CheckMenu(QObject):
    """Fills the pages' menu at its top, and takes a click over. `why` is to show why the finding at hand was told of."""

    def __init__(self, session: Session, desk: CheckDesk, mend: MendDesk, marks: CheckMarks, pages: PageEditor) -> None:
        super().__init__(pages)
        self._session, self._desk, self._mend, self._marks, self._pages = session, desk, mend, marks, pages
        self.why: Callable[[], object] = lambda: None
        pages.menu_opened.connect(self._fill)
        pages.clicked.connect(self._clicked)

    def _fill(self, menu: QMenu, target: int) -> None:
        finding = None if target else self._asked_for()
        if finding is None:
            return
        fix, ahead = finding.fix, menu.actions()[0]
        word = "没有唯一的改法，请直接改" if fix is None else f"改为“{clipped(fix, _LONGEST)}”\tAlt+F7" if fix else "删去\tAlt+F7"
        entries: tuple[tuple[str, Callable[[], object], bool], ...] = (
            (word, lambda: self._mend.fix(finding), fix is not None),
            ("不改\tCtrl+F7", lambda: self._mend.let_stand(finding), True),
            ("不再提示此词", lambda: self._mend.ignore(finding), finding.of_a_word),
            ("为什么", lambda: self._explain(finding), True),
        )
        for words, act, enabled in entries:
            action = QAction(words, menu)
            action.setEnabled(enabled)
            action.triggered.connect(lambda _=False, act=act: act())
            menu.insertAction(ahead, action)
        menu.insertSeparator(ahead)

    def _asked_for(self) -> Finding | None:
        """The finding under the mouse, or, where the menu was asked for by a key, at the caret."""
        point = self._pages.menu_point
        return self._marks.under(point) if point is not None else self._desk.at_caret()

    def _explain(self, finding: Finding) -> None:
        self._desk.choose(finding)
        self.why()

    def _clicked(self, point: QPointF) -> None:
        state = self._session.state
        if state is not None and state.selection is not None and state.selection.collapsed:
            self._desk.point_at(self._marks.under(point))
