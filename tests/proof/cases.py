"""Short texts in which a rule must, or must not, find something: `⟦wrong→right⟧` with a fix, `⟦wrong⟧` with none.

A line is a paragraph of body text; `@title …`, `@section …`, `@toc …`, `@heading …` and so on say otherwise, a title begins an
article. `@date 2026-03-16` is the issue's date (and makes it a whole issue), `@day 2026-03-05` the day on which the articles behind it
were written, `@from 市税务局` the unit that sent them.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.desk.proofreading import office_knowledge
from app.model.issue import Role
from app.proof.document import ArticleFacts, Document, Passage
from app.proof.finding import Hit
from app.proof.office import Office
from app.proof.rule import PassageRule, Rule

_MARK = re.compile(r"⟦(.*?)(?:→(.*?))?⟧")
_ROLES = {
    "title": Role.TITLE,
    "toc": Role.TOC_TITLE,
    "section": Role.SECTION,
    "subtitle": Role.SUBTITLE,
    "heading": Role.HEADING_1,
    "heading2": Role.HEADING_2,
    "number": Role.NUMBER,
    "dateline": Role.DATE,
    "issuer": Role.ISSUER,
    "name": Role.MASTHEAD,
    "byline": Role.BYLINE,
    "signature": Role.SIGNATURE,
    "signed": Role.SIGNATURE_DATE,
    "recipients": Role.RECIPIENTS,
    "editors": Role.EDITORS,
    "copies": Role.COPIES,
    "caption": Role.PICTURE,
    "note": Role.EDITOR_NOTE,
    "cell": Role.CELL,
}
_OUTSIDE = frozenset({Role.TOC_TITLE, Role.SECTION, Role.RECIPIENTS, Role.EDITORS, Role.COPIES, Role.NUMBER, Role.DATE, Role.ISSUER})


@dataclass(frozen=True, slots=True)
class Cases:
    """Texts with the places that the rule must find, and texts in which it must find nothing."""

    find: tuple[str, ...]
    leave: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """A place with its words and the fix (None: none is promised) that must be reported."""

    line: int
    start: int
    end: int
    fix: str | None


def read_case(source: str) -> tuple[Document, tuple[Expected, ...]]:
    """A case as a document whose passages are keyed by line, and what is marked in it."""
    passages: list[Passage] = []
    facts: list[ArticleFacts] = []
    expected: list[Expected] = []
    date: datetime.date | None = None
    whole = False
    unit, day = "", None
    for line, words in enumerate(source.split("\n")):
        tag, text = re.fullmatch(r"(?:@([a-z0-9]+) ?)?(.*)", words, re.DOTALL).groups()  # type: ignore[union-attr]
        if tag == "date":
            date, whole = (datetime.date.fromisoformat(text) if text else None), True
        elif tag == "from":
            unit = text
        elif tag == "day":
            day = datetime.date.fromisoformat(text)
        else:
            role = _ROLES[tag] if tag else Role.BODY
            if role == Role.TITLE:
                facts.append(ArticleFacts(_MARK.sub(r"\1", text), unit, day))
            plain, marks = _unmarked(text, line)
            expected += marks
            outside = role in (
                Role.TOC_TITLE,
                Role.SECTION,
                Role.RECIPIENTS,
                Role.EDITORS,
                Role.COPIES,
                Role.NUMBER,
                Role.DATE,
                Role.ISSUER,
            )
            passages.append(Passage(line, plain, role, -1 if outside else len(facts) - 1 if facts else 0))
    return Document(tuple(passages), tuple(facts) or (ArticleFacts("", unit, day),), date, whole), tuple(expected)


def _unmarked(text: str, line: int) -> tuple[str, list[Expected]]:
    plain, at, marks = "", 0, []
    for found in _MARK.finditer(text):
        plain += text[at : found.start()]
        marks.append(Expected(line, len(plain), len(plain) + len(found[1]), found[2]))
        plain += found[1]
        at = found.end()
    return plain + text[at:], marks


def hits(rule: Rule, document: Document, office: Office) -> Iterator[tuple[int, Hit]]:
    """What a rule finds in a document, by line."""
    if isinstance(rule, PassageRule):
        for passage in document.passages:
            if rule.roles is None or passage.role in rule.roles:
                yield from ((passage.key, hit) for hit in rule.find(passage, office))
    else:
        yield from ((passage.key, hit) for passage, hit in rule.find(document, office))


def check(rule: Rule, cases: Cases, office: Office | None = None) -> None:
    """Assert that a rule finds all that is marked, and nothing else."""
    office = office or office_knowledge()
    assert cases.find and cases.leave, rule.about.id
    for source in (*cases.find, *cases.leave):
        document, expected = read_case(source)
        texts = {passage.key: passage.text for passage in document.passages}
        found = sorted({(line, hit.start, hit.end): hit for line, hit in hits(rule, document, office)}.items())
        told = [(place, texts[place[0]][place[1] : place[2]], hit.fix) for place, hit in found]
        assert [place for place, _ in found] == [(one.line, one.start, one.end) for one in expected], (rule.about.id, source, told)
        for (place, hit), one in zip(found, expected, strict=True):
            assert hit.message.endswith(("。", "？", "）", "”")), hit.message
            assert one.fix is None or hit.fix == one.fix, (rule.about.id, source, place, hit.fix)
    for source in cases.leave:
        assert not read_case(source)[1], f"nothing may be marked in a text to leave alone: {source}"
