"""Measure words that are half there, typed wrong, said twice or lacking beside others."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.measure_words import RULES
from tests.proof.cases import Cases, check

CASES = {
    "number.half_measure": Cases(
        (
            "铺设管道42⟦公⟧，",
            "占比回落2.1⟦个百点→个百分点⟧。",
            "接待参观1.6万⟦人此→人次⟧，",
            "课间延长到15⟦分种→分钟⟧。",
            "比上月提高3⟦个百分→个百分点⟧。",
        ),
        ("铺设管道42公里，", "公办园12所", "调研3公司", "提高3个百分点。", "2分种植方案", "积满100百点数", "2人此前已到岗"),
    ),
    "number.odd_measure": Cases(
        ("召开协调会9⟦词→次⟧，", "清退问题商品130⟦建→件⟧、", "走访商铺26⟦加→家⟧。"),
        ("召开协调会9次，", "举办第9届。", "调整至3楼，", "购买大米20斤。", "共12幢。", "全长8里。"),
    ),
    "number.two_measures": Cases(
        ("聘请12⟦名位⟧监督员", "培训2300⟦人人次⟧。", "慰问60⟦个名⟧党员", "出动1.3万⟦人次次⟧，"),
        (
            "聘请12名监督员",
            "12名位于山区的教师",
            "一个名额",
            "35名个体户",
            "3位名医",
            "培训2300人次。",
            "12名位居全省前列",
            "开了3次次日停开",
        ),
    ),
    "number.beside_measure": Cases(
        (
            "男职工41人，女职工⟦36→36人⟧，退休职工9人。",
            "服务半径由3公里扩大到⟦5→5公里⟧，",
            "日供水能力从1.2万吨提高到⟦2万→2万吨⟧。",
        ),
        (
            "男职工41人，女职工36人，退休职工9人。",
            "从3个乡镇扩大到全县。",
            "合格率由81%提高到95%。",
            "出动32人，指数为101，出动50人。",
            "由3公里扩大到5公里，",
        ),
    ),
    "place.whole": Cases(
        ("经验已在⟦县→全县⟧36个村推广。", "服务队遍布，覆盖⟦市→全市⟧5个区", "做法在⟦镇→全镇⟧上下推广。"),
        ("经验已在全县36个村推广。", "在县城3个小区", "在市区2个路口", "在本县36个村", "区内共有，在县医院5个科室", "做法在县范围内推广。"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_rule(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
