"""The lines of contents as they stand, and the words of an entry: without its sign, number, column, sender and page."""

from __future__ import annotations

import re
from functools import lru_cache

from app.model.issue import Role
from app.proof.document import Document, Passage

LONGEST = 60
"""Characters that an entry, or a title, has at most."""
_FIRST_LINES = 14
"""Lines within which the contents begin."""
_HEAD = re.compile(
    r"[ \u3000★☆●◆■【\[〔]*(?:本期)?(?:目[ \u3000]*录|要[ \u3000]*目|导[ \u3000]*读|内容提要|内容|看点|提要)[ \u3000★☆●◆■】\]〕：:]*"
)
_LEAD = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[篇章、：])?"
    r"[^\u4e00-\u9fffA-Za-z“‘《（(【〔\[「]*(?:[【〔\[「][^【】〔〕\[\]「」]{1,12}[】〕\]」]|[\u4e00-\u9fff]{2,8}[｜|丨│])?[^\u4e00-\u9fffA-Za-z“‘《（(]*"
)
"""A sign or a number before an entry, or the name of its column: 【产业动态】."""
_BYLINE = re.compile(
    r"[ \u3000]*[（(][^（）()，。]{0,14}(?:局|委|办|室|院|校|镇|乡|街道|村|社区|中心|公司|集团|支队|大队|联|会|站|所|部|处|供稿|报送|来稿)"
    r"(?:[ \u3000、]+[^（）()，。]{2,12})?[）)][ \u3000]*$"
)
"""The unit that sent an article, behind its entry."""
PAGE = re.compile(
    r"(?<![ \u3000\t])[ \u3000\t]*"
    r"(?:[…·•.．。—_\-]{2,}[ \u3000\t]*[（(]?|[/／|｜丨][ \u3000\t]*|[ \u3000\t]|[（(]\s*(?:第|P\.?)?"
    r"|[（(]?第(?=\d+\s*页))(?P<page>\d{1,3})\s*页?[）)]?[ \u3000]*$"
)
"""The page on which an article begins, with the leader before it."""
_COLUMN = re.compile(r"[ \u3000]*[\u4e00-\u9fff]{2,6}[ \u3000]{2,}(?=[\u4e00-\u9fff“‘《]{4})")
"""The name of a column in front of its first entry: 领导讲话　　在全市工作会议上的讲话."""


def contents_lines(document: Document) -> tuple[Passage, ...]:
    """The lines below 目录, up to the first title that they name, whatever they were taken for."""
    return document.once(_contents_lines)


def _contents_lines(document: Document) -> tuple[Passage, ...]:
    passages = document.passages
    head = next((turn for turn, one in enumerate(passages[:_FIRST_LINES]) if _HEAD.fullmatch(one.text)), None)
    if head is None:
        return ()
    lines: dict[str, Passage] = {}
    again = {bare(one.text): one.key for one in passages}
    for passage in passages[head + 1 :]:
        words = bare(passage.text)
        if not words:
            continue
        if words in lines or len(passage.text) > LONGEST or "。" in passage.text:
            break
        if passage.role == Role.TITLE and again[words] == passage.key:  # a title itself, not its entry that was taken for one
            break
        lines[words] = passage
    else:
        return ()
    return tuple(lines.values())


def places(text: str) -> list[tuple[int, str]]:
    """The characters of those words, with their places."""
    column = _COLUMN.match(text)
    lead = column.end() if column else _LEAD.match(text).end()  # type: ignore[union-attr]
    page = PAGE.search(text, lead)
    end = page.start() if page else len(text)
    byline = _BYLINE.search(text[:end], lead)
    end = byline.start() if byline and byline.start() > lead else end
    return [(place, char) for place, char in enumerate(text[:end]) if place >= lead and not char.isspace()]


@lru_cache(maxsize=1024)
def bare(text: str) -> str:
    """The words of an entry or a title, without sign, number, column, sender and page."""
    return "".join(char for _, char in places(text))
