"""The numbers that a library knows become the next one of an issue, and the series of a bulletin with its gaps and doubles (期号)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from app.desk.series import counted as counted_of
from app.desk.series import counted_words, has_total, takes_number
from app.model.signing import Number, Series, SignedIssue, Stage
from app.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.model.issue import Issue
    from app.model.submission import KeptIssue
    from app.store.library.library import Library


@dataclass(frozen=True, slots=True)
class Proposal:
    """The figures that an issue would get now, 0 where nothing says one; `last` is the highest number of its series that is taken, 0: none.

    `running`: the bulletin's numbers go on through the years. `own`: the issue has its number from an earlier signature. `anew`: the figure
    is 1 where the masthead goes on from the year before.
    """

    series: Series
    year: int
    figure: int
    total: int
    last: int = 0
    running: bool = False
    own: bool = False
    anew: bool = False


def proposal(numbers: Sequence[Number], issue: Issue, year: int = 0) -> Proposal:
    """What an issue would be called if it were signed now, in that `year` (0: as its number or date say)."""
    found = counted_of(issue)
    running = any(one.series is Series.YEARLY and one.year == 0 for one in numbers)
    year = 0 if running and found.series is Series.YEARLY else year or found.year
    mine = {one.series: one for one in numbers if one.issue == issue.key}
    taken = [one.number for one in numbers if one.series is found.series and one.year == year]
    totals = [one.number for one in numbers if one.series is Series.TOTAL]
    own = mine.get(found.series)
    kept = own is not None and own.year == year
    figure = 0
    if takes_number(issue):
        # In a year that nobody has numbered yet, a figure that goes on from the year before begins anew.
        before = [one for one in numbers if one.series is found.series and 0 < one.year < year]
        last = max((one.number for one in before if one.year == max(other.year for other in before)), default=found.figure)
        fresh = 1 if found.figure > last else found.figure
        figure = own.number if own is not None and kept else max(taken) + 1 if taken else fresh
    total = 0
    if has_total(issue):
        total = mine[Series.TOTAL].number if Series.TOTAL in mine else max(totals) + 1 if totals else found.total
    anew = bool(figure) and not taken and not kept and figure != found.figure
    return Proposal(found.series, year, figure, total, max(taken, default=0), running, kept, anew)


def taken_by_another(numbers: Iterable[Number], issue: Issue) -> bool:
    """Whether the number or the running total that the issue bears now was signed for another one.

    A number from before the program came may well be its own: an old file is left as it is.
    """
    found = counted_of(issue)
    return any(
        one.issue != issue.key
        and not one.earlier
        and (
            (one.series is found.series and one.year in (0, found.year) and one.number == found.figure)
            or (one.series is Series.TOTAL and found.total == one.number)
        )
        for one in numbers
    )


@dataclass(frozen=True, slots=True)
class Held:
    """A number and who has it: `state` is 已签发, 解除签发, 编辑中 …, 启用以前 or 空号; `double`: others claim it, too."""

    number: int
    state: str
    words: str = ""
    day: str = ""
    issue: str = ""
    path: str = ""
    double: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """One series of a bulletin, of a year or (0) through the years. `gaps` are numbers that nobody has, below one that somebody has."""

    bulletin: str
    series: Series
    year: int
    held: tuple[Held, ...]
    begin: int = 0

    @property
    def gaps(self) -> tuple[int, ...]:
        """The numbers that were left out."""
        return tuple(one.number for one in self.held if one.state == GAP)

    @property
    def doubles(self) -> tuple[int, ...]:
        """The numbers that more than one issue bears."""
        return tuple(dict.fromkeys(one.number for one in self.held if one.double))

    @property
    def name(self) -> str:
        """2021年, 2021年增刊, 总期号, 连续编号."""
        if self.series is Series.TOTAL:
            return "总期号"
        if not self.year:
            return "连续编号" if self.series is Series.YEARLY else "增刊（连续）"
        return f"{self.year}年{'增刊' if self.series is Series.EXTRA else ''}"

    @property
    def told(self) -> str:
        """共 7 号，空号 2 个（第3、5期）…"""
        words = [f"最新是第{self.held[-1].number}期" if self.held else "还没有编过号"]
        for what, numbers in (("空号", self.gaps), ("重号", self.doubles)):
            if numbers:
                more = f"等 {len(numbers)} 个" if len(numbers) > _NAMED else ""
                words.append(f"{what}：第{'、'.join(map(str, numbers[:_NAMED]))}期{more}")
        return "，".join(words) + "。"


GAP = "空号"
_EARLIER, _LIFTED = "启用编报以前", "解除签发"
_NAMED, _MOST_GAPS = 8, 200


def runs(
    numbers: Iterable[Number], signed: Sequence[SignedIssue], work: Sequence[KeptIssue], stages: Mapping[str, Stage]
) -> tuple[Run, ...]:
    """Every series of every bulletin, newest year first: numbers that are taken, those that issues in work bear, and the gaps between."""
    last = {one.issue: one for one in signed}  # the newest signature of each
    found: dict[tuple[str, Series, int], list[Held]] = {}
    begin: dict[tuple[str, Series, int], int] = {}
    has: set[tuple[str, Series]] = set()
    running: set[str] = set()
    paths: dict[str, KeptIssue] = {}
    for kept in work:  # the newest first: of several files of one issue that is opened
        paths.setdefault(kept.key, kept)
    for one in numbers:
        key = (one.bulletin, one.series, one.year)
        if one.series is Series.YEARLY and not one.year:
            running.add(one.bulletin)
        if one.earlier:
            begin[key] = one.number
            found.setdefault(key, []).append(Held(one.number, _EARLIER))
            continue
        has.add((one.issue, one.series))
        known, file = last.get(one.issue), paths.get(one.issue)
        state = stages.get(one.issue, Stage.SIGNED).value if known is None or known.stands else _LIFTED
        held = Held(one.number, state, _words(known, file), known.day if known else "", one.issue, file.path if file else "")
        found.setdefault(key, []).append(held)
    for kept in work:
        number = counted_words(kept.number, kept.date)
        year = 0 if kept.bulletin in running and number.series is Series.YEARLY else number.year
        if number.figure and (kept.key, number.series) not in has and (year or kept.bulletin in running):
            stage = stages.get(kept.key, Stage.EDITING)
            held = Held(number.figure, stage.value, _words(None, kept), "", kept.key, kept.path)
            found.setdefault((kept.bulletin, number.series, year), []).append(held)
    made = [Run(*key, _filled(held, begin.get(key, 0)), begin.get(key, 0)) for key, held in found.items()]
    return tuple(sorted(made, key=lambda run: (run.bulletin, run.series is Series.TOTAL, -run.year, run.series.value)))


def runs_of(library: Library) -> tuple[Run, ...]:
    """Every series that the library knows. Raises `UserError`."""
    work = library.issues()
    signed = library.signed
    lasts = signed.lasts()
    bulletins = dict.fromkeys([*(one.bulletin for one in work), *(one.bulletin for one in lasts)])
    numbers = [number for bulletin in bulletins for number in signed.numbers(bulletin)]
    return runs(numbers, lasts, work, signed.stages())


def _filled(held: list[Held], begin: int) -> tuple[Held, ...]:
    """The numbers in order with the gaps between them; doubles are marked."""
    held = sorted(held, key=lambda one: (one.number, one.state))
    counts = [one.number for one in held]
    marked = [replace(one, double=counts.count(one.number) > 1) for one in held]
    made: list[Held] = []
    start = [Held(begin, _EARLIER)] if begin else [Held(0, "")]
    for before, one in pairwise([*start, *marked]):
        made += [Held(number, GAP) for number in islice(range(max(before.number, begin) + 1, one.number), _MOST_GAPS)]
        made.append(one)
    return tuple(made)


def _words(known: SignedIssue | None, kept: KeptIssue | None) -> str:
    if known is not None:
        return f"{known.number}　{known.date}" + (f"　{known.signer}签发" if known.signer else "")
    return f"{kept.number}　{kept.date}" if kept is not None else ""
