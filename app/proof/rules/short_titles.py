"""Short titles and terms that nothing has introduced become hits: 《实施方案》, 长护险, 家医 behind 家庭医生 (首次用全称)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.lexicon import Lexicon
from app.proof.office import Office
from app.proof.rule import About, DocumentRule
from app.text.chars import HAN

_GENERIC = re.compile(
    "《(?P<title>(?:实施|工作|行动|若干|指导|暂行|管理)?(?:方案|意见|办法|规定|条例|规划|细则|通知|计划|措施|决定|纲要|规程|规范|清单|决议|公约|章程))》"
)
_TERMS = {
    "长护险": "长期护理保险",
    "城乡居保": "城乡居民基本养老保险",
    "新农保": "新型农村社会养老保险",
    "惠民保": "惠民型商业医疗保险",
    "土储": "土地储备",
    "工伤险": "工伤保险",
    "生育险": "生育保险",
    "失业险": "失业保险",
    "经适房": "经济适用住房",
    "保租房": "保障性租赁住房",
    "计生特扶": "计划生育特殊家庭扶助",
}
"""Terms that those speak who deal with them, and their full form."""
_TERM = re.compile(f"(?:{'|'.join(sorted(_TERMS, key=len, reverse=True))})(?![障护证备种情])")
_SUBJECT = re.compile(
    rf"(?:^|(?<=[，。；]))(?P<words>[{HAN}]{{2}})(?=(?:通过|上门|每[日周月季年]|定期|负责|开展|按照|签约|入户|主动|将对|对[{HAN}]))"
)
_SAID_TWICE = 2


def title_of_no_document(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """《实施方案》 where no full title, and no （以下简称《实施方案》）, stands before it."""
    told: set[tuple[int, str]] = set()
    before: dict[int, str] = {}
    for passage in document.passages:
        for found in _GENERIC.finditer(passage.text) if "》" in passage.text else ():
            title, key = found["title"], (passage.article, found["title"])
            earlier = before.get(passage.article, "") + passage.text[: found.start()]
            if (
                passage.role in RUNNING
                and key not in told
                and not re.search(f"[^《]{title}》|[^《]{title}|{title}（|称[为：]?《?$", earlier)
            ):
                yield passage, Hit(found.start(), found.end(), f"《{title}》第一次出现，最好写出全称。")
            told.add(key)
        before[passage.article] = before.get(passage.article, "") + passage.text + "\n"


def term_in_short(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """长护险 before 长期护理保险."""
    told: set[str] = set()
    before = ""
    for passage in document.running:
        for found in _TERM.finditer(passage.text):
            term = found[0]
            if term not in told and _TERMS[term] not in before + passage.text[: found.start()]:
                yield passage, Hit(found.start(), found.end(), f"“{term}”第一次出现，用全称“{_TERMS[term]}”。")
            told.add(term)
        before += passage.text


def subject_in_short(document: Document, office: Office) -> Iterator[tuple[Passage, Hit]]:
    """家医 who do something, behind 家庭医生: the first characters of the two words of a longer one."""
    before: list[str] = []
    for passage in document.running:
        for found in _SUBJECT.finditer(passage.text):
            words = found["words"]
            if words not in office.lexicon.costs or words in office.lexicon.left_alone:
                full = _full_form(words, "\n".join((*before, passage.text[: found.start()])), office.lexicon)
                if full:
                    yield passage, Hit(found.start("words"), found.end("words"), f"“{words}”第一次出现，用全称“{full}”。", full)
        before.append(passage.text)


def _full_form(short: str, text: str, lexicon: Lexicon) -> str:
    """A word of four characters in a text, of two words that begin with those of a short one."""
    for found in re.finditer(f"{short[0]}[{HAN}]{short[1]}[{HAN}]", text):
        if found[0] in lexicon.costs and text.count(short) < _SAID_TWICE:
            return found[0]
    return ""


RULES = (
    DocumentRule(About("short.title", "文件简称首次出现", Level.HINT, "实务"), title_of_no_document),
    DocumentRule(About("short.term", "业务简称首次出现", Level.HINT, "实务"), term_in_short),
    DocumentRule(About("short.subject", "简称首次出现", Level.HINT, "实务"), subject_in_short),
)
