"""A font file and an index become a face: glyph ids, advances and shaped runs, from the file itself.

Screen and PDF draw glyph ids where the layout puts them, so every measure comes from here and from nowhere else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from app.errors import UserError
from app.records import dataclass

# Pairs are set on the grid and Latin words are broken by measured widths, so kerning and optional ligatures would only
# make the sum of single advances differ from the shaped run. `ccmp` and `locl` stay: they join the two halves of a dash.
_FEATURES = {"kern": False, "liga": False, "clig": False, "calt": False, "dlig": False}

ShapedGlyph = tuple[int, int, float]
"""Glyph id, index of the first character in the text, advance in em."""


@dataclass(frozen=True, slots=True)
class FaceId:
    """The file of a face and its place in a collection (0 in a plain font file)."""

    path: str
    index: int = 0


class MissingGlyphError(KeyError):
    """The face has no glyph for the character."""


def _shape(font: hb.Font, text: str) -> list[tuple[int, int, int]]:
    """Glyph id, first character and advance in design units for each glyph of a short text."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if not buffer.script:  # marks alone carry no script; in this text they stand among hanzi
        buffer.script = "Hani"
    buffer.direction = "ltr"
    buffer.language = "zh-Hans"
    hb.shape(font, buffer, _FEATURES)
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint, info.cluster, position.x_advance) for info, position in pairs]


class _Glyphs(dict[str, int]):
    """Character to glyph id, filled on first sight; 0 where the face has none."""

    __slots__ = ("_font",)

    def __init__(self, font: hb.Font) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, char: str) -> int:
        gid: int = self._font.get_nominal_glyph(ord(char)) or 0
        if gid and "\u2010" <= char <= "\u2027":  # dashes, quotes, dots: pan-CJK faces choose the Chinese form by `locl`
            gid = _shape(self._font, char)[0][0]
        self[char] = gid
        return gid


class _Advances(dict[str, float]):
    """Character to advance in em, filled on first sight; `MissingGlyphError` where the face has none."""

    __slots__ = ("_font", "_glyphs", "_units")

    def __init__(self, font: hb.Font, glyphs: _Glyphs, units: int) -> None:
        super().__init__()
        self._font = font
        self._glyphs = glyphs
        self._units = units

    def __missing__(self, char: str) -> float:
        gid = self._glyphs[char]
        if not gid:
            raise MissingGlyphError(char)
        advance: float = self._font.get_glyph_h_advance(gid) / self._units
        self[char] = advance
        return advance


class Face:
    """One face of a font file, mapped into memory when it is first asked for a glyph.

    Two faces are equal when they are the same object; `FaceStore` keeps one object for each `FaceId`.
    """

    def __init__(self, face_id: FaceId, family: str = "", postscript_name: str = "") -> None:
        self.id = face_id
        self._family = family
        self._postscript_name = postscript_name
        self._shaped: dict[str, tuple[ShapedGlyph, ...]] = {}
        self._prepared: hb.Face | None = None

    def __repr__(self) -> str:
        return f"Face({Path(self.id.path).name}#{self.id.index})"

    @cached_property
    def hb_face(self) -> hb.Face:
        """The HarfBuzz face; raises `UserError` when the file can't be read as a font with outlines."""
        try:
            face = hb.Face(hb.Blob.from_file_path(self.id.path), self.id.index)
            usable = self.id.index < face.count and face.glyph_count and {"glyf", "CFF "} & set(face.table_tags)
        except (OSError, ValueError, hb.HarfBuzzError) as error:  # ValueError: table tags that are no text
            raise UserError(f"字体文件“{self.id.path}”打不开，请检查文件是否还在、是否完整。") from error
        if not usable:
            raise UserError(f"“{self.id.path}”的第 {self.id.index} 款字体没有可用的字形，请换一个字体文件（TTF、OTF 或 TTC）。")
        return face

    @property
    def subset_source(self) -> hb.Face:
        """The face to cut subsets from: the prepared one once `prepare_subsets` is done."""
        return self._prepared or self.hb_face

    def prepare_subsets(self) -> None:
        """Spend about 0.15 s, off the window's thread, so that each later subset of the face takes a tenth of its time.

        The subsets are the same bytes with and without.
        """
        if self._prepared is None:
            self._prepared = hb.subset_preprocess(self.hb_face)

    @cached_property
    def hb_font(self) -> hb.Font:
        """The HarfBuzz font at design units."""
        return hb.Font(self.hb_face)

    @cached_property
    def units_per_em(self) -> int:
        """Design units in one em."""
        return int(self.hb_face.upem)

    @cached_property
    def is_cff(self) -> bool:
        """True for PostScript outlines, False for TrueType outlines."""
        return "CFF " in self.hb_face.table_tags

    @cached_property
    def family(self) -> str:
        """The family name, as discovery saw it or as the file says in its first language."""
        return self._family or self.hb_face.get_name(16) or self.hb_face.get_name(1) or Path(self.id.path).stem

    @cached_property
    def postscript_name(self) -> str:
        """The PostScript name, or the file's name where the face has none."""
        return self._postscript_name or self.hb_face.get_name(6) or Path(self.id.path).stem

    @cached_property
    def sha256(self) -> str:
        """Hash of the font file, in hexadecimal."""
        with Path(self.id.path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    @cached_property
    def glyphs(self) -> Mapping[str, int]:
        """Character to glyph id (0 = the face has none); `map(face.glyphs.__getitem__, text)` runs at C speed."""
        return _Glyphs(self.hb_font)

    @cached_property
    def advances(self) -> Mapping[str, float]:
        """Character to advance in em; a character the face lacks raises `MissingGlyphError` (a KeyError)."""
        glyphs = self.glyphs
        assert isinstance(glyphs, _Glyphs)
        return _Advances(self.hb_font, glyphs, self.units_per_em)

    def glyph(self, char: str) -> int:
        """The glyph id of a character, 0 when the face has none."""
        return self.glyphs[char]

    def covers(self, char: str) -> bool:
        """Whether the face has a glyph of its own for the character."""
        return self.glyphs[char] != 0

    def advance_em(self, gid: int) -> float:
        """The advance of a glyph id in em."""
        advance: float = self.hb_font.get_glyph_h_advance(gid) / self.units_per_em
        return advance

    def shape(self, text: str) -> tuple[ShapedGlyph, ...]:
        """Shape a Latin word or a pair of dashes, without kerning and optional ligatures.

        Gives (glyph id, index of the first character, advance in em) from left to right; glyph id 0 marks a character
        that the face lacks. Two characters may share one glyph (a joined dash), then one index is left out.
        """
        shaped = self._shaped.get(text)
        if shaped is None:
            shaped = self._shaped[text] = self._shape(text)
        return shaped

    def _shape(self, text: str) -> tuple[ShapedGlyph, ...]:
        units = self.units_per_em
        return tuple((gid, cluster, advance / units) for gid, cluster, advance in _shape(self.hb_font, text))


class FaceStore:
    """Hands out one `Face` object for each face of a file, so that identity works as a cache key.

    A file that has changed on disk since gets a new object.
    """

    def __init__(self) -> None:
        self._faces: dict[tuple[FaceId, int, int], Face] = {}

    def face(self, path: str, index: int = 0, family: str = "", postscript_name: str = "") -> Face:
        """The face of a file; the names, where discovery knows them, save opening the file to read them."""
        face_id = FaceId(path, index)
        try:
            status = Path(path).stat()
        except OSError as error:
            raise UserError(f"字体文件“{path}”打不开，请检查文件是否还在。") from error
        key = (face_id, status.st_mtime_ns, status.st_size)
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = Face(face_id, family, postscript_name)
        return face
