"""Sentences and ends of clauses that stand twice."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.said_again import RULES
from tests.proof.cases import Cases, check

_SAID = "市文化馆组织“村晚”28场，观众达4.1万人次。"
_PARAGRAPH = "改革推行以来，全市设立综合窗口28个，办件时间平均压缩一半，群众少跑路，企业少等待"

CASES = {
    "left.sentence_twice": Cases(
        (f"4月下旬，{_SAID}⟦{_SAID}⟧", f"{_SAID}\n此外，还有。⟦{_SAID}⟧", f"@title 甲\n{_SAID}\n@title 乙\n好。⟦{_SAID}⟧"),
        ("会议要求抓好落实。会议要求抓好落实。", f"他说：“{_SAID}”他又说：“{_SAID}”", f"@cell {_SAID}\n@cell {_SAID}", f"{_SAID}\n{_SAID}"),
    ),
    "left.paragraph_twice": Cases(
        (f"{_PARAGRAPH}，群众都说方便。\n市里召开会议。\n⟦{_PARAGRAPH}，群众都说很方便。⟧",),
        (
            f"{_PARAGRAPH}，群众都说方便。\n{_PARAGRAPH.replace('28', '36')}，群众都说方便。",
            f"@title 甲\n{_PARAGRAPH}，群众都说方便。\n@title 乙\n{_PARAGRAPH}，群众都说很方便。",
            f"市教育局：{_PARAGRAPH}，群众都说方便。\n市民政局：{_PARAGRAPH}，群众都说方便。",
            f"{_PARAGRAPH}，群众都说方便。\n改革推行以来，县里另建了三个窗口，把办件时间、跑动次数和材料件数三项指标逐月公布。",
        ),
    ),
    "left.tail_twice": Cases(
        ("签订承诺书480份，⟦480份，→⟧并设秤72台。", "达成授信意向4.3亿元。⟦4.3亿元。→⟧会后"),
        ("人人参与，人人参与，", "说干就干，干就干，", "他说：“好好干，好好干，就行。”", "东边12户，西边12户，"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
