"""What hangs on a mail becomes parts with names; what is left out is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace

from app.importers.envelope import Part
from app.importers.folder import safe_steps
from app.importers.mail.bodies import Words
from app.records import dataclass

_LOGO_BYTES = 30_000
"""A picture in the text is one of a signature up to this size; a photo that says something has ten times it."""
_ENDINGS = {
    "message/rfc822": ".eml", "image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/bmp": ".bmp", "text/plain": ".txt",
    "text/html": ".html", "text/calendar": ".ics", "application/pdf": ".pdf", "application/msword": ".doc", "application/zip": ".zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx", "application/rtf": ".rtf",
}  # fmt: skip
_OUTLOOK_PACK = re.compile(r"winmail(?:-\d+)?\.dat", re.IGNORECASE)
_SIGNATURES = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
_LOCKED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")
_ELSEWHERE = ("message/external-body", "message/partial")
_LARGE_ELSEWHERE = re.compile(r"超大附件|云附件|文件中转站|进入下载页面")
_MOST = 1_000


@dataclass(frozen=True, slots=True)
class _Inline:
    """A picture that stands in the page, and how the page asks for it."""

    content_id: str
    part: Part


@dataclass(slots=True)
class Attachments:
    """Collects what hangs on a mail, in its order."""

    _found: list[Part | _Inline] = field(default_factory=list)
    _said: list[str] = field(default_factory=list)
    _logos: int = 0

    def add(self, name: str, data: bytes, kind: str, content_id: str = "") -> None:
        """Add one. `content_id` is that of something which a page may show, "" for an attachment."""
        name = safe_steps(name)[-1] if name else ""
        if kind == "application/ms-tnef" or _OUTLOOK_PACK.fullmatch(name):
            self.say(f"里面有 {name or 'winmail.dat'}，是 Outlook 专用的格式，其中的附件读不了，请报送单位改用纯文本或 HTML 格式重发。")
        elif kind in _LOCKED:
            self.say("这封邮件加了密或整封签了名，读不了，请用邮件程序打开，把正文复制后粘贴进来，附件另存后再导入。")
        elif kind in _ELSEWHERE:
            self.say("附件没有随邮件来，只有它在别处的地址，请报送单位直接发文件。")
        elif kind in _SIGNATURES:
            self.say(f"略过了电子签名（{name or 'smime.p7s'}）。")
        elif len(self._found) >= _MOST:
            self.say(f"附件太多，只取了前面的 {_MOST} 个，其余的请另存后再导入。")
        elif data or name:
            part = Part(name or f"附件{len(self._found) + 1}{_ENDINGS.get(kind, '')}", data)
            self._found.append(_Inline(content_id, part) if content_id and kind.startswith("image/") else part)

    def add_inside(self, part: Part) -> None:
        """Add a mail that was opened already."""
        self._found.append(part)

    def parts(self, page: str) -> tuple[Part, ...]:
        """The attachments; of the pictures that the `page` shows those that are larger than the logo of a signature."""
        asked = page.lower()
        out: list[Part] = []
        self._logos = 0
        for one in self._found:
            part = one.part if isinstance(one, _Inline) else one
            if isinstance(one, _Inline) and len(part.data) <= _LOGO_BYTES and f"cid:{one.content_id.lower()}" in asked:
                self._logos += 1
            else:
                out.append(replace(part, name=safe_steps(part.name)[-1]))
        return tuple(out)

    def notes(self, texts: Sequence[Words]) -> tuple[str, ...]:
        """The sentences on what is left out; ask for the parts first."""
        said = list(self._said)
        if self._logos:
            said.append(f"略过了正文里的 {self._logos} 张小图片（多半是签名里的标志）。")
        if any(_LARGE_ELSEWHERE.search(text.plain or text.page) for text in texts):
            said.append("邮件里有要到网上下载的大附件，没有去取，请下载后导入，或请报送单位直接发文件。")
        return tuple(said)

    def say(self, sentence: str) -> None:
        """Note a sentence on what is left out, once."""
        if sentence not in self._said:
            self._said.append(sentence)
