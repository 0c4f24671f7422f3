"""Steps of the zoom: a factor becomes the next one up or down."""

from __future__ import annotations

from enum import Enum

ZOOM_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
PX_PER_PT_AT_1 = 96 / 72
"""A point at 100 %, in logical pixels."""


class Fit(Enum):
    """What decides the zoom: the person, or the size of the view."""

    FREE = "free"
    WIDTH = "width"
    PAGE = "page"


def step_zoom(zoom: float, steps: int) -> float:
    """The zoom `steps` steps larger (negative: smaller); stays within the list."""
    if steps > 0:
        larger = [step for step in ZOOM_STEPS if step > zoom * 1.01]
        return larger[min(steps, len(larger)) - 1] if larger else ZOOM_STEPS[-1]
    smaller = [step for step in ZOOM_STEPS if step < zoom * 0.99]
    return smaller[max(steps, -len(smaller))] if smaller else ZOOM_STEPS[0]
