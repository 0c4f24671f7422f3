"""Dots of omission, dashes and range marks."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.dots_and_dashes import RULES
from tests.proof.cases import Cases, check

CASES = {
    "dots.form": Cases(
        ("发放手册、口罩⟦...→……⟧", "清扫、巡查⟦。。。→……⟧", "清扫、巡查⟦…→……⟧", "清扫⟦······→……⟧", "清扫⟦………→……⟧"),
        ("清扫、巡查……", "版本1.2.3发布。", "阿卜杜拉·买买提。", "…………"),
    ),
    "dots.etc": Cases(
        ("发放手册、口罩等⟦……→⟧", "清扫、巡查⟦……→⟧等。"), ("发放手册、口罩……", "等……再说".replace("等……", "等候……"), "清扫、巡查等。")
    ),
    "dots.before": Cases(("发放手册、口罩⟦，→⟧……",), ("发放手册、口罩……", "好。……")),
    "dash.form": Cases(
        ("新时代⟦--→——⟧新征程", "新时代⟦―→——⟧新征程", "新时代⟦———→——⟧新征程"),
        ("新时代——新征程", "A--B", "京—沪高铁", "聊城—泰安线"),
    ),
    "dash.short": Cases(
        ("他只有一个心愿⟦—→——⟧让老百姓过上好日子。",), ("京—沪高铁", "3月5日—全国学雷锋日那天起", "心愿——让老百姓过上好日子。")
    ),
    "dash.hyphen": Cases(("聊城⟦-⟧泰安线", "党建⟦-⟧业务融合"), ("COVID-19", "聊城—泰安线", "T-3线")),
    "range.mark": Cases(
        ("3月5日⟦-→—⟧8日举行。", "2021年⟦~→—⟧2023年", "增长5%⟦-→～⟧8%。", "60⟦-→～⟧80人", "3月5日⟦——→—⟧8日", "30岁⟦~→～⟧45岁"),
        ("电话0635-8221234。", "2021-03-05", "以3-2取胜", "3月5日—8日", "5%～8%", "型号A-3米"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
