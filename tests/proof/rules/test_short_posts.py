"""Posts that aren't written in full, and the Party's congresses."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.short_posts import RULES
from tests.proof.cases import Cases, check

CASES = {
    "post.short": Cases(
        (
            "市委常委、⟦宣传部长→宣传部部长⟧李敏讲话。",
            "县⟦公安局长→公安局局长⟧周立新到会。",
            "⟦街道办主任→街道办事处主任⟧贺敏主持。",
        ),
        ("市委常委、宣传部部长李敏讲话。", "全省宣传部长会议召开。", "县公安局局长周立新到会。", "街道办事处主任贺敏主持。"),
    ),
    "phrase.congress": Cases(
        ("深入学习贯彻⟦中共→党的⟧十九大精神。", "认真学习⟦中共→党的⟧二十届三中全会精神。"),
        ("深入学习贯彻党的十九大精神。", "民盟市委学习中共二十大精神。", "中共云溪县委印发通知。", "中共十八大军区改为战区。"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
