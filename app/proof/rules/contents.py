"""Contents that differ from the titles become hits: another word, an entry without an article, a title without an entry, another order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import takewhile

from app.model.issue import Role
from app.proof.contents import LONGEST, PAGE, bare, contents_lines, places
from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.records import dataclass
from app.text.numerals import parse_numeral

_ALIKE = 0.6
"""From here on an entry is a changed form of a title."""
_SLIP = 0.8
"""From here on the change is likely to be a slip of the hand."""
_SENDER = 14
_SHORT = 6
_AND_MORE = re.compile(r"(?P<more>等)?[（(]?(?P<number>[一二两三四五六七八九十]|\d{1,2})(?:则|篇|条)[）)]?$")
_BRIEFS = re.compile(r"(?P<number>[一二两三四五六七八九十]|\d{1,2})(?P<measure>则|篇|条)(?=[^\u4e00-\u9fff]*$)")
_BULLETS = " \u3000★☆▲△●○◆◇■□▶▷•·"
_NEWS = frozenset({Role.BODY, Role.TITLE})
_NEWS_LENGTH, _FEW = 15, 2
"""News in brief are longer than that; and by how many their number may be off."""


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
            if pair.title is None and pair.entry.role == Role.TOC_TITLE and not _stands_below(document, pair.entry):
                yield pair.entry, Hit(0, len(pair.entry.text), "目录里有这一条，正文里没有这篇文章。")


def briefs_counted_otherwise(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """简讯四则 in the contents and 简讯三则 below; 甲局开展巡查等3则 where four pieces of news follow."""
    if document.derived:
        return
    below = [one for one in document.passages if one.role != Role.TOC_TITLE]
    for entry in document.of(Role.TOC_TITLE):
        words = bare(entry.text)
        more, found = _AND_MORE.search(words), _BRIEFS.search(entry.text)
        if not more or not found:
            continue
        said, name = parse_numeral(found["number"]), words[: more.start()]
        if more["more"]:
            start = next((turn for turn, one in enumerate(below) if one.text.lstrip(_BULLETS).startswith(name)), None)
            run = takewhile(lambda one: one.role in _NEWS and len(one.text) > _NEWS_LENGTH, below[start:] if start is not None else ())
            count: int | None = len([one for one in run if not one.text.startswith(("（", "("))]) or None
        else:
            titles = (
                _AND_MORE.search(bare(one.text)) for one in below if bare(one.text).startswith(name) and len(one.text) < len(name) + _SHORT
            )
            count = next((parse_numeral(other["number"]) for other in titles if other), None)
        if count and said and 0 < abs(said - count) <= _FEW:
            yield entry, Hit(found.start("number"), found.end("measure"), f"正文里是{count}{found['measure']}，请核对。")


def _stands_below(document: Document, entry: Passage) -> bool:
    """Whether an entry is the name of a column, or else a line of the body, or names the first of some news in brief."""
    words = bare(entry.text)
    if more := _AND_MORE.search(words):
        if more["more"]:
            return True
        words = words[: more.start()] or words
    return any(
        one.key != entry.key and bare(one.text).startswith(words)
        for one in document.passages
        if one.role != Role.TOC_TITLE or len(words) <= _SHORT
    )


def title_without_entry(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """An article that the contents don't name."""
    pairs = _pairs(document)
    if document.derived or not pairs:
        return
    named = {pair.title.key for pair in pairs if pair.title} | {line.key for line in contents_lines(document)}
    for title in document.of(Role.TITLE):
        if title.key not in named and title.text.strip():
            yield title, Hit(0, len(title.text), "目录里没有这篇文章。")


def order_differs(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """An entry that stands before one whose article comes earlier."""
    if document.derived:
        return
    last = -1
    for pair in _pairs(document):
        if pair.title and pair.title.role == Role.TITLE:
            if pair.title.article < last:
                yield pair.entry, Hit(0, len(pair.entry.text), "目录的次序和正文不一样。")
            last = max(last, pair.title.article)


def _pairs(document: Document) -> list[_Pair]:
    """Every entry with the title that is most like it; none that is too unlike."""
    return document.once(_paired)


def _paired(document: Document) -> list[_Pair]:
    lines = () if document.derived else contents_lines(document)
    among = {line.key for line in lines}
    titles = [(title, bare(title.text)) for title in document.of(Role.TITLE) if title.key not in among]
    loose = [line for line in lines if line.role != Role.TOC_TITLE]
    if loose:  # contents that were not recognised as such: their titles may not have been, either
        exact = {bare(line.text) for line in lines}
        titles += [
            (one, words)
            for one in document.passages
            if one.role == Role.BODY and one.key not in among and len(one.text) < LONGEST and "。" not in one.text
            for words in (bare(one.text),)
            if words in exact or one.key > max(among)
        ]
    taken: set[int] = set()
    pairs: list[_Pair] = []
    for entry in sorted((*document.of(Role.TOC_TITLE), *loose), key=lambda one: one.key):
        words = bare(entry.text)
        scored = [(_likeness(words, text), -turn) for turn, (title, text) in enumerate(titles) if title.key not in taken]
        best, turn = max(scored, default=(0.0, 0))
        title = titles[-turn][0] if best >= _ALIKE else None
        if title:
            taken.add(title.key)
        pairs.append(_Pair(entry, title, best))
    return pairs


def page_runs_back(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A page in the contents that comes before the one above it."""
    if document.derived:
        return
    lines = contents_lines(document) or tuple(document.of(Role.TOC_TITLE))
    placed = [(line, found, int(found["page"])) for line in lines if (found := PAGE.search(line.text))]
    pages = [page for _, _, page in placed]
    wrong = next((turn for turn in range(1, len(pages)) if pages[turn] < pages[turn - 1]), None)
    if wrong is None or len(pages) < len([line for line in lines if line.role != Role.SECTION]) - 2:
        return
    if wrong == 1 and pages[0] > 1 and pages[1:] == sorted(pages[1:]):
        wrong = 0
    line, found, page = placed[wrong]
    yield line, Hit(found.start("page"), found.end("page"), f"目录的页码是依次往后的，这里的第{page}页和上下文不合，请核对。")


def _likeness(one: str, other: str) -> float:
    if one == other or (other.endswith(one) and other.startswith("（") and len(other) < len(one) + _SENDER):
        return 1.0  # the sender of the article before, whose bracket isn't closed, runs into a title
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE else 0.0


def _difference(entry: Passage, title: Passage, place: str = "正文") -> Hit:
    """The stretch of the entry that differs from the title, and what the title has there."""
    one, other = places(entry.text), places(title.text)
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


RULES = (
    DocumentRule(About("contents.slip", "目录与标题不一致", Level.ERROR, "实务"), entry_differs),
    DocumentRule(About("contents.title", "标题与目录不一致", Level.HINT, "实务"), title_differs),
    DocumentRule(About("contents.reworded", "目录题与标题不同", Level.HINT, "实务"), entry_reworded),
    DocumentRule(About("contents.no_article", "目录有而正文无", Level.ERROR, "实务"), entry_without_article),
    DocumentRule(About("contents.no_entry", "正文有而目录无", Level.QUERY, "实务"), title_without_entry),
    DocumentRule(About("contents.briefs", "目录里的则数", Level.QUERY, "实务"), briefs_counted_otherwise),
    DocumentRule(About("contents.page", "目录页码", Level.QUERY, "实务"), page_runs_back),
    DocumentRule(About("contents.order", "目录次序", Level.QUERY, "实务"), order_differs),
)
