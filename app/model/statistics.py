"""What an office counts of submissions and signed articles, and by which rules, as values: 采用统计 (M14)."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from app.model.submission import Share
from app.records import dataclass

EXTRA_MARK = "（增刊）"
"""Behind a bulletin's name where an extra issue of it is meant."""
OWN_VENUES = "本级刊物"
"""In a form's column: whatever was signed here, of whichever bulletin."""


SUBJECT = "信息"


class Kind(StrEnum):
    """As what a line counts: sent in, adopted in one of four ways, or one of the extras that a bulletin office gives points for."""

    REPORTED = "报送"
    SOLE = "独立"
    JOINT = "综合"
    BRIEF = "简讯"
    SENTENCE = "一句话"
    COMMISSIONED = "约稿"
    HIGHER = "上级采用"
    REMARK = "领导批示"


SHARES = {Share.SOLE: Kind.SOLE, Share.JOINT: Kind.JOINT, Share.BRIEF: Kind.BRIEF, Share.SENTENCE: Kind.SENTENCE}
ADOPTED = (Kind.SOLE, Kind.JOINT, Kind.BRIEF, Kind.SENTENCE)
"""The kinds that 采用条数 counts."""


@dataclass(frozen=True, slots=True)
class PointRow:
    """What one of a kind is worth in a bulletin or at another place (`venue`), "" for every one that has no row of its own."""

    venue: str
    kind: Kind
    points: Fraction


@dataclass(frozen=True, slots=True)
class Member:
    """A unit of a group, the other names that count as its own, and how many it owes each month; `unit` "" speaks for each of the group."""

    group: str
    unit: str
    aliases: tuple[str, ...] = ()
    quota: int | None = None


@dataclass(frozen=True, slots=True)
class HandLine:
    """What no signed issue tells: adoption elsewhere, a remark, a submission by telephone. `points` None: by the table."""

    id: str
    month: str
    unit: str
    kind: Kind
    venue: str = ""
    title: str = ""
    count: int = 1
    points: Fraction | None = None
    note: str = ""


class Measure(StrEnum):
    """What stands in a column."""

    COUNT = "条数"
    POINTS = "得分"
    RANK = "组内名次"
    OVERALL = "总名次"
    QUOTA = "任务数"
    MET = "完成率"


class Span(StrEnum):
    """Which time a column speaks of; YEAR runs from January to the end of the period, SINCE are differences."""

    PERIOD = "本期"
    YEAR = "累计"
    BEFORE = "上期"
    LAST_YEAR = "去年同期"
    SINCE_BEFORE = "比上期"
    SINCE_LAST_YEAR = "比去年"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form of table (表样): its heads from above, what it counts, when, of which kinds and venues (all where empty).

    `blank` leaves a zero unwritten.
    """

    form: str
    heads: tuple[str, ...]
    measure: Measure = Measure.COUNT
    span: Span = Span.PERIOD
    kinds: tuple[Kind, ...] = ()
    venues: tuple[str, ...] = ()
    blank: bool = False


@dataclass(frozen=True, slots=True)
class StatisticsRules:
    """Everything that an office sets. `even_joint`: the units of one 综合稿 share its points evenly, else each has them in full.

    `subject` is what the titles of table and notice call what is counted: 信息, 政务信息, 党委信息.
    """

    points: tuple[PointRow, ...] = ()
    members: tuple[Member, ...] = ()
    hands: tuple[HandLine, ...] = ()
    columns: tuple[FormColumn, ...] = ()
    even_joint: bool = False
    subject: str = SUBJECT


@dataclass(frozen=True, slots=True)
class Submitted:
    """A submission as it counts: when it came and whose it is."""

    id: str
    day: str
    unit: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class PrintedSource:
    """What a signed article was made of; `unit` is "" where the submission is known no more."""

    submission: str
    unit: str
    share: Share


@dataclass(frozen=True, slots=True)
class PrintedArticle:
    """An article of an issue whose signature stands. `label` is 工作简报第7期, `day` that of the issue in ISO form."""

    issue: str
    article: int
    day: str
    venue: str
    label: str
    title: str
    unit: str = ""
    sources: tuple[PrintedSource, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the library knows that can be counted. `names` leads from a name that the clerk joined to the one it counts under."""

    submitted: tuple[Submitted, ...] = ()
    printed: tuple[PrintedArticle, ...] = ()
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the detail: so many of a kind for a unit, with their points, in a month.

    `key` names what it is of, `of` is the closed month that it corrects. `issue` and `article` lead to what was printed.
    """

    month: str
    key: str
    unit: str
    kind: Kind
    venue: str
    count: int
    points: Fraction
    day: str = ""
    label: str = ""
    title: str = ""
    note: str = ""
    of: str = ""
    issue: str = ""
    article: int = 0


@dataclass(frozen=True, slots=True)
class ClosedMonth:
    """A month as it was closed: its lines, and the points by which they were counted."""

    month: str
    closed: str
    lines: tuple[Line, ...]
    points: tuple[PointRow, ...] = ()
    even_joint: bool = False
