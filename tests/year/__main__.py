"""`python -m tests.year FOLDER` makes the year's office in a folder; start the program with BIANBAO_DATA=FOLDER to work in it."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.year.office import make_office


def main() -> None:
    """Make it, and say how much of it there is."""
    library = make_office(Path(sys.argv[1]))
    print(f"{len(library.records())} submissions, {len(library.signed.standing())} signed issues")
    library.close()


if __name__ == "__main__":
    main()
