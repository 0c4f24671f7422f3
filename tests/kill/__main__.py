"""Many kills and their figure: `python -m tests.kill [KILLS] [SEED]`, 200 unless told otherwise."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.kill.killing import kill_many

if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    kills, seed = (*given, *(200, 1)[len(given) :])
    with tempfile.TemporaryDirectory() as folder:
        print(kill_many(Path(folder), kills, seed))
