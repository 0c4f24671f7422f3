"""What was looked at before an issue goes out becomes lines, each with the places that it leads to (定稿前检查)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from app.edit.state import Place
from app.proof.finding import Finding
from app.records import dataclass


class Field(Enum):
    """Fields of the right panel for what no page shows."""

    UNIT = "unit"
    COPIES = "copies"
    RECIPIENTS = "recipients"


@dataclass(frozen=True, slots=True)
class Spot:
    """One place to see to, and what is to be said of it there, "" for no more than the line says.

    `finding` is what the proofreading found at it, `field` where it is written in the panel; None where it is seen on the page.
    `repair`: the words of a repair that nobody decided on; to have gone there is all that is asked.
    """

    place: Place
    told: str = ""
    finding: Finding | None = None
    field: Field | None = None
    repair: str = ""

    def same(self, other: Spot) -> bool:
        """Whether it is about the same thing, wherever that stands in its paragraph by now."""
        return (self.place.block, self.told, self.field) == (other.place.block, other.told, other.field)


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing that was looked at. `good`: nothing to do; `noted`: nothing to do, and yet no plain yes."""

    what: str
    good: bool
    told: str
    spots: tuple[Spot, ...] = ()
    noted: bool = False

    def told_at(self, turn: int) -> str:
        """What is told once somebody was led to the spot of this turn; of none, -1, what is told of them all."""
        return (self.spots[turn].told if turn >= 0 else "") or self.told

    def following(self, last: Spot | None, turn: int) -> int:
        """The turn of the spot behind `last`, which was the one of `turn`; the same turn where `last` was put right and is gone."""
        same = [at for at, spot in enumerate(self.spots) if last is not None and spot.same(last)]
        at = (min(same, key=lambda one: abs(one - turn)) + 1) if same else max(turn, 0)
        return at % len(self.spots) if self.spots else -1


def clipped(words: str, most: int = 14) -> str:
    """Words with dots where they would be too long."""
    return words if len(words) <= most else words[: most - 1] + "…"


def left_of(lines: Iterable[CheckLine]) -> int:
    """How many lines are to be seen to."""
    return sum(not line.good for line in lines)
