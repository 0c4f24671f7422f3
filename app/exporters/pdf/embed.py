"""A font subset becomes the objects of a Type0 font (ISO 32000-1, 9.7) with two-byte codes and exact text."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from app.exporters.pdf.objects import Document, PdfValue, Stream, array, dictionary, name, string
from app.exporters.pdf.subset import FontSubset

_SYMBOLIC = 4  # font descriptor flag: codes are the font's own
_BLOCK = 100  # entries that one bfchar block may hold
_EM = 1000
_CMAP_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_TAIL = b"""endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def embed(document: Document, subset: FontSubset) -> PdfValue:
    """Add a subset's objects and give the reference to the font."""
    program: dict[str, PdfValue] = {"Filter": name("FlateDecode")}
    if subset.is_cff:
        program["Subtype"] = name("CIDFontType0C")
    else:
        program["Length1"] = subset.program_length
    metrics = subset.metrics
    descriptor = dictionary(
        Type=name("FontDescriptor"),
        FontName=name(subset.name),
        Flags=_SYMBOLIC,
        FontBBox=array(metrics.box),
        ItalicAngle=0,
        Ascent=metrics.ascent,
        Descent=metrics.descent,
        CapHeight=metrics.cap_height,
        StemV=metrics.weight // 5,  # no reader draws an embedded font by it; 400 -> 80 is a fair stem
    )
    descriptor["FontFile3" if subset.is_cff else "FontFile2"] = document.add(Stream(subset.program, program))
    document.count_in(subset.program)
    descendant = dictionary(
        Type=name("Font"),
        Subtype=name("CIDFontType0" if subset.is_cff else "CIDFontType2"),
        BaseFont=name(subset.name),
        CIDSystemInfo=dictionary(Registry=string("Adobe"), Ordering=string("Identity"), Supplement=0),
        FontDescriptor=document.add(descriptor),
        DW=_EM,
        W=_widths(subset),
        CIDToGIDMap=None if subset.is_cff else name("Identity"),
    )
    to_unicode = zlib.compress(_to_unicode(subset))
    document.count_in(to_unicode)
    return document.add(
        dictionary(
            Type=name("Font"),
            Subtype=name("Type0"),
            BaseFont=name(subset.name),
            Encoding=name("Identity-H"),
            DescendantFonts=array([document.add(descendant)]),
            ToUnicode=document.add(Stream(to_unicode, {"Filter": name("FlateDecode")})),
        )
    )


def _widths(subset: FontSubset) -> bytes:
    """The W array: runs of codes whose width is not a full em."""
    runs: list[tuple[int, list[bytes]]] = []
    for gid, cid in sorted(subset.cids.items(), key=lambda pair: pair[1]):
        width = round(subset.widths_em[gid] * _EM, 3)
        if width == _EM:
            continue
        if runs and runs[-1][0] + len(runs[-1][1]) == cid:
            runs[-1][1].append(b"%.7g" % width)
        else:
            runs.append((cid, [b"%.7g" % width]))
    return b"[%s]" % b" ".join(b"%d [%s]" % (cid, b" ".join(widths)) for cid, widths in runs)


def _to_unicode(subset: FontSubset) -> bytes:
    by_code: Mapping[int, str] = {subset.cids[gid]: text for gid, text in subset.texts.items()}
    entries = [b"<%04X> <%s>\n" % (cid, by_code[cid].encode("utf-16-be").hex().upper().encode()) for cid in sorted(by_code)]
    blocks = []
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        blocks.append(b"%d beginbfchar\n%sendbfchar\n" % (len(block), b"".join(block)))
    return _CMAP_HEAD + b"".join(blocks) + _CMAP_TAIL
