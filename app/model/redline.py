"""Which characters of an issue went and which came since an earlier version of it: what a 花脸稿 shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Stretch(NamedTuple):
    """Characters `start:end` of a block that are `gone` from the later version, or new in it."""

    start: int
    end: int
    gone: bool


Redline = Mapping[int, tuple[Stretch, ...]]
"""The stretches of each block that changed, in order."""
