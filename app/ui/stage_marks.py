"""The stage of the issue at hand becomes a word over the outline, and commands that are grey where they have nothing to do (S10)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from app.model.issue import Issue
from app.model.signing import Stage
from app.ui.actions import Actions
from app.ui.naming import stage_words
from app.ui.outline_panel import OutlinePanel
from app.ui.session import Session

_FITS: Mapping[str, Callable[[Issue], bool]] = {
    "submit": lambda issue: issue.stage in (Stage.EDITING, Stage.FIRST_PROOF, Stage.SECOND_PROOF),
    "withdraw": lambda issue: issue.stage is Stage.SUBMITTED,
    "sign": lambda issue: not issue.stage.closed,
    "lift": lambda issue: issue.stage.closed,
    "issued": lambda issue: issue.stage is Stage.SIGNED,
    "not_issued": lambda issue: issue.stage is Stage.ISSUED,
}
"""Commands of the sign-off that go from one stage to the next, and whether an issue stands before them; the others say why they can't."""


class StageMarks(QObject):
    """Follows the session."""

    def __init__(self, session: Session, actions: Actions, panel: OutlinePanel) -> None:
        super().__init__(session)
        self._session, self._actions, self._panel = session, actions, panel
        session.status_changed.connect(self._show)

    def _show(self) -> None:
        session, issue = self._session, self._session.issue
        for name, fits in _FITS.items():
            self._actions[name].setEnabled(issue is not None and fits(issue))
        self._panel.show_stage(stage_words(issue, session.sample, session.read_only) if issue else "")
