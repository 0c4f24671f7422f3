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
            "3月5日",
            "10:30开会",
            "一个月内",
            "1.5万名群众受益。",
            "二〇二四年，全县完成投资12亿元。",
            "二三十人参加。",
            "12345热线",
            "十四届县委第三轮巡察启动。",
            "@cell 1、2号楼",
            "8:30集合。",
            "1、2号井同时开工。",
            "三、四季度任务按时完成。",
        ),
    ),
    "ordinal.nth_mark": Cases(
        ("第一⟦、→，⟧抓组织；第二⟦、→，⟧抓落实。", "首先⟦、→，⟧抓组织。", "会议要求：第一⟦：→，⟧抓组织。"),
        (
            "第一、第二产业",
            "第一，抓组织。",
            "第一、二、三名",
            "首先，抓组织。",
            "获得全省第一、全国第三的成绩。",
            "总量第一、增速第二。",
            "分获第一、三、五名。",
            "最后，会议审议了有关事项。",
            "第一、二批主题教育",
        ),
    ),
    "ordinal.be_mark": Cases(
        ("一是⟦，→⟧抓组织；二是⟦：→⟧抓落实。", "会议要求，一要⟦，→⟧压实责任，二要⟦、→⟧强化督导。"),
        (
            "一是抓组织；二是抓落实。",
            "一是“创城”行动；",
            "统一是，也只能是前提。",
            "“三是”后面要写全。",
            "“一要、二看、三通过”是行车口诀。",
            "万一是，怎么办？",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
