"""An office's wishes become the level at which a rule speaks, or its silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from app.proof.finding import Level
from app.proof.rule import About
from app.records import dataclass


@dataclass(frozen=True)
class Profile:
    """Which rules speak, and how loud: a rule's id to its level, None switches it off; a rule that isn't named keeps its own.

    A rule that was part of another one goes by what was wished for that, until something is wished for itself.
    """

    levels: Mapping[str, Level | None] = field(default_factory=dict)

    def level(self, about: About) -> Level | None:
        """The level at which a rule speaks here."""
        wished = next((name for name in about.ids if name in self.levels), None)
        return about.level if wished is None else self.levels[wished]


USUAL = Profile()
