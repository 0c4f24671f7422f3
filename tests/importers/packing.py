"""Names and bytes become zips, as programs of many kinds pack them."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Iterable


def packed(parts: Iterable[tuple[str | bytes, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip. A name in bytes stands in it as it is, without the sign of UTF-8, as Windows packs Chinese names."""
    whole = io.BytesIO()
    raw: list[tuple[bytes, bytes]] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two parts of one name
        with zipfile.ZipFile(whole, "w", method) as archive:
            for number, (name, data) in enumerate(parts):
                if isinstance(name, bytes):
                    stand_in = f"{number:04}".encode().ljust(len(name), b"~")
                    raw.append((stand_in, name))
                    name = stand_in.decode()
                archive.writestr(zipfile.ZipInfo(name), data, method)
    out = whole.getvalue()
    for stand_in, name in raw:
        out = out.replace(stand_in, name)
    return out


def locked(data: bytes) -> bytes:
    """The zip with the sign of encryption on its first part."""
    changed = bytearray(data)
    changed[6] |= 1
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<H", changed, at + 8, struct.unpack_from("<H", data, at + 8)[0] | 1)
    return bytes(changed)
