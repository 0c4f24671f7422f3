"""Names and the number that sums them up, or the figures told of each, become hits where they aren't as many: 甲、乙、丙四家单位 (实务)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from app.model.issue import Role
from app.proof.amounts import NUMBER
from app.proof.document import RUNNING, Document, Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.ordinals import head_ordinal
from app.proof.patterns import found_by
from app.proof.rule import About, DocumentRule, PassageRule
from app.text.chars import HAN
from app.text.numerals import parse_numeral

_ABSTRACT = (
    "方面|环节|领域|层面|维度|阶段|步骤|机制|体系|制度|行业|产业|门类|类别|板块|片区|重点|难点|问题|要素|要点|主题|专题|类型|渠道|途径|方式|模式|平台|工程|行动|战役|指标|因素|原则|功能|模块|系统|清单"
    "|部门|单位|专班|主体|专业|学科|科目|课程|品种|作物|特色|品牌|项目|景区|景点|节日|节点|岗位|工种|地市|民族|语种|流域|水系|班子"
)
_KINDS = {
    "学校": "小学|中学|幼儿园|学院|大学|学校|高中|初中|职专|分校|一中|二中|三中|四中|实小",
    "中学": "中学|一中|二中|三中|四中",
    "小学": "小学|实小",
    "医院": "医院|卫生院|保健院",
    "银行": "银行|信用社|农商行|农信社|分行|支行|[工农中建交]行",
    "企业": "公司|集团|企业|厂|科技|药业|股份|化工|机械|食品|电子|纺织|建材|材料|重工|能源",
    "公司": "公司|集团",
    "村": "村|社区|庄",
    "乡镇": "镇|乡|街道",
    "镇": "镇|街道",
    "镇街": "镇|乡|街道",
    "乡镇街道": "镇|乡|街道",
    "街道": "街道",
    "社区": "社区|村",
    "县": "县|市|区|旗",
    "县区": "县|市|区|旗",
    "县市区": "县|市|区|旗",
    "水库": "水库",
    "省": "省",
    "市": "市",
    "区": "区",
}
"""What is counted as a thing with a name, and how names of such things end."""
_ITEM = rf"[{HAN}A-Za-z“”‘’《》·]{{1,16}}"
_NAMES_OF_KINDS = "|".join(sorted(_KINDS, key=len, reverse=True))
_COUNTED = re.compile(
    rf"(?P<items>{_ITEM}(?:、{_ITEM}){{1,11}}?)(?<!等)(?<![各每第前近约超余共\d])(?P<etc>等)?(?<![第每上前])"
    r"(?P<number>[两三四五六七八九十]|1?\d)(?P<measure>[个大家类项种门所条座级方支地])"
    rf"(?P<what>{_ABSTRACT}|(?:{_NAMES_OF_KINDS})(?![{HAN}]{{0,2}}[级长委民])|)"
)
_SIGN = re.compile(rf"[两三四五六七八九十\d](?:[个大家类项种门所条座支](?:{_ABSTRACT}|{_NAMES_OF_KINDS})|[级方地])")
_BARE = {"级": 4, "方": 4, "地": 4}
"""Measures that need no noun: 省、市、县三级; the names before them are as short as this."""
_NO_ITEM = re.compile(rf"[\d一二两三四五六七八九十百千][{HAN}]|^[等及和与]|[的了]$")
_AND = re.compile("以及|及其|[和与及]")
_LEAST_NAMED, _FAR = 2, 2
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|‘[^‘’]*’|（[^（）]*）")
_STARTS = re.compile("[，。；：！？\n]")

_RESPECTIVELY = re.compile(
    rf"(?P<names>(?:[{HAN}]{{1,8}}、){{1,11}}[{HAN}]{{1,8}}?)(?P<etc>等)?(?:(?P<count>[两三四五六七八九十]|\d{{1,2}})[个大家类项种门所条座级方支][{HAN}]{{0,6}}?)?"
    rf"(?P<gap>[^，。；：、\d]{{0,12}}(?:，[^，。；：、\d]{{0,8}})?)分别(?P<verb>[^，。；：、\d]{{0,10}}?)(?P<values>{NUMBER}[^，。；：、\d]{{0,6}}(?:[、和与及]{NUMBER}[^，。；：、\d和]{{0,6}})+)(?=[，。；）])"
)
_EACH_ITS_OWN = re.compile(r"分别[^，。；：、\d]{0,10}\d")
_UNFIT_GAP = re.compile("其中|[比较]|以及|、")

_ABOVE = re.compile(r"^[ \u3000]*(?:以上|上述)(?P<number>[两三四五六七八九十]{1,2}|\d{1,2})(?P<measure>[件项条个点类种起])")
_TEXT = RUNNING - {Role.CELL, Role.TABLE, Role.PICTURE}


def names_and_their_number(passage: Passage, _: Office) -> Iterator[Hit]:
    """区人大、区政协、区教体局四家单位: the number right behind the names counts them."""
    text = _QUOTED.sub(lambda found: "某" * len(found[0]), passage.text)
    for found in found_by(_SIGN, _COUNTED, text):
        items = found["items"].split("、")
        measure, what = found["measure"], found["what"]
        said = parse_numeral(found["number"]) or 0
        if said < _LEAST_NAMED or not _fits(items, measure, what, found["number"]):
            continue
        before = text[: found.start()]
        if before[-1:] == "、" or _NO_ITEM.search(_STARTS.split(before)[-1] + items[0]) or any(_NO_ITEM.search(item) for item in items):
            continue
        least = len(items)
        most = least + (len(_AND.findall(items[-1])) if len(items[-1]) > 2 else 0)
        if least <= said <= most or (found["etc"] and least < said) or said > most + _FAR or said < least - _FAR:
            continue
        told = least if said < least else most
        yield Hit(found.start("number"), found.end(), f"前面列了{told}个，这里是“{found['number']}{measure}{what}”，请核对。")


def _fits(items: list[str], measure: str, what: str, number: str) -> bool:
    """Whether what is counted are the names: their number is in words beside a general noun, or they are of the kind that is counted."""
    if not what:
        return measure in _BARE and not number.isdigit() and max(map(len, items[1:])) <= _BARE[measure] and len(items) > 2
    kind = _KINDS.get(what)
    if kind:
        return all(re.search(f"(?:{kind})$", item) for item in items)
    return not number.isdigit() or len(items) > 2


def values_told_of_each(passage: Passage, _: Office) -> Iterator[Hit]:
    """化工、机械、纺织分别增长6.1%、9.3%: a figure for each name."""
    for found in found_by(_EACH_ITS_OWN, _RESPECTIVELY, passage.text):
        if found["etc"] or "等" in found["gap"] or _UNFIT_GAP.search(found["gap"]):
            continue
        names = found["names"].split("、")
        least = len(names)
        most = least + len(_AND.findall(names[-1] + found["gap"]))
        values = len(re.findall(NUMBER, found["values"]))
        if not least <= values <= most and abs(values - least) <= _FAR:
            yield Hit(found.start("values"), found.end("values"), f"前面是{least}个，这里有{values}个数，请核对。")


def items_above(document: Document, _: Office) -> Iterator[tuple[Passage, Hit]]:
    """以上七件实事 behind 一、to 六、."""
    for _article, group in groupby((one for one in document.passages if one.role in _TEXT), key=lambda one: one.article):
        passages = list(group)
        for turn, passage in enumerate(passages):
            found = _ABOVE.match(passage.text)
            if not found:
                continue
            heads = [head for one in passages[:turn] if (head := head_ordinal(one.text))]
            run = [head.value for head in heads if head.form == heads[-1].form]
            said = parse_numeral(found["number"]) or 0
            if run[-1:] and run[-1] > 1 and run[-run[-1] :] == list(range(1, run[-1] + 1)) and 0 < abs(said - run[-1]) <= _FAR:
                yield passage, Hit(found.start("number"), found.end("measure"), f"前面列了{run[-1]}{found['measure']}，请核对。")


RULES = (
    PassageRule(
        About("count.apposition", "所列与所说的数目", Level.QUERY, "实务"), names_and_their_number, _TEXT, needs="两三四五六七八九十0-9"
    ),
    PassageRule(About("count.respective", "分别的各数", Level.QUERY, "实务"), values_told_of_each, _TEXT, needs="别"),
    DocumentRule(About("count.above", "以上几项的数目", Level.QUERY, "实务"), items_above),
)
