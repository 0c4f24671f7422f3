"""A list of the office becomes the rows of a sheet that a clerk edits, and what stands on the sheet becomes the list again."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar, Generic, TypeVar

from app.model.office_lists import Key
from app.proof.office import Office
from app.records import dataclass

Cells = tuple[str, ...]
Lists = TypeVar("Lists")
"""What the office set, of which a sheet shows one part."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A row as it stands on the sheet, right or not yet.

    `below`: the delivered row that it stands over, `kept`: the cells with which it was right last, which hold as long as it is not.
    """

    cells: Cells
    below: Cells | None = None
    on: bool = True
    kept: Cells | None = None

    @property
    def delivered(self) -> bool:
        """Whether it is a delivered row as it came."""
        return self.cells == self.below


class Sheet(ABC, Generic[Lists]):
    """One kind of list. `heads` name the cells; `ordered`: the order of the rows means something; `level_column` holds a level."""

    name: ClassVar[str]
    heads: ClassVar[Cells]
    ordered: ClassVar[bool] = False
    level_column: ClassVar[int] = -1

    @abstractmethod
    def drafts(self, lists: Lists, delivered: Office) -> tuple[Draft, ...]:
        """The rows for what the library says, the office's own ones first."""

    @abstractmethod
    def taken(self, lists: Lists, drafts: Sequence[Draft]) -> Lists:
        """The lists with what stands on the sheet."""

    @abstractmethod
    def tidy(self, cells: Cells) -> Cells:
        """Cells as they should be written: without stray blanks, days in ISO form."""

    @abstractmethod
    def key(self, cells: Cells) -> Cells:
        """By what a row is known: two rows with one key are one too many."""

    @abstractmethod
    def blank(self) -> Cells:
        """The cells of a new row."""

    @abstractmethod
    def faults(self, drafts: Sequence[Draft]) -> list[str]:
        """For each row a sentence on what is wrong with it beside its being double, "" for nothing."""

    @abstractmethod
    def double(self, at: int, others: Sequence[int], drafts: Sequence[Draft]) -> str:
        """The sentence for a row whose key `others` have, too."""

    @abstractmethod
    def part(self, lists: Lists) -> Hashable:
        """What of the lists stands on this sheet: two that are equal here look alike."""

    @abstractmethod
    def from_parts(self, parts: Sequence[Sequence[str]]) -> list[Cells]:
        """What was pasted or read from a file, line by line and column by column, as cells of new rows."""

    def shown(self, cells: Cells) -> Cells:
        """The cells as a clerk reads them, in a file too."""
        return cells

    def place(self, cells: Cells, column: int) -> int:
        """Which cell a column shows, -1 for none."""
        return column

    def fixed(self, draft: Draft, column: int) -> bool:
        """Whether a column of a row is not to be edited: a delivered row is known by its key."""
        place = self.place(draft.cells, column)
        return place < 0 or (draft.below is not None and place < len(self.key(draft.cells)))

    def choices(self, cells: Cells, column: int) -> Mapping[str, str]:
        """What can stand in a column, with the words for it, where it is no free text."""
        return {}

    def title(self, cells: Cells) -> str:
        """How a row is called when it is spoken of."""
        return cells[0]

    def is_blank(self, draft: Draft) -> bool:
        """Whether a new row says nothing yet."""
        return draft.below is None and draft.cells == self.blank()

    def sentences(self, drafts: Sequence[Draft]) -> tuple[str, ...]:
        """For each row one sentence on what is wrong with it, "" where it is right or still empty."""
        keys = [self.key(draft.cells) for draft in drafts]
        counts = Counter(keys)
        told = self.faults(drafts)
        for at, draft in enumerate(drafts):
            if self.is_blank(draft):
                told[at] = ""
            elif not told[at] and counts[keys[at]] > 1:
                others = [other for other, key in enumerate(keys) if key == keys[at] and other != at]
                told[at] = self.double(at, others, drafts)
        return tuple(told)

    def settled(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """The rows, each of which remembers how it was right last."""
        return tuple(
            draft if sentence or draft.kept == draft.cells or self.is_blank(draft) else replace(draft, kept=draft.cells)
            for draft, sentence in zip(drafts, self.sentences(drafts), strict=True)
        )

    def carried(self, before: Sequence[Draft], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        """Other rows, with what stood in `before` and was not right yet: new rows, and cells that somebody has begun to change."""
        begun = [draft for draft in before if draft.kept != draft.cells and not self.is_blank(draft)]
        changed = {draft.kept: draft.cells for draft in begun if draft.kept is not None}
        found = [replace(draft, cells=changed.get(draft.kept, draft.cells)) if draft.kept else draft for draft in drafts]
        new = [draft for draft in begun if draft.kept is None]
        return (*found, *new) if self.ordered else (*new, *found)

    def merged(self, drafts: Sequence[Draft], rows: Sequence[Cells]) -> tuple[Draft, ...]:
        """The rows with those that were pasted: one that is known is written over, another goes behind the own ones."""
        found = [draft for draft in drafts if not self.is_blank(draft)]
        places = {self.key(draft.cells): at for at, draft in enumerate(found)}
        new: list[Draft] = []
        for cells in rows:
            at = places.get(self.key(cells))
            if at is None:
                places[self.key(cells)] = len(found) + len(new)
                new.append(Draft(self.tidy(cells)))
            elif at < len(found):
                found[at] = replace(found[at], cells=self.tidy(filled(cells, found[at].cells)), on=True)
            else:
                new[at - len(found)] = Draft(self.tidy(filled(cells, new[at - len(found)].cells)))
        own = next((at for at, draft in enumerate(found) if draft.delivered), len(found))
        return (*found[:own], *new, *found[own:])


def filled(cells: Cells, before: Cells) -> Cells:
    """New cells, with the earlier ones where the new ones say nothing."""
    return tuple(new or old for new, old in zip(cells, before, strict=True))


def switched(before: frozenset[Key], on: Mapping[Key, bool]) -> frozenset[Key]:
    """The rows that are off, of which `on` says those of a sheet; those of other sheets, and that another desk alone has, stay."""
    return frozenset({key for key in before if key not in on} | {key for key, is_on in on.items() if not is_on})


def tight(text: str) -> str:
    """A name without blanks, those for print (王　强) among them."""
    return "".join(text.split())


def plain(text: str) -> str:
    """A text in one line without blanks round it."""
    return " ".join(text.split())
