"""Telephone, identity-card and account numbers become hits: those that can't be right, and those that should not be in print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.document import RUNNING, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule

_IDENTITY = re.compile(r"(?<![\dA-Za-z])(?P<body>[1-9]\d{16})(?P<check>[\dXx])(?![\dA-Za-z])")
_NEAR_IDENTITY = re.compile(r"身份证(?:号码?|件号码)?[:：是为]{0,2}\s*(?P<number>[\dXx*]{12,20})")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_MOBILE = re.compile(r"(?<![\d.-])1[3-9]\d(?:[ -]?\d{4}){2}(?![\d%])")
_CALLED = re.compile(r"(?:电话|手机号?码?|热线|拨打|致电|联系方式|咨询)[^\d，。；]{0,8}?(?P<number>\d[\d－—-]{4,18}\d)")
_ACCOUNT = re.compile(
    r"(?:账号|帐号|卡号|账户|开户行)[^\d，。；]{0,12}?(?P<number>\d{8,20}(?:[ -]\d{3,4})*)|(?<![\d.])(?P<bare>62\d{14,17})(?!\d)"
)
_PLATE = re.compile(r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z\d])")


def identity_card(passage: Passage, _: Office) -> Iterator[Hit]:
    """An identity-card number (GB 11643): it isn't printed, and its last figure may show that it is wrong anyway."""
    text = passage.text
    seen: set[int] = set()
    for found in _IDENTITY.finditer(text):
        seen.add(found.start())
        check = _CHECKS[sum(int(digit) * weight for digit, weight in zip(found["body"], _WEIGHTS, strict=True)) % 11]
        wrong = "" if check == found["check"].upper() else "，而且校验位不对"
        yield Hit(found.start(), found.end(), f"身份证号码属于个人信息，不宜印出{wrong}。")
    for found in _NEAR_IDENTITY.finditer(text):
        if found.start("number") not in seen:
            yield Hit(found.start("number"), found.end("number"), "身份证号码不是18位，也不宜印出，请核对。")


def telephone_length(passage: Passage, _: Office) -> Iterator[Hit]:
    """A telephone number that has too many or too few figures for one."""
    for found in _CALLED.finditer(passage.text):
        number = re.sub("[－—-]", "-", found["number"])
        if not _callable(number):
            yield Hit(found.start("number"), found.end("number"), "电话号码的位数不对，请核对。")


def _callable(number: str) -> bool:
    digits = number.replace("-", "")
    if digits[0] == "0":
        area = 3 if digits.startswith(("010", "02")) else 4
        return len(digits) - area in (7, 8) or ("-" in number.partition("-")[2] and len(digits) - area > 7)
    if digits[0] == "1" and len(digits) > 6:
        return len(digits) == 11 and digits[1] in "3456789"
    if digits.startswith(("400", "800")):
        return len(digits) == 10
    return len(digits) in (3, 5, 6, 7, 8) or ("-" in number and len(digits) <= 12)


def mobile_number(passage: Passage, _: Office) -> Iterator[Hit]:
    """The number of a mobile telephone."""
    for found in _MOBILE.finditer(passage.text):
        yield Hit(found.start(), found.end(), "手机号码属于个人信息，印发前请确认是否需要。")


def account_number(passage: Passage, _: Office) -> Iterator[Hit]:
    """A bank account or card."""
    for found in _ACCOUNT.finditer(passage.text):
        group = "number" if found["number"] else "bare"
        yield Hit(found.start(group), found.end(group), "银行账号不宜印出，请核对。")


def plate_number(passage: Passage, _: Office) -> Iterator[Hit]:
    """The number plate of a car."""
    for found in _PLATE.finditer(passage.text):
        yield Hit(found.start(), found.end(), "车牌号码属于个人信息，印发前请确认是否需要。")


RULES = (
    PassageRule(About("private.identity", "身份证号码", Level.ERROR, "《个人信息保护法》第二十八条；GB 11643"), identity_card),
    PassageRule(About("private.telephone", "电话号码位数", Level.ERROR, "实务"), telephone_length),
    PassageRule(About("private.mobile", "手机号码", Level.QUERY, "《个人信息保护法》"), mobile_number, RUNNING),
    PassageRule(About("private.account", "银行账号", Level.QUERY, "《个人信息保护法》第二十八条"), account_number),
    PassageRule(About("private.plate", "车牌号码", Level.QUERY, "《个人信息保护法》"), plate_number),
)
