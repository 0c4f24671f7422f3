"""Days told from the writer's own."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.relative_days import RULES
from tests.proof.cases import Cases, check

CASES = {
    "voice.from_today": Cases(
        (
            "局长表示，⟦月底前⟧对剩余隐患全部销号。",
            "⟦三天前⟧，市里开会。",
            "设点120处，⟦半个月前⟧，对摊主培训。",
            "⟦这个周末⟧，志愿者上门。",
            "⟦再过几天⟧，新学校将启用。",
            "市应急管理局⟦周三⟧召开会议。",
            "⟦大前年⟧建成的厂房仍闲置。",
            "⟦刚过去的周末⟧，接待游客12万人次。",
            "⟦下旬⟧，将开展检查。",
        ),
        (
            "9月上半月与去年同期相比下降。",
            "每月底前报送。",
            "抓住未来三天晴好天气。",
            "每月初制定计划，月底前完成。",
            "5月上旬检查；中旬，通报；下旬，回头看。",
            "5月上旬检查，月底前整改。",
            "三天前还积水的路面已恢复通行。",
            "村民说：“三天前，还下雨。”",
            "项目开工前三天内报备。",
            "月底前报送的，计入当月考核。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
