"""An issue becomes a .jianbao file and such a file an issue: a zip of issue.json, pictures, the record of faces and the originals.

The first part is `mimetype`, stored, so that the kind of the file can be told from its first bytes. Equal content gives
equal bytes: the times in the zip are fixed.
"""

from __future__ import annotations

import io
import json
import re
import stat
import zipfile
from collections.abc import Sequence
from dataclasses import field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from app.atomic import write_atomically
from app.errors import UserError
from app.model.codec import images_of, issue_from_json, issue_to_json
from app.model.issue import Issue
from app.model.shape import ShapeError, build, plain
from app.model.unlooked import Unlooked
from app.records import dataclass
from app.zipread import Limits, ZipParts, open_zip

if TYPE_CHECKING:
    from app.fonts.faceset import FaceFingerprint

SUFFIX = ".jianbao"
MIMETYPE = b"application/x-bianbao"
_MIMETYPE, _ISSUE, _FACES, _MEDIA, _ORIGINALS = "mimetype", "issue.json", "faces.json", "media/", "originals/"
_UNLOOKED = "unlooked.json"
_LIMITS = Limits()
_LARGEST_ISSUE_BYTES = 32 * 2**20
"""Ten million characters: a hundred thick books."""
_MOST_TABLES = 1_000_000
"""Objects and lists in the JSON, where a hundred books have a tenth of them; read, each takes a hundred times its bytes of memory."""
_LARGEST_RECORD_BYTES = 2**20
_ROOM_FOR_NAMES = 2**20
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_ORIGINAL_NAME = re.compile(r"originals/\d{4}-(.+)", re.DOTALL)
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\ud800-\udfff]')


@dataclass(frozen=True, slots=True)
class Original:
    """A submission as it came: the name of its file, or of the clipboard, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Opened:
    """What a .jianbao file holds; `digest` is that of the file it was read from."""

    issue: Issue
    faces_record: tuple[FaceFingerprint, ...] = ()
    originals: tuple[Original, ...] = ()
    unlooked: tuple[Unlooked, ...] = ()
    digest: str = field(default="", compare=False)


def save(issue: Issue, path: Path, *, originals: Sequence[Original] = (), faces_record: Sequence[FaceFingerprint] = ()) -> None:
    """Write the file whole or not at all; raise UserError where it can't be written or would be too large to open again."""
    write_atomically(path, to_bytes(Opened(issue, tuple(faces_record), tuple(originals)), path.name))


def load(path: Path) -> Opened:
    """Read a file that this or an older version saved; raise UserError for every other."""
    data = read_whole(path)
    return replace(from_bytes(data, path.name), digest=digest_of(data))


def digest_of(data: bytes) -> str:
    """What tells one state of a file from another."""
    return sha256(data).hexdigest()


def to_bytes(content: Opened, source_name: str) -> bytes:
    """The bytes of the file; equal content gives equal bytes."""
    issue = issue_to_json(content.issue).encode()
    if _too_much(issue):
        raise UserError(f"“{source_name}”的文字太多，没有存上，请拆成几期再存。")
    parts = [
        (_MIMETYPE, MIMETYPE),
        (_ISSUE, issue),
        (_FACES, json.dumps({"faces": plain(content.faces_record)}, ensure_ascii=False, indent=1).encode()),
    ]
    if content.unlooked:
        waiting = json.dumps({"unlooked": plain(content.unlooked)}, ensure_ascii=False, indent=1).encode()
        parts += [] if _too_much(waiting) else [(_UNLOOKED, waiting)]  # a note to the clerk keeps no issue from being saved
    parts += [(_MEDIA + name, data) for name, data in images_of(content.issue).items()]
    parts += [(f"{_ORIGINALS}{at:04}-{_safe_name(item.name)}", item.data) for at, item in enumerate(content.originals, 1)]
    fits = len(parts) <= _LIMITS.parts and all(len(data) <= _LIMITS.part_bytes for _, data in parts)
    if not fits or sum(len(data) for _, data in parts) > _LIMITS.total_bytes - _ROOM_FOR_NAMES:
        raise UserError(f"“{source_name}”连同图片和来稿原件太大，没有存上，请移去几幅图片或几份来稿原件再存。")
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in parts:
            info = zipfile.ZipInfo(name, _FIXED_TIME)
            info.create_system = 3  # the same bytes on Windows
            info.external_attr = 0o644 << 16
            archive.writestr(info, data, zipfile.ZIP_STORED if _stored(name, data) else zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def from_bytes(data: bytes, source_name: str) -> Opened:
    """What `to_bytes` wrote, by this or an older version; raise UserError naming `source_name` for all else."""
    parts = open_zip(data, source_name, _LIMITS)
    if _MIMETYPE not in parts or parts.read(_MIMETYPE, _LARGEST_RECORD_BYTES) != MIMETYPE:
        raise UserError(f"“{source_name}”不是编报的文件，请另选一个。")
    text = parts.read(_ISSUE, _LARGEST_ISSUE_BYTES)
    if _too_much(text):
        raise UserError(f"“{source_name}”里的项目太多，不像是一期简报，请向来源核实这个文件。")
    images = {name.removeprefix(_MEDIA): parts.read(name) for name in parts.names if name.startswith(_MEDIA)}
    issue = issue_from_json(text, f"“{source_name}”", images)
    originals = tuple(Original(found[1], parts.read(name)) for name in parts.names if (found := _ORIGINAL_NAME.fullmatch(name)))
    return Opened(issue, _faces(parts, source_name), originals, _unlooked(parts))


def _too_much(issue_json: bytes) -> bool:
    """Whether reading the JSON of an issue could fill the memory; what is refused on opening is never saved."""
    return len(issue_json) > _LARGEST_ISSUE_BYTES or issue_json.count(b"{") + issue_json.count(b"[") > _MOST_TABLES


def _faces(parts: ZipParts, source_name: str) -> tuple[FaceFingerprint, ...]:
    """The faces that the pages were counted with; a file without a record was never laid out."""
    from app.fonts.faceset import FaceFingerprint  # brings HarfBuzz, which reading an issue does not need

    if _FACES not in parts:
        return ()
    try:
        return tuple(build(FaceFingerprint, item) for item in json.loads(parts.read(_FACES, _LARGEST_RECORD_BYTES))["faces"])
    except (ValueError, RecursionError, LookupError, TypeError, ShapeError) as error:
        raise UserError(f"“{source_name}”里的字体记录已损坏，请用备份的文件。") from error


def _unlooked(parts: ZipParts) -> tuple[Unlooked, ...]:
    """What nobody decided on. Most files have none, older programs wrote none, and a damaged note is no reason to refuse a sound issue."""
    if _UNLOOKED not in parts:
        return ()
    try:
        return tuple(build(Unlooked, item) for item in json.loads(parts.read(_UNLOOKED, _LARGEST_ISSUE_BYTES))["unlooked"])
    except (ValueError, RecursionError, LookupError, TypeError, ShapeError, UserError):
        return ()


def read_whole(path: Path) -> bytes:
    """The bytes of a file, not more than can be one of ours. Raises `UserError`."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            kind = "一个文件夹" if stat.S_ISDIR(mode) else "设备或管道"
            raise UserError(f"“{path.name}”是{kind}，请选一个 {SUFFIX} 文件。")
        with path.open("rb") as file:
            data = file.read(_LIMITS.total_bytes + 1)
    except FileNotFoundError as error:
        raise UserError(f"找不到“{path}”，请检查文件名和位置。") from error
    except PermissionError as error:
        raise UserError(f"没有权限读取“{path}”，请换一个文件或请管理员放开权限。") from error
    except (OSError, ValueError) as error:
        raise UserError(f"“{path}”读不出来，请检查磁盘或网络盘后再试。") from error
    if not data:
        raise UserError(f"“{path.name}”是空文件，请另选一个。")
    if len(data) > _LIMITS.total_bytes:
        raise UserError(f"“{path.name}”太大，不像是编报的文件，请另选一个。")
    return data


def _stored(name: str, data: bytes) -> bool:
    """The mark of the kind stays readable; zip-like originals (DOCX, JPG) don't get smaller."""
    return name == _MIMETYPE or data[:2] in (b"PK", b"\xff\xd8") or data[:4] == b"\x89PNG"


def _safe_name(name: str) -> str:
    """A file name that every system takes, as the last step of a part's name."""
    return _UNSAFE.sub("_", name)[:120].strip(". ") or "_"
