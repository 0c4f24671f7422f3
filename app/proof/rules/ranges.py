"""Ranges of numbers that run backwards, or whose ends don't go together, become hits (GB/T 15835—2011 5.1.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.amounts import NUMBER, SCALES, UNIT, number_of
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import About, PassageRule
from app.text.numerals import HAN_NUMERAL, parse_numeral

_TO = re.compile(r"[-－–—～~至到]\d")
_RANGE = re.compile(
    rf"(?<![\d.年月/A-Za-z:：\-－—～])(?P<low>{NUMBER})(?P<low_scale>[万亿]?)(?P<sign>[%％]?)(?P<mark>[-－–—～~至到])(?P<high>{NUMBER})"
    "(?P<scale>[万亿]?)"
    rf"(?P<unit>个百分点|{UNIT}|毫克|微克|毫米|厘米|克|升|毫升|岁|天|小时|分钟|周|度|℃|倍|㎡|[%％]|日(?=[内前])|个?工作日|个月|兆瓦|千伏|[A-Za-z]{{1,4}})(?![-－—/])"
)
_MOVES = re.compile(
    r"(?:由|从|自)[^，。；]{0,14}$|(?:降(?![雨水雪])|减|缩短|压缩|下降|增|(?<![每公毫立])升|提高|调整|零下)[^，。；、\d]{0,4}$"
)
_FROM = re.compile(r"(?:由|从|自)[^，。；]{0,14}$|零下$|(?:降|减|升|增|提高|调整)[^，。；、\d]{0,2}[至到为]$")
_MOVED_ON = re.compile(r"[^，。；、\d]{0,4}(?:降|升|提高|增|减|缩短|压缩)[^，。；、\d]{0,6}\d")
"""Behind a range that something moves from: 由10%～5%降到3%; the range itself is no move."""
_BOTH_UNITS = re.compile(
    rf"(?<![\d.年月/A-Za-z:：\-－—～])(?P<low>{NUMBER})(?P<unit>‰|[万亿]?(?:{UNIT}|毫米|厘米|岁|天|小时|分钟|℃))(?P<mark>[-－–—～~至])"
    rf"(?P<high>{NUMBER})(?P=unit)(?![-－—/])"
)
_IN_HAN = re.compile(
    rf"(?<![{HAN_NUMERAL}第周初期拜、])(?P<low>[二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)(?P<mark>[—～至到])(?P<high>[一两二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)"
    "(?=[个名人户家天岁](?!月|级|班)|万元|公里|小时|分钟|倍)"
)
_TO_ABOUT = re.compile("[～~—至](?:将近|大约|接近|近|约)")
_ROUGH_END = re.compile(rf"(?<![\d.年月])(?:{NUMBER})[万亿]?[～~—至](?P<rough>将近|大约|接近|近|约)(?={NUMBER}[万亿]?(?:{UNIT}))")
_ROUGH_BEHIND = re.compile(rf"(?<![\d.年月])(?:{NUMBER})[万亿]?[～~—至-](?:{NUMBER})[万亿]?(?P<rough>[余多来])(?=[万亿]?(?:{UNIT}|岁|年))")
_ROUGH_UNIT = re.compile(
    rf"(?<![\d.年月])(?:{NUMBER})[万亿%％]?[～~—至-](?:{NUMBER})(?:[%％]|[万亿]?(?:{UNIT}|年|岁|厘米|毫米))(?P<rough>以上|以下)(?![的]?级|学历)"
)
_ROUGH_LAST = re.compile(
    rf"(?<![\d.年月])(?:{NUMBER})(?:万|亿)?(?:元|块|年|岁|天|米|公里)?[～~—至-](?:{NUMBER})[万亿]?(?:元|块钱?|年|岁|天|米|公里|个|人|吨|亩|斤|公斤)(?P<rough>[余多])(?=[，。；、）]|钱|$)"
)
_TO_BARE = re.compile(r"[—～~–-]\d+(?:\.\d+)?[，。；、）]")
_OPEN = re.compile(
    rf"(?<![\d.年月/A-Za-z:：\-－—～])(?P<low>{NUMBER})(?P<unit>[万亿]?(?:℃|元|公里|毫米|厘米|米|公斤|千克|吨|岁|小时|分钟|人|度|倍|‰))(?P<mark>[—～~–-])"
    rf"(?P<high>{NUMBER})(?=[，。；、）])"
)
_FAR = 100.0


def backwards(passage: Passage, _: Office) -> Iterator[Hit]:
    """A range whose lower end stands last: 300-200公斤. From 300 to 200 something may fall."""
    for found, low, high in _ranges(passage.text):
        if low > high and not _moves(passage.text, found) and not (found["mark"] in "至到" and not found["low_scale"] and found["scale"]):
            right = f"{found['high']}{found['scale']}～{found['low']}{found['low_scale'] or found['scale']}"
            yield Hit(found.start("low"), found.end("scale"), "起止数的大小倒了，请核对。", None if found["sign"] else right)
    for found in found_by(_TO, _BOTH_UNITS, passage.text):  # 500元～300元
        low, high = number_of(found["low"]), number_of(found["high"])
        if low > high and not _moves(passage.text, found):
            unit = found["unit"]
            right = f"{found['high']}{unit}{found['mark']}{found['low']}{unit}"
            yield Hit(found.start(), found.end(), "起止数的大小倒了，请核对。", right)
    for found in _IN_HAN.finditer(passage.text):  # 八至五名
        worded = parse_numeral(found["low"]), parse_numeral(found["high"])
        if worded[0] and worded[1] and worded[0] > worded[1] and not _moves(passage.text, found):
            right = f"{found['high']}{found['mark']}{found['low']}"
            yield Hit(found.start(), found.end(), "起止数的大小倒了，请核对。", right)


def _moves(text: str, found: re.Match[str]) -> bool:
    """Whether something falls or rises from the first number to the second."""
    if found["mark"] not in "至到" and not _FROM.search(text[: found.start()]):
        return False
    if found["mark"] in "～~—" and _MOVED_ON.match(text, found.end()):
        return False
    return _MOVES.search(text[: found.start()]) is not None


def far_apart(passage: Passage, _: Office) -> Iterator[Hit]:
    """3至8000元, where 3000 is likely to be meant."""
    for found, low, high in _ranges(passage.text):
        digits = found["high"]
        if 0 < low < 10 and high / low >= _FAR and len(digits) > 2 and not digits[1:].strip("0") and not found["low_scale"]:
            whole = f"{found['low']}{digits[1:]}{found['scale']}"
            yield (
                Hit(
                    found.start("low"),
                    found.end("scale"),
                    f"起始数是不是“{whole}”？起止两头都写全。",
                    f"{whole}{found['mark']}{digits}{found['scale']}",
                )
            )


def _ranges(text: str) -> Iterator[tuple[re.Match[str], float, float]]:
    """Ranges with the values of their ends; a lower end without 万 has that of the upper one."""
    for found in found_by(_TO, _RANGE, text):
        if found["unit"] in ("号", "号楼"):
            continue
        scale = SCALES[found["scale"]]
        low = number_of(found["low"]) * (
            SCALES[found["low_scale"]] if found["low_scale"] else 1 if number_of(found["low"]) >= 1000 else scale
        )
        yield found, low, number_of(found["high"]) * scale


def open_end(passage: Passage, _: Office) -> Iterator[Hit]:
    """1℃—2，: the lower end has the unit, the upper one hasn't."""
    for found in found_by(_TO_BARE, _OPEN, passage.text):
        if number_of(found["low"]) < number_of(found["high"]):
            right = f"{found['low']}{found['unit']}{found['mark']}{found['high']}{found['unit']}"
            yield Hit(found.start(), found.end(), "起止两头都写单位。", right)


def rough_end(passage: Passage, _: Office) -> Iterator[Hit]:
    """A range with 近 or 约 before its upper end, or 余 behind it: 120至近150名, 800～1000余吨."""
    for found in (*found_by(_TO_ABOUT, _ROUGH_END, passage.text), *found_by(_TO, _ROUGH_BEHIND, passage.text)):
        if not _MOVES.search(passage.text[: found.start()]):
            yield Hit(found.start("rough"), found.end("rough"), "已经是一个范围，不用再说“近、约、余、多”。", "")
    for found in found_by(_TO, _ROUGH_LAST, passage.text):  # 优惠2—3块多
        yield Hit(found.start("rough"), found.end("rough"), "已经是一个范围，不用再说“近、约、余、多”。", "")
    for found in found_by(_TO, _ROUGH_UNIT, passage.text):  # 租期5—20年以上
        yield Hit(found.start("rough"), found.end("rough"), "已经是一个范围，不用再说“以上、以下”。", "")


RULES = (
    PassageRule(About("range.backwards", "起止数颠倒", Level.QUERY, "GB/T 15835—2011 5.1.3；实务"), backwards, needs="-－–—～~至到"),
    PassageRule(About("range.rough", "范围里的约数", Level.QUERY, "实务"), rough_end, needs="近约余多以来"),
    PassageRule(About("range.open", "起止数少了单位", Level.QUERY, "GB/T 15835—2011 5.1.3"), open_end, needs="—～~–-"),
    PassageRule(About("range.far", "起始数没写全", Level.QUERY, "GB/T 15835—2011 5.1.3"), far_apart, needs="-－–—～~至到"),
)
