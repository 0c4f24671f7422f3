"""Rows of figures with their truth become the weights of a logistic regression, fitted by gradient descent (Adam)."""

from __future__ import annotations

import math
from collections.abc import Sequence

_STEPS, _RATE, _DECAY = 400, 0.1, 0.002
_FIRST, _SECOND = 0.9, 0.99


def fitted(rows: Sequence[tuple[Sequence[float], float, float]]) -> list[float]:
    """The weights for rows of (figures, truth 0.0 or 1.0, what the row counts); the last figure is the bias's, which doesn't decay."""
    total = sum(weight for *_, weight in rows)
    size = len(rows[0][0])
    weights, first, second = [0.0] * size, [0.0] * size, [0.0] * size
    for step in range(1, _STEPS + 1):
        slope = [_DECAY * weight for weight in weights]
        slope[-1] = 0.0
        for known, truth, weight in rows:
            error = (1 / (1 + math.exp(-max(-30.0, min(30.0, value(weights, known))))) - truth) * weight / total
            for place, amount in enumerate(known):
                if amount:
                    slope[place] += error * amount
        for place in range(size):
            first[place] = _FIRST * first[place] + (1 - _FIRST) * slope[place]
            second[place] = _SECOND * second[place] + (1 - _SECOND) * slope[place] ** 2
            pace = math.sqrt(second[place] / (1 - _SECOND**step)) + 1e-8
            weights[place] -= _RATE * first[place] / (1 - _FIRST**step) / pace
    return weights


def value(weights: Sequence[float], known: Sequence[float]) -> float:
    """The logarithm of the odds."""
    return sum(weight * amount for weight, amount in zip(weights, known, strict=True))
