"""Titles without book marks, and book marks that close too late, become hits where the sentence tells (GB/T 15834—2011 4.15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import FIGURES, About, DocumentRule, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import HAN

_ABOUT = re.compile(
    "(?:落实|贯彻|执行|宣传|宣讲|解读|签发|审议|通过|对照|依据|依照|遵照|参照|围绕|配套|[将把和与以]|》[、和与及]?)了?"
    rf"(?P<words>关于(?:[{HAN}\d、]|“[^“”]{{1,16}}”){{4,50}}?的(?:(?:指导|实施|若干|处理)?意见|通知|决定|批复|若干措施|(?:实施|工作|行动)方案))"
    rf"(?!精神|要求|建议|[{HAN}]{{0,2}}(?:征求|反馈))"
)
_KIND = "规程|规范|标准|办法|细则|条例|守则|公约|指南|指引|预案|导则"
_COUNTED = re.compile(
    "(?:推广|执行|制定|制订|印发|出台|修订|落实|编制|编印|发布|实施|遵守|颁布)了?"
    rf"(?P<words>(?!本|该|一系列|多项)(?:(?![、的了等])[{HAN}]){{4,26}}(?:{_KIND}))"
    rf"(?=等(?:一系列|系列|配套|多[项个部]|[{FIGURES}一二三四五六七八九十]+[项个部份篇])(?:[{HAN}]{{0,4}})(?:规程|标准|规范|制度|文件|办法|政策|法规|规章|规定))"
)
_LATE = re.compile(rf"《[^《》]*?(?:{_KIND}|报告|方案|意见|通知|规定|规划|纲要|计划|决定)(?P<late>[的等])》")
_EVENT = re.compile(
    "(?:开展|举办|举行|组织|启动)了?(?P<words>《(?=[^》]*(?:[我你]|一起|同行|有约|走进|出发|永远|童心|点亮|唱响|礼赞))[^《》]{4,16}》)"
    "(?=(?:主题|系列|专题)(?:诵读|朗诵|阅读|宣讲|展演|研学|分享|快闪|游园|演讲|征文))"
)
_TITLE = re.compile("《(?P<title>[^《》]{6,40})》")
_OFFICIAL = re.compile(f"(?:{_KIND}|方案|意见|通知|规定|规划|纲要|决定|行动计划|法|清单|制度)$")
_MARKED = re.compile("《[^《》]*》|〈[^〈〉]*〉|“[^“”]*”")


def about_without_marks(passage: Passage, _: Office) -> Iterator[Hit]:
    """将关于…的指导意见落到实处, 推广水肥一体化技术规程等5项规程."""
    text = passage.text
    spans: tuple[tuple[int, int], ...] | None = None
    for pattern in (_ABOUT, _COUNTED):
        for found in pattern.finditer(text):
            spans = quoted(text) if spans is None else spans
            if not within(spans, *found.span("words")) and "《" not in found["words"]:
                yield Hit(*found.span("words"), "如果是文件、标准的名称，应加书名号。", f"《{found['words']}》")


def closed_too_late(passage: Passage, _: Office) -> Iterator[Hit]:
    """《政府工作报告的》意见: a word of the sentence inside the marks."""
    for found in _LATE.finditer(passage.text):
        late = found["late"]
        yield Hit(found.start("late"), found.end(), f"“{late}”不是文件名里的字，写到书名号外面。", f"》{late}")


def event_in_book_marks(passage: Passage, _: Office) -> Iterator[Hit]:
    """开展《我和祖国一起读》主题诵读: an event."""
    for found in _EVENT.finditer(passage.text):
        words = found["words"]
        yield Hit(*found.span("words"), f"“{words[1:-1]}”不是书名、篇名，用引号。", f"“{words[1:-1]}”")


def marked_elsewhere(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """A title without marks that has its marks elsewhere in the article; not in headings, which often leave them out."""
    for article in range(-1, max(1, len(document.articles))):
        passages = [one for one in document.inside(article) if one.role in RUNNING]
        titles = {found["title"] for one in passages if "》" in one.text for found in _TITLE.finditer(one.text)}
        titles = {title for title in titles if _OFFICIAL.search(title)}
        for passage in passages if titles else ():
            bare = _MARKED.sub(lambda found: "\n" * len(found[0]), passage.text)
            for title in titles:
                start = bare.find(title)
                if start >= 0:
                    yield passage, Hit(start, start + len(title), "这个名称别处加了书名号，请统一。", f"《{title}》")


RULES = (
    PassageRule(
        About("work.about", "文件、标准名称缺书名号", Level.QUERY, "GB/T 15834—2011 4.15"), about_without_marks, RUNNING, needs="关等"
    ),
    PassageRule(About("work.late_mark", "书名号位置", Level.QUERY, "GB/T 15834—2011 4.15"), closed_too_late, needs="》"),
    PassageRule(About("work.event", "活动名称用书名号", Level.QUERY, "GB/T 15834—2011 附录 A.13"), event_in_book_marks, needs="》"),
    DocumentRule(About("work.marked_elsewhere", "书名号时有时无", Level.QUERY, "GB/T 15834—2011 4.15"), marked_elsewhere),
)
