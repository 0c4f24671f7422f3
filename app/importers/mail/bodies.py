"""The words of a mail, often sent twice as text and as a page, become the one that is better to read."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence

from app.importers.envelope import Part
from app.records import dataclass
from app.text.labelled import labelled_text

_SAME_WORDS = 0.95
"""The part of a text's characters that a page must have to stand for it."""
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_OPENING = 4096
_LINK = re.compile(r"<?(?:https?|mailto):[^\s>]+>?|\[(?:image|cid):[^\]]*\]")
_OWN_PICTURE = re.compile(r"<img\b[^>]{0,4000}?\bsrc\s*=\s*[\"']?cid:[^>]{0,4000}>", re.IGNORECASE)
_TEXT_NAME, _PAGE_NAME = "邮件正文.txt", "邮件正文.html"
_SOFT = " "


@dataclass(frozen=True, slots=True)
class Words:
    """One text of a mail as text and as a page; either may be empty."""

    plain: str = ""
    page: str = ""


def text_of(data: bytes, label: str | None, *, flowed: bool = False, joins: bool = False) -> str:
    """The text of a part; lines that were only broken for the way (RFC 3676) are put together."""
    text = labelled_text(data, label).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return _unfolded(text, joins) if flowed else text


def page_of(data: bytes, label: str | None) -> str:
    """The source of a page; what the mail says of its encoding goes before what the page says."""
    own = _META_CHARSET.search(data[:_OPENING])
    return labelled_text(data, label or (own[1].decode("ascii") if own else None)).removeprefix("\ufeff").replace("\0", "")


def _unfolded(text: str, joins: bool) -> str:
    lines: list[str] = []
    soft = False
    for line in text.split("\n"):
        quoted = line.startswith(">")
        line = line[1:] if line.startswith(" ") else line
        if soft and not quoted and lines:
            lines[-1] = (lines[-1][:-1] if joins else lines[-1]) + line
        else:
            lines.append(line)
        soft = line.endswith(_SOFT) and line != "-- " and not quoted
    return "\n".join(lines)


def body_parts(found: Sequence[Words]) -> tuple[Part, ...]:
    """The mail's own words as one file, none where it has none."""
    chosen = [(words, _page_is_better(words)) for words in found if words.plain.strip() or words.page.strip()]
    if not any(page for _, page in chosen):
        text = "\n".join(words.plain.strip("\n") for words, _ in chosen)
        return (Part(_TEXT_NAME, text.encode("utf-8", "replace"), is_text=True),) if text.strip() else ()
    pages = [words.page if page else _as_page(words.plain) for words, page in chosen]
    source = _OWN_PICTURE.sub("", "\n".join(pages))
    return (Part(_PAGE_NAME, f"\ufeff<html>{source}".encode("utf-8", "replace"), is_text=True),)


def _page_is_better(words: Words) -> bool:
    """Whether the page shows what the text says; it keeps tables, headings and unbroken lines."""
    from app.importers.web.page import words_of

    if not words.page.strip():
        return False
    wanted = Counter("".join(_LINK.sub("", words.plain).split()))
    shown = Counter("".join(words_of(words.page).split()))
    return bool(shown) and (wanted & shown).total() >= wanted.total() * _SAME_WORDS


def _as_page(text: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>\n" for line in text.split("\n") if line.strip())
