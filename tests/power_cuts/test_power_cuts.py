"""Cut off at any moment of any store's work, the program finds everything as it was before the last step, or after it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CUTS = 200
ROOT = Path(__file__).parents[2]


pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the programs are forked off")


def test_two_hundred_cuts_leave_nothing_half() -> None:
    command = [sys.executable, "-m", "tests.power_cuts", str(CUTS), "20260305"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    print(done.stdout, done.stderr)
    assert done.returncode == 0, done.stderr
    assert f"{CUTS} cuts" in done.stdout


@pytest.mark.parametrize("fault", ["in_place", "unforced"])
def test_a_store_with_a_fault_is_found(fault: str) -> None:
    command = [sys.executable, "-m", "tests.power_cuts.spoiling", fault]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0 and ("UserError" in done.stderr or "AssertionError" in done.stderr), done.stderr
