"""Units of measure."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.measures import RULES
from tests.proof.cases import Cases, check

CASES = {
    "unit.forbidden": Cases(
        ("宽30⟦公分→厘米⟧", "面积120⟦平米→平方米⟧", "长3⟦KM→公里⟧", "绿化500⟦M2→平方米⟧", "新建三百⟦平方→平方米⟧。"),
        ("宽30厘米", "面积120平方米", "立方体", "500米，2号线", "平方公里"),
    ),
    "unit.old": Cases(("收粮300⟦斤⟧", "行程20多⟦里⟧", "长5⟦尺⟧"), ("300公斤", "三里坡村", "千里之行", "20里程碑", "百里挑一")),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
