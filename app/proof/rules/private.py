"""Telephone, identity-card and account numbers become hits: those that can't be right, and those that should not be in print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import FIGURES, About, DocumentRule, PassageRule

_IDENTITY = re.compile(r"(?<![\dA-Za-z])(?P<body>[1-9]\d{16})(?P<check>[\dXx])(?![\dA-Za-z])")
_NEAR_IDENTITY = re.compile(r"身份证(?:号码?|件号码)?[:：是为]{0,2}\s*(?P<number>[\dXx*OoIlSBZ]{12,20})")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_MOBILE = re.compile(r"(?<![\d.-])1[3-9]\d(?:[ -]?\d{4}){2}(?![\d%元万亿])")
_CALLED = re.compile(
    r"(?:电话|手机号?码?|热线|专线|传真|座机|固话|值班室|拨打|致电|联系方式|咨询|举报[：:])[^\d，。；]{0,8}?(?P<number>\d[\d－—-]{4,18}\d)(?![\d万亿]|[余多]?[件人户次个家起条通例])"
)
_LETTER = re.compile(
    r"(?:(?:电话|热线|拨打|致电|手机)[^\d，。；]{0,8}?|(?:拨打|热线|致电)\d{3,5}(?:或者?|、|和))"
    r"(?P<number>\d(?=[\d-]*[A-Za-zＯ])[\dA-Za-zＯ-]{2,17})(?![\dA-Za-z])"
)
_ALIKE = str.maketrans(
    {"O": "0", "o": "0", "Ｏ": "0", "l": "1", "I": "1", "i": "1", "S": "5", "s": "5", "B": "8", "Z": "2", "z": "2", "q": "9", "b": "6"}
)
_EMERGENCY = ("110", "112", "114", "119", "120", "122", "999")
_SERVICES_WORDS = """
12300 12301 12303 12305 12306 12308 12309 12310 12312 12313 12314 12315 12316 12317 12318 12319 12320 12321 12322 12323 12325 12326
12327 12328 12329 12330 12331 12333 12335 12336 12337 12338 12339 12340 12341 12343 12345 12346 12348 12349 12350 12351 12355 12356
12358 12360 12361 12363 12365 12366 12367 12368 12369 12370 12371 12373 12377 12378 12379 12380 12381 12385 12386 12387 12388 12389
12390 12391 12393 12395 12396 12398 12110 12123 12119 12121 12122 12117 11185 11183 10000 10010 10086 10050 10099 10060
"""
SERVICES = tuple(_SERVICES_WORDS.split())
"""Numbers of public services that are given out by the ministry; 95 and 96 begin those of banks and of provinces."""
_DIALLED = re.compile(
    r"(?:拨打|致电|(?:热线|专线|服务台)(?:电话|号码)?[：: ]?"
    r"|电话(?:号码)?(?:[：: 为是]{1,2}(?=[19])|(?=1\d{3}[，。；）])))“?(?P<number>12\d{3}|\d{4})"
    r"(?![\d.%万余多件个起次条人名户批年月通公宗单米例A-Za-z－—-]|[O〇])"
    r"|拨打“?(?P<number3>\d{3})(?=”?(?:电话)?(?:报警|求助|求救|急救|呼救|火警))"
    r"|(?<![\d.])(?P<number2>12\d{3})(?=[”]?[^\d，。；]{0,8}热线)"
)
_WITH_AREA = re.compile(r"(?<![\d.—－–A-Za-z-])(?P<area>0[1-9]\d{1,2})[—－–-](?P<local>\d{1,11})(?![\d.%％年月日至～℃米]|[—－–-])")
_MOBILE_IN_PARTS = re.compile(r"(?<![\d.—－–A-Za-z-])(?P<number>1[3-9]\d{1,2}[- —]\d{2,5}[- —]\d{2,5})(?![\d.%％-])")
_LONG_RUN, _PARTED = re.compile(r"1\d{9}"), re.compile(r"\d[- —]\d{2,5}[- —]\d")
_MOBILE_FIGURES = 11
_NEARLY_MOBILE = re.compile(r"(?<![\dA-Za-z.—-])1[3-9]\d(?:\d{7}|\d{9,10})(?![\d.%％元万亿A-Za-z-])")
_SIDE_BY_SIDE = re.compile(r"(?<![\d-])(?P<one>[2-9]\d{5,7})[、，；/ 和](?P<other>[2-9]\d{5,7})(?!\d)")
_AREA_CODE = re.compile(r"0\d{2,3}[—－–-]")
_LANDLINE = re.compile(r"(?<![\d.])(?P<area>0\d{2,3})[—－–-](?P<local>\d{6,9})(?!\d)")
_FREE = re.compile(r"(?<![\d.—-])(?P<number>[48]00-\d{2,4}(?:-?\d{1,5})?)(?![\d-])")
_BRACKETED = re.compile(r"[（(](?P<area>0\d{2,3})[)）]\s*[-—－]?\s*(?P<local>\d[\d-]*)?")
_POSTCODE = re.compile(r"(?:邮编|邮政编码)[：: 为是]{0,2}(?P<number>\d+)(?!\d)")
_CREDIT = re.compile(r"(?:统一社会信用代码|信用代码)(?:证号)?[：: 为是]{0,2}(?P<number>[0-9A-Za-z]{12,24})(?![0-9A-Za-z])")
_CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_NEARLY_IDENTITY = re.compile(
    r"(?<![\dA-Za-z])[1-6]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{2,3}|\d{4,5}|\d{3}[A-WYZa-wyz])(?![\dA-Za-z])"
)
_LONG_AREAS_WORDS = """
0311 0371 0377 0379 0411 0431 0451 0510 0511 0512 0513 0514 0515 0516 0517 0518 0519 0523 0527 0531 0532 0551 0571 0573 0574 0575 0576
0577 0579 0591 0595 0731 0754 0755 0757 0760 0769 0791 0851 0871 0898
"""
_LONG_AREAS = frozenset(_LONG_AREAS_WORDS.split())
"""Areas of four figures whose telephones have eight; 010 and 02 have them everywhere."""
_UNSURE_AREAS = frozenset({"0310", "0312", "0315", "0432", "0592", "0852", "0853", "0756", "0752", "0771", "0991"})
"""Where the number of figures has been changing."""
_LONG, _FREE_FIGURES, _IDENTITY_FIGURES, _CALL_REACH = 8, 10, 18, 14
_ABOUT_CALLS = re.compile("电话|热线|传真|联系|咨询|投诉|举报|致电|拨打")
_POSTCODE_FIGURES, _CREDIT_FIGURES = 6, 18
_ACCOUNT = re.compile(
    r"(?:账号|帐号|卡号|账户|开户行)[^\d，。；]{0,12}?(?P<number>\d{8,20}(?:[ -]\d{3,4})*|\d{4}(?:[ -]\d{4}){2,4}(?:[ -]\d{1,3})?)"
    r"|(?<![\d.])(?P<bare>62\d{14,17})(?!\d)"
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
            seen.add(found.start("number"))
            yield Hit(found.start("number"), found.end("number"), "身份证号码不是18位，也不宜印出，请核对。")
    for found in _NEARLY_IDENTITY.finditer(text):  # without the word, but with a place and a day of birth in it
        if found.start() not in seen and len(found[0]) != _IDENTITY_FIGURES:
            yield Hit(found.start(), found.end(), "像身份证号码而不是18位，也不宜印出，请核对。")


def telephone_length(passage: Passage, _: Office) -> Iterator[Hit]:
    """A telephone number that has too many or too few figures for one."""
    for found in _CALLED.finditer(passage.text):
        number = re.sub("[－—-]", "-", found["number"])
        if not _callable(number):
            near = next((one for one in (*SERVICES, *_EMERGENCY) if number in (one + one[-1], one * 2, one + "0")), None)
            yield Hit(found.start("number"), found.end("number"), "电话号码的位数不对，请核对。", near)
    for found in _DIALLED.finditer(passage.text):
        group = next(name for name in ("number", "number2", "number3") if found[name])
        if found[group] not in (*SERVICES, *_EMERGENCY):
            near = next(
                (one for one in SERVICES if len(found[group]) == 4 and found[group] in (one[:2] + one[3:], one[:3] + one[4:], one[:4])),
                None,
            )
            yield Hit(found.start(group), found.end(group), f"没有“{found[group]}”这个公共服务电话，请核对。", near)


def area_and_length(passage: Passage, _: Office) -> Iterator[Hit]:
    """A number that is too long or too short for the telephones of its area, or an area without a number; 400 numbers have ten figures."""
    for found in found_by(_AREA_CODE, _LANDLINE, passage.text):
        if _wrong_for(found["area"], found["local"]):
            told = f"{found['area']}地区的固定电话是{_length(found['area'])}位，这里是{len(found['local'])}位，请核对。"
            yield Hit(found.start(), found.end(), told)
    for found in _BRACKETED.finditer(passage.text):
        local = (found["local"] or "").replace("-", "")
        if _ABOUT_CALLS.search(passage.text[max(0, found.start() - _CALL_REACH) : found.start()]) and (
            _wrong_for(found["area"], local) or len(local) not in (7, 8)
        ):
            yield Hit(found.start(), found.end(), "电话号码的位数不对，请核对。")
    for found in found_by(_AREA_CODE, _WITH_AREA, passage.text):  # 0537-22188, whatever it is called
        local = found["local"]
        if len(local) not in (_LONG - 1, _LONG) and local not in (*SERVICES, *_EMERGENCY) and found["area"][:2] not in ("00",):
            yield Hit(found.start(), found.end(), "电话号码的位数不对，请核对。")
    for found in found_by(_PARTED, _MOBILE_IN_PARTS, passage.text):
        if len(re.sub(r"\D", "", found["number"])) != _MOBILE_FIGURES:
            yield Hit(found.start(), found.end(), "像手机号码而不是11位，请核对。")
    for found in found_by(_LONG_RUN, _NEARLY_MOBILE, passage.text):
        if _ABOUT_CALLS.search(passage.text[max(0, found.start() - 2 * _CALL_REACH) : found.start()]):
            yield Hit(found.start(), found.end(), "像手机号码而不是11位，请核对。")
    for found in _FREE.finditer(passage.text):
        if len(found["number"].replace("-", "")) != _FREE_FIGURES:
            yield Hit(found.start("number"), found.end("number"), "400电话是10位，请核对。")


def _length(area: str) -> int:
    return _LONG if area in _LONG_AREAS or len(area) < 4 or area.startswith("02") else _LONG - 1


def _wrong_for(area: str, local: str) -> bool:
    return area not in _UNSURE_AREAS and _LONG - 1 <= len(local) <= _LONG and len(local) != _length(area)


def postcode(passage: Passage, _: Office) -> Iterator[Hit]:
    """A postcode has six figures."""
    for found in _POSTCODE.finditer(passage.text):
        if len(found["number"]) != _POSTCODE_FIGURES:
            yield Hit(found.start("number"), found.end("number"), "邮政编码是6位，请核对。")


def credit_code(passage: Passage, _: Office) -> Iterator[Hit]:
    """A code of a legal person (GB 32100) of another length, with letters that it never has, or with a last sign that doesn't check."""
    for found in _CREDIT.finditer(passage.text):
        code = found["number"].upper()
        if len(code) != _CREDIT_FIGURES:
            yield Hit(found.start("number"), found.end("number"), "统一社会信用代码是18位，请核对。")
        elif any(sign not in _CREDIT_SIGNS for sign in code):
            yield Hit(found.start("number"), found.end("number"), "统一社会信用代码里没有字母I、O、S、V、Z，请核对。")
        elif (
            31 - sum(_CREDIT_SIGNS.index(sign) * pow(3, turn, 31) for turn, sign in enumerate(code[:-1])) % 31
        ) % 31 != _CREDIT_SIGNS.index(code[-1]):
            yield Hit(found.start("number"), found.end("number"), "统一社会信用代码的校验位不对，请核对。")


def letter_in_telephone(passage: Passage, _: Office) -> Iterator[Hit]:
    """A letter that looks like a figure in a telephone number."""
    for found in _LETTER.finditer(passage.text):
        number = found["number"].translate(_ALIKE)
        right = next((one for one in SERVICES if number in (one, one + "0")), number if number.replace("-", "").isdigit() else None)
        yield Hit(found.start("number"), found.end("number"), "电话号码里混进了字母。", right)


def _callable(number: str) -> bool:
    digits = number.replace("-", "")
    if digits[0] == "0":
        area = 3 if digits.startswith(("010", "02")) else 4
        parts = number[area:].lstrip("-").split("-")  # 6283-0017, or 83620017-806 with the number of a desk
        whole = len(parts[0]) in (7, 8) or (len(parts) > 1 and len(parts[0]) in (3, 4) and len(parts[1]) == 4)
        return whole or digits[area:] in SERVICES
    if digits[0] == "1" and len(digits) > 6:
        return len(digits) == 11 and digits[1] in "3456789"
    if digits.startswith(("400", "800")):
        return len(digits) == 10
    if digits[0] == "1" and (len(digits) != 5 or digits[:2] not in ("10", "11", "12")):
        return digits in _EMERGENCY or digits.startswith("12110")
    if len(digits) == 6 and "-" not in number:
        return digits.startswith(("95", "96"))
    return len(digits) in (3, 5, 7, 8) or ("-" in number and len(digits) <= 12)


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


def odd_one_out(passage: Passage, _: Office) -> Iterator[Hit]:
    """A local number with a figure less than the one beside it: 8326410、832641."""
    for found in _SIDE_BY_SIDE.finditer(passage.text):
        one, other = found["one"], found["other"]
        if len(one) != len(other) and "电话" in passage.text[max(0, found.start() - 12) : found.start()]:
            group = "one" if len(one) < len(other) else "other"
            yield Hit(found.start(group), found.end(group), "和并列的电话号码位数不同，请核对。")


def lengths_differ(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """Numbers of one area code that have another length than its other ones."""
    found: dict[str, list[tuple[Passage, re.Match[str]]]] = {}
    for passage in document.passages:
        for number in found_by(_AREA_CODE, _LANDLINE, passage.text):
            found.setdefault(number["area"], []).append((passage, number))
    for area, numbers in found.items():
        counts = Counter(len(number["local"]) for _, number in numbers)
        (usual, most), *others = counts.most_common()
        if not others or most == others[0][1]:
            continue
        for passage, number in numbers:
            if len(number["local"]) != usual:
                told = f"本期其他{area}开头的电话是{usual}位，这里是{len(number['local'])}位，请核对。"
                yield passage, Hit(number.start(), number.end(), told)


RULES = (
    PassageRule(
        About("private.identity", "身份证号码", Level.ERROR, "《个人信息保护法》第二十八条；GB 11643"), identity_card, needs=f"{FIGURES}身"
    ),
    PassageRule(About("private.telephone", "电话号码位数", Level.ERROR, "实务"), telephone_length, needs="话手热拨致系询线台传座值举"),
    PassageRule(About("private.area", "区号与号码位数", Level.QUERY, "实务"), area_and_length, needs="01"),
    PassageRule(About("private.postcode", "邮政编码位数", Level.ERROR, "GB/T 2260；实务"), postcode, needs="邮"),
    PassageRule(About("private.credit", "统一社会信用代码", Level.QUERY, "GB 32100—2015"), credit_code, needs="码"),
    PassageRule(About("private.odd", "电话号码位数不一", Level.QUERY, "实务"), odd_one_out, needs="话"),
    PassageRule(About("private.letter", "电话号码里的字母", Level.ERROR, "实务"), letter_in_telephone, needs="话热拨致手"),
    PassageRule(About("private.mobile", "手机号码", Level.QUERY, "《个人信息保护法》"), mobile_number, RUNNING, needs="1"),
    PassageRule(About("private.account", "银行账号", Level.QUERY, "《个人信息保护法》第二十八条"), account_number, needs="账帐卡户6"),
    PassageRule(About("private.plate", "车牌号码", Level.QUERY, "《个人信息保护法》"), plate_number, needs="A-Z"),
    DocumentRule(About("private.length", "电话位数与其他的不同", Level.QUERY, "实务"), lengths_differ),
)
