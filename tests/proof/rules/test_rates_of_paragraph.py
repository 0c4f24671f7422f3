"""Rates, means and ratios of what the paragraph tells."""

import pytest

from app.proof.rule import Rule
from app.proof.rules.rates_of_paragraph import RULES
from tests.proof.cases import Cases, check

CASES = {
    "rate.of_paragraph": Cases(
        (
            "受理诉求1250件，其中网上600件。按期办结⟦1175件，按期办结率84%⟧。",
            "抽检1.2万批次，检出不合格⟦180批次，不合格率为15%⟧。",
            "安排项目50个，投资6亿元。\n已开工⟦46个，开工率96%⟧。",
        ),
        (
            "受理诉求1250件，其中网上600件。按期办结1175件，按期办结率94%。",
            "抽检1.2万批次，检出不合格180批次，不合格率为1.5%。",
            "安排项目50个，投资6亿元。\n已开工46个，开工率92%。",
            "受理案件3100件；诉前调解成功1842件，调解成功率为71.3%。",
            "受理诉求1250件，走访120户，满意率98%。",
            "受理诉求约1250件，办结1175件，办结率84%。",
        ),
    ),
    "sum.mean_of_paragraph": Cases(
        (
            "开设30个班，可容纳学生1350人，⟦班均48人⟧。",
            "涉及劳动者2.1万人，为600名工人追回工资1200万元，⟦人均3万元⟧。",
            "依托150个服务站，共开课900场，参与2万人次，⟦平均每站开课8场⟧。",
        ),
        (
            "开设30个班，可容纳学生1350人，班均45人。",
            "为600名工人追回工资1200万元，人均2万元。",
            "依托150个服务站，共开课900场，平均每站开课6场。",
            "改造9万亩，收入1.2亿元，亩均增收1000元。",
            "为约600名工人追回工资1200万元，人均3万元。",
            "检查单位12家，人均3万元。",
        ),
    ),
    "rate.ratio": Cases(
        ("在校学生4.8万人；专任教师3200人，⟦生师比14∶1⟧。",),
        (
            "在校学生4.8万人；专任教师3200人，生师比15∶1。",
            "在校学生4.8万人，生师比14∶1。",
            "男女比为1∶1。",
        ),
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.about.id)
def test_it_finds_what_it_must_and_leaves_the_rest(rule: Rule) -> None:
    check(rule, CASES[rule.about.id])
