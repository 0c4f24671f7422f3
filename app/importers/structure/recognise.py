"""Repaired lines become a structure: a whole bulletin or a single submission."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from app.importers.forms import CONTENTS_HEAD, EDITOR_NOTE, EDITORS, UNLABELLED_NOTE, is_prose
from app.importers.found import Extra, FoundEntry, FoundParagraph, FoundSection, Kind, Structure
from app.importers.structure.body import BodyReader
from app.importers.structure.contents import Contents, read_contents
from app.importers.structure.footer import Tail, read_tail
from app.importers.structure.head import Head, read_head
from app.importers.structure.line import Line
from app.text.chars import width_em

_WIDEST_CREDIT_EM = 60
_MAX_NOTE_LINES = 8


def recognise(lines: list[Line], fields: Mapping[str, str], dropped: tuple[str, ...]) -> Structure:
    """Recognise head, contents, body and tail. `fields` are those lifted from tables, `dropped` the pieces that were taken out."""
    marks: list[str] = []
    head = read_head(lines, marks)
    notes, start = _front_notes(lines, head.end, marks) if head else ([], 0)
    contents = read_contents(lines, start, marks) if head else Contents(body_start=start)
    tail = read_tail(lines, contents.body_start)
    kind: Kind = "bulletin" if head or (tail.footer and (tail.footer.report or tail.footer.send)) else "document"
    body_start = contents.body_start
    if kind == "document":
        tail = read_tail(lines, body_start) if tail.body_end < len(lines) else Tail(None, (), len(lines))
    reader = BodyReader(lines, tail.body_end, contents, kind, marks, notes)
    sections = reader.read(body_start)
    credits: list[str] = []
    if kind == "document":
        sections = tuple(_without_credits(section, credits) for section in sections)
    signatures = [article.signature for section in sections for article in section.articles if article.signature]
    return Structure(
        kind=kind,
        masthead=tuple(head.masthead) if head else (),
        issue=_tight(head.issue) if head else None,
        issuer=head.issuer if head else None,
        date=head.date if head else None,
        date_iso=head.date_iso if head else None,
        contents=tuple(FoundEntry(entry.text, entry.section) for entry in contents.entries),
        sections=sections,
        footer=tail.footer,
        meta=dict(fields),
        signature=signatures[-1] if signatures else None,
        dropped=dropped,
        extra=_extra(head, tail, credits),
        marks=tuple(mark for mark in marks if mark.strip()),
    )


def _front_notes(lines: list[Line], start: int, marks: list[str]) -> tuple[list[str], int]:
    """(paragraphs, the line after them) of an editor's note between head and contents; it belongs to the first article."""
    if start >= len(lines):
        return [], start
    match = EDITOR_NOTE.match(lines[start].text)
    heads = [number for number in range(start + 1, min(start + _MAX_NOTE_LINES, len(lines))) if CONTENTS_HEAD.match(lines[number].text)]
    if (
        not match
        and heads
        and all(is_prose(line.text) for line in lines[start : heads[0]])
        and UNLABELLED_NOTE.search(lines[heads[0] - 1].text)
    ):
        return [line.text for line in lines[start : heads[0]]], heads[0]
    if not match or not heads:
        return [], start
    marks.append(lines[start].text[: match.start("text")])
    return [text for text in (match["text"].strip(), *(line.text for line in lines[start + 1 : heads[0]])) if text], heads[0]


def _without_credits(section: FoundSection, credits: list[str]) -> FoundSection:
    """The articles of a submission without the lines at their ends that say who checked it and whom to ask: 审核人：…, （联系人：…）."""
    articles = []
    for article in section.articles:
        paragraphs = list(article.paragraphs)
        taken: list[str] = []
        while len(paragraphs) > 1 and _is_credit(paragraphs[-1]):
            taken.insert(0, paragraphs.pop().text)
        credits += taken
        articles.append(replace(article, paragraphs=tuple(paragraphs)) if taken else article)
    return replace(section, articles=tuple(articles))


def _is_credit(paragraph: FoundParagraph) -> bool:
    return paragraph.level == 0 and bool(EDITORS.match(paragraph.text)) and width_em(paragraph.text) <= _WIDEST_CREDIT_EM


def _extra(head: Head | None, tail: Tail, credits: list[str]) -> Extra:
    if head is None:
        return Extra(editors=(*credits, *tail.editors))
    return Extra(
        total=_tight(head.total),
        supplement=head.supplement,
        secrecy=" ".join(head.secrecy) or None,
        number=head.number,
        issuer_role=head.issuer_role,
        editors=(*head.editors, *tail.editors),
    )


def _tight(text: str | None) -> str | None:
    """A number without the blanks round its digits; an open number (第　期) keeps one."""
    if text is None:
        return None
    tight = re.sub(r"\s+", "", text)
    return re.sub("第(?=期)", "第\u3000", tight)
