"""Other shapes of the sender's voice."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.spoken_voice import RULES
from tests.proof.cases import Cases, check

CASES = {
    "voice.spoken": Cases(
        ("县民政局⟦咱局⟧联合6个部门治理。", "排水3.2万立方米。⟦咱们⟧出动160人次。", "⟦俺村⟧建成大棚。", "他说，⟦咱镇⟧的竹编卖到国外。"),
        ("他说：“咱们村富了。”", "他说，咱们心里亮堂。", "老柴：咱们村富了。"),
    ),
    "voice.our_unit": Cases(
        ("⟦我派出所⟧抓获3人。", "⟦我审计组⟧核实疑点。", "⟦我部⟧负责同志参加。", "⟦我执法支队⟧查处2起。"),
        ("自我部署", "我市交警支队", "我们小学", "“我派出所”", "我部分同志", "忘我团结"),
    ),
    "voice.own_place": Cases(("⟦本所⟧民警走访。", "⟦本辖区⟧共有12个村。"), ("各所要管好本所人员", "资本所得", "本所在地", "“本所”")),
    "voice.you": Cases(("⟦你单位⟧可派1名骨干旁听。", "学习⟦贵县⟧经验。"), ("“你单位”", "贵州省", "富贵镇", "请你镇定")),
    "voice.author": Cases(
        ("⟦本报讯⟧近日，县里开会。", "⟦笔者⟧走进村里。", "⟦记者从县水利局获悉⟧，水库开工。"), ("接受记者采访", "他说：“笔者”", "编者按")
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
