"""The program with a fault that a power cut brings to light: `python -m tests.power_cuts.spoiling FAULT` ends with what was found.

`in_place` writes over the old file, `unforced` renames what was never forced to disk.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from tests.power_cuts.cutting import cut_many

Data = bytes | Callable[[BinaryIO], None]
_CUTS = 80


def _in_place(path: Path, data: Data, *, private: bool = False) -> None:
    with path.open("wb") as file:
        file.write(data) if isinstance(data, bytes) else data(file)
        file.flush()
        os.fsync(file.fileno())


def _unforced(path: Path, data: Data, *, private: bool = False) -> None:
    beside = path.with_name(f".{path.name}.part")
    with beside.open("wb") as file:
        file.write(data) if isinstance(data, bytes) else data(file)
    beside.replace(path)


def main(fault: str) -> None:
    """Give every store the fault, and cut off until something half is found."""
    faulty = {"in_place": _in_place, "unforced": _unforced}[fault]
    for name, module in list(sys.modules.items()):
        if name.startswith("app.") and hasattr(module, "write_atomically"):
            module.write_atomically = faulty  # type: ignore[attr-defined]
    cut_many(_CUTS, seed=3)


if __name__ == "__main__":
    main(sys.argv[1])
