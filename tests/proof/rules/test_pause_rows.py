"""Pause marks in a row of clauses of one form, or between persons of whom one has two posts."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.pause_rows import RULES
from tests.proof.cases import Cases, check

CASES = {
    "pause.changes": Cases(
        (
            "采矿业增长2.1%，制造业增长8.3%⟦、→，⟧电力、热力、燃气及水生产和供应业增长4.4%。",
            "汽车产量增长31.2%⟦、→，⟧电池产量增长27.5%，组件产量下降3.1%。",
        ),
        (
            "力争粮食产量增长2%、农民收入增长7%、村集体收入增长10%。",
            "粮食增产3%、油料增产5%，蔬菜、水果产量保持稳定。",
            "A产品增长3%，B产品增长4%，C产品增长5%。",
        ),
    ),
    "pause.clauses": Cases(
        (
            "红色每两周随访一次⟦、→，⟧黄色每月随访一次，绿色每季度随访一次。",
            "一级预警由市级调度，二级预警由县级调度⟦、→，⟧三级预警由乡镇调度。",
        ),
        (
            "其中财政资金20万元、社会捐助16.8万元，村民自筹3万元。",
            "红色每周随访一次、黄色每月随访一次、绿色每季度随访一次。",
            "老年患者、残疾患者，外地患者。",
        ),
    ),
    "pause.persons": Cases(
        ("县委书记贺延川⟦、→，⟧县委副书记、县长唐砚秋等参加。",),
        (
            "县委书记贺延川，县委副书记、县长唐砚秋等参加。",
            "县委书记贺延川、县长唐砚秋、县政协主席田文参加。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_rule(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
