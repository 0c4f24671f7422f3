"""Bytes become a file in one step: either the new one stands whole or the old one is untouched."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from app.errors import UserError

_WINDOWS = os.name == "nt"
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_OUT_OF_REACH = {
    getattr(errno, name)
    for name in ("ESTALE", "ETIMEDOUT", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ENOTCONN", "ECONNRESET", "ENODEV", "ENXIO")
    if hasattr(errno, name)  # not every system knows them all
}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}
_IN_USE = {32, 33}
"""Windows: another program holds the file, or a part of it (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION)."""
_BAD_NAME, _LONG_NAME = 123, 206
"""Windows: ERROR_INVALID_NAME, ERROR_FILENAME_EXCED_RANGE."""
_WINDOWS_PATH = 259
"""Characters of a path that Windows takes where long ones are not switched on."""
_NOT_IN_NAMES = '\\/:*?"<>|'
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))})


def write_atomically(path: Path, data: bytes | Callable[[BinaryIO], None], *, private: bool = False) -> None:
    """Write `data`, or what a function writes into the open file, beside `path`, force it to disk and rename it into place.

    A `private` file is for its owner's eyes alone. Raises `UserError` when the place can't be written or the disk is full; then, as with
    any other failure of the function, the file that was there before stays as it was and nothing is left beside it.
    """
    if _WINDOWS and (wrong := _wrong_on_windows(path.name)):  # a colon would write into a stream that nobody sees
        raise UserError(wrong)
    beside = path.with_name(f".{path.name[:60]}.{os.getpid()}-{threading.get_ident()}.part")
    written = False
    try:
        target = Path(os.path.realpath(path))  # through a link, so that the link stays one; Path's own way dies of links in a circle
        beside = target.with_name(beside.name)
        if target.is_dir():
            raise UserError(f"“{path.name}”是一个文件夹，请换一个文件名。")
        with open(beside, "wb", opener=_for_owner) if private else beside.open("wb") as file:
            if isinstance(data, bytes):
                file.write(data)
            else:
                data(file)
            file.flush()
            os.fsync(file.fileno())
        written = True
        if target.exists() and not private:
            with suppress(OSError):  # some shares know no permissions
                shutil.copymode(target, beside)
        beside.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        _remove(beside)
        raise UserError(_in_use(path) if written and _holds_back(error, path) else _sentence(path, error)) from error
    except BaseException:
        _remove(beside)
        raise


def make_private_folder(folder: Path) -> None:
    """Make a folder, with those above it, that only its owner looks into. Raises `UserError`."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise UserError(_sentence(folder, error)) from error


def remove_leftovers(path: Path) -> None:
    """Remove what programs that died while they wrote this file left beside it; nobody may be writing it now."""
    target = Path(os.path.realpath(path))
    with suppress(OSError):
        for part in [item for item in target.parent.iterdir() if _is_part_of(item.name, path.name)]:
            part.unlink()


def _is_part_of(name: str, of: str) -> bool:
    return name.startswith(f".{of[:60]}.") and name.endswith(".part")


def _for_owner(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the rename itself last through a power cut; Windows has no such call and shares may refuse it."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _wrong_on_windows(name: str) -> str:
    """Why Windows takes no file of this name, "" where it does."""
    found = "".join(char for char in dict.fromkeys(name) if char in _NOT_IN_NAMES or ord(char) < 32)
    if found:
        return f"文件名“{name}”里有 Windows 不许用的字符 {' '.join(found)}，没有存上，请换成汉字、字母或数字。"
    if name.split(".")[0].strip().lower() in _DEVICES or name.endswith((".", " ")):
        return f"“{name}”在 Windows 上不能作文件名，没有存上，请换一个文件名。"
    return ""


def _holds_back(error: OSError, path: Path) -> bool:
    """Whether a finished file can't take its place because the old one is open elsewhere."""
    return error.errno in _NO_RIGHT and path.exists()


def _in_use(path: Path) -> str:
    return (
        f"“{path.name}”正在别的程序（如 WPS、Word、PDF 阅读器）里打开着，没有存上（原来的文件没有动），"
        "请先在那里关掉它再存，或换一个文件名。"
    )


def _sentence(path: Path, error: OSError) -> str:
    name, folder = path.name, path.absolute().parent
    code = getattr(error, "winerror", None)
    if error.errno in _NO_SPACE:
        return f"磁盘已满，“{name}”没有存上（原来的文件没有动），请腾出空间或换一个位置再存。"
    if error.errno in _OUT_OF_REACH:
        return f"“{folder}”所在的网络盘或移动盘连不上，“{name}”没有存上，请等它恢复，或换一个位置。"
    if code in _IN_USE:
        return _in_use(path)
    if error.errno == errno.ENAMETOOLONG or code == _LONG_NAME:
        return f"文件或文件夹的名字“{max(path.parts, key=len)[:20]}…”太长，请改短一些再存。"
    if code is not None and len(str(path.absolute())) > _WINDOWS_PATH:
        return f"“{name}”连同文件夹的名字一共 {len(str(path.absolute()))} 个字，太长了，没有存上，请存到靠外的文件夹，或把名字改短。"
    if not folder.is_dir():
        return f"文件夹“{folder}”不存在，“{name}”没有存上，请换一个位置。"
    if code == _BAD_NAME:
        return f"文件名“{name}”里有不能用的字符，没有存上，请换一个文件名。"
    if error.errno in _NO_RIGHT:
        return f"“{folder / name}”不能写入（没有权限，或正被别的程序打开），请换一个位置或文件名。"
    return f"“{folder / name}”没有存上（{error.strerror or error}），原来的文件没有动，请换一个位置再试。"
