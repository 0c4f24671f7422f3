"""One font file becomes records of its faces: names, weight, embedding rights, outlines, and whether it holds Chinese."""

from __future__ import annotations

import struct

import uharfbuzz as hb

from app.records import dataclass

# Hanzi of the first level and the marks no bulletin can do without; a face that lacks one of them can't set Chinese text.
_PROBE = "的一是在不了有和人这中大为上个国我以要他时来用们简报期第编印送发，。、；：？！“”《》（）"

_RESTRICTED = 0x0002  # OpenType OS/2 fsType, bits 0-3: "restricted licence embedding"
_ITALIC = 0x0001  # OS/2 fsSelection, bit 0


@dataclass(frozen=True, slots=True)
class FaceRecord:
    """What discovery knows of a face without opening it again. `names` are casefolded; `families` too."""

    path: str
    index: int
    family: str
    postscript: str
    families: tuple[str, ...]
    names: tuple[str, ...]
    weight: int
    italic: bool
    embeddable: bool
    usable: bool
    chinese: bool


def fold(name: str) -> str:
    """A name as it is compared: no case, no spaces at the ends."""
    return name.strip().casefold()


def read_records(path: str) -> list[FaceRecord]:
    """Records of every face in a file; a file that is no font, or a broken one, has none."""
    try:
        blob = hb.Blob.from_file_path(path)
        count = hb.Face(blob, 0).count
        return [_record(hb.Face(blob, index), path, index) for index in range(min(count, 64))]
    except (OSError, ValueError, MemoryError, struct.error, hb.HarfBuzzError):
        return []


def _record(face: hb.Face, path: str, index: int) -> FaceRecord:
    from app.fonts.names import read_names  # what discovery remembers needs none

    tables = set(face.table_tags)
    names = read_names(_table(face, "name") if "name" in tables else b"")
    os2 = _table(face, "OS/2") if "OS/2" in tables else b""
    weight, fs_type, selection = 400, 0, 0
    if len(os2) >= 64:
        weight = struct.unpack_from(">H", os2, 4)[0]
        fs_type = struct.unpack_from(">H", os2, 8)[0]
        selection = struct.unpack_from(">H", os2, 62)[0]
    # A variable face stands at its default instance (Noto's is Thin), which is not the weight that its name promises.
    usable = bool(tables & {"glyf", "CFF "}) and "cmap" in tables and "fvar" not in tables and face.glyph_count > 1
    font = hb.Font(face)
    return FaceRecord(
        path=path,
        index=index,
        family=names.display,
        postscript=names.postscript,
        families=tuple(map(fold, names.families)),
        names=tuple(map(fold, names.own)),
        weight=weight,
        italic=bool(selection & _ITALIC),
        embeddable=(fs_type & 0x000F) != _RESTRICTED,
        usable=usable,
        chinese=usable and all(font.get_nominal_glyph(ord(char)) for char in _PROBE),
    )


def _table(face: hb.Face, tag: str) -> bytes:
    data: bytes = face.reference_table(tag).data
    return data
