"""Text becomes rows: each non-empty line with its place, indent, width and the empty lines before it."""

from __future__ import annotations

from app.records import dataclass
from app.text.chars import width_em

_BLANK_CHARS = " \t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
PAGE_TURN = "\f"
_EM_OF_BLANK = {"\u3000": 1.0, "\t": 2.0, "\u2003": 1.0}


@dataclass(frozen=True, slots=True)
class Row:
    """One line that is not empty: `body` is `text[start:end]` without outer blanks; `index` counts lines of the text from 0.

    `turned`: a form feed stands before it, from the source or in place of a page number; the empty lines there mean nothing.
    """

    index: int
    start: int
    end: int
    body: str
    indent_em: float
    blanks_before: int
    turned: bool = False

    @property
    def width_em(self) -> float:
        """The width of the body in em."""
        return width_em(self.body)


def rows(text: str, limit: int | None = None) -> list[Row]:
    """The non-empty lines of a text, at most `limit`."""
    out: list[Row] = []
    place = 0
    empty = 0
    turned = False
    for index, line in enumerate(text.split("\n") if limit is None else text.split("\n", limit * 4)):
        body = line.strip(_BLANK_CHARS)
        if PAGE_TURN in body:
            turned = True
            body = body.strip(_BLANK_CHARS + PAGE_TURN)
        if body:
            lead = 0 if line[0] == body[0] else line.index(body[0])
            indent = sum(_EM_OF_BLANK.get(char, 0.5) for char in line[:lead]) if lead else 0.0
            out.append(Row(index, place + lead, place + lead + len(body), body, indent, 0 if turned else empty, turned))
            empty, turned = 0, False
            if limit is not None and len(out) >= limit:
                break
        else:
            empty += 1
        place += len(line) + 1
    return out
