"""A Debian package file becomes the few files wanted from it, without dpkg.

A .deb is an `ar` archive of three members; the files are in `data.tar`, packed with xz (Debian) or gzip. Everything is read
as one stream: the fonts' package unpacks to 98 MB, of which 31 MB are wanted.
"""

from __future__ import annotations

import bz2
import gzip
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

_AR_MAGIC = b"!<arch>\n"
_HEADER_SIZE = 60
_MAX_FILE_BYTES = 64 * 1024 * 1024  # the largest language model has 35 MB; what claims to be far larger is not what we came for


class DebError(Exception):
    """The file is not a Debian package that can be read, or it ended early."""


class _Slice:
    """A file object over one member of the archive, that tells how much of it was read."""

    def __init__(self, stream: BinaryIO, size: int, progress: Callable[[float], None]) -> None:
        self._stream = stream
        self._size = size
        self._left = size
        self._progress = progress

    def read(self, count: int = -1) -> bytes:
        wanted = self._left if count < 0 else min(count, self._left)
        data = self._stream.read(wanted)
        if len(data) < wanted:
            raise DebError("the package file ends early")
        self._left -= len(data)
        self._progress(100.0 * (self._size - self._left) / max(1, self._size))
        return data


def wanted_files(
    deb: Path, wanted: Callable[[PurePosixPath], bool], progress: Callable[[float], None] = lambda percent: None
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield path and content of each regular file in the package whose path is wanted, in the package's order.

    `progress` is told the percentage of the package read so far. Raises DebError for anything that is no whole Debian package.
    """
    with deb.open("rb") as stream:
        name, data = _data_member(stream, progress)
        try:
            with _decompressed(name, data) as tar_stream, tarfile.open(fileobj=tar_stream, mode="r|") as archive:
                for entry in archive:
                    path = PurePosixPath(entry.name)
                    if entry.isreg() and wanted(path):
                        yield path, _content(archive, entry)
        except (tarfile.TarError, EOFError, OSError) as error:
            raise DebError(f"the package file cannot be unpacked ({error})") from error
        except Exception as error:
            if type(error).__name__ == "LZMAError":  # lzma is imported late: some home-made Pythons lack it
                raise DebError("the package file is damaged") from error
            raise


def _data_member(stream: BinaryIO, progress: Callable[[float], None]) -> tuple[str, _Slice]:
    """Find `data.tar.*` in the ar archive: its name, and a file object over its bytes."""
    if stream.read(len(_AR_MAGIC)) != _AR_MAGIC:
        raise DebError("this is no Debian package")
    while header := stream.read(_HEADER_SIZE):
        if len(header) < _HEADER_SIZE or header[58:] != b"`\n":
            raise DebError("the package file is damaged")
        name = header[:16].decode("ascii", "replace").strip().rstrip("/")
        digits = header[48:58].strip()
        if not digits.isdigit():
            raise DebError("the package file is damaged")
        size = int(digits)
        if name.startswith("data.tar"):
            return name, _Slice(stream, size, progress)
        stream.seek(size + size % 2, 1)
    raise DebError("the package holds no data.tar")


def _decompressed(name: str, data: _Slice) -> IO[bytes]:
    suffix = name.removeprefix("data.tar")
    if suffix == ".xz":
        try:
            import lzma
        except ImportError as error:
            raise DebError("this Python was built without lzma, which unpacks the package") from error
        return lzma.LZMAFile(data)  # type: ignore[arg-type]
    if suffix == ".gz":
        return gzip.GzipFile(fileobj=data)  # type: ignore[call-overload,no-any-return]
    if suffix == ".bz2":
        return bz2.BZ2File(data)  # type: ignore[call-overload,no-any-return]
    raise DebError(f"the package is packed in a way ({suffix or 'none'}) that cannot be read here")


def _content(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> bytes:
    if entry.size > _MAX_FILE_BYTES:
        raise DebError(f"{entry.name} claims to be {entry.size} bytes long")
    opened = archive.extractfile(entry)
    content = b"" if opened is None else opened.read()
    if len(content) != entry.size:
        raise DebError("the package file ends early")
    return content
