"""Lists whose parts are told each in a clause of its own, figure by figure or by name, become hits where their total is another (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from app.proof.amounts import NUMBER, SCALES, UNIT, Amount, amounts_in, last_place, number_of, written
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.text.chars import HAN
from app.text.numerals import parse_numeral

_SENTENCE = re.compile("[^。！？\n]+")
_OF_WHICH = re.compile("其中[，：]?|分[^，。；\\d]{1,8}看，|按[^，。；\\d]{1,10}[分看]，")
_BESIDE = (
    r"(?:[，（](?:同比|环比|比[^，。；\d]{1,8}|较[^，。；\d]{1,8}|分别)?(?:占|增长|下降|增加|减少|上升|提高|增幅|降幅|完成)"
    r"[^，。；、）]{0,16}?[%％倍][^，。；、）]{0,6}）?)*"
)
_PART = rf"[^，。；、\d]{{2,16}}?(?P<amount>{NUMBER}[万亿]?(?:{UNIT})){_BESIDE}"
_CLAUSE = re.compile(_PART)
_SIGN = re.compile("学历|岁|职称|[男女]|党员")
_ENDS = re.compile("[；，]")
_FEWEST, _NEAR = 2, 1.12
_RATHER = 1.3
"""What comes to more, or less, of the total than this is something else."""
_ROUNDING = 0.051

_SEQUENCE = re.compile(
    rf"分别(?!增长|下降|占|提高|比|同比|上升|减少|增加|较)[^，。；、\d]{{0,8}}?(?P<list>{NUMBER}[万亿]?(?:{UNIT})?(?:(?:、|，|和|及){NUMBER}[万亿]?(?:{UNIT})?){{1,11}})"
    rf"[，；](?:[^，。；、\d]{{0,8}})(?:共计|合计|总计|累计|总共|共)[^，。；、\d约近超]{{0,8}}?(?P<total>{NUMBER})(?P<scale>[万亿]?)(?P<unit>{UNIT})(?![余多左以])"
)
_THINGS = "部|台|张|本|个|把|件|枚|块|条|套|只|辆|瓶|盒|支|根|顶|床|份|桶|袋|箱|双|幅|面|架|艘|颗|发|册"
_MIXED = re.compile(
    rf"(?P<list>(?<![\d.,]){NUMBER}(?:{_THINGS})(?:、[^，。；、\d]{{1,10}}{NUMBER}(?:{_THINGS})){{1,9}})[^，。；、\d]{{0,6}}"
    rf"[，、]?(?:共计|合计|总计|共|总共)[^，。；、\d约近超]{{0,6}}?(?P<total>{NUMBER})(?P<unit>[件个]|余?台套|台件|套件|件套)(?!以上|左右|余)"
)
_FIGURE = re.compile(rf"(?P<number>{NUMBER})(?P<scale>[万亿]?)")

_KIND = "镇|乡|村|社区|街道|县|区|市|局|中学|小学|学校|公司|医院|水库|支行|企业|园|馆|站|路|街"
_NAMED = re.compile(
    rf"(?P<names>(?:[{HAN}]{{1,8}}、){{1,12}}[{HAN}]{{2,9}}?)(?P<and_so_on>等)?(?P<number>\d{{1,2}}|[两三四五六七八九十])(?:个|家|所|座|条)(?P<kind>{_KIND})(?!级|庄干)"
)
_SO_MANY = re.compile(rf"[\d两三四五六七八九十][个家所座条](?:{_KIND})")
_PLACES = re.compile(
    rf"(?<![{HAN}])(?:分别)?在(?P<names>(?:[{HAN}]{{2,8}}、){{2,8}}[{HAN}]{{2,10}}?)(?:分别)?(?:设立|设置|建立|建成|新建|布设|开设|成立)了?(?P<number>\d|[两三四五六七八九十])个"
)
_APART = 20
"""Characters behind a number of new places in which their shares may be told."""
_REPEATED = re.compile(
    rf"(?P<number>[两三四五六七八九十])个(?P<word>[{HAN}]{{2}})[”’]?(?:要求|原则|机制|工作法)?(?:[，，]?即)?(?:[:：，]|——)(?P<items>[{HAN}、，；]{{6,120}}?)(?=。|$)"
)
_ORDINALS = re.compile(
    rf"(?P<number>[两三四五六七八九十])(?:个方面|项|点|条|大)(?:[{HAN}]{{0,8}})[：:](?P<items>[^。]{{0,20}}?一是[^。]{{4,300}}?)(?=。|$)"
)
_ORDER = "一二三四五六七八九十"


def clauses_of_total(passage: Passage, _: Office) -> Iterator[Hit]:
    """其中，税收312.5亿元，占64.2%；社保费138.8亿元，占28.5%；…: clauses that don't come to the whole of the sentence before."""
    sentences = list(_SENTENCE.finditer(passage.text))
    for turn, sentence in enumerate(sentences):
        mark = _OF_WHICH.search(sentence[0])
        if mark is None or "；" not in sentence[0]:
            continue
        parts = list(_parts(sentence[0], mark.end()))
        if len(parts) < _FEWEST or any(one.rough for one in parts) or len({one.unit for one in parts}) > 1:
            continue
        signs = [bool(_SIGN.search(re.split("[，；]", sentence[0][: one.start])[-1])) for one in parts]
        if any(signs) and not all(signs):
            continue  # 研发人员96人；大专以上学历240人: somebody may be in both
        before = list(amounts_in(sentence[0][: mark.start()])) or (list(amounts_in(sentences[turn - 1][0])) if turn else [])
        sum_ = round(sum(one.value for one in parts), 4)
        near = [one for one in before if one.unit == parts[0].unit and one.value and 1 / _NEAR < sum_ / one.value < _NEAR and not one.rough]
        off = _ROUNDING * len(parts) * _least_step(sentence[0], parts)
        if near and max(one.value for one in parts) < near[0].value and all(abs(one.value - sum_) > off for one in near):
            start = sentence.start() + parts[0].start
            yield Hit(start, sentence.start() + parts[-1].end, f"各项加起来是{written(sum_)}，和总数{near[0].shown}不等，请核对。")


def columns(passage: Passage, _: Office) -> Iterator[Hit]:
    """其中，产业项目64个，完成投资102.7亿元；…项目35个，完成投资51.6亿元；…: figures of one unit, one in each clause, make the whole."""
    sentences = list(_SENTENCE.finditer(passage.text)) if "；" in passage.text else []
    for turn, sentence in enumerate(sentences):
        mark = _OF_WHICH.search(sentence[0])
        if mark is None or sentence[0].count("；", mark.end()) < 1:
            continue
        amounts = amounts_in(sentence[0])
        ends = [mark.end(), *(one.end() for one in re.finditer("；", sentence[0]) if one.end() > mark.end()), len(sentence[0])]
        rows = [[one for one in amounts if start <= one.start < end] for start, end in pairwise(ends)]
        before = [one for one in amounts if one.end <= mark.start()] or (list(amounts_in(sentences[turn - 1][0])) if turn else [])
        if len(rows) < _FEWEST or not all(len(row) > 1 for row in rows):
            continue
        units = [one.unit for one in rows[0] if all([other.unit for other in row].count(one.unit) == 1 for row in rows)]
        for unit in units:
            parts = [next(one for one in row if one.unit == unit) for row in rows]
            sum_ = round(sum(one.value for one in parts), 4)
            near = [one for one in before if one.unit == unit and one.value and 1 / _NEAR < sum_ / one.value < _NEAR and not one.rough]
            off = 0.51 * sum(last_place(sentence[0], one) for one in parts)
            if near and not any(one.rough for one in parts) and all(abs(one.value - sum_) > off for one in near):
                told = f"各项的{unit}数加起来是{written(sum_)}，和总数{near[0].shown}不等，请核对。"
                yield Hit(sentence.start() + parts[-1].start, sentence.start() + parts[-1].end, told)


def _least_step(text: str, parts: list[Amount]) -> float:
    """What one of the last figure is: 0.1亿元 may be rounded, whole things are not."""
    if not any("." in text[one.start : one.end] for one in parts):
        return 0.0
    words = text[parts[0].start : parts[0].end]
    return SCALES["亿" if "亿" in words else "万" if "万" in words else ""]


def _parts(text: str, place: int) -> Iterator[Amount]:
    """The amounts of the clauses from `place` on, each with its name before and its share or growth behind; none where one is otherwise."""
    amounts = {one.start: one for one in amounts_in(text)}
    found_all: list[Amount] = []
    while place < len(text):
        found = _CLAUSE.match(text, place)
        if found is None or found.start("amount") not in amounts or (found.end() < len(text) and text[found.end()] not in "；，"):
            return
        found_all.append(amounts[found.start("amount")])
        place = found.end() + 1
    yield from found_all


def sequence(passage: Passage, _: Office) -> Iterator[Hit]:
    """一、二、三月分别发送旅客5.2万、6.3万、4.8万人次，一季度累计发送17.3万人次."""
    for found in _SEQUENCE.finditer(passage.text):
        numbers = [(number_of(one["number"]), one["scale"]) for one in _FIGURE.finditer(found["list"])]
        scale = numbers[-1][1]  # 3、4万元
        sum_ = round(sum(number * SCALES[own or scale] for number, own in numbers), 4)
        total = round(number_of(found["total"]) * SCALES[found["scale"]], 4)
        if total and sum_ != total and 1 / _RATHER < sum_ / total < _RATHER and found["list"].endswith(found["unit"]):
            yield Hit(found.start("total"), found.end("unit"), f"前面各项加起来是{written(sum_)}，请核对。")


def things(passage: Passage, _: Office) -> Iterator[Hit]:
    """手机46部、电脑12台、银行卡210张，共计278件: things with measure words of their own."""
    for found in _MIXED.finditer(passage.text):
        sum_ = sum(number_of(one["number"]) for one in _FIGURE.finditer(found["list"]))
        total = number_of(found["total"])
        one_kind = len(set(re.findall(f"(?<=[0-9])(?:{_THINGS})", found["list"]))) == 1  # which sum.total tells
        if sum_ != total and 1 / _RATHER < sum_ / total < _RATHER and not one_kind:
            yield Hit(found.start("list"), found.end("unit"), f"前面各项加起来是{written(sum_)}，请核对。")


def names(passage: Passage, _: Office) -> Iterator[Hit]:
    """东岗镇、西湾镇、南坪镇等2个镇: more names, or without 等 less, than are said."""
    for found in _NAMED.finditer(passage.text) if _SO_MANY.search(passage.text) else ():
        listed = found["names"].split("、")
        kind, said = found["kind"], parse_numeral(found["number"]) or 0
        if not all(one.endswith(kind) for one in listed[1:-1] + listed[-1:]) or not listed[0].endswith(kind):
            continue
        if len(listed) > said or (len(listed) != said and not found["and_so_on"]):
            yield Hit(found.start("number"), found.end("kind"), f"前面列出{len(listed)}个，和“{found['number']}”不等，请核对。")


def places(passage: Passage, _: Office) -> Iterator[Hit]:
    """在城东、城西、城南、高新区设立5个网点: one more, or less, than the places that are named."""
    for found in _PLACES.finditer(passage.text):
        listed = re.split("[、和及]", found["names"])
        said = parse_numeral(found["number"].replace("两", "二")) or 0
        if abs(len(listed) - said) == 1 and said > 1 and "其中" not in passage.text[found.end() : found.end() + _APART]:
            yield Hit(found.start("number"), found.end("number") + 1, f"前面列出{len(listed)}处，和“{found['number']}个”不等，请核对。")


def repeated(passage: Passage, _: Office) -> Iterator[Hit]:
    """“四个必须”：必须…、必须…、必须…: the items that begin, or end, with the word are less or more than said."""
    for found in _REPEATED.finditer(passage.text):
        items = [one for one in re.split("[、，；]", found["items"]) if one]
        word, said = found["word"], parse_numeral(found["number"]) or 0
        heads, tails = sum(one.startswith(word) for one in items), sum(one.endswith(word) for one in items)
        count = max(heads, tails)
        if count > 1 and count != said and found["items"].count(word) == count:
            yield Hit(found.start("number"), found.end("items"), f"列出的“{word}”是{count}个，和“{found['number']}个”不等，请核对。")


def ordinals(passage: Passage, _: Office) -> Iterator[Hit]:
    """三点要求：一是…；二是…；三是…；四是…: another number of points than was said."""
    for found in _ORDINALS.finditer(passage.text):
        said, points = parse_numeral(found["number"]) or 0, re.findall(f"(?:^|(?<=[：；。，]))[{_ORDER}]是", found["items"])
        in_order = points == [f"{one}是" for one in _ORDER[: len(points)]]
        if in_order and len(points) > 1 and len(points) != said and (len(points) > said or passage.text[found.end() :] in ("", "。")):
            yield Hit(found.start("number"), found.end("number") + 1, f"下面列了{len(points)}条，和“{found['number']}”不等，请核对。")


RULES = (
    PassageRule(About("sum.clauses", "分句之和与总数", Level.QUERY, "实务"), clauses_of_total, needs="其分按"),
    PassageRule(About("sum.columns", "分句里的数之和与总数", Level.QUERY, "实务"), columns, needs="；"),
    PassageRule(About("sum.sequence", "分别之和与合计", Level.QUERY, "实务"), sequence, needs="分"),
    PassageRule(About("sum.things", "不同物品的合计", Level.QUERY, "实务"), things, needs="共合总"),
    PassageRule(About("sum.names", "所列名称的数目", Level.QUERY, "实务"), names, needs="、"),
    PassageRule(About("sum.places", "所列地点与设立的数目", Level.HINT, "实务"), places, needs="、"),
    PassageRule(About("sum.repeated", "几个必须的数目", Level.QUERY, "实务"), repeated, needs="个"),
    PassageRule(About("sum.points", "几点要求的数目", Level.QUERY, "实务"), ordinals, needs="一"),
)
