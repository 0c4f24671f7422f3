"""What is said of people."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.persons import RULES
from tests.proof.cases import Cases, check

CASES = {
    "person.sex": Cases(
        ("⟦丁香草（男⟧）坚守岗位20年，⟦她⟧说很值得。",),
        (
            "丁香草（女）坚守岗位20年，她说很值得。",
            "苏禾，女，35岁。她的丈夫说，他都习惯了。",
            "霍刚，男，41岁。妻子林芳说，她不怪他。",
            "丁香草（女）说，其他人也一样。",
        ),
    ),
    "person.age": Cases(
        (
            "民警岳小龙，今年⟦38岁⟧，爱跑步。如今⟦41岁⟧的他仍在一线。",
            "2025年春节，民警葛红兵，⟦46岁，1962年⟧出生，连续值守。",
        ),
        (
            "民警岳小龙，今年38岁，当年才34岁。",
            "2025年5月，霍刚，41岁，1984年6月出生。",
            "村民滕春生今年46岁，回村时才38岁。",
        ),
    ),
    "person.service": Cases(
        ("民警岳小龙从警16年。他说，从警⟦18年⟧不容易。",),
        (
            "民警岳小龙从警16年。",
            "民警岳小龙从警16年，所长霍刚从警20年。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
