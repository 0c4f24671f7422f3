"""Half-width marks in Chinese text, and full-width figures, become hits (GB/T 15834—2011 5.1: marks take the place of a character)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.text.chars import HAN

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_CHINESE = rf"{HAN}，。、；：？！“”‘’（）《》〈〉【】〔〕…—％℃"
_FIELD_ERROR = r"(?<!错误!)(?<!#REF!)(?<!/0!)"
"""Behind these a mark belongs to what a word processor left, which is told as a whole."""
_MARK = re.compile(
    rf"(?<=[{_CHINESE}])[,;:?!]{_FIELD_ERROR}|[,;:?!](?=[ \u3000]*[{_CHINESE}]){_FIELD_ERROR}"
    r"|(?<=[\d%A-Za-z)])[,;?!](?=$)|(?<=[%％])[,;](?=\d)"
)
_STOP = re.compile(rf"(?<=[{_CHINESE}])\.(?=$|[{_CHINESE}])|(?<=[\d%A-Za-z])\.(?=$)|(?<=[%％‰])\.(?=[{HAN}“])")
_NUMBERED = re.compile(r"[ \u3000]*[（(]?[一二三四五六七八九十百\d]{1,4}[)）]?\.$")
_BRACKETS = re.compile(r"\([^()（）]*\)")
_QUOTES = re.compile(r"(?<![A-Za-z])'(?=[^']*')|(?<=[^A-Za-z])'|\"")
_HAN = re.compile(f"[{HAN}]")
_WIDE_CHARACTERS = "０-９Ａ-Ｚａ-ｚ"
_WIDE = re.compile(f"[{_WIDE_CHARACTERS}]+(?:．[０-９]+)?")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ODD_FORMS = dict(zip("｡､﹐﹑﹒﹔﹕﹖﹗﹙﹚︰︐︑︒︓︔︕︖‚", "。、，、。；：？！（）：，、。：；！？，", strict=True))
"""Forms for other character sets or for vertical lines, which an input method or a copied page leaves."""
_ODD = re.compile(f"[{''.join(_ODD_FORMS)}]")
_WIDE_STOP = re.compile(rf"(?<=[{_CHINESE}])．(?=$|[{_CHINESE}])|(?<=[0-9%A-Za-z])．(?=$)")
_ANGLE = re.compile(
    rf"(?<![<＜])(?:<<?|＜＜?)(?P<words>[{HAN}][^<>＜＞《》，。；]{{2,40}})(?:>>?|＞＞?|》)(?![>＞])"
    rf"|《(?P<open_words>[^<>＜＞《》，。；]{{2,40}})(?:>>?|＞＞?)(?![>＞])"
)
_NAME = "买提艾合阿依古丽尔江吐逊沙木孜热克玛罗斯特尼亚巴拉伊肯萨莫德卡夫迪穆麦努帕图尤库达娜娅雅米提汗拜赛"
_NAME_DOT = re.compile(rf"(?<=[{_NAME}]{{2}})[.．•・﹒](?=[{_NAME}])")
_HIGH_DOT = re.compile(rf"(?<=[{HAN}])[•・‧･∙⋅](?=[{HAN}])")
_KEY = re.compile(rf"(?<=[{HAN}”》）])[`\\\\](?=[{HAN}“《])")
"""The keys on which an input method has 、, struck while it was off."""
_ODD_QUOTE = re.compile(rf"(?<=[{HAN}，。：；！？、])[″＂〃〝〞‟„]|[″＂〝〞‟„](?=[{HAN}])")
"""A dot within a name of two parts: 阿依古丽.买买提. The characters beside it are such as stand for the sounds of other languages."""
_SOURCE = "GB/T 15834—2011 5.1"
_DAY_OF_EVENT = re.compile(
    r"“(?:1[0-2]|0?[1-9])(?P<dot>[.．])(?:[12]\d|3[01]|0?[1-9])”(?=[\u4e00-\u9fff]{0,4}?(?:地震|事件|讲话|案|火灾|事故|节|日|洪水|洪灾|暴雨|强降雨|降雨|台风|泥石流|滑坡|爆炸|抗洪|抗震|运动|晚会|宣传|纪念|专项|消费者|特大|主题))(?!版|系统)"
)


def half_width_mark(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma, semicolon, colon, question or exclamation mark of half width beside a Chinese character."""
    text = passage.text
    if not _HAN.search(text):
        return
    for found in _MARK.finditer(text):
        at = found.start()
        if text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
            continue
        yield Hit(at, at + 1, f"中文里用全角的“{_FULL[text[at]]}”。", _FULL[text[at]])


def half_width_stop(passage: Passage, _: Office) -> Iterator[Hit]:
    """A dot where a Chinese sentence ends."""
    text = passage.text
    if "." not in text or not _HAN.search(text):
        return
    for found in _STOP.finditer(text):
        at = found.start()
        if not _NUMBERED.match(text[: at + 1]) and not _NAME_DOT.match(text, at):
            yield Hit(at, at + 1, "句末用全角的“。”。", "。")


def odd_form(passage: Passage, _: Office) -> Iterator[Hit]:
    """A mark of another character set that looks like a Chinese one: ｡ ､ ﹐, and a wide dot where a sentence ends."""
    text = passage.text
    for found in _ODD.finditer(text):
        right = _ODD_FORMS[found[0]]
        yield Hit(found.start(), found.end(), f"这个标点的字形不对，应是“{right}”。", right)
    for found in _WIDE_STOP.finditer(text):
        if not _NUMBERED.match(f"{text[: found.start()]}.") and not _NAME_DOT.match(text, found.start()):
            yield Hit(found.start(), found.end(), "句末用“。”。", "。")


def struck_key(passage: Passage, _: Office) -> Iterator[Hit]:
    """A backslash or grave accent between Chinese words, where 、 was meant."""
    for found in _KEY.finditer(passage.text):
        yield Hit(found.start(), found.end(), "是不是顿号“、”？", "、")


def odd_quote(passage: Passage, _: Office) -> Iterator[Hit]:
    """A quotation mark of another language or of full width, or the sign of seconds in its place."""
    for found in _ODD_QUOTE.finditer(passage.text):
        yield Hit(found.start(), found.end(), "引号用“”。")


def dot_in_name(passage: Passage, _: Office) -> Iterator[Hit]:
    """A low dot between the parts of a name, which takes one in the middle (4.14)."""
    for found in (*_NAME_DOT.finditer(passage.text), *_HIGH_DOT.finditer(passage.text)):
        yield Hit(found.start(), found.end(), "人名、书名各部分之间用间隔号“·”。", "·")


def dot_in_day(passage: Passage, _: Office) -> Iterator[Hit]:
    """A point in an event that is called by its day (“5.12”地震), which takes a dot in the middle (4.14)."""
    for found in _DAY_OF_EVENT.finditer(passage.text):
        yield Hit(found.start("dot"), found.end("dot"), "用月日称呼的事件、节日，月和日之间用间隔号“·”。", "·")


def angle_bracket(passage: Passage, _: Office) -> Iterator[Hit]:
    """Signs of more and less for book marks: <<条例>>."""
    for found in _ANGLE.finditer(passage.text):
        yield Hit(found.start(), found.end(), "书名号用“《》”。", f"《{found['words'] or found['open_words']}》")


def half_width_bracket(passage: Passage, _: Office) -> Iterator[Hit]:
    """Half-width brackets round Chinese words, or behind them."""
    text = passage.text
    if "(" not in text and ")" not in text:
        return
    paired: set[int] = set()
    for found in _BRACKETS.finditer(text):
        paired |= {found.start(), found.end() - 1}
        if _HAN.search(found[0]) or _HAN.match(text[found.start() - 1 : found.start()]):
            yield from (Hit(at, at + 1, f"中文里用全角的“{_FULL[text[at]]}”。", _FULL[text[at]]) for at in (found.start(), found.end() - 1))
    for at, char in enumerate(text):  # one of a pair whose fellow is a full-width one
        if char in "()" and at not in paired and _HAN.search(text[max(0, at - 2) : at + 3]):
            yield Hit(at, at + 1, f"中文里用全角的“{_FULL[char]}”。", _FULL[char])


def straight_quote(passage: Passage, _: Office) -> Iterator[Hit]:
    """Straight quotation marks in Chinese text; what they should be is sure where they come in pairs."""
    text = passage.text
    if ('"' not in text and "'" not in text) or not _HAN.search(text):
        return
    for kind, opening, closing in (('"', "“", "”"), ("'", "‘", "’")):
        places = [found.start() for found in _QUOTES.finditer(text) if found[0] == kind]
        even = len(places) % 2 == 0
        for turn, at in enumerate(places):
            right = (opening, closing)[turn % 2] if even else None
            yield Hit(at, at + 1, f"直引号应改成弯引号“{right or opening + closing}”。", right)


def full_width_figure(passage: Passage, _: Office) -> Iterator[Hit]:
    """Figures and letters of full width."""
    for found in _WIDE.finditer(passage.text):
        yield Hit(found.start(), found.end(), "数字和字母用半角。", found[0].translate(_NARROW))


RULES = (
    PassageRule(About("mark.half", "半角标点", Level.ERROR, _SOURCE), half_width_mark, needs=",;:?!"),
    PassageRule(About("mark.half_stop", "半角句号", Level.ERROR, _SOURCE), half_width_stop, needs="."),
    PassageRule(About("mark.odd_form", "异形标点", Level.ERROR, _SOURCE), odd_form, needs="．" + "".join(_ODD_FORMS)),
    PassageRule(About("mark.day_dot", "月日之间的间隔号", Level.QUERY, "GB/T 15834—2011 4.14"), dot_in_day, needs=".．"),
    PassageRule(About("mark.name_dot", "间隔号", Level.QUERY, "GB/T 15834—2011 4.14"), dot_in_name, needs=".．•・﹒‧･∙⋅"),
    PassageRule(About("mark.key", "误按的顿号", Level.QUERY, "GB/T 15834—2011 4.5；实务"), struck_key, needs="`\\\\"),
    PassageRule(About("mark.odd_quote", "异形引号", Level.ERROR, "GB/T 15834—2011 4.8"), odd_quote, needs="″＂〃〝〞‟„"),
    PassageRule(About("mark.angle", "尖括号作书名号", Level.ERROR, "GB/T 15834—2011 4.15"), angle_bracket, needs="<＜>＞"),
    PassageRule(About("mark.half_bracket", "半角括号", Level.ERROR, _SOURCE), half_width_bracket, needs="()"),
    PassageRule(About("mark.straight_quote", "直引号", Level.ERROR, "GB/T 15834—2011 4.8"), straight_quote, needs="\"'"),
    PassageRule(
        About("mark.full_figure", "全角数字字母", Level.QUERY, "GB/T 15835—2011 5.1；实务"), full_width_figure, needs=_WIDE_CHARACTERS
    ),
)
