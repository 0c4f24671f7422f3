"""Shares of one base."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.shares_of_base import RULES
from tests.proof.cases import Cases, check

CASES = {
    "rate.of_base": Cases(
        (
            "总投资3亿元，产业项目1.8亿元，占60%；基础设施⟦7500万元，占35%⟧。",
            "受理诉求2000件。\n1.城乡建设类。共600件，占30%。\n2.其他类。共⟦460件，占33%⟧。",
        ),
        (
            "总投资3亿元，产业项目1.8亿元，占60%；基础设施7500万元，占25%。",
            "受理诉求2000件。\n1.城乡建设类。共600件，占30%。\n2.其他类。共460件，占23%。",
            "受理诉求2000件，其中网上600件，占30%；走访60户，占45%。",
            "总投资3亿元，产业项目7500万元，占35%。",
            "总投资3亿元，产业项目1.8亿元，占60%；外资7500万元，占全省的4%。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_it_finds_what_it_must_and_leaves_the_rest(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
