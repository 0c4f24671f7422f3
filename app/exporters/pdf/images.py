"""An image becomes a PDF image object: a JPEG as it is, a plain PNG with its own packed rows, other PNGs decoded, transparency apart."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

from app.errors import UserError
from app.exporters.pdf.objects import Document, Rendered, array
from app.layout.frames import PlacedImage
from app.model.image_file import DAMAGED, Header, header_of, png_chunks
from app.model.picture import Image
from app.records import dataclass

FOUR_INKS = b"/DeviceCMYK"
_SPACES = {1: b"/DeviceGray", 3: b"/DeviceRGB", 4: FOUR_INKS}
_PALETTE = 3  # PNG's colour type
_GREY_TYPES = frozenset({0, 4})


@dataclass(frozen=True, slots=True)
class Samples:
    """A packed stream of pixels with its dictionary; `mask` is how opaque each pixel is."""

    data: bytes
    entries: dict[str, Rendered]
    mask: Samples | None = None


@dataclass(frozen=True, slots=True)
class PdfImage:
    """An image ready to be written; `resource` is its name on every page, which follows from its bytes alone."""

    resource: bytes
    orientation: int
    samples: Samples


def prepare(image: Image) -> PdfImage:
    """Read an image's file. Raises `UserError` where it is damaged."""
    header = header_of(image.data, "图片")
    samples = _jpeg(header, image.data) if header.kind == "jpeg" else _png(header, image.data)
    return PdfImage(b"I" + image.name[:16].encode(), header.orientation, samples)


def embed_image(document: Document, image: PdfImage) -> Rendered:
    """Add an image's objects and give the reference to it."""
    return _add(document, image.samples)


def matrix(placed: PlacedImage, page_height_pt: float, orientation: int) -> tuple[float, float, float, float, float, float]:
    """What maps the unit square onto the image's box, turned as EXIF says: the picture's first row is the square's upper edge."""
    x, w, h = placed.x_pt, placed.width_pt, placed.height_pt
    y = page_height_pt - placed.top_pt - h
    return _MATRICES[orientation](x, y, w, h)


_Matrix = tuple[float, float, float, float, float, float]
_MATRICES: dict[int, Callable[[float, float, float, float], _Matrix]] = {
    1: lambda x, y, w, h: (w, 0, 0, h, x, y),
    2: lambda x, y, w, h: (-w, 0, 0, h, x + w, y),
    3: lambda x, y, w, h: (-w, 0, 0, -h, x + w, y + h),
    4: lambda x, y, w, h: (w, 0, 0, -h, x, y + h),
    5: lambda x, y, w, h: (0, -h, -w, 0, x + w, y + h),
    6: lambda x, y, w, h: (0, -h, w, 0, x, y + h),
    7: lambda x, y, w, h: (0, h, w, 0, x, y),
    8: lambda x, y, w, h: (0, h, -w, 0, x + w, y),
}


def _add(document: Document, samples: Samples) -> Rendered:
    mask = {"SMask": _add(document, samples.mask)} if samples.mask else {}
    return document.add_stream(samples.data, Type=b"/XObject", Subtype=b"/Image", **samples.entries, **mask)


def _entries(header: Header, space: Rendered, bits: int) -> dict[str, Rendered]:
    return {
        "Width": b"%d" % header.width_px,
        "Height": b"%d" % header.height_px,
        "ColorSpace": space,
        "BitsPerComponent": b"%d" % bits,
    }


def _jpeg(header: Header, data: bytes) -> Samples:
    """The file as it is; CMYK that Adobe wrote counts ink from the other end."""
    entries = _entries(header, _SPACES[header.channels], 8) | {"Filter": b"/DCTDecode"}
    if header.channels == 4 and header.adobe:
        entries["Decode"] = array([b"1", b"0"] * 4)
    return Samples(data, entries)


def _png(header: Header, data: bytes) -> Samples:
    if header.interlaced or header.transparent:
        return _decoded(header, data)
    packed, palette = [], b""
    for kind, chunk in png_chunks(data):
        if kind == b"IDAT":
            packed.append(bytes(chunk))
        elif kind == b"PLTE":
            palette = bytes(chunk)
    space = _SPACES[header.channels]
    if header.colour == _PALETTE:
        space = array([b"/Indexed", b"/DeviceRGB", b"%d" % (len(palette) // 3 - 1), b"<%s>" % palette.hex().encode()])
    rows = b"<</Predictor 15 /Colors %d /BitsPerComponent %d /Columns %d>>" % (header.channels, header.bits, header.width_px)
    return Samples(b"".join(packed), _entries(header, space, header.bits) | {"Filter": b"/FlateDecode", "DecodeParms": rows})


def _decoded(header: Header, data: bytes) -> Samples:
    """Pixels of eight bits, and their opacity as a mask."""
    from PIL import Image as Pillow  # only here, and only for such files

    try:
        with Pillow.open(io.BytesIO(data)) as picture:
            grey = header.colour in _GREY_TYPES and picture.mode in ("1", "L", "LA")
            with_opacity = picture.convert("LA" if grey else "RGBA")
    except (OSError, SyntaxError, ValueError) as error:  # what Pillow says of a damaged file
        raise UserError(DAMAGED) from error
    pixels = with_opacity.convert("L" if grey else "RGB")
    entries = _entries(header, _SPACES[1 if grey else 3], 8) | {"Filter": b"/FlateDecode"}
    mask = None
    if header.transparent:
        opacity = with_opacity.getchannel("A").tobytes()
        mask = Samples(zlib.compress(opacity), _entries(header, _SPACES[1], 8) | {"Filter": b"/FlateDecode"})
    return Samples(zlib.compress(pixels.tobytes()), entries, mask)
