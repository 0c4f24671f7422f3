"""The bytes of an RTF file become its tokens: groups, control words and bytes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.records import dataclass

_TOKEN = re.compile(
    rb"(?P<brace>[{}])|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>.)"
    rb"|(?P<text>[^\\{}\r\n\0]+)|[\r\n\0]+|\\",
    re.DOTALL,
)
_SIGNS = {"\r": "par", "\n": "par", "\t": "tab"}


@dataclass(frozen=True, slots=True)
class Open:
    """A group begins."""


@dataclass(frozen=True, slots=True)
class Close:
    """A group ends."""


@dataclass(frozen=True, slots=True)
class Word:
    """A control word, or a control sign such as ~ in the place of its name."""

    name: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Bytes of text in the code page of their font. `escaped`: one byte that was written as its number."""

    data: bytes
    escaped: bool = False


Token = Open | Close | Word | Text
_OPEN, _CLOSE = Open(), Close()


def tokens(data: bytes) -> Iterator[Token]:
    """Read the tokens; what follows \\bin is passed over, and so is every byte that means nothing."""
    at = 0
    while (match := _TOKEN.match(data, at)) is not None:
        at = match.end()
        if match["text"]:
            yield Text(match["text"])
        elif match["word"]:
            name, number = match["word"].decode("ascii"), int(match["number"]) if match["number"] else None
            if name == "bin":
                at += max(0, number or 0)
            else:
                yield Word(name, number)
        elif match["hex"]:
            yield Text(bytes.fromhex(match["hex"].decode("ascii")), escaped=True)
        elif match["brace"]:
            yield _OPEN if match["brace"] == b"{" else _CLOSE
        elif match["symbol"]:
            sign = match["symbol"].decode("latin-1")
            yield Text(match["symbol"]) if sign in "\\{}" else Word(_SIGNS.get(sign, sign))
