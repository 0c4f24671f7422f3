"""Ordinals in turn."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.ordinals import RULES
from tests.proof.cases import Cases, check

CASES = {
    "ordinal.turn": Cases(
        (
            "一是抓组织；⟦三是→二是⟧抓落实。",
            "主要做法：一是抓组织；二是抓宣传；⟦二是→三是⟧抓落实。",
            "@heading 一、加强领导\n好。\n@heading ⟦三、→二、⟧抓好落实",
            "@heading 一、加强领导\n（一）抓组织。\n⟦（三）→（二）⟧抓宣传。\n@heading 二、抓好落实\n（一）抓督查。",
            "一是抓组织。\n二是抓宣传。\n⟦四是→三是⟧抓落实。",
            "1.抓组织。\n2.抓宣传。\n⟦2.→3.⟧抓落实。",
            "第一，抓组织；⟦第三→第二⟧，抓落实。",
            "会议要求，⟦二是→一是⟧抓组织；三是抓落实。",
        ),
        (
            "一是抓组织；二是抓宣传；三是抓落实。",
            "@heading 一、加强领导\n一是抓组织；二是抓宣传。\n@heading 二、抓好落实\n一是抓督查；二是抓整改。",
            "这是第三，也是最后一次。",
            "统一是前提，三是虚数。",
            "一是抓组织。\n好。\n二是抓宣传。",
            "一是抓组织。一要建专班；二要定人员。\n二是抓宣传。一要上门；二要上网。",
            "十是个整数。",
            "@title 甲\n一是抓组织；二是抓宣传。\n@title 乙\n一是抓督查；二是抓整改。",
            "1.抓组织。（1）建专班。（2）定人员。\n2.抓宣传。",
        ),
    ),
    "ordinal.mixed": Cases(
        ("第一，抓组织；⟦二是→第二⟧抓宣传；第三，抓落实。", "一是抓组织；⟦第二→二是⟧，抓宣传。", "首先，抓组织；⟦二是→其次⟧抓宣传。"),
        ("第一，抓组织，一是建专班，二是定人员；第二，抓宣传。", "一是抓组织；二是抓宣传。"),
    ),
    "ordinal.level": Cases(
        ("@heading 一、加强领导\n（一）抓组织。\n1.建专班。\n@heading 二、抓好落实\n⟦1.⟧抓督查。\n2.抓整改。",),
        ("@heading 一、加强领导\n1.建专班。\n2.定人员。", "@heading 一、加强领导\n（一）抓组织。\n1.建专班。"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
