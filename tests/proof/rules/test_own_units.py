"""Units behind 我 and 本, and a newspaper's voice."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.own_units import RULES
from tests.proof.cases import Cases, check

CASES = {
    "voice.our_office": Cases(
        (
            "⟦我领导小组⟧将督促整改。",
            "⟦我交警大队⟧查处酒驾12起。",
            "⟦我台⟧将加密会商。",
            "⟦我复议机关⟧把调解贯穿始终。",
            "⟦我办公室⟧印发通知。",
            "@issuer 嘉陵市民政局\n@title 助餐\n⟦我市民政局→市民政局⟧正研究办法。",
        ),
        (
            "“我台”小程序上线。",
            "他说：“我台将加密会商。”",
            "我国将加大投入。",
            "开展“我为群众办实事”活动。",
            "坚持以我为主、为我所用。",
            "@issuer 嘉陵市人民政府办公室\n@title 助餐\n我市民政局正研究办法。",
        ),
    ),
    "voice.own_actor": Cases(
        (
            "目前，⟦本村⟧成立合作社3家。",
            "⟦本台⟧将加密会商。",
            "⟦本社区⟧共有党员12名。",
            "⟦本乡⟧办起板凳夜校。",
        ),
        ("各村要结合本村实际，本村将公示。", "本村户籍的居民可申领。", "“本台将加密会商。”", "本次会议召开。", "本县区域内将禁放。"),
    ),
    "voice.reporter": Cases(
        ("⟦记者在⟧现场看到，机械轰鸣。", "⟦记者了解到⟧，产量提高。"),
        ("组织记者在现场采访。", "记者站成立。", "“记者在现场看到”栏目。"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
