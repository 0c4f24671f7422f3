"""A mail as it travels (MIME) becomes its words and its attachments, these byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from email import message_from_bytes, policy
from email.message import Message
from itertools import groupby

from app.errors import UserError
from app.importers.envelope import Envelope, Part
from app.importers.mail.attachments import Attachments
from app.importers.mail.bodies import Words, body_parts, page_of, text_of
from app.importers.mail.headers import LONGEST_FIELD, file_name, iso_date, sender, words
from app.records import dataclass

_BROKEN = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)
"""What the library raises over some broken mails."""
_BEFORE = re.compile(rb"(?:\xef\xbb\xbf|\s)*(?:>?From [^\r\n]*\r?\n(?:\xef\xbb\xbf|\s)*)?")
_NEXT_IN_MAILBOX = re.compile(rb"\n\r?\n(?=From [^\r\n]{0,200}\d:\d\d[^\r\n]{0,80}\r?\n[!-9;-~]+:)")
_NESTS = re.compile(rb"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
_MOST_NESTED = 200
_MOST_ENTITIES = 1_000


class _Entity(Message):
    """A part of a mail. A mail within it stays bytes, and fields are given raw: bytes beyond ASCII as surrogates, nothing decoded."""

    def get_content_maintype(self) -> str:
        kind = super().get_content_maintype()
        return "application" if kind == "message" else kind

    def get(self, name: str, failobj: object = None) -> object:  # type: ignore[override]
        folded = name.lower()
        found = next((str(value) for own, value in self.raw_items() if own.lower() == folded), None)
        return failobj if found is None else re.sub(r"[\r\n]+[ \t]*", " ", found[:LONGEST_FIELD]).strip()


@dataclass(slots=True)
class _Found:
    """What was found in a mail so far."""

    words: list[tuple[int, Words]] = field(default_factory=list)
    attachments: Attachments = field(default_factory=Attachments)


def open_eml(data: bytes, name: str) -> Envelope:
    """Open a mail, or a mailbox of several. Raises UserError for one that is nested past all use, or in which there is nothing."""
    letters = _NEXT_IN_MAILBOX.split(data) if _is_mailbox(data) else [data]
    if len(letters) > 1:
        return Envelope(tuple(Part(f"第{number}封.eml", letter) for number, letter in enumerate(letters[:_MOST_ENTITIES], 1)))
    if len(_NESTS.findall(data)) > _MOST_NESTED:
        raise UserError(f"“{name}”里面的部件太多，为安全起见没有打开，请向来源核实这个文件。")
    try:
        mail = message_from_bytes(data[_BEFORE.match(data).end() :], _Entity, policy=policy.compat32)  # type: ignore[union-attr]
        return _envelope(mail, name)
    except _BROKEN as error:
        raise UserError(f"“{name}”已损坏或不完整，请打开这封邮件，把正文复制后粘贴进来，附件另存后再导入。") from error


def _is_mailbox(data: bytes) -> bool:
    return data.lstrip()[:5] == b"From "


def _envelope(mail: Message, name: str) -> Envelope:
    found = _Found()
    for entity, group in _entities(mail):
        _take(entity, group, found)
    texts = [_together([words for _, words in same]) for _, same in groupby(found.words, key=lambda one: one[0])]
    parts = (*body_parts(texts), *found.attachments.parts("".join(text.page for text in texts)))
    notes = found.attachments.notes(texts)
    if not parts:
        raise UserError(f"“{name}”：{notes[0]}" if notes else f"“{name}”这封邮件里没有文字，也没有附件，请报送单位重发。")
    from_whom = next((sender(_field(mail, field)) for field in ("From", "Sender", "Reply-To", "Return-Path") if _field(mail, field)), "")
    return Envelope(parts, words(_field(mail, "Subject")), from_whom, _sent(mail), notes)


def _entities(mail: Message) -> Iterator[tuple[Message, int]]:
    """The entities that hold no others, each with the number of the choice (multipart/alternative) that it belongs to, or its own."""
    open_now: list[tuple[Message, int]] = [(mail, 0)]
    for number in range(1, 10 * _MOST_ENTITIES):
        if not open_now:
            return
        entity, group = open_now.pop()
        if entity.is_multipart():
            chosen = group or (number if entity.get_content_type() == "multipart/alternative" else 0)
            inner = [one for one in entity.get_payload() if isinstance(one, Message)]
            open_now += [(one, chosen) for one in reversed(inner)]
        else:
            yield entity, group or number


def _take(entity: Message, group: int, found: _Found) -> None:
    kind = entity.get_content_type()
    data = entity.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    name = _name(entity)
    attached = entity.get_content_disposition() == "attachment" or bool(name)
    label = _parameter(entity, "charset")
    if kind == "text/html" and not attached:
        found.words.append((group, Words(page=page_of(data, label))))
    elif (kind == "text/plain" or kind.startswith("multipart/")) and not attached:
        flowed = _parameter(entity, "format").lower() == "flowed"
        text = text_of(data, label, flowed=flowed, joins=_parameter(entity, "delsp").lower() == "yes")
        found.words.append((group, Words(plain=text)))
    else:
        content_id = _field(entity, "Content-ID").strip().strip("<>")
        inline = bool(content_id) and entity.get_content_disposition() != "attachment"
        found.attachments.add(name, data, kind, content_id if inline else "")


def _together(same: list[Words]) -> Words:
    """The texts of one choice; there may be several pieces of each kind."""
    return Words("\n".join(one.plain for one in same if one.plain), "\n".join(one.page for one in same if one.page))


def _field(entity: Message, name: str) -> str:
    return str(entity.get(name, ""))


def _parameter(entity: Message, name: str) -> str:
    try:
        value = entity.get_param(name)
    except _BROKEN:
        return ""
    return value[2] if isinstance(value, tuple) else str(value or "")


def _name(entity: Message) -> str:
    for header, parameter in (("content-disposition", "filename"), ("content-type", "name")):
        try:
            value = entity.get_param(parameter, None, header)
        except _BROKEN:  # the parameter in pieces, one of them without its number
            loose = re.search(rf"{parameter}\*?[^=;]*=\s*(?:\"([^\"]*)\"|([^;]*))", _field(entity, header))
            value = (loose[1] or loose[2]) if loose else None
        if name := file_name(value):
            return name
    return ""


def _sent(mail: Message) -> str:
    """The date of the mail, or that at which the last server took it."""
    return iso_date(_field(mail, "Date")) or iso_date(_field(mail, "Received").rpartition(";")[2])
