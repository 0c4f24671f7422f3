"""One document under two titles."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.two_titles import RULES
from tests.proof.cases import Cases, check

CASES = {
    "work.two_titles": Cases(
        (
            "印发《柳桥市节水行动方案（2025—2027年）》。⟦《柳桥市节水行动计划》→《柳桥市节水行动方案（2025—2027年）》⟧提出新目标。",
            "审议《云浔区深化国资国企改革方案》。\n他就⟦《云浔区深化国资国企改革实施方案》→《云浔区深化国资国企改革方案》⟧作说明。",
        ),
        (
            "审议《柳桥市节水行动方案》《柳桥市节水行动计划》。",
            "印发《柳桥市节水行动方案》。\n《节水行动方案》提出新目标。",
            "印发《2024年水利工作要点》。\n印发《2025年水利工作要点》。",
            "学习《安全生产法》。\n学习《安全生产条例》。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
