"""What was taken from an office's printed issue: a template, and for each of its values how it was come by."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from app.model.template import Template
from app.records import dataclass

How = Literal["read", "reckoned", "guessed", "default"]
"""Read from the file; reckoned from what was read; what most of the file suggests; taken from the shipped template that is most like it."""


@dataclass(frozen=True, slots=True)
class FoundValue:
    """One value of the template. `key` is dotted as `with_values` takes it: `paper.left_mm`, `masthead.lines.1.size_pt`.

    `shown` is the value as it stood in the file, in a clerk's words; `note` says where, or why it differs from the template's value.
    """

    key: str
    shown: str
    how: How
    note: str = ""


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """The picture that stands in the place of the bulletin's name; `name` is what `masthead.image` says."""

    name: str
    data: bytes


@dataclass(frozen=True)
class FoundLook:
    """A template with the source of its values, of each key at most one; `notes` are sentences on the file as a whole."""

    template: Template
    values: tuple[FoundValue, ...] = ()
    notes: tuple[str, ...] = ()
    picture: FoundPicture | None = None

    @cached_property
    def by_key(self) -> Mapping[str, FoundValue]:
        """The values by their dotted keys."""
        return {value.key: value for value in self.values}

    def how(self, key: str) -> How:
        """How a value was come by; what nobody tells of is the shipped template's."""
        found = self.by_key.get(key)
        return found.how if found else "default"
