"""An issue becomes plain text: one line a paragraph, blank lines between the parts, two ideographic spaces before text, tabs in tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.edit.fragment import table_lines
from app.exporters.passages import Passage, reading_of
from app.model.issue import Issue, Role

_INDENTED = frozenset({Role.BODY, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4, Role.EDITOR_NOTE, Role.ATTACHMENT})
_APART = frozenset({Role.TITLE, Role.SECTION})


def export_text(issue: Issue) -> str:
    """The whole issue as text with line feeds; it can be read back as a bulletin."""
    reading = reading_of(issue)
    parts = (_masthead(reading.masthead), _lines(reading.contents), _body(reading.body), _lines(reading.footer))
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part) + "\n"


def _lines(passages: Iterable[Passage]) -> list[str]:
    return [passage.text for passage in passages]


def _masthead(passages: Iterable[Passage]) -> Iterator[str]:
    """The name's lines, then number, and issuer with date, each apart."""
    before: Role | None = None
    for passage in passages:
        if before is not None and passage.role is not before and passage.role is not Role.DATE:
            yield ""
        yield passage.text
        before = passage.role


def _body(passages: Iterable[Passage]) -> Iterator[str]:
    """A blank line before and after heads and titles, one where two of them meet."""
    before: Role | None = None
    for passage in passages:
        if before is not None and (passage.role in _APART or before in _APART):
            yield ""
        if passage.text or not passage.table:
            yield from _paragraph(passage)
        if passage.table:
            yield from table_lines(passage.table)
        before = passage.role


def _paragraph(passage: Passage) -> Iterator[str]:
    if passage.picture:
        yield f"【图：{passage.text}】" if passage.text else "【图】"
    elif passage.role in _INDENTED:
        yield f"\u3000\u3000{passage.text}"
    else:
        yield from passage.text.rstrip("\u3000").split("\n")
