"""Colons that lead to nothing, or stand within what another colon leads to, become hits (GB/T 15834—2011 4.7, 附录 A)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.proof.spans import quoted, within
from app.text.chars import HAN

_COMMA = re.compile(
    r"(?:(?:会议|大会|与会[\u4e00-\u9fff]{2,4}|[调督检巡]\w组)(?:一致)?(?:指出|强调|认为|要求)(?P<meeting>，)"
    r"(?=“[^“”]{8,}[。！？]”(?:$|(?!，))|“[^“”]{10,}”(?:。|$)))"
    r"|(?:^|(?<=[^”][。！？]))[^“”。！？：]{2,30}(?:说|表示|介绍|坦言|感慨|道|感叹|笑言|回忆|告诉记者)(?P<mark>，)(?=“[^“”]{6,}[。！？…]”)"
)
_BEFORE_FIRST = re.compile(
    rf"(?:(?P<count>[两二三四五六七八九几\d])(?:点|个|项|条|方面|件事|步|关|大)[{HAN}]{{0,6}}|如下|以下[{HAN}]{{0,6}}|做法是|主要是|方面|措施|问题|工作|要求)(?P<mark>[；、])(?=一是|一要|首先，|第一，)"
)
_SENTENCE = re.compile("[^。！？；]+")
_COLON = re.compile(r"(?<!\d)：|：(?!\d)")
_LABEL = 10
"""So many characters before a colon at the head of a paragraph are a label: 镜头一, 联系人, 铜岭县."""
_SAYS = (
    "(?:强调|指出|要求|表示|认为|提出|明确|介绍|提醒|说|写道|建议|透露|坦言|感慨|感叹"
    "|回忆|反映|解释|补充|承诺|呼吁|倡议|通报|告诉[^，。：；]{0,6})"
)
_LEADS = re.compile(
    rf"(?:{_SAYS}|[是有为即]|如下|(?:[两二三四五六七八九十几\d]|以下|下列)[^，。：；“”]{{1,8}}|方面|包括|问题|做法|原因|目标|标准|内容|例子|小事|笔账)$"
)
"""What a colon rightly stands behind."""
_FIELD = re.compile("(?:电话|手机|传真|邮箱|地址|网址|时间|地点|审核|签发|编辑|校对|联系人|主持|记者|摄影|供稿|方式|微信|单位)$")
_SPEAKS = re.compile(f"{_SAYS}$")
_SAID_BY = re.compile(
    rf"(?:^|(?<=[。！？]))[{HAN}]{{2,20}}(?<![{HAN}]等)(?:强调|指出|表示|认为|提醒|坦言|感慨|介绍说|建议说|笑着说|告诉记者|提醒广大[{HAN}]{{2,4}})"
    r"(?P<mark>；|(?<=强调|指出|表示|认为|坦言)。)(?=.)"
)

_SAID_SIGN = re.compile("；|(?:强调|指出|表示|认为|坦言)。")


def colon_within_colon(passage: Passage, _: Office) -> Iterator[Hit]:
    """Two colons in one sentence, outside of quotations: 会议指出：要做到以下几点：一是. Where somebody speaks, the first is a comma."""
    text = passage.text
    spans = quoted(text)
    for sentence in _SENTENCE.finditer(text):
        colons = [
            at
            for found in _COLON.finditer(text, sentence.start(), sentence.end())
            if not within(spans, at := found.start(), at + 1) and not _in_bracket(text, sentence.start(), at)
        ]
        if len(colons) < 2 or _labels(text, sentence.start(), colons):
            continue
        first, second = colons[:2]
        speaks = bool(_SPEAKS.search(text[max(0, first - 8) : first]))
        if (
            (first <= _LABEL and not speaks and text[first - 1] not in "是有")
            or text[first + 1] == "“"
            or (text[second + 1 : second + 2] == "“" and not speaks)
        ):
            continue  # 他说：“……”记者问：“……” and a quotation at the end of a list are read with their marks
        at = second if not speaks and _LEADS.search(text[max(0, first - 12) : first]) else first
        yield Hit(at, at + 1, "一句话里套用了两个冒号，只留一个。", "，" if speaks else None)


def _in_bracket(text: str, start: int, at: int) -> bool:
    return text.rfind("（", start, at) > text.rfind("）", start, at)


def _labels(text: str, start: int, colons: list[int]) -> bool:
    """Whether labels stand before the colons: 联系人：某某，电话：…, or blanks part them: 编辑：某某　审核：某某."""
    if any(_FIELD.search(text[max(0, at - 6) : at]) for at in colons):
        return True
    return any(char in " \u3000\t" for char in text[start : colons[1]].strip())


def comma_for_colon(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma before the sentence that somebody speaks, where nothing of it stands before: 尹长河说，“以前车进了园。”"""
    for found in _COMMA.finditer(passage.text):
        group = "mark" if found["mark"] else "meeting"
        yield Hit(*found.span(group), "引出整句话，前面用冒号。", "：")


def mark_before_series(passage: Passage, _: Office) -> Iterator[Hit]:
    """A semicolon or pause mark between what announces a list and its first item: 抓好三项工作；一是."""
    text = passage.text
    for found in _BEFORE_FIRST.finditer(text):
        if "一" not in (found["count"] or "") and "；" not in text[text.rfind("。", 0, found.start()) + 1 : found.start("mark")]:
            yield Hit(found.start("mark"), found.end("mark"), "引出下面各项，用冒号。", "：")


def semicolon_for_colon(passage: Passage, _: Office) -> Iterator[Hit]:
    """A semicolon or full stop behind the words that say who speaks: 县水利局提醒；后续仍有降雨."""
    for found in found_by(_SAID_SIGN, _SAID_BY, passage.text):
        yield Hit(found.start("mark"), found.end("mark"), "提示语后面用冒号或逗号。", "：")


RULES = (
    PassageRule(About("colon.twice", "套用冒号", Level.QUERY, "GB/T 15834—2011 4.7；实务"), colon_within_colon, RUNNING, needs="："),
    PassageRule(About("colon.comma", "引语前的逗号", Level.QUERY, "GB/T 15834—2011 4.7.3.1"), comma_for_colon, RUNNING, needs="“"),
    PassageRule(About("colon.series", "列举前的标点", Level.QUERY, "GB/T 15834—2011 4.7.3.2"), mark_before_series, RUNNING, needs="；、"),
    PassageRule(
        About("colon.semicolon", "提示语后的分号", Level.QUERY, "GB/T 15834—2011 4.7.3.1"),
        semicolon_for_colon,
        RUNNING,
        needs="；强指表认坦",
    ),
)
