"""What went out for review and what came back, as values: paragraphs with the blocks that they show, and with who changed what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.records import dataclass

SENT_SPACE = "urn:bianbao:sent"
"""The namespace of the part in which a review copy says what it was when it went out."""


@dataclass(frozen=True, slots=True)
class SentSpan:
    """Characters of a block from its character `start` on, or derived text such as 报： (block 0)."""

    text: str
    block: int = 0
    start: int = 0


@dataclass(frozen=True, slots=True)
class SentParagraph:
    """A paragraph of the copy that went out; `style` is what its style is called there."""

    style: str
    spans: tuple[SentSpan, ...]

    @property
    def text(self) -> str:
        """All that it shows."""
        return "".join(span.text for span in self.spans)

    @property
    def blocks(self) -> tuple[int, ...]:
        """The blocks in it, in order, each once."""
        return tuple(dict.fromkeys(span.block for span in self.spans if span.block))


@dataclass(frozen=True, slots=True)
class Author:
    """Who changed or said something, and when (ISO, to the minute); empty where the file doesn't tell."""

    name: str = ""
    date: str = ""


NOBODY = Author()


@dataclass(frozen=True, slots=True)
class Touch:
    """A tracked change in a paragraph that came back: `start:end` was put in, or `deleted` stood at `start`."""

    start: int
    end: int
    author: Author
    deleted: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedParagraph:
    """A paragraph of a copy that came back, with all changes taken. `keys` are the blocks whose bookmarks begin in it."""

    text: str
    keys: tuple[int, ...] = ()
    style: str = ""
    touches: tuple[Touch, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on the characters `start:end` of paragraph `paragraph`."""

    paragraph: int
    start: int
    end: int
    text: str
    author: Author = NOBODY


@dataclass(frozen=True, slots=True)
class ReturnedCopy:
    """A copy that came back. `sent` is what went out, where the file still says so; `issue_key` names the issue."""

    paragraphs: tuple[ReturnedParagraph, ...]
    comments: tuple[Comment, ...] = ()
    sent: tuple[SentParagraph, ...] = ()
    issue_key: str = ""


def sent_to_json(sent: Sequence[SentParagraph]) -> list[Any]:
    """The paragraphs as lists for JSON: style, then text, block and start of each span."""
    return [[one.style, *([span.text, span.block, span.start] for span in one.spans)] for one in sent]


def sent_from_json(data: object) -> tuple[SentParagraph, ...]:
    """The paragraphs again. Raises ValueError for anything else: the file has been through other hands."""
    if not isinstance(data, list):
        raise ValueError("no list of paragraphs")
    return tuple(map(_sent_paragraph, data))


def _sent_paragraph(item: object) -> SentParagraph:
    match item:
        case [str(style), *spans]:
            return SentParagraph(style, tuple(map(_sent_span, spans)))
    raise ValueError("no paragraph")


def _sent_span(item: object) -> SentSpan:
    match item:
        case [str(text), int(block), int(start)] if block >= 0 and start >= 0:
            return SentSpan(text, block, start)
    raise ValueError("no span")
