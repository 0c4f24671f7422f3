"""Sentences and ends of clauses that stand twice."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.said_again import RULES
from tests.proof.cases import Cases, check

_SAID = "市文化馆组织“村晚”28场，观众达4.1万人次。"

CASES = {
    "left.sentence_twice": Cases(
        (f"4月下旬，{_SAID}⟦{_SAID}⟧", f"{_SAID}\n此外，还有。⟦{_SAID}⟧", f"@title 甲\n{_SAID}\n@title 乙\n好。⟦{_SAID}⟧"),
        ("会议要求抓好落实。会议要求抓好落实。", f"他说：“{_SAID}”他又说：“{_SAID}”", f"@cell {_SAID}\n@cell {_SAID}", f"{_SAID}\n{_SAID}"),
    ),
    "left.tail_twice": Cases(
        ("签订承诺书480份，⟦480份，→⟧并设秤72台。", "达成授信意向4.3亿元。⟦4.3亿元。→⟧会后"),
        ("人人参与，人人参与，", "说干就干，干就干，", "他说：“好好干，好好干，就行。”", "东边12户，西边12户，"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
