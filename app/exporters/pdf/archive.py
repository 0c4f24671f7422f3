"""What an archive asks of a PDF beyond its pages (ISO 19005-2, PDF/A-2b): XMP metadata that say the same as the information, and sRGB."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from datetime import date
from functools import cache
from html import escape

from app.exporters.pdf.objects import Document, Rendered, array, dictionary

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_IDENTIFIER = b"(sRGB IEC61966-2.1)"
_CURVE_POINTS = 1024
_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {  # IEC 61966-2-1, adapted to D50 as profiles want it (ICC.1:2001-04)
    "r": (0.43607, 0.22249, 0.01392),
    "g": (0.38515, 0.71687, 0.09708),
    "b": (0.14307, 0.06061, 0.71410),
}


def metadata(document: Document, title: str, author: str, created: date | None, producer: str, *, archival: bool) -> Rendered:
    """Add the XMP packet, not compressed, as archives want it, and give the reference to it."""
    properties = [
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>' if title else "",
        f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>" if author else "",
        "<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>",
        f"<xmp:CreatorTool>编报</xmp:CreatorTool><pdf:Producer>{escape(producer)}</pdf:Producer>",
        f"<xmp:CreateDate>{created.isoformat()}</xmp:CreateDate>" if created else "",
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" if archival else "",
    ]
    packet = _PACKET.format(properties="\n".join(filter(None, properties)))
    return document.add_stream(packet.encode(), Type=b"/Metadata", Subtype=b"/XML")


def output_intents(document: Document) -> Rendered:
    """Add the profile that all colours of the pages are meant in, and give the catalog's entry for it (ISO 19005-2, 6.2.3)."""
    profile = document.add_stream(zlib.compress(srgb_profile()), N=b"3", Filter=b"/FlateDecode")
    intent = dictionary(
        Type=b"/OutputIntent",
        S=b"/GTS_PDFA1",
        OutputConditionIdentifier=_IDENTIFIER,
        Info=_IDENTIFIER,
        DestOutputProfile=profile,
    )
    return array([intent])


@cache
def srgb_profile() -> bytes:
    """A display profile of sRGB (ICC.1:2001-04): three primaries and one curve; no clock in it."""
    curve = b"curv" + bytes(4) + struct.pack(">I", _CURVE_POINTS) + b"".join(struct.pack(">H", value) for value in _curve())
    tags = {
        "desc": _description("sRGB IEC61966-2.1"),
        "cprt": b"text" + bytes(4) + b"No copyright, use freely\0",
        "wtpt": _xyz(_D50),
        **{f"{name}XYZ": _xyz(primary) for name, primary in _PRIMARIES.items()},
        **{f"{name}TRC": curve for name in _PRIMARIES},
    }
    table, data = b"", b""
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for tag, content in tags.items():
        place = places.setdefault(content, start + len(data))
        if place == start + len(data):
            data += content + bytes(-len(content) % 4)
        table += tag.encode() + struct.pack(">II", place, len(content))
    size = start + len(data)
    head = struct.pack(">I4xI4s4s4s12x4s24x", size, 0x02100000, b"mntr", b"RGB ", b"XYZ ", b"acsp") + struct.pack(">I", 0) + _numbers(_D50)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + data


def _curve() -> Sequence[int]:
    """The transfer function of sRGB, from 0 to 65535."""
    values = (point / (_CURVE_POINTS - 1) for point in range(_CURVE_POINTS))
    return [round(65535 * (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)) for value in values]


def _xyz(values: Sequence[float]) -> bytes:
    return b"XYZ " + bytes(4) + _numbers(values)


def _numbers(values: Sequence[float]) -> bytes:
    """Signed numbers with 16 bits behind the point."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _description(text: str) -> bytes:
    """A description with its empty Unicode and Macintosh parts."""
    ascii_text = text.encode() + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(ascii_text)) + ascii_text + bytes(4 + 4 + 2 + 1 + 67)
