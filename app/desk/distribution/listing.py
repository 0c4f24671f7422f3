"""The footer of an issue and the office's own list become who gets how many copies, held against how many are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.model.distribution import EXTRA, EXTRA_LABELS, Portion, total
from app.records import dataclass

if TYPE_CHECKING:
    from app.model.issue import Issue

_OPEN, _CLOSE = "（(《〔", "）)》〕"
_BETWEEN_GROUPS, _BETWEEN_BODIES = "，,；;。\n", "、"
_FURTHER_POST = re.compile("副|常委|秘书长|委员$")
_COUNT = re.compile(r"[（(]\s*(?P<each>各)?\s*(?P<copies>\d{1,4})\s*份\s*[）)]$")


@dataclass(frozen=True, slots=True)
class Balance:
    """The sum held against the print count; `printed` is 0 where the footer says none."""

    given: int
    printed: int

    @property
    def settled(self) -> bool:
        """Whether every printed copy goes somewhere, and no other."""
        return self.given == self.printed

    @property
    def sentence(self) -> str:
        """合计 259 份，比印数 260 份少 1 份。"""
        if not self.printed:
            return f"合计 {self.given} 份；报尾还没有填印数。"
        if self.settled:
            return f"合计 {self.given} 份，和印数相等。"
        word = "少" if self.given < self.printed else "多"
        return f"合计 {self.given} 份，比印数 {self.printed} 份{word} {abs(self.given - self.printed)} 份。"


def bodies_of(text: str) -> tuple[Portion, ...]:
    """The bodies that a recipients' line names, with the copies that stand behind them in brackets.

    Commas part them, pause marks do where there is no comma; what stands in brackets belongs together: 各县（市、区）政府办公室.
    """
    parts = _parted(text, _BETWEEN_GROUPS)
    if len(parts) == 1:
        parts = _with_their_posts(_parted(text, _BETWEEN_GROUPS + _BETWEEN_BODIES))
    return tuple(_portion(part) for part in parts)


def printed_copies(issue: Issue) -> int:
    """How many copies are printed, by the footer; 0 where it says none."""
    words = issue.footer.copies.text if issue.footer.copies else ""
    return int(words) if words.isascii() and words.isdecimal() else 0


def proposed(issue: Issue, standing: Sequence[Portion] = ()) -> tuple[Portion, ...]:
    """The list for an issue by its footer, with the copies and notes of the standing list; what else that holds comes behind.

    A line for this issue alone (本期增发) gives rows of the group 增发, which no standing list holds.
    """
    known = {portion.key: portion for portion in standing}
    rows: dict[tuple[str, str], Portion] = {}
    groups = set()
    for line in issue.footer.recipients:
        group = EXTRA if line.label in EXTRA_LABELS else line.label
        groups.add(group)
        for body in bodies_of(line.paragraph.text):
            row = known.get((group, body.name)) or replace(body, group=group)
            rows.setdefault(row.key, row)
    others = [portion for portion in standing if portion.group not in groups and portion.group != EXTRA]
    return (*rows.values(), *others)


def standing_of(portions: Sequence[Portion]) -> tuple[Portion, ...]:
    """What of an issue's list holds for every issue."""
    return tuple(portion for portion in portions if portion.group != EXTRA)


def balance(portions: Sequence[Portion], issue: Issue) -> Balance:
    """The list's sum against the issue's print count."""
    return Balance(total(portions), printed_copies(issue))


def written_balance(issue: Issue, own: Sequence[Portion] | None, standing: Sequence[Portion] | None) -> Balance | None:
    """The sum of the list that holds for an issue, its own or the standing one; None where nobody wrote one or no print count is said."""
    if (own or standing) is None or not printed_copies(issue):
        return None
    return balance(own or proposed(issue, standing or ()), issue)


def filled(portions: Sequence[Portion], at: int, printed: int) -> tuple[Portion, ...]:
    """The list in which one row takes what is left of the printed copies; as it is where nothing is."""
    rest = printed - total(portion for place, portion in enumerate(portions) if place != at)
    return tuple(replace(one, copies=rest) if place == at and rest >= 0 else one for place, one in enumerate(portions))


def _parted(text: str, marks: str) -> list[str]:
    """The stretches between marks that stand in no brackets, trimmed, without the empty ones."""
    return [part for part in map(str.strip, _stretches(text, marks)) if part]


def _with_their_posts(parts: list[str]) -> list[str]:
    """市人大主任、副主任 are one body's: a part that is a further post alone belongs to the part before it."""
    found: list[str] = []
    for part in parts:
        if found and _FURTHER_POST.match(part):
            found[-1] += f"{_BETWEEN_BODIES}{part}"
        else:
            found.append(part)
    return found


def _stretches(text: str, marks: str) -> Iterator[str]:
    depth, start = 0, 0
    for at, char in enumerate(text):
        depth += (char in _OPEN) - (char in _CLOSE)
        if char in marks and depth <= 0:
            yield text[start:at]
            start = at + 1
    yield text[start:]


def _portion(part: str) -> Portion:
    found = _COUNT.search(part)
    if found is None or found["each"]:
        return Portion("", part)
    return Portion("", part[: found.start()].strip(), int(found["copies"]))
