"""Months and days written otherwise than the text's others become hits: 七月一日 and 五月底 among 3月5日, 6.5日, 6月零5日."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, DocumentRule, PassageRule
from app.proof.spans import quoted, within
from app.text.numerals import parse_numeral

_HAN_MONTH = "十[一二]?|[一二三四五六七八九]"
_WORDED = re.compile(
    rf"(?:(?<=^)|(?<=[，。；：、（至到于在从自即]))(?P<month>{_HAN_MONTH})月"
    r"(?:(?P<day>[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号](?!游|谈|行|[至—])|(?P<part>份|[上中下]旬|底(?![蕴])|末|初(?![心])(?![一二三四五六七八九十]))|(?P<since>以来)(?=，))"
)
_LUNAR = re.compile("农历|阴历|旧历|夏历|民国|春节|除夕|庙会|节气|习俗|民俗|俗称|传统|诗|歌|起义|革命|解放|[〇零一二三四五六七八九]{4}年$")
_FIGURES = re.compile(r"(?<!\d)\d{1,2}月(?=\d{1,2}日|份|[上中下]旬|[底末初]|以来)")
_DOTTED = re.compile(
    r"(?:^|(?<=[，。；：（至到于在从自即年]))(?P<month>1[0-2]|0?[1-9])(?P<dot>[.．/-])(?P<day>3[01]|[12]\d|0?[1-9])(?:日(?!元)|(?<=\d年\d[.．]\d)(?=[，。、）至到]|$)|(?<=\d年\d[.．]\d\d)(?=[，。、）至到]|$))"
)
_NOUGHT = re.compile(
    r"(?<=月)[〇零](?P<day>[1-9])(?=日)|(?<![\d一二三四五六七八九十百千万年])[〇零](?P<month>[一二三四五六七八九])(?=月[底初末份上中下，])|第0(?P<quarter>[1-4])(?=季度)"
)


def month_in_words(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """七月一日, 五月底 in a text that writes its days and months in figures (GB/T 15835—2011 4.1)."""
    found = [
        (passage, one)
        for passage in document.running
        if "月" in passage.text
        for spans in (quoted(passage.text),)
        for one in _WORDED.finditer(passage.text)
        if not within(spans, one.start(), one.end()) and not _LUNAR.search(passage.text[max(0, one.start() - 16) : one.start()])
    ]
    if not found or sum(len(_FIGURES.findall(one.text)) for one in document.passages) <= 2 * len(found):
        return
    for passage, one in found:
        rest = f"{parse_numeral(one['day'])}日" if one["day"] else one["part"] or one["since"]
        right = f"{parse_numeral(one['month'])}月{rest}"
        yield passage, Hit(one.start(), one.end(), "本文其他日期用数字，这里也用数字。", right)


def dotted_day(passage: Passage, _: Office) -> Iterator[Hit]:
    """6.5日, 2026年6.5: a month and a day with a dot between."""
    for found in _DOTTED.finditer(passage.text):
        end = found.end()
        yield Hit(found.start(), end, "正文里的日期写成“月、日”。", f"{int(found['month'])}月{int(found['day'])}日")


def nought_in_words(passage: Passage, _: Office) -> Iterator[Hit]:
    """6月零5日, 零六月底, 第02季度."""
    for found in _NOUGHT.finditer(passage.text):
        if found["quarter"]:
            yield Hit(found.start(), found.end(), "季度前面不加“0”。", "第" + "一二三四"[int(found["quarter"]) - 1])
        else:
            yield Hit(found.start(), found.end(), "月、日前面不加“零”。", found["day"] or found["month"])


RULES = (
    DocumentRule(About("date.worded_month", "月日用汉字", Level.QUERY, "GB/T 15835—2011 4.1"), month_in_words),
    PassageRule(About("date.dotted", "日期写法（用圆点）", Level.QUERY, "GB/T 15835—2011；实务"), dotted_day, needs=".．/-"),
    PassageRule(About("date.nought", "月日里的“零”", Level.ERROR, "GB/T 9704—2012 7.3.5.4"), nought_in_words, needs="〇零0"),
)
