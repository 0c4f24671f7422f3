"""A stretch of a run becomes what stands there and beside it, word by word, as the run was cut."""

from __future__ import annotations

from collections.abc import Iterator

from app.proof.segment import Cutting
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch `start:end` of a run, with the characters beside the run, how the run was cut, and what else stands near the run."""

    text: str
    start: int
    end: int
    beside: tuple[str, str]
    cutting: Cutting
    near: tuple[str, str] = ("", "")

    @property
    def words(self) -> str:
        """What stands there."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The word that ends where it begins."""
        return self.text[self.cutting.starts.get(self.start, self.start) : self.start]

    @property
    def behind(self) -> str:
        """The word that begins where it ends."""
        return self.text[self.end : self.cutting.ends.get(self.end, self.end)]

    @property
    def joints(self) -> Iterator[tuple[str, str]]:
        """Words that stand beside one another as it is, and meet within the stretch or at its ends."""
        starts, ends = self.cutting.starts, self.cutting.ends
        for middle in range(self.start, self.end + 1):
            if middle in starts and middle in ends:
                yield self.text[starts[middle] : middle], self.text[middle : ends[middle]]
