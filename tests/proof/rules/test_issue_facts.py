"""Number, date, recipients and sources."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.issue_facts import RULES
from tests.proof.cases import Cases, check

_SIGNED = "@title 甲局推进创城工作\n好。\n@byline （甲局）\n@title 乙局推进创城工作\n好。\n@byline （乙局）\n"

CASES = {
    "issue.number": Cases(
        ("@number ⟦第　期⟧", "@number ⟦第0期⟧", "@number ⟦第30期⟧（总第12期）"), ("@number 第7期", "@number 第七期（总第23期）")
    ),
    "issue.date": Cases(
        ("@dateline ⟦2021年3月　日⟧", "@dateline ⟦2021年2月30日⟧", "@dateline ⟦1021年3月5日⟧"), ("@dateline 2021年3月5日",)
    ),
    "issue.footer_date": Cases(
        ("@date 2021-03-08\n@editors ⟦2020年3月8日→2021年3月8日⟧印发",),
        ("@date 2021-03-08\n@editors 2021年3月8日印发", "@date 2021-03-08\n@editors 2021年3月10日印发"),
    ),
    "issue.recipient_twice": Cases(
        ("@recipients 报：市委，市人大常委会\n@recipients 送：⟦市人大常委会⟧",),
        ("@recipients 报：市委，市人大\n@recipients 送：各县（市、区）",),
    ),
    "issue.recipient_order": Cases(
        ("@recipients 发：各县\n@recipients ⟦报⟧：市委",), ("@recipients 报：市委\n@recipients 送：市人大\n@recipients 发：各县",)
    ),
    "issue.copies": Cases(("@copies 共印⟦0⟧份",), ("@copies 共印260份",)),
    "issue.source": Cases(
        (f"@date 2021-03-08\n{_SIGNED}@title ⟦丙局推进创城工作⟧\n好。",),
        (f"{_SIGNED}@title 丙局推进创城工作\n好。", "@date 2021-03-08\n@title 甲\n好。"),
    ),
    "issue.same_title": Cases(
        ("@title 甲局推进创城工作\n好。\n@title ⟦甲局推进创城工作⟧\n好。",),
        ("@title 甲局推进创城工作\n好。\n@title 乙局推进创城工作\n好。",),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
