"""What a person wants closed, and opened again, in 采用统计 is asked, written and told: 结账, 撤销结账, and that taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.desk.statistics import months
from app.desk.statistics.names import UNKNOWN
from app.desk.statistics.standing import close_months, now, today
from app.model.statistics import Kind
from app.records import dataclass

if TYPE_CHECKING:
    from app.desk.statistics.standing import Standing
    from app.model.statistics import ClosedMonth
    from app.ui.asking import Asker
    from app.ui.library_desk import LibraryDesk
    from app.ui.message_bar import Choice
    from app.ui.statistics_dialog import StatisticsDialog

_NOT_CLOSED, _NOT_REOPENED = "没有结账。", "结账没有撤销。"


@dataclass(frozen=True, slots=True)
class _Awaited:
    """What is to be said when the library's last closed month is this one."""

    through: str
    words: str
    choice: Choice


def _also(standing: Standing, closed: Sequence[str]) -> str:
    """Which months before are closed with the last one, and how much of what came counts for no unit in them."""
    earlier = closed[:-1]
    told = ""
    if earlier:
        named = months.words(earlier[0]) + (f"到{months.words(earlier[-1])}" if len(earlier) > 1 else "")
        told = f"前面还没有结账的{named}一并结账。"
    nameless = sum(line.count for line in standing.lines if line.unit == UNKNOWN and line.kind is Kind.REPORTED and line.month in closed)
    return f"{told}还有 {nameless} 份来稿没有写单位，哪个单位都不计；可以先到来稿箱里补上。" if nameless else told


class MonthClosing(QObject):
    """Serves one window of 采用统计. `follow` is told whenever that has been given what stands."""

    def __init__(self, dialog: StatisticsDialog, library: LibraryDesk, asker: Asker) -> None:
        super().__init__(dialog)
        self._dialog, self._library, self._asker = dialog, library, asker
        self._awaited: _Awaited | None = None
        dialog.close_asked.connect(self._close)
        dialog.reopen_asked.connect(self._ask_to_reopen)

    def follow(self, standing: Standing) -> None:
        """Say what was done, once it is there."""
        awaited = self._awaited
        if awaited is not None and standing.closed_through == awaited.through:
            self._awaited = None
            self._dialog.bar.say("done", awaited.words, [awaited.choice])

    def forget(self) -> None:
        """It was not done."""
        self._awaited = None

    def _close(self, month: str) -> None:
        standing, present = self._dialog.standing, months.of(today())
        if standing is None or month > present:
            return
        closed = tuple(standing.to_close(month))
        also = _also(standing, closed)
        if closed and self._asker.close_month(months.words(month), also, running=month == present):
            words = f"{months.words(month)}结账了，数字不再变；以后改动的，记在下一个没有结账的月份里。"
            self._awaited = _Awaited(month, words, ("撤销结账", lambda: self._reopen(closed)))
            self._library.write_soon(lambda library: close_months(library, month, now()), _NOT_CLOSED)

    def _ask_to_reopen(self, month: str) -> None:
        if self._asker.reopen_month(months.words(month)):
            self._reopen((month,))

    def _reopen(self, which: Sequence[str]) -> None:
        """Take the close of the last months back; as they were closed they are kept at hand, for they may have been notified."""
        standing = self._dialog.standing
        if standing is None:
            return
        self._dialog.bar.hide()
        kept = tuple(one for one in standing.closed if one.month in which)
        through = max((one.month for one in standing.closed if one.month not in which), default="")
        named = "、".join(months.words(one) for one in which)
        words = f"{named}的结账撤销了，数字又按现在的来稿、签发和分值算；再结账时，定下的是那时的数字。"
        self._awaited = _Awaited(through, words, ("恢复原来的结账", lambda: self._put_back(kept)))
        self._library.write_soon(lambda library: library.statistics.reopen(which), _NOT_REOPENED)

    def _put_back(self, kept: Sequence[ClosedMonth]) -> None:
        """Close the months again with the very lines that they had."""
        self._dialog.bar.hide()
        which = [one.month for one in kept]
        choice = ("撤销结账", lambda: self._reopen(which))
        self._awaited = _Awaited(which[-1], "恢复了原来的结账，数字和撤销以前一样。", choice)
        self._library.write_soon(lambda library: library.statistics.close(lambda _: kept), _NOT_CLOSED)
