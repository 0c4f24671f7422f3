"""Marks that differ from those of their fellows."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.series_marks import RULES
from tests.proof.cases import Cases, check

CASES = {
    "series.marks": Cases(
        (
            "一是补链强链；二是建厂房⟦。→；⟧三是优环境。",
            "要坚持三条：一要原原本本学⟦。→；⟧二要联系实际学；三要带着问题学。",
            "一是抓组织。成立专班。二是抓培训⟦；→。⟧三是抓督查。每月通报。",
        ),
        (
            "一是补链强链；二是建厂房；三是优环境。",
            "一是抓组织。成立专班。二是抓培训。办班3期。三是抓督查。",
            "一是补链强链。二是建厂房；随后优环境。",
            "一是定人；定岗。二是定责；定时。三是定奖惩；四是抓督查。",
        ),
    ),
    "series.title": Cases(
        ("八一前夕慰问立功受奖军人⟦。→⟧\n@title 八一前夕慰问立功受奖军人\n好。",),
        (
            "八一前夕慰问立功受奖军人\n@title 八一前夕慰问立功受奖军人\n好。",
            "全市上下掀起热潮，成效明显。\n全市上下掀起热潮。",
            "好。\n好",
        ),
    ),
    "series.heading": Cases(
        ("@heading 一、总体情况\n好。\n@heading 二、主要做法⟦。→⟧\n好。\n@heading 三、下步打算\n好。",),
        (
            "@heading 一、总体情况\n好。\n@heading 二、主要做法\n好。",
            "（一）抓服务。\n（二）抓项目。\n（三）抓环境。",
            "一、抓服务，强保障。每月上门。\n二、抓项目\n三、抓环境",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
