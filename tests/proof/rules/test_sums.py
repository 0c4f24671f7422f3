"""Totals and their parts."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.sums import RULES
from tests.proof.cases import Cases, check

CASES = {
    "sum.parts": Cases(
        ("共检查企业120家，其中餐饮⟦80家、商超50家⟧。",),
        ("共检查企业120家，其中餐饮80家、商超40家。", "共检查120家，其中党员80人", "发放300余份，其中手册200份、折页200份"),
    ),
    "sum.parts_below": Cases(
        ("共检查企业120家，其中餐饮⟦80家、商超35家⟧。",),
        ("共检查企业120家，其中餐饮80家、商超40家。", "共检查企业120家，其中餐饮30家、商超20家。"),
    ),
    "sum.total": Cases(
        ("清理垃圾3处、乱贴4处，共计⟦8处⟧。",), ("清理垃圾3处、乱贴4处，共计7处。", "清理垃圾3处，出动4人，共计8处。", "共8处")
    ),
    "sum.growth": Cases(
        ("由20家增加到25家，增加⟦6家⟧", "收入由20万元增长到30万元，增长⟦60%⟧"),
        ("由20家增加到25家，增加5家", "收入由20万元增长到30万元，增长50%"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
