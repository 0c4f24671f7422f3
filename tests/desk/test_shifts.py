"""What is kept of each printer's shift."""

from __future__ import annotations

import pytest

from app.desk.shifts import shift_of, with_shift


def test_each_printer_has_its_own() -> None:
    kept = with_shift(with_shift((), "HP LaserJet 1020", (0.5, -1.0)), "", (3.0, 0.0))
    assert kept == ("3,0 ", "0.5,-1 HP LaserJet 1020")
    assert shift_of(kept, "HP LaserJet 1020") == (0.5, -1.0) and shift_of(kept, "") == (3.0, 0.0) and shift_of(kept, "HP") == (0.0, 0.0)
    assert with_shift(kept, "", (1.0, 1.0)) == ("1,1 ", "0.5,-1 HP LaserJet 1020")
    assert with_shift(kept, "", (0.0, 0.0)) == ("0.5,-1 HP LaserJet 1020",)


@pytest.mark.parametrize("line", ["惠普", "a,b 惠普", "1 惠普", "900,0 惠普", "nan,0 惠普"])
def test_what_cant_be_read_moves_nothing(line: str) -> None:
    assert shift_of((line,), "惠普") == (0.0, 0.0)
