"""The glyphs that a document uses of a face become a font file that readers find them in by their characters."""

from __future__ import annotations

from collections.abc import Mapping

import uharfbuzz as hb

from app.errors import UserError
from app.exporters.pdf.subset import GlyphText
from app.fonts.face import Face
from app.records import dataclass

_DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "JSTF", "DSIG", "vhea", "vmtx", "VORG", "kern", "meta", "STAT", "MATH")
"""Layout is done, and nothing is set upright."""
_FLAGS = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE


@dataclass(frozen=True, slots=True, eq=False)
class OfdFont:
    """A font file ready to be put in. `odd` has the new id of each glyph that its characters would not lead to, such as a joined dash."""

    family: str
    data: bytes
    suffix: str
    bold: bool
    new_ids: Mapping[int, int]

    def leads_to(self, face: Face, char: str, gid: int) -> bool:
        """Whether a reader that looks a character up finds this glyph."""
        return len(char) == 1 and face.hb_font.get_nominal_glyph(ord(char)) == gid


def make_font(face: Face, used: frozenset[GlyphText]) -> OfdFont:
    """Cut a face down to the used glyphs and their characters. The same glyphs give the same bytes. Raises `UserError`."""
    request = hb.SubsetInput()
    request.glyph_set.update([0, *(gid for gid, _ in used)])
    request.unicode_set.update([ord(char) for _, text in used for char in text])
    request.flags = _FLAGS
    source = face.subset_source
    for tag in _DROPPED:
        request.drop_table_tag_set.add(int.from_bytes(tag.encode("latin-1"), "big"))
    if source.has_var_data:
        request.pin_all_axes_to_default(source)
    try:
        plan = hb.SubsetPlan(source, request)
        new_ids = dict(plan.old_to_new_glyph_mapping.items())
        data = bytes(plan.execute().blob.data)
    except (RuntimeError, ValueError, hb.HarfBuzzError) as error:
        raise UserError(_damaged(face)) from error
    if not data or not new_ids.keys() >= {gid for gid, _ in used}:
        raise UserError(_damaged(face))
    return OfdFont(face.family, data, "otf" if face.is_cff else "ttf", "bold" in face.postscript_name.lower(), new_ids)


def _damaged(face: Face) -> str:
    return f"字体“{face.family}”的文件不完整，不能嵌入 OFD，请换一个字体文件。"
