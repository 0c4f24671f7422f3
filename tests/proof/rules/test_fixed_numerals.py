"""Figures inside words that are written with Chinese numerals."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.fixed_numerals import RULES
from tests.proof.cases import Cases, check

CASES = {
    "number.fixed": Cases(
        (
            "坚持⟦1张蓝图→一张蓝图⟧绘到底。",
            "选派⟦第1书记→第一书记⟧86名。",
            "“⟦十4五→十四五⟧”规划。",
            "推进⟦3农→三农⟧工作。",
            "党的⟦20→二十⟧大精神。",
            "⟦2十⟧大精神。",
            "增强“⟦4个意识→四个意识⟧”。",
        ),
        (
            "坚持一张蓝图绘到底。",
            "带动3农户增收。",
            "第1部分。",
            "20大项目。",
            "2023届毕业生。",
            "145家企业。",
            "第20届运动会。",
            "在5个方面见成效。",
        ),
    ),
    "number.round": Cases(
        (
            "⟦数10→数十⟧公里线路受损。",
            "⟦成百上1000→成百上千⟧名青年。",
            "吸引⟦好几100→好几百⟧人。",
            "转移⟦上1000→上千⟧人。",
        ),
        (
            "人数10人。",
            "数十公里。",
            "件数100件。",
            "同比以上100人。",
            "网上100件。",
            "晚上10点。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
