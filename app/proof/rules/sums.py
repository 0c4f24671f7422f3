"""Totals held against their parts, and means against what was shared out, become hits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.proof.amounts import NUMBER, SCALES, UNIT, Amount, amounts_in, last_place, written
from app.proof.document import Passage
from app.proof.finding import Hit, Level
from app.proof.office import Office
from app.proof.rule import About, PassageRule
from app.proof.wholes import CENT, FEW, GAP, NO_PART, OVER, SENTENCE, Whole, wholes
from app.text.numerals import parse_numeral

_TOGETHER = re.compile(rf"(?:共计|合计|总计|总共|累计|一共|共)[^，。；、\d]{{0,8}}?(?P<amount>{NUMBER}[万亿]?(?:{UNIT}))")
_FOUND = re.compile("[共累合总]计?(?:发现|查出|排查出|查找出|查处|发放|立案|整改|问题)")
_LOOKED = re.compile(r"(?:检查|抽查|巡查|走访|核查|督查|暗访)[^，。；、\d]{1,12}\d")
"""What was looked at is no part of what was found there: 检查水库96座、工程21处，共查出隐患53处."""
_ALL_OF_THEM = re.compile(r"(?:以上|上述|前述|这)?(?:[两三四五六七八九十\d]{1,2}|各|几)(?P<kind>[项类种方面个家期批次轮场组队届站片])")
_PHASED = re.compile("(?P<kind>[期批次轮场组队届站片])[^，。；]{0,12}，.*，(?:[两三四五六七八九十]|各)(?P=kind)$")
"""Parts that are told one after the other, and then all of them: 第一期120人，第二期140人，两期."""
_MEAN = re.compile(
    r"(?:平均每|人均|户均|平均)(?P<per>[个支人户家名村件亩所站校队镇乡]?)(?P<what>[^，。；、\d]{0,8}?)(?:达到?|为|是|可|了)*"
    rf"(?P<about>约|近)?(?P<amount>{NUMBER}[万亿]?(?:{UNIT}))"
)
_LISTED = re.compile(
    r"(?<![\d.第])(?P<number>\d{1,2}|[两三四五六七八九十])(?P<unit>[个家项类种名条所座])[^，。；、（）\d]{1,12}（(?P<names>[^（）]{5,160})）"
)
_ALMOST = 0.8
"""Parts that come to less of the whole than this are taken for some of many."""
_WHOLE_OF_IT = re.compile("全[天年部程期]|上述|以上|[两三四五](?:项|类|期|批|天|场|轮|个)")
_CLAUSES, _SHORT, _CLOSE_TO = 3, 14, 0.9
"""Parts that stand in clauses of their own must be as many, as near to one another, and as near to the total."""


def parts_of_total(passage: Passage, _: Office) -> Iterator[Hit]:
    """其中 with parts that come to more than the whole."""
    for whole in wholes(passage.text):
        rounded = last_place(passage.text, whole.total)
        off = 0.51 * rounded if any(last_place(passage.text, part) < rounded for part in whole.parts) else 0.0
        if whole.sum > whole.total.value + off:
            yield Hit(whole.start, whole.end, f"其中各项加起来是{written(whole.sum)}，多于总数{whole.total.shown}，请核对。")


def parts_below_total(passage: Passage, _: Office) -> Iterator[Hit]:
    """其中 with several parts that nearly come to the whole."""
    for whole in wholes(passage.text):
        rounded = last_place(passage.text, whole.total)
        if any(last_place(passage.text, part) < rounded for part in whole.parts) and whole.total.value - whole.sum <= 0.51 * rounded:
            continue  # 1.6万户，其中企业4200户、个体1.15万户
        if whole.among and len(whole.parts) < _CLAUSES:
            continue
        if len(whole.parts) > 1 and (slip := _scale_slip(whole)):
            told = f"和其他各项差得太远，按总数{whole.total.shown}，这里的“万”“亿”可能写错了。"
            yield Hit(slip.start, slip.end, told)
            continue
        if len(whole.parts) > 1 and whole.total.value * _ALMOST <= whole.sum < whole.total.value:
            yield Hit(whole.start, whole.end, f"其中各项加起来是{written(whole.sum)}，和总数{whole.total.shown}不等，请核对。")


def total_behind(passage: Passage, _: Office) -> Iterator[Hit]:
    """Amounts of one unit and then their total in one sentence: 甲3件、乙4件，共计8件."""
    for sentence in SENTENCE.finditer(passage.text):
        text = sentence[0]
        for found in _TOGETHER.finditer(text):
            amounts = amounts_in(text)
            total = next((one for one in amounts if one.start == found.start("amount")), None)
            if total is None or total.rough or (_FOUND.match(found[0]) and _LOOKED.search(text, 0, found.start())):
                continue
            parts: list[Amount] = []
            phased = _PHASED.search(text[: found.start()])
            for one in reversed([one for one in amounts if one.end <= found.start()]):
                limit = parts[-1].start if parts else found.start()
                between = text[one.end : limit]
                said = between.split("，")[-1]
                named = not parts and re.search("[\u4e00-\u9fff]{2}", said) and not _ALL_OF_THEM.match(said)
                joined = "、" in between or (found[0].startswith(("合计", "共计", "总计")) and "，" in between) or (parts and phased)
                if one.unit != total.unit or one.rough or named or len(between) > GAP or (parts and not joined):
                    break
                parts.append(one)
            if len(parts) < 2 or "其中" in text[: found.start()]:
                parts = _clause_parts(text, found.start(), amounts, total)
                if len(parts) < (FEW if parts and _WHOLE_OF_IT.search(text, parts[0].end, found.start()) else _CLAUSES):
                    continue
            sum_ = round(sum(part.value for part in parts), 4)
            if total.value and sum_ != total.value and 1 / OVER < sum_ / total.value < OVER:
                start, end = sentence.start() + parts[-1].start, sentence.start() + total.end
                yield Hit(start, end, f"前面各项加起来是{written(sum_)}，和“{text[total.start : total.end]}”不等，请核对。")


def _clause_parts(text: str, place: int, amounts: Sequence[Amount], total: Amount) -> list[Amount]:
    """拘传380人，司法拘留126人，罚款32人，移送8人，共…: a clause for each part, and all of them nearly the total."""
    parts: list[Amount] = []
    for one in reversed([one for one in amounts if one.end <= place]):
        between = text[one.end : parts[-1].start if parts else place]
        if (
            one.unit != total.unit
            or one.rough
            or len(between) > _SHORT
            or not re.match("[\u4e00-\u9fff]{0,4}[，、]", between)
            or NO_PART.search(between)
        ):
            break
        parts.append(one)
    sum_ = sum(one.value for one in parts)
    return parts if total.value and _CLOSE_TO < sum_ / total.value < 2 - _CLOSE_TO and "其中" not in text[:place] else []


def listed(passage: Passage, _: Office) -> Iterator[Hit]:
    """A number of things, and in brackets another number of names: 6家子公司（供水公司、…）."""
    for found in _LISTED.finditer(passage.text):
        names = found["names"].split("、")
        said = int(found["number"]) if found["number"].isdigit() else parse_numeral(found["number"])
        plain = not re.search(r"等$|[，；：\d]|以及|包括|含", found["names"]) and all(1 < len(name) < 16 for name in names)
        if plain and said and len(names) > 1 and said != len(names) and said < 2 * len(names):
            yield Hit(found.start("number"), found.end("unit"), f"括号里是{len(names)}个，和“{found['number']}”不等，请核对。")


def mean(passage: Passage, _: Office) -> Iterator[Hit]:
    """A mean that the sum and the number before it don't give: 向31人发放42.8万元，平均每人1.8万元."""
    for sentence in SENTENCE.finditer(passage.text):
        for found in _MEAN.finditer(sentence[0]):
            amounts = amounts_in(sentence[0])
            per = found["per"] or {"人均": "人", "户均": "户"}.get(found[0][:2], "")
            per = "人" if per in "人名位" and per else per
            what, told = found["what"], sentence[0][: found.start()]
            if what not in told and not (found["per"] and any(what[at:] in told for at in range(1, len(what) - 1))):
                continue  # 人均增收: not what was shared out
            said = next((one for one in amounts if one.start == found.start("amount")), None)
            before = [one for one in amounts if one.end <= found.start()]
            sums = [one for one in before if said and one.unit == said.unit and one.value > said.value]
            counts = [one for one in before if one.unit == per]
            if said is None or len(sums) != 1 or len(counts) != 1 or not counts[0].value or sums[0].rough or counts[0].rough:
                continue
            right = sums[0].value / counts[0].value
            if 0.5 < said.value / right < 2 and abs(said.value / right - 1) > (0.08 if found["about"] else 0.04):
                start, end = sentence.start() + min(sums[0].start, counts[0].start), sentence.start() + said.end
                yield Hit(start, end, f"{sums[0].shown}除以{counts[0].shown}是{right:.1f}，请核对。")


def _scale_slip(whole: Whole) -> Amount | None:
    """The one part that makes up the total with 亿 for its 万, or the other way round: 总投资92.7亿元，其中自筹27.8亿元、贷款64.9万元."""
    times = SCALES["亿"] // SCALES["万"]
    for part in whole.parts:
        rest = whole.total.value - (whole.sum - part.value)
        if any(abs(part.value * factor - rest) <= CENT * whole.total.value for factor in (times, 1 / times)) and rest > 0:
            return part
    return None


RULES = (
    PassageRule(About("sum.parts", "分项超过总数", Level.ERROR, "实务"), parts_of_total, needs="中括别期（"),
    PassageRule(About("sum.parts_below", "分项与总数不等", Level.QUERY, "实务"), parts_below_total, needs="中括别期（"),
    PassageRule(About("sum.total", "合计不等", Level.QUERY, "实务"), total_behind, needs="共计"),
    PassageRule(About("sum.listed", "数目与括号里所列不符", Level.QUERY, "实务"), listed, needs="（"),
    PassageRule(About("sum.mean", "平均数不符", Level.QUERY, "实务"), mean, needs="均"),
)
