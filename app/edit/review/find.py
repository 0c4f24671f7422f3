"""An issue, the copy that went out and the copy that came back become a review: what was changed, article by article, and what was said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from itertools import pairwise

from app.edit.newer_version import Shape
from app.edit.review.change import Kind, Remark, Review, ReviewChange
from app.edit.review.match import Match, in_order, matched
from app.edit.review.texts import author_at, compared
from app.model.issue import Article, Issue, Role
from app.model.reviewed import NOBODY, Author, ReturnedCopy, ReturnedParagraph, SentParagraph
from app.records import dataclass

_TITLE_STYLE = "简报标题"
_LONGEST_TITLE = 60
_NEAR = 16


def find_changes(issue: Issue, sent: Sequence[SentParagraph], copy: ReturnedCopy, shape: Callable[[str], Shape]) -> Review:
    """Compare what came back with what went out. `shape` says what a new paragraph is by its words."""
    return _Finder(issue, sent, copy, shape).review()


def base_texts(sent: Iterable[SentParagraph]) -> dict[int, str]:
    """The text of each block as it went out; a turn that parted two paragraphs of a cell is a line feed."""
    found: dict[int, str] = {}
    for paragraph in sent:
        for span in paragraph.spans:
            if span.block:
                text = found.get(span.block, "")
                found[span.block] = text + "\n" * max(0, span.start - len(text)) + span.text
    return found


@dataclass(slots=True)
class _Outline:
    """An article as it came back: its paragraphs that were known, each with the one before it."""

    article: int
    blocks: list[int] = field(default_factory=list)


class _Finder:
    def __init__(self, issue: Issue, sent: Sequence[SentParagraph], copy: ReturnedCopy, shape: Callable[[str], Shape]) -> None:
        self._sent, self._copy, self._shape = sent, copy, shape
        self._matches = matched(sent, copy.paragraphs)
        self._articles = {article.id: article for article in issue.articles()}
        self._titles = {article.title.id: article.id for article in self._articles.values()}
        self._home = {paragraph.id: article.id for article in self._articles.values() for paragraph in article.paragraphs}
        self._plain = {p.id for article in self._articles.values() for p in article.paragraphs if not (p.picture or p.table)}
        self._article_of = {block.id: article.id for article in self._articles.values() for block in article.blocks()}
        self._known = set(issue.block_index)
        self._derived = 0

    def review(self) -> Review:
        """All changes in the order in which they stand, and the remarks."""
        by_article: dict[int, list[ReviewChange]] = {}
        for change in (*self._texts(), *self._gone(), *self._structure()):
            by_article.setdefault(change.article, []).append(change)
        order = [0, *self._articles]
        changes = [change for article in order for change in by_article.get(article, ())]
        return Review(tuple(changes), tuple(self._remarks()), base_texts(self._sent), self._derived)

    # --- words --------------------------------------------------------------------------------------------------------------------
    def _texts(self) -> Iterator[ReviewChange]:
        for match in self._matches:
            returned = [self._copy.paragraphs[back] for back in match.returned]
            found = compared([self._sent[out] for out in match.sent], returned)
            for edit in found.edits:
                if edit.block in self._known:
                    article = self._article_of.get(edit.block, 0)
                    yield ReviewChange(Kind.TEXT, article, edit.block, edit.start, edit.end, edit.old, edit.new, author=edit.author)
                else:
                    self._derived += 1
            for block, start in found.splits:
                if block in self._plain:
                    yield ReviewChange(Kind.SPLIT, self._home[block], block, start, start)
            for block in self._joined_blocks(match):
                yield ReviewChange(Kind.JOINED, self._home[block], block)

    def _joined_blocks(self, match: Match) -> Iterator[int]:
        """The blocks that go on in the one before them, where both are paragraphs of one article."""
        blocks = [block for out in match.sent for block in self._sent[out].blocks]
        for before, block in pairwise(blocks):
            if {before, block} <= self._plain and self._home[before] == self._home[block]:
                yield block

    def _gone(self) -> Iterator[ReviewChange]:
        """Blocks of paragraphs that did not come back."""
        held = {out for match in self._matches for out in match.sent}
        base = base_texts(self._sent)
        gone = [b for out, paragraph in enumerate(self._sent) if out not in held for b in paragraph.blocks if b in self._known and base[b]]
        whole = {article.id for article in self._articles.values() if self._is_gone(article, set(gone), base)}
        for article in whole:
            title = self._articles[article].title.id
            yield ReviewChange(Kind.ARTICLE_GONE, article, title, old=base[title], author=self._who_deleted(base[title]))
        for block in gone:
            article = self._article_of.get(block, 0)
            author = self._who_deleted(base[block])
            if article in whole:
                continue
            if block in self._plain:
                yield ReviewChange(Kind.DELETED, article, block, old=base[block], author=author)
            else:
                yield ReviewChange(Kind.TEXT, article, block, 0, len(base[block]), base[block], author=author)

    def _is_gone(self, article: Article, gone: set[int], base: dict[int, str]) -> bool:
        """Whether nothing of an article came back; one with a picture or a table is never thrown away for its words."""
        sent = [block.id for block in article.blocks() if base.get(block.id)]
        return article.title.id in gone and set(sent) <= gone and all(p.id in self._plain for p in article.paragraphs)

    def _who_deleted(self, text: str) -> Author:
        for paragraph in self._copy.paragraphs:
            for touch in paragraph.touches:
                if touch.deleted and (touch.deleted in text or text in touch.deleted):
                    return touch.author
        return NOBODY

    # --- order --------------------------------------------------------------------------------------------------------------------
    def _structure(self) -> Iterator[ReviewChange]:
        """What was put in and what was moved."""
        outlines: list[_Outline] = []
        yield from self._walk(outlines)
        yield from self._moved_articles([outline.article for outline in outlines])
        for outline in outlines:
            yield from self._moved_paragraphs(outline)

    def _walk(self, outlines: list[_Outline]) -> Iterator[ReviewChange]:
        """Go through the copy once; fill `outlines`, and give out what is new."""
        matches = {match.returned[0]: match for match in self._matches}
        followers = {back for match in self._matches for back in match.returned[1:]}
        here: _Outline | None = None
        fresh: list[ReturnedParagraph] = []
        for back, paragraph in enumerate(self._copy.paragraphs):
            match = matches.get(back)
            if match is not None:
                yield from self._new_article(fresh, here)
                fresh = []
                here = self._place(match, here, outlines)
            elif back not in followers and paragraph.text.strip():
                begins = paragraph.style.startswith(_TITLE_STYLE) and len(paragraph.text) <= _LONGEST_TITLE
                if here is not None and (fresh or begins):
                    if begins:
                        yield from self._new_article(fresh, here)
                        fresh = []
                    fresh.append(paragraph)
                elif here is not None:
                    text = " ".join(paragraph.text.split("\n"))
                    author = author_at([paragraph], 0, len(paragraph.text))
                    after = here.blocks[-1] if here.blocks else 0
                    yield ReviewChange(Kind.INSERTED, here.article, new=text, after=after, role=self._shape(text)[0], author=author)
        yield from self._new_article(fresh, here)

    def _place(self, match: Match, here: _Outline | None, outlines: list[_Outline]) -> _Outline | None:
        """Take a known paragraph into the outline; what stands outside of the articles ends one."""
        blocks = [block for out in match.sent for block in self._sent[out].blocks if block in self._known]
        for block in blocks:
            if block in self._titles:
                here = _Outline(self._titles[block])
                outlines.append(here)
            elif block in self._home:
                here = here or _Outline(self._home[block])  # above the first title: what is put in here goes to its old article
                here.blocks.append(block)
            elif block not in self._article_of:
                here = None
        return here

    def _new_article(self, fresh: Sequence[ReturnedParagraph], here: _Outline | None) -> Iterator[ReviewChange]:
        if fresh and here is not None:
            title, *others = (" ".join(one.text.split()) if number == 0 else one.text for number, one in enumerate(fresh))
            paragraphs = ((title, Role.TITLE), *((text, self._shape(text)[0]) for text in others))
            author = author_at(fresh, 0, len(fresh[0].text))
            yield ReviewChange(Kind.NEW_ARTICLE, here.article, new=title, after=here.article, paragraphs=paragraphs, author=author)

    def _moved_articles(self, order: Sequence[int]) -> Iterator[ReviewChange]:
        places = {article: number for number, article in enumerate(self._articles)}
        steady = in_order([places[article] for article in order])
        for number, article in enumerate(order):
            if places[article] not in steady:
                title = self._articles[article].title
                yield ReviewChange(Kind.ARTICLE_MOVED, article, title.id, old=title.text, after=order[number - 1] if number else 0)

    def _moved_paragraphs(self, outline: _Outline) -> Iterator[ReviewChange]:
        own = [paragraph.id for paragraph in self._articles[outline.article].paragraphs]
        steady = in_order([own.index(block) for block in outline.blocks if block in own])
        for number, block in enumerate(outline.blocks):
            if (block not in own or own.index(block) not in steady) and block in self._plain:
                after = outline.blocks[number - 1] if number else 0
                yield ReviewChange(Kind.MOVED, outline.article, block, old=base_texts(self._sent).get(block, ""), after=after)

    # --- what was said ------------------------------------------------------------------------------------------------------------
    def _remarks(self) -> Iterator[Remark]:
        homes = {back: match for match in self._matches for back in match.returned}
        for comment in self._copy.comments:
            paragraph = self._copy.paragraphs[comment.paragraph]
            near = paragraph.text[comment.start : comment.end] or paragraph.text[:_NEAR]
            yield Remark(*self._known_place(homes.get(comment.paragraph)), near, comment.text, comment.author)
        yield from self._homeless(homes)

    def _homeless(self, homes: dict[int, Match]) -> Iterator[Remark]:
        """Words put in where an issue has no paragraphs, above the first article or below the last one: they are shown, at least."""
        outside = True
        for back, paragraph in enumerate(self._copy.paragraphs):
            match = homes.get(back)
            if match is not None:
                blocks = [block for out in match.sent for block in self._sent[out].blocks if block in self._known]
                outside = not any(block in self._article_of for block in blocks) if blocks else outside
            elif outside and paragraph.text.strip():
                yield Remark(0, 0, "", paragraph.text.strip(), author_at([paragraph], 0, len(paragraph.text)))

    def _known_place(self, match: Match | None) -> tuple[int, int]:
        blocks = [block for out in match.sent for block in self._sent[out].blocks] if match else []
        block = next((block for block in blocks if block in self._known), 0)
        return self._article_of.get(block, 0), block
