"""Signs of units with the wrong capitals, also in brackets behind the name, become hits: 公里（KM）, mmhg (GB 3100—1993)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule

_SIGNS = {
    "公里": "km",
    "千米": "km",
    "厘米": "cm",
    "毫米": "mm",
    "公斤": "kg",
    "千克": "kg",
    "毫升": "mL",
    "毫克": "mg",
    "平方公里": "km²",
    "平方米": "m²",
    "立方米": "m³",
    "公顷": "hm²",
    "千瓦时": "kW·h",
    "千瓦": "kW",
    "兆瓦": "MW",
    "千伏": "kV",
    "千伏安": "kVA",
    "兆帕": "MPa",
    "千帕": "kPa",
    "毫安": "mA",
}
_BRACKETED = re.compile(rf"(?P<name>{'|'.join(sorted(_SIGNS, key=len, reverse=True))})(?P<sign>[（(][A-Za-z][A-Za-z0-9²³·]{{0,4}}[）)])")
_MERCURY = re.compile("(?<![A-Za-z])mmhg(?![A-Za-z])", re.IGNORECASE)
_PLAIN = str.maketrans({"²": "2", "³": "3", "·": ""})


def sign_in_brackets(passage: Passage, _: Office) -> Iterator[Hit]:
    """公里（KM）: the sign behind the name is another way of writing it, with capitals that mean something else."""
    for found in _BRACKETED.finditer(passage.text):
        sign, right = found["sign"][1:-1], _SIGNS[found["name"]]
        if sign != right and sign.translate(_PLAIN).lower() == right.translate(_PLAIN).lower():
            yield Hit(found.start(), found.end(), f"“{found['name']}”的符号是“{right}”，行文里写名称就够了。", found["name"])


def mercury(passage: Passage, _: Office) -> Iterator[Hit]:
    """mmhg or MMHG for mmHg."""
    for found in _MERCURY.finditer(passage.text):
        if found[0] != "mmHg":
            yield Hit(found.start(), found.end(), "毫米汞柱的符号写作“mmHg”。", "mmHg")


RULES = (
    PassageRule(About("measure.bracketed", "括号里的单位符号", Level.QUERY, "GB 3100—1993"), sign_in_brackets, needs="(（"),
    PassageRule(About("measure.mercury", "mmHg的写法", Level.ERROR, "GB 3100—1993"), mercury, needs="Mm"),
)
