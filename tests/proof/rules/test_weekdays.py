"""Weekdays before a date, behind a bare day, and weekends."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.weekdays import RULES
from tests.proof.cases import Cases, check

CASES = {
    "date.weekend_days": Cases(
        ("周末（9月⟦6日、8日⟧）天天满员。",),
        (
            "周末（9月6日、7日）天天满员。",
            "双休日（9月6日和7日）开放。",
        ),
    ),
    "date.weekday_before": Cases(
        (
            "@title 甲\n2026年以来，全市推进。⟦周二→周三⟧（5月20日）开会。",
            "@date 2026-06-12\n⟦周二→周三⟧（5月20日）开会。",
            "@date 2026-06-12\n⟦周六、周日→周三、周四⟧（5月20日、21日）清扫。",
            "@date 2026-06-12\n市局⟦周一→周三⟧上午（6月10日）开会。",
        ),
        (
            "@date 2026-06-12\n周三（5月20日）开会。",
            "@date 2026-06-12\n周六、周日（5月23日、24日）清扫。",
            "@date 2026-06-12\n逢星期一（5月26日除外）闭馆。",
            "周二（5月20日）开会。",
        ),
    ),
    "date.weekday_bare": Cases(
        (
            "@date 2026-06-12\n5月18日动员，20日（⟦星期五→星期三⟧）推进。",
            "@date 2026-06-12\n10日（⟦星期五→星期三⟧）上午开会。",
        ),
        (
            "@date 2026-06-12\n5月18日动员，20日（星期三）推进。",
            "@date 2026-06-12\n5月18日至20日（周一至周三）推进。",
            "@date 2026-06-12\n20日（星期五）开会。",
            "5月18日动员，20日（星期五）推进。",
        ),
    ),
    "date.weekend": Cases(
        ("@date 2026-06-12\n⟦5月20日（周末⟧）上门。", "@date 2026-06-12\n⟦5月20日是周末⟧，客流大。"),
        (
            "@date 2026-06-12\n5月23日（周末）上门。",
            "@date 2026-06-12\n5月23日至24日（周末）上门。",
            "@date 2026-06-12\n5月20日至周末，客流大。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
