"""What sign-off makes of an issue: its stage, its number in a series, and the issue as it was signed (M6, M8)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from app.model.submission import Source
from app.records import dataclass


class Stage(StrEnum):
    """How far an issue has come. From SUBMITTED on every change is recorded; from SIGNED on it is read-only."""

    EDITING = "编辑中"
    FIRST_PROOF = "一校"
    SECOND_PROOF = "二校"
    SUBMITTED = "送签"
    SIGNED = "已签发"
    ISSUED = "已印发"

    @property
    def closed(self) -> bool:
        """Whether nothing may change any more."""
        return self in (Stage.SIGNED, Stage.ISSUED)


MOST_RECORDED, MOST_PLACES = 5_000, 200
"""What an issue remembers of its sign-off, and the places of one entry."""


@dataclass(frozen=True, slots=True)
class ChangedPlace:
    """A place that was changed: the part of the issue (《…》, 报头), and its words before and after."""

    part: str
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What happened to an issue from 送签 on: when, in ISO form in the office's own time, by whom, and why or where.

    A change is recorded with each save. `more` are the places beyond those that are listed.
    """

    what: Literal["送签", "改动", "签发", "解除签发", "印发", "撤销印发"]
    when: str
    who: str = ""
    reason: str = ""
    places: Annotated[tuple[ChangedPlace, ...], {"least": 0, "most": MOST_PLACES}] = ()
    more: Annotated[int, {"low": 0, "high": 1_000_000}] = 0


class Series(StrEnum):
    """What is counted together: the ordinary issues of a year, its extra ones, and all issues since the first (总期号)."""

    YEARLY = "年度"
    EXTRA = "增刊"
    TOTAL = "总期"


EARLIER = "earlier-"
"""With this begins the key of no issue: who has a number that was given before the program came."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a bulletin in one of its series; `year` is 0 where the count runs on through the years. `issue`: who has it."""

    bulletin: str
    series: Series
    year: int
    number: int
    issue: str

    @property
    def earlier(self) -> bool:
        """Whether this one, and all below it, were given before the program came."""
        return self.issue.startswith(EARLIER)


@dataclass(frozen=True, slots=True)
class SignedIssue:
    """An issue as it was signed. `turn` counts the signatures under this issue, from 1.

    `number` and `date` are as printed, `day` is the date in ISO form, `signed` the moment in ISO form in the office's own time.
    `series`, `year`, `figure` and `total` are the number as counted (0: none). `lifted` is the moment in which the signature was taken
    back, and `reason` why; "" while it stands. `issued` is the day of printing in ISO form, "" before it.
    """

    issue: str
    turn: int
    bulletin: str
    number: str
    date: str
    day: str
    signed: str
    signer: str = ""
    series: Series = Series.YEARLY
    year: int = 0
    figure: int = 0
    total: int = 0
    copies: int = 0
    pages: int = 0
    lifted: str = ""
    reason: str = ""
    issued: str = ""

    @property
    def stands(self) -> bool:
        """Whether the signature was not taken back."""
        return not self.lifted


@dataclass(frozen=True, slots=True)
class SignedArticle:
    """An article of a signed issue, in the order of print (`position` from 0), with what it was made of."""

    position: int
    article: int
    section: str
    title: str
    text: str
    unit: str = ""
    characters: int = 0
    sources: tuple[Source, ...] = ()
