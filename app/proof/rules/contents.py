"""Contents that differ from the titles become hits: another word, an entry without an article, a title without an entry, another order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from app.model.issue import Role
from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.records import dataclass

_ALIKE = 0.6
"""From here on an entry is a changed form of a title."""
_SLIP = 0.8
"""From here on the change is likely to be a slip of the hand."""
_SENDER = 14
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


@dataclass(frozen=True, slots=True)
class _Pair:
    entry: Passage
    title: Passage | None
    likeness: float


def entry_differs(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """An entry that is a title but for a slip."""
    if document.derived:
        return
    for pair in _pairs(document):
        if pair.title and _SLIP <= pair.likeness < 1:
            yield pair.entry, _difference(pair.entry, pair.title)


def title_differs(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """The other side of it: the slip may as well be in the title."""
    if document.derived:
        return
    for pair in _pairs(document):
        if pair.title and _SLIP <= pair.likeness < 1:
            yield pair.title, _difference(pair.title, pair.entry, "目录")


def entry_reworded(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """An entry in other words than its title, as a 目录题 may be on purpose."""
    for pair in _pairs(document):
        if pair.title and (pair.likeness < _SLIP or (document.derived and pair.likeness < 1)):
            yield pair.entry, _difference(pair.entry, pair.title)


def entry_without_article(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """An entry that no article has for its title."""
    if not document.derived:
        for pair in _pairs(document):
            bodies = (one for one in document.passages if one.role != Role.TOC_TITLE)
            if pair.title is None and not any(_bare(one.text).startswith(_bare(pair.entry.text)) for one in bodies):
                yield pair.entry, Hit(0, len(pair.entry.text), "目录里有这一条，正文里没有这篇文章。")


def title_without_entry(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """An article that the contents don't name."""
    pairs = _pairs(document)
    if document.derived or not pairs:
        return
    named = {pair.title.key for pair in pairs if pair.title}
    for title in document.of(Role.TITLE):
        if title.key not in named and title.text.strip():
            yield title, Hit(0, len(title.text), "目录里没有这篇文章。")


def order_differs(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """An entry that stands before one whose article comes earlier."""
    if document.derived:
        return
    last = -1
    for pair in _pairs(document):
        if pair.title:
            if pair.title.article < last:
                yield pair.entry, Hit(0, len(pair.entry.text), "目录的次序和正文不一样。")
            last = max(last, pair.title.article)


def _pairs(document: Document) -> list[_Pair]:
    """Every entry with the title that is most like it; none that is too unlike."""
    titles = [(title, _bare(title.text)) for title in document.of(Role.TITLE)]
    taken: set[int] = set()
    pairs: list[_Pair] = []
    for entry in document.of(Role.TOC_TITLE):
        words = _bare(entry.text)
        scored = [(_likeness(words, text), -turn) for turn, (title, text) in enumerate(titles) if title.key not in taken]
        best, turn = max(scored, default=(0.0, 0))
        title = titles[-turn][0] if best >= _ALIKE else None
        if title:
            taken.add(title.key)
        pairs.append(_Pair(entry, title, best))
    return pairs


def _likeness(one: str, other: str) -> float:
    if one == other or (other.endswith(one) and other.startswith("（") and len(other) < len(one) + _SENDER):
        return 1.0  # the sender of the article before, whose bracket isn't closed, runs into a title
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE else 0.0


def _difference(entry: Passage, title: Passage, place: str = "正文") -> Hit:
    """The stretch of the entry that differs from the title, and what the title has there."""
    one, other = _places(entry.text), _places(title.text)
    a, b = "".join(char for _, char in one), "".join(char for _, char in other)
    changed = [codes for codes in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if codes[0] != "equal"]
    low, high = changed[0][1], changed[-1][2]
    low_title, high_title = changed[0][3], changed[-1][4]
    if low == high:  # a word is missing in the entry: the character before it shows where
        low, low_title = (low - 1, low_title - 1) if low else (low, low_title)
        high, high_title = (high, high_title) if high > low else (high + 1, high_title + 1)
    start, end = one[low][0], one[high - 1][0] + 1
    right = b[low_title:high_title]
    return Hit(start, end, f"目录和正文标题不一致，{place}是“{right or '（没有这几个字）'}”。", right)


def _places(text: str) -> list[tuple[int, str]]:
    lead = _LEAD.match(text).end()  # type: ignore[union-attr]
    byline = _BYLINE.search(text, lead)
    end = byline.start() if byline and byline.start() > lead else len(text)
    return [(place, char) for place, char in enumerate(text[:end]) if place >= lead and not char.isspace()]


def _bare(text: str) -> str:
    return "".join(char for _, char in _places(text))


RULES = (
    DocumentRule(About("contents.slip", "目录与标题不一致", Level.ERROR, "实务"), entry_differs),
    DocumentRule(About("contents.title", "标题与目录不一致", Level.HINT, "实务"), title_differs),
    DocumentRule(About("contents.reworded", "目录题与标题不同", Level.HINT, "实务"), entry_reworded),
    DocumentRule(About("contents.no_article", "目录有而正文无", Level.ERROR, "实务"), entry_without_article),
    DocumentRule(About("contents.no_entry", "正文有而目录无", Level.QUERY, "实务"), title_without_entry),
    DocumentRule(About("contents.order", "目录次序", Level.QUERY, "实务"), order_differs),
)
