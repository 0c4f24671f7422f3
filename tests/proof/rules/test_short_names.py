"""Short names before full ones."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.short_names import RULES
from tests.proof.cases import Cases, check

CASES = {
    "short.before": Cases(
        ("⟦创城办⟧组织巡查。\n创建全国文明城市指挥部办公室（以下简称“创城办”）通报情况。",),
        ("创建全国文明城市指挥部办公室（以下简称“创城办”）通报情况，创城办组织巡查。", "市创城办（以下简称“创城办”）组织巡查。"),
    ),
    "short.unit": Cases(
        ("市⟦住建局→住房和城乡建设局⟧牵头。市住房和城乡建设局负责。",),
        ("市住房和城乡建设局牵头。市住建局负责。", "市住建局牵头。", "@title 甲\n市住建局牵头。\n@title 乙\n市住房和城乡建设局负责。"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
