"""A colour becomes the operators that fill and stroke with it: on screens in RGB, for a print shop in four inks or an ink of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from app.exporters.pdf.objects import Rendered, array, dictionary

Inks = Mapping[str, str]
"""#RRGGBB to what is printed in its place: four inks as the template writes them, 0/80/80/0, or after `SPOT` an ink of its own that these
four stand for.
"""

SPOT = "spot:"
PURE_BLACK = "0/0/0/100"
"""Black as black ink alone: text in four inks would blur where they don't quite meet."""
_RESOURCE = "Red"
_NAME = b"/#E4#B8#93#E8#89#B2#E7#BA#A2"  # 专色红


@lru_cache(maxsize=64)  # each page says its colours
def rgb(colour: str) -> bytes:
    """The three DeviceRGB components of #RRGGBB."""
    return b" ".join(b"%.4g" % (int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))


def four_inks(written: str) -> bytes:
    """The four DeviceCMYK components of 0/80/80/0."""
    return b" ".join(b"%.4g" % (int(percent) / 100) for percent in written.split("/"))


def colour_operators(colour: str, inks: Inks) -> tuple[bytes, bytes]:
    """What fills, and what strokes, with a colour."""
    found = inks.get(colour)
    if found is None:
        components = rgb(colour)
        return components + b" rg", components + b" RG"
    if found.startswith(SPOT):
        name = _RESOURCE.encode()
        return b"/%s cs 1 scn" % name, b"/%s CS 1 SCN" % name
    components = four_inks(found)
    return components + b" k", components + b" K"


def colour_spaces(inks: Inks) -> dict[str, Rendered]:
    """The resource entry of the ink of its own, where there is one (ISO 32000-1, 8.6.6.4)."""
    spot = next((written.removeprefix(SPOT) for written in inks.values() if written.startswith(SPOT)), None)
    if spot is None:
        return {}
    tint = dictionary(FunctionType=b"2", Domain=b"[0 1]", C0=b"[0 0 0 0]", C1=array([four_inks(spot)]), N=b"1")
    return {"ColorSpace": dictionary(**{_RESOURCE: array([b"/Separation", _NAME, b"/DeviceCMYK", tint])})}
