"""Marks behind ordinals."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.ordinal_marks import RULES
from tests.proof.cases import Cases, check

CASES = {
    "ordinal.mark": Cases(
        (
            "1⟦、→.⟧抓组织。",
            "一⟦，→、⟧加强领导",
            "（一）⟦、→⟧抓宣传。",
            "⟦一）→（一）⟧抓宣传。",
            "@heading 二⟦.→、⟧抓落实",
            "（1）⟦.→⟧建专班。",
            "①⟦、→⟧建专班。",
        ),
        (
            "1.抓组织。",
            "一、加强领导",
            "（一）抓宣传。",
            "十，是个整数".replace("十，", "十"),
            "3月5日",
            "10:30开会",
            "一个月内",
            "一 个".replace(" ", ""),
        ),
    ),
    "ordinal.nth_mark": Cases(
        ("第一⟦、→，⟧抓组织；第二⟦、→，⟧抓落实。", "首先⟦、→，⟧抓组织。"), ("第一、第二产业", "第一，抓组织。", "第一、二、三名")
    ),
    "ordinal.be_mark": Cases(("一是⟦，→⟧抓组织；二是⟦：→⟧抓落实。",), ("一是抓组织；二是抓落实。", "一是“创城”行动；")),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
