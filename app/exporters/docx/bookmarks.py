"""Blocks of an issue become hidden bookmarks: the targets of the contents, and the keys by which a returned file is read."""

from __future__ import annotations

from collections.abc import Iterable

from app.exporters.docx.xml import Element, element
from app.layout.flow import FlowParagraph


def bookmark_name(block: int) -> str:
    """The bookmark around a block; Word hides names that begin with a low line."""
    return f"_jb_blk_{block}"


class Bookmarks:
    """Gives each block one bookmark, at the place where its text stands."""

    def __init__(self, paragraphs: Iterable[FlowParagraph]) -> None:
        # An entry of the contents may show words of the block that it leads to: the bookmark belongs where a click should go.
        homes: dict[int, int] = {}
        for paragraph in paragraphs:
            for span in paragraph.spans:
                if span.block and span.block != paragraph.target:
                    homes.setdefault(span.block, id(paragraph))
        self._homes = homes
        self._ids: dict[int, int] = {}

    def has(self, block: int) -> bool:
        """Whether the document holds the bookmark of a block."""
        return block in self._homes

    def start(self, block: int, paragraph: FlowParagraph) -> Element | None:
        """The opening of a block's bookmark; None where it is not at home in the paragraph or has been opened."""
        if self._homes.get(block) != id(paragraph) or block in self._ids:
            return None
        self._ids[block] = len(self._ids) + 1
        return element("bookmarkStart", id=self._ids[block], name=bookmark_name(block))

    def end(self, block: int) -> Element:
        """The close of a bookmark that was opened."""
        return element("bookmarkEnd", id=self._ids[block])
