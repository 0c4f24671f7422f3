"""Units of measure."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.measures import RULES
from tests.proof.cases import Cases, check

CASES = {
    "unit.forbidden": Cases(
        (
            "宽30⟦公分→厘米⟧",
            "面积120⟦平米→平方米⟧",
            "长3⟦KM→公里⟧",
            "绿化500⟦M2→平方米⟧",
            "新建三百⟦平方→平方米⟧。",
            "装机200⟦KW→千瓦⟧",
            "挖方3万⟦立方→立方米⟧，",
            "屏幕55⟦英寸⟧",
        ),
        (
            "宽30厘米",
            "面积120平方米",
            "立方体",
            "500米，2号线",
            "平方公里",
            "5立方米",
            "3平方公里",
            "120平方分米",
            "200kW",
            "搭建5G基站",
            "第3平方根",
            "两市里程互通",
            "三个市里两个获奖",
            "十佳市里标兵",
        ),
    ),
    "unit.acidity": Cases(
        ("土壤⟦PH→pH⟧值为6.5", "⟦Ph→pH⟧≤9", "使用⟦ph→pH⟧试纸检测"),
        ("土壤pH值为6.5", "PHP系统", "GRAPH计算", "PHEV汽车", "PH公司"),
    ),
    "unit.money": Cases(
        ("人均增收3万⟦块→元⟧", "卖了200多⟦块钱→元⟧", "每天挣150⟦块钱→元⟧"),
        (
            "人均增收3万元",
            "铺设地砖3万块",
            "发放展板20块",
            "拼版图5块",
            "他说：“一天能挣150块钱。”",
            "太阳能板1.2万块",
            "整治边角地200多块",
            "奖牌3块，奖金5万元",
        ),
    ),
    "unit.old": Cases(
        ("收粮300⟦斤⟧", "行程20多⟦里⟧", "长5⟦尺⟧", "亩产八百多⟦斤⟧"),
        (
            "300公斤",
            "三里坡村",
            "千里之行",
            "20里程碑",
            "百里挑一",
            "十里长街",
            "2里亭社区",
            "K12里程桩",
            "小区5里弄",
            "3里面的数据",
            "三十里铺镇",
            "一斤一两不能少",
            "12月里",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
