"""The day on which a signed issue was printed and sent out is asked for, noted in file and library, and taken back (已印发)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from app.desk.numbering import completed_date
from app.errors import UserError
from app.model.signing import Stage
from app.text.dates import parse_date

if TYPE_CHECKING:
    from app.model.issue import Issue
    from app.ui.message_bar import Choice
    from app.ui.signing_desk import SigningDesk


class IssuedDesk:
    """Works for the desk of the signature, in whose order everything goes into the library."""

    def __init__(self, signing: SigningDesk) -> None:
        self._signing = signing
        self.acts: dict[str, Callable[[], object]] = {"issued": self.note, "not_issued": self.take_back}

    def note(self) -> None:
        """Note that the signed issue was printed and sent out, on the day that the clerk says."""
        from app.desk.signing import printed, this_moment

        issue = self._signing.signed_issue(self.note)
        if issue is None:
            return
        now = this_moment()
        signed = parse_date(issue.masthead.date.text) or ""
        day = self._signing.asker.issued_day(now.date().isoformat(), signed) if issue.stage is Stage.SIGNED else ""
        if day is None:
            return
        words = f"记为已印发，{completed_date(day)}。"
        self._write(issue, lambda: printed(issue, now, self._signing.person, day), day, words, [("撤销", self.take_back)])

    def take_back(self) -> None:
        """Say that the issue was not printed yet: it is signed as before."""
        from app.desk.signing import not_printed, this_moment

        issue = self._signing.signed_issue(self.take_back)
        if issue is not None:
            self._write(
                issue, lambda: not_printed(issue, this_moment(), self._signing.person), "", "撤销了，这一期是已签发、还没有印发。", []
            )

    def _write(self, issue: Issue, make: Callable[[], Issue], day: str, words: str, choices: Sequence[Choice]) -> None:
        from app.desk.sign_off import issued_in_library

        try:
            made = make()
        except UserError as error:
            self._signing.refuse(error)
            return
        self._signing.write(partial(issued_in_library, issue=issue, day=day), issue, made, words, choices)
