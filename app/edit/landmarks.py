"""A history becomes the places to go back to: its steps from the last one on, runs of small ones under one name."""

from __future__ import annotations

from dataclasses import replace

from app.edit.change import Label
from app.edit.history import History
from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Landmark:
    """One step, or `count` small ones of one name on end; `back` steps lead to before the first of them."""

    label: Label
    count: int
    back: int

    @property
    def large(self) -> bool:
        """Whether it is one that changed much at once."""
        return self.label.large


def landmarks(history: History) -> list[Landmark]:
    """The last one first."""
    found: list[Landmark] = []
    for back, step in enumerate(reversed(history.past), 1):
        last = found[-1] if found else None
        if last is not None and last.label is step.label and not last.large:
            found[-1] = replace(last, count=last.count + 1, back=back)
        else:
            found.append(Landmark(step.label, 1, back))
    return found
