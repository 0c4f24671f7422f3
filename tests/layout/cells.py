"""A font whose Han characters fill one cell and whose Latin ones fill half of one, so that layouts are whole numbers."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from app.fonts.face import Face, FaceId
from app.fonts.faceset import FaceSet
from app.model.faces import FaceRole
from tests.fonts.tiny_font import save, tiny_font

_HAN = [chr(code) for code in range(0x4E00, 0x9FA6)]
_MARKS = list("，。、；：？！“”‘’《》〈〉（）【】〔〕—…·～％℃●◆■★※　〇㐂")
_LATIN = [chr(code) for code in range(0x20, 0x7F)]
RARE = "𠀇"
"""A character that only the fallback face has."""


@cache
def cell_faces() -> FaceSet:
    """One cell face in every part; RARE stands in the fallback alone, 🀄 in none."""
    folder = Path(tempfile.mkdtemp(prefix="cells"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shared = [("一", char) for char in [*_HAN, *_MARKS] if char != "一"] + [("a", char) for char in _LATIN if char != "a"]
    chars = "".join(["一", "a", *(char for _, char in shared)])
    plain = tiny_font("Cells", chars, widths={"a": 500}, shared=shared)
    body = Face(FaceId(str(save(plain, folder / "cells.ttf"))))
    fallback = Face(FaceId(str(save(tiny_font("Rare", RARE), folder / "rare.ttf"))))
    return FaceSet({role: body for role in FaceRole if role is not FaceRole.DIGITS}, (fallback,), ())
