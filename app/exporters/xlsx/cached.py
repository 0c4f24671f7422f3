"""Formulas of a written workbook get the values that they come to, so that who doesn't reckon - a telephone's preview - shows them, too."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from fractions import Fraction

_FORMULA = re.compile(r'(<c r="([A-Z]+\d+)"[^>]*>)(<f>[^<]*</f>)<v\s*/>|(<c r="([A-Z]+\d+)"[^>]*>)(<f>[^<]*</f>)<v></v>')


def with_values(book: bytes, sheet: int, values: Mapping[str, Fraction]) -> bytes:
    """The workbook, in whose n-th sheet each formula at a place of `values` has its value."""
    name, out = f"xl/worksheets/sheet{sheet}.xml", io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info, _filled(data.decode("utf-8"), values).encode("utf-8") if info.filename == name else data)
    return out.getvalue()


def _filled(xml: str, values: Mapping[str, Fraction]) -> str:
    def with_value(found: re.Match[str]) -> str:
        begin, place, formula = (found[1], found[2], found[3]) if found[1] else (found[4], found[5], found[6])
        value = values.get(place)
        if value is None:
            return found[0]
        number = str(value) if value.denominator == 1 else repr(float(value))
        return f"{begin}{formula}<v>{number}</v>"

    return _FORMULA.sub(with_value, xml)
