"""Percentages and percentage points."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.percent_points import RULES
from tests.proof.cases import Cases, check

CASES = {
    "percent.unit": Cases(
        ("提高⟦3%个百分点→3个百分点⟧", "提高⟦5个百分比→5个百分点⟧", "上升⟦2百分点→2个百分点⟧"), ("提高3个百分点", "提高3%")
    ),
    "percent.rate": Cases(
        ("办结率98%，同比提高⟦3%→3个百分点⟧。", "合格率达到95.2%，较上年上升了⟦1.2%→1.2个百分点⟧"),
        ("产值5亿元，同比提高3%。", "办结率98%，同比提高3个百分点。", "覆盖率达95%，群众收入增长3%"),
    ),
    "percent.difference": Cases(
        ("满意率由85%提高到90%，提高⟦5%→5个百分点⟧", "由20%下降到15%，下降⟦6个百分点⟧"),
        ("满意率由85%提高到90%，提高5个百分点", "由20%提高到25%，增长25%", "由20亿元增加到25亿元，增加5亿元"),
    ),
    "percent.whole": Cases(("疫苗接种覆盖率达⟦103%⟧", "其中妇女占⟦120%⟧"), ("完成率达103%", "覆盖率达100%", "占95%", "同比增长120%")),
    "percent.shares": Cases(("三类项目分别占⟦45%、35%和30%⟧",), ("三类项目分别占45%、35%和20%", "分别占45%、35%")),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
