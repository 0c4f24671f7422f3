"""Idioms with a wrong character."""

from app.proof.rules.idioms import RULES
from tests.proof.cases import Cases, check

CASES = {
    "word.idiom": Cases(
        (
            "防止⟦死恢复燃→死灰复燃⟧。",
            "问题⟦久拖不绝→久拖不决⟧。",
            "渔港⟦千帆竟发→千帆竞发⟧。",
            "当时⟦风大浪激→风大浪急⟧。",
            "讲起⟦沉年旧事→陈年旧事⟧。",
        ),
        (
            "年底前完成整改，认真吸取教训，群众反应热烈，群众反映问题。",
            "防止“一销了之”，一户一户讲解，昼夜值守。",
            "死灰复燃、久拖不决、千帆竞发。",
        ),
    ),
}


def test_idioms() -> None:
    (rule,) = RULES
    check(rule, CASES[rule.about.id])
