"""An issue in work whose proposed number was signed away for another one shows the next, with a notice (M6)."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.ui.message_bar import MessageBar
from app.ui.session import Session
from app.ui.signed_watch import SignedWatch


class NumberGuard(QObject):
    """Works on what the watch has learned. The step can be undone; then the same number is not changed again."""

    def __init__(self, session: Session, watch: SignedWatch, bar: MessageBar) -> None:
        super().__init__(session)
        self._session, self._watch, self._bar = session, watch, bar
        self._done: set[tuple[str, str, str]] = set()
        watch.learned.connect(self.look)

    def look(self) -> None:
        """Exchange a number that another issue has."""
        from app.desk.numbers import proposal, taken_by_another
        from app.desk.series import with_proposal
        from app.edit.number_commands import propose_number

        known, session = self._watch.known, self._session
        issue = session.issue
        if known is None or issue is None or issue.key != known.key or issue.stage.closed or session.read_only or session.sample:
            return
        head = issue.masthead
        seen = (issue.key, head.number.text, head.total.text if head.total else "")
        if seen in self._done or not taken_by_another(known.numbers, issue):
            return
        self._done.add(seen)
        number, total = with_proposal(issue, proposal(known.numbers, issue))
        if session.perform(propose_number, number, total):
            words = f"{head.number.text}已经签发给别的一期了，这一期改成建议{number}，签发时确定。"
            self._bar.say("info", words, [("撤销", session.undo)], until_change=True)
