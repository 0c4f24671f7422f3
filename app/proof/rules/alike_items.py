"""A comma or full stop between items of one form becomes a hit: 统一管理、统一检测。统一养护。 (GB/T 15834—2011 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.nominal import NO_ITEM, is_nominal
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.text.chars import HAN

_SAME_HEAD = re.compile(rf"(?P<mark>，)(?P<head>[{HAN}])[{HAN}]{{1,4}}、(?P=head)[{HAN}]{{1,4}}(?:、|等|和|[{HAN}]{{0,2}}\d)")
_SAME_HEAD_MARKS = re.compile("、[^，。；、]{2,5}(?:[、等和]|[^，。；、]{0,2}\\d)")
_SAME_END = re.compile(rf"(?P<tail>[好准实细严优强深])(?P<mark>，)[{HAN}](?P=tail)、[{HAN}](?P=tail)(?=[{HAN}])")
_LAST = re.compile(rf"、(?P<head>[{HAN}])(?P<one>[{HAN}]{{1,3}})(?P<mark>，)(?P=head)(?P<other>[{HAN}]{{1,3}})(?=[。；])")
"""保供电、保供热、保供水，保畅通。"""
_UNITE = re.compile(rf"、(?P<head>[{HAN}]{{2}})[{HAN}]{{2,6}}(?P<mark>[，。；])(?P=head)[{HAN}]{{2,6}}(?=[。；]|，(?!(?P=head)))")
_SINGLE = re.compile(rf"(?<=、)[{HAN}](?P<mark>，)[{HAN}](?=、[{HAN}](?:[、等\d]|[两三四五六七八九]))")
"""粮、油、肉，蛋、菜5大类."""
_ALL_OF = re.compile(
    rf"、(?P<one>[{HAN}]{{2,5}})(?P<mark>，)(?P<next>[{HAN}]{{2,5}}?)(?=逐项|逐一|一一|样样|应有尽有|一应俱全|全部到位|全覆盖)"
)
_STOPPED = re.compile(rf"(?P<head>[{HAN}])[{HAN}](?P<mark>。)(?P=head)[{HAN}]、[{HAN}]{{2,6}}(?=[，。])")
_THREE = re.compile(f"(?<=[的者]，)(?:[{HAN}]{{2}}，){{2,4}}[{HAN}]{{2}}(?=[。；])")
"""对整改不力的，约谈，通报，问责。"""
_TOTAL = re.compile(rf"、[{HAN}]{{2,10}}(?P<mark>，)(?P<next>[{HAN}]{{2,6}})(?=，(?:合计|共计|三者|两者|三项|分别占|依次占|合计占))")
_NUMBERS = re.compile(
    r"、(?P<one>\d[\d.]*)(?P<unit>[%％‰]|个百分点|[万亿]?[元人吨户亩个家件名次台]?)(?P<mark>[，,] ?)(?:和"
    r"|及)?\d[\d.]*(?P=unit)(?=[。；]|，(?!\d))(?<=[^\d])"
)
_EACH = re.compile(
    r"分别[^，。；、\d]{0,6}\d[\d.]*(?P<unit>[%％‰]|个百分点|[万亿]?[元人吨户亩个家件名次台])(?P<mark>，)\d[\d.]*(?P=unit)(?=[。；])"
)
"""分别下降21.4%，33.3%。"""
_SHARE = re.compile(
    r"(?P<mark>，)(?<=\d[%％万亿元人吨户亩个家件名次台]，)(?P<word>和|及|以及)(?=\d[\d.]*[%％万亿元人吨户亩个家件名次台](?:[，。；]|$))"
)
_IN_QUOTES = re.compile("“(?P<words>[^“”。；：]{6,24})”")


_REACH = {1: 5, 2: 8}
"""Characters before a mark within which the item before it begins, by how many its head has."""


def comma_between_alike(passage: Passage, office: Office) -> Iterator[Hit]:
    """Items of one form with two marks between them: 开饭店，开药店、开超市等; 统一管理、统一检测。统一养护。"""
    text = passage.text
    alike = (*_SAME_END.finditer(text), *_SINGLE.finditer(text), *_STOPPED.finditer(text))
    likely = (*found_by(_SAME_HEAD_MARKS, _SAME_HEAD, text), *_UNITE.finditer(text), *_last(text))
    headed = (one for one in likely if _behind_its_like(text, one))
    quoted = (at for one in _IN_QUOTES.finditer(text) if (at := _odd_comma(one["words"], one.start("words"))))
    for at in (*(one.start("mark") for one in (*alike, *headed)), *quoted):
        yield Hit(at, at + 1, "并列的各项之间标点要一致，用顿号。", "、")
    named = (one for one in _ALL_OF.finditer(text) if all(is_nominal(one[part], office.lexicon) for part in ("one", "next")))
    for found in (*named, *_TOTAL.finditer(text)):
        yield Hit(found.start("mark"), found.end("mark"), "并列的词语之间用顿号。", "、")


def _last(text: str) -> Iterator[re.Match[str]]:
    return (one for one in _LAST.finditer(text) if len(one["one"]) == len(one["other"]))


def _behind_its_like(text: str, found: re.Match[str]) -> bool:
    """Whether an item that begins as the one behind the mark stands right before what was found."""
    head, start = found["head"], found.start()
    at = text.rfind(head, max(0, start - _REACH[len(head)]), start)
    if at < 0 or not re.fullmatch(f"[{HAN}]+", text[at + len(head) : start]):
        return False
    again = found.re is _SAME_HEAD and text[start + 1 : start + 3] in text[max(0, at - 4) : start]
    return not again


def _odd_comma(words: str, start: int) -> int | None:
    """Where the one comma stands among the pause marks between items of one length; four items with it in their middle are two pairs."""
    pieces = re.split("[，、]", words)
    size = len(pieces[0])
    if len(pieces) < 3 or words.count("，") != 1 or not 1 < size < 5 or any(len(piece) != size for piece in pieces):
        return None
    at = words.index("，")
    return None if len(pieces) == 4 and at == 2 * size + 1 else start + at


def comma_between_verbs(passage: Passage, office: Office) -> Iterator[Hit]:
    """Commas between verbs of two characters that say what is done with whom: 对整改不力的，约谈，通报，问责。"""
    for found in _THREE.finditer(passage.text):
        words = found[0].split("，")
        if sum(word in office.lexicon.verbs for word in words) * 2 >= len(words) - 1 and not NO_ITEM.search(found[0]):
            for at in range(found.start() + 2, found.end(), 3):
                yield Hit(at, at + 1, "并列的词语之间用顿号。", "、")


def comma_between_numbers(passage: Passage, _: Office) -> Iterator[Hit]:
    """A comma before the last of several numbers of one kind: 增长31.7%、24.9%，14.2%; 增长8.3%，和9.7%."""
    for found in (*_NUMBERS.finditer(passage.text), *_EACH.finditer(passage.text)):
        yield Hit(found.start("mark"), found.end("mark"), "并列的数字之间用顿号。", "、")
    for found in _SHARE.finditer(passage.text):
        yield Hit(found.start("mark"), found.end("word"), f"并列的数字里，“{found['word']}”前面不用逗号。", found["word"])


_SOURCE = "GB/T 15834—2011 4.5"
RULES = (
    PassageRule(About("listed.alike", "同类各项间的标点", Level.QUERY, _SOURCE), comma_between_alike, needs="、"),
    PassageRule(About("listed.verbs", "并列动词间的逗号", Level.QUERY, _SOURCE), comma_between_verbs, needs="的者"),
    PassageRule(About("listed.numbers", "并列数字间的逗号", Level.QUERY, _SOURCE), comma_between_numbers, needs="0-9"),
)
