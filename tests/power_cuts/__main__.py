"""Many power cuts and their figures: `python -m tests.power_cuts [CUTS] [SEED]`, 200 unless told otherwise."""

from __future__ import annotations

import sys

from tests.power_cuts.cutting import cut_many

if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    cuts, seed = (*given, *(200, 1)[len(given) :])
    print(cut_many(cuts, seed))
