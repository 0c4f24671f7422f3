"""Dates held against other dates."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.dates_in_context import RULES
from tests.proof.cases import Cases, check

CASES = {
    "date.weekday": Cases(
        (
            "2026年3月16日（⟦星期二→星期一⟧）",
            "@date 2026-03-20\n3月16日（⟦周日→周一⟧）",
            "@day 2026-03-20\n3月16日，⟦星期三→星期一⟧，召开会议。",
        ),
        (
            "2026年3月16日（星期一）",
            "@date 2026-01-10\n12月31日（周三）",
            "3月16日（周二）",
            "@date 2026-03-20\n3月16日，周边群众",
            "3月16日周一班",
        ),
    ),
    "date.future": Cases(
        ("@date 2026-03-16\n⟦3月20日⟧，市税务局召开会议。", "@date 2026-03-16\n⟦2026年5月8日⟧，全市动员大会召开。"),
        (
            "@date 2026-03-16\n3月10日，市税务局召开会议。",
            "@date 2026-03-16\n定于3月20日召开会议。",
            "@date 2026-03-16\n请于3月20日前报送。",
            "@date 2026-01-08\n12月20日，市税务局召开会议。",
            "3月20日，市税务局召开会议。",
            "@date 2026-03-16\n将于4月1日起施行。",
        ),
    ),
    "date.turn": Cases(
        ("@date 2026-01-08\n⟦12月20日→2025年12月20日⟧，市税务局召开会议。",),
        (
            "@date 2026-01-08\n去年12月20日，市税务局召开会议。",
            "@date 2026-03-08\n12月20日",
            "@date 2026-01-08\n2025年12月20日",
            "@date 2026-01-08\n1月5日",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
