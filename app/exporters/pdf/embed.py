"""A font subset becomes the objects of a Type0 font (ISO 32000-1, 9.7) with two-byte codes and exact text."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from app.exporters.pdf.objects import Document, Rendered, array
from app.exporters.pdf.subset import FontSubset

_SYMBOLIC = b"4"  # font descriptor flag: codes are the font's own
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


def embed(document: Document, subset: FontSubset) -> Rendered:
    """Add a subset's objects and give the reference to the font."""
    if subset.is_cff:
        program = document.add_stream(subset.program, Subtype=b"/CIDFontType0C")
    else:
        program = document.add_stream(subset.program, Filter=b"/FlateDecode", Length1=b"%d" % subset.program_length)
    metrics = subset.metrics
    base_font = b"/" + subset.name.encode()
    descriptor = document.add(
        Type=b"/FontDescriptor",
        FontName=base_font,
        Flags=_SYMBOLIC,
        FontBBox=array(b"%d" % side for side in metrics.box),
        ItalicAngle=b"0",
        Ascent=b"%d" % metrics.ascent,
        Descent=b"%d" % metrics.descent,
        CapHeight=b"%d" % metrics.cap_height,
        StemV=b"%d" % (metrics.weight // 5),  # no reader draws an embedded font by it; 400 -> 80 is a fair stem
        FontFile3=program if subset.is_cff else None,
        FontFile2=None if subset.is_cff else program,
    )
    descendant = document.add(
        Type=b"/Font",
        Subtype=b"/CIDFontType0" if subset.is_cff else b"/CIDFontType2",
        BaseFont=base_font,
        CIDSystemInfo=b"<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
        FontDescriptor=descriptor,
        DW=b"%d" % _EM,
        W=_widths(subset),
        CIDToGIDMap=None if subset.is_cff else b"/Identity",
    )
    return document.add(
        Type=b"/Font",
        Subtype=b"/Type0",
        BaseFont=base_font,
        Encoding=b"/Identity-H",
        DescendantFonts=array([descendant]),
        ToUnicode=document.add_stream(zlib.compress(_to_unicode(subset)), Filter=b"/FlateDecode"),
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
