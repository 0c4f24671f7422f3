"""Colons that lead to nothing, or stand within what another colon leads to."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.colons import RULES
from tests.proof.cases import Cases, check

CASES = {
    "colon.twice": Cases(
        (
            "会议指出⟦：→，⟧要做到以下几点：一是抓学习，二是抓落实。",
            "全县各单位都用好“学习小站”⟦：⟧组织宣讲员进村入户，做到三个到位：内容到位、队伍到位。",
            "今年的主要做法是：健全“一站调解”机制⟦：⟧把矛盾化解在窗口。",
        ),
        (
            "局长说：“做好三件事：清淤、修渠、护堤。”",
            "联系人：沈玉兰，联系电话：8221234。",
            "编辑：闻人雪\u3000审核：詹志远",
            "镜头一：办税厅里有三个窗口：综合、自助、咨询。",
            "时间调整为8：30到11：30，分两段：上午、下午。",
            "一看态度：热不热情；二看效率：快不快。",
            "镇里有三支队伍（名单：见附件），分工如下：巡查、抢险、转移。",
            "她说了一句话：“记住：安全第一。”",
        ),
    ),
    "colon.comma": Cases(
        ("园区负责人尹长河说⟦，→：⟧“以前车进了园，就像水进了河，看不见。”",),
        (
            "园区负责人尹长河说：“以前车进了园，看不见。”",
            "“真方便。”她说，“以后不用跑县城了。”",
            "“真方便，”她说，“以后不用跑县城了。”",
            "他说，“三个到位”很重要。",
        ),
    ),
    "colon.series": Cases(
        (
            "重点抓好三项工作⟦；→：⟧一是清淤，二是护堤。",
            "主要措施如下⟦、→：⟧一是清淤，二是护堤。",
        ),
        (
            "重点抓好三项工作：一是清淤，二是护堤。",
            "要压实责任；要抓好三项工作；一是清淤，二是护堤。",
            "加强领导；一是清淤，二是护堤。",
        ),
    ),
    "colon.semicolon": Cases(
        (
            "县水利局提醒⟦；→：⟧后续仍有降雨，各村要落实机制。",
            "会议强调⟦；→：⟧要抓早抓小。",
            "与会代表一致认为⟦。→：⟧报告实事求是。",
        ),
        (
            "县水利局提醒：后续仍有降雨。",
            "全县做到逐户登记、逐户提醒；逐人签字。",
            "会议强调，要抓早抓小；要压实责任。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
