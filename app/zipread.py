"""The bytes of a zip file become its parts, within limits: the one door for files that may be broken or hostile.

A part is a name and bytes. What is cut off, encrypted, bloated, doubled or named outside its folder raises UserError.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from app.errors import UserError
from app.records import dataclass

_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    OverflowError,
)
"""What zipfile raises over broken data."""

_END = b"PK\x05\x06"
_END_BYTES, _LONGEST_COMMENT = 22, 65_535
_ZIP64_LOCATOR, _ZIP64_LOCATOR_BYTES, _ZIP64_END_BYTES = b"PK\x06\x07", 20, 56
_TAIL_BYTES = _LONGEST_COMMENT + _END_BYTES + _ZIP64_LOCATOR_BYTES + _ZIP64_END_BYTES
_PIECE_BYTES = 2**20
_LONGEST_DIRECTORY_ENTRY = 46 + 3 * 65_535
_USUAL_DIRECTORY_ENTRY = 512
_ENCRYPTED, _UTF8_NAME = 0x1, 0x800
_UNICODE_PATH = 0x7075
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a zip may hold. The ratio counts only above `ratio_from_bytes`: a short text that repeats itself packs well."""

    parts: int = 4_000
    part_bytes: int = 128 * 2**20
    total_bytes: int = 512 * 2**20
    ratio: int = 200
    ratio_from_bytes: int = 16 * 2**20


class ZipParts:
    """The parts of a zip whose directory has passed the limits."""

    def __init__(self, archive: zipfile.ZipFile, source_name: str) -> None:
        self._archive = archive
        self._source_name = source_name
        self._infos = {info.filename: info for info in archive.infolist() if info.filename and not info.is_dir()}

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the parts in the order of the file; folders are none."""
        return tuple(self._infos)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def read(self, name: str, largest_bytes: int | None = None) -> bytes:
        """The bytes of a part, checked against its checksum; raise UserError where it is missing, broken or too large."""
        info = self._infos.get(name)
        if info is None:
            raise _damaged(self._source_name)
        if largest_bytes is not None and info.file_size > largest_bytes:
            raise _hostile(self._source_name, "里面的内容太多")
        return _read(self._archive, info, self._source_name)

    def size(self, name: str) -> int:
        """How many bytes a part has by the directory; raise UserError where it is missing."""
        if name not in self._infos:
            raise _damaged(self._source_name)
        return self._infos[name].file_size

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a part that is too large to be held at once, checked against its checksum; raise UserError as `read` does."""
        wanted, came = self.size(name), 0
        try:
            with self._archive.open(self._infos[name]) as part:
                while piece := part.read(_PIECE_BYTES):
                    came += len(piece)
                    yield piece
        except _BROKEN as error:
            raise _damaged(self._source_name) from error
        if came != wanted:
            raise _damaged(self._source_name)


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a zip that somebody packed: its name as it stands there, maybe doubled or leaving its folder, and whether it is UTF-8."""

    number: int
    name: bytes
    is_utf8: bool
    size: int


class ZipFolder:
    """The files of a zip whose directory has passed the limits, with names that nobody has looked at."""

    def __init__(self, archive: zipfile.ZipFile, source_name: str) -> None:
        self._archive = archive
        self._source_name = source_name
        self._infos = [info for info in archive.infolist() if info.filename and not info.is_dir()]

    @property
    def members(self) -> tuple[Member, ...]:
        """The files in the order of the zip; folders are none."""
        return tuple(Member(number, *_name_of(info), info.file_size) for number, info in enumerate(self._infos))

    def read(self, member: Member) -> bytes:
        """The bytes of a file, checked against its checksum; raise UserError where it is broken."""
        return _read(self._archive, self._infos[member.number], self._source_name)


def open_folder(data: bytes, source_name: str, limits: Limits | None = None) -> ZipFolder:
    """Open a zip that holds files of people, named as people do; otherwise as `open_zip`."""
    return ZipFolder(_opened(data, source_name, limits or Limits(), any_names=True), source_name)


def open_zip_file(file: BinaryIO, source_name: str, limits: Limits) -> ZipParts:
    """Open a zip too large to be held at once, from a file that stays open while its parts are read; otherwise as `open_zip`."""
    try:
        size = file.seek(0, io.SEEK_END)
        file.seek(max(0, size - _TAIL_BYTES))
        tail = file.read(_TAIL_BYTES)
    except OSError as error:
        raise _damaged(source_name) from error
    return ZipParts(_opened(tail, source_name, limits, any_names=False, file=file), source_name)


def open_zip(data: bytes, source_name: str, limits: Limits | None = None) -> ZipParts:
    """Open a zip given as bytes; raise UserError naming `source_name` for what is no zip, is broken or breaks a limit."""
    return ZipParts(_opened(data, source_name, limits or Limits(), any_names=False), source_name)


def _opened(data: bytes, source_name: str, limits: Limits, *, any_names: bool, file: BinaryIO | None = None) -> zipfile.ZipFile:
    """`data` is the whole zip, or its end where the rest stays in `file`."""
    if _directory_bytes(data) > limits.parts * _USUAL_DIRECTORY_ENTRY + _LONGEST_DIRECTORY_ENTRY:
        raise _hostile(source_name, "里面的部件太多")
    try:
        archive = zipfile.ZipFile(file or io.BytesIO(data))
    except _BROKEN as error:
        raise _damaged(source_name) from error
    _check(archive.infolist(), source_name, limits)
    if not any_names:
        _check_names(archive.infolist(), source_name)
    return archive


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source_name: str) -> bytes:
    try:
        data = archive.read(info)
    except _BROKEN as error:
        raise _damaged(source_name) from error
    if len(data) != info.file_size:
        raise _damaged(source_name)
    return data


def _name_of(info: zipfile.ZipInfo) -> tuple[bytes, bool]:
    """The name's bytes, and whether they are known to be UTF-8: by the flag, or by Info-ZIP's extra field for just that (APPNOTE 4.6.9)."""
    if info.flag_bits & _UTF8_NAME:
        return info.orig_filename.encode("utf-8", "surrogatepass"), True
    name = info.orig_filename.encode("cp437", "replace")
    extra, at = info.extra, 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        field = extra[at + 4 : at + 4 + size]
        if kind == _UNICODE_PATH and len(field) > 5 and struct.unpack_from("<L", field, 1)[0] == zlib.crc32(name):
            return field[5:], True
        at += 4 + size
    return name, False


def _directory_bytes(data: bytes) -> int:
    """The size that a zip claims for its directory, 0 where there is none to see; zipfile would read all of it at once."""
    end = data.rfind(_END, max(0, len(data) - _END_BYTES - _LONGEST_COMMENT))
    if end < 0 or end + _END_BYTES > len(data):
        return 0
    size: int = struct.unpack_from("<L", data, end + 12)[0]
    locator = end - _ZIP64_LOCATOR_BYTES
    if locator >= _ZIP64_END_BYTES and data[locator : locator + 4] == _ZIP64_LOCATOR:
        size = struct.unpack_from("<Q", data, locator - _ZIP64_END_BYTES + 40)[0]
    return size


def _check(infos: list[zipfile.ZipInfo], source_name: str, limits: Limits) -> None:
    """Hold the directory against the limits; zipfile reads no part beyond the size given there."""
    if len(infos) > limits.parts:
        raise _hostile(source_name, "里面的部件太多")
    if sum(info.file_size for info in infos) > limits.total_bytes:
        raise _hostile(source_name, "解开后太大")
    for info in infos:
        if info.flag_bits & _ENCRYPTED:
            raise UserError(f"“{source_name}”加了密码，请先去掉密码再打开。")
        if info.compress_type not in _METHODS:
            raise _hostile(source_name, "用了不认识的压缩方式")
        bloated = info.file_size > limits.ratio_from_bytes and info.file_size > limits.ratio * info.compress_size
        if info.file_size > limits.part_bytes or bloated:
            raise _hostile(source_name, "解开后太大")


def _check_names(infos: list[zipfile.ZipInfo], source_name: str) -> None:
    """Hold the names against what programs that pack documents write."""
    seen: set[str] = set()
    for info in infos:
        if not _safe(info.orig_filename) or not _safe(info.filename):
            raise _hostile(source_name, "里面的部件名称不合规则")
        # Part names of office files differ by more than case (ECMA-376 part 2, 6.2.2.3), and so do names on Windows.
        folded = info.filename.casefold()
        if folded in seen:
            raise _hostile(source_name, "里面有重名的部件")
        seen.add(folded)


def _safe(name: str) -> bool:
    """Whether the name stays inside its folder on every system."""
    steps = name.removesuffix("/").split("/")
    return len(name) <= 512 and not any(char in name for char in "\\:\0") and not any(step in ("", ".", "..") for step in steps)


def _damaged(source_name: str) -> UserError:
    return UserError(f"“{source_name}”已损坏或不完整，请重新取得这个文件，或用备份的文件。")


def _hostile(source_name: str, reason: str) -> UserError:
    return UserError(f"“{source_name}”{reason}，为安全起见没有打开，请向来源核实这个文件。")
