"""Units under old names and in two spellings."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.unit_names import RULES
from tests.proof.cases import Cases, check

CASES = {
    "unit.former": Cases(
        ("市⟦环保局→生态环境局⟧开展检查。", "县⟦卫计委→卫生健康委员会⟧召开会议。", "区⟦工商行政管理局→市场监督管理局⟧"),
        ("市生态环境局开展检查。", "原市环保局局长", "市文化和旅游局", "@date 2016-03-05\n市环保局开展检查。", "他说：“以前叫环保局。”"),
    ),
    "unit.two_ways": Cases(
        ("太昊路办事处举行大会。\n⟦太吴路→太昊路⟧办事处动员部署。\n太昊路办事处总结。",),
        ("东街道和西街道", "一中队、二中队", "云河市税务局召开会议，工商联和市税务局参加。", "太昊路办事处举行大会。太昊路办事处总结。"),
    ),
    "unit.two_forms": Cases(("市住房和城乡建设局\n⟦住建局⟧",), ("市住建局\n市住建局", "市教育局、市税务局")),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
