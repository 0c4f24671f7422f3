"""Font files become copies that go by the official family names, so that LibreOffice sets a DOCX with the faces we set it with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fontTools.ttLib import TTFont

_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6
_NAMES_OF_A_FACE = {_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT, 16, 17, 21, 22}
_REGULAR_WEIGHT = 400
_REGULAR_BIT = 0x40  # OS/2 fsSelection bit 6


def copy_as(source: Path, index: int, family: str, folder: Path) -> None:
    """Write one face into `folder`, called `family` and nothing else, upright and regular.

    Weight and style bits are set to regular: a bold title face that answers for a regular family must not be taken for that
    family's bold, or refused for being one.
    """
    with TTFont(source, fontNumber=index, lazy=True, recalcTimestamp=False, recalcBBoxes=False) as font:
        _rename(font, family, folder)


def _rename(font: TTFont, family: str, folder: Path) -> None:
    table = font["name"]
    table.names = [record for record in table.names if record.nameID not in _NAMES_OF_A_FACE]
    postscript = "Oracle" + "".join(f"{ord(char):04X}" for char in family)
    for language in (0x0409, 0x0804):
        values = {_FAMILY: family, _STYLE: "Regular", _UNIQUE: postscript, _FULL: family, _POSTSCRIPT: postscript}
        for name_id, value in values.items():
            table.setName(value, name_id, 3, 1, language)
    if "CFF " in font:  # what writers of PDF call such a face
        outlines = font["CFF "].cff
        outlines.fontNames = [postscript]
        for part in getattr(outlines.topDictIndex[0], "FDArray", ()):
            part.FontName = postscript
    font["OS/2"].usWeightClass = _REGULAR_WEIGHT
    font["OS/2"].fsSelection = _REGULAR_BIT
    font["head"].macStyle = 0
    font.save(folder / f"{postscript}.{'otf' if 'CFF ' in font else 'ttf'}")


def copy_all(faces: Mapping[str, tuple[Path, int]], folder: Path) -> None:
    """Write a copy for each official family: `faces` maps its name to the file and index that answer for it."""
    for family, (source, index) in faces.items():
        copy_as(source, index, family, folder)
