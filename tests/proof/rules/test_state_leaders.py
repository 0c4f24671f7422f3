"""The General Secretary's name, and regions among countries."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.state_leaders import RULES
from tests.proof.cases import Cases, check

CASES = {
    "leader.name": Cases(
        (
            "⟦习近评→习近平⟧总书记强调，要抓好落实。",
            "认真学习⟦习进平→习近平⟧总书记重要讲话。",
            "⟦习近乎→习近平⟧主席出席会议。",
            "⟦刁近平→习近平⟧同志指出，",
            "学习贯彻⟦习平近→习近平⟧总书记重要指示。",
            "按照⟦习近→习近平⟧总书记的要求，",
            "⟦习进平→习近平⟧新时代中国特色社会主义思想",
        ),
        (
            "认真学习习近平总书记重要讲话精神。",
            "学习近平原则的做法",
            "学习习近平新时代中国特色社会主义思想，",
            "村民习小平同志介绍了做法。",
            "县工会王近平主席到会。",
            "习近平同志、习近平主席、习近平总书记。",
        ),
    ),
    "place.country": Cases(
        (
            "来自美国、日本、香港、台湾等12个⟦国家→国家和地区⟧的客商到会。",
            "产品远销香港、澳门、台湾等⟦国家→国家和地区⟧。",
            "先后接待新加坡、台湾、韩国3个⟦国家→国家和地区⟧的考察团。",
            "出口到台湾、越南和泰国等⟦国家→国家和地区⟧。",
        ),
        (
            "来自美国、香港、台湾等12个国家和地区的客商到会。",
            "香港、澳门、台湾等地区的客商。",
            "香港维护国家安全条例",
            "香港、台湾等国家级经贸活动的代表。",
            "产品销往日本、韩国等国家，以及香港、台湾。",
            "出口香港、澳门等国家（地区）。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_what_a_rule_finds_and_leaves(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
