"""What proofreaders do becomes plain values: comments on words of the issue (批注), and the record of its rounds (三校记录)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from app.records import dataclass

RoundName = Literal["一校", "二校", "三校"]
ROUNDS: tuple[RoundName, ...] = ("一校", "二校", "三校")
MOST_COMMENTS = 5_000
MOST_STRETCHES = 1_000
_OFFSET = {"low": 0, "high": 2**31}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The characters `start` to `end` of a block; a place where both are one."""

    block: int
    start: Annotated[int, _OFFSET]
    end: Annotated[int, _OFFSET]

    @property
    def size(self) -> int:
        """How many characters."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody says of the characters `start` to `end` of a block, and of `more` in the blocks behind; of a place where both are one.

    `words` are those that it was made to: where there are some and start == end, they are gone since. `when` is a time in ISO form, in the
    office's own time; `done`: it was seen to.
    """

    number: int
    block: int
    start: Annotated[int, _OFFSET]
    end: Annotated[int, _OFFSET]
    text: str
    who: str = ""
    when: str = ""
    words: str = ""
    done: bool = False
    more: Annotated[tuple[Stretch, ...], {"least": 0, "most": MOST_STRETCHES}] = ()

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """All that it speaks of, in the order of print."""
        return Stretch(self.block, self.start, self.end), *self.more

    @property
    def gone(self) -> bool:
        """Whether the words that it was made to are gone."""
        return bool(self.words) and not any(one.size for one in self.stretches)


@dataclass(frozen=True, slots=True)
class ProofRound:
    """One round of proofreading: who read, the day as written, how many places changed (-1: nobody counted), what, and the sign-off."""

    name: RoundName
    person: str = ""
    day: str = ""
    changes: Annotated[int, {"low": -1, "high": 100_000}] = -1
    what: str = ""
    signed: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing is written down of it."""
        return self == ProofRound(self.name)


def round_named(rounds: Iterable[ProofRound], name: RoundName) -> ProofRound:
    """The record of a round, an empty one where there is none."""
    return next((one for one in rounds if one.name == name), ProofRound(name))
