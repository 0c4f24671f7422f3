"""Signs of units with the wrong capitals."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.units_in_brackets import RULES
from tests.proof.cases import Cases, check

CASES = {
    "measure.bracketed": Cases(
        (
            "新建堤防12⟦公里（KM）→公里⟧。",
            "每⟦公斤（KG）→公斤⟧多收4元。",
        ),
        (
            "新建堤防12公里（km）。",
            "新建堤防12公里（其中左岸7公里）。",
            "功率2千瓦（W）",
            "装机容量3兆瓦（MW）",
        ),
    ),
    "measure.mercury": Cases(
        (
            "血压计按⟦mmhg→mmHg⟧显示",
            "收缩压140⟦MMHG→mmHg⟧",
        ),
        (
            "血压计按mmHg显示",
            "commhgate",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_it_finds_what_it_must_and_leaves_the_rest(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
