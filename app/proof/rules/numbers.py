"""Numbers written as they should not be, rough numbers said twice, and falls by a multiple become hits (GB/T 15835—2011)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from app.proof.amounts import ABOUT, NUMBER
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.patterns import found_by
from app.proof.rule import FIGURES, About, PassageRule
from app.proof.spans import quoted, within
from app.text.numerals import HAN_NUMERAL, format_numeral, parse_numeral

_SMALL = 10
"""Up to this a number may be a word (三大类), whatever stands beside it."""
_FORMAL_NUMERAL = "壹贰叁肆伍陆柒捌玖拾佰仟"

_NUMBER = r"(?<!\d)\d+(?:\.\d+)?"
_PERCENT_RANGE = re.compile(
    rf"(?<![\d.%％月])(?P<low>(?!0[至到]){_NUMBER})(?P<mark>[-—－–～~至到])(?P<high>{_NUMBER})(?P<unit>[%％‰])(?!个百分点)"
)
_OPEN_PERCENT = re.compile(
    rf"(?<![\d.])(?P<low>{_NUMBER})(?P<unit>[%％])(?P<mark>[-—－–～~至到])(?P<high>{_NUMBER})(?=[，。；、左之不的）]|$)"
)
_MAGNITUDE = re.compile(
    rf"(?<![\d.年月])(?P<low>{_NUMBER})(?P<mark>[—～~至-])(?P<high>{_NUMBER})(?P<unit>[万亿])"
    "(?=元|[余多]?(?:人|亩|吨|户|平方|千瓦|立方|次|株|棵|件|册|份|只|头|公里|家|个|条|名|字|台|辆|斤|公斤|米|套|支|羽|尾|箱|袋|斗|位))"
)
_FALL = re.compile(
    "(?:降幅|跌幅|减幅|减少|下降|降低|缩小|缩短|减轻|缩减|回落|下滑|压减|压缩|比[^，。；倍]{1,14}?(?:低|少|短|慢|轻|小|矮|便宜))了?"
    rf"(?:达到?)?(?:近|约|将近|超过|至少)?(?P<times>(?:{_NUMBER}|[{HAN_NUMERAL}]+|数|几)(?:多|余)?倍)"
)
_FALL_MANY = re.compile("成(?P<times>倍)地?(?:下降|减少|降低|缩短|压缩)")
_NONE_NOUGHT = re.compile(r"(?:无|没有)[^，。；、\d“”]{0,10}?(?<![\d.—～至-])(?P<nought>0[例起人件次个宗户名])(?![\d.])")
_ROUGHLY = re.compile("[余多约近逾]|左右|上下|以[上下内]|超过")
_TWICE = re.compile(
    rf"(?=[近约大将接超多至最不高突几数\d{HAN_NUMERAL}])(?:(?P<before>(?:{ABOUT}|大约|将近|接近|大概|约计)[有为]?)(?P<number>(?:{NUMBER}|[{HAN_NUMERAL}]{{2,}})[万亿千百]?)(?P<after>(?:余|多)(?!年来|年间|天来|个月来))"
    rf"(?=[{HAN_NUMERAL}]|[^\d{HAN_NUMERAL}])"
    rf"|(?P<before2>(?:{ABOUT}|大约|将近|接近|大概)[为有在是]?)(?P<number2>{NUMBER}[万亿千百%％]?|半|[{HAN_NUMERAL}]{{1,4}}(?=[^\d，。；、：近约（]))(?P<unit2>[^\d，。；、：近约（]{{0,5}}?)"
    "(?P<after2>左右|上下(?![学班楼车船级游行岗课山水联]))"
    rf"|(?<![\d.])(?P<number12>{_NUMBER}(?:元|米|公里|天|人|岁|年|个|亩|吨|[%％℃])?[～~至—]{_NUMBER}[万亿]?)[^\d，。；、：（]{{0,3}}?(?P<after12>余(?=[，。；、）])|左右|上下(?![学班楼车船级游行岗课山水联]))"
    rf"|(?P<number6>{_NUMBER}[%％]?)(?:以上|以下|以内)(?P<after6>左右|上下|以上)"
    rf"|(?P<number10>{_NUMBER})(?P<after10>[多余])(?=(?:米|公里|人|名|个|户|元|吨|亩|天|岁|家|件|平方米|公斤)(?:以上|以下|以内))"
    rf"|(?P<before11>近|将近|接近)(?P<number11>{_NUMBER}|[{HAN_NUMERAL}]{{1,3}})(?P<measure11>个)(?P<after11>多)"
    "|(?P<number7>[一二三四五六七八九]{2}[十百千万])(?P<after7>[多余])"
    r"|(?P<before8>(?<![附最邻临])近|(?<![预签契节履违解公合制集续邀条])约|将近|接近)[^，。；、\d]{0,12}?(?P<number8>[一二三四五六七八九两]成半?|一半|半数|三分之[一二]|四分之[一三])(?P<after8>左右|上下(?![学班楼车船级游行岗课山水联]))"
    rf"|(?:{ABOUT}|大约|大概|将近|接近|至少|突破|超过|高达|不足|不到)了?(?P<after15>大约|约|近|将近|接近|超过|逾)(?=[\d{HAN_NUMERAL}])"
    rf"|(?P<number16>{_NUMBER}[万亿]?|[{HAN_NUMERAL}]{{2,}}|[十百千万])(?P<after16>来多|多来|来余|余来|多几|余多|多余(?!的))(?=[起批宗个名人家次天户位台辆件条项岁元亩吨份所座处块分株棵里米斤])"
    rf"|(?<![{HAN_NUMERAL}])(?P<number18>[几数][十百千万]|[十百千][几余多])(?P<after18>[余多几])(?=[个名人家次天户位台辆件条项岁元亩吨份所座处块分株棵场里米斤种万])"
    rf"|(?P<before19>{ABOUT}|将近|接近)(?P<number19>[百千])(?P<after19>[余多])(?=[个名人家次户位台辆件条项元亩吨份所处棵株场])"
    rf"|(?P<number17>{_NUMBER}[万亿]?)(?:[个名人家次户位台辆件条项亩吨])?(?P<after17>左右余|左右多|余左右|多左右|上下余)"
    r"|(?P<number13>(?:[十百千]|\d)[多余几][万亿])(?P<after13>余|多)"
    rf"|(?P<number14>[{HAN_NUMERAL}]成(?:左右|上下)?|一半)(?P<after14>以上约?|约)(?=\d+(?:\.\d+)?[%％])"
    rf"|(?P<number9>{_NUMBER}[万亿]?|[{HAN_NUMERAL}]{{2,}})(?P<after9>余多|多余|几余)(?=[个名人家次天户位台辆件条项岁元亩吨份所座处块分株棵])"
    rf"|(?P<before3>(?:超过|多达|至少|最少|不少于|高达)有?)(?P<number3>{NUMBER}[万亿千百%％]?)(?P<unit3>[^\d，。；、：（]{{0,5}}?)"
    "(?P<after3>(?<!规模)(?<!级)(?<!限额)(?<!职称)(?<!高)(?<!科)(?<!处)以上|左右|多(?=[人个名家户次万亿元])|余(?=[人个名家户次万亿元]))"
    rf"|(?P<before4>最多|不超过|不足|不到|至多)(?P<number4>{NUMBER}[万亿千百%％]?)(?P<unit4>[^\d，。；、：（]{{0,5}}?)"
    "(?P<after4>以下|左右|以内)"
    rf"|(?P<number5>{_NUMBER}[万亿千百]?|[{HAN_NUMERAL}]{{2,}}|(?<![{HAN_NUMERAL}])[十百千])(?P<mid>余|多)(?P<unit5>[^\d，。；、：（]{{1,4}}?)(?P<after5>左右|上下(?![学班楼车船级游行岗课山水联一同齐协])))"
)
"""Its first look names the characters that an alternative begins with: at most places of a text it spares trying them all."""
_AFTER = ("after", *(f"after{turn}" for turn in range(2, 20)))
_SOME = re.compile(
    r"(?<![\d第])(?P<tens>\d0)几(?=[\u4e00-\u9fff])|(?<![\d.,])(?P<odd>\d*[1-9])(?P<more>多)(?=[个名人家次户位台辆件条项块棵场处份])"
)
_TWO = re.compile(r"\d、\d")
_PAIR = re.compile(
    r"(?<![\d.、第前])(?P<one>[1-9])、(?P<two>[2-9])(?P<tail>0?)(?=[个名人次天周家位户遍趟岁里](?!月|级|年级|等奖|区|组|楼|号|班))"
    r"|(?<=[\u4e00-\u9fff，（“])(?<![第前])(?P<one2>[1-9])、(?P<two2>[2-9])(?=[余多]?(?:[万百千](?:[余多]?[元人亩吨户斤名个件株棵米头只字公份次平立]|块)"
    r"|公里|华里|分钟|秒钟|小时|[平立]方米|厘米|毫米|公斤|千克|米(?!线)|亩|吨|斤|元|块钱|倍|成(?![果效员为])|点钟|年(?=[的就内才，。前后来时])"
    r"|[辆头只株棵趟遍场件座台所起例份间口眼种篇项瓶箱袋把张](?!型|[^，。；]{0,2}条)|百(?:[余多]?[年元人亩吨户斤名个件株棵米头只字公份次平立块])))"
)
_EACH_ITS_OWN = re.compile(r"(?:分别|依次|各|第|[甲乙丙表图附])[^，。；]{0,8}$|[附表图例式]$")
"""Before figures that are two and no rough number: 分别为3、4万元."""
_BOTH = re.compile("[^，。；]{0,8}(?:两|二|2)[个种档类级条处]")
_THOUSAND = re.compile(
    rf"(?<![\d.])(?P<number>{_NUMBER})(?P<unit>[百千](?:\d++[百十]?)*+万?)"
    "(?=(?:余|多)?(?:人|名|元|户|家|个|次|亩|吨|件|份|册|只|辆|棵|株|场|片|项|条|起|处|台|万|块|张|套|位|平|公里|方|立方|公斤|斤|头|羽|尾|字|票|桌|箱|瓶|盒|袋|页|座|所|间|口|盏|面|篇|幅|对|双|年))"
)
_AFTER_WAN = re.compile(
    r"(?<=\d[万亿])\d+[百千](?![人元名户家个次亩吨件份册只辆棵株场片项条起处台万块张套位平公方立斤头羽尾字票桌箱瓶盒袋页座所间口盏面篇幅对双年余多克米瓦伏])"
)
_COUNTED = (
    "(?=[余多几]?(?:[万亿]|[个名人家次天户位台辆件条项岁元亩吨份所座间套起处场期种支只头棵株米批页本张册套例趟盏扇栋幢封笔颗遍轮架艘瓶袋箱盒根桶杆面])"
    "|[余多]?(?:公里|公斤|平方|立方|小时|分钟))"
)
_MIXED = re.compile(
    rf"(?=[\d{HAN_NUMERAL}{_FORMAL_NUMERAL}])(?:(?<![\d.初周期拜])(?P<wrong>(?<![{HAN_NUMERAL}])(?!十[一二三四五六]五|[五六七八十]一"
    rf"|三八)[{HAN_NUMERAL}{_FORMAL_NUMERAL}]{{2,}}\d+(?:\.\d+)?[百千]?|(?<![第初周期拜])(?<![{HAN_NUMERAL}])[二三四五六七八九两]?[十百千]\d+"
    rf"|(?<![第\d.])\d+[十百千](?![米克瓦伏卡])\d*(?:\.\d+)?[一二三四五六七八九]?|(?<![第\d.年月])\d+[一二三四五六七八九]){_COUNTED}"
    r"|(?P<span>(?:[一二三四五六七八九十]{1,3}|(?<![一二三四五六七八九十])[二两三四五六七八九]?[百千])[～~—\-至]\d+|(?<!\d)\d+[～~—\-至][一二三四五六七八九十]{1,3})"
    "(?=[个名人家次天户位台件条项岁元亩吨份所座期小公分米年月周倍里%％万亿千])"
    rf"|(?<![{HAN_NUMERAL}第初周期拜之图表附其、])(?P<rough>[二三四五六七八九]?[十百千][余多几]\d+){_COUNTED}"
    rf"|(?<![\d.])(?P<yi>\d+(?:\.\d+)?亿[{HAN_NUMERAL}]+[千百十]?[{HAN_NUMERAL}]*万?|[{HAN_NUMERAL}]+亿\d+(?:\.\d+)?万?)(?=元|人|亩|吨|斤|公斤|立方)"
    rf"|(?<![{HAN_NUMERAL}第初周期拜之图表附其统、（])(?P<tens>[三四五六七八九][1-9]0)(?=[余多]?(?:亩|人|名|户|公里|公斤|分钟|元|岁))"
    rf"|(?P<point>[零一二三四五六七八九十]点\d+)(?=[个%％万亿倍千])|(?<![\d.日午晨晚夜间时])(?P<spoken>\d+点\d+)(?=[%％万亿倍吨])|(?<![\d.])(?P<twice>\d+\.\d+亿\d+(?:\.\d+)?万))"
)
_ITEMS = re.compile(rf"[元人户亩吨个件家名台米里]、[\d{HAN_NUMERAL}]")
_MIXED_LIST = re.compile(
    rf"(?<![\d.]){_NUMBER}(?P<unit>[万亿]?(?:元|人|户|亩|吨|个|件|家|名|台|平方米|公里))、(?P<han>[{HAN_NUMERAL}]{{2,7}})(?P=unit)"
    rf"|(?<![{HAN_NUMERAL}])(?P<han2>[{HAN_NUMERAL}]{{2,7}})(?P<unit2>[万亿]?(?:元|人|户|亩|吨|个|件|家|名|台|平方米|公里))、{_NUMBER}(?P=unit2)"
)
_FORMAL = re.compile(
    rf"(?<![{_FORMAL_NUMERAL}一二三四五六七八九收捡])[{_FORMAL_NUMERAL}一二三四五六七八九]*[{_FORMAL_NUMERAL}][{_FORMAL_NUMERAL}一二三四五六七八九零]*(?=万?[余多]?[个名人家次户位台辆件条项亩吨份所座株棵只头册本])"
)
_POINT = re.compile(
    r"(?<=\d)(?<!123\d\d)(?P<mark>[．。，·])(?P<rest>\d+)(?=[%％万亿元米吨亩倍个公]|千[米瓦克]|平方|立方|(?<=\d，\d{3})[余多]?[人名户家件条份次辆台张本棵株套项起处])"
)
_POINTS = re.compile(r"(?<![\d.])(?P<number>\d+(?:\.\d*){2,})(?=[万亿%％元人亩吨个名户家公平立米度℃倍]|株|棵)")
_TWO_POINTS = re.compile(r"\d\.\d*\.")
_GROUPS = re.compile(r"(?<![\d,.，])(?P<number>\d{1,3}(?:[,，]\d+)+)(?=[余多]?[万亿元人名户家个亩吨件次条份米])")
_WORDED_PERCENT = re.compile(
    rf"百分之(?P<number>{_NUMBER})(?P<sign>[%％]?)|百分之(?P<wrong>[{HAN_NUMERAL}]+\d+)|(?P<part>(?<![{HAN_NUMERAL}\d])[二三四五六七八九十]分之\d+(?![\d.])|(?<!\d)[2-9]分之[一二三四五六七八九])"
)
_SPLIT = re.compile(r"(?<![\d.])(?P<number>\d+(?P<unit>[米元吨斤里度])\d|\d+(?P<acres>亩)\d分)(?=[，。；、的深长宽高厚左以地]|$)")
_DAYS_ON = "(?:[、至到—]周?[1-6一二三四五六日])"
_NO_DAY = r"(?![\d.个周年岁月天次期%])"
_WEEKDAY = re.compile(
    rf"(?:星期|礼拜)[1-6]{_DAYS_ON}*+{_NO_DAY}"
    rf"|(?<![\d半一二三四五六七八九十两几数])周[1-6](?:(?<!每周[1-6]){_DAYS_ON}++{_NO_DAY}|(?=[上下中]午|早|凌|晚上|[，。；）]|$))"
)
_PLAIN = str.maketrans(_FORMAL_NUMERAL, "一二三四五六七八九十百千")
_DAY_NAMES = str.maketrans("123456", "一二三四五六")
_SOURCE = "GB/T 15835—2011"


def percent_range(passage: Passage, _: Office) -> Iterator[Hit]:
    """A range of percentages whose lower end lacks the sign (5.1.3)."""
    for found in _PERCENT_RANGE.finditer(passage.text):
        yield Hit(
            found.start("low"),
            found.end("unit"),
            "百分数的起止两头都写百分号。",
            f"{found['low']}{found['unit']}{_mark(found)}{found['high']}{found['unit']}",
        )
    for found in _OPEN_PERCENT.finditer(passage.text):  # 5%至10
        right = f"{found['low']}{found['unit']}{_mark(found)}{found['high']}{found['unit']}"
        yield Hit(found.start(), found.end(), "百分数的起止两头都写百分号。", right)


def magnitude_range(passage: Passage, _: Office) -> Iterator[Hit]:
    """A range like 3～5万元, whose lower end lacks 万 or 亿 (5.1.3)."""
    for found in _MAGNITUDE.finditer(passage.text):
        if float(found["low"]) < float(found["high"]):
            right = f"{found['low']}{found['unit']}{_mark(found)}{found['high']}{found['unit']}"
            yield Hit(found.start("low"), found.end("unit"), f"起止两头都写“{found['unit']}”，免得误解。", right)


def _mark(found: re.Match[str]) -> str:
    return found["mark"] if found["mark"] in "—～至到" else "～"


def fall_by_times(passage: Passage, _: Office) -> Iterator[Hit]:
    """A fall by a multiple, which would go below nothing."""
    for found in chain(_FALL.finditer(passage.text), _FALL_MANY.finditer(passage.text)):
        yield Hit(found.start("times"), found.end("times"), "减少、下降不能用倍数，改用百分数或几分之几。")


def rough_twice(passage: Passage, _: Office) -> Iterator[Hit]:
    """A number that is called rough in two ways: 近…左右, 约…余."""
    for found in found_by(_ROUGHLY, _TWICE, passage.text):
        group = next(name for name in _AFTER if found[name])
        fix = {"余多": "余", "多余": "多", "几余": "几"}.get(found[group], "")
        yield Hit(found.start(group), found.end(group), "前后两处都表示约数，只留一处。", fix)


def none_and_nought(passage: Passage, _: Office) -> Iterator[Hit]:
    """无死亡0例: none, and none of it."""
    for found in _NONE_NOUGHT.finditer(passage.text):
        yield Hit(found.start("nought"), found.end("nought"), "“无”和“0”说了两遍，只留一处。")


def figures_with_some(passage: Passage, _: Office) -> Iterator[Hit]:
    """A rough number half in figures: 20几个."""
    for found in _SOME.finditer(passage.text):
        if found["tens"]:
            yield Hit(found.start(), found.end(), "带“几”的数用汉字。", f"{format_numeral(int(found['tens']))}几")
        elif len(found["odd"]) > 1:
            yield Hit(found.start("odd"), found.end("more"), "不是整数，后面不用“多”。", found["odd"])


def neighbours_in_figures(passage: Passage, _: Office) -> Iterator[Hit]:
    """Two neighbouring figures for a rough number: 3、4个 (4.5.3.4 of GB/T 15834, 5.2.3 of GB/T 15835)."""
    for found in found_by(_TWO, _PAIR, passage.text):
        one, two = int(found["one"] or found["one2"]), int(found["two"] or found["two2"])
        both = found["one2"] and (_EACH_ITS_OWN.search(passage.text[: found.start()]) or _BOTH.match(passage.text, found.end()))
        if two == one + 1 and not both:
            right = _spoken(one) + _spoken(two) + ("十" if found["tail"] else "")
            yield Hit(found.start(), found.end(), "表示概数的两个相邻数字用汉字，中间不加顿号。", right)


def _spoken(figure: int) -> str:
    return "两" if figure == 2 else format_numeral(figure)


def hundred_in_han(passage: Passage, _: Office) -> Iterator[Hit]:
    """百 or 千 behind figures; only 万 and 亿 may stand there (5.1.2)."""
    for found in _AFTER_WAN.finditer(passage.text):  # 8万3千
        yield Hit(found.start(), found.end(), "数字后面只跟“万”“亿”，不跟“百、千”。")
    for found in _THOUSAND.finditer(passage.text):
        unit = found["unit"]
        right = f"{float(found['number']) * (100 if unit == '百' else 1000):.0f}" if len(unit) == 1 else None
        yield Hit(found.start(), found.end("unit"), f"数字后面只跟“万”“亿”，不跟“{unit[0]}”。", right)


def mixed_number(passage: Passage, _: Office) -> Iterator[Hit]:
    """A number half in figures, half in Chinese numerals."""
    for found in _MIXED.finditer(passage.text):
        group = next(name for name in ("wrong", "span", "rough", "yi", "tens", "point", "spoken", "twice") if found[name])
        yield Hit(found.start(group), found.end(group), "同一个数不要混用数字和汉字。")
    for found in found_by(_ITEMS, _MIXED_LIST, passage.text):  # 38.9亿元、三十五亿元
        group = "han" if found["han"] else "han2"
        value = parse_numeral(found[group])
        if value is not None and value > _SMALL:
            yield Hit(found.start(group), found.end(group), "并列的数写法要一致，这里用数字。", str(value))


def formal_numeral(passage: Passage, _: Office) -> Iterator[Hit]:
    """A numeral of bank forms in running text: 一佰余件; in such forms 元 follows."""
    for found in _FORMAL.finditer(passage.text):
        if re.search(f"[佰仟拾]|[{_FORMAL_NUMERAL}]{{2}}", found[0]):
            yield Hit(found.start(), found.end(), "“佰、仟、拾”一类大写数字只用于票据，这里用“百、千、十”。", found[0].translate(_PLAIN))


def decimal_point(passage: Passage, _: Office) -> Iterator[Hit]:
    """A decimal point of full width, or a Chinese mark in its place."""
    for found in _POINT.finditer(passage.text):
        if found["mark"] == "，" and len(found["rest"]) == 3:
            yield Hit(found.start("mark"), found.end("mark"), "千位分隔用半角逗号，或者不分隔。", ",")
        elif found["mark"] != "，":
            yield Hit(found.start("mark"), found.end("mark"), "小数点用半角的“.”。", ".")
    for found in found_by(_TWO_POINTS, _POINTS, passage.text):  # 1.2.6万株
        yield Hit(found.start(), found.end("number"), "一个数里有两个小数点，请核对。")


def groups_of_figures(passage: Passage, _: Office) -> Iterator[Hit]:
    """Figures that commas don't part in threes (5.1.1)."""
    for found in _GROUPS.finditer(passage.text):
        groups = re.split("[,，]", found["number"])[1:]
        if any(len(group) != 3 for group in groups) and "," in found["number"]:
            yield Hit(found.start(), found.end(), "千位分隔的位置不对，三位一节。")


def worded_percent(passage: Passage, _: Office) -> Iterator[Hit]:
    """百分之 before figures: 百分之30, 百分之30%."""
    for found in _WORDED_PERCENT.finditer(passage.text):
        if found["wrong"] or found["part"]:
            yield Hit(found.start(), found.end(), "同一个数不要混用数字和汉字。")
        else:
            yield Hit(found.start(), found.end(), "写“%”就不写“百分之”。", f"{found['number']}%")


def split_number(passage: Passage, _: Office) -> Iterator[Hit]:
    """6米5 for 6.5米, as one speaks."""
    spans = quoted(passage.text)
    for found in _SPLIT.finditer(passage.text):
        if within(spans, found.start(), found.end()):
            continue
        unit = found["unit"] or found["acres"]
        whole, _unit, part = found["number"].removesuffix("分").partition(unit)
        yield Hit(found.start(), found.end(), "小数写在单位前面。", f"{whole}.{part}{unit}")


def weekday_in_figures(passage: Passage, _: Office) -> Iterator[Hit]:
    """星期4: the days of the week are written in Chinese numerals (4.2)."""
    for found in _WEEKDAY.finditer(passage.text):
        yield Hit(found.start(), found.end(), "星期几用汉字数字。", found[0].translate(_DAY_NAMES))


_LETTERS = re.compile(
    r"(?<![A-Za-z\d.])(?=[\dOoＯlI.]*\d)(?=[\d.]*[OoＯlI])(?P<number>[\dOoＯlI]+(?:\.[\dOoＯlI]+)?)(?=[余多]?(?:[万亿%％元人名户家件亩吨年月日倍]|个(?!性)|公[里斤顷]|平方|立方))"
)
_AS_FIGURES = str.maketrans({"O": "0", "o": "0", "Ｏ": "0", "l": "1", "I": "1"})


def letter_in_number(passage: Passage, _: Office) -> Iterator[Hit]:
    """2O24年, l2万元: a letter that looks like a figure."""
    for found in _LETTERS.finditer(passage.text):
        if re.fullmatch(r"[OoＯI]\d+", found[0]):
            continue  # O2, I5: names of things
        yield Hit(found.start(), found.end(), "数里混进了字母。", found["number"].translate(_AS_FIGURES))


_COUNTED_TWO = re.compile(
    r"(?<![第十百千万〇零一二三四五六七八九两几初星期礼拜周、·—～至到\d])二(?P<measure>天(?!堂)|小时|名(?!医)|户(?!型)|公里|公斤|亩(?!三)|吨|个(?![人一二三]))"
)


def two_as_counted(passage: Passage, _: Office) -> Iterator[Hit]:
    """二天, 二个: before measure words of things that are counted one says 两."""
    for found in _COUNTED_TWO.finditer(passage.text):
        yield Hit(found.start(), found.end(), f"“{found[0]}”一般写“两{found['measure']}”或“2{found['measure']}”。", f"两{found['measure']}")


RULES = (
    PassageRule(About("number.two", "“二”与“两”", Level.QUERY, "《现代汉语八百词》；实务"), two_as_counted, needs="二"),
    PassageRule(About("number.letter", "数里的字母", Level.QUERY, "实务"), letter_in_number, needs="OoＯlI"),
    PassageRule(About("number.none", "无与0重复", Level.QUERY, "实务"), none_and_nought, needs="无没"),
    PassageRule(About("number.percent_range", "百分数起止", Level.ERROR, f"{_SOURCE} 5.1.3"), percent_range, needs="%％‰"),
    PassageRule(About("number.magnitude_range", "起止数的万、亿", Level.QUERY, f"{_SOURCE} 5.1.3"), magnitude_range, needs="—～~至-"),
    PassageRule(About("number.fall_by_times", "减少若干倍", Level.ERROR, "实务"), fall_by_times, needs="倍"),
    PassageRule(About("number.rough_twice", "约数重复", Level.ERROR, "实务"), rough_twice, needs="余多左上下内近约接逾过几"),
    PassageRule(About("number.some", "几十几", Level.ERROR, f"{_SOURCE} 5.2.3"), figures_with_some, needs="几多"),
    PassageRule(About("number.neighbours", "相邻数字表概数", Level.ERROR, f"{_SOURCE} 5.2.3"), neighbours_in_figures, needs="、"),
    PassageRule(About("number.hundred", "数字后的百、千", Level.ERROR, f"{_SOURCE} 5.1.2"), hundred_in_han, needs="百千"),
    PassageRule(About("number.mixed", "数字汉字混用", Level.ERROR, f"{_SOURCE} 4.3"), mixed_number, needs=FIGURES),
    PassageRule(About("number.formal", "大写数字", Level.ERROR, f"{_SOURCE} 5.2；实务"), formal_numeral, needs=_FORMAL_NUMERAL),
    PassageRule(About("number.split", "小数的写法", Level.ERROR, f"{_SOURCE} 5.1；实务"), split_number, needs="米元吨斤里度亩"),
    PassageRule(About("number.weekday", "星期的写法", Level.ERROR, f"{_SOURCE} 4.2"), weekday_in_figures, needs="周星礼"),
    PassageRule(About("number.point", "小数点", Level.ERROR, f"{_SOURCE} 5.1.1"), decimal_point, needs=FIGURES),
    PassageRule(About("number.groups", "千位分隔", Level.QUERY, f"{_SOURCE} 5.1.1"), groups_of_figures, needs=","),
    PassageRule(About("number.worded_percent", "百分之与百分号", Level.ERROR, f"{_SOURCE} 4.3；实务"), worded_percent, needs="分"),
)
