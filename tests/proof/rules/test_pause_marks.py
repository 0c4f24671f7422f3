"""Pause marks where none belongs."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.pause_marks import RULES
from tests.proof.cases import Cases, check

CASES = {
    "pause.between": Cases(
        ("增强“四个意识”⟦、→⟧“两个维护”。", "学习《条例》⟦、→⟧《办法》。"),
        ("学习《条例》（修订）、《办法》。", "增强“四个意识”“两个维护”。", "学习《条例》及《办法》。"),
    ),
    "pause.about": Cases(
        ("来了⟦三、四→三四⟧十人。", "过了⟦七、八→七八⟧天。", "有⟦两、三→两三⟧个村。"),
        (
            "一、二、三等奖。",
            "第二、三产业。",
            "三、四年级学生。",
            "五、六两个月。",
            "三四十人。",
            "初一、二天气转晴。",
            "第三、四个项目开工。",
        ),
    ),
    "pause.joint": Cases(
        ("水、电⟦、和→和⟧气。", "教师⟦、以及→以及⟧学生。", "学校⟦、或→或⟧社区。"),
        ("推进安全、和谐建设。", "做到准确、及时报送。", "稳定、与会代表。", "文明、和睦、和美。", "水、电和气。"),
    ),
    "pause.etc": Cases(
        ("发放手册、口罩⟦、→⟧等物品。", "涉及水、电⟦、→⟧等。"),
        ("按一等、二等、等外分级。", "做好接待、等待区服务。", "发放手册、口罩等物品。"),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_cases(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
