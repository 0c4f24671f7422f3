"""Quotation marks, book marks and brackets without their fellows, turned round or nested wrongly, become hits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule

_CLOSE = {"（": "）", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "［": "］", "「": "」", "『": "』", "(": ")"}
_OPEN = {close: opening for opening, close in _CLOSE.items()}
_ALIKE = {"(": "（", ")": "）"}
_BRACKETS = "".join((*_CLOSE, *_OPEN))
_ITEM = re.compile(r"(?:^|[，；。、：\s])[\dA-Za-z一二三四五六七八九十①-⑩]{1,3}$")
_JOINT = re.compile(r"[、，；]?(?:和|与|及|或|、|，|；)?")
_INNER = {"“": "‘", "”": "’"}
_QUOTE, _BOOK_MARK = re.compile("[“”]"), re.compile("[《》]")
_SPEAKS = re.compile(r"[。！？][^。！？，：“]{2,24}(?:说|道|表示|感慨|回忆)[。，]")
"""Behind a quotation that has no end: its speaker."""
_SPOKEN_FROM = re.compile("(?:说|道|表示|感慨|感叹|介绍|坦言|回忆)(?P<mark>[：:])(?=[^“”：]{4,}$)")
"""Where the mark is missing that opens what somebody says."""
_ENDS_TWICE = re.compile("[：:]“[^“”]{2,60}(?P<marks>”[，；])[^“”]{2,60}[。！？]”")
"""Speech that a mark closes before its last sentence is done."""
_CROSSED = re.compile(
    "（[^（）“”]*“[^“”（）]*(?P<one>）”)|“[^“”（）]*（[^（）“”]*(?P<two>”）)|《[^《》“”]*“[^“”《》]*(?P<three>》”)"
    "|“[^“”《》]*《[^《》“”]*(?P<four>”》)|（[^（）《》]*《[^《》（）]*(?P<five>）》)|《[^《》（）]*（[^（）《》]*(?P<six>》）)"
)
"""Marks of two kinds of which the outer one closes first: （以下简称“市联办）”."""
_SOURCE = "GB/T 15834—2011 4.8、4.9、4.15"
_VERSION = re.compile(
    "《[^《》，。；“”（）]{2,40}（(?:试行|暂行|修订|修订版|草案|征求意见稿|讨论稿|送审稿|\\d{4}年版|\\d{4}[—～-]\\d{4}年)）"
)
_MARK = re.compile("[，。；、！？：“”《》（）]")


def unpaired(passage: Passage, _: Office) -> Iterator[Hit]:
    """A bracket or book mark that opens and is not closed, or closes what nothing opened."""
    text = passage.text
    waiting: list[int] = []
    for at, mark in enumerate(text):
        char = _ALIKE.get(mark, mark)
        if char in _CLOSE:
            waiting.append(at)
        elif char in _OPEN:
            if waiting and _ALIKE.get(text[waiting[-1]], text[waiting[-1]]) == _OPEN[char]:
                waiting.pop()
            elif waiting and text[waiting[-1]] == "〔" and re.fullmatch(r"\d{2,4}", text[waiting[-1] + 1 : at]):
                waiting.pop()
                yield Hit(at, at + 1, f"“〔”和“{mark}”不配对。", "〕")
            elif waiting and len(waiting) == 1 and _OPEN[char] not in text[waiting[0] + 1 : at]:
                opening = text[waiting.pop()]
                yield Hit(at, at + 1, f"“{opening}”和“{mark}”不配对。", _CLOSE[_ALIKE.get(opening, opening)])
            elif not _ITEM.search(text, max(0, at - 4), at):
                yield Hit(at, at + 1, f"“{mark}”前面没有与它配对的“{_OPEN[char]}”。")
    for at in waiting:
        yield Hit(at, _title_end(text, at), f"“{text[at]}”没有配对的“{_CLOSE[_ALIKE.get(text[at], text[at])]}”。")


def quotes_out_of_turn(passage: Passage, _: Office) -> Iterator[Hit]:
    """Double quotation marks that don't alternate: turned round, or without a fellow."""
    text = passage.text
    places = [found.start() for found in _QUOTE.finditer(text)]
    if not places or _alternate(text, places) or _nested(text, places):
        return
    if len(places) % 2 == 0:
        wrong = [(at, want) for turn, at in enumerate(places) if text[at] != (want := "“”"[turn % 2])]
        if len(wrong) <= 2 and not any(_stands_right(text, at) for at, _ in wrong):
            yield from (Hit(at, at + 1, "引号的方向反了。", want) for at, want in wrong)
            return
    elif len(places) == 3 and (twice := _ENDS_TWICE.search(text)):
        yield Hit(twice.start("marks"), twice.end("marks"), "引号不成对：话还没有引完，这里的后引号多余，或者后面少了前引号。")
        return
    yield from (Hit(start, end, "引号不成对，少了一半。") for start, end in (_reach(text, at) for at in _lonely(text, places)))


def nested_quote(passage: Passage, _: Office) -> Iterator[Hit]:
    """Double quotation marks, or book marks, within their own kind: the inner ones are single (4.8.3.3, 4.15.3.6)."""
    text = passage.text
    places = [found.start() for found in _QUOTE.finditer(text)]
    for at in _nested(text, places):
        yield Hit(at, at + 1, "引号里面再用引号，里层用单引号。", _INNER[text[at]])
    depth = 0
    for found in _BOOK_MARK.finditer(text):
        if found[0] == "》":
            depth -= 1
        if depth > 0:
            yield Hit(*found.span(), "书名号里面再用书名号，里层用单书名号。", "〈" if found[0] == "《" else "〉")
        if found[0] == "《":
            depth += 1


def crossed(passage: Passage, _: Office) -> Iterator[Hit]:
    """Two closing marks in the wrong order: what opened last closes first."""
    for found in _CROSSED.finditer(passage.text):
        group = next(name for name, words in found.groupdict().items() if words)
        yield Hit(*found.span(group), "两个标点的先后反了，里面的先关上。", found[group][::-1])


def outer_single_quote(passage: Passage, _: Office) -> Iterator[Hit]:
    """Single quotation marks round words that are in no double ones."""
    text = passage.text
    if "‘" not in text:
        return
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "“") - (char == "”")
        if char == "‘" and depth <= 0:
            close = text.find("’", at)
            if close > at:
                yield Hit(at, at + 1, "先用双引号，里层才用单引号。", "“")
                yield Hit(close, close + 1, "先用双引号，里层才用单引号。", "”")


def outer_single_book(passage: Passage, _: Office) -> Iterator[Hit]:
    """Single book marks round a title that stands in no double ones."""
    depth = 0
    for at, char in enumerate(passage.text):
        depth += (char == "《") - (char == "》")
        close = passage.text.find("〉", at) if char == "〈" and depth <= 0 else -1
        if close > at:
            words = passage.text[at + 1 : close]
            yield Hit(at, close + 1, "先用双书名号，里层才用单书名号。", f"《{words}》")


def single_unpaired(passage: Passage, _: Office) -> Iterator[Hit]:
    """Single quotation marks that are not closed, or close what nothing opened."""
    text = passage.text
    waiting = -1
    for at, char in enumerate(text):
        if char == "‘":
            if waiting >= 0:
                yield Hit(waiting, _next_mark(text, waiting), "单引号不成对，少了一半。")
            waiting = at
        elif char == "’" and waiting >= 0:
            waiting = -1
        elif char == "’" and not re.search("[A-Za-z0-9]", text[max(0, at - 1) : at + 2]):
            yield Hit(at, at + 1, "单引号不成对，少了一半。")
        elif char == "”" and waiting >= 0:
            yield Hit(waiting, _next_mark(text, waiting), "单引号不成对，少了一半。")
            waiting = -1
    if waiting >= 0:
        yield Hit(waiting, _next_mark(text, waiting), "单引号不成对，少了一半。")


def _stands_right(text: str, at: int) -> bool:
    """Whether what is beside a mark shows that it isn't turned round: an opening one behind a colon, a closing one between marks."""
    if text[at] == "“":
        return text[at - 1 : at] in ("：", ":")
    return text[at - 1 : at] in tuple("。！？…") and at > 0


def _title_end(text: str, at: int) -> int:
    """From a bracket or book mark to where its fellow is likely to be missing: before the next mark, behind a title's own bracket."""
    version = _VERSION.match(text, at) if text[at] == "《" else None
    if version:
        return version.end()
    end = _MARK.search(text, at + 1)
    return end.start() if end else len(text)


def _next_mark(text: str, at: int) -> int:
    ends = [place for mark in "，。；、！？：”" if (place := text.find(mark, at + 1)) >= 0]
    return min(ends, default=len(text) - 1) + 1


def _alternate(text: str, places: list[int]) -> bool:
    return len(places) % 2 == 0 and all(text[at] == "“”"[turn % 2] for turn, at in enumerate(places))


def _nested(text: str, places: list[int]) -> list[int]:
    """The inner marks of “ “ ” ” where they do enclose something: what stands between the middle two is more than a joint."""
    inner: list[int] = []
    for first, second, third, fourth in zip(places, places[1:], places[2:], places[3:], strict=False):
        if text[first] + text[second] + text[third] + text[fourth] == "““””" and not _JOINT.fullmatch(text[second + 1 : third]):
            inner += [second, third]
    return inner


def _reach(text: str, at: int) -> tuple[int, int]:
    """From a mark to where its fellow is likely to be missing: behind a colon a whole sentence is quoted, elsewhere a few words."""
    if text[at] == "”":
        spoken_from = _SPOKEN_FROM.search(text, max(0, text.rfind("”", 0, at)), at)
        if spoken_from:
            return spoken_from.start("mark"), spoken_from.end("mark")
        start = 0
        for mark in "”，。；：、！？":
            start = max(start, text.rfind(mark, start, at) + 1)
        return start, at + 1
    spoken = at == 0 or text[at - 1] in "：:。！？"
    ends = [place for mark in ("。！？" if spoken else "，。；、！？：") if (place := text.find(mark, at + 1)) >= 0]
    parallel = re.match("([^，。；、！？：“”]{2,8})、", text[at + 1 :])
    if not spoken and parallel:  # “周调度、月通报、季拉练，: items of one length are one name
        size = len(parallel[1])
        row = re.match(f"(?:[^，。；、！？：“”]{{{size}}}、)+[^，。；、！？：“”]{{{size}}}", text[at + 1 :])
        ends = [at + 1 + row.end()] if row else ends
    later = text.find("“", at + 1)
    end = min(ends, default=len(text) - 1) + 1
    exclaims = re.match("[^。！？“”]{2,40}[！？]", text[at + 1 :])  # 赶，“快，先转移老人！: what is called out is a sentence
    if not spoken and exclaims and text[at - 1] in "，；":
        end = at + 1 + exclaims.end()
    return at, min(end, later) if later >= 0 else end


def _lonely(text: str, places: list[int]) -> Iterator[int]:
    """Opening marks that another opening one follows, and closing ones that nothing opened."""
    waiting = -1
    for at in places:
        if text[at] == "“":
            if waiting >= 0:
                yield waiting
            waiting = at
        elif waiting < 0:
            yield at
        else:
            waiting = -1
    if waiting > 0 or (waiting == 0 and _SPEAKS.search(text)):  # one that opens the paragraph may go on in the next (4.8.3.5)
        yield waiting


RULES = (
    PassageRule(About("pair.unpaired", "括号、书名号不成对", Level.ERROR, _SOURCE), unpaired, needs=_BRACKETS),
    PassageRule(About("pair.quotes", "引号不成对", Level.ERROR, "GB/T 15834—2011 4.8"), quotes_out_of_turn, needs="“”"),
    PassageRule(About("pair.single_open", "单引号不成对", Level.ERROR, "GB/T 15834—2011 4.8"), single_unpaired, needs="‘’"),
    PassageRule(About("pair.crossed", "引号、括号交叉", Level.ERROR, _SOURCE), crossed, needs="”》"),
    PassageRule(About("pair.nested", "引号、书名号套用", Level.ERROR, "GB/T 15834—2011 4.8.3.3、4.15.3.6"), nested_quote, needs="“《"),
    PassageRule(About("pair.single_book", "单书名号在外", Level.QUERY, "GB/T 15834—2011 4.15.3.6"), outer_single_book, needs="〈"),
    PassageRule(About("pair.single", "单引号在外", Level.QUERY, "GB/T 15834—2011 4.8.3.3"), outer_single_quote, needs="‘"),
)
