"""A path becomes its bytes or text, and a failure of the file system becomes one sentence for the clerk."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from app.errors import UserError

LARGEST_INPUT_BYTES = 5_000_000
"""A text of this size is a thick book; a bulletin of the largest kind has a tenth of it."""

_REASONS = {
    errno.ENOENT: "不存在，请检查文件名和文件夹",
    errno.ENOTDIR: "不存在，请检查文件名和文件夹",
    errno.EISDIR: "是文件夹，请选一个文件",
    errno.EACCES: "没有权限，请换一个文件夹或找管理员",
    errno.EPERM: "没有权限，请换一个文件夹或找管理员",
    errno.EROFS: "所在的磁盘只能读，请换一个文件夹",
    errno.ENOSPC: "所在的磁盘已满，请腾出空间再试",
    errno.EDQUOT: "所在的磁盘配额已用完，请腾出空间再试",
    errno.ENAMETOOLONG: "名字太长，请改短",
    errno.EIO: "所在的磁盘读写出错，请换一个磁盘再试",
}


def sentence_of(error: OSError, path: Path) -> str:
    """What went wrong with `path`, in words."""
    reason = _REASONS.get(error.errno or 0, "打不开或写不进，请检查磁盘和网络")
    return f"“{path}”{reason}。"


def read_file(path: Path, largest_bytes: int = LARGEST_INPUT_BYTES) -> bytes:
    """The bytes of an ordinary file. Raises `UserError` where there is none, or where it is larger than `largest_bytes`."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UserError(f"“{path}”是文件夹，请选一个文件。")
        if not stat.S_ISREG(status.st_mode):
            raise UserError(f"“{path}”不是普通文件，请选一个文件。")
        if status.st_size > largest_bytes:
            raise UserError(f"“{path}”有 {status.st_size / 1_000_000:.0f} MB，太大，不像是简报文稿，请拆开后再试。")
        return path.read_bytes()
    except OSError as error:
        raise UserError(sentence_of(error, path)) from error
    except ValueError as error:  # a path with a NUL character
        raise UserError("文件名里有不能用的字符，请改名后再试。") from error


def read_text_file(path: Path, largest_bytes: int) -> str:
    """The text of a UTF-8 file. Raises `UserError` where it is none."""
    try:
        return read_file(path, largest_bytes).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"“{path}”不是 UTF-8 编码的文本，请另存为 UTF-8 后再试。") from error
