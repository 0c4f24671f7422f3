"""Spans that end behind the issue's day."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.spans_to_come import RULES
from tests.proof.cases import Cases, check

CASES: dict[str, Cases] = {
    "date.future_span": Cases(
        (
            "@date 2025-09-12\n8月28日至⟦9月28日⟧，市公安局开展夜查行动，查处酒驾醉驾136起。",
            "@date 2025-09-12\n8月25日至⟦9月15日⟧，县法院开展集中执行行动，出动干警260人次，执结案件486件。",
            "@date 2025-06-20\n6月15日至⟦25日⟧，市局开展专项检查，检查企业186家，发现问题43个。",
        ),
        (
            "@date 2025-09-12\n8月28日至9月28日，市公安局开展夜查行动，已查处酒驾醉驾136起。",
            "@date 2025-09-12\n8月28日至9月28日，市里举办美食节，邀请商户136家。",
            "@date 2025-09-12\n8月25日至9月5日，县法院开展集中执行行动，出动干警260人次，执结案件486件。",
            "@date 2025-06-20\n6月16日至7月15日，在全市开展整治，重点检查企业186家，走访群众3000人。",
            "@date 2025-06-20\n6月15日至25日，市局开展专项检查，目前已检查企业186家，发现问题43个。",
            "@date 2025-06-20\n6月15日至25日，计划检查企业186家，走访群众300人。",
            "@date 2025-06-20\n6月15日至25日，将检查企业186家，走访群众300人。",
            "8月25日至9月15日，出动干警260人次，执结案件486件。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
