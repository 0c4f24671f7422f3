"""Killed at any moment the program loses no more than two seconds of typing, and leaves no file that can't be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.kill.killing import kill_many

KILLS = 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the programs are forked off")
def test_little_is_lost_by_kills_at_random_moments(tmp_path: Path) -> None:
    figures = kill_many(tmp_path, KILLS, seed=20240308)
    print(figures)
    assert figures.kills == KILLS
    assert figures.typed > 200 and figures.restored > 0 and figures.saved > 0
