"""An Outlook mail (.msg) becomes its words and its attachments: properties are streams in the storages of an OLE file ([MS-OXMSG])."""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import olefile

from app.errors import UserError
from app.importers.envelope import Envelope, Part
from app.importers.mail.attachments import Attachments
from app.importers.mail.bodies import Words, body_parts, page_of, text_of
from app.importers.mail.headers import shown
from app.importers.mail.lzfu import decompressed
from app.records import dataclass
from app.text.labelled import labelled_text

# Properties by their ids ([MS-OXPROPS]).
_SUBJECT, _BODY, _HTML, _RTF = 0x0037, 0x1000, 0x1013, 0x1009
_SENDER_NAME, _SENDER_ADDRESS, _SENDER_SMTP, _REPRESENTING = 0x0C1A, 0x0C1F, 0x5D01, 0x0042
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_CODE_PAGE, _BODY_CODE_PAGE = 0x3FFD, 0x3FDE
_DATA, _LONG_NAME, _NAME, _DISPLAY, _MIME, _CONTENT_ID, _HIDDEN = 0x3701, 0x3707, 0x3704, 0x3001, 0x370E, 0x3712, 0x7FFE

_UNICODE, _ANSI, _BINARY, _STORAGE = 0x001F, 0x001E, 0x0102, 0x000D
_PROPERTIES = "__properties_version1.0"
_ATTACHMENT = "__attach_version1.0_"
_TOP_HEADER_BYTES, _EMBEDDED_HEADER_BYTES, _ATTACHMENT_HEADER_BYTES = 32, 24, 8
_ENTRY = struct.Struct("<II8s")
_LARGEST_BYTES = 128 * 2**20
_MOST_ATTACHMENTS = 1_000
_DEEPEST = 5
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_UTF8_PAGE = 65001
_RTF_NAME = "邮件正文.rtf"


@dataclass(frozen=True, slots=True)
class _Storage:
    """One mail or attachment: its properties of fixed length by id, and its streams by id and type."""

    ole: olefile.OleFileIO[str]
    path: tuple[str, ...]
    fixed: Mapping[int, bytes]
    names: frozenset[str]

    def stream(self, identity: int, kind: int) -> bytes:
        name = f"__substg1.0_{identity:04X}{kind:04X}"
        if name.lower() not in self.names:
            return b""
        data: bytes = self.ole.openstream([*self.path, name]).read(_LARGEST_BYTES)
        return data

    def number(self, identity: int) -> int:
        return int.from_bytes(self.fixed.get(identity, b"")[:4], "little")

    @property
    def label(self) -> str:
        """The encoding of strings that are not Unicode."""
        return _label(self.number(_CODE_PAGE) or self.number(_BODY_CODE_PAGE))

    def string(self, identity: int) -> str:
        data = self.stream(identity, _UNICODE)
        text = data.decode("utf-16-le", "replace") if data else labelled_text(self.stream(identity, _ANSI), self.label)
        return text.rstrip("\0")


def open_msg(data: bytes, name: str) -> Envelope:
    """Open an Outlook mail. Raises UserError for one that is broken or in which there is nothing."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return _mail(ole, (), name, 0)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, struct.error, OverflowError, RecursionError) as error:
        raise UserError(f"“{name}”已损坏或不完整，请用 Outlook 打开这封邮件，把正文复制后粘贴进来，附件另存后再导入。") from error


def _mail(ole: olefile.OleFileIO[str], path: tuple[str, ...], name: str, depth: int) -> Envelope:
    storage = _storage(ole, path, _EMBEDDED_HEADER_BYTES if path else _TOP_HEADER_BYTES)
    attachments = Attachments()
    children = _children(ole, path)
    for child in children[:_MOST_ATTACHMENTS]:
        _attach(ole, (*path, child), attachments, depth)
    if len(children) > _MOST_ATTACHMENTS:
        attachments.say(f"附件太多，只取了前面的 {_MOST_ATTACHMENTS} 个，其余的请另存后再导入。")
    words = Words(text_of(storage.string(_BODY).encode("utf-8", "replace"), "utf-8"), _page(storage))
    own = body_parts([words]) or _rich(storage)
    parts = (*own, *attachments.parts(words.page))
    notes = attachments.notes([words])
    if not parts:
        raise UserError(f"“{name}”：{notes[0]}" if notes else f"“{name}”这封邮件里没有文字，也没有附件，请报送单位重发。")
    return Envelope(parts, shown(storage.string(_SUBJECT)), _sender(storage), _sent(storage), notes)


def _attach(ole: olefile.OleFileIO[str], path: tuple[str, ...], attachments: Attachments, depth: int) -> None:
    storage = _storage(ole, path, _ATTACHMENT_HEADER_BYTES)
    name = next(filter(None, (shown(storage.string(one)) for one in (_LONG_NAME, _NAME, _DISPLAY))), "")
    inner = f"__substg1.0_{_DATA:04X}{_STORAGE:04X}"
    if ole.exists([*path, inner, _PROPERTIES]):
        _attach_mail(ole, (*path, inner), name, attachments, depth)
        return
    content_id = storage.string(_CONTENT_ID).strip("<>") if storage.number(_HIDDEN) or storage.string(_CONTENT_ID) else ""
    attachments.add(name, storage.stream(_DATA, _BINARY), storage.string(_MIME).lower() or _image_kind(name), content_id)


def _attach_mail(ole: olefile.OleFileIO[str], path: tuple[str, ...], name: str, attachments: Attachments, depth: int) -> None:
    """Add a mail within the mail; one in which there is nothing is told, and costs the others nothing."""
    if depth >= _DEEPEST:
        attachments.say(f"里面的邮件“{name or '邮件'}”套得太深，没有取，请另存后再导入。")
        return
    try:
        mail = _mail(ole, path, name or "邮件", depth + 1)
    except UserError as error:
        attachments.say(error.sentence)
    else:
        attachments.add_inside(Part(f"{name or mail.subject or '邮件'}.msg", b"", inside=mail))


def _image_kind(name: str) -> str:
    """The kind of a picture by its name, for attachments that say nothing of their kind."""
    ending = name.lower().rpartition(".")[2]
    return f"image/{ending}" if ending in ("png", "jpg", "jpeg", "gif", "bmp") else ""


def _storage(ole: olefile.OleFileIO[str], path: tuple[str, ...], header_bytes: int) -> _Storage:
    names = frozenset(entry[-1].lower() for entry in ole.listdir() if tuple(entry[:-1]) == path)
    fixed: dict[int, bytes] = {}
    if _PROPERTIES in names:
        data = ole.openstream([*path, _PROPERTIES]).read(2**20)[header_bytes:]
        for tag, _, value in _ENTRY.iter_unpack(data[: len(data) // _ENTRY.size * _ENTRY.size]):
            fixed.setdefault(tag >> 16, value)
    return _Storage(ole, path, fixed, names)


def _children(ole: olefile.OleFileIO[str], path: tuple[str, ...]) -> list[str]:
    """The names of the storages in which the attachments lie, in their order."""
    here = len(path)
    found = {entry[here] for entry in ole.listdir() if len(entry) > here + 1 and tuple(entry[:here]) == path}
    return sorted(name for name in found if name.lower().startswith(_ATTACHMENT))


def _page(storage: _Storage) -> str:
    data = storage.stream(_HTML, _BINARY)
    if data:
        return page_of(data, _label(storage.number(_BODY_CODE_PAGE)))
    return storage.string(_HTML)


def _rich(storage: _Storage) -> tuple[Part, ...]:
    """The words as RTF, where they are there in no other form."""
    data = storage.stream(_RTF, _BINARY)
    rich = decompressed(data) if data else b""
    return (Part(_RTF_NAME, rich, is_text=True),) if rich.lstrip().startswith(b"{\\rtf") else ()


def _sender(storage: _Storage) -> str:
    return next(filter(None, (shown(storage.string(one)) for one in (_SENDER_NAME, _REPRESENTING, _SENDER_SMTP, _SENDER_ADDRESS))), "")


def _sent(storage: _Storage) -> str:
    """When the mail was sent, or came: a file time counts tenths of microseconds in UTC."""
    for identity in (_SUBMITTED, _DELIVERED):
        ticks = int.from_bytes(storage.fixed.get(identity, b""), "little")
        if ticks:
            moment = _EPOCH + timedelta(microseconds=ticks // 10)
            return moment.isoformat(timespec="seconds")
    return ""


def _label(page: int) -> str:
    return "utf-8" if page == _UTF8_PAGE else f"cp{page}" if page else ""
