"""Titles of works that are nearly another title of the issue become hits: 《产业链招商图谱》 and 《产业招商图谱》 (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule

_TITLE = re.compile("《(?P<words>[^《》]{8,60})》")
_LEAST, _LONG = 8, 12
"""Characters of a title that may be told for one character, and for two."""
_HEAD, _TAIL = 3, 2
"""What differs at the beginning may be a place, at the end the kind of document: a 方案 may carry out an 意见."""
_ANOTHER = re.compile(
    r"[\d一二三四五六七八九十〇零省市县区州盟旗镇乡村部局厅委季月年期批第上下左右东西南北中前后新旧男女老少初高大小总分正副续增甲乙丙丁（）()A-Za-z、]"
)
"""Characters by which titles of two documents differ: numbers, levels, batches, halves."""
_OTHER_DOCUMENT = re.compile(
    "实施|补充|修订|配套|试点|草案|解读|执法|司法|党组|机关|专项|考核|建设|保护|监督|基本|综合|重点|特别|技术|安全|合同"
)
"""Words by which they do, where one has them and the other hasn't."""


def two_forms(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A title that is another one but for a character or two. The rarer form is told, of equally frequent ones the later."""
    places: dict[str, list[tuple[Passage, int]]] = {}
    for passage in document.passages:
        for found in _TITLE.finditer(passage.text) if "《" in passage.text else ():
            places.setdefault(found["words"], []).append((passage, found.start("words")))
    titles = list(places)
    for turn, one in enumerate(titles):
        for other in titles[turn + 1 :]:
            if _nearly(one, other):
                wrong, right = (one, other) if len(places[one]) < len(places[other]) else (other, one)
                for passage, start in places[wrong]:
                    yield passage, Hit(start - 1, start + len(wrong) + 1, f"和本期的《{right}》只差一两个字，请核对。", f"《{right}》")


def _nearly(one: str, other: str) -> bool:
    """Whether two titles are likely to be of one document: a character differs, or up to two are left out."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST or len(long) - len(short) > 2 or short[:1] != long[:1]:
        return False
    codes = [code for code in SequenceMatcher(None, short, long, autojunk=False).get_opcodes() if code[0] != "equal"]
    if len(codes) != 1:
        return False
    _, start, end, start_long, end_long = codes[0]
    gone, added = short[start:end], long[start_long:end_long]
    inside = start >= _HEAD and end <= len(short) - _TAIL
    if not inside or _ANOTHER.search(gone + added) or _OTHER_DOCUMENT.search(added) or not (gone or added):
        return False
    if len(gone) == len(added) == 1:
        return True
    return not gone and (len(added) == 1 or len(short) >= _LONG)


RULES = (DocumentRule(About("work.two_forms", "文件名两种写法", Level.QUERY, "实务"), two_forms),)
