"""An article's title and paragraphs become one text to compare, whose characters know their blocks; words of it are put back (恢复原文)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cached_property

from app.edit.captions import is_object
from app.edit.change import Label
from app.edit.newer_version import Shape, rewritten, texts_of
from app.edit.state import EditorState, Place
from app.edit.text_commands import Outcome, replace_text
from app.edit.tree import find_article
from app.model.issue import Article, Paragraph
from app.records import dataclass


@dataclass(frozen=True)
class ArticleText:
    """The text as `texts_of` gives it, joined by line feeds, each of which belongs to the block before it; the title has no turns there."""

    article: Article

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Title and paragraphs."""
        return texts_of(self.article)

    @cached_property
    def text(self) -> str:
        """All of it."""
        return "\n".join(self.lines)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts = [0]
        for line in self.lines[:-1]:
            starts.append(starts[-1] + len(line) + 1)
        return tuple(starts)

    @cached_property
    def _blocks(self) -> tuple[Paragraph, ...]:
        return (self.article.title, *(paragraph for paragraph in self.article.paragraphs if not is_object(paragraph)))

    def ranges(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Block, start and end of the words between two offsets; one empty stretch where no words are between them."""
        found = False
        for number, (first, block) in enumerate(zip(self._starts, self._blocks, strict=True)):
            low, high = max(start, first), min(end, first + len(self.lines[number]))
            if low < high:
                found = True
                yield block.id, self._within(number, low - first), self._within(number, high - 1 - first) + 1
        if not found:
            place = self.place(start)
            yield place.block, place.offset, place.offset

    def place(self, offset: int) -> Place:
        """The place before the character at an offset, or at the text's end."""
        number = max(bisect_left(self._starts, offset + 1) - 1, 0)
        return Place(self._blocks[number].id, self._within(number, offset - self._starts[number]))

    def offset(self, place: Place) -> int | None:
        """The offset of a place; None for one in a picture's caption, a table or elsewhere."""
        for number, (first, block) in enumerate(zip(self._starts, self._blocks, strict=True)):
            if block.id == place.block:
                turns = block.text.count("\n", 0, place.offset) if number == 0 else 0
                return first + place.offset - turns
        return None

    def _within(self, number: int, offset: int) -> int:
        """The offset in a block; turns of a title are passed over."""
        if number:
            return offset
        places = [at for at, char in enumerate(self._blocks[0].text) if char != "\n"]
        return places[offset] if offset < len(places) else len(self._blocks[0].text)


def put_back(
    state: EditorState, article_id: int, stretch: tuple[int, int], words: str, shape: Callable[[str], Shape] | None = None
) -> Outcome:
    """Let `words` stand in the place of a stretch of the article's text; line feeds part paragraphs. None where they do already."""
    place = find_article(state.issue, article_id)
    if place is None:
        return None
    whole = ArticleText(place.article)
    own, (start, end) = whole.text, stretch
    text = own[:start] + words + own[end:]
    if text == own:
        return None
    if "\n" in words or "\n" in own[start:end]:
        return rewritten(state, place, text.split("\n"), Label.PUT_BACK, *([shape] if shape else []))
    ((block, first, last),) = whole.ranges(start, end)
    return replace_text(state, Place(block, first), last, words, Label.PUT_BACK)
