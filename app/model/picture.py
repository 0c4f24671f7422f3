"""A picture as a value: its bytes as they came, named by their own hash, and how it stands on the page."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Literal

from app.records import dataclass

Placing = Literal["left", "centre", "right"]
ImageName = Annotated[str, {"filled": True}]
"""Hexadecimal SHA-256 of the bytes with the ending of their kind: equal pictures have equal names."""


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG or JPEG file as it came. Two are equal when their names are, so that comparing issues compares no bytes."""

    name: ImageName
    width_px: Annotated[int, {"low": 1, "high": 30_000}]
    height_px: Annotated[int, {"low": 1, "high": 30_000}]
    data: bytes = field(default=b"", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image on the page: printed `width_mm` wide in its own proportions, on whole line slots."""

    image: Image
    width_mm: Annotated[float, {"low": 5, "high": 400}]
    placing: Placing = "centre"
