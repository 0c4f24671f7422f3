"""Figures of a whole that is parted as everybody knows, and figures set above or below a mark, become hits where they can't be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.proof.amounts import NUMBER, UNIT, Amount, amounts_in, last_place, scale_of
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule

_PARTITIONS = (
    ("第一产业", "第二产业", "第三产业"),
    ("一产", "二产", "三产"),
    ("城镇", "乡村"),
    ("城镇", "农村"),
    ("城市", "农村"),
    ("男", "女"),
    ("进口", "出口"),
    ("出口", "进口"),
    ("税收", "非税"),
    ("合格", "不合格"),
    ("集中", "分散"),
    ("以上", "以下"),
    ("公办", "民办"),
    ("线上", "线下"),
    ("赞成", "反对", "弃权"),
    ("当场", "限期"),
    ("现场", "限期"),
    ("专职", "兼职"),
    ("省内", "省外"),
    ("县内", "县外"),
    ("在职", "退休"),
    ("新建", "续建"),
    ("新建", "改建"),
    ("大型", "中型", "小型"),
    ("满意", "基本满意", "不满意"),
    ("同意", "反对", "弃权"),
    ("失能", "半失能", "自理"),
    ("全职", "兼职"),
    ("境内", "境外"),
    ("国内", "国外"),
    ("市内", "市外"),
    ("有效", "无效"),
    ("地上", "地下"),
)
"""Names of parts that together are the whole."""
_PARTS = frozenset(name for names in _PARTITIONS for name in names)
_OTHER_WORDS = frozenset({"合格率", "合格证", "满意度", "满意率", "同意书", "同意率", "有效率", "有效期"})
_FINER = re.compile("[常较很]满意")
"""A fourth part beside 满意、基本满意、不满意."""
_SCORES = re.compile(
    r"(?:总分|满分)(?:为|是)?(?P<total>\d{2,4})分[，：（；][^。；\d、]{0,10}?(?P<parts>(?:[^，。；、\d]{2,12}\d{1,3}分[、，]){1,9}[^，。；、\d]{2,12}\d{1,3}分)(?=[。；）]|$)"
)
_ADDED = re.compile("[加扣减]分|最[高低多少]|奖励|每")
_NOT_SUMMED = re.compile("人均|平均|居民|率|比重|占比|增速|指数|新增|净增")
"""What isn't added up: an income of all isn't that of town and country together."""
_ROUNDING = 0.51
"""What a figure may be off by in its last place."""
_NEAR = 1.2
_COMPARABLE = 2.0
"""Figures further apart are a level and a difference."""
"""A sum that is further off than this is one of something else."""
_REACH = 24
_MARK = re.compile(
    rf"(?P<one>{NUMBER})(?P<unit>[万亿]?(?:立方米/秒|毫米|℃|{UNIT}))，?(?P<word>低于|高于|超过|超出?|超)"
    rf"(?P<what>[^，。；、\d]{{2,8}}?)(?P<other>{NUMBER})(?P=unit)(?=[，。；（]|{NUMBER})"
)

_CLASSES = re.compile(
    rf"以[上下][^，。；、\d]{{0,6}}{NUMBER}(?P<unit>[个户人名家村]|人次)[、，]"
    rf"(?:[^。；、]{{1,24}}?{NUMBER}(?P=unit)[、，]){{1,8}}[^。；、]{{1,14}}以[上下][^，。；、\d]{{0,6}}{NUMBER}(?P=unit)"
)
_MARKED = re.compile(r"[\d.]*[^\d，。；、]{0,2}$")
_FEWEST = 3
_DIFFERENCE = re.compile(f"(?:比|较|同比|环比)[^，。；]{{0,14}}(?:快|慢|高|低|多|少|升|降|增|减|长|落|大|小)[加了]?{NUMBER}[万亿]?$")


def parts_of_partition(passage: Passage, _: Office) -> Iterator[Hit]:
    """第一、第二 and 第三产业, 城镇 and 乡村: parts that don't come to the whole before them."""
    text = passage.text
    there = {name for name in _PARTS if name in text}
    for names in _PARTITIONS:
        parts = _named(text, names) if there.issuperset(names) else None
        if (
            parts is None
            or (names == ("以上", "以下") and not _same_mark(text, parts))
            or (names[0] == "满意" and _FINER.search(text))
            or any(_NOT_SUMMED.search(_label(text, part)) for part in parts)
        ):
            continue
        before = [one for one in amounts_in(text) if one.end <= parts[0].start and one.unit == parts[0].unit and not one.rough]
        sum_ = round(sum(part.value for part in parts), 4)
        near = [one for one in before if one.value and 1 / _NEAR < sum_ / one.value < _NEAR]
        whole = min(near, key=lambda one: abs(one.value - sum_), default=None)
        if re.match(r"[、，][^，。；、\d]{1,8}\d", text[parts[-1].end :]) and _more(text, parts):
            continue  # 男生、女生、教师: there are other parts
        if whole is None or max(part.value for part in parts) >= whole.value:
            continue
        if _NOT_SUMMED.search(_label(text, whole)) or (names[0] == "一产" and "第一产" in text):
            continue
        if abs(sum_ - whole.value) > _ROUNDING * sum(last_place(text, one) for one in (whole, *parts)):
            scale, sign = scale_of(text, whole)
            words = f"{'、'.join(names)}加起来是{sum_ / scale:.10g}{sign}，和总数{whole.value / scale:.10g}{sign}不等，请核对。"
            between = text[whole.end : parts[0].start]
            start = whole.start if len(between) < 2 * _REACH and "。" not in between else parts[0].start
            yield Hit(start, parts[-1].end, words)


def _same_mark(text: str, parts: list[Amount]) -> bool:
    """Whether what lies above and what lies below are told of one mark: 亿元以上项目22个，亿元以下项目16个."""
    above, below = text.rfind("以上", 0, parts[0].start), text.rfind("以下", 0, parts[1].start)
    return _MARKED.findall(text[:above])[:1] == _MARKED.findall(text[:below])[:1]


def _more(text: str, parts: list[Amount]) -> bool:
    """Whether another part of the same unit goes on behind the last one."""
    behind = next((one for one in amounts_in(text) if one.start >= parts[-1].end), None)
    return behind is not None and behind.unit == parts[0].unit


def _named(text: str, names: tuple[str, ...]) -> list[Amount] | None:
    """The first amount behind each name, one after the other; None where a name or its amount is missing, or the units differ."""
    amounts, at, found = amounts_in(text), 0, list[Amount]()
    for name in names:
        place = text.find(name, at)
        while place >= 0 and text[place : place + 3] in _OTHER_WORDS:
            place = text.find(name, place + 1)
        if name == "出口" and place > 0 and text[place - 1] == "进":  # 进出口总额 is the whole
            place = text.find(name, place + 1)
        part = next((one for one in amounts if place >= 0 and place < one.start < place + _REACH), None)
        if part is None or part.rough or (found and part.unit != found[0].unit):
            return None
        found.append(part)
        at = part.end
    return found


def _label(text: str, part: Amount) -> str:
    """What the clause says of an amount before it."""
    return re.split("[，。；、：]", text[max(0, part.start - _REACH) : part.start])[-1]


def classes_of_all(passage: Passage, _: Office) -> Iterator[Hit]:
    """5万元以下的村38个、5万至10万元的村71个、10万元以上的村15个: classes from the lowest to the highest that don't come to the whole."""
    for found in _CLASSES.finditer(passage.text):
        amounts = amounts_in(passage.text)
        unit = found["unit"]
        parts = [one for one in amounts if found.start() <= one.start and one.end <= found.end() and passage.text[: one.end].endswith(unit)]
        parts = [one for one in parts if not re.match("以[上下]|[～~至—-]", passage.text[one.end :])]
        if len(parts) < _FEWEST or len({one.unit for one in parts}) > 1 or any(one.rough for one in parts):
            continue
        sum_ = round(sum(one.value for one in parts), 4)
        before = [one for one in amounts if one.end <= found.start() and one.unit == parts[0].unit and not one.rough]
        near = [one for one in before if one.value and 1 / _NEAR < sum_ / one.value < _NEAR]
        if near and all(one.value != sum_ for one in near):
            whole = near[-1]
            yield Hit(parts[0].start, parts[-1].end, f"各档加起来是{sum_:.10g}，和总数{whole.shown}不等，请核对。")


def scores_of_all(passage: Passage, _: Office) -> Iterator[Hit]:
    """满分100分，其中菜品20分、公筷20分、…: points that don't come to all that can be had."""
    for found in _SCORES.finditer(passage.text):
        total, parts = int(found["total"]), [int(one) for one in re.findall(r"(\d+)分", found["parts"])]
        sum_ = sum(parts)
        if sum_ != total and 1 / _NEAR < sum_ / total < _NEAR and max(parts) < total and not _ADDED.search(found["parts"]):
            yield Hit(found.start("parts"), found.end("parts"), f"各项分值加起来是{sum_}，和总分{total}不等，请核对。")


def wrong_side(passage: Passage, _: Office) -> Iterator[Hit]:
    """38.62米，低于警戒水位38.50米: a figure that is said to be below another one, and is above it."""
    for found in _MARK.finditer(passage.text):
        if found["unit"] == "个百分点" or _DIFFERENCE.search(passage.text[: found.end("one")]):
            continue  # by how much, not how much: 比上半年加快0.3个百分点，高于全省平均水平0.9个百分点
        one, other = (float(found[name].replace(",", "")) for name in ("one", "other"))
        if not other or not 1 / _COMPARABLE < one / other < _COMPARABLE:
            continue  # 27.35米，低于警戒水位2.15米: by how much
        below = found["word"] == "低于"
        if one != other and (one > other) is below:
            right = "高于" if below else "低于"
            yield Hit(found.start("word"), found.end("word"), f"{found['one']}和{found['other']}相比，应是“{right}”，请核对。", right)


RULES = (
    PassageRule(About("sum.classes", "各档之和与总数", Level.QUERY, "实务"), classes_of_all, needs="以"),
    PassageRule(
        About("sum.partition", "各部分之和与总数", Level.QUERY, "实务"),
        parts_of_partition,
        needs="产城男进出税合集以公线赞限职外续建民稻型满同失效下",
    ),
    PassageRule(About("sum.scores", "分值之和与总分", Level.QUERY, "实务"), scores_of_all, needs="分"),
    PassageRule(About("sum.wrong_side", "高于、低于", Level.QUERY, "实务"), wrong_side, needs="低高超"),
)
