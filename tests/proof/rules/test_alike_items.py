"""A comma or full stop between items of one form."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.alike_items import RULES
from tests.proof.cases import Cases, check

CASES = {
    "listed.alike": Cases(
        (
            "全力保供电、保供热、保供水⟦，→、⟧保畅通。",
            "涉及开饭店⟦，→、⟧开药店、开超市等26项。",
            "实行统一管理、统一水质检测⟦。→、⟧统一维修养护。",
            "对粮、油、肉⟦，→、⟧蛋、菜5大类实行日监测。",
            "血压、血糖⟦，→、⟧心电图逐项查完。",
            "讲解用电⟦。→、⟧用气、防溺水知识。",
            "围绕怎样选好⟦，→、⟧育好、管好带头人展开讨论。",
            "建立“周调度⟦，→、⟧月通报、季观摩”机制。",
            "的是城乡建设、社会保障⟦，→、⟧农业农村，合计占58%。",
        ),
        (
            "按照市委、市政府部署，市委、市政府督查室对此开展督查。",
            "让农民“缺什么、补什么，学什么、用什么”。",
            "涉及开饭店、开药店、开超市等26项。",
        ),
    ),
    "listed.verbs": Cases(
        ("对整改不力的，约谈⟦，→、⟧通报⟦，→、⟧问责。",),
        ("对整改不力的，约谈、通报、问责。", "走得远的，今年，明年，后年。"),
    ),
    "listed.numbers": Cases(
        (
            "起数和人数同比分别下降21.4%⟦，→、⟧33.3%。",
            "分别增长31.7%、24.9%⟦，→、⟧14.2%。",
            "营业额分别增长8.3%⟦，和→和⟧9.7%。",
        ),
        (
            "增长31.7%、24.9%，14.2%的企业盈利。",
            "增长8.3%，和去年持平。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_rule(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
