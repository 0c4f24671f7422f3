"""One document under two titles in an article, 《节水行动计划》 behind 《节水行动方案》, becomes a hit (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import FIGURES, About, DocumentRule
from app.text.chars import HAN
from app.text.difference import difference

_TITLE = re.compile("《(?P<title>[^《》]{5,50})》")
_ASIDE = re.compile("（[^（）]*）|^关于(?:印发)?|的(?=通知|意见|决定|方案|报告)")
_AREA = re.compile(f"^(?:中华人民共和国|[{HAN}]{{2,3}}[省市县区州])")
_KINDS = tuple(
    map(
        frozenset,
        (
            ("方案", "计划"),
            ("规划", "计划"),
            ("办法", "规定"),
            ("指引", "指南"),
            ("规范", "标准"),
            ("通报", "公报"),
            ("制度", "规定"),
            ("规程", "规范"),
        ),
    )
)
"""Kinds of documents that are taken for one another; an 意见 and a 方案 or 细则 that carries it out are two."""
_TURNED = re.compile(f"[{FIGURES}一二三四五六七八九十上下甲乙]")
_BESIDE = re.compile(rf"(?:[、和及与]|以及|或者|或|（[^（）]*）|[{HAN}]{{2,4}}的?)*")
"""Between titles that stand side by side in a list."""
_LEAST = 5


def two_titles(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """A title that is an earlier one of the article but for a word; not where they stand side by side."""
    for article in range(-1, max(1, len(document.articles))):
        seen: list[tuple[str, Passage, int]] = []
        for passage in document.inside(article):
            for found in _TITLE.finditer(passage.text):
                title = found["title"]
                for other, place, end in seen:
                    beside = place is passage and _BESIDE.fullmatch(passage.text, end, found.start())
                    if not beside and _one_document(other, title, office):
                        yield passage, Hit(found.start(), found.end(), f"前面写的是“《{other}》”，是不是同一个文件？", f"《{other}》")
                        break
                if all(other != title for other, _, _ in seen):
                    seen.append((title, passage, found.end()))


def _one_document(one: str, other: str, office: Office) -> bool:
    first, second = _ASIDE.sub("", one), _ASIDE.sub("", other)
    if _AREA.match(first) is None or _AREA.match(second) is None:
        first, second = _AREA.sub("", first), _AREA.sub("", second)
    if first == second or first.endswith(second) or second.endswith(first) or first.startswith(second) or second.startswith(first):
        return False
    head, end, there = difference(first, second)
    here, tail = first[head:end], len(first) - end
    if head + tail < _LEAST or head < 2 or max(len(here), len(there)) > 2 or _TURNED.search(here + there):
        return False
    if not here or not there:
        word = here + there
        if word == "实施":
            return first.endswith("方案")
        return word in ("工作", "管理", "建设", "行动", "专项", "暂行", "推进", "发展", "若干", "和", "与", "的")
    if sorted(here) == sorted(there):
        return True
    if {first[-2:], second[-2:]} in _KINDS:
        return head >= _LEAST
    return len(here) == len(there) == 1 and there in office.lexicon.confusion.alike[here]


RULES = (DocumentRule(About("work.two_titles", "文件名前后不一", Level.QUERY, "实务"), two_titles),)
