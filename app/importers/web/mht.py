"""A web page saved with everything it shows (MHT) becomes the page and its pictures."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import Message
from urllib.parse import urljoin

from app.errors import UserError
from app.importers.raw import RawDocument
from app.importers.web.page import named_encoding, read_source
from app.text.decode import decode

_MOST_PARTS = 400
_MULTIPART = re.compile(rb"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
_MOST_NESTED = 20
_LARGEST_PICTURES = 128 * 2**20


def read_mht(data: bytes, name: str) -> RawDocument:
    """Read an MHT file. Raises UserError where no page is in it, or where it is nested past all use."""
    if len(_MULTIPART.findall(data)) > _MOST_NESTED:
        raise UserError(f"“{name}”里面的部件太多，为安全起见没有打开，请向来源核实这个文件。")
    parts = [part for part in message_from_bytes(data, policy=policy.compat32).walk() if not part.is_multipart()][:_MOST_PARTS]
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if page is None:
        raise UserError(f"“{name}”里面没有网页（可能已损坏），请重新保存网页，或复制其中的文字粘贴进来。")
    source = _bytes_of(page)
    home = str(page.get("Content-Location", ""))
    pictures: dict[str, bytes] = {}
    size = 0
    for part in parts:
        if part.get_content_maintype() == "image":
            content = _bytes_of(part)
            size += len(content)
            if size > _LARGEST_PICTURES:
                break
            pictures |= dict.fromkeys(_addresses(part, home), content)
    try:
        text = decode(source, _charset_of(page) or named_encoding(source)).text
    except UserError as error:
        raise UserError(f"“{name}”：{error.sentence}") from error
    return read_source(text, name, pictures)


def _addresses(part: Message, home: str) -> list[str]:
    """How the page may ask for a part: cid:, its address, or that as seen from the page."""
    found = []
    if content_id := str(part.get("Content-ID", "")).strip().strip("<>"):
        found.append(f"cid:{content_id}")
    if location := str(part.get("Content-Location", "")).strip():
        found.append(location)
        for depth in range(1, 4):
            found.append("/".join(location.split("/")[-depth:]))
        found.append(urljoin(home, location))
    return found


def _bytes_of(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _charset_of(part: Message) -> str | None:
    named = part.get_content_charset()
    return named_encoding(f"<meta charset={named}>".encode("ascii", "ignore")) if named else None
