"""Titles in two forms."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.titles_in_two_forms import RULES
from tests.proof.cases import Cases, check

CASES = {
    "work.two_forms": Cases(
        (
            "编制《云陵市重点产业链招商图谱》。\n按照⟦《云陵市重点产业招商图谱》→《云陵市重点产业链招商图谱》⟧，组建小分队。",
            "印发《青石县农村公路养护管理暂行办法》。\n落实⟦《青石县农村公路养护管理办法》→《青石县农村公路养护管理暂行办法》⟧。",
            "学习⟦《信访工作责任制条列细则》→《信访工作责任制条例细则》⟧。《信访工作责任制条例细则》要落实，按《信访工作责任制条例细则》办。",
        ),
        (
            "编制《云陵市重点产业链招商图谱》。\n按照《云陵市重点产业链招商图谱》，组建小分队。",
            "公布《青石县便民事项清单（第一批）》《青石县便民事项清单（第二批）》。",
            "印发《青石县2024年工作要点通知》《青石县2025年工作要点通知》。",
            "《全市安全生产工作实施方案》《全县安全生产工作实施方案》",
            "《青石县城市管理条例草案》《青石县城市管理条例草案（征求意见稿）》",
            "印发《青石县城乡供水一体化方案》《青石县城乡供水一体化实施方案》。",
            "学习《中国共产党纪律处分条例》《中国共产党问责条例》。",
            "《城乡居民基本医疗保险办法》《城乡居民大病医疗保险办法》",
            "《劳动法》《劳动合同法》",
            "宣传《保障农民工工资支付条例》《优化营商环境条例》。",
            "《民法典》《刑法典》",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
