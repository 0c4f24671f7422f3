"""What somebody who read a copy wants otherwise, as values: each can be accepted by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from app.model.issue import Role
from app.model.reviewed import NOBODY, Author
from app.records import dataclass


class Kind(StrEnum):
    """What was done to the copy."""

    TEXT = "改字"
    INSERTED = "新增段落"
    DELETED = "删去段落"
    MOVED = "移动段落"
    SPLIT = "分段"
    JOINED = "并段"
    NEW_ARTICLE = "新增文章"
    ARTICLE_GONE = "删去文章"
    ARTICLE_MOVED = "移动文章"


NewParagraph = tuple[str, Role]


@dataclass(frozen=True, slots=True)
class ReviewChange:
    """One change. `article` is where it belongs, 0 for masthead, 栏目 and footer; `block` what it changes.

    TEXT: characters `start:end` of the block as it went out, `old`, became `new`. SPLIT: the block ends at `start`. JOINED: the block
    goes on in the one before it. INSERTED, MOVED: it stands behind block `after`, 0 for the head of the article; ARTICLE_MOVED and
    NEW_ARTICLE: behind article `after`. `paragraphs` are those of a new article, the title first.
    """

    kind: Kind
    article: int
    block: int = 0
    start: int = 0
    end: int = 0
    old: str = ""
    new: str = ""
    after: int = 0
    role: Role = Role.BODY
    paragraphs: tuple[NewParagraph, ...] = ()
    author: Author = NOBODY


@dataclass(frozen=True, slots=True)
class Remark:
    """What was said to a place, or words that stand where an issue has none."""

    article: int
    block: int
    near: str
    text: str
    author: Author = NOBODY


@dataclass(frozen=True, slots=True)
class Review:
    """All that a copy brings. `base` has the text of each block as it went out.

    `derived` counts changes to words that the program makes itself, such as contents and labels: they can't be taken over.
    """

    changes: tuple[ReviewChange, ...] = ()
    remarks: tuple[Remark, ...] = ()
    base: Mapping[int, str] = field(default_factory=dict)
    derived: int = 0
