"""One meeting, two dates."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.meetings import RULES
from tests.proof.cases import Cases, check

CASES = {
    "issue.meeting_date": Cases(
        (
            "8月15日，县委召开年中工作会议。\n各单位按照⟦8月18日→8月15日⟧年中工作会议部署抓好落实。",
            "6月3日，市政府举行全市防汛工作会议，部署防汛工作。\n东岗镇学习⟦6月5日→6月3日⟧全市防汛工作会议精神。",
        ),
        (
            "8月15日，县委召开年中工作会议。\n各单位按照8月15日年中工作会议部署抓好落实。",
            "8月15日，县委召开年中工作会议。\n各单位按照7月20日信访工作会议部署抓好落实。",
            "各单位按照8月18日年中工作会议部署抓好落实。",
            "6月3日，市政府召开防汛工作会议。6月20日，市政府再次召开防汛工作会议。\n6月20日防汛工作会议精神传达到村。",
            "8月15日，县委召开年中工作会议。\n8月18日，东岗镇召开年中工作会议贯彻落实会。",
            "8月15日，县委召开年中工作会议。\n@toc 8月18日年中工作会议精神",
            "3月1日召开的县安委会会议要求，抓好整改。\n3月8日，县安委会召开会议。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
