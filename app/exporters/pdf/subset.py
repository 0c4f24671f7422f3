"""The glyphs that a document uses of a face become a subset font program, with codes, widths and text for each glyph."""

from __future__ import annotations

import hashlib
import struct
import unicodedata
import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import uharfbuzz as hb

from app.errors import UserError
from app.fonts.face import Face
from app.records import dataclass

GlyphText = tuple[int, str]
"""A glyph id and the characters it stands for."""

# Hinting and layout tables are of no use where every glyph is placed.
_KEPT_TABLES = frozenset({"glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep", "CFF "})
# Without CFF_IDENTITY_CHARSET a CID-keyed face keeps its old CIDs, which are not the new glyph ids.
_FLAGS = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.CFF_IDENTITY_CHARSET
# TrueType outlines and pages shrink by a half; higher levels save 1 % to 2 % and take longer. Type 2 charstrings shrink by a fifth
# alone, and deflating them would take half the time of a whole export: they are embedded as they are.
COMPRESSION = 3


class FontMetrics(NamedTuple):
    """Numbers of a PDF font descriptor, in 1/1000 em."""

    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    weight: int


@dataclass(frozen=True, slots=True, eq=False)
class FontSubset:
    """A subset ready to be embedded.

    By the face's glyph id: `codes` (escaped bytes for a literal string), `widths_em` (as the PDF will state them) and `texts`
    (what a reader extracts). `own_codes` has the code of the face's own glyph at each character's number, as `charmap_encode` takes
    it. `program` is deflated unless `is_cff`, `program_length` its length before.
    """

    name: str
    is_cff: bool
    program: bytes
    program_length: int
    codes: Mapping[int, bytes]
    own_codes: Sequence[bytes]
    cids: Mapping[int, int]
    widths_em: Mapping[int, float]
    texts: Mapping[int, str]
    shared: frozenset[int]
    metrics: FontMetrics


def make_subset(face: Face, used: frozenset[GlyphText]) -> FontSubset:
    """Cut a face down to the used glyphs (glyph id 0 is never among them). The same glyphs give the same bytes."""
    gids = sorted({gid for gid, _ in used})
    source = face.subset_source
    request = hb.SubsetInput()
    request.glyph_set.update([0, *gids])
    request.flags = _FLAGS
    for tag in source.table_tags:
        if tag not in _KEPT_TABLES:
            request.drop_table_tag_set.add(int.from_bytes(tag.encode("latin-1"), "big"))
    if source.has_var_data:
        request.pin_all_axes_to_default(source)
    try:
        plan = hb.SubsetPlan(source, request)
        cids = dict(plan.old_to_new_glyph_mapping.items())
        font = plan.execute()
        program = bytes(font.reference_table("CFF ").data if face.is_cff else font.blob.data)
    except (RuntimeError, ValueError, hb.HarfBuzzError) as error:
        raise UserError(_damaged(face)) from error
    if not program or not cids.keys() >= set(gids):  # a character table that points past the last glyph
        raise UserError(_damaged(face))
    texts, shared = _texts(used)
    codes = {gid: escaped(cids[gid].to_bytes(2, "big")) for gid in gids}
    digest = hashlib.sha256(repr((face.postscript_name, gids)).encode()).digest()
    return FontSubset(
        name="".join(chr(65 + byte % 26) for byte in digest[:6]) + "+" + _plain_name(face.postscript_name),
        is_cff=face.is_cff,
        program=program if face.is_cff else zlib.compress(program, COMPRESSION),
        program_length=len(program),
        codes=codes,
        own_codes=_own_codes({text: codes[gid] for gid, text in used if len(text) == 1 and face.glyph(text) == gid}),
        cids={gid: cids[gid] for gid in gids},
        widths_em={gid: round(face.advance_em(gid) * 1000, 3) / 1000 for gid in gids},
        texts=texts,
        shared=shared,
        metrics=_metrics(face),
    )


def escaped(codes: bytes) -> bytes:
    """Codes as they stand in a literal string."""
    return codes.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)").replace(b"\r", b"\\r")


def _own_codes(by_character: Mapping[str, bytes]) -> Sequence[bytes]:
    """The codes in a list, which is read faster than a mapping."""
    codes = [b"\0\0"] * (max(map(ord, by_character), default=0) + 1)
    for char, code in by_character.items():
        codes[ord(char)] = code
    return codes


def _damaged(face: Face) -> str:
    return f"字体“{face.family}”的文件不完整，不能嵌入 PDF，请换一个字体文件。"


def _texts(used: frozenset[GlyphText]) -> tuple[dict[int, str], frozenset[int]]:
    """What each glyph says, and the glyphs that say different things in different places.

    Faces draw a Kangxi radical (⽂ U+2F42) and a hanzi (文) with one glyph: the font says the hanzi, the rest is said in place.
    """
    texts: dict[int, str] = {}
    shared = set()
    for gid, text in sorted(used, key=lambda pair: (pair[0], unicodedata.normalize("NFKC", pair[1]) != pair[1], pair[1])):
        if gid in texts:
            shared.add(gid)
        elif text:
            texts[gid] = text
    return texts, frozenset(shared)


def _plain_name(name: str) -> str:
    """A PostScript name of the characters that every reader takes."""
    plain = "".join(char for char in name if char.isascii() and (char.isalnum() or char in "-_"))
    return plain or "Face"


def _metrics(face: Face) -> FontMetrics:
    source = face.hb_face
    per_mille = 1000 / face.units_per_em
    tags = source.table_tags

    def shorts(tag: str, offset: int, count: int) -> tuple[int, ...]:
        data = source.reference_table(tag).data if tag in tags else b""
        return struct.unpack_from(f">{count}h", data, offset) if len(data) >= offset + 2 * count else (0,) * count

    # OpenType: head.xMin at 36, hhea.ascender at 4, OS/2.usWeightClass at 4 and sCapHeight at 88
    box = tuple(round(value * per_mille) for value in shorts("head", 36, 4))
    ascent, descent = (round(value * per_mille) for value in shorts("hhea", 4, 2))
    (cap_height,) = (round(value * per_mille) for value in shorts("OS/2", 88, 1))
    (weight,) = shorts("OS/2", 4, 1)
    return FontMetrics((box[0], box[1], box[2], box[3]), ascent, descent, cap_height or ascent, weight or 400)
