"""An issue and what the library knows of its bulletin become the question of the signature: what is proposed, and what looks wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.desk.numbering import completed_date, is_open_date
from app.desk.numbers import Proposal, proposal
from app.desk.series import has_total, takes_number
from app.model.signing import Series
from app.records import dataclass

if TYPE_CHECKING:
    from app.desk.check_line import CheckLine
    from app.model.issue import Issue
    from app.model.signing import Number, SignedIssue
    from app.store.library.library import Library

_LONG_AGO_DAYS = 92
NOT_ASKED = ("期号", "日期", "字体")
"""Lines of 定稿前检查 that are no matter of the signature: number and date are given with it, the faces are the machine's."""
GRAVE = ("文章", "没有填好的地方", "未确认的修正", "重复", "校对：必错", "校对", "文章标题", "文章正文", "目录与标题")
"""Those that are named first, in this order."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the library knows of a bulletin: its numbers, and the newest signature of each of its issues."""

    numbers: tuple[Number, ...] = ()
    signed: tuple[SignedIssue, ...] = ()


def standing_of(library: Library, bulletin: str) -> Standing:
    """Raises `UserError`."""
    lasts = tuple(one for one in library.signed.lasts() if one.bulletin == bulletin and one.stands)
    return Standing(library.signed.numbers(bulletin), lasts)


@dataclass(frozen=True, slots=True)
class SignQuestion:
    """What is asked at sign-off of an issue that is called `name`; `today` is in ISO form, `signer` whoever signed last."""

    name: str
    issue: Issue
    standing: Standing
    today: str
    signer: str = ""

    @property
    def numbered(self) -> bool:
        """Whether it takes a number."""
        return takes_number(self.issue)

    @property
    def with_total(self) -> bool:
        """Whether it takes a running total, too."""
        return has_total(self.issue)

    @property
    def date(self) -> str:
        """The date that the masthead bears already; "" while it is open."""
        text = self.issue.masthead.date.text
        return "" if is_open_date(text) else text

    @property
    def held(self) -> int:
        """The number that the issue has from an earlier signature; 0: none."""
        numbers = self.standing.numbers
        return next((one.number for one in numbers if one.issue == self.issue.key and one.series is not Series.TOTAL), 0)

    def proposed(self, year: int) -> Proposal:
        """What the issue would be called in that year (0: as its number or date say)."""
        return proposal(self.standing.numbers, self.issue, year)

    def doubt(self, figure: int, day: str) -> str:
        """What speaks against a number together with a day in ISO form, as a sentence; "" where nothing does.

        Numbers and dates of a bulletin rise together: an issue that is numbered before another isn't dated after it.
        """
        found = self.proposed(int(day[:4]))
        others = [one for one in self.standing.signed if one.issue != self.issue.key and one.series is found.series and one.day]
        others = [one for one in others if one.year == found.year and one.figure]
        later = max((one for one in others if one.figure < figure and one.day > day), key=lambda one: one.day, default=None)
        sooner = min((one for one in others if one.figure > figure and one.day < day), key=lambda one: one.day, default=None)
        if figure and later is not None:
            return f"第{later.figure}期是{completed_date(later.day)}的，这一期反而更早，请核对日期。"
        if figure and sooner is not None:
            return f"第{sooner.figure}期是{completed_date(sooner.day)}的，这一期反而更晚，请核对日期。"
        days = (date.fromisoformat(day) - date.fromisoformat(self.today)).days
        if days > 0:
            return f"这个日期还没有到，比今天晚 {days} 天。"
        return f"这个日期比今天早 {-days} 天，请核对。" if -days > _LONG_AGO_DAYS else ""


def left_to_see(lines: Sequence[CheckLine]) -> tuple[CheckLine, ...]:
    """What 定稿前检查 would have somebody look at before the signature, the gravest first."""
    left = [line for line in lines if not line.good and line.what not in NOT_ASKED]
    return tuple(sorted(left, key=lambda line: GRAVE.index(line.what) if line.what in GRAVE else len(GRAVE)))
