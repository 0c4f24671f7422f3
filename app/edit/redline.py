"""Two versions of an issue become one that holds the words of both, and what of it went and what came (花脸稿)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TypeVar

from app.edit.tree import with_blocks
from app.model.issue import Article, Footer, Issue, Mark, Paragraph, Recipients, Section
from app.model.redline import Redline, Stretch
from app.records import dataclass
from app.text.compare import spans

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Redlined:
    """`issue` has the words of both versions. `changed` counts the blocks that are not as they were."""

    issue: Issue
    redline: Redline
    changed: int


def redline_of(old: Issue, new: Issue) -> Redlined:
    """Hold a later version against an earlier one, block by block; blocks keep their ids from version to version.

    What moved stands at its new place, as it is; what is gone stands where it was, behind what was before it.
    """
    union = _Union(old, new)
    issue = union.issue()
    return Redlined(issue, union.stretches, len(union.stretches))


class _Union:
    def __init__(self, old: Issue, new: Issue) -> None:
        self._old, self._new = old, new
        self._was, self._is = old.block_index, new.block_index
        self.stretches: dict[int, tuple[Stretch, ...]] = {}

    def issue(self) -> Issue:
        """The issue with the words of both; fills `stretches`."""
        joined = {key: self._joined(self._was.get(key), block) for key, block in self._is.items()}
        both = with_blocks(self._new, {key: block for key, block in joined.items() if block is not self._is[key]})
        sections = tuple(self._sections(both.sections))
        next_id = max(self._old.next_id, self._new.next_id)
        return replace(both, sections=sections, footer=self._footer(both.footer), next_id=next_id)

    # --- words --------------------------------------------------------------------------------------------------------------------
    def _joined(self, old: Paragraph | None, new: Paragraph) -> Paragraph:
        """The paragraph with what it lost put back where it stood."""
        if old is None:
            self._note(new.id, [Stretch(0, len(new.text), gone=False)])
            return new
        if old.text == new.text:
            return new
        text = ""
        found: list[Stretch] = []
        places: list[int] = []  # of each character of the new text
        for span in spans(old.text, new.text):
            gone, come = old.text[span.one_start : span.one_end], new.text[span.other_start : span.other_end]
            if not span.same:
                found += [Stretch(len(text), len(text) + len(gone), gone=True)] if gone else []
                text += gone
                found += [Stretch(len(text), len(text) + len(come), gone=False)] if come else []
            places += range(len(text), len(text) + len(come))
            text += come
        self._note(new.id, found)
        marks = tuple(Mark(places[mark.start], places[mark.end - 1] + 1, mark.kind) for mark in new.marks)
        return replace(new, text=text, marks=marks)

    def _note(self, block: int, stretches: Sequence[Stretch]) -> None:
        shown = tuple(stretch for stretch in stretches if stretch.start < stretch.end)
        if shown:
            self.stretches[block] = shown

    def _gone(self, *blocks: Paragraph) -> None:
        for block in blocks:
            self._note(block.id, [Stretch(0, len(block.text), gone=True)])

    # --- what is gone as a whole --------------------------------------------------------------------------------------------------
    def _sections(self, sections: Sequence[Section]) -> Iterator[Section]:
        for old, new in _merged(self._old.sections, sections, lambda section: section.id):
            if new is not None:
                yield replace(new, articles=tuple(self._articles(old.articles if old else (), new.articles)))
            elif old is not None:
                articles = tuple(self._articles(old.articles, ()))
                self._gone(*([old.name] if old.name else []))
                yield replace(old, articles=articles)

    def _articles(self, before: Sequence[Article], after: Sequence[Article]) -> Iterator[Article]:
        there = {article.id for article in self._new.articles()}
        was = {article.id: article for article in self._old.articles()}
        for old, new in _merged(before, after, lambda article: article.id):
            if new is not None:
                earlier = was.get(new.id)
                yield replace(new, paragraphs=tuple(self._paragraphs(earlier.paragraphs if earlier else (), new.paragraphs)))
            elif old is not None and old.id not in there:
                rest = replace(old, paragraphs=tuple(paragraph for paragraph in old.paragraphs if paragraph.id not in self._is))
                self._gone(*rest.blocks())
                yield rest

    def _paragraphs(self, before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Iterator[Paragraph]:
        for old, new in _merged(before, after, lambda paragraph: paragraph.id):
            if new is not None:
                yield new
            elif old is not None and old.id not in self._is:
                self._gone(old, *(cell.paragraph for cell in (old.table.cells() if old.table else ())))
                yield old

    def _footer(self, footer: Footer) -> Footer:
        lines: list[Recipients] = []
        for old, new in _merged(self._old.footer.recipients, footer.recipients, lambda line: line.paragraph.id):
            if new is None and old is not None:
                self._gone(old.paragraph)
            lines += [line for line in (new or old,) if line]
        return replace(footer, recipients=tuple(lines))


def _merged(before: Sequence[T], after: Sequence[T], key: Callable[[T], int]) -> Iterator[tuple[T | None, T | None]]:
    """Items in both orders: (the earlier one, the later one), None where there is none; what moved comes once in each place."""
    old_keys, new_keys = [key(item) for item in before], [key(item) for item in after]
    for _, i1, i2, j1, j2 in SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes():
        if old_keys[i1:i2] == new_keys[j1:j2]:
            yield from zip(before[i1:i2], after[j1:j2], strict=True)
            continue
        yield from ((item, None) for item in before[i1:i2])
        yield from ((None, item) for item in after[j1:j2])
