"""A repair that a submission brought and nobody decided on becomes a record that goes along with the issue until somebody looked."""

from __future__ import annotations

from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Unlooked:
    """The words of a repair that waited for the clerk when a submission came in and was not decided; `looked`: somebody saw them since."""

    words: str
    looked: bool = False


def unlooked(words: str) -> Unlooked:
    """The record of a repair; characters that no file takes tell nothing of where its words stand."""
    return Unlooked("".join(char for char in words if char.isprintable() or char == "\n"))
